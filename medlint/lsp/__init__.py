"""The language server: what medlint finds, in an editor. It needs `medlint[lsp]`."""
