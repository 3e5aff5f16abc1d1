"""A fact for a person: answer, statement, place, voice, caveat, footnotes, related facts, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.document import BLANK, Document, Line, line
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzfacts.engine.ask import Answer
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Footnote, Source


def answer_view(answer: Answer, base: Base, language: str) -> Document:
    """An answer in full; the facts that go with it by id."""
    return fact_view(answer.hits[0].fact, base, language)


def fact_view(fact: Fact, base: Base, language: str) -> Document:
    """A fact in full."""
    notes = [note for number in fact.footnotes if (note := base.footnote(number))]
    return [
        line((fact.answer[language], "answer")),
        line(fact.statement[language]),
        *attribution_lines(fact, base, language),
        *(row for note in notes for row in footnote_lines(note, language)),
        *_related(fact, language),
    ]


def attribution_lines(fact: Fact, base: Base, language: str) -> list[Line]:
    """Where the fact stands, who says it and what is doubtful about it, a line each."""
    rows = [line((place(fact, base, language), "muted"))]
    if fact.attribution != "report":
        rows.append(labelled("said by", base.voices[fact.attribution][language], language))
    if fact.caveat:
        rows.append(labelled("caveat", fact.caveat[language], language, "caveat"))
    return rows


def place(fact: Fact, base: Base, language: str) -> str:
    """The report, section, paragraph and footnote of a fact."""
    report = base.report["short"][language]
    parts = [report, f"{label('section', language)} {fact.section}"]
    if fact.paragraph:
        parts.append(f"{label('paragraph', language)}{fact.paragraph}")
    if fact.note:
        parts.append(f"{label('note', language).lower()} {fact.note}")
    return ", ".join(parts)


def labelled(name: str, text: str, language: str, style: str = "") -> Line:
    """A line that opens with a label."""
    head = label(name, language) + label("colon", language)
    return line((head, style or "heading"), (text, style), hang=2)


def footnote_lines(note: Footnote, language: str) -> list[Line]:
    """A footnote whole, then each of its sources."""
    head = f"{label('note', language)} {note.number}{label('colon', language)}"
    rows = [line((head, "heading"), note.text[language], hang=2)]
    rows += [
        line((label("source", language) + label("colon", language), "muted"), cited(source), indent=2, hang=2) for source in note.sources
    ]
    if note.caveat:
        caveat = label("caveat", language) + label("colon", language)
        rows.append(line((caveat + note.caveat[language], "caveat"), indent=2, hang=2))
    return rows


def cited(source: Source) -> str:
    """A source in one line: title, publisher, date, address, as far as they are known."""
    return ", ".join(part for part in (source.title, source.publisher, source.date, source.url) if part)


def _related(fact: Fact, language: str) -> Iterable[Line]:
    if fact.disagrees:
        yield labelled("disagrees", ", ".join(fact.disagrees), language)
    if fact.related:
        yield line((label("related", language) + label("colon", language), "muted"), (", ".join(fact.related[:3]), "key"), hang=2)


def refusal_view(answer: Answer, language: str) -> Document:
    """What is said when the report has no answer: what it does not say, then the nearest facts as near.

    A partner's name alone asks nothing: the command that tells all of it is named.
    """
    said = answer.gap.statement[language] if answer.gap else label("no answer", language)
    rows: list[Line] = [line(said)]
    if answer.partner:
        rows.append(line(label("all of it", language).format(command=f"kzfacts partner {answer.partner}")))
    if answer.suggestions:
        rows.append(line((label("near", language), "muted")))
    near = (line((hit.fact.id, "key"), f"  {hit.fact.statement[language]}", indent=2, hang=2) for hit in answer.suggestions)
    return [*rows, *near]


def cut_line(language: str) -> Line:
    """A warning that a question was too long to be read whole."""
    from kzfacts.engine.words import LONGEST_QUESTION

    return line((label("cut", language).format(count=LONGEST_QUESTION), "caveat"))


__all__ = ["BLANK", "answer_view", "attribution_lines", "cut_line", "fact_view", "footnote_lines", "labelled", "place", "refusal_view"]
