"""A reference for a person: the thing itself, then the facts that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.references import fellows, section_of
from kzfacts.render.cells import fact_table
from kzfacts.render.document import BLANK, Document, Line, line
from kzfacts.render.fact import fact_view, footnote_lines
from kzfacts.render.labels import label
from kzfacts.render.partner import notes_of

if TYPE_CHECKING:
    from kzfacts.engine.references import Reference
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Footnote


def reference_view(found: Reference, base: Base, language: str) -> Document:
    """What *found* names."""
    if found.note:
        own = [*footnote_lines(found.note, language), _caller(found.note, base, language)]
        return [*own, BLANK, fact_table(found.facts, base, language)] if found.facts else own
    if not (found.section or found.paragraph or found.topic):
        return [*fact_view(found.facts[0], base, language), *_fellows(found.facts[0], base, language)]
    heading = line((title(found, base, language), "answer"))
    return [heading, fact_table(found.facts, base, language), *notes_of(found.facts, base, language)]


def _caller(note: Footnote, base: Base, language: str) -> Line:
    """The paragraph that calls *note*, with its section."""
    return line((label("called by", language) + label("colon", language), "muted"), _where(note.paragraph, base, language), hang=2)


def _where(paragraph: int, base: Base, language: str) -> str:
    """A paragraph and its section."""
    section = section_of(paragraph, base)
    return f"{label('paragraph', language)}{paragraph}, {label('section', language)} {section.id}, {section.title[language]}"


def _fellows(fact: Fact, base: Base, language: str) -> list[Line]:
    """For each footnote of *fact* the other facts that it stands behind."""
    rows = []
    for number, names in fellows(fact, base).items():
        if names:
            head = label("same note", language).format(number=number) + label("colon", language)
            rows.append(line((head, "muted"), (", ".join(names), "key"), hang=2))
    return rows


def title(found: Reference, base: Base, language: str) -> str:
    """The heading over a section's, paragraph's or topic's facts."""
    if found.section:
        return f"{found.section.id} {found.section.title[language]}"
    if found.paragraph:
        return _where(found.paragraph, base, language)
    return base.topics[found.topic or ""][language]
