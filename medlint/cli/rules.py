"""`medlint rules` and `medlint explain`."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import click

from medlint.cli.console import UsageError, library, settings, style
from medlint.config import SEVERITIES
from medlint.packs.errors import did_you_mean
from medlint.packs.model import Library, Rule
from medlint.wording import generic, told

COMMON = (
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
    click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file."),
    click.option("--pack", "packs", multiple=True, metavar="PATH", help="Use this rule pack too."),
    click.option("--jurisdiction", multiple=True, metavar="NAME", help="Whose rules apply (default: us)."),
)


def _with_common(command: click.decorators.FC) -> click.decorators.FC:
    for option in reversed(COMMON):
        command = option(command)
    return command


def _library(isolated: bool, config: Path | None, packs: tuple[str, ...], jurisdiction: tuple[str, ...]) -> Library:
    chosen = settings(isolated, config).with_options(packs=packs, jurisdiction=jurisdiction)
    return library(chosen.packs, chosen.jurisdiction)


@click.command()
@click.option("--family", help="Only this family.")
@click.option("--of-pack", help="Only rules of this pack (by its name).")
@click.option("--severity", type=click.Choice(SEVERITIES), help="Only this severity.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@_with_common
def rules(
    family: str | None,
    of_pack: str | None,
    severity: str | None,
    as_json: bool,
    isolated: bool,
    config: Path | None,
    packs: tuple[str, ...],
    jurisdiction: tuple[str, ...],
) -> int:
    """List the rules in use."""
    found = _library(isolated, config, packs, jurisdiction)
    families = {r.header.family for r in found.rules.values()}
    for given, known in ((family, families), (of_pack, {p.id for p in found.packs})):
        if given and given not in known:
            raise UsageError(f"there is no “{given}”{did_you_mean(given, known)}")
    chosen = [
        rule.header
        for rule in sorted(found.rules.values(), key=lambda r: (r.header.family, -r.header.severity, r.header.id))
        if (not family or rule.header.family == family)
        and (not of_pack or rule.header.pack == of_pack)
        and (not severity or rule.header.severity.label == severity)
    ]
    if as_json:
        rows = [
            {"id": h.id, "pack": h.pack, "family": h.family, "severity": h.severity.label, "kind": h.kind}
            for h in chosen
        ]
        click.echo(json.dumps(rows, indent=2))
        return 0
    if chosen:
        wide = max(len(h.id) for h in chosen)
        broad = max(len(h.family) for h in chosen)
        for h in chosen:
            click.echo(f"{h.id:<{wide}}  {h.family:<{broad}}  {h.severity.label:<10}  {h.pack}")
    click.echo(f"{len(chosen)} rule{'s' * (len(chosen) != 1)}")
    return 0


@click.command()
@click.argument("rule")
@_with_common
def explain(
    rule: str, isolated: bool, config: Path | None, packs: tuple[str, ...], jurisdiction: tuple[str, ...]
) -> int:
    """Tell all about RULE: what it finds, why, who says so, what to write instead."""
    found = _library(isolated, config, packs, jurisdiction)
    if rule not in found.rules:
        raise UsageError(f"there is no rule “{rule}”{did_you_mean(rule, found.rules)}")
    click.echo(_explained(found, found.rules[rule]))
    return 0


def _explained(found: Library, rule: Rule) -> str:
    h = rule.header
    locked = ", locked" if h.locked else ""
    out = [f"{h.id}  ({h.family}, {h.severity.label}, pack {h.pack}, {h.kind}{locked})", ""]
    out += [*_para(generic(h.message)), "", "Why", *_para(generic(h.why)), "", "Write instead"]
    for s in h.suggest:
        out += _para(told(s), "- ")
    out += ["", "Who says so"]
    for source in (found.facts.sources[s] for s in h.sources):
        section = f", {source.section}" if source.section else ""
        checked = {"yes": "verified", "partly": "partly verified"}.get(source.verified, "not verified")
        out += _para(f"{source.title}{section} ({checked} {source.as_of})", "- ")
        out += _para(source.requires, "  ")
        out.append(f"    {source.url}")
    out += ["", "Flagged"]
    for example in h.flag_examples:
        out += _para(_marked(example.text, example.quotes), "- ")
    out += ["", "Passed"]
    for example in h.pass_examples:
        out += _para(example.text, "- ")
    return "\n".join(out)


def _marked(text: str, quotes: tuple[str, ...]) -> str:
    for quote in quotes:
        text = text.replace(quote, f"[{quote}]", 1)
    return text


def _para(text: str, lead: str = "") -> list[str]:
    width = style().width
    flat = " ".join(text.split())
    if not width:
        return [f"  {lead}{flat}"]
    return textwrap.wrap(flat, width, initial_indent=f"  {lead}", subsequent_indent=" " * (2 + len(lead)))
