"""Styled text broken into rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.render.wrap import columns, wrapped

LINES = [
    ("They sold apples", 10, 10, ["They sold", "apples"]),
    ("They sold apples", 16, 4, ["They sold apples"]),
    ("They sold apples", 4, 20, ["They", "sold apples"]),
    ("one\ntwo three", 20, 20, ["one", "two three"]),
    ("unbreakable", 4, 5, ["unbr", "eakab", "le"]),
    ("an unbreakable", 6, 6, ["an", "unbrea", "kable"]),
    ("il vaut 4 165 000 tonnes", 12, 12, ["il vaut", "4 165 000", "tonnes"]),
    ("un « Grand Turan » uni", 9, 9, ["un", "« Grand", "Turan »", "uni"]),
    ("de 20,3 % en 2022 : oui", 7, 7, ["de", "20,3 %", "en", "2022 :", "oui"]),
    ("in 2022 238 dead", 9, 9, ["in", "2022 238", "dead"]),
    ("all 238 dead", 6, 6, ["all", "238", "dead"]),
    ("  set in", 6, 6, ["  set", "in"]),
    ("日本語 text", 8, 8, ["日本語", "text"]),
    ("", 5, 5, [""]),
]


@pytest.mark.parametrize(("text", "first", "rest", "rows"), LINES)
def test_text_is_broken_between_words(text: str, first: int, rest: int, rows: list[str]) -> None:
    """Rows end between words that belong to no number and no French punctuation; only a word longer than a row is cut."""
    assert ["".join(part for part, _ in row) for row in wrapped([(text, "")], first, rest)] == rows


def test_styles_follow_their_words() -> None:
    """A span that goes over a row's end keeps its style on both rows."""
    assert wrapped([("They sold ", ""), ("red apples", "key"), (".", "")], 13, 13) == [
        [("They sold ", ""), ("red", "key")],
        [("apples", "key"), (".", "")],
    ]


@given(st.text(st.sampled_from("ab «»:%1 é日\n")), st.integers(2, 12), st.integers(2, 12))
def test_nothing_is_lost_and_nothing_sticks_out(text: str, first: int, rest: int) -> None:
    """Whatever the text and the widths, every character but spaces is kept in order, and no row is too wide."""
    rows = ["".join(part for part, _ in row) for row in wrapped([(text, "")], first, rest)]
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(columns(row.rstrip()) <= (rest if place else first) for place, row in enumerate(rows))
