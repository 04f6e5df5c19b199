"""Links in Markdown, from a file of the repository to where it stands on the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from medlint import HOME

ROOT = Path(__file__).parent.parent.parent

_LINK = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$"
    r"|(?P<ticks>(?<!`)`+(?!`)).+?(?<!`)(?P=ticks)(?!`)"
    r"|(?<=\]\()(?P<target>[^()\s]+)(?=\))",
    re.S | re.M,
)


class LinkError(Exception):
    """A link to a file that is not there."""


def relinked(text: str, path: str, site: Mapping[str, str]) -> str:
    """The text of the file at `path`, with links that hold on the site.

    `site` has the files that are part of it: their paths in the repository, and on the site. Links to other files of
    the repository lead to where it is kept. Code is left as it is. Raises LinkError.
    """
    here = posixpath.dirname(site[path])

    def moved(m: re.Match[str]) -> str:
        target = m["target"]
        if target is None or target.startswith("#") or re.match(r"[a-z]+:", target):
            return m[0]
        file, hash_, anchor = target.partition("#")
        aim = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
        if aim in site:
            return posixpath.relpath(site[aim], here or ".") + hash_ + anchor
        found = ROOT / aim
        if aim.startswith("..") or not found.exists():
            raise LinkError(f"{path}: there is no “{target}”")
        return f"{HOME}/{'tree' if found.is_dir() else 'blob'}/main/{aim}{hash_}{anchor}"

    return _LINK.sub(moved, text)
