"""Answer or refuse: what the best match must account for before it may speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzfacts.engine.rank import Match
from kzfacts.engine.reading import Reading
from kzfacts.facts.base import Base

ENOUGH = 0.5
"""The score from which a fact answers (tuned; see docs/engine.md)."""

GAP_LEAD = 0.0
"""By how much a known gap must score above the best fact to silence it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The match that answers, or none, with the reason and the known gap that the question names."""

    best: Match | None
    gap: Match | None
    reason: str


def decide(reading: Reading, matches: Sequence[Match], base: Base) -> Verdict:
    """Hold the ranked *matches* against what the question demands."""
    facts = [match for match in matches if match.position < base.size]
    gaps = [match for match in matches if match.position >= base.size]
    if not facts:
        return Verdict(None, gaps[0] if gaps else None, "nothing-near")
    best = facts[0]
    if gaps and gaps[0].score > best.score + GAP_LEAD:
        return Verdict(None, gaps[0], "known-gap")
    if best.score < ENOUGH:
        return Verdict(None, None, "too-far")
    return Verdict(best, None, "answers")
