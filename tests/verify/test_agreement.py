"""What one language says and the other does not is found, and natural prose is not."""

from __future__ import annotations

import pytest

from kzfacts.verify.agreement import unequal, unshared
from kzfacts.verify.names import Names
from tests.verify.orchard import base


@pytest.mark.parametrize(
    ("english", "french", "odd"),
    [
        ("1,200 apples in 2024", "1 200 pommes en 2024", []),
        ("1,200 apples in 2024", "1 300 pommes en 2024", ["1,200", "1 300"]),
        ("20.3%", "20,3 %", []),
        ("from 6 to 6 million", "de 6 à 6 millions", []),
        ("×4, ×2, ×2", "×4, ×4, ×2", ["×2", "×4"]),
        ("two reasons, and the first", "plusieurs raisons", []),
        ("second and second", "deuxième, et deuxième aussi", []),
        ("the eighth meeting", "la septième réunion", ["eighth", "septième"]),
        ("28 November 2022", "le 28 novembre 2022", []),
        ("27 November 2022", "le 28 novembre 2022", ["27 November 2022", "28 novembre 2022"]),
    ],
)
def test_figures_are_set_beside_each_other(english: str, french: str, odd: list[str]) -> None:
    """Figures must come as often in both languages; words like two and first need not."""
    assert unequal({"en": english, "fr": french}) == odd


@pytest.mark.parametrize(
    ("english", "french", "odd"),
    [
        ("Ruritania and Rassendyll", "Rassendyll et la Ruritanie", []),
        ("Ruritania sells; Ruritania buys", "la Ruritanie vend ; elle achète", []),
        ("Rassendyll sells", "la Ruritanie vend", ["Rassendyll", "Ruritanie"]),
        ("Rassendyll and Rassendyll", "Rassendyll et la Ruritanie", ["Ruritanie", "Rassendyll"]),
        ("He sells", "Rassendyll vend", ["Rassendyll"]),
    ],
)
def test_names_are_set_beside_each_other(english: str, french: str, odd: list[str]) -> None:
    """A name may come again in one language alone, but none may stand in the place of another."""
    assert unshared({"en": english, "fr": french}, Names(base()), frozenset()) == odd
