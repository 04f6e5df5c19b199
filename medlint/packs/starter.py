"""A small pack to start from."""

from __future__ import annotations

import re
from pathlib import Path

_HEADER = """\
# The head of the pack. Every other YAML file in this folder belongs to it.
pack: {id}
title: {title}
version: 0.1.0
maintainers: [your name]
# jurisdictions: [us]        # leave out when the pack holds anywhere

# Sources that your rules rest on and that medlint does not know yet.
define-sources:
  - id: {id}-house-style
    title: House style of {title}
    url: https://example.org/house-style
    requires: Say what a visit is for, not how it will feel.
    as_of: 2026-11
    verified: "no"           # yes, partly or no; a rule that rests on “no” alone cannot be an error
"""

_RULES = """\
# Rules. Try them: medlint pack test {folder}
pack: {id}
family: superlative          # what every rule below belongs to unless it says otherwise
severity: warning            # error, warning or suggestion
sources: [{id}-house-style]
unless: [negated, attributed]   # guards: words around a match that make it harmless

words:                       # word lists; use them as {{name}}. A trailing * adds the regular inflections.
  {id}-hype: [dreamy, magical, "out of this world"]

rules:
  - id: {id}-hype-visit
    flag:
      # A space matches any white space or hyphen. (?:a|b) is a choice, (?:a )? may be absent.
      - "{{{id}-hype}} (?:experience|visit|treatment)s?"
      # `...` is up to four words; <…> is what the finding quotes.
      - "(?:visit|treatment)s? (?:is|are) ... <{{{id}-hype}}>"
    message: "“{{match}}” promises a feeling that nobody can promise."
    why: Visitors compare what they get with what the page promised.
    suggest:
      - "Say what happens: “A visit takes an hour. A nurse stays with you.”"
    examples:
      flag:                  # what stands between ** must be what is quoted
        - "Book your **dreamy experience** today."
        - "Every visit is simply **magical**."
      pass:
        - "No visit is magical."
        - "A visit takes an hour."
"""


def write_starter(folder: Path) -> list[Path]:
    """Write a commented pack that passes its own examples into a new folder, and say which files.

    Raises ValueError when the folder's name cannot be a pack's, FileExistsError when it is there already.
    """
    name = folder.name
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", name):
        raise ValueError(f"“{name}” cannot name a pack: use lower-case letters, digits and hyphens")
    if folder.exists():
        raise FileExistsError(f"{folder} is there already; nothing was written")
    folder.mkdir(parents=True)
    values = {"id": name, "title": name.replace("-", " ").capitalize(), "folder": str(folder)}
    written = []
    for file, text in (("pack.yaml", _HEADER), ("rules.yaml", _RULES)):
        path = folder / file
        path.write_text(text.format(**values), encoding="utf-8")
        written.append(path)
    return written
