"""How a text names a piece of evidence: words for research, years, journals, authors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from medlint.evidence.journals import same_journal


class Named(NamedTuple):
    """A name at a text range. `first` says that an author is named as the first one (“Feder et al.”)."""

    start: int
    end: int
    name: str
    first: bool = False


NOUN = (
    r"(?:stud(?:y|ies)|trials?|rct|meta[- ]?analys[ei]s|(?:systematic |literature |cochrane )?reviews?|papers?|"
    r"reports?|surveys?|articles?|case series|experiments?|cohort|analysis|research)"
)
_STOP = (
    r"(?:of|in|on|by|to|at|from|for|with|and|or|but|that|which|who|was|were|is|are|has|have|had|the|a|an|this|one|"
    r"found|shows?|showed|published|reported|we|our|your|it|as|when|while|although|though|because|if|since)"
)
_PHRASE = re.compile(
    rf"\b(?:(?:a|an|one|another|the|this|that|two|recent)\s+)?(?:(?!{_STOP}\b)[\w'-]+\s+){{0,5}}?{NOUN}\b", re.I
)
_FOUND = re.compile(
    r"\b(?:found|reported|show(?:s|ed|n)|demonstrated|concluded|observed|studied|compared|randomi[sz]ed|published)\b",
    re.I,
)
_YEAR = re.compile(r"(?<![\w.,/$£€#-])[12]\d{3}(?![\w%/]|[.,]\d|-\d| ?(?:mg|ml|iu|mcg|kcal|calories|steps)\b)")
_TAKEN = re.compile(
    r" (?:people|patients|participants|adults|veterans|subjects|volunteers|men|women|children|of)\b", re.I
)
_CAPITAL = r"[A-Z\u00c0-\u00de]"
_NAME = (
    r"(?:(?:van|von|de|der|del|la|le|di|da|dos|ten)\s+){0,2}"
    rf"(?:{_CAPITAL}'?[^\W\d_]+(?:[-']{_CAPITAL}?[^\W\d_]{{2,}})*)"
)
_AND = rf"(?:,?\s+(?:and|&)\s+{_NAME})?"
_OTHERS = r"(?:et\.? al\b\.?|(?:and|&)\s+(?:(?:his|her|their)\s+)?(?:colleagues|co-?workers|team|associates|others)\b)"
_AUTHORS = (
    (re.compile(rf"\b({_NAME})(?:\s+[A-Z]{{1,3}}\b)?,?\s+{_OTHERS}"), True),
    (re.compile(rf"\b({_NAME}){_AND},?\s*\((?=[^()]{{0,60}}\b[12]\d{{3}}[a-z]?\))"), True),
    (re.compile(rf"\((?:see\s+|e\.g\.,?\s+|cf\.\s+)?({_NAME}){_AND},?\s+(?=[12]\d{{3}}[a-z]?\b)"), True),
    (re.compile(rf"\b({_NAME})'s\s+(?:[a-z-]+\s+){{0,3}}?(?=[12]\d{{3}}\s+(?:[\w-]+\s+){{0,3}}?{NOUN}\b)"), False),
    (re.compile(rf"\b{NOUN}\s+(?:\w+\s+){{0,2}}?by\s+(?:(?:Drs?|Prof|Professor)\.?\s+)?({_NAME})\b"), False),
    (re.compile(rf"\b({_NAME})\s+(?=[12]\d{{3}}\b)"), False),
)  # fmt: skip
_LOOSE = (1, 2, 5)
"""The forms that need more than their looks: a known author, or words of research beside them."""

_ENTRY_AUTHOR = re.compile(
    rf"^\W{{0,3}}(?:\d{{1,3}}\s?[.)\]]?\s+)?\W{{0,2}}({_NAME})"
    r"(?:,?\s+(?:[A-Z]\.?-?\s?){1,3}(?=[,.;&\s(]|$)|,?\s+et\.? al|\s+(?:and|&)\s|,?\s+\(?[12]\d{3})"
)
_NO_AUTHORS = frozenset({
    "consumer", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "spring", "summer", "autumn", "fall", "winter", "in", "since", "by", "from", "until",
    "during", "after", "before", "early", "late", "mid", "the", "this", "that", "these", "our", "a", "an", "and",
    "or", "for", "with", "at", "on", "as", "figure", "table", "appendix", "section", "chapter", "version",
    "copyright", "updated", "published", "reviewed", "established", "founded", "fda", "dea", "who", "nice", "cdc",
    "nih", "mhra", "ema", "tga", "act", "title", "new", "study", "studies", "trial", "review", "research",
    "university", "institute", "clinic", "hospital", "center", "centre", "college", "school", "journal",
    "psychiatry", "medicine", "lancet", "jama", "nature", "science", "phase", "part", "day", "week", "year",
    "covid", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ketamine", "esketamine",
    "spravato", "botox", "ozempic", "wegovy",
})  # fmt: skip
_WORD = rf"{_CAPITAL}[\w&'-]*"
_SMALL = r"(?:of|and|&|in|for|the|on)"
_JOURNAL = re.compile(
    rf"(?:\b(?:{_WORD}\s+){{0,4}}(?:Journal|Annals|Archives|Proceedings|Bulletin|Transactions)"
    rf"(?:\s+{_SMALL}(?:\s+{_SMALL})*(?:\s+{_WORD})+)+(?:,?\s+{_SMALL}\s+{_WORD})*"
    rf"|\b(?!Consumer\b)(?:{_WORD}\s+){{1,4}}(?:Journal|Annals|Archives|Bulletin|Letters|Reports|Reviews)\b(?!\s+(?:Club|Entry))"
    r"|\b(?:[A-Z][a-z]*\.?\s+){0,4}J\.?(?:\s+(?!PMID|DOI|PMC)[A-Z][A-Za-z]{2,}\.?){1,4}"
    r"|\b(?:J|Ann|Arch|Br|Am|Eur|Int|Curr|Clin|Biol|Mol|Acta|Nat|Ther|Front)\.?(?:\s+(?:[A-Z][A-Za-z]*)\.?){1,4}"
    r"(?=[.,;:(\s]+(?:19|20)\d\d\b)"
    r"|\b(?:The\s+)?(?:New England Journal(?: of Medicine)?|N\.? Engl\.? J\.? Med\.?|NEJM|JAMA|Lancet|BMJ|PNAS|AJP|"
    r"Cell|Nature|PLOS|PLoS|Frontiers in|BMC|Cochrane Database)"
    rf"(?:\s+(?!(?:In|A|The|Study|Trial|Review)\b)[A-Z][A-Za-z]{{2,}}){{0,3}}\b)"
)
_JOURNAL_PLAIN = re.compile(
    r"\b(?:(?:american|british|european|international|canadian|australian|new england|clinical|the)\s+){0,3}"
    r"(?:journal|annals|archives) of (?:(?:the|clinical|affective|psychiatric|internal|american)\s+){0,2}"
    r"[a-z]+(?:\s+(?:and|&)\s+[a-z]+)?",
    re.I,
)
_LEADING = re.compile(r"^(?:(?:the|in|a|an|of|from|by|and|see|our|this)\s+)+", re.I)
_TITLED = re.compile(rf"\b(?:in|by|from)\s+(?:the\s+)?({_WORD}(?: (?:{_SMALL} )?{_WORD}){{1,5}})")


def phrases(text: str) -> list[Named]:
    """The words for research in a text, with what stands before them (“a groundbreaking study”)."""
    return [Named(m.start(), m.end(), m.group()) for m in _PHRASE.finditer(text)]


def speaks_of_research(text: str) -> bool:
    """Whether a text has words for research or for what comes of it."""
    return bool(_FOUND.search(text) or _PHRASE.search(text))


def years(text: str) -> list[Named]:
    """Four-figure numbers that can be meant as years, impossible ones too."""
    return [Named(m.start(), m.end(), m.group()) for m in _YEAR.finditer(text) if not _TAKEN.match(text, m.end())]


def journals(text: str, known: Iterable[str] = ()) -> list[Named]:
    """Names of journals by their form, and names of `known` journals, as they are written or by what they stand for."""
    found = [_untitled(m) for m in _JOURNAL.finditer(text)]
    found += [_untitled(m) for m in _JOURNAL_PLAIN.finditer(text)]
    if names := tuple(sorted(set(known))):
        found += [Named(*m.span(), m.group()) for m in _known(names).finditer(text)]
        found += [one for m in _TITLED.finditer(text) if (one := _of_known(m, names))]
    out: list[Named] = []
    for one in sorted(found, key=lambda n: (n.start - n.end, n.start)):
        if all(one.end <= o.start or o.end <= one.start for o in out):
            out.append(one)
    return sorted(out)


def _untitled(m: re.Match[str]) -> Named:
    """A name without the small words before it and the full stop behind it."""
    name = _LEADING.sub("", m.group())
    return Named(m.end() - len(name), m.end(), name.rstrip("."))


def _of_known(m: re.Match[str], known: tuple[str, ...]) -> Named | None:
    """The longest beginning of a title that is another form of a known journal's name."""
    words = m.group(1).split()
    for count in range(len(words), 1, -1):
        name = " ".join(words[:count])
        if any(same_journal(name, other) for other in known):
            return Named(m.start(1), m.start(1) + len(name), name)
    return None


@lru_cache(maxsize=8)
def _known(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def authors(text: str, known: Iterable[str] = (), *, research: bool = False) -> list[Named]:
    """Authors named in a text; `known` are family names, `research` says that the sentence speaks of research.

    “Feder 2014”, “Feder (2014)” and “Feder and colleagues” look like much else (“March 2014”, “Spravato (2019)”), so
    these forms count only for a known name or, all but the first, beside words of research.
    """
    names = {name.lower() for name in known}
    found: dict[int, Named] = {}
    for number, (pattern, first) in enumerate(_AUTHORS):
        for m in pattern.finditer(text):
            name = m.group(1).strip()
            plain = name.lower()
            if plain.split()[-1] in _NO_AUTHORS or name.isupper():
                continue
            loose = number in _LOOSE or (number == 0 and "et" not in m.group().split())
            if loose and plain not in names and (number == 5 or not research):
                continue
            found.setdefault(m.start(1), Named(m.start(1), m.end(), name, first))
    return sorted(found.values())


def entry_author(text: str) -> str:
    """The first author of an entry of a reference list, or ""."""
    m = _ENTRY_AUTHOR.match(text)
    return m.group(1) if m and m.group(1).lower() not in _NO_AUTHORS else ""
