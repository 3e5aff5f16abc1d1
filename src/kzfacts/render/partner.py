"""A partner for a person as a briefing: summary, key figures, dates, cooperation, tensions, the rest, footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.cells import fact_table, short_place
from kzfacts.render.document import BLANK, Document, Line, Table, line
from kzfacts.render.fact import footnote_lines
from kzfacts.render.figures import key_figures
from kzfacts.render.labels import label
from kzfacts.render.timeline import event_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzfacts.engine.briefing import Briefing
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact


def partner_view(brief: Briefing, base: Base, language: str, *, topic: str | None = None) -> Document:
    """Everything in *brief*, under *topic* alone where it is the briefing of one."""
    blocks = [*_head(brief, base, language, topic)]
    for stance, facts in brief.stances.items():
        if facts:
            blocks += [BLANK, line((f"{label(stance, language)} ({len(facts)})", "answer"))]
            blocks += [fact_table(facts, base, language)] if topic else by_topic(facts, base, language)
    return [*blocks, *notes_of(brief.facts, base, language)]


def brief_view(brief: Briefing, base: Base, language: str, *, topic: str | None = None) -> Document:
    """The short form of *brief*: the most telling facts of cooperation and tension, and where the rest is."""
    blocks = [*_head(brief, base, language, topic)]
    for stance, facts in brief.named.items():
        if facts:
            blocks += [BLANK, line((label(stance, language), "heading")), fact_table(facts, base, language)]
    rest = f"kzfacts partner {brief.partner.key}" + (f" --topic {topic}" if topic else "")
    return [*blocks, BLANK, line((label("whole partner", language) + label("colon", language), "muted"), (rest, "key"))]


def _head(brief: Briefing, base: Base, language: str, topic: str | None) -> Iterator[Line | Table]:
    """Name and topic, summary, key figures, dates."""
    name = brief.partner.name[language] + (f" · {base.topics[topic][language]}" if topic else "")
    yield from (line((name, "answer")), line(brief.partner.summary[language]))
    if brief.figures:
        yield from (BLANK, line((label("figures", language), "heading")), key_figures(brief.figures, base, language))
    if brief.events:
        yield from (BLANK, line((label("events", language), "heading")), event_table(brief.events, language))


def by_topic(facts: Sequence[Fact], base: Base, language: str) -> list[Line | Table]:
    """*facts* under the name of their first topic, topics in the base's order, those without one at the end."""
    blocks: list[Line | Table] = []
    for key in (*base.topics, None):
        some = [fact for fact in facts if next(iter(fact.topics), None) == key]
        if some:
            blocks += [BLANK, line((base.topics[key][language], "heading"))] if key else [BLANK]
            blocks.append(fact_table(some, base, language))
    return blocks


def notes_of(facts: Iterable[Fact], base: Base, language: str) -> list[Line]:
    """The footnotes that bear on *facts*, each once, by number."""
    numbers = sorted({number for fact in facts for number in fact.footnotes})
    notes = [note for number in numbers if (note := base.footnote(number))]
    if not notes:
        return []
    return [BLANK, line((label("notes", language), "heading")), *(row for note in notes for row in footnote_lines(note, language))]


__all__ = ["brief_view", "by_topic", "notes_of", "partner_view", "short_place"]
