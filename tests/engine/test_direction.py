"""Whether a question turns a fact round."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from kzfacts.engine.direction import HARDLY, OFTEN, SELDOM, TELLING, turned
from kzfacts.engine.marks import COMPARES
from kzfacts.engine.rank import rank
from tests.engine.index import Index

if TYPE_CHECKING:
    from kzfacts.facts.base import Base

AT_HOME = {"=zenda", "firms", ">=home"}
ABROAD = {"=zenda", "firms", ">=zenda"}
BOTH = {"=zenda", "=ruritania", "give", ">=ruritania"}


def asked(question: str, marks: str, documents: list[set[str]]) -> bool:
    """Whether *question*, with *marks*, turns a fact of *documents* round."""
    index = Index([documents])
    base = cast("Base", index)
    reading = index.reading(question, marks=marks.split())
    (match,) = rank(reading, base)
    return turned(reading, match, base)


@pytest.mark.parametrize(
    ("question", "marks", "documents", "found"),
    [
        ("=home firms =zenda", ">=zenda", [AT_HOME] * 10, True),
        ("=home firms =zenda", ">=home", [AT_HOME] * 10, False),
        ("=home firms =zenda", "", [AT_HOME] * 10, False),
        ("=home firms =zenda", ">=home >=zenda", [AT_HOME] * 10, False),
        ("firms =zenda", ">=zenda", [AT_HOME] * 10, False),
        ("=home firms =zenda", ">=zenda", [{"=zenda", "firms"}] * 10, False),
        ("=ruritania give =zenda", ">=zenda", [BOTH] * 10, True),
        ("=zenda give =ruritania", ">=ruritania", [BOTH] * 10, False),
    ],
)
def test_who_points_to_whom(question: str, marks: str, documents: list[set[str]], *, found: bool) -> None:
    """A question of two names that points away from whom the fact points to, the subject of the base or the other name."""
    assert asked(question, marks, documents) == found


@pytest.mark.parametrize(("marked", "found"), [(0, True), (5, True), (6, False)])
def test_one_in_twenty_is_chance(marked: int, *, found: bool) -> None:
    """So few questions of a fact point there by chance only."""
    assert asked("=home firms =zenda", ">=zenda", [ABROAD] * marked + [AT_HOME] * (100 - marked)) == found
    assert SELDOM == 0.05


@pytest.mark.parametrize(("marked", "found"), [(9, False), (10, True)])
def test_one_in_ten_is_what_a_fact_is_about(marked: int, *, found: bool) -> None:
    """Where fewer questions of the fact point to the other one, its direction says nothing."""
    assert asked("=home firms =zenda", ">=zenda", [AT_HOME] * marked + [{"=zenda", "firms"}] * (100 - marked)) == found
    assert OFTEN == 0.1


@pytest.mark.parametrize(("documents", "found"), [(TELLING - 1, False), (TELLING, True)])
def test_few_documents_tell_nothing(documents: int, *, found: bool) -> None:
    """Of a handful of questions it is chance that none has a mark."""
    assert asked("=home firms =zenda", ">=zenda", [AT_HOME] * documents) == found
    assert asked("firms", COMPARES, [{"firms"}] * documents) == found


@pytest.mark.parametrize(("compared", "found"), [(0, True), (1, True), (2, False)])
def test_a_comparison_wants_a_fact_that_compares(compared: int, *, found: bool) -> None:
    """*More than in Zenda* is no question for what happened at home; one in thirty may compare by chance."""
    assert HARDLY == 0.03
    assert asked("firms", COMPARES, [{"firms", "more", COMPARES}] * compared + [{"firms", "more"}] * (50 - compared)) == found


def test_a_stored_question_is_not_turned() -> None:
    """In the same words and with the same marks, however seldom anything else has them."""
    stored = {"=home", "=zenda", "firms", ">=zenda"}
    assert not asked("=home =zenda firms", ">=zenda", [stored, *[AT_HOME] * 99])
    assert asked("=home =zenda firms many", ">=zenda", [stored, *[AT_HOME | {"many"}] * 99])
