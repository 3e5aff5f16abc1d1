"""Why an answer was given or refused: how the words were read, what won, what others lacked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzfacts.engine.decide import CONSTANT, SURE, WEIGHTS, bars
from kzfacts.engine.evidence import Evidence
from kzfacts.render.document import Document, Line, Table, line
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from kzfacts.engine.ask import Answer
    from kzfacts.engine.rank import Match
    from kzfacts.facts.base import Base

SHOWN = 4
"""Facts and gaps that an explanation holds against each other."""


def explanation_record(answer: Answer, base: Base) -> dict[str, Any]:
    """The explanation as a JSON object: the words as read, the candidates, the evidence and what it adds."""
    verdict, reading = answer.verdict, answer.reading
    return {
        "language": reading.language,
        "kinds": list(reading.kinds),
        "words": [
            {"typed": unit.surface, "read": unit.read, "symbol": unit.symbol, "weight": round(unit.weight, 2), "known": unit.known}
            for unit in reading.units
        ],
        "candidates": [_candidate(match, answer, base) for match in answer.matches[:SHOWN]],
        "evidence": {name: round(value, 3) for name, value in verdict.evidence._asdict().items()} if verdict.evidence else None,
        "bars": bars(verdict.evidence) if verdict.evidence else [],
        "adds": _adds(verdict.evidence),
        "probability": round(verdict.sure, 3),
        "needed": SURE,
    }


def _candidate(match: Match, answer: Answer, base: Base) -> dict[str, Any]:
    known = match.position < base.size
    return {
        "id": base.fact_at(match.position).id if known else base.gap_at(match.position - base.size).id,
        "gap": not known,
        "score": round(match.score, 3),
        "coverage": round(match.coverage, 3),
        "likeness": round(match.likeness, 3),
        "missing": [unit.surface for unit in match.missing(answer.reading.units)],
    }


def _adds(evidence: Evidence | None) -> dict[str, float]:
    """What each figure adds to the log-odds of an answer, the constant first."""
    if evidence is None:
        return {}
    terms = {name: weight * value for name, weight, value in zip(Evidence._fields, WEIGHTS, evidence, strict=True)}
    return {"constant": CONSTANT} | {name: round(value, 2) for name, value in terms.items()}


def explanation_view(answer: Answer, base: Base, language: str) -> Document:
    """The explanation for a person."""
    record = explanation_record(answer, base)
    spoken = record["language"] or "?"
    head = f"{label('read as', language)} {spoken}; {', '.join(record['kinds']) or label('any kind', language)}"
    words = tuple(_word_row(word, language) for word in record["words"])
    candidates = tuple(_candidate_row(candidate, language) for candidate in record["candidates"])
    adds = ", ".join(f"{name} {value:+.2f}" for name, value in record["adds"].items() if value)
    sure = f"{label('probability', language)} {record['probability']:.2f} ({label('needed', language)} {SURE:.2f}): {adds}"
    barred = [line(f"{label('ruled out', language)} {label(name, language)}") for name in record["bars"]]
    return [_heading("why", language), line(head), Table(words), Table(candidates), *barred, line(sure, hang=2)]


def _heading(name: str, language: str) -> Line:
    return line((label(name, language), "heading"))


def _word_row(word: dict[str, Any], language: str) -> tuple[str, ...]:
    changed = f"{word['typed']} → {word['read']}" if word["typed"] != word["read"] else word["typed"]
    return f"  {changed}", word["symbol"], f"{word['weight']:.1f}", "" if word["known"] else label("unknown", language)


def _candidate_row(candidate: dict[str, Any], language: str) -> tuple[str, ...]:
    lacks = f"{label('lacks', language)} {', '.join(candidate['missing'])}" if candidate["missing"] else ""
    kind = label("gap", language) if candidate["gap"] else label("fact", language)
    return f"  {kind} {candidate['id']}", f"{candidate['score']:.2f}", lacks
