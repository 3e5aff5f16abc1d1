"""A reference for a person: the thing itself, then the facts that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.document import BLANK, Document, Line, line
from kzfacts.render.fact import fact_view, footnote_lines
from kzfacts.render.labels import label
from kzfacts.render.partner import fact_lines, notes_of

if TYPE_CHECKING:
    from kzfacts.engine.references import Reference
    from kzfacts.facts.base import Base


def reference_view(found: Reference, base: Base, language: str) -> Document:
    """What *found* names."""
    if found.note:
        facts = [row for fact in found.facts for row in fact_lines(fact, base, language)]
        return [*footnote_lines(found.note, language), BLANK, *facts]
    if not (found.section or found.paragraph or found.topic):
        return fact_view(found.facts[0], base, language)
    rows: list[Line] = [line((title(found, base, language), "answer"))]
    for fact in found.facts:
        rows += fact_lines(fact, base, language)
    return [*rows, *notes_of(found.facts, base, language)]


def title(found: Reference, base: Base, language: str) -> str:
    """The heading over a section's, paragraph's or topic's facts."""
    if found.section:
        return f"{found.section.id} {found.section.title[language]}"
    if found.paragraph:
        return f"{label('paragraph', language)}{found.paragraph}"
    return base.topics[found.topic or ""][language]
