"""JUnit's XML, which every CI service can show: a suite for each page, a test that fails for each finding."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from medlint.findings import Finding
from medlint.lint import Result
from medlint.reporters import Report, Style
from medlint.reporters.common import XML, instead, named, project_path, xml_text

KINDS = {"failure": "failures", "error": "errors", "skipped": "skipped"}
"""What can become of a test beside passing, and the attribute that counts it."""


def render(report: Report, style: Style) -> str:
    """Pages that were checked, then those that could not be read, then what was passed over."""
    root = Element("testsuites", name="medlint")
    for result in report.results:
        _suite(root, project_path(report, result.path), _page(report, result))
    for unread in report.unreadable:
        path = project_path(report, unread.path)
        _suite(root, path, [_case(path, "is read", "error", unread.reason, type="unreadable")])
    if report.skipped:
        paths = [(project_path(report, u.path), u.reason) for u in report.skipped]
        _suite(root, "not read", [_case(path, "is read", "skipped", reason) for path, reason in paths])
    _count(root, list(root.iter("testcase")))
    del root.attrib["skipped"]  # which Jenkins' schema has for suites alone
    indent(root)
    return XML + tostring(root, encoding="unicode") + "\n"


def _page(report: Report, result: Result) -> list[Element]:
    path = project_path(report, result.path)
    if not result.health_copy:
        return [_case(path, "has no risky claims", "skipped", "no health copy")]
    cases = [
        _case(path, f"rule {rule} runs", "error", why, type="rule-stopped")
        for rule, why in result.faults
    ]  # fmt: skip
    cases += [_case(path, _name(f), "failure", f.message, _told(f), type=f.severity.label) for f in result.findings]
    if not cases:
        cases.append(_case(path, "has no risky claims"))
    for s in result.suppressed:
        how = "in the baseline" if s.by == "baseline" else "suppressed"
        cases.append(_case(path, _name(s.finding), "skipped", how + (f": {s.reason}" if s.reason else "")))
    return cases


def _name(f: Finding) -> str:
    return f"{f.rule} at {f.line}:{f.column}"


def _told(f: Finding) -> str:
    lines = [f"{f.path}:{f.line}:{f.column}", f.sentence, f.message, f.why and f"Why: {f.why}", instead(f)]
    if f.sources:
        lines.append("Sources: " + "; ".join(f"{named(s)} <{s.url}>" for s in f.sources))
    return "\n".join(filter(None, lines))


def _case(path: str, name: str, kind: str = "", message: str = "", text: str = "", type: str = "") -> Element:
    case = Element("testcase", classname=xml_text(path), name=xml_text(name), time="0")
    if kind:
        attributes = {"message": xml_text(message)} | ({"type": type} if type else {})
        SubElement(case, kind, attributes).text = xml_text(text) or None
    return case


def _suite(root: Element, name: str, cases: list[Element]) -> None:
    suite = SubElement(root, "testsuite", name=xml_text(name))
    _count(suite, cases)
    suite.extend(cases)


def _count(element: Element, cases: list[Element]) -> None:
    kinds = Counter(child.tag for case in cases for child in case)
    element.set("tests", str(len(cases)))
    for kind, attribute in KINDS.items():
        element.set(attribute, str(kinds[kind]))
    element.set("time", "0")
