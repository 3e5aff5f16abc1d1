"""Dated facts for a person, year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.chronology import by_year
from kzfacts.render.cells import SOURCE_STYLES, short_place, source_cells
from kzfacts.render.dates import in_words
from kzfacts.render.document import BLANK, Document, Line, Table, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact


def timeline_view(facts: Sequence[Fact], base: Base, language: str) -> Document:
    """*facts*, all dated and in order, under the years in which they start."""
    blocks: list[Line | Table] = []
    for year, some in by_year(facts):
        blocks += [BLANK] if blocks else []
        blocks += [line((year, "heading")), dated_table(some, base, language)]
    return blocks


def dated_table(facts: Sequence[Fact], base: Base, language: str) -> Table:
    """*facts* in rows: date, statement, place, id, voice, caveat."""
    rows = ((in_words(fact.date or "", language), fact.statement[language], *source_cells(fact, base, language)) for fact in facts)
    return Table(tuple(rows), flow=1, styles=("heading", "", *SOURCE_STYLES), breaks=frozenset({4, 5}), indent=2)


def event_table(facts: Sequence[Fact], language: str) -> Table:
    """*facts* as a small timeline: date, statement, place, id."""
    rows = ((in_words(fact.date or "", language), fact.statement[language], short_place(fact, language), fact.id) for fact in facts)
    return Table(tuple(rows), flow=1, styles=("heading", "", "muted", "key"), indent=2)
