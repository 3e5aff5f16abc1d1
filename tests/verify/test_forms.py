"""Figures and dates are read as people write them."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.verify.forms import forms
from kzfacts.verify.numerals import NUMERALS


def read(text: str, language: str) -> list[str]:
    """The forms of *text*, short: ``number 20.3 %``, ``date 2022-11-28``."""
    return [f"{form.kind} {_short(form.value)} {form.unit}".strip() for form in forms(text, language)]


def _short(value: object) -> str:
    if isinstance(value, tuple):
        return "-".join(str(part) for part in value if part)
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


FRENCH = [
    ("4 165 000 tonnes", ["number 4165000 tonnes"]),
    ("4\u202f165\u00a0000 tonnes", ["number 4165000 tonnes"]),
    ("6000 entreprises", ["number 6000"]),
    ("20,3 %", ["number 20.3 %"]),
    ("20,3\u00a0% en 2022", ["number 20.3 %", "date 2022"]),
    ("1,3 million d'unités", ["number 1300000"]),
    ("30 milliards de dollars", ["number 30000000000 US dollars"]),
    ("4,6 milliards d'euros", ["number 4600000000 euros"]),
    ("6 717 km2", ["number 6717 km²"]),
    ("un millier de blessés", ["number 1000"]),
    ("plusieurs milliers de personnes", ["size 1000"]),
    ("(x 9,4 en seulement deux ans)", ["number 9.4 times", "number 2"]),
    ("multipliées par huit", ["number 8 times"]),
    ("trente fois plus", ["number 30 times"]),
    ("a quadruplé", ["number 4 times"]),
    ("presque doublé", ["number 2 times"]),
    ("des biens à double usage", []),
    ("les deux tiers", ["fraction 2/3"]),
    ("moins de la moitié", ["fraction 1/2"]),
    ("un habitant sur deux", ["fraction 1/2"]),
    ("vingt et un, trente-sept, soixante-quinze", ["number 21", "number 37", "number 75"]),
    ("30ème anniversaire", ["ordinal 30"]),
    ("la 45e brigade", ["ordinal 45"]),
    ("le premier pays, la huitième réunion", ["ordinal 1", "ordinal 8"]),
    ("début du XXème siècle", ["century 20"]),
    ("au 20e siècle", ["century 20"]),
    ("début des années 2010", ["decade 2010"]),
    ("le 28 novembre 2022", ["date 2022-11-28"]),
    ("le 1er janvier 2020", ["date 2020-1-1"]),
    ("du 15 ou du 16 janvier 2026", ["date 2026-1-15", "date 2026-1-16"]),
    ("mars-avril 2022", ["date 2022-3", "date 2022-4"]),
    ("En mai de la même année", ["date 5"]),
    ("le 27 novembre dernier", ["date 11-27"]),
    ("(2017-2018)", ["date 2017", "date 2018"]),
    ("entre 2011 et 2013", ["date 2011", "date 2013"]),
    ("4x4 et 8×8", ["code 4x4", "code 8x8"]),
    ("fusée R7, avion L-39", ["code r7", "code l39"]),
    ("la note 61 et le paragraphe 7", ["note 61", "paragraph 7"]),
    ("la section E.1.b", ["section E.1.b"]),
    ("voir A. 2) a) plus haut", []),
    ("https://example.org/2022/videos/129256", []),
    ("un accord, une note", []),
]

ENGLISH = [
    ("4,165,000 tonnes in 2023", ["number 4165000 tonnes", "date 2023"]),
    ("20.3%", ["number 20.3 %"]),
    ("1.3 million, ten times the 127,000 of 2021", ["number 1300000", "number 10 times", "number 127000", "date 2021"]),
    ("30 billion dollars", ["number 30000000000 US dollars"]),
    ("$30 billion", ["number 30000000000 US dollars"]),
    ("about a thousand people", ["number 1000"]),
    ("several thousand people", ["size 1000"]),
    ("multiplied by 9.4", ["number 9.4 times"]),
    ("a fourfold rise, twice as many", ["number 4 times", "number 2 times"]),
    ("two thirds, nearly half", ["fraction 2/3", "fraction 1/2"]),
    ("thirty-seven", ["number 37"]),
    ("the 30th anniversary", ["ordinal 30"]),
    ("the eighth meeting", ["ordinal 8"]),
    ("at first, the first visit", ["ordinal 1"]),
    ("the 20th century", ["century 20"]),
    ("the 2010s", ["decade 2010"]),
    ("28 November 2022", ["date 2022-11-28"]),
    ("November 28, 2022", ["date 2022-11-28"]),
    ("3-4 April 2025", ["date 2025-4-3", "date 2025-4-4"]),
    ("March-April 2022", ["date 2022-3", "date 2022-4"]),
    ("it may march in 2022", ["date 2022"]),
    ("a 37-point document", ["number 37"]),
    ("note 44, section E.3", ["note 44", "section E.3"]),
]


@pytest.mark.parametrize(
    ("text", "language", "said"), [(*row[:1], code, row[1]) for code, rows in (("fr", FRENCH), ("en", ENGLISH)) for row in rows]
)
def test_a_figure_is_read(text: str, language: str, said: list[str]) -> None:
    """Each way of writing a figure or date comes out as its value."""
    assert read(text, language) == said


@given(st.integers(min_value=10_000, max_value=10**12))
def test_grouped_digits_read_back(number: int) -> None:
    """A number grouped as either language groups it is the number."""
    assert read(f"{number:,} units", "en") == [f"number {number}"]
    for space in " \u00a0\u202f":
        assert read(f"{number:,} unités".replace(",", space), "fr") == [f"number {number}"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_number_words_are_all_there(language: str) -> None:
    """Every number from 0 to 99 but one has its word."""
    assert set(range(100)) - set(NUMERALS[language].values()) == {1}


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """No text breaks the readers, and each form stands inside it."""
    for language in ("en", "fr"):
        assert all(0 <= form.start < form.end <= len(text) for form in forms(text, language))


@pytest.mark.parametrize("text", ["9" * 20_000, "a" * 20_000 + "-", "1" * 4_999 + "th", "x-" * 10_000])
def test_endless_text_is_read_in_no_time(text: str) -> None:
    """A run of digits, letters or hyphens without end neither fails nor takes longer than its length allows."""
    start = time.process_time()
    for language in ("en", "fr"):
        list(forms(text, language))
    assert time.process_time() - start < 2
