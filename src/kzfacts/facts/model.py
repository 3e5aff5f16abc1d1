"""The records of a fact base, as values.

Named tuples and no dataclasses, here and on the whole way of a question: making a dataclass costs 0.6 ms of every
start, a named tuple 0.1 ms, and a question meets twenty of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

Text = Mapping[str, str]
"""The same content in each language of the base: ``{"en": …, "fr": …}``."""

Record = Mapping[str, Any]
"""A decoded JSON object of the base, already held against the schema."""


class Source(NamedTuple):
    """A work or link that a footnote cites; *date* is ISO 8601, as exact as the footnote gives it."""

    title: str
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


class Footnote(NamedTuple):
    """A footnote of the report in the base's own words, with the paragraph that calls it."""

    number: int
    paragraph: int
    text: Text
    sources: tuple[Source, ...] = ()
    caveat: Text | None = None
    quotes: tuple[str, ...] = ()
    """Phrases of the report that the French text repeats word for word."""
    fingerprint: str | None = None
    """What tells the report's own text of the note from any other; see ``verify/fingerprint.py``."""


class Section(NamedTuple):
    """A part of the report: its number (``E.1.a``), its heading in the base's words, its paragraphs."""

    id: str
    title: Text
    first: int
    last: int


class Fact(NamedTuple):
    """One checkable statement of the report, with its place and whoever says it."""

    id: str
    section: str
    paragraph: int | None
    """The body paragraph; for a fact that stands in a footnote, the one that calls it; none for a heading."""
    note: int | None
    """The footnote in which the fact stands."""
    footnotes: tuple[int, ...]
    """All footnotes that bear on the fact."""
    partners: tuple[str, ...]
    topics: tuple[str, ...]
    attribution: str
    """The key of whoever says it; ``report`` for the report itself."""
    stance: str
    """``cooperation``, ``tension`` or ``neutral`` towards the partners."""
    value: int | float | None
    """The bare figure in *unit*; the lower end where *value_max* holds the upper one."""
    value_max: int | float | None
    unit: str | None
    qualifier: str | None
    measure: str | None
    """What is measured; only figures of the same measure may stand side by side."""
    scope: Text | None
    """What the figure covers, where another of the same measure covers something else."""
    date: str | None
    """ISO 8601 year, month or day, or a span ``2021/2023``."""
    kinds: tuple[str, ...]
    """The kinds of question that the fact can answer, most typical first."""
    answer: Text
    statement: Text
    caveat: Text | None = None
    related: tuple[str, ...] = ()
    disagrees: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    unchecked: tuple[Record, ...] = ()
    questions: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Gap(NamedTuple):
    """Something that people ask near the subject and that the report does not say."""

    id: str
    near: tuple[str, ...]
    """Ids of the facts that come nearest."""
    partners: tuple[str, ...]
    statement: Text
    questions: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Partner(NamedTuple):
    """A country or organisation that the report speaks of."""

    key: str
    kind: str
    name: Text
    aliases: tuple[str, ...]
    summary: Text
    figures: tuple[str, ...]
    """Ids of the facts with its key figures, in the order to show them."""


def _frozen(value: Any) -> Any:
    """Lists become tuples, so that records stay values."""
    return tuple(value) if isinstance(value, list) else value


def fact_from(record: Record) -> Fact:
    """The fact that *record* describes; its questions stay out unless the record has them."""
    return Fact(**{name: _frozen(value) for name, value in record.items()})


def footnote_from(record: Record) -> Footnote:
    """The footnote that *record* describes."""
    return Footnote(
        number=record["number"],
        paragraph=record["paragraph"],
        text=record["text"],
        sources=tuple(Source(**source) for source in record["sources"]),
        caveat=record.get("caveat"),
        quotes=tuple(record.get("quotes", ())),
        fingerprint=record.get("fingerprint"),
    )


def gap_from(record: Record) -> Gap:
    """The gap that *record* describes."""
    return Gap(**{name: _frozen(value) for name, value in record.items()})


def partner_from(record: Record) -> Partner:
    """The partner that *record* describes."""
    return Partner(**{name: _frozen(value) for name, value in record.items()})


def section_from(record: Record) -> Section:
    """The section that *record* describes; *first* and *last* are its own paragraphs and its children's."""
    return Section(**record)
