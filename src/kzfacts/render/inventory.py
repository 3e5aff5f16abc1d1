"""The inventory: one line per fact, partner, topic, footnote or section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.document import Document, Table
from kzfacts.render.records import fact_record, footnote_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kzfacts.facts.base import Base

Row = tuple[str, ...]


def inventory_view(kind: str, base: Base, language: str) -> Document:
    """The rows of *kind*: a name that ``show`` or ``partner`` takes, then what it is."""
    return [Table(tuple(ROWS[kind](base, language)), styles=("key",))]


def inventory_records(kind: str, base: Base, language: str) -> list[dict[str, object]]:
    """The same as JSON objects; facts and footnotes whole."""
    if kind == "facts":
        return [fact_record(fact, base, language) for fact in base.facts()]
    if kind == "notes":
        return [footnote_record(note, language) for note in base.footnotes()]
    return [dict(zip(("key", "name"), row[:2], strict=True)) for row in ROWS[kind](base, language)]


def _facts(base: Base, language: str) -> Iterable[Row]:
    return ((fact.id, fact.answer[language]) for fact in base.facts())


def _partners(base: Base, language: str) -> Iterable[Row]:
    return ((partner.key, partner.name[language]) for partner in base.partners.values())


def _topics(base: Base, language: str) -> Iterable[Row]:
    return ((key, names[language]) for key, names in base.topics.items())


def _notes(base: Base, language: str) -> Iterable[Row]:
    return ((str(note.number), note.text[language]) for note in base.footnotes())


def _sections(base: Base, language: str) -> Iterable[Row]:
    return ((section.id, section.title[language]) for section in base.sections.values())


ROWS: dict[str, Callable[[Base, str], Iterable[Row]]] = {
    "facts": _facts,
    "partners": _partners,
    "topics": _topics,
    "notes": _notes,
    "sections": _sections,
}
"""Kind of thing -> its rows."""
