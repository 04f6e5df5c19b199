from __future__ import annotations

import re

import pytest
from changed import replace
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.bounds import names_of
from medlint.document import Builder
from medlint.matching import Matcher
from medlint.packs.inflect import inflections
from medlint.packs.pattern import Node, PatternError, WordList, list_node, parse, word_list
from medlint.places import Stretch, Zone, each
from medlint.steps import Words
from medlint.tokens import TOKEN, leads, tokens

LISTS = {
    "minimizer": ["minimal", "few", "hardly any"],
    "harm": ["side effect*", "risk*", "adverse reaction*"],
    "nested": ["{harm}", "pain(?:ful)?"],
    "verb": ["wipe* out", "put* an end to"],
}


def lists(name: str) -> Node:
    return list_node(name, word_list(LISTS[name], lists)[1])


def written() -> dict[str, WordList]:
    return {name: word_list(LISTS[name], lists)[0] for name in LISTS}


def found(pattern: str, text: str, matcher: Matcher | None = None) -> list[str]:
    """What a pattern quotes in a text, as the checks would see it."""
    builder = Builder()
    builder.add(text, 0)
    block = builder.build("paragraph")
    assert block
    matcher = matcher or Matcher(written())
    words = Words(block.lower)
    return [block.visible[a:b] for a, b in matcher.search(parse(pattern, lists), Zone(words, 0, len(words.words)))]


CASES = [
    ("gold standard", "The GOLD Standard of care", ["GOLD Standard"]),
    ("gold standard", "gold-standard care, gold\n standard", ["gold-standard", "gold standard"]),
    ("gold standard", "“gold” standard, gold (standard)", ["gold” standard", "gold (standard"]),
    ("gold standard", "goldstandard, old gold standards, gold, standard", []),
    ("safe", "safer, unsafe, safety", []),
    ("{minimizer} {harm}", "minimal side effects; hardly any risk", ["minimal side effects", "hardly any risk"]),
    ("{harm} (?:are|is) (?:usually|often)? {minimizer}", "Risks are minimal", ["Risks are minimal"]),
    ("{harm} (?:are|is) (?:usually|often)? {minimizer}", "Risks are often few", ["Risks are often few"]),
    ("(?:very )?safe", "so very safe", ["very safe"]),
    ("(?:un|in )safe", "unsafe, in safe, safe", ["unsafe", "in safe"]),
    ("(?<!not )safe", "It is not safe. So safe", ["safe"]),
    ("safe(?<!not safe)", "It is not safe. So safe", ["safe"]),
    ("(?<!not )(?:very )?safe(?<!very safe)", "very safe, not safe, safe", ["safe"]),
    ("no ... {harm}", "no really nasty risks", ["no really nasty risks"]),
    ("no ... {harm}", "no pain. There are risks", []),
    ("no ... {harm}", "no, there are risks", []),
    ("no ...1 {harm}", "no really nasty risks", []),
    ("no ...8 {harm}", "no a b c d e f risks", ["no a b c d e f risks"]),
    ("no (?:a )?...2 {harm}", "no b c risks", ["no b c risks"]),
    ("no(?: ...2)? {harm}", "no b c risks", ["no b c risks"]),
    ("no ...2 {harm}", "no one's known risks", ["no one's known risks"]),
    ("<gold standard> for {harm}", "gold standard for risks", ["gold standard"]),
    ("(?:<first>|<second>) one", "second one", ["second"]),
    ("{nested} gone", "risks gone, painful gone", ["risks gone", "painful gone"]),
    ("{verb} pain", "wipes out pain, putting an end to pain", ["wipes out pain", "putting an end to pain"]),
    (r"\d+ ?(?:%|percent)", "85% or 85 % or 85 percent", ["85%", "85 %", "85 percent"]),
    (r"\d+(?:\.\d+)? ?mg", "0.5 mg, 5mg, 1.5.2", ["0.5 mg", "5mg"]),
    ("kick ?start", "kickstart, kick-start, kick start", ["kickstart", "kick-start", "kick start"]),
    ("auto ?ship\\w*", "autoships, auto shipped", ["autoships", "auto shipped"]),
    ("it's", "It’s here", ["It’s"]),
    ("you(?:'ll| will) see", "you'll see, you will see, you see", ["you'll see", "you will see"]),
    ("does(?:n't| not) work", "doesn't work, does not work", ["doesn't work", "does not work"]),
    ("n't work", "won't work", []),
    ("the \\w+ chair", "the dentist's chair, the old chair", ["the dentist's chair", "the old chair"]),
    ("safe, (?:and )?sound", "safe, sound; safe, and sound; safe sound", ["safe, sound", "safe, and sound"]),
    ("stop;", "stop; go", ["stop;"]),
    ("cure(?! of)", "a cure of bacon, a cure", ["cure"]),
    ("cure(?!d|s)", "cured, cure", ["cure"]),
    ("(?<!no |without )risks?", "no risk, without risk, some risk", ["risk"]),
    ("(?<=very )safe", "safe, very safe", ["safe"]),
    ("^safe", "safe. safe. so safe", ["safe", "safe"]),
    ("safe$", "safe one. so safe", ["safe"]),
    (r"miracul\w+ cure", "a miraculous cure", ["miraculous cure"]),
    ("colou?r", "color colour colr", ["color", "colour"]),
    (r"caf\u00e9", "the café", ["café"]),
    ("(?:so )*good", "so so so good", ["so so so good"]),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "text", "quotes"), CASES)
def test_pattern_quotes(pattern: str, text: str, quotes: list[str]) -> None:
    assert found(pattern, text) == quotes


@pytest.mark.parametrize(
    ("pattern", "message", "offset"),
    [
        ("(?:a|b", "“(” is never closed", 0),
        ("a)", "“)” closes nothing", 1),
        ("<a", "“<” is never closed", 0),
        ("[ab", "“[” is never closed", 0),
        ("{harms}", "unknown word list “harms”", 0),
        ("{Harm}", "opens no word list", 0),
        ("* a", "“*” repeats nothing", 0),
        ("(?:a)?", "matches the empty string", 0),
        ("a\\", "ends in a backslash", 1),
        ("a \\q", "“\\q” is not known here", 2),
        ("(?:{harm}|x)\\w+", "letters stand directly beside a word list or a phrase", 0),
        ("[z-a]p", "not a valid pattern", 0),
    ],
)
def test_mistakes_in_patterns(pattern: str, message: str, offset: int) -> None:
    with pytest.raises(PatternError, match=re.escape(message)) as caught:
        parse(pattern, lists)
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("study", {"studies", "studied", "studying"}),
        ("relieve", {"relieves", "relieved", "relieving"}),
        ("stop", {"stops", "stopped", "stopping"}),
        ("side effect", {"side effects"}),
        ("optimise", {"optimize", "optimises", "optimized", "optimizing"}),
        ("crush", {"crushes", "crushed"}),
        ("boost", {"boosts", "boosted", "boosting"}),
        ("analysis", {"analyses"}),
    ],
)
def test_inflections(word: str, forms: set[str]) -> None:
    assert forms < set(inflections(word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't they're 5mg 0.5 1,000%", ["don't", "they", "'re", "5", "mg", "0.5", "1,000", "%"]),
        ("patient's patients o'clock", ["patient", "'s", "patients", "o'clock"]),
        ("naïve — “x”", ["naïve", "—", "“", "x", "”"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected
    assert [m.group() for m in TOKEN.finditer(text)] == expected


def test_a_search_that_could_run_for_ever_is_marked_wild() -> None:
    assert parse("(?:(?:a )+b)+ c", lists).wild
    assert parse("(?:a+)+b", lists).wild
    assert not parse("(?:a b)* c", lists).wild
    assert not parse(r"{minimizer} ...8 {harm} \w+", lists).wild


WORDS = st.sampled_from(
    [
        "minimal",
        "few",
        "hardly",
        "any",
        "side",
        "effects",
        "risk",
        "risks",
        "gold",
        "standard",
        "no",
        "pain",
        "painful",
        "are",
        "often",
    ]
)
PATTERNS = st.sampled_from(
    [
        "{minimizer} {harm}", "gold standard", "no ... {harm}", "(?:gold|few) ... <{harm}>", "{nested} are (?:often)? {minimizer}",
        "(?:no |few )?pain(?:ful)?", "(?:hardly any|no) (?:gold )?risks?", "{harm}|gold", r"\w+ (?!gold)risks?",
        "(?<!no )risks?", "few risks?(?<!few risk)", "(?<!any )(?:gold )?standard(?<!gold standard)",
        r"stand\w*", r"(?:gol\w+|pain\w*) standard", r"(?:ris|pai)\w+s?", r"\d+ (?:few|risk\w*)",
    ]
)  # fmt: skip


@given(PATTERNS, st.lists(WORDS, min_size=1, max_size=12))
def test_a_match_holds_a_word_of_every_need(source: str, words: list[str]) -> None:
    """What selection rests on: where a pattern matches, the text holds what the pattern needs."""
    pattern = parse(source, lists)
    assert pattern.needs
    if found(source, " ".join(words)):
        known = {*words, *(lead for word in words for lead in leads(word))}
        assert all(need & known for need in pattern.needs)


@pytest.mark.parametrize(
    ("letters", "names"),
    [
        ("relax(?:\\w)*", {"relax*"}),
        ("colou?r(?:\\w)*", {"colo*"}),
        ("(?:straighten|whiten)(?:\\w)*", {"straigh*", "white*"}),
        ("(?:anti|non)viral", {"antiviral", "nonviral"}),
        ("(?:\\d)+(?:(?:\\.(?:\\d)+))?", {"0*"}),
        ("\\d{1,2}", {"0*"}),
        ("(?:\\d|five|four)", {"0*", "five", "four"}),
        ("a|\\d", {"a", "0*"}),
        ("(?:un)?safe", None),
        ("\\d?x", None),
        ("\\d{0,2}x", None),
        ("[a-z]+", None),
        ("ab(?:c|d)ef", None),
        ("(?:\\w)+", None),
    ],
)
def test_what_words_are_known_by(letters: str, names: set[str] | None) -> None:
    assert names_of(letters) == names


LETTERS = [
    "relax(?:\\w)*",
    "(?:whiten|gold)(?:\\w)*",
    "(?:\\d)+(?:(?:\\.(?:\\d)+))?",
    "(?:(?:a|the)m|\\d|five)s?",
    "(?:go|win)+d",
    "gol(?:d|f)s?",
]


@given(st.sampled_from(LETTERS), st.data())
def test_every_word_that_fits_is_known_by_one_of_these(letters: str, data: st.DataObject) -> None:
    word = data.draw(st.from_regex(f"(?:{letters})", fullmatch=True, alphabet=st.sampled_from("adefghilmnortuvwx2.")))
    names = names_of(letters)
    (first, *_) = tokens(word)
    assert names is None or not names.isdisjoint({first, *leads(first)})


@given(PATTERNS, st.lists(WORDS, min_size=1, max_size=12), st.integers(0, 3), st.integers(0, 3))
def test_every_match_begins_where_the_plan_allows(source: str, said: list[str], before: int, behind: int) -> None:
    """In a range, and in a part of a range."""
    pattern, matcher, words = parse(source, lists), Matcher(written()), Words(" ".join(said))
    stop = max(before, len(words.words) - behind)
    whole = Zone(words, 0, len(words.words))
    for zone in (Zone(words, before, stop), Zone(words, before, stop, whole)):
        places = matcher.places(pattern, zone)
        step = matcher.step(pattern)
        words.until(stop)
        begins = [at for at in range(zone.size) if any(end > zone.start + at for end in step(words, zone.start + at))]
        assert set(begins) <= set(each(places))


@given(PATTERNS, st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=5), st.data())
def test_a_stretch_tells_of_every_place_that_its_zones_tell_of(
    source: str, texts: list[list[str]], data: st.DataObject
) -> None:
    """Two zones of each text lie one behind the other; no place is told of in a zone that is not asked about."""
    zones = []
    for said in texts:
        words = Words(" ".join(said))
        middle = len(words.words) // 2
        zones += [Zone(words, 0, middle), Zone(words, middle, len(words.words))]
    asked = data.draw(st.sets(st.integers(0, len(zones) - 1)))
    stretch, pattern, matcher = Stretch(zones), parse(source, lists), Matcher(written())
    by_zone = stretch.by_zone(matcher.likely(pattern, stretch, stretch.of_zones(asked)))
    for number in asked:
        alone = matcher.likely(pattern, zones[number], zones[number].all)
        assert set(each(alone)) <= set(each(by_zone.get(number, 0)))
    assert all(0 < places <= zones[number].all for number, places in by_zone.items())


def test_a_stretch_looks_across_no_border_that_a_pattern_reaches_over() -> None:
    """The gap between two zones is wider than most patterns reach."""
    zones = [Zone(words := Words(text), 0, len(words.words)) for text in ("no really nasty", "risks", "no risks")]
    pattern, stretch = parse("no ... {harm}", lists), Stretch(zones)
    assert stretch.by_zone(Matcher(written()).likely(pattern, stretch, stretch.all)) == {2: 1}


@given(PATTERNS, st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=4))
def test_what_was_met_before_changes_nothing(source: str, texts: list[list[str]]) -> None:
    """A matcher that has seen other texts finds the same as a new one."""
    matcher = Matcher(written())
    for words in texts:
        text = " ".join(words)
        assert found(source, text, matcher) == found(source, text)


def test_needs_are_those_of_every_word() -> None:
    assert set(parse("{minimizer} and {harm}", lists).needs) == {
        frozenset({"minimal", "hardly", "few"}),
        frozenset({"and"}),
        frozenset({"effect", "effects", "effected", "effecting", "risk", "risks", "risked", "risking"})
        | frozenset({"reaction", "reactions", "reactioned", "reactioning", "adverse"} - {"adverse"}),
    }
    assert parse("(?:gold|silver) x", lists).needs[0] == frozenset({"gold", "silver"})
    assert parse(r"\w+ul", lists).needs == ()


@pytest.mark.parametrize(
    ("pattern", "need"),
    [
        (r"miracul\w+", {"miracul*"}),
        (r"miraculous\w*", {"miracul*"}),
        (r"relax\w*", {"relax*"}),
        (r"colou?r\w*", {"colou*", "color*"}),
        (r"(?:mushroom|microdos\w+|lsd)", {"mushroom", "microdo*", "lsd"}),
        (r"(?:mushroom|psilo)\w*", {"mushroo*", "psilo*"}),
        (r"\d+ mg", {"mg"}),
        (r"\d+\w*", {"0*"}),
        (r"un\w+", None),
        (r"(?:relax|un)\w+", None),
        (r"(?:relax)?\w+", None),
    ],
)
def test_a_word_that_is_not_written_out_is_known_by_its_beginning(pattern: str, need: set[str] | None) -> None:
    needs = parse(pattern, lists).needs
    assert frozenset(need) in needs if need else needs == ()


def as_expression(pattern: str) -> re.Pattern[str]:
    """The same pattern for `re`: every word of `ALPHABET` is a letter, so that nothing but the engine differs."""

    def fill(m: re.Match[str]) -> str:
        name, phrases, letters = m.groups()
        if name is not None:
            own = written()[name]
            known = [p for group in own.plain.values() for p in group]
            parts = [
                "".join(map(LETTER.get, p)) for p in sorted(known, key=len, reverse=True) if set(p) <= LETTER.keys()
            ]
            return f"(?:{'|'.join([*parts, *(REFERENCE.sub(fill, r) for r, _ in own.others)]) or '(?!)'})"
        if phrases is not None:
            split = [p.split(" ") for p in phrases.split("|")]
            parts = [
                "".join(map(LETTER.get, p)) for p in sorted(split, key=len, reverse=True) if set(p) <= LETTER.keys()
            ]
            return f"(?:{'|'.join(parts) or '(?!)'})"
        fitting = [letter for word, letter in LETTER.items() if re.fullmatch(letters, word) and word != ","]
        return f"[{''.join(fitting)}]" if fitting else "(?!)"

    return re.compile(REFERENCE.sub(fill, parse(pattern, lists).regex))


ALPHABET = (
    "no",
    "few",
    "hardly",
    "any",
    "minimal",
    "side",
    "effects",
    "risk",
    "risks",
    "gold",
    "standard",
    "painful",
    "are",
    "often",
)
LETTER = {word: chr(0x4E00 + n) for n, word in enumerate(ALPHABET)} | {",": ","}
REFERENCE = re.compile("\x02([^\x03]*)\x03|\x04([^\x05]*)\x05|\x06([^\x07]*)\x07")
ENGINE = (
    "no ... {harm}", "(?:no )?(?:gold )?{harm}", "(?:no |few )*risks?", "(?:(?:gold|risk) ?)+ standard", "(?:gold (?:standard)?)? risk",
    "no (?:\\w+ ){0,3}?risks?", "no (?:\\w+ ){0,3}risks?", "(?<!no )risks?", "(?<=few |no )risks?", "gold(?! standard)", "gold(?= standard)",
    "{nested} are (?:often)? {minimizer}", "(?:gold|gold standard) risk", "<gold> (?:risk|standard)", "(?:few <risks>|no <risk>)",
    "(?:any ...2)?gold", "^no {harm}", "{harm}$", "(?:no,? )?gold", "(?:a?|gold) risk", "<(?:no )?gold>? risk", "ris\\w+ (?:gold )*",
)  # fmt: skip


@settings(max_examples=400)
@given(st.sampled_from(ENGINE), st.lists(st.sampled_from([*ALPHABET, ","]), max_size=12))
def test_it_finds_what_a_backtracking_engine_finds(source: str, words: list[str]) -> None:
    coded = "".join(LETTER[word] for word in words)
    expected = []
    for m in as_expression(source).finditer(coded):
        quoted = next((name for name, part in m.groupdict().items() if part is not None), 0)
        if m.start(quoted) < m.end(quoted):
            expected.append(words[m.start(quoted) : m.end(quoted)])
    text = " ".join(words).replace(" ,", ",")
    assert [tokens(one.lower()) for one in found(source, text)] == expected if words and text.strip(",") else True


def test_time_is_bounded_whatever_the_pattern() -> None:
    assert found("(?:(?:gold |gold gold )+)+risk", "gold " * 200) == []


def test_word_lists_are_referred_to_by_name() -> None:
    pattern = parse("{nested} gone", lists)
    assert "risk" not in pattern.regex
    assert replace(pattern, wild=True) != pattern
