"""The base as one JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kzfacts.render.records import dumped, envelope, fact_record, footnote_record, partner_record

if TYPE_CHECKING:
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Text


def content(base: Base, language: str) -> bytes:
    """Report, sections, topics, voices, partners, footnotes and facts under the envelope of every reply."""
    record = envelope(
        "export",
        base,
        language=language,
        report={name: value[language] if isinstance(value, Mapping) else value for name, value in base.report.items()},
        sections=[section._asdict() | {"title": section.title[language]} for section in base.sections.values()],
        topics=_named(base.topics, language),
        voices=_named(base.voices, language),
        partners=[partner_record(partner, language) for partner in base.partners.values()],
        footnotes=[footnote_record(note, language) for note in base.footnotes()],
        facts=[fact_record(fact, base, language) for fact in base.facts()],
    )
    return dumped(record).encode()


def _named(names: Mapping[str, Text], language: str) -> list[dict[str, Any]]:
    return [{"key": key, "name": name[language]} for key, name in names.items()]
