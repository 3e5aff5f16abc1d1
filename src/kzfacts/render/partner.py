"""A partner for a person: summary, key figures, facts by topic, then the footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.document import BLANK, Document, Line, line
from kzfacts.render.fact import footnote_lines, labelled
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Partner


def partner_view(partner: Partner, facts: Sequence[Fact], base: Base, language: str) -> Document:
    """Everything that *facts* say of *partner*."""
    rows = [line((partner.name[language], "answer")), line(partner.summary[language])]
    figures = [fact for name in partner.figures if (fact := base.fact(name))]
    if figures:
        rows += [BLANK, line((label("figures", language), "heading"))]
        rows += [brief_line(fact, language, answer=True) for fact in figures]
    return [*rows, *by_topic(facts, base, language), *notes_of(facts, base, language)]


def by_topic(facts: Sequence[Fact], base: Base, language: str) -> list[Line]:
    """*facts* under the name of their first topic, topics in the base's order."""
    rows: list[Line] = []
    for key, names in base.topics.items():
        some = [fact for fact in facts if fact.topics[:1] == (key,)]
        if some:
            rows += [BLANK, line((names[language], "heading"))]
            rows += [row for fact in some for row in fact_lines(fact, base, language)]
    return rows


def brief_line(fact: Fact, language: str, *, answer: bool = False) -> Line:
    """A fact in one line: its statement (its short answer first, on demand), its place, its id."""
    text = f"{fact.answer[language]}{label('colon', language)}" if answer else ""
    return line(
        (text, "answer"), fact.statement[language] + " ", (f"({short_place(fact, language)}) ", "muted"), (fact.id, "key"), indent=2, hang=2
    )


def fact_lines(fact: Fact, base: Base, language: str) -> list[Line]:
    """A fact in one line, then who says it and its caveat where there are any."""
    rows = [brief_line(fact, language)]
    extra = []
    if fact.attribution != "report":
        extra.append(labelled("said by", base.voices[fact.attribution][language], language))
    if fact.caveat:
        extra.append(labelled("caveat", fact.caveat[language], language, "caveat"))
    return rows + [Line(row.spans, 4, 2) for row in extra]


def short_place(fact: Fact, language: str) -> str:
    """Paragraph and footnote, or the section of a heading."""
    where = f"¶{fact.paragraph}" if fact.paragraph else fact.section
    return f"{where}, {label('note', language).lower()} {fact.note}" if fact.note else where


def notes_of(facts: Sequence[Fact], base: Base, language: str) -> list[Line]:
    """The footnotes that bear on *facts*, each once, by number."""
    numbers = sorted({number for fact in facts for number in fact.footnotes})
    notes = [note for number in numbers if (note := base.footnote(number))]
    if not notes:
        return []
    return [BLANK, line((label("notes", language), "heading")), *(row for note in notes for row in footnote_lines(note, language))]
