"""Checkstyle's XML, which many editors and services read."""

from __future__ import annotations

from xml.etree import ElementTree

from medlint.findings import Finding, Severity
from medlint.reporters import Report, Style
from medlint.reporters.common import XML, given_path, instead, one_line, xml_text

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def render(report: Report, style: Style) -> str:
    """A `file` for every page that was checked, with an `error` for each of its findings."""
    root = ElementTree.Element("checkstyle", version="4.3")
    for result in report.results:
        file = ElementTree.SubElement(root, "file", name=xml_text(given_path(result.path)))
        for f in result.findings:
            ElementTree.SubElement(file, "error", _attributes(f))
    for unread in report.unreadable:
        file = ElementTree.SubElement(root, "file", name=xml_text(given_path(unread.path)))
        told = {"line": "1", "severity": "error", "message": xml_text(f"cannot be read: {unread.reason}")}
        ElementTree.SubElement(file, "error", {**told, "source": "medlint.unreadable"})
    ElementTree.indent(root)
    return XML + ElementTree.tostring(root, encoding="unicode") + "\n"


def _attributes(f: Finding) -> dict[str, str]:
    return {
        "line": str(f.line),
        "column": str(f.column),
        "severity": _SEVERITIES[f.severity],
        "message": xml_text(one_line(f"{f.message} {instead(f)}")),
        "source": f"medlint.{f.rule}",
    }
