"""What is read of the arguments of `medlint check` without click is what click reads of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.cli.check import check
from medlint.cli.options import OF_CHECK
from medlint.cli.plain import plainly

VALUES = (
    "us",
    "error",
    "json",
    "text",
    "2",
    "0",
    "auto",
    "2026-11-30",
    "a.md",
    "never",
    "é “x”",
    "-",
    "-1",
    "--quiet",
    "",
)
FLAGS = tuple(option.flag for option in OF_CHECK)

flags = st.sampled_from(FLAGS)
parts = st.one_of(
    st.sampled_from(("a.md", "b c.html", "-", "folder", "--", "-q", "--nope", "--help")),
    flags,
    st.sampled_from(VALUES),
    st.tuples(flags, st.sampled_from(VALUES)).map("=".join),
)


def clicked(args: list[str]) -> tuple[dict[str, object], list[str]]:
    """What click reads: the values, and the named options in their order."""
    with check.make_context("check", list(args)) as context:
        order = [name for name in context.meta["order"] if name != "paths"]
        return context.params, order


@pytest.mark.skipif(os.name == "nt", reason="there click reads all, as it expands patterns of file names")
@given(st.lists(parts, max_size=6))
def test_what_is_read_without_click_is_what_click_reads(args: list[str]) -> None:
    plain = plainly(args)
    if plain is not None:
        assert (plain.values, plain.order) == clicked(args)


@pytest.mark.skipif(os.name == "nt", reason="there click reads all, as it expands patterns of file names")
@given(st.lists(st.sampled_from(OF_CHECK), max_size=5), st.booleans(), st.booleans())
def test_what_is_sound_needs_no_click(chosen: list, joined: bool, last: bool) -> None:  # type: ignore[type-arg]
    values = {"--jobs": "3", "--follow": "2", "--today": "2026-11-30", "--stdin-filename": "a.html"}
    args: list[str] = []
    for option in chosen:
        value = option.choices[0] if option.choices else values.get(option.flag, "some.thing")
        args += [option.flag] if not option.reads else [f"{option.flag}={value}"] if joined else [option.flag, value]
    args = [*args, "page.md"] if last else ["page.md", *args]
    plain = plainly(args)
    assert plain is not None and (plain.values, plain.order) == clicked(args)


@pytest.mark.parametrize(
    "args",
    [
        [], ["--quiet"], ["a.md", "--nope"], ["a.md", "-q"], ["a.md", "--help"], ["--", "a.md"], ["a.md", "--format"],
        ["a.md", "--format", "jso"], ["a.md", "--jobs", "many"], ["a.md", "--jobs=0"], ["a.md", "--follow=-1"],
        ["a.md", "--today", "tomorrow"], ["a.md", "--quiet=yes"], ["a.md", "--select", "--quiet"],
    ],
)  # fmt: skip
def test_what_is_amiss_is_left_to_click(args: list[str]) -> None:
    assert plainly(args) is None


def test_files_that_cannot_be_what_is_asked_for_are_left_to_click(tmp_path: Path) -> None:
    assert plainly(["a.md", "--output", str(tmp_path)]) is None
    assert plainly(["a.md", "--baseline", str(tmp_path)]) is None
    assert plainly(["a.md", "--output", str(tmp_path / "new.json")]) is not None
