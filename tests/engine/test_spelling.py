"""Mistyped words to known ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kzfacts.engine.spelling import corrections

if TYPE_CHECKING:
    from collections.abc import Sequence

KNOWN = ["tractor", "traction", "company", "inflation", "brigade", "europe", "deep", "russia"]


def words(initial: str, sizes: range) -> Sequence[str]:
    """The known words as a base gives them."""
    return [word for word in KNOWN if len(word) in sizes and word.startswith(initial)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tracttor", "tractor"),
        ("compnay", "company"),
        ("inflaton", "inflation"),
        ("brigde", "brigade"),
        ("urope", "europe"),
        ("infaltoin", "inflation"),
    ],
)
def test_slips_are_corrected(typed: str, meant: str) -> None:
    """Letters lost, doubled, swapped or changed lead to the word meant, at any place."""
    assert corrections(typed, words)[0][0] == meant


@pytest.mark.parametrize("typed", ["dep", "xyz", "uranium", "egg", "qwertyuiop", "rusty"])
def test_other_words_are_left_alone(typed: str) -> None:
    """A short word, or one that is far from all known ones, has no correction."""
    assert corrections(typed, words) == []
