"""Figures and positions as the JSON objects of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzfacts.engine.comparison import most_telling, stances
from kzfacts.render.figures import measure_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.comparison import Group, Measured, Row
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Partner

NAMED = 3
"""The most telling facts that are named for each stance."""


def measured_record(figures: Measured, base: Base, language: str) -> dict[str, Any]:
    """A measure: the ids of its figures in groups inside which they can be compared, and what keeps the groups apart."""
    return {
        "measure": figures.measure,
        "name": measure_name(figures.measure, base, language),
        "groups": [_group_record(group, language) for group in figures.groups],
        "differs": list(figures.differs),
    }


def _group_record(group: Group, language: str) -> dict[str, Any]:
    first = group.facts[0]
    return {
        "comparable": group.comparable,
        "series": group.series,
        "unit": first.unit,
        "date": None if group.series else first.date,
        "scope": first.scope[language] if first.scope else None,
        "facts": [fact.id for fact in group.facts],
    }


def row_record(row: Row, base: Base, language: str) -> dict[str, Any]:
    """A measure across partners; *silent* are those for which the report gives no such figure."""
    return {**measured_record(row.figures, base, language), "silent": list(row.silent)}


def positions_record(partner: Partner, facts: Sequence[Fact]) -> dict[str, Any]:
    """How many facts of each stance *partner* has, and the ids of the most telling ones."""
    found = stances(facts, partner.key)
    named = {stance: [fact.id for fact in most_telling(some, facts)[:NAMED]] for stance, some in found.items() if stance != "neutral"}
    return {"stances": {stance: len(some) for stance, some in found.items()}, "telling": named}
