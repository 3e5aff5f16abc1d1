"""Which figures may stand side by side."""

from __future__ import annotations

from typing import Any

import pytest

from kzfacts.engine.comparison import compared, groups, measured, most_telling, shares, stances, together
from tests.made import fact, sold


def ids(group: Any) -> list[str]:
    """The ids of a group's figures."""
    return [each.id for each in group.facts]


def test_figures_of_one_basis_are_comparable() -> None:
    """The same measure, unit, date and scope put figures side by side, the largest first."""
    (only,) = groups([sold("small", 6), sold("large", 30), sold("middle", 27)])
    assert only.comparable
    assert ids(only) == ["large", "middle", "small"]


APART = [("unit", {"unit": "euros"}), ("date", {"date": "2023-06"}), ("scope", {"scope": "grain only"}), ("scope", {"scope": None})]


@pytest.mark.parametrize(("reason", "other"), APART)
def test_what_differs_keeps_figures_apart(reason: str, other: dict[str, Any]) -> None:
    """Another unit, date or scope makes figures of two partners incomparable, and the reason is named."""
    (figures,) = measured([sold("one", 30), sold("two", 45, partners=("strelsau",), **other)])
    assert not any(group.comparable for group in figures.groups)
    assert figures.differs == (reason,)


def test_other_measures_are_other_figures() -> None:
    """Figures of different measures, or of none, never meet."""
    found = measured([sold("one", 30), sold("two", 30, measure="weight"), sold("three", 3, measure=None), sold("four", 3, measure=None)])
    assert [ids(figures) for figures in found] == [["one"], ["two"], ["three"], ["four"]]


def test_figures_without_a_date_are_not_comparable() -> None:
    """Two figures without a date may be of different times, which keeps them apart by date."""
    (figures,) = measured([sold("one", 30, date=None), sold("two", 45, date=None)])
    assert [ids(group) for group in figures.groups] == [["one"], ["two"]]
    assert figures.differs == ("date",)


def test_one_partner_over_the_years_is_a_series() -> None:
    """Figures that agree in all but the date are compared over time, the earliest first."""
    (series,) = groups([sold("later", 4, date="2023"), sold("earlier", 1, date="2021")])
    assert series.series
    assert ids(series) == ["earlier", "later"]


def test_two_partners_of_different_years_are_no_series() -> None:
    """A figure of one partner and one of another partner's other year stay apart."""
    assert len(groups([sold("one", 30), sold("two", 45, date="2023", partners=("strelsau",))])) == 2


def test_comparable_groups_come_first() -> None:
    """A lone figure stands after those that can be compared, whatever comes first in the report."""
    facts = [sold("euros", 45, unit="euros"), sold("one", 30), sold("two", 27, partners=("strelsau",))]
    assert [ids(group) for group in groups(facts)] == [["one", "two"], ["euros"]]
    facts = [sold("euros", 45, unit="euros"), sold("one", 30), sold("later", 27, date="2025")]
    assert [ids(group) for group in groups(facts)] == [["one", "later"], ["euros"]]


def test_shares_are_of_the_largest() -> None:
    """Bars are in proportion to the largest figure; a span has a share for each end."""
    (group,) = groups([sold("large", 40), sold("small", 10), sold("span", 20, value_max=30)])
    assert shares(group) == {"large": (1, 1), "small": (0.25, 0.25), "span": (0.5, 0.75)}


@pytest.mark.parametrize("values", [[5], [0, 0], [-3, 5]])
def test_some_figures_have_no_shares(values: list[float]) -> None:
    """A lone figure, nothing but zeros and figures below zero are not drawn."""
    (group,) = groups([sold(f"figure-{place}", value) for place, value in enumerate(values)])
    assert shares(group) == {}


def test_a_comparison_names_who_has_nothing() -> None:
    """Each measure of any partner is a row, with the partners for which there is no figure; what most have comes first."""
    facts = [
        sold("weight", 1, measure="weight"),
        sold("one", 30),
        sold("two", 27, partners=("strelsau", "ruritania")),
        sold("elsewhere", 9, measure="height", partners=("zenda",)),
        fact("no-figure"),
    ]
    rows = compared(facts, ("ruritania", "strelsau"))
    assert [(row.figures.measure, row.silent) for row in rows] == [("sales", ()), ("weight", ("strelsau",))]


def test_the_most_telling_facts_are_those_referred_to() -> None:
    """What other facts refer to counts more, and less where it is shared among partners."""
    facts = [
        fact("nobody"),
        fact("shared", partners=("ruritania", "strelsau", "zenda")),
        fact("own"),
        *(fact(f"citing-{number}", related=("own", "shared")) for number in range(2)),
    ]
    assert [each.id for each in most_telling(facts[:3], facts)] == ["own", "shared", "nobody"]


def test_positions_are_counted_by_partner() -> None:
    """The facts about a partner are sorted by stance; those about others are left out."""
    found = stances([fact("one", stance="tension"), fact("two", stance="tension", partners=("zenda",)), fact("three")], "ruritania")
    assert {stance: [each.id for each in some] for stance, some in found.items()} == {
        "cooperation": [],
        "tension": ["one"],
        "neutral": ["three"],
    }


def test_facts_on_several_partners_are_found() -> None:
    """What speaks of two of the partners is said of them together."""
    facts = [fact("one"), fact("both", partners=("ruritania", "strelsau")), fact("other", partners=("ruritania", "zenda"))]
    assert [each.id for each in together(facts, ("strelsau", "ruritania"))] == ["both"]
