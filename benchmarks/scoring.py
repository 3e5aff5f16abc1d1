"""Questions with known answers, and what is right, wrong or refused about a reply.

A question file holds a JSON object a line: ``q`` what is typed, ``lang``, ``style``, ``para`` the paragraphs that
answer it (none where the report does not), ``note`` the footnotes that hold the answer, ``answer`` patterns that the
short answer and statement must match, and for the unanswerable ones ``trap``: near, far or junk.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kzfacts.facts.model import Fact

QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "questions"
OUTCOMES = ("right", "wrong answer", "wrong refusal", "false answer")

_THOUSANDS = re.compile(r"(?<=\d)[ ,\u00a0\u2009\u202f](?=\d{3}(?!\d))")


def questions(part: str) -> list[dict[str, Any]]:
    """The questions of a part: ``tune``, by which the engine is tuned, or ``report``, which is only reported."""
    lines = (QUESTIONS / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def outcome(question: dict[str, Any], fact: Fact | None, language: str) -> str:
    """What is to be said of *fact* (none for a refusal) as the answer, in *language*, to *question*."""
    if not question["para"]:
        return "right" if fact is None else "false answer"
    if fact is None:
        return "wrong refusal"
    text = _THOUSANDS.sub("", f"{fact.answer[language]} {fact.statement[language]}")
    noted = not question["note"] or not set(question["note"]).isdisjoint((*fact.footnotes, fact.note))
    placed = fact.paragraph in question["para"]
    matched = all(re.search(pattern, text, re.IGNORECASE) for pattern in question["answer"])
    return "right" if placed and noted and matched else "wrong answer"


def kind(question: dict[str, Any]) -> str:
    """The group under which a question is counted: its language and style, or the trap that it sets."""
    return question.get("trap") or f"{question['lang']} {question['style']}"


def tally(asked: Iterable[dict[str, Any]], answer: Callable[[str], tuple[Fact | None, str]]) -> dict[str, Counter[str]]:
    """Kind of question -> how often each outcome was had from *answer*, a function from a question to fact and language."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for question in asked:
        said = outcome(question, *answer(question["q"]))
        groups = ("all", "answerable" if question["para"] else "unanswerable", kind(question))
        for group in groups:
            counts[group][said] += 1
    return counts


def share(counts: Counter[str], said: str = "right") -> float:
    """The share of an outcome, from 0 to 1."""
    return counts[said] / max(1, counts.total())


def table(tallies: dict[str, dict[str, Counter[str]]]) -> list[Sequence[str]]:
    """A row per system: its share of each outcome over all questions, and of right ones by kind."""
    kinds = sorted({group for counts in tallies.values() for group in counts} - {"all"})
    rows: list[Sequence[str]] = [("system", *OUTCOMES, *kinds)]
    for name, counts in tallies.items():
        shares = [f"{100 * share(counts['all'], said):.1f}" for said in OUTCOMES]
        rows.append((name, *shares, *(f"{100 * share(counts[group]):.0f}" for group in kinds)))
    return rows
