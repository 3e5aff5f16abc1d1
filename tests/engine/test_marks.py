"""To whom a text points, and whether it compares."""

from __future__ import annotations

import pytest

from kzfacts.engine.marks import COMPARES, is_mark
from kzfacts.engine.reading import read
from tests.engine.orchard import orchard


@pytest.mark.parametrize(
    ("question", "marks"),
    [
        ("How many apples does Ruritania sell to Rassendyll?", [">=rassendyll"]),
        ("Rassendyll's apples in Ruritania", [">=ruritania"]),
        ("apples from Ruritania", []),
        ("Who moved from Rassendyll into the Ruritania?", [">=ruritania"]),
        ("apples according to Rassendyll", []),
        ("apples that Rassendyll sells", []),
        ("Combien de pommes vont à la Ruritanie ?", [">=ruritania"]),
        ("les pommes de Rassendyll en Ruritanie", [">=ruritania"]),
        ("les pommes contre Rassendyll", [">=rassendyll"]),
        ("les pommes grâce à Rassendyll", []),
        ("les pommes que Rassendyll a", []),
        ("сколько яблок в Руритании", [">=ruritania"]),
        ("Does Ruritania sell more apples than pears?", [COMPARES]),
        ("apples vs pears", [COMPARES]),
        ("apples more or less", []),
        ("la Ruritanie vend-elle plus de pommes que de poires ?", [COMPARES]),
        ("plus de pommes", []),
        ("plus de pommes rouges et de poires mûres que Rassendyll", []),
        ("les pommes par rapport aux poires", [COMPARES]),
        ("more apples in Ruritania than pears", [COMPARES, ">=ruritania"]),
        ("", []),
    ],
)
def test_what_marks_a_question(question: str, marks: list[str]) -> None:
    """Words before a name point to it, the longest phrase of them decides; a comparison has its words, one behind the other."""
    assert sorted(read(question, *orchard()).marks) == sorted(marks)


@pytest.mark.parametrize(("symbol", "mark"), [(">=zenda", True), (COMPARES, True), ("=zenda", False), ("#buy", False), ("?date", False)])
def test_a_mark_is_no_word(symbol: str, *, mark: bool) -> None:
    """Its first character tells."""
    assert is_mark(symbol) == mark
