"""Facts and gaps in the order in which they answer a question.

An owner's score has three parts, each a share from 0 to 1. *Coverage* is the share of the question's weight that it
accounts for, a term the more surely the more of its documents use it: n / (n + `HALF`), the saturation of BM25
(Robertson & Zaragoza 2009). *Likeness* is the mean weighted Dice coefficient (Dice 1945; Sørensen 1948) between the
question and the few documents that are most like it. *Typicality* is the mean logarithm of how likely each word is
among its documents, as naive Bayes has it: what nearly every question for a fact says speaks for it more than what
one of them happens to.
"""

from __future__ import annotations

from bisect import bisect_left
from math import log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kzfacts.engine.reading import Reading
    from kzfacts.engine.units import Unit, Weights
    from kzfacts.facts.base import Base, Documents

FACTS, GAPS = 9, 6
"""Facts and gaps whose documents are compared: those that account for most of the question."""

COMMON = 4
"""A term in more than one owner of so many is common: it counts for candidates but finds none."""

LIKENESS, COVERAGE, TYPICALITY = 0.25, 0.35, 0.4
"""The shares of the three parts in a score."""

SEEN, SPREAD = 0.5, 10.0
"""What is added to the documents that use a word, and to all of them, so that a word that none uses is unlikely only."""

FLOOR = 6.0
"""The logarithm below 0 at which a word is as untypical as can be: 1 in 400."""

HALF = 0.8
"""Documents with a term from which an owner accounts for it by half."""

LIKEST = 3
"""The likest documents whose mean counts."""

EXACT = 0.99
TRUST = 0.9
"""The likeness from which a document has the very words of the question, and how much of what its owner lacks to a
score of 1 that makes up for."""

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
    logs: tuple[float, ...]
    """The logarithm of how likely each unit of the question is among its documents."""

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


class Terms(NamedTuple):
    """The terms of a question."""

    weights: Weights
    """Each one's weight, all units together."""
    units: Sequence[Sequence[tuple[int, float]]]
    """For each unit its terms with their shares of it; none for an unknown word."""
    mass: float


def rank(reading: Reading, base: Base) -> list[Match]:
    """The best facts and gaps of *base* for a question, best first."""
    terms = _terms(reading)
    if not terms.mass:
        return []
    postings = base.postings(terms.weights)
    found = sorted(((terms.weights[number], *postings[number]) for number in postings), key=lambda posting: len(posting[1]))
    cuts = [bisect_left(owners, base.size) for _, owners, _ in found]
    facts = [(weight, owners[:cut], counts[:cut]) for (weight, owners, counts), cut in zip(found, cuts, strict=True)]
    gaps = [(weight, owners[cut:], counts[cut:]) for (weight, owners, counts), cut in zip(found, cuts, strict=True)]
    best = [*_candidates(facts, FACTS, base.size // COMMON), *_candidates(gaps, GAPS, base.size // COMMON)]
    matches = [_match(position, documents, terms) for position, documents in zip(best, base.documents(best), strict=True)]
    return sorted(matches, key=lambda match: (-match.score, match.position))


def _terms(reading: Reading) -> Terms:
    weights: dict[int, float] = {}
    for unit in reading.units:
        for number, share in unit.terms.items():
            weights[number] = weights.get(number, 0.0) + share
    units = [[(number, share / unit.weight) for number, share in unit.terms.items()] for unit in reading.units]
    return Terms(weights, units, reading.mass)


def _candidates(postings: Sequence[tuple[float, Sequence[int], Sequence[int]]], quota: int, common: int) -> list[int]:
    """The *quota* of owners that account for most of the weight of the question's terms.

    *postings* are the terms, rare ones first: each one's weight, the owners that use it and how many documents of each
    do. Once the other terms together weigh less than the last candidate has, no new owner can come up to it, and only
    those are kept that still can. A term of more than *common* owners finds none where there are enough.
    """
    left = sum([weight for weight, _, _ in postings])
    sums: dict[int, float] = {}
    for weight, owners, counts in postings:
        pairs: Iterable[tuple[int, int]] = zip(owners, counts, strict=True)
        if len(owners) > quota < len(sums):
            least = sorted(sums.values())[-quota]
            if left < least:
                sums = {owner: held for owner, held in sums.items() if held + left >= least}
            if left < least or len(owners) > common:
                pairs = _shared(owners, counts, sums)
        for owner, count in pairs:
            sums[owner] = sums.get(owner, 0.0) + weight * SURE[count]
        left -= weight
    best = sorted([(held, -owner) for owner, held in sums.items()], reverse=True)
    return [-owner for _, owner in best[:quota]]


MOST = 255
SURE = [count / (count + HALF) for count in range(MOST + 1)]
LOGS = [log(count + SEEN) for count in range(MOST + 1)]
"""How surely an owner accounts for a term that so many of its documents use, `MOST` being as good as more; and the
logarithm by which such a term is typical."""


def _shared(owners: Sequence[int], counts: Sequence[int], sums: Mapping[int, float]) -> list[tuple[int, int]]:
    """Those of the sorted *owners*, with their *counts*, that *sums* has."""
    if len(sums) * BISECTION > len(owners):
        return [(owner, count) for owner, count in zip(owners, counts, strict=True) if owner in sums]
    places = ((owner, bisect_left(owners, owner)) for owner in sums)
    return [(owner, counts[place]) for owner, place in places if place < len(owners) and owners[place] == owner]


BISECTION = 8
"""How many owners of a term are passed over in the time in which one is looked for by bisection."""


def _match(position: int, documents: Documents, terms: Terms) -> Match:
    masses, numbers, starts, users = documents
    mass = terms.mass
    sums = [0.0] * len(masses)
    counts: dict[int, int] = {}
    for number, weight in terms.weights.items():
        place = bisect_left(numbers, number)
        if place < len(numbers) and numbers[place] == number:
            start, end = starts[place], starts[place + 1]
            counts[number] = min(end - start, MOST)
            for document in users[start:end]:
                sums[document] += weight
    sure = {number: SURE[count] for number, count in counts.items()}
    coverage = sum([terms.weights[number] * share for number, share in sure.items()]) / mass
    likes = sorted([2 * common / (mass + own) for common, own in zip(sums, masses, strict=True) if common], reverse=True)[:KEPT]
    logs = _logs(terms.units, counts, len(masses))
    typicality = 1 + sum(logs) / len(logs) / FLOOR
    score = LIKENESS * sum(likes[:LIKEST]) / LIKEST + COVERAGE * coverage + TYPICALITY * typicality
    if likes and likes[0] >= EXACT:
        score += (1 - score) * TRUST
    return Match(position, score, coverage, tuple(likes), sure, logs)


def _logs(units: Sequence[Sequence[tuple[int, float]]], counts: Mapping[int, int], documents: int) -> tuple[float, ...]:
    """The logarithm of how likely each unit is in one of so many *documents* of an owner, of which *counts* use a term."""
    whole = log(documents + SPREAD)
    return tuple([sum([share * LOGS[counts.get(number, 0)] for number, share in unit]) - whole if unit else -FLOOR for unit in units])
