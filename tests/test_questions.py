"""What the engine must reach on questions that people wrote who had only the report; the exact figures are in the docs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from benchmarks.questions import engine
from benchmarks.scoring import questions, share, tally

from kzfacts.engine.partners import find_partner
from kzfacts.errors import UnknownName
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections import Counter

    from kzfacts.engine.vocabulary import Languages
    from kzfacts.facts.base import Base

FLOORS = {
    "all": 0.93,
    "answerable": 0.93,
    "unanswerable": 0.9,
    "en natural": 0.97,
    "fr natural": 0.96,
    "en keyword": 0.94,
    "fr keyword": 0.92,
    "en colloquial": 0.93,
    "en typo": 0.94,
    "fr typo": 0.9,
    "fr colloquial": 0.83,
    "near": 0.84,
    "far": 0.98,
    "junk": 0.95,
}
"""Kind of question -> the share that must be right: a few points below what was measured, for room to move."""


@pytest.fixture(scope="module")
def counts() -> dict[str, Counter[str]]:
    """The outcomes on the questions that the engine is not tuned by."""
    return tally(questions("report"), engine())


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_enough_is_right(counts: dict[str, Counter[str]], kind: str, floor: float) -> None:
    """Right answers and right refusals stay above the floor."""
    assert share(counts[kind]) >= floor


def test_wrong_answers_are_rare(counts: dict[str, Counter[str]]) -> None:
    """At most one answerable question in twenty-five gets a wrong answer."""
    assert share(counts["answerable"], "wrong answer") <= 1 / 25


def test_the_question_sets_are_large_and_mixed() -> None:
    """At least 400 questions of all kinds and languages, a third of them unanswerable, in two parts without overlap."""
    parts = {part: questions(part) for part in ("tune", "report")}
    asked = [question for part in parts.values() for question in part]
    assert len(asked) >= 400
    assert sum(not question["para"] for question in asked) * 3 >= len(asked) * 0.99
    assert {question["lang"] for question in asked} == {"en", "fr", "ru", "kk"}
    assert not {question["q"] for question in parts["tune"]} & {question["q"] for question in parts["report"]}


def test_the_questions_are_not_stored_with_the_facts(base: Base) -> None:
    """Hardly any question that measures the engine is one that it knows; short ones coincide by chance."""
    raw = json.loads((ROOT / "facts.json").read_text(encoding="utf-8"))
    stored = {question for owner in (*raw["facts"], *raw["gaps"]) for some in owner["questions"].values() for question in some}
    everyday = {"far", "junk"}  # "hello" is everybody's
    measured = {question["q"] for part in ("tune", "report") for question in questions(part) if question.get("trap") not in everyday}
    assert len(stored & measured) <= len(measured) / 25, sorted(stored & measured)
    assert base.size == len(raw["facts"])


def names() -> list[tuple[str, str | None]]:
    """Names as people type them, with the partner meant; none for a partner that the report does not have."""
    lines = (ROOT / "tests" / "questions" / "partners.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["q"], row["partner"]) for row in map(json.loads, lines)]


@pytest.mark.parametrize(("name", "partner"), names())
def test_a_partner_is_found_by_any_name(base: Base, languages: Languages, name: str, partner: str | None) -> None:
    """Names in many languages, abbreviations, seats, leaders and misspellings lead to the partner; other names to none."""
    try:
        found = find_partner(name, base, languages).key
    except UnknownName:
        found = None
    assert found == partner
