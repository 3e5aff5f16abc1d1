"""Figures as people write them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.render.numbers import amount, number
from tests.made import sold

NUMBERS = [
    (0, "0", "0"),
    (37, "37", "37"),
    (20.3, "20.3", "20,3"),
    (9.4, "9.4", "9,4"),
    (6717, "6,717", "6 717"),
    (835_300, "835,300", "835 300"),
    (1_000_000, "1 million", "1 million"),
    (1_300_000, "1.3 million", "1,3 million"),
    (1_250_000, "1.25 million", "1,25 million"),
    (2_000_000, "2 million", "2 millions"),
    (4_165_000, "4,165,000", "4 165 000"),
    (6_000_000, "6 million", "6 millions"),
    (4_600_000_000, "4.6 billion", "4,6 milliards"),
    (30_000_000_000, "30 billion", "30 milliards"),
    (1_234_567_890, "1,234,567,890", "1 234 567 890"),
    (1_234.5, "1,234.5", "1 234,5"),
    (-5000, "-5,000", "-5 000"),
    (3e9, "3 billion", "3 milliards"),
]


@pytest.mark.parametrize(("value", "english", "french"), NUMBERS)
def test_numbers_are_written_as_people_write_them(value: float, english: str, french: str) -> None:
    """Thousands are grouped and decimals marked as each language does; round millions and billions are words."""
    assert (number(value, "en"), number(value, "fr")) == (english, french)


@given(st.integers(-(10**15), 10**15))
def test_no_digit_is_lost(value: int) -> None:
    """Whatever is written as words or groups stands for exactly the value."""
    figures, _, scale = number(value, "en").partition(" ")
    factor = {"": 1, "million": 10**6, "billion": 10**9}[scale]
    assert round(float(figures.replace(",", "")) * factor) == value


UNITS = {
    "crowns": {"en": "crowns", "fr": "couronnes"},
    "apples": {"en": "apples", "fr": "oranges"},
    "session": {"en": "session no. {}", "fr": "session n° {}"},
}

AMOUNTS: list[tuple[dict[str, Any], str, str]] = [
    ({"value": 30_000_000_000}, "30 billion crowns", "30 milliards de couronnes"),
    ({"value": 6_000_000, "unit": "apples"}, "6 million apples", "6 millions d'oranges"),
    ({"value": 1_300_000}, "1.3 million crowns", "1,3 million de couronnes"),
    ({"value": 4_165_000}, "4,165,000 crowns", "4 165 000 couronnes"),
    ({"value": 20.3, "unit": "%"}, "20.3%", "20,3 %"),
    ({"value": 6717, "unit": "km²"}, "6,717 km²", "6 717 km²"),
    ({"value": 3000, "value_max": 4000}, "3,000 to 4,000 crowns", "3 000 à 4 000 couronnes"),
    ({"value": 50, "qualifier": "more than"}, "more than 50 crowns", "plus de 50 couronnes"),
    ({"value": 2022, "unit": "session"}, "session no. 2022", "session n° 2022"),
    ({"value": 12, "unit": "pears"}, "12 pears", "12 pears"),
    ({"value": 12, "unit": None}, "12", "12"),
    ({"value": None}, "", ""),
]


@pytest.mark.parametrize(("fields", "english", "french"), AMOUNTS)
def test_figures_carry_qualifier_and_unit(fields: dict[str, Any], english: str, french: str) -> None:
    """A figure is written with what softens it and its unit, in the language of the reader where the base names the unit."""
    each = sold("sales", **{"value": 1} | fields)
    assert (amount(each, UNITS, "en"), amount(each, UNITS, "fr")) == (english, french)


def test_every_qualifier_has_a_french_name() -> None:
    """No English qualifier of the schema reaches a French reader."""
    from kzfacts.facts.check import schema
    from kzfacts.render.numbers import QUALIFIERS

    named = schema()["$defs"]["fact"]["properties"]["qualifier"]["enum"]
    assert set(QUALIFIERS["fr"]) == {name for name in named if name}
