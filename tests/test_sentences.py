"""Where sentences end."""

from __future__ import annotations

import time

import pytest

from medlint.sentences import split


@pytest.mark.parametrize(
    "sentences",
    [
        ["One here.", "Two there."],
        ["Really?", "yes it is!", "Good."],
        ["Dr. Smith and Mr. J. Jones say so."],
        ["It is 1.5 mg, i.e. a little, e.g. at 9 a.m. on Monday."],
        ["Approved in the U.S. Food act of 1938."],
        ["Approved in the U.S.", "The label says so."],
        ["Wait...", "What?"],
        ["“It works.”", "“For me too.”"],
        ["(It works.)", "Then (see Fig. 2) it stops."],
        ["85% improve.", "90% stay well."],
        ["No end"],
        ["It is non-toxic, no. 1 of Dr. Who et al. and so on."],
        ["So said the piano.", "Then all sang."],
        ["Ask Fig. Ask me."],
        ["Take x. Take it at 9 a.m.", "The rest is easy."],
        ["We are Zap Inc.", "(We zap.)"],
        ["We are Zap Inc. Zap on."],
        ["Book now", "Call us"],
        ["Is it safe?!", "Yes."],
        [],
    ],
)
def test_split(sentences: list[str]) -> None:
    text = (" | " if sentences[:1] == ["Book now"] else " ").join(sentences)
    assert [text[start:end] for start, end in split(text)] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "The truth: ✅ It helps ⚠️ It hurts. ✓ No pain • No scars",
            ["The truth:", "It helps", "It hurts.", "No pain", "No scars"],
        ),
        ("✔ Yes", ["Yes"]),
        ("✅", ["✅"]),
        ("It works ✅", ["It works ✅"]),
        ("a•b", ["a•b"]),
    ],
)
def test_bullets_in_a_line_begin_sentences_and_are_no_part_of_them(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == sentences


@pytest.mark.parametrize(
    "text", ["." * 60_000, "✅ " * 20_000, "a. " * 20_000, "?!" * 30_000, ".)" * 30_000, " " * 60_000, "a" * 60_000]
)
def test_long_lines_take_no_time(text: str) -> None:
    begun = time.process_time()
    split(text)
    assert time.process_time() - begun < 5
