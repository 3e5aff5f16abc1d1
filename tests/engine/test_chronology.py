"""The order of dates and the time that they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.engine.chronology import between, by_year, checked, first_day, in_order, last_day
from kzfacts.errors import BadRequest
from tests.made import fact

ORDER = ["1957", "2021/2023", "2022", "2022/2023", "2022-01", "2022-03/2022-04", "2022-06", "2022-06-01", "2022-11-28", "2023"]
"""Dates in order: a span where it starts, a year before its months, a month before its days."""


@given(st.permutations(ORDER))
def test_dates_come_in_order(dates: list[str]) -> None:
    """Dated facts come by where they start, the less exact first; facts without a date stay out."""
    facts = [*(fact(date, date=date) for date in dates), fact("undated")]
    assert [each.id for each in in_order(facts)] == ORDER


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-06", "2022-06-01", "2022-06-31"),
        ("2022-06-15", "2022-06-15", "2022-06-15"),
        ("2021/2023", "2021-01-01", "2023-12-31"),
        ("2022-03/2022-04", "2022-03-01", "2022-04-31"),
        ("2022-03-02/2022-04-05", "2022-03-02", "2022-04-05"),
    ],
)
def test_a_date_means_all_its_days(date: str, first: str, last: str) -> None:
    """A year, a month and a span reach from their first day to their last."""
    assert (first_day(date), last_day(date)) == (first, last)


WINDOWS = [
    (None, None, ORDER, []),
    ("2022-06", "2022-06", ["2022-06", "2022-06-01"], ["2021/2023", "2022", "2022/2023"]),
    ("2022", "2022", ORDER[2:9], ["2021/2023"]),
    ("2022-06-02", None, ["2022-11-28", "2023"], ["2021/2023", "2022", "2022/2023", "2022-06"]),
    (None, "1957-05", ["1957"], []),
    ("2024", None, [], []),
    ("2023", "2022", [], []),
]


@pytest.mark.parametrize(("since", "until", "inside", "touching"), WINDOWS)
def test_a_slice_holds_what_starts_in_it(since: str | None, until: str | None, inside: list[str], touching: list[str]) -> None:
    """A stretch of time has the facts that start in it, both ends included, and apart from them those that only reach into it."""
    part = between([fact(date, date=date) for date in ORDER], since, until)
    assert ([each.id for each in part.facts], [each.id for each in part.touching]) == (inside, touching)


@pytest.mark.parametrize("date", ["2022", "2022-06", "2022-06-28", "2024-02-29", " 2022 "])
def test_dates_of_the_calendar_pass(date: str) -> None:
    """A year, a month and a day that exist are taken as they are typed."""
    assert checked(date) == date.strip()


WRONG = ["", "june", "2022-13", "2022-02-30", "2023-02-29", "22", "2022-6", "28/11/2022", "2021/2023", "0000", "２０２２"]


@pytest.mark.parametrize("date", WRONG)
def test_other_dates_are_refused(date: str) -> None:
    """What is no date ends in a refusal that shows what dates look like."""
    with pytest.raises(BadRequest) as caught:
        checked(date)
    assert "2022-06-28" in (caught.value.hint or "")


def test_a_long_wrong_date_is_cut() -> None:
    """A refusal stays one short line however much was typed."""
    with pytest.raises(BadRequest) as caught:
        checked("9" * 10_000)
    assert len(caught.value.message) < 100


def test_years_hold_what_starts_in_them() -> None:
    """Facts are grouped by the year in which they start, in order."""
    groups = by_year(in_order(fact(date, date=date) for date in ORDER))
    assert [(year, len(some)) for year, some in groups] == [("1957", 1), ("2021", 1), ("2022", 7), ("2023", 1)]
