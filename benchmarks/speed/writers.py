"""The same phrase rules, written the way of each tool."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from phrases import PhraseRule

Rules = Iterable[PhraseRule]

HEADER = """\
pack: shared
title: Phrases for measuring speed
version: 1.0.0
families: [boast]
define-sources:
  - id: house-style
    title: House style
    section: "1"
    url: https://clinic.example/style
    requires: Plain words.
    as_of: 2026-11
    verified: "yes"
"""
HEAD = """\
family: boast
severity: warning
sources: [house-style]
"""
RULE = """\
  - id: {id}
    flag: {phrases}
    message: "“{{match}}” is a boast."
    why: Nobody can show it to be true.
    suggest: Say what you do.
    examples:
      flag: {examples}
      pass: [We will see you soon., Ask us first.]
"""


RULES_A_FILE = 1000


def medlint(rules: Rules, folder: Path) -> Path:
    """A pack in a folder, as one file can hold only so much."""
    parts = [
        RULE.format(
            id=rule.id,
            phrases=json.dumps(rule.phrases),
            examples=json.dumps([f"This is {phrase}." for phrase in rule.phrases[:2]]),
        )
        for rule in rules
    ]
    pack = folder / "shared"
    _written(pack / "pack.yaml", HEADER)
    for start in range(0, len(parts), RULES_A_FILE):
        some = "".join(parts[start : start + RULES_A_FILE])
        _written(pack / f"rules-{start:05d}.yaml", f"{HEAD}rules:\n{some}")
    return pack


PROSELINT = '''\
"""proselint with the shared rules in the place of its own checks: what its command does, by its interface."""

import sys
from pathlib import Path

from proselint.log import OutputFormat, log
from proselint.registry import CheckRegistry
from proselint.registry.checks import Check, types
from proselint.tools import LintFile, extract_files

RULES = {rules}

log.setup(verbose=False, fmt=OutputFormat.COMPACT)
CheckRegistry().register_many(
    tuple(Check(types.Existence(items), path=name, message="is a boast.") for name, items in RULES.items())
)
config = {{"max_errors": 10**9, "checks": dict.fromkeys(RULES, True)}}
for file in map(LintFile, extract_files([Path(path) for path in sys.argv[1:]])):
    log.write_results(log.format_source(file.source), file.lint(config))
log.flush()
'''


def proselint(rules: Rules, folder: Path) -> Path:
    """A program, since proselint's command takes no checks but its own. By default it caps findings at 1,000 a file."""
    return _written(folder / "proselint_shared.py", PROSELINT.format(rules={rule.id: rule.phrases for rule in rules}))


def textlint(rules: Rules, folder: Path) -> Path:
    """A configuration of textlint with a dictionary for textlint-rule-prh."""
    entries = [
        {"expected": "say what you do", "patterns": [f"/\\b{phrase}\\b/i" for phrase in rule.phrases]} for rule in rules
    ]
    _written(folder / "prh.yml", json.dumps({"version": 1, "rules": entries}))
    chosen = {
        "plugins": {"@textlint/markdown": True, "html": True},
        "rules": {"prh": {"rulePaths": ["./prh.yml"], "checkEmphasis": True}},
    }
    return _written(folder / ".textlintrc.json", json.dumps(chosen))


WRITE_GOOD = """\
// write-good with the shared rules in the place of its own checks. Its command takes --checks for one file only.
const fs = require('fs');
const writeGood = require('write-good');
const annotate = require('write-good/lib/annotate');

const rules = RULES;
const check = (phrases) => {
  const pattern = new RegExp(`\\\\b(?:${phrases.join('|')})\\\\b`, 'gi');
  return (text) => Array.from(text.matchAll(pattern), (m) => ({ index: m.index, offset: m[0].length }));
};
const checks = {};
Object.keys(rules).forEach((id) => { checks[id] = { fn: check(rules[id]), explanation: 'is a boast' }; });
process.argv.slice(2).forEach((file) => {
  const text = fs.readFileSync(file, 'utf8');
  const found = annotate(text, writeGood(text, { checks }), true);
  found.forEach((a) => console.log(`${file}:${a.line}:${a.col}: ${a.reason}`));
});
"""


def write_good(rules: Rules, folder: Path) -> Path:
    """A program that hands write-good checks of ours, one a rule, in the form of those that it is made of."""
    table = json.dumps({rule.id: rule.phrases for rule in rules})
    return _written(folder / "write-good-shared.js", WRITE_GOOD.replace("RULES", table))


def vale(rules: Rules, folder: Path) -> Path:
    """A configuration of Vale and a style with one file a rule."""
    for rule in rules:
        text = {"extends": "existence", "message": "'%s' is a boast.", "level": "warning", "ignorecase": True}
        _written(folder / f"styles/Shared/{rule.id}.yml", json.dumps({**text, "tokens": rule.phrases}))
    return _written(
        folder / ".vale.ini", "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*]\nBasedOnStyles = Shared\n"
    )


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
