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

SOLID = 2.0
"""The weight from which a word says something by itself."""

SAME = 0.9
"""The likeness from which a stored question says the same."""

HOME_WEIGHT = 0.2
"""The weight up to which a name goes without saying."""

WORDS = 6
"""Words of a question beyond which one more says nothing of how sure an answer is."""

MASS = 25.0
"""The weight of a question's words beyond which more says nothing either."""


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
    """1 where nothing that it accounts for is a name, concept or year, nor are two words of any weight."""
    kind: float
    """1 where the fact answers the kind of question asked, 0 where it does not, a half where no kind is asked."""


def weigh(reading: Reading, best: Match, kinds: Sequence[str], margin: float, gaps: Sequence[Match]) -> Evidence:
    """The evidence for *best*, a fact that can answer questions of *kinds*, against the *gaps* ranked with it."""
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
        mass=min(MASS, sum(unit.weight for unit in words)) / MASS,
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
        adrift=float(_adrift([unit for unit in words if unit.symbol not in missing])),
        kind=0.5 if not reading.kinds else float(not set(reading.kinds).isdisjoint(kinds)),
    )


def _adrift(found: Sequence[Unit]) -> bool:
    """Whether the words *found* of a question could stand in any text: *hello there*, *a cloud on Tuesday*."""
    anchors = (unit for unit in found if unit.year or unit.concept or (unit.name and unit.weight > HOME_WEIGHT))
    return not any(anchors) and sum(unit.weight >= SOLID for unit in found) < 2  # noqa: PLR2004 - one word is chance
