"""What speaks for and against the best fact, as figures that a person can follow.

Every figure is a share of the question's weight or of a scale named beside it, so that the same few weights fit
any base.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.rank import Match
    from kzfacts.engine.reading import Reading, Unit

GAPS = 4
"""Known gaps, best first, that are held against the best fact."""

SPECIAL = 0.45
SOLID = 0.35
PLAIN = 0.2
"""The weights, beside that of a word that one fact uses, from which a concept says something by itself, and from
which a word or a concept does beside another."""

ALONE = 2
"""What a name holds, where a plain word holds 1; as much as an answer needs."""

SAME = 0.9
"""The likeness from which a stored question says the same."""

HOME_WEIGHT = 0.2
"""The weight up to which a name goes without saying."""

WORDS = 6
"""Words of a question beyond which one more says nothing of how sure an answer is."""

MASS = 4.0
"""The weight of a question's words, in words that one fact alone uses, beyond which more says nothing either."""


class Evidence(NamedTuple):
    """The best fact held against the question, the known gaps and the next fact."""

    likeness: float
    """How like the question is to the likest of the fact's own questions."""
    coverage: float
    """The share of the question that the fact accounts for."""
    matched: float
    """How many of the question's words it accounts for, of `WORDS`."""
    mass: float
    """How much the question's words weigh, of `MASS`."""
    margin: float
    """By how much it scores above the next fact from another place."""
    lead: float
    """By how much it scores above the best known gap, 0 where it does not."""
    lag: float
    """By how much it scores below the best known gap, 0 where it does not."""
    gap_like: float
    """1 where a known gap says the same as the question, and better than the fact does."""
    gap_gain: float
    """What a known gap accounts for and the fact does not, times the gap's likeness."""
    fact_gain: float
    """What the fact accounts for and the best known gap does not."""
    missing_name: float
    """1 where the question names somebody or something that the fact does not, the base's own subject left out."""
    missing_unknown: float
    """The share of words that the base never uses."""
    missing_year: float
    """1 where the question names a year that the fact does not."""
    stranger: float
    """1 where the question names a country or organisation that the base does not have."""
    adrift: float
    """1 where what it accounts for could stand in any text: no name, no year, not two words of weight."""
    kind: float
    """1 where the fact answers the kind of question asked, 0 where it does not, a half where no kind is asked."""


def weigh(  # noqa: PLR0913, PLR0917 - all that speaks for or against
    reading: Reading, best: Match, kinds: Sequence[str], margin: float, gaps: Sequence[Match], rarest: float
) -> Evidence:
    """The evidence for *best*, a fact that can answer questions of *kinds*, against the *gaps* ranked with it.

    *rarest* is the weight of a word that one fact alone uses.
    """
    mass = reading.mass
    missing = {unit.symbol for unit in best.missing}
    words = [unit for unit in reading.units if not unit.kind]
    share = {unit.symbol: unit.weight / mass for unit in reading.units}

    def gain(found: set[str], lost: set[str]) -> float:
        return sum(share[symbol] for symbol in lost - found)

    top = gaps[0].score if gaps else 0.0
    lost = [{unit.symbol for unit in gap.missing} for gap in gaps[:GAPS]]
    return Evidence(
        likeness=best.likeness,
        coverage=best.coverage,
        matched=min(WORDS, sum(unit.symbol not in missing for unit in words)) / WORDS,
        mass=min(1.0, sum(unit.weight for unit in words) / (MASS * rarest)),
        margin=margin,
        lead=max(0.0, best.score - top),
        lag=max(0.0, top - best.score),
        gap_like=float(any(gap.likeness > max(SAME, best.likeness) for gap in gaps)),
        gap_gain=max((gain(absent, missing) * gap.likeness for gap, absent in zip(gaps, lost, strict=False)), default=0.0),
        fact_gain=gain(missing, lost[0]) if lost else 1.0,
        missing_name=float(any(unit.name and unit.weight > HOME_WEIGHT for unit in best.missing)),
        missing_unknown=sum(share[unit.symbol] for unit in best.missing if not unit.known),
        missing_year=float(any(unit.year for unit in best.missing)),
        stranger=float(any(unit.stranger for unit in best.missing)),
        adrift=float(best.likeness < SAME and _adrift([unit for unit in words if unit.symbol not in missing], rarest)),
        kind=0.5 if not reading.kinds else float(not set(reading.kinds).isdisjoint(kinds)),
    )


def _adrift(found: Sequence[Unit], rarest: float) -> bool:
    """Whether the words *found* of a question could stand in any text: *help*, *a cloud on Tuesday*.

    A name, a year or a special concept holds by itself; two other concepts or words of some weight hold together.
    """
    return sum(_hold(unit, rarest) for unit in found) < ALONE


def _hold(unit: Unit, rarest: float) -> int:
    if unit.year or (unit.name and unit.weight > HOME_WEIGHT) or (unit.concept and unit.weight >= SPECIAL * rarest):
        return ALONE
    return int(unit.weight >= (PLAIN if unit.concept else SOLID) * rarest)
