"""Results as the JSON objects of the contract: the same keys, ids and numbers in every language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kzfacts.render.document import KEPT, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kzfacts.engine.ask import Answer, Hit
    from kzfacts.engine.references import Reference
    from kzfacts.errors import UnknownName
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Footnote, Gap, Partner

SCHEMA_VERSION = 1


def dumped(record: Mapping[str, Any]) -> str:
    """*record* as one line of JSON, real letters, with its newline; what could steer a terminal is escaped."""
    text = json.dumps(record, ensure_ascii=False, separators=(", ", ": "))
    if not text.isprintable():
        text = "".join(char if char.isprintable() or char in KEPT else json.dumps(char)[1:-1] for char in text)
    return text + "\n"


def envelope(command: str, base: Base, **rest: Any) -> dict[str, Any]:
    """The keys that every reply starts with, then *rest*; something is found unless that says otherwise."""
    found = {} if "found" in rest else {"found": True}
    return {"schema_version": SCHEMA_VERSION, "data_version": base.data_version, "command": command, **found, **rest}


def error_record(command: str, kind: str, message: str, hint: str | None, suggestions: Iterable[str] | None = None) -> dict[str, Any]:
    """An error as a reply; one about a name that the base does not have says what was not found and what is near."""
    record: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "command": command}
    if suggestions is not None:
        record["found"] = False
    record["error"] = {"kind": kind, "message": message, "hint": hint}
    return record if suggestions is None else record | {"suggestions": list(suggestions)}


def unknown_record(command: str, error: UnknownName, base: Base, language: str) -> dict[str, Any]:
    """The reply of a command that gives facts about a name that the base does not have."""
    what = {"kind": error.kind, "message": clean(error.message), "hint": clean(error.hint) if error.hint else None}
    return envelope(command, base, language=language, found=False, facts=[], error=what, suggestions=list(error.suggestions))


def fact_record(fact: Fact, base: Base, language: str) -> dict[str, Any]:
    """A fact with its footnotes whole, in *language*."""
    return {
        "id": fact.id,
        "answer": fact.answer[language],
        "statement": fact.statement[language],
        "value": fact.value,
        "value_max": fact.value_max,
        "unit": fact.unit,
        "qualifier": fact.qualifier,
        "measure": fact.measure,
        "scope": fact.scope[language] if fact.scope else None,
        "date": fact.date,
        "section": fact.section,
        "paragraph": fact.paragraph,
        "note": fact.note,
        "partners": list(fact.partners),
        "topics": list(fact.topics),
        "attribution": fact.attribution,
        "stance": fact.stance,
        "caveat": fact.caveat[language] if fact.caveat else None,
        "related": list(fact.related),
        "disagrees": list(fact.disagrees),
        "footnotes": [footnote_record(note, language) for note in _notes(fact, base)],
    }


def hit_record(hit: Hit, base: Base, language: str) -> dict[str, Any]:
    """A fact with its score, which stands after the id."""
    record = fact_record(hit.fact, base, language)
    return {"id": record.pop("id"), "score": hit.score, **record}


def _notes(fact: Fact, base: Base) -> Iterable[Footnote]:
    return (note for number in fact.footnotes if (note := base.footnote(number)))


def footnote_record(note: Footnote, language: str) -> dict[str, Any]:
    """A footnote whole, in *language*."""
    return {
        "number": note.number,
        "paragraph": note.paragraph,
        "text": note.text[language],
        "sources": [
            {"title": source.title, "publisher": source.publisher, "date": source.date, "url": source.url} for source in note.sources
        ],
        "caveat": note.caveat[language] if note.caveat else None,
    }


def answer_record(answer: Answer, base: Base, language: str) -> dict[str, Any]:
    """The reply of ``ask --json``."""
    return answer_head(answer, base, language) | {
        "results": [hit_record(hit, base, language) for hit in answer.hits],
        "suggestions": [hit_record(hit, base, language) for hit in answer.suggestions],
        "gap": gap_record(answer.gap, language) if answer.gap else None,
    }


def answer_head(answer: Answer, base: Base, language: str) -> dict[str, Any]:
    """The keys of an `answer_record` before its facts."""
    status = "answered" if answer.found else "no_answer"
    return envelope("ask", base, question=answer.question, language=language, found=answer.found, status=status)


def gap_record(gap: Gap, language: str) -> dict[str, Any]:
    """A known gap in the report, in *language*."""
    return {"id": gap.id, "statement": gap.statement[language]}


def partner_record(partner: Partner, language: str) -> dict[str, Any]:
    """A partner without its facts, in *language*."""
    return {
        "key": partner.key,
        "name": partner.name[language],
        "kind": partner.kind,
        "summary": partner.summary[language],
        "figures": list(partner.figures),
        "aliases": list(partner.aliases),
    }


def reference_record(found: Reference, base: Base, language: str) -> dict[str, Any]:
    """What ``show --json`` says of a reference: its facts, the thing itself where it is no fact, and what cites the same notes."""
    from kzfacts.engine.references import fellows, section_of

    record: dict[str, Any] = {"facts": [fact_record(fact, base, language) for fact in found.facts]}
    if found.note:
        record["note"] = {**footnote_record(found.note, language), "section": section_of(found.note.paragraph, base).id}
    if found.section:
        section = found.section
        record["section"] = {"id": section.id, "title": section.title[language], "first": section.first, "last": section.last}
    if found.paragraph:
        entry = next(row for row in base.part("paragraphs") if row["number"] == found.paragraph)
        record["paragraph"] = {"number": entry["number"], "section": entry["section"], "notes": entry["notes"]}
    if found.topic:
        record["topic"] = {"key": found.topic, "name": base.topics[found.topic][language]}
    if len(record) == 1:
        record["same_note"] = {str(number): names for number, names in fellows(found.facts[0], base).items()}
    return record


def partner_reply(
    partner: Partner | None, facts: Iterable[Fact], base: Base, language: str, suggestions: Iterable[str] = ()
) -> dict[str, Any]:
    """The reply of ``partner --json``; none for a name that the base does not have, with the nearest keys as *suggestions*."""
    return envelope(
        "partner",
        base,
        language=language,
        found=partner is not None,
        partner=partner_record(partner, language) if partner else None,
        facts=[fact_record(fact, base, language) for fact in facts],
        suggestions=list(suggestions),
    )


def show_reply(found: Reference, base: Base, language: str) -> dict[str, Any]:
    """The reply of ``show --json``."""
    return envelope("show", base, language=language, found=True, **reference_record(found, base, language))
