"""How a text names a piece of evidence: journals, authors, years, designs, numbers of people."""

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
    r"found|shows?|showed|published|reported|we|our|your|it|as)"
)
_PHRASE = re.compile(
    rf"\b(?:(?:a|an|one|another|the|this|that|two|recent)\s+)?(?:(?!{_STOP}\b)[\w'-]+\s+){{0,5}}?{NOUN}\b", re.I
)
_YEAR = re.compile(r"(?<![\w.,/$£€#-])[12]\d{3}(?![\w%/]|[.,]\d|-\d| ?(?:mg|ml|iu|mcg|kcal|calories|steps)\b)")
_TAKEN = re.compile(r" (?:people|patients|participants|adults|veterans|subjects|volunteers|men|women|children|of)\b", re.I)
_NAME = r"(?:(?:van|von|de|der|del|la|le|di|da|dos|ten)\s+){0,2}(?:[A-Z\u00c0-\u00de]['\u2019]?[^\W\d_]+(?:[-'\u2019][A-Z\u00c0-\u00de]?[^\W\d_]{2,})*)"
_OTHERS = r"(?:et\.? al\b\.?|(?:and|&)\s+(?:(?:his|her|their)\s+)?(?:colleagues|co-?workers|team|associates|others)\b)"
_AUTHORS = (
    (re.compile(rf"\b({_NAME})(?:\s+[A-Z]{{1,3}}\b)?,?\s+{_OTHERS}"), True),
    (re.compile(rf"\b({_NAME})(?:\s+(?:and|&)\s+{_NAME})?,?\s*\((?=[^()]{{0,60}}\b[12]\d{{3}}[a-z]?\))"), True),
    (re.compile(rf"\((?:see\s+|e\.g\.,?\s+|cf\.\s+)?({_NAME})(?:,?\s+(?:and|&)\s+{_NAME})?,?\s+(?=[12]\d{{3}}[a-z]?\b)"), True),
    (re.compile(rf"\b({_NAME})'s\s+(?:[a-z-]+\s+){{0,3}}?(?=[12]\d{{3}}\s+(?:[\w-]+\s+){{0,3}}?{NOUN}\b)"), False),
    (re.compile(rf"\b{NOUN}\s+(?:\w+\s+){{0,2}}?by\s+(?:(?:Drs?|Prof|Professor)\.?\s+)?({_NAME})\b"), False),
    (re.compile(rf"\b({_NAME})\s+(?=[12]\d{{3}}\b)"), False),
)  # fmt: skip
_LOOSE = (1, 2, 5)
"""The forms that need more than their looks: a known author, or words of research beside them."""

_ENTRY_AUTHOR = re.compile(
    rf"^\W{{0,3}}(?:\d{{1,3}}\s?[.)\]]?\s+)?\W{{0,2}}({_NAME})(?:,?\s+(?:[A-Z]\.?-?\s?){{1,3}}(?=[,.;&\s(]|$)|,?\s+et\.? al|\s+(?:and|&)\s|,?\s+\(?[12]\d{{3}})"
)
_NO_AUTHORS = frozenset(
    "january february march april may june july august september october november december spring summer autumn fall "
    "winter in since by from until during after before early late mid the this that these our a an and or for with at on "
    "as figure table appendix section chapter version copyright updated published reviewed established founded fda dea who "
    "nice cdc nih mhra ema tga act title new study studies trial review research university institute clinic hospital center "
    "centre college school journal psychiatry medicine lancet jama nature science phase part day week year covid monday "
    "tuesday wednesday thursday friday saturday sunday ketamine esketamine spravato botox ozempic wegovy".split()
)
_WORD = r"[A-Z\u00c0-\u00de][\w&'-]*"
_SMALL = r"(?:of|and|&|in|for|the|on)"
_JOURNAL = re.compile(
    rf"(?:\b(?:{_WORD}\s+){{0,4}}(?:Journal|Annals|Archives|Proceedings|Bulletin|Transactions)(?:\s+{_SMALL}(?:\s+{_SMALL})*(?:\s+{_WORD})+)+(?:,?\s+{_SMALL}\s+{_WORD})*"
    rf"|\b(?:{_WORD}\s+){{1,4}}(?:Journal|Annals|Archives|Bulletin|Letters|Reports|Reviews)\b(?!\s+(?:Club|Entry))"
    r"|\b(?:[A-Z][a-z]*\.?\s+){0,4}J\.?(?:\s+(?!PMID|DOI|PMC)[A-Z][A-Za-z]{2,}\.?){1,4}"
    r"|\b(?:J|Ann|Arch|Br|Am|Eur|Int|Curr|Clin|Biol|Mol|Acta|Nat|Ther|Front)\.?(?:\s+(?:[A-Z][A-Za-z]*)\.?){1,4}(?=[.,;:(\s]+(?:19|20)\d\d\b)"
    r"|\b(?:The\s+)?(?:New England Journal(?: of Medicine)?|N\.? Engl\.? J\.? Med\.?|NEJM|JAMA|Lancet|BMJ|PNAS|AJP|Cell|Nature|PLOS|PLoS|Frontiers in|BMC|Cochrane Database)"
    rf"(?:\s+(?!(?:In|A|The|Study|Trial|Review)\b)[A-Z][A-Za-z]{{2,}}){{0,3}}\b)"
)
_JOURNAL_PLAIN = re.compile(
    r"\b(?:(?:american|british|european|international|canadian|australian|new england|clinical|the)\s+){0,3}"
    r"(?:journal|annals|archives) of (?:(?:the|clinical|affective|psychiatric|internal|american)\s+){0,2}[a-z]+(?:\s+(?:and|&)\s+[a-z]+)?",
    re.I,
)
_LEADING = re.compile(r"^(?:(?:the|in|a|an|of|from|by|and|see|our|this)\s+)+", re.I)
_TITLED = re.compile(rf"\b(?:in|by|from)\s+(?:the\s+)?({_WORD}(?: (?:{_SMALL} )?{_WORD}){{1,5}})")
_DESIGNS = {
    "meta-analysis": r"meta[- ]?analys[ei]s|meta-analytic|pooled analys[ei]s",
    "review": r"(?:systematic|cochrane|literature|narrative|scoping) review|cochrane",
    "randomised": r"randomi[sz]ed|\brcts?\b|placebo[- ]controlled|double[- ](?:blind|masked)|triple[- ](?:blind|masked)|crossover|cross-over",
    "double-blind": r"(?:double|triple)[- ](?:blind|blinded|masked)",
    "open": r"open[- ]label|\bopen (?:ascending|study|trial)|uncontrolled|unblinded",
    "survey": r"\bsurvey|questionnaire|online panel|cross-sectional|website audit",
    "consensus": r"consensus|expert opinion|task force|guideline",
    "case series": r"case (?:series|reports?)|chart review",
}
_PATTERNS = {name: re.compile(pattern, re.I) for name, pattern in _DESIGNS.items()}
_UNIT = r"(?:infusions?|doses?|sessions?|treatments?|injections?|administrations?|iv\b)"
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_SINGLE = re.compile(rf"\b(?:a single|single|one|just one|only one|one-time)(?:\s+(?:low|sub-?anesthetic|intravenous|iv|ketamine|esketamine|small|[\d.]+|mg/kg)){{0,3}}[- ]{_UNIT}", re.I)
_REPEATED = re.compile(rf"\b(?:repeated|multiple|serial|several|weekly|(?:up to )?{_NUMBER})(?:\s+(?:subcutaneous|intravenous|iv|ketamine|esketamine)){{0,2}}\s+{_UNIT}|\b(?:course|series) of (?:\w+ ){{0,2}}{_UNIT}|repeated ketamine", re.I)
_SMALL_NUMBERS = {w: n for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
_PEOPLE = r"(?:patients|participants|people|adults|veterans|volunteers|subjects|men|women|adolescents|individuals|sufferers)"
_N = re.compile(
    rf"\bn\s*=\s*(?P<n>\d[\d,]*)|(?P<many>\b\d{{1,3}}(?:,\d{{3}})+|\b\d{{1,6}}|\b(?:{'|'.join(_SMALL_NUMBERS)}))\s+(?:[a-z-]+\s+){{0,3}}?{_PEOPLE}\b",
    re.I,
)  # fmt: skip


def phrases(text: str) -> list[Named]:
    """The words for research in a text, with what stands before them (“a groundbreaking study”)."""
    return [Named(m.start(), m.end(), m.group()) for m in _PHRASE.finditer(text)]


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

    “Feder 2014” and “Feder (2014)” look like much else (“March 2014”, “Spravato (2019)”), so these forms count only
    for a known name or, the one in parentheses, beside words of research.
    """
    names = {name.lower() for name in known}
    found: dict[int, Named] = {}
    for number, (pattern, first) in enumerate(_AUTHORS):
        for m in pattern.finditer(text):
            name = m.group(1).strip()
            plain = name.lower()
            if plain.split()[-1] in _NO_AUTHORS or name.isupper():
                continue
            if number in _LOOSE and plain not in names and (number == 5 or not research):
                continue
            found.setdefault(m.start(1), Named(m.start(1), m.end(), name, first))
    return sorted(found.values())


def entry_author(text: str) -> str:
    """The first author of an entry of a reference list, or ""."""
    m = _ENTRY_AUTHOR.match(text)
    return m.group(1) if m and m.group(1).lower() not in _NO_AUTHORS else ""


def designs(text: str) -> frozenset[str]:
    """What a text says of how a study was made; `single` and `repeated` are about doses."""
    found = {name for name, pattern in _PATTERNS.items() if pattern.search(text)}
    if _SINGLE.search(text):
        found.add("single")
    if _REPEATED.search(text):
        found.add("repeated")
    return frozenset(found)


def people(text: str) -> int | None:
    """How many people a text says took part: the largest number said, since others are parts of it."""
    numbers = []
    for m in _N.finditer(text):
        given = m["n"] or m["many"]
        numbers.append(_SMALL_NUMBERS.get(given.lower()) or int(given.replace(",", "")))
    return max(numbers, default=None)
