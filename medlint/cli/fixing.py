"""Going through findings one by one, with a choice for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import click

from medlint.cli.console import style
from medlint.diffs import shown
from medlint.directive_insert import directed
from medlint.document import Span
from medlint.findings import Finding
from medlint.fixes import Edit, Fix, Scope, fixes_of, reworded
from medlint.mending import Draft
from medlint.reporters.excerpt import paint
from medlint.reporters.text import BOLD, DIM, count, finding_lines

MOST = 9
"""So many rewordings are offered at most."""

HELP = """\
  a, or a number   make that change
  e                write it in your own words (E: in your editor)
  s                leave it as it is, this time
  i                let it stand for good, with a reason: a comment goes into the page
  u                undo the last step
  q                stop here"""

_CHANGES = {"-": "31", "+": "32"}


@dataclass(slots=True)
class _Step:
    """How things were before a choice."""

    draft: int
    source: str
    passed: frozenset[str]


@dataclass(slots=True)
class Session:
    """Goes through the findings of some drafts. `is_locked` tells of a finding that no comment lets it stand."""

    drafts: list[Draft]
    is_locked: Callable[[str, Finding], bool] = lambda path, finding: False
    _at: int = 0
    _passed: frozenset[str] = frozenset()
    _steps: list[_Step] = field(default_factory=list)
    _shown: int = -1

    def run(self) -> list[Draft]:
        """Ask until all is answered; returns the drafts to be written, none if so chosen."""
        if not self.drafts:
            click.echo("Nothing to mend: nothing risky found.")
            return []
        while True:
            finding = self._next()
            if (finding is None or self._choose(finding)) and self._is_done(stopped=finding is not None):
                return [draft for draft in self.drafts if draft.is_changed]

    @property
    def _draft(self) -> Draft:
        return self.drafts[self._at]

    def _next(self) -> Finding | None:
        """The first finding that nobody has chosen about, from the draft in hand on."""
        while self._at < len(self.drafts):
            finding = next((f for f in self._draft.findings if f.fingerprint not in self._passed), None)
            if finding:
                return finding
            self._at += 1
        return None

    def _choose(self, finding: Finding) -> bool:
        """Show a finding and its rewordings, and do what is chosen; whether that is to stop."""
        draft = self._draft
        fixes = fixes_of(draft.document, finding)[:MOST]
        if self._shown != self._at:
            self._shown = self._at
            left = sum(f.fingerprint not in self._passed for f in draft.findings)
            click.echo(f"\n{paint(draft.file.path, BOLD, style())}  {paint(count(left, 'finding'), DIM, style())}")
        click.echo("\n".join(finding_lines(finding, style())))
        click.echo()
        for number, one in enumerate(fixes, 1):
            self._show(number, one)
        if not fixes:
            click.echo("  no rewording can be put in here as it stands; write your own, or pass it over")
        while True:
            click.echo(self._choices(len(fixes)))
            answer = _ask(">")
            if answer.isdigit() and 1 <= int(answer) <= len(fixes):
                return self._make(fixes[int(answer) - 1].edits)
            match answer:
                case "a" if fixes:
                    return self._make(fixes[0].edits)
                case "e" | "E":
                    edits = self._own_words(finding, fixes, editor=answer == "E")
                    if edits:
                        return self._make(edits)
                case "s":
                    self._remember()
                    self._passed |= {finding.fingerprint}
                    return False
                case "i":
                    edits = self._let_stand(finding)
                    if edits:
                        return self._make(edits)
                case "u":
                    if self._undo():
                        return False
                    click.echo("  there is nothing to undo")
                case "q":
                    return True
                case _:
                    click.echo(HELP)

    def _choices(self, n: int) -> str:
        accept = "" if not n else "[a]ccept, " if n == 1 else f"[a]ccept 1, or a number to {n}, "
        back = "[u]ndo, " if self._steps else ""
        return f"{accept}[e]dit, [s]kip, [i]gnore, {back}[q]uit, [?]"

    def _show(self, number: int, fix: Fix) -> None:
        scopes = {"words": "the words", "sentence": "the sentence", "insert": "put in"}
        told = scopes[fix.scope] + (", safe" if fix.safe else "")
        click.echo(f"  {paint(str(number), BOLD, style())}  {paint(told, DIM, style())}")
        self._show_change(fix.edits)

    def _show_change(self, edits: Iterable[Edit]) -> None:
        for mark, line in shown(self._draft.source, edits):
            click.echo("     " + paint(f"{mark} {line}", _CHANGES[mark], style()))

    def _own_words(self, finding: Finding, fixes: tuple[Fix, ...], *, editor: bool) -> tuple[Edit, ...]:
        """The edits that put in what the user writes; none if nothing, or where it cannot be put in."""
        scope: Scope = "insert" if finding.is_page_level else "sentence"
        first = fixes[0].suggestion.text if fixes and fixes[0].scope == scope else ""
        given = first if scope == "insert" else finding.sentence
        question = "  new text" if scope == "insert" else "  new sentence"
        text = (click.edit(given) or "") if editor else _ask(question, given)
        text = " ".join(text.split())
        if not text or (text == given and scope == "sentence"):
            return ()
        edits = reworded(self._draft.document, finding, text, scope)
        if not edits:
            click.echo("  that cannot be put in here so that the page reads as written; nothing was changed")
        return edits

    def _let_stand(self, finding: Finding) -> tuple[Edit, ...]:
        """The edits that put in a directive; none without a reason, or where there is no place for one."""
        if self.is_locked(self._draft.file.path, finding):
            click.echo(f"  {finding.rule} is locked: no comment in a page lets it stand")
            return ()
        reason = _ask("  reason")
        way = directed(self._draft.document, finding, reason) if reason else None
        if way is None:
            if reason:
                click.echo("  no comment can stand here; use ignore in the configuration, or a baseline")
            return ()
        edit = Edit(Span(way.at, way.at), way.text)
        self._show_change([edit])
        return (edit,)

    def _make(self, edits: Iterable[Edit]) -> bool:
        self._remember()
        self._draft.make(edits)
        return False

    def _remember(self) -> None:
        self._steps.append(_Step(self._at, self._draft.source, self._passed))

    def _undo(self) -> bool:
        if not self._steps:
            return False
        step = self._steps.pop()
        self._at, self._passed, self._shown = step.draft, step.passed, -1
        self._draft.source = step.source
        return True

    def _is_done(self, *, stopped: bool) -> bool:
        """Ask whether the changes are to be written; False goes back to the last step."""
        changed = [draft for draft in self.drafts if draft.is_changed]
        if not changed:
            click.echo("\nNothing was changed.")
            return True
        names = ", ".join(draft.file.path for draft in changed)
        click.echo(f"\n{'Stopped' if stopped else 'That was all'}. Changed: {names}")
        while True:
            match _ask("Write that? [y]es, [n]o, [u]ndo the last step"):
                case "y":
                    return True
                case "n":
                    for draft in changed:
                        draft.source = draft.file.source
                    click.echo("Nothing was written.")
                    return True
                case "u":
                    self._undo()
                    return False


def _ask(question: str, given: str = "") -> str:
    """What the user answers; `given` stands there to be changed, on terminals that can do so."""
    if not given:
        suffix = " " if question == ">" else ": "
        answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=suffix)
        return answer.strip()
    try:
        import readline
    except ImportError:  # on Windows
        click.echo(f"  now: {given}")
        return _ask(question)

    def put_in() -> None:
        readline.insert_text(given)
        readline.redisplay()

    readline.set_pre_input_hook(put_in)
    try:
        return _ask(question)
    finally:
        readline.set_pre_input_hook()
