"""The local web page (`medlint serve`, extra `medlint[web]`): copy is pasted in, and what is risky is underlined."""
