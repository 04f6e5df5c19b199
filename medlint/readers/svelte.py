"""Svelte components: script, and a template with `{…}` and blocks such as `{#if …}`."""

from __future__ import annotations

from medlint.document import Document
from medlint.readers.single_file import Template


def read(path: str, source: str) -> Document:
    """The document of a component."""
    template = Template(source, "svelte")
    template.run(0, len(source))
    return template.document(path)
