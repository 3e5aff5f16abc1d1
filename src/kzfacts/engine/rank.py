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

from kzfacts.engine.accumulate import FULL, accumulated, curve, highest, table
from kzfacts.engine.signature import signature

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kzfacts.engine.reading import Reading
    from kzfacts.engine.units import Unit
    from kzfacts.facts.base import Base
    from kzfacts.facts.rows import Documents

FACTS, GAPS = 3, 2
"""Facts and gaps whose documents are compared: those that account for most of the question."""

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

TRUST = 0.9
"""How much of what it lacks to a score of 1 is made up for where a document of an owner has the very words of the question."""

FAR = 3
"""A document with less than the so manieth part of what the likest one shares with the question is not looked at."""

KEPT = 10
"""The likest documents of each owner that are kept for the evidence."""


class Account(NamedTuple):
    """How an owner accounts for the units of a question, unit by unit."""

    shares: Sequence[float]
    """How surely it does, from 0 to 1."""
    logs: Sequence[float]
    """The logarithm of how likely the unit is among its documents."""


class Match(NamedTuple):
    """An owner held against a question; every share runs from 0 to 1."""

    position: int
    place: str
    """The place of a fact: its section and paragraph."""
    score: float
    coverage: float
    """The share of the question's weight that its documents account for."""
    likes: tuple[float, ...]
    """How like the question its likest documents are, the likest first."""
    counts: Mapping[int, int]
    """Each term of the question that it uses -> how many of its documents do."""
    documents: int
    """How many documents it has."""
    same: bool = False
    """Whether one of them has the very words of the question."""

    @property
    def likeness(self) -> float:
        """The greatest likeness of one of its documents to the question."""
        return self.likes[0] if self.likes else 0.0

    def accounts(self, units: Sequence[Unit]) -> Account:
        """How it accounts for each of *units*."""
        counts, whole = self.counts, log(self.documents + SPREAD)
        shares: list[float] = []
        logs: list[float] = []
        for unit in units:
            if len(unit.terms) == 1:
                count = counts.get(next(iter(unit.terms)), 0)
                shares.append(SURE[count])
                logs.append(LOGS[count] - whole)
            else:
                weighed = [(weight / unit.weight, counts.get(number, 0)) for number, weight in unit.terms.items()]
                shares.append(sum([share * SURE[count] for share, count in weighed]))
                logs.append(sum([share * LOGS[count] for share, count in weighed]) - whole if weighed else -FLOOR)
        return Account(shares, logs)

    def missing(self, units: Sequence[Unit]) -> list[Unit]:
        """Those of *units* that it does not account for at all."""
        return [unit for unit in units if self.counts.keys().isdisjoint(unit.terms)]


class Terms(NamedTuple):
    """The terms of a question, all units together."""

    terms: Sequence[tuple[int, float, float, float]]
    """Each term's number, its weight, what it adds to the coverage of an owner that surely accounts for it, and what to
    the typicality for each step of a logarithm."""
    mass: float
    """The weight of the question."""
    units: int
    known: int
    """How many units it has, and how many of them the base uses."""


def rank(reading: Reading, base: Base) -> list[Match]:
    """The best facts and gaps of *base* for a question, best first."""
    terms = _terms(reading)
    if not any(weight for _, weight, _, _ in terms.terms):
        return []
    same = base.askers(signature([unit.symbol for unit in reading.units]))
    best = list(dict.fromkeys([*_candidates(terms, base), *same]))
    matches = [
        _match(position, documents, terms, same=position in same) for position, documents in zip(best, base.documents(best), strict=True)
    ]
    return sorted([match for match in matches if match.counts], key=lambda match: (-match.score, match.position))


def _terms(reading: Reading) -> Terms:
    units = reading.units
    weights: dict[int, float] = {}
    shares: dict[int, float] = {}
    for unit in units:
        for number, weight in unit.terms.items():
            weights[number] = weights.get(number, 0.0) + weight
            shares[number] = shares.get(number, 0.0) + weight / unit.weight
    mass = reading.mass
    terms = [(number, weight, weight / mass, shares[number] / FLOOR / len(units)) for number, weight in weights.items()]
    return Terms(terms, mass, len(units), sum([bool(unit.terms) for unit in units]))


def _candidates(terms: Terms, base: Base) -> list[int]:
    """The owners that score highest without their likeness, which alone needs their documents; facts and gaps by quota."""
    few = TYPICALITY * FEW_SPAN * terms.known / terms.units / FLOOR
    gains = [(number, COVERAGE * covered, TYPICALITY * LOGS_SPAN * likely) for number, _, covered, likely in terms.terms]
    scale = FULL / (few + sum([covered + likely for _, covered, likely in gains]))
    postings = base.postings([number for number, _, _ in gains])
    tables = [(postings[number], table((int(scale * covered), SURELY), (int(scale * likely), LIKELY))) for number, covered, likely in gains]
    sums = accumulated(base.total, [*tables, (base.documents_of_each, table((int(scale * few), FEW)))])
    return highest(sums[: base.size], FACTS) + [base.size + place for place in highest(sums[base.size :], GAPS)]


SURE = tuple([count / (count + HALF) for count in range(FULL + 1)])
LOGS = tuple([log(count + SEEN) for count in range(FULL + 1)])
"""How surely an owner accounts for a term that so many of its documents use, `FULL` being as good as more; and the
logarithm by which such a term is typical."""

USUAL = 100
"""Documents beyond which a rough score takes no more to be more."""

LOGS_SPAN = LOGS[USUAL] - LOGS[0]
FEW_SPAN = log((FULL + SPREAD) / SPREAD)
SURELY = curve(SURE)
LIKELY = curve([min(1.0, (likely - LOGS[0]) / LOGS_SPAN) for likely in LOGS])
FEW = curve([1 - log((count + SPREAD) / SPREAD) / FEW_SPAN for count in range(FULL + 1)])
"""`SURE`, `LOGS` and the logarithm of all documents of an owner as shares of what they span."""


def _match(position: int, documents: Documents, terms: Terms, *, same: bool) -> Match:
    place, masses, numbers, starts, users = documents
    end = len(numbers)
    sums = [0.0] * len(masses)
    counts: dict[int, int] = {}
    coverage = 0.0
    unseen = FLOOR * (terms.units - terms.known) + terms.known * (log(len(masses) + SPREAD) - LOGS[0])
    typicality = 1 - unseen / terms.units / FLOOR
    for number, weight, covered, likely in terms.terms:
        at = bisect_left(numbers, number)
        if at < end and numbers[at] == number:
            using = users[starts[at] : starts[at + 1]]
            counts[number] = count = min(len(using), FULL)
            coverage += covered * SURE[count]
            typicality += likely * (LOGS[count] - LOGS[0])
            for document in using:
                sums[document] += weight
    least = max(sums, default=0.0) / FAR
    mass = terms.mass
    likes = sorted([2 * common / (mass + own) for common, own in zip(sums, masses, strict=True) if common > least], reverse=True)[:KEPT]
    score = LIKENESS * sum(likes[:LIKEST]) / LIKEST + COVERAGE * coverage + TYPICALITY * typicality
    if same:
        score += (1 - score) * TRUST
    return Match(position, place, score, coverage, tuple(likes), counts, len(masses), same)
