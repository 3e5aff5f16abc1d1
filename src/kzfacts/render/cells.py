"""The cells that tables of facts share: whose they are, where they stand, who says so, what is doubtful."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kzfacts.render.document import Table
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Partner

_ARTICLE = re.compile(r"(?:la |le |les |l')", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\(([^()\s]+)\)$")

SOURCE_STYLES = ("muted", "key", "muted", "caveat")
"""The styles of `source_cells`, of which the last two open lines of their own."""


def partner_label(partner: Partner, language: str) -> str:
    """A partner's name for the edge of a table: its abbreviation, or its name without an article."""
    name = partner.name[language]
    if short := _ABBREVIATION.search(name):
        return short[1]
    bare = _ARTICLE.sub("", name, count=1) if language == "fr" and _ARTICLE.match(name) else name
    return bare[:1].upper() + bare[1:]


def whose(fact: Fact, base: Base, language: str, among: Container[str] | None = None) -> str:
    """The labels of the fact's partners, or of those of them that are *among* the ones given."""
    return ", ".join(partner_label(base.partners[key], language) for key in fact.partners if among is None or key in among)


def short_place(fact: Fact, language: str) -> str:
    """Paragraph and footnote, or the section of a heading."""
    where = f"¶{fact.paragraph}" if fact.paragraph else fact.section
    return f"{where}, {label('note', language).lower()} {fact.note}" if fact.note else where


def source_cells(fact: Fact, base: Base, language: str) -> tuple[str, str, str, str]:
    """Place, id, who says it where it is not the report, and the caveat, each empty where there is none."""
    said = base.voices[fact.attribution][language] if fact.attribution != "report" else ""
    caveat = fact.caveat[language] if fact.caveat else ""
    return short_place(fact, language), fact.id, _opened("said by", said, language), _opened("caveat", caveat, language)


def fact_table(facts: Iterable[Fact], base: Base, language: str) -> Table:
    """*facts* in rows: statement, place, id, voice, caveat."""
    rows = tuple((fact.statement[language], *source_cells(fact, base, language)) for fact in facts)
    return Table(rows, flow=0, styles=("", *SOURCE_STYLES), breaks=frozenset({3, 4}), indent=2)


def _opened(name: str, text: str, language: str) -> str:
    return label(name, language) + label("colon", language) + text if text else ""
