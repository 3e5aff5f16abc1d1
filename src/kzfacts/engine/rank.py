"""Facts and gaps in the order in which they answer a question.

An owner's score has two parts. *Coverage* is the share of the question's weight that the owner's words account
for, all its documents together. *Likeness* is the greatest weighted Dice coefficient (Dice 1945; Sørensen 1948)
between the question and one of its documents: a stored question that says the same scores 1.
"""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.reading import Reading, Unit, Weights
    from kzfacts.facts.base import Base

CANDIDATES = 14
"""Owners whose documents are compared, of those that account for most of the question."""

COMMON = 4
"""A term in more than one owner of so many is common: it counts for candidates but finds none."""

LIKENESS = 0.45
"""The share of likeness in a score; coverage has the rest."""


class Match(NamedTuple):
    """An owner held against a question; every share runs from 0 to 1."""

    position: int
    score: float
    coverage: float
    """The share of the question's weight that all its documents together account for."""
    likeness: float
    """The greatest likeness of one of its documents to the question."""
    recall: float
    """The share of the question's weight that the likest document accounts for."""
    missing: tuple[Unit, ...]
    """The units of the question that the owner does not account for."""


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
    matches = [_match(position, reading.units, weights, mass, base) for position in best]
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


def _match(position: int, units: Sequence[Unit], weights: Weights, mass: float, base: Base) -> Match:
    masses, uses = base.documents(position)
    sums: dict[int, float] = {}
    for number, weight in weights.items():
        for document in uses.get(number, ()):
            sums[document] = sums.get(document, 0.0) + weight
    likeness = recall = 0.0
    for document, common in sums.items():
        like = 2 * common / (mass + masses[document])
        if like > likeness:
            likeness, recall = like, common / mass
    used = weights.keys() & uses.keys()
    missing = tuple(unit for unit in units if used.isdisjoint(unit.terms))
    coverage = sum([weights[number] for number in sorted(used)]) / mass
    return Match(position, LIKENESS * likeness + (1 - LIKENESS) * coverage, coverage, likeness, recall, missing)
