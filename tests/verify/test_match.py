"""A figure is borne out by the same figure in the same unit, and by nothing near it."""

from __future__ import annotations

import pytest

from kzfacts.verify.contents import Contents
from kzfacts.verify.forms import forms
from kzfacts.verify.match import hedges, iso_dates, says, says_date, worth


def passage(text: str) -> Contents:
    """A passage of the report with *text*."""
    return Contents(text, forms(text, "fr"), frozenset(), frozenset())


@pytest.mark.parametrize(
    ("claimed", "written", "held"),
    [
        ("6,000 firms", "plus de 6000 entreprises", True),
        ("444,000", "444 000 tonnes", True),
        ("20.3%", "20,3 %", True),
        ("15", "15 %", False),
        ("30 billion euros", "30 milliards de dollars", False),
        ("30 billion dollars", "30 milliards de dollars", True),
        ("times thirty", "multipliées par trente", True),
        ("the 45th", "la 45ème", True),
        ("45", "la 45ème", False),
        ("November 2022", "le 28 novembre 2022", True),
        ("28 November 2022", "en novembre 2022", False),
        ("May 2022", "En mars 2022 ; en mai de la même année", True),
        ("May 2022", "en mai 2023, puis en 2022", False),
    ],
)
def test_what_bears_out_what(claimed: str, written: str, held: bool) -> None:  # noqa: FBT001
    """Kind, value and unit count; a date may be more exact in the report."""
    (form,) = forms(claimed, "en")
    assert says(form, passage(written)) is held


@pytest.mark.parametrize(
    ("value", "unit", "written", "held"),
    [
        (6000, "companies", "6000 entreprises", True),
        (20.3, "%", "20,3 %", True),
        (20.3, "%", "20,3 tonnes", False),
        (30e9, "US dollars", "30 milliards de dollars", True),
        (8, "meeting", "la huitième réunion", True),
        (1991, "year", "en 1991", True),
        (11, "month", "en novembre 2022", False),
    ],
)
def test_a_value_is_a_figure_of_its_unit(value: float, unit: str, written: str, held: bool) -> None:  # noqa: FBT001
    """A value may be a count, an ordinal or a year, in the unit that is written beside it."""
    assert worth(value, unit, forms(written, "fr")) is held


@pytest.mark.parametrize(
    ("value", "written", "said"),
    [
        (6000, "plus de 6000 entreprises", {"more than"}),
        (50e9, "dépassent 50 milliards", {"more than"}),
        (28, "de l'ordre de 28%", {"about"}),
        (1000, "un millier de blessés", {"about"}),
        (7, "jusqu'à 7 visites", {"up to"}),
        (6e9, "à peine 6 milliards", {"barely"}),
        (5800, "5800 personnes", {""}),
    ],
)
def test_a_qualifier_stands_before_its_figure(value: float, written: str, said: set[str]) -> None:
    """What weakens or limits a figure is read off the words before it."""
    assert hedges(value, [passage(written)]) == said


@pytest.mark.parametrize(
    ("date", "written", "held"),
    [
        ("2022-11-28", "le 28 novembre 2022", True),
        ("2022-11", "28 novembre 2022", True),
        ("2022-00", "en 2022", False),
        ("2023", "en 2022", False),
    ],
)
def test_iso_dates_against_words(date: str, written: str, held: bool) -> None:  # noqa: FBT001
    """An ISO date is borne out by the date in words."""
    assert all(says_date(part, passage(written)) for part in iso_dates(date)) is held
