"""Answer or refuse."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Any, cast
from unittest.mock import patch

import pytest

from kzfacts.engine import decide as decision
from kzfacts.engine.decide import ABOUT, BEHIND, CONSTANT, SURE, WEIGHTS, bars, decide, favourite, probability
from kzfacts.engine.evidence import Evidence
from kzfacts.engine.rank import rank
from tests.engine.index import Index

if TYPE_CHECKING:
    from kzfacts.engine.decide import Verdict
    from kzfacts.facts.base import Base

NONE = Evidence(*[0.0] * len(Evidence._fields))


def verdict(question: str, index: Index) -> Verdict:
    """What is decided on *question*."""
    reading = index.reading(question)
    base = cast("Base", index)
    return decide(reading, rank(reading, base), base)


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ({}, []),
        ({"missing_year": 1.0}, ["missing_year"]),
        ({"stranger": 1.0, "lag": 1.0}, ["stranger", "lag"]),
        ({"noise": 1.0}, ["noise"]),
        ({"unreasoned": 1.0}, ["unreasoned"]),
        ({"turned": 1.0}, ["turned"]),
        ({"adrift": 1.0}, ["adrift"]),
        ({"lag": BEHIND}, []),
        ({"lag": BEHIND + 0.001}, ["lag"]),
        ({"missing_name": 1.0, "missing_unknown": 1.0, "gap_like": 1.0, "undefined": 1.0}, []),
    ],
)
def test_some_figures_bar_an_answer(figures: dict[str, Any], found: list[str]) -> None:
    """No question, a year, country or reason that the fact lacks, a relation turned round, a chance word, a gap well ahead."""
    assert bars(NONE._replace(**figures)) == found


def test_a_question_that_points_the_other_way_is_refused() -> None:
    """*Zenda to home* is no question for what went from home to Zenda, however alike; without the mark it is one."""
    index = Index([[{"=home", "=zenda", "send", ">=zenda"}] * 10], weights={"=zenda": 3.0, "send": 3.0, ">=zenda": 0.0})
    base = cast("Base", index)
    for marks, answers in (((), True), ((">=zenda",), True), ((">=home",), False)):
        reading = index.reading("=home =zenda send", marks=marks)
        found = decide(reading, rank(reading, base), base)
        assert (found.best is not None) == answers


@pytest.mark.parametrize(
    ("gap", "answers"), [("=home =zenda send >=home", True), ("=home =zenda send", False), ("=home =zenda send >=home now", True)]
)
def test_a_gap_that_points_the_other_way_holds_no_answer_back(gap: str, *, answers: bool) -> None:
    """What *Zenda sends home* leaves unsaid is no reason to be silent of what home sends to Zenda."""
    fact = {"=home", "=zenda", "send", "gifts", "each", "year", ">=zenda"}
    index = Index([[fact] * 10], gaps=[[{*gap.split()}] * 10], weights={"=zenda": 3.0, "send": 3.0, ">=zenda": 0.0, ">=home": 0.0})
    base = cast("Base", index)
    reading = index.reading("=home =zenda send", marks=[">=zenda"])
    assert (decide(reading, rank(reading, base), base).best is not None) == answers


def test_a_gap_with_a_word_more_holds_though_it_points_the_other_way() -> None:
    """The word is what the question is about: *how many prisoners of Zenda at home*."""
    index = Index(
        [[{"=home", "=zenda", "send", ">=home"}] * 10],
        gaps=[[{"=home", "=zenda", "prisoners", ">=zenda"}] * 10],
        weights={"=zenda": 3.0, "prisoners": 3.0, ">=zenda": 0.0, ">=home": 0.0},
    )
    base = cast("Base", index)
    reading = index.reading("=home =zenda prisoners", marks=[">=home"])
    assert decide(reading, rank(reading, base), base).best is None


def test_the_probability_is_logistic() -> None:
    """The constant alone without evidence; each figure adds its weight to the odds."""
    assert probability(NONE) == pytest.approx(1 / (1 + exp(-CONSTANT)))
    for name, weight in WEIGHTS._asdict().items():
        assert probability(NONE._replace(**{name: 0.5})) == pytest.approx(1 / (1 + exp(-CONSTANT - weight / 2)))


def test_a_sure_fact_answers() -> None:
    """A fact as sure as needed answers; one that is not, does not, and no gap is named where none is near."""
    index = Index([[{"=red", "apples"}] * 3], weights={"=red": 3.0})
    with patch.object(decision, "probability", return_value=SURE):
        found = verdict("=red apples", index)
    assert found.best is not None
    assert (found.best.position, found.gap, found.sure) == (0, None, SURE)
    with patch.object(decision, "probability", return_value=SURE - 0.001):
        found = verdict("=red apples", index)
    assert (found.best, found.gap) == (None, None)
    assert found.sure == pytest.approx(SURE - 0.001)
    assert found.evidence is not None


@pytest.mark.parametrize(("stored", "answered"), [({"=red"}, True), ({"=red", "apples"}, False)])
def test_a_stored_question_is_answered_as_it_stands(stored: set[str], *, answered: bool) -> None:
    """Where the words of a question are those of a fact's own, what speaks against an answer does not count."""
    index = Index([[stored, *({"=red", "apples", str(number)} for number in range(20))]], gaps=[[{"=red", "seat"}] * 5])
    reading = index.reading("=red", ["definition"])
    base = cast("Base", index)
    assert (decide(reading, rank(reading, base), base).best is not None) == answered


def test_what_is_barred_has_no_chance() -> None:
    """A barred answer has the probability 0."""
    index = Index([[{"=red"}] * 3], gaps=[[{"2019"}]])
    assert verdict("=red 2019", index).sure == 0


def test_a_refusal_names_the_gap() -> None:
    """The best gap about the same names and years is named, if it is like the question."""
    same, other, unlike = [{"=red", "price"}] * 3, [{"=blue", "price"}] * 3, [{"price", "of", "other", "things", "here"}]
    index = Index([[{"=red"}]], gaps=[unlike, other, same])
    found = verdict("=red price", index)
    assert found.best is None
    assert found.gap is not None
    assert found.gap.position == 3
    assert verdict("=blue price", Index([[{"=blue"}]], gaps=[unlike])).gap is None


def test_a_gap_alone_is_named() -> None:
    """Where no fact shares a word with the question there is no evidence, and the gap may still be named."""
    found = verdict("price", Index([[{"red"}]], gaps=[[{"price"}] * 3]))
    assert found.gap is not None
    assert (found.best, found.sure, found.evidence) == (None, 0.0, None)


@pytest.mark.parametrize(("gap", "named"), [({"=red"}, True), ({"=red", "price"}, False)])
def test_a_bare_name_names_the_gap_that_is_just_that(gap: set[str], *, named: bool) -> None:
    """A name alone asks nothing that the report could be silent on, unless a known gap has it as a question."""
    index = Index([[{"apples"}]], gaps=[[gap] * 3])
    with patch.object(decision, "GAP_SURE", 0.0):
        assert (verdict("=red", index).gap is not None) == named


def test_the_margin_is_over_the_next_place() -> None:
    """A fact of the same place is no rival, the next one of another place is."""
    index = Index([[{"red", "apples"}], [{"red", "apples"}], [{"red"}]])
    index.places = {0: "a", 1: "a", 2: "b"}
    scores = [match.score for match in rank(index.reading("red apples"), cast("Base", index))]
    found = verdict("red apples", index)
    assert found.evidence is not None
    assert found.evidence.margin == pytest.approx(scores[0] - scores[2])
    lonely = Index([[{"red"}]])
    alone = verdict("red", lonely).evidence
    assert alone is not None
    assert alone.margin == pytest.approx(rank(lonely.reading("red"), cast("Base", lonely))[0].score)


@pytest.mark.parametrize(("weight", "named"), [(3.0, False), (0.5, True)])
def test_a_gap_that_lacks_the_heaviest_word_is_not_named(weight: float, *, named: bool) -> None:
    """What a question is about first of all must be what the gap is about; a lesser word may be missing."""
    index = Index([[{"tanks"}]], gaps=[[{"price"}] * 3], weights={"tanks": weight})
    with patch.object(decision, "GAP_SURE", 0.0), patch.object(decision, "probability", return_value=0.0):
        assert (verdict("tanks price", index).gap is not None) == named


@pytest.mark.parametrize(("behind", "first"), [(ABOUT / 2, False), (ABOUT * 2, True)])
def test_a_fact_with_every_year_goes_before_one_a_little_ahead(behind: float, *, first: bool) -> None:
    """Of two that score about the same the one that has the year answers; one far ahead stays the best."""
    index = Index([[{"apples"}], [{"apples", "2019"}]])
    reading = index.reading("apples 2019")
    dated, undated = rank(reading, cast("Base", index))
    assert not dated.missing(reading.units)
    ahead, after = undated._replace(score=0.8), dated._replace(score=0.8 - behind)
    assert favourite([ahead, after], reading) == (ahead if first else after)
    assert favourite([ahead], reading) == ahead
