"""What several output formats share: how paths, places and texts are told."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from medlint import HOME
from medlint.expressions import expression
from medlint.files import below, inside
from medlint.findings import Finding, Source
from medlint.packs.loader import shipped_ids
from medlint.packs.model import Header
from medlint.reporters import Report

CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""The variables in which GitHub and GitLab tell where they have checked out the repository."""

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
"""How a document in XML begins."""

_CONTROL = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def given_path(path: str) -> str:
    """A path as it was given, with slashes: for what reads a report in the folder in which medlint was run."""
    return path.replace("\\", "/")


def project_path(report: Report, path: str) -> str:
    """A path as it is seen from the root of the project; one outside of it stays as it is."""
    return below(report.root, path)


def checkout(report: Report) -> Path:
    """The folder from which a CI service tells paths: the checkout that holds the project, or the project itself."""
    for folder in map(Path, filter(None, map(os.environ.get, CHECKOUTS))):
        pages = (inside(folder, r.path) is not None for r in report.results)
        if inside(folder, report.root) is not None or (report.results and all(pages)):
            return folder
    return report.root


def one_line(text: str) -> str:
    """A text on one line, without what would steer a terminal."""
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


def xml_text(text: str) -> str:
    """A text without the characters that XML 1.0 has no way to write."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def cut(text: str, length: int) -> str:
    """A text of at most `length` characters, cut at a word where there is one."""
    if len(text) <= length:
        return text
    short = text[: length - 2]
    space = short.rfind(" ", length // 2)
    return (short[:space] if space > 0 else short) + " …"


def instead(f: Finding) -> str:
    """“Write: …” with the first suggestion, “Add: …” for what a page lacks, “Do: …” for advice, or nothing."""
    if not f.suggestions:
        return ""
    return f"{f.calls_for(f.suggestions[0]).capitalize()}: {f.suggestions[0].text}"


def swap(f: Finding) -> str | None:
    """What the words of a finding can be exchanged for in the source, if that can be done as it stands.

    Words that the source writes otherwise, with markup or escapes among them, cannot.
    """
    plain = f.written == f.quote and f.line == f.end_line
    return next((s.replace for s in f.suggestions if s.replace is not None and s.replace != f.quote and plain), None)


def named(source: Source) -> str:
    """Title and section of a source."""
    return source.title + (f", {source.section}" if source.section else "")


def is_web(url: str) -> bool:
    """Whether an address can be followed from a page or an editor."""
    return url.startswith(("https://", "http://"))


def rule_page(report: Report, header: Header) -> str | None:
    """Where to read about a rule: medlint's page of it, or for others' rules the first of its sources."""
    if header.pack in shipped_ids():
        return f"{HOME}/blob/main/docs/rules/{header.pack}.md#{header.id}"
    urls = (report.facts.sources[s].url for s in header.sources if s in report.facts.sources)
    return next(filter(is_web, urls), None)


def unique(fingerprints: Iterable[str]) -> Iterator[str]:
    """Fingerprints in their order, each told apart from what is the same before it."""
    seen: Counter[str] = Counter()
    for one in fingerprints:
        seen[one] += 1
        yield one if seen[one] == 1 else f"{one}-{seen[one]}"
