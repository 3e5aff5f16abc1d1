"""Answer or refuse: how sure the evidence makes the engine, and from where on it may speak."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.direction import turned
from kzfacts.engine.evidence import Evidence, weigh
from kzfacts.engine.units import rarest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.rank import Match
    from kzfacts.engine.reading import Reading
    from kzfacts.engine.units import Unit
    from kzfacts.facts.base import Base

WEIGHTS = Evidence(
    likeness=0.7,
    same=5.0,
    coverage=-0.9,
    matched=1.9,
    mass=1.7,
    weakest=1.5,
    margin=1.5,
    lead=6.1,
    lag=0.0,
    gap_like=-1.3,
    gap_near=0.5,
    gap_far=-2.4,
    gap_gain=-16.6,
    fact_gain=1.4,
    odds=1.0,
    worst_odds=0.6,
    votes=1.1,
    names=1.2,
    corrected=2.1,
    undefined=-3.8,
    missing_name=-1.6,
    missing_unknown=-4.8,
    missing_year=0.0,
    stranger=0.0,
    noise=0.0,
    unreasoned=0.0,
    turned=0.0,
    adrift=0.0,
    kind=0.4,
)
"""What each figure adds to the log-odds that the fact answers; fitted by benchmarks/fit.py, see docs/engine.md; but for
`same`, which is set so that a stored question is answered as it stands."""

CONSTANT = -1.1
"""The log-odds before any evidence."""

SURE = 0.4
"""The probability from which a fact may answer."""

BEHIND = 0.03
"""By how much a fact may score below the best known gap."""

GAP_SURE = 0.5
"""The score from which a known gap is named as what the question asks."""


class Verdict(NamedTuple):
    """The match that answers, or none with the known gap that the question names; and why."""

    best: Match | None
    gap: Match | None
    sure: float
    """The probability that the best fact answers, from 0 to 1."""
    evidence: Evidence | None
    """None where no fact shares a word with the question."""


def decide(reading: Reading, matches: Sequence[Match], base: Base) -> Verdict:
    """Hold the ranked *matches* against what the question demands."""
    facts = [match for match in matches if match.position < base.size]
    gaps = [match for match in matches if match.position >= base.size]
    if not facts:
        return Verdict(None, _named(reading, gaps), 0.0, None)
    best = favourite(facts, reading)
    # what is not known of Turkish firms in China is no reason to be silent of Chinese firms in Turkey
    gaps = [match for match in gaps if not (match.counts.keys() <= best.counts.keys() and turned(reading, match, base))]
    fact = base.fact_at(best.position)
    gap = base.gap_at(gaps[0].position - base.size) if gaps else None
    evidence = weigh(
        reading, matches, best, fact, best.score - _next(facts, best), gaps, gap, rarest(base), turned=turned(reading, best, base)
    )
    sure = 0.0 if bars(evidence) else probability(evidence)
    if sure >= SURE:
        return Verdict(best, None, sure, evidence)
    return Verdict(None, _named(reading, gaps), sure, evidence)


def bars(evidence: Evidence) -> list[str]:
    """The figures of *evidence* that bar an answer, by name.

    An answer must be to a question, account for every year and every country that it asks for, give a reason where one
    is asked, point to whom the question does, rest on more than a chance word, and not fall behind a known gap.
    """
    found = [name for name in BARS if getattr(evidence, name)]
    return [*found, "lag"] if evidence.lag > BEHIND else found


BARS = ("missing_year", "stranger", "noise", "unreasoned", "turned", "adrift")
"""Figures that bar an answer wherever they are not 0."""


def probability(evidence: Evidence) -> float:
    """How sure *evidence* makes: the logistic function of its weighted sum."""
    odds = CONSTANT + sum(weight * value for weight, value in zip(WEIGHTS, evidence, strict=True))
    return 1 / (1 + exp(-odds))


def favourite(facts: Sequence[Match], reading: Reading) -> Match:
    """The first of *facts*, or one that scores nearly as high and has every year of the question where the first has not."""
    near = [match for match in facts if match.score > facts[0].score - ABOUT]
    return next((match for match in near if not any(unit.year for unit in match.missing(reading.units))), facts[0])


ABOUT = 0.1
"""By how much a fact may score below another and still be about the same."""


def _next(facts: Sequence[Match], best: Match) -> float:
    """The score of the first of *facts* from another place than *best*; 0 where there is none."""
    return next((match.score for match in facts if match.place != best.place), 0.0)


def _named(reading: Reading, gaps: Sequence[Match]) -> Match | None:
    """The known gap that the question names: like enough, and about the same names, years and chief word.

    None for a bare name, unless one of its questions is just that.
    """
    if reading.bare_name and not reading.kinds:
        return next((gap for gap in gaps if gap.same), None)
    most = max([unit.weight for unit in reading.units if not unit.kind], default=0.0)
    like = (gap for gap in gaps if gap.score >= GAP_SURE)
    return next((gap for gap in like if not any(_chief(unit, most) for unit in gap.missing(reading.units))), None)


def _chief(unit: Unit, most: float) -> bool:
    """Whether *unit* is what a question is about; *most* is the weight of its heaviest word."""
    return not unit.kind and (unit.name or unit.stranger or unit.year or unit.weight >= most)
