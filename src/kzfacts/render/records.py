"""Results as the JSON objects of the contract: the same keys, ids and numbers in every language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kzfacts.engine.ask import Answer, Hit
    from kzfacts.engine.references import Reference
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Footnote, Partner

SCHEMA_VERSION = 1


def dumped(record: Mapping[str, Any]) -> str:
    """*record* as one line of JSON, real letters, with its newline."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def envelope(command: str, base: Base, **rest: Any) -> dict[str, Any]:
    """The keys that every reply starts with, then *rest*."""
    return {"schema_version": SCHEMA_VERSION, "data_version": base.data_version, "command": command, **rest}


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
    return envelope(
        "ask",
        base,
        question=answer.question,
        language=language,
        found=answer.found,
        status="answered" if answer.found else "no_answer",
        results=[hit_record(hit, base, language) for hit in answer.hits],
        suggestions=[hit_record(hit, base, language) for hit in answer.suggestions],
        gap=None if answer.gap is None else {"id": answer.gap.id, "statement": answer.gap.statement[language]},
    )


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
    """What ``show --json`` says of a reference: its facts, and the thing itself where it is no fact."""
    record: dict[str, Any] = {"facts": [fact_record(fact, base, language) for fact in found.facts]}
    if found.note:
        record["note"] = footnote_record(found.note, language)
    if found.section:
        section = found.section
        record["section"] = {"id": section.id, "title": section.title[language], "first": section.first, "last": section.last}
    if found.paragraph:
        entry = next(row for row in base.part("paragraphs") if row["number"] == found.paragraph)
        record["paragraph"] = {"number": entry["number"], "section": entry["section"], "notes": entry["notes"]}
    if found.topic:
        record["topic"] = {"key": found.topic, "name": base.topics[found.topic][language]}
    return record
