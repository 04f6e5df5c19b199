"""The words of a text as patterns see them."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"  # a number
    r"|[^\W\d_]+(?:'(?!(?:s|re|ll|ve|d|m)(?!\w))[^\W\d_]+)*"  # a word: don't
    r"|'(?:s|re|ll|ve|d|m)(?!\w)"  # what hangs on one: patient's, they're
    r"|[\ue000-\uf8ff]+"  # a masked name
    r"|\S"
)


def tokens(text: str) -> list[str]:
    """The words, numbers and punctuation marks of lower-cased text; a masked name is one mark."""
    return [t[0] if "\ue000" <= t[0] <= "\uf8ff" else t for t in TOKEN.findall(text)]
