"""A sentence with a figure, date or name that the facts leave out is named."""

from __future__ import annotations

from typing import Any

import pytest

from kzfacts.facts.model import fact_from
from kzfacts.verify.coverage import uncovered
from tests.verify.orchard import REPORT, checker, small


def left_out(raw: dict[str, Any], text: str = REPORT) -> list[tuple[str, int, tuple[str, ...]]]:
    """The sentences of *text* that the facts of *raw* leave out."""
    held = checker(text)
    return [entry[:2] + entry[3:] for entry in uncovered(map(fact_from, raw["facts"]), held.places, held.names)]


def whole() -> dict[str, Any]:
    """The small base with a fact for its note."""
    raw = small()
    note = raw["facts"][0] | {"id": "apples-source", "note": 1, "value": None, "qualifier": None, "date": "2024-05"}
    said = {
        "en": "Orchard news of May 2024 counts the apples at the border.",
        "fr": "Orchard news de mai 2024 compte les pommes à la frontière.",
    }
    raw["facts"].append(note | {"statement": said, "answer": {"en": "In May 2024", "fr": "En mai 2024"}})
    return raw


def test_a_base_that_says_it_all_leaves_nothing_out() -> None:
    """Where each figure, date and name has a fact in its place, the list is empty."""
    assert left_out(whole()) == []


@pytest.mark.parametrize(
    ("gone", "sentence"),
    [
        (0, ("¶1", 1, ("1 200", "2024", "Strelsau", "Ruritanie"))),
        (1, ("¶2", 1, ("Rassendyll",))),
        (2, ("¶2", 1, ("septembre 2024",))),
        (3, ("note 1", 1, ("mai 2024",))),
    ],
)
def test_a_fact_that_goes_leaves_its_sentence_out(gone: int, sentence: tuple[str, int, tuple[str, ...]]) -> None:
    """Without the fact that says it, a figure, date or name is listed with its sentence."""
    raw = whole()
    del raw["facts"][gone]
    assert left_out(raw) == [sentence]


def test_a_sentence_of_other_words_is_left_out() -> None:
    """A sentence whose names come elsewhere in its paragraph still needs a fact with its words."""
    text = REPORT.replace("Rassendyll achète", "Rassendyll chante volontiers des romances mélancoliques. Rassendyll achète")
    assert left_out(whole(), text) == [("¶2", 1, ())]


def test_numbers_that_prose_uses_freely_need_no_fact() -> None:
    """*Les deux pays* holds no figure that a fact must carry."""
    assert left_out(whole(), REPORT.replace("toutes les poires", "toutes les poires des deux versants")) == []
