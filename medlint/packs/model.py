"""What a pack holds once it is read: rules, guards, word lists."""

# No annotation is kept as a text here: of each of its fields' a named tuple would have to compile it.

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from medlint.evidence.facts import Facts
from medlint.findings import Severity, Suggestion
from medlint.packs.pattern_nodes import Pattern, WordList
from medlint.parts import Parts


class Example(NamedTuple):
    """A text and, where its author marked them with `**`, the words that a finding must quote."""

    text: str
    quotes: tuple[str, ...]
    line: int


class Exchange(NamedTuple):
    """Within the quoted words, what a pattern matches is exchanged for `words`, or left out where there are none."""

    pattern: Pattern
    words: str


class Swap(NamedTuple):
    """A suggestion that exchanges some of the quoted words; the others stay. The rest is as in `Suggestion`."""

    text: str
    exchanges: tuple[Exchange, ...]
    safe: bool = False
    replace: None = None
    advice: bool = False


Suggested = Suggestion | Swap
"""What a rule suggests."""


class Outcome(NamedTuple):
    """A text, and what it is to be when the exchanges that a rule suggests have been made in it."""

    before: str
    after: str
    line: int


class Header(NamedTuple):
    """What every kind of rule has. `path` and `line` say where it is written; no directive lets findings of one that
    is `locked` stand. A suggestion without a text only exchanges words.
    """

    id: str
    pack: str
    kind: str
    family: str
    severity: Severity
    message: str
    why: str
    suggest: tuple[Suggested, ...]
    sources: tuple[str, ...]
    flag_examples: Sequence[Example]
    pass_examples: Sequence[Example]
    path: str
    line: int
    locked: bool = False
    becomes: Sequence[Outcome] = ()

    @property
    def names(self) -> tuple[str, str, str]:
        """What the rule can be called by: itself, its family, its pack; the closest first."""
        return self.id, self.family, self.pack


class Rule(Protocol):
    """A rule of any kind."""

    @property
    def header(self) -> Header: ...


class Head(NamedTuple):
    """The part of a header that tells rules apart."""

    id: str
    pack: str
    kind: str
    family: str
    severity: Severity
    locked: bool

    @property
    def names(self) -> tuple[str, str, str]:
        """As those of a header."""
        return self.id, self.family, self.pack


class Outline(NamedTuple):
    """A rule that has not been read yet, but for what tells it apart."""

    header: Head


Outlined = Rule | Outline
"""What can be chosen by its names: a rule, or one in outline."""


Direction = Literal["before", "after", "anywhere", "next", "previous", "lead-in", "quoted", "reply"]
DIRECTIONS: tuple[Direction, ...] = ("before", "after", "anywhere", "next", "previous", "lead-in", "quoted", "reply")


class Guard(NamedTuple):
    """Words that take the risk out of a match, and how far they reach.

    After ConText (Harkema et al. 2009, doi:10.1016/j.jbi.2009.05.002): a trigger has a direction and a
    reach (in words; 0 is the whole sentence); a `stop` word between trigger and match ends its reach;
    `not` holds what looks like a trigger and is none; `links` are pieces of addresses: a link to one of
    them in the sentence is a trigger too.
    """

    name: str
    about: str
    triggers: dict[Direction, tuple[Pattern, ...]]
    stop: tuple[Pattern, ...]
    not_: tuple[Pattern, ...]
    reach: int
    links: tuple[str, ...] = ()
    shape: Literal["", "question", "heading"] = ""


class PackInfo(NamedTuple):
    """The header of a pack."""

    id: str
    title: str
    version: str
    jurisdictions: tuple[str, ...]
    reviewed: str
    maintainers: tuple[str, ...]
    path: str


class Library(Parts):
    """All packs in use, read together: a pack may use the word lists and guards of the others.

    `lists` holds the word lists by name, as the patterns refer to them. What comes from compiled packs is read when it
    is asked for; `outlines` tells the rules apart without that.
    """

    def __init__(
        self, facts: Facts, packs: list[PackInfo] | None = None, rules: Mapping[str, Rule] | None = None,
        guards: Mapping[str, Guard] | None = None, lists: Mapping[str, WordList] | None = None,
    ) -> None:  # fmt: skip
        self.facts = facts
        self.packs = [] if packs is None else packs
        self.rules = {} if rules is None else rules
        self.guards = {} if guards is None else guards
        self.lists = {} if lists is None else lists

    def without(self, packs: Collection[str]) -> "Library":
        """The same without the rules of some packs; their words and guards stay, as others may use them."""
        rules = self.rules
        leave_out = getattr(rules, "without", None)
        kept = leave_out(packs) if leave_out else {id_: r for id_, r in rules.items() if r.header.pack not in packs}
        return self.having(rules=kept, packs=[pack for pack in self.packs if pack.id not in packs])

    @property
    def outlines(self) -> Mapping[str, Outlined]:
        """The rules, as far as what tells them apart."""
        outlines: Mapping[str, Outlined] = getattr(self.rules, "outlines", self.rules)
        return outlines
