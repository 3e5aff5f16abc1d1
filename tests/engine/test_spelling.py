"""Mistyped words to known ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kzfacts.engine.spelling import FIRST, STRAY, allowed, corrections

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

KNOWN = [
    "tractor",
    "traction",
    "company",
    "inflation",
    "brigade",
    "europe",
    "drone",
    "score",
    "sco",
    "many",
    "may",
    "port",
    "russia",
    "turret",
    "turek",
]


def words(initial: str, sizes: range) -> Sequence[str]:
    """The known words as a base gives them."""
    return [word for word in KNOWN if len(word) in sizes and word.startswith(initial)]


def tails(wanted: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """The known words by what stands behind their first letters, as a base gives them."""
    return {tail: [word for word in KNOWN if word[1:] == tail] for tail in wanted}


@pytest.mark.parametrize(
    ("typed", "meant", "cost"),
    [
        ("tracttor", "tractor", 1),
        ("compnay", "company", 1),
        ("inflaton", "inflation", 1),
        ("inflstion", "inflation", 1 + STRAY),
        ("brigde", "brigade", 1),
        ("brigadr", "brigade", 1 + STRAY),
        ("brigadq", "brigade", 1 + STRAY),
        ("infaltoin", "inflation", 2),
        ("rone", "drone", 1 + FIRST),
        ("frone", "drone", 1 + FIRST + STRAY),
        ("ddrone", "drone", 1),
        ("adrone", "drone", 1 + FIRST + STRAY),
        ("rdone", "drone", 1 + FIRST),
        ("oprt", "port", 1 + FIRST),
        ("scoe", "score", 1),
        ("mny", "many", 1),
        ("mxy", "may", 1 + STRAY),
        ("turet", "turret", 1),
    ],
)
def test_slips_are_corrected(typed: str, meant: str, cost: float) -> None:
    """Letters lost, doubled, swapped or changed lead to the word meant; a strange letter and the first one cost more."""
    found = corrections(typed, words, tails)
    assert min(found, key=found.__getitem__) == meant
    assert found[meant] == pytest.approx(cost)


@pytest.mark.parametrize("typed", ["xyz", "uranium", "egg", "qwertyuiop", "rusty", "pa", "m", "ronedd"])
def test_other_words_are_left_alone(typed: str) -> None:
    """A word of two letters, or one that is far from all known ones, has no correction."""
    assert corrections(typed, words, tails) == {}


def test_every_near_word_is_weighed() -> None:
    """What is as near is left to the context."""
    assert set(corrections("traction", words, tails)) == {"traction", "tractor"}
    assert set(corrections("scoe", words, tails)) == {"score", "sco"}


@pytest.mark.parametrize(("length", "slips"), [(3, 1), (5, 1), (6, 2), (9, 2), (10, 3), (40, 3)])
def test_long_words_may_hold_more_slips(length: int, slips: int) -> None:
    """One slip in a short word, two in a middling one, three in a long one."""
    assert allowed("x" * length) == slips
