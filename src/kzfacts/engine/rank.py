"""Facts and gaps in the order in which they answer a question.

An owner's score has two parts. *Coverage* is the share of the question's weight that the owner accounts for, a term
the more surely the more of its documents use it: n / (n + `HALF`), the saturation of BM25 (Robertson & Zaragoza
2009). *Likeness* is the mean weighted Dice coefficient (Dice 1945; Sørensen 1948) between the question and the few
documents that are most like it: stored questions that say the same score 1.
"""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kzfacts.engine.reading import Reading
    from kzfacts.engine.units import Unit, Weights
    from kzfacts.facts.base import Base

CANDIDATES = 14
"""Owners whose documents are compared, of those that account for most of the question."""

COMMON = 4
"""A term in more than one owner of so many is common: it counts for candidates but finds none."""

LIKENESS = 0.35
"""The share of likeness in a score; coverage has the rest."""

HALF = 0.8
"""Documents with a term from which an owner accounts for it by half."""

LIKEST = 3
"""The likest documents whose mean counts."""

KEPT = 10
"""The likest documents of each owner that are kept for the evidence."""


class Match(NamedTuple):
    """An owner held against a question; every share runs from 0 to 1."""

    position: int
    score: float
    coverage: float
    """The share of the question's weight that its documents account for."""
    likes: tuple[float, ...]
    """How like the question its likest documents are, the likest first."""
    sure: Mapping[int, float]
    """Each term of the question that it uses -> how surely it accounts for it."""

    @property
    def likeness(self) -> float:
        """The greatest likeness of one of its documents to the question."""
        return self.likes[0] if self.likes else 0.0

    def share(self, unit: Unit) -> float:
        """How surely it accounts for *unit*."""
        sure = self.sure
        return sum([weight * sure[number] for number, weight in unit.terms.items() if number in sure]) / unit.weight if unit.weight else 0.0

    def missing(self, units: Sequence[Unit]) -> list[Unit]:
        """Those of *units* that it does not account for at all."""
        return [unit for unit in units if self.sure.keys().isdisjoint(unit.terms)]


def rank(reading: Reading, base: Base) -> list[Match]:
    """The best facts and gaps of *base* for a question, best first."""
    mass = reading.mass
    if not mass:
        return []
    weights: dict[int, float] = {}
    for unit in reading.units:
        for number, share in unit.terms.items():
            weights[number] = weights.get(number, 0.0) + share
    sums = _accumulated(weights, base)
    best = nlargest(CANDIDATES, sums, key=lambda position: (sums[position], -position))
    matches = [_match(position, weights, mass, base) for position in best]
    return sorted(matches, key=lambda match: (-match.score, match.position))


def _accumulated(weights: Weights, base: Base) -> dict[int, float]:
    """Owner -> the weight of the question's terms that it uses, rare terms first."""
    postings = [(weights[number], owners) for number, owners in base.postings(weights).items()]
    postings.sort(key=lambda pair: len(pair[1]))
    sums: dict[int, float] = {}
    for weight, owners in postings:
        if len(owners) * COMMON > base.size and len(sums) >= CANDIDATES:
            for owner in sums.keys() & set(owners):
                sums[owner] += weight
        else:
            for owner in owners:
                sums[owner] = sums.get(owner, 0.0) + weight
    return sums


def _match(position: int, weights: Weights, mass: float, base: Base) -> Match:
    documents = base.documents(position)
    sums: dict[int, float] = {}
    sure: dict[int, float] = {}
    coverage = 0.0
    for number, weight in weights.items():
        found = documents.using(number)
        if found:
            sure[number] = share = len(found) / (len(found) + HALF)
            coverage += weight * share
            for document in found:
                sums[document] = sums.get(document, 0.0) + weight
    masses = documents.masses
    likes = sorted([2 * common / (mass + masses[document]) for document, common in sums.items()], reverse=True)[:KEPT]
    score = LIKENESS * sum(likes[:LIKEST]) / LIKEST + (1 - LIKENESS) * coverage / mass
    return Match(position, score, coverage / mass, tuple(likes), sure)
