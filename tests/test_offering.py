"""Telling a text that offers something from one that only informs."""

from __future__ import annotations

import pytest

from medlint.evidence.offering import offers
from medlint.readers import read
from medlint.tokens import TOKEN

PLAIN = "the tablet is swallowed with water in the evening and the pharmacist can tell more of it "


@pytest.mark.parametrize(
    ("text", "offering"),
    [
        (PLAIN * 12, False),
        (PLAIN, True),  # too short to tell
        (PLAIN * 12 + "we look after our neighbours", True),
        (PLAIN * 12 + "book now at the clinic", True),
        (PLAIN * 12 + "from $40 per session", True),
        (PLAIN * 12 + "a revolutionary breakthrough and an amazing miracle", True),
        (PLAIN * 40 + "the best of them", False),  # one word of praise in a long text
        (PLAIN * 12 + "the club of readers orders a book of poems and sees a call from the hall", False),
    ],
)
def test_an_offer_is_told_by_who_speaks_and_what_is_sold(text: str, offering: bool) -> None:
    assert offers(TOKEN.findall(text)) is offering


@pytest.mark.parametrize(("path", "offering"), [("page.md", False), ("PAGE.HTML", False), ("page.json", True)])
def test_a_piece_of_a_page_may_always_be_an_offer(linter, path: str, offering: bool) -> None:  # type: ignore[no-untyped-def]
    data = f'"{PLAIN * 12}"' if path.endswith("json") else PLAIN * 12
    assert linter.page(read(path, data.encode())).offers is offering


def test_a_page_offers_what_a_file_that_it_takes_in_offers(linter) -> None:  # type: ignore[no-untyped-def]
    taken_in = read("footer.html", b"<p>Call us to book a visit to our clinic.</p>")
    assert linter.page(read("page.md", (PLAIN * 12).encode()), [taken_in]).offers
