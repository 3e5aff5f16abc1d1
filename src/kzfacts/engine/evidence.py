"""What speaks for and against the best fact, as figures that a person can follow.

Every figure is a share of the question's weight or of a scale named beside it, so that the same few weights fit
any base.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.kinds import KIND
from kzfacts.engine.weights import HOME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.rank import Match
    from kzfacts.engine.reading import Reading
    from kzfacts.engine.units import Unit
    from kzfacts.facts.model import Fact, Gap

NEAR = 0.1
"""By how much a known gap may score below the fact to count against it by its odds."""

ODDS = 8.0
ONE_WORD = 2.0
"""The odds beyond which more say nothing, and those that one word may speak for, both as logarithms."""

VOTERS = 10
"""The likest documents, of all facts and gaps together, that vote for their owners."""

SPECIAL = 0.45
SOLID = 0.35
PLAIN = 0.2
"""The weights, beside that of a word that one fact uses, from which a concept says something by itself, and from
which a word or a concept does beside another."""

ALONE = 2
"""What a name holds, where a plain word holds 1; as much as an answer needs."""

SAME = 0.9
ENOUGH = ((0.6, 0.5, 1), (0.35, 0.4, 2))
"""The likeness from which a fact is not adrift, whatever the words; and the likeness, the coverage and the words found
from which it is not if the words have some weight."""

DEFINITION = "definition"
REASON = "reason"
"""The kinds of a question that asks what something is, and of one that asks why."""

NAMES = 3
"""Names of a question beyond which one more says nothing."""

WORDS = 6
"""Words of a question beyond which one more says nothing of how sure an answer is."""

MASS = 4.0
"""The weight of a question's words, in words that one fact alone uses, beyond which more says nothing either."""


class Evidence(NamedTuple):
    """The best fact held against the question, the known gaps and the next fact."""

    likeness: float
    """How like the question is to the likest of the fact's own questions."""
    same: float
    """1 where a question of the fact has the very words of this one, and none of the gaps' has."""
    coverage: float
    """The share of the question that the fact accounts for."""
    matched: float
    """How many of the question's words it accounts for, of `WORDS`."""
    mass: float
    """How much the question's words weigh, of `MASS`."""
    weakest: float
    """How surely it accounts for the word that it accounts for least."""
    margin: float
    """By how much it scores above the next fact from another place."""
    lead: float
    """By how much it scores above the best known gap, 0 where it does not."""
    lag: float
    """By how much it scores below the best known gap, 0 where it does not."""
    gap_like: float
    """How like the question is to the likest question of the best known gap."""
    gap_near: float
    """1 where that gap names the fact as near it."""
    gap_far: float
    """1 where that gap is near no fact: another subject altogether."""
    gap_gain: float
    """What a known gap accounts for more surely than the fact does, times the gap's likeness."""
    fact_gain: float
    """What the fact accounts for more surely than the best known gap does."""
    odds: float
    """How much likelier the question is for the fact than for the best known gap, in logarithms, of `ODDS`."""
    worst_odds: float
    """The same for that of the gaps that score nearly as high against which it is least."""
    votes: float
    """The fact's share of the likest documents, each by the square of its likeness."""
    names: float
    """How many names the question has, of `NAMES`."""
    corrected: float
    """The share of its words that were mistyped."""
    undefined: float
    """1 where the question asks what a name or a word is, and nothing else, and the fact is no definition."""
    missing_name: float
    """1 where the question names somebody or something that the fact does not, the base's own subject left out."""
    missing_unknown: float
    """The share of words that the base never uses."""
    missing_year: float
    """1 where the question names a year that the fact does not."""
    stranger: float
    """1 where the question names a country or organisation that the base does not have."""
    noise: float
    """1 where the text is no question: code, or one word over and over."""
    unreasoned: float
    """1 where the question asks why, and no question of the fact does."""
    turned: float
    """1 where the question points to somebody, or compares, and hardly a question of the fact does."""
    adrift: float
    """1 where what it accounts for could stand in any text: no name, no year, not two words of weight."""
    kind: float
    """1 where the fact answers the kind of question asked, 0 where it does not, a half where no kind is asked."""


def weigh(  # noqa: PLR0913, PLR0917 - all that speaks for or against
    reading: Reading,
    matches: Sequence[Match],
    best: Match,
    fact: Fact,
    margin: float,
    gaps: Sequence[Match],
    gap: Gap | None,
    rarest: float,
    *,
    turned: bool,
) -> Evidence:
    """The evidence for *best*, the match of *fact*, against the *gaps* among all *matches*, of which *gap* is the best.

    *rarest* is the weight of a word that one fact alone uses; *turned* says whether a mark of the question is none of the fact's.
    """
    units = reading.units
    mass = reading.mass
    missing = best.missing(units)
    absent = {unit.symbol for unit in missing}
    words = [unit for unit in units if not unit.kind]
    found = [unit for unit in words if unit.symbol not in absent]
    own = best.accounts(units)
    others = [other.accounts(units) for other in gaps]
    top = gaps[0].score if gaps else 0.0
    gains = [_gains(units, own.shares, other.shares) for other in others]
    odds = [_odds(own.logs, other.logs) for other in others]
    return Evidence(
        likeness=best.likeness,
        same=float(best.same and not any(other.same for other in gaps)),
        coverage=best.coverage,
        matched=min(WORDS, len(words) - sum(not unit.kind for unit in missing)) / WORDS,
        mass=min(1.0, sum([unit.weight for unit in words]) / (MASS * rarest)),
        weakest=min(own.shares),
        margin=margin,
        lead=max(0.0, best.score - top),
        lag=max(0.0, top - best.score),
        gap_like=gaps[0].likeness if gaps else 0.0,
        gap_near=float(gap is not None and fact.id in gap.near),
        gap_far=float(gap is not None and not gap.near),
        gap_gain=max((other.likeness * gain for other, (gain, _) in zip(gaps, gains, strict=False)), default=0.0) / mass,
        fact_gain=gains[0][1] / mass if gains else 1.0,
        odds=odds[0] if odds else 1.0,
        worst_odds=min([more for more, other in zip(odds, gaps, strict=False) if other.score > best.score - NEAR], default=1.0),
        votes=_votes(best, matches),
        names=min(NAMES, sum(unit.name for unit in words)) / NAMES,
        corrected=sum(unit.surface != unit.read for unit in words) / max(1, len(words)),
        undefined=float(
            sum(unit.weight >= PLAIN * rarest for unit in words) == 1 and DEFINITION in reading.kinds and DEFINITION not in fact.kinds
        ),
        missing_name=float(any(_telling(unit, rarest) for unit in missing)),
        missing_unknown=sum(unit.weight for unit in missing if not unit.known) / mass,
        missing_year=float(any(unit.year for unit in missing)),
        stranger=float(any(unit.stranger for unit in missing)),
        noise=float(reading.noise),
        unreasoned=float(any(unit.symbol == KIND + REASON for unit in missing)),
        turned=float(turned),
        adrift=float(not _same(best, found, words, rarest) and _adrift(found, rarest)),
        kind=0.5 if not reading.kinds else float(not set(reading.kinds).isdisjoint(fact.kinds)),
    )


def _gains(units: Sequence[Unit], own: Sequence[float], others: Sequence[float]) -> tuple[float, float]:
    """The weight that a gap with the shares *others* accounts for more surely than a fact with *own*, and the other way round."""
    more = [unit.weight * (other - share) for unit, share, other in zip(units, own, others, strict=True)]
    return sum([gain for gain in more if gain > 0]), -sum([gain for gain in more if gain < 0])


def _odds(logs: Sequence[float], others: Sequence[float]) -> float:
    """How much likelier the words of the question are by the *logs* of a fact than by the *others* of a gap."""
    more = [own - other for own, other in zip(logs, others, strict=True)]
    words = [-ONE_WORD if word < -ONE_WORD else min(word, ONE_WORD) for word in more]  # min and max take thrice as long
    return max(-1.0, min(1.0, sum(words) / ODDS))


def _votes(best: Match, matches: Sequence[Match]) -> float:
    """The share that *best* has of the likest documents of all *matches*."""
    likes = sorted([like for match in matches for like in match.likes])[-VOTERS:]
    return sum([like * like for like in best.likes if like >= likes[0]]) / sum([like * like for like in likes])


def _same(best: Match, found: Sequence[Unit], words: Sequence[Unit], rarest: float) -> bool:
    """Whether *best*, which has those *found* of a question's *words*, says what it does.

    It does in nearly the same words, or in enough of them that have some weight.
    """
    heavy = sum([unit.weight for unit in words]) >= PLAIN * rarest
    enough = any(best.likeness >= alike and best.coverage >= most and len(found) >= several for alike, most, several in ENOUGH)
    return best.likeness >= SAME or (heavy and enough)


def _adrift(found: Sequence[Unit], rarest: float) -> bool:
    """Whether the words *found* of a question could stand in any text: *help*, *a cloud on Tuesday*.

    A name, a year or a special concept holds by itself; two other concepts or words of some weight hold together.
    """
    return sum(_hold(unit, rarest) for unit in found) < ALONE


def _telling(unit: Unit, rarest: float) -> bool:
    """Whether *unit* is a name, and not that of the base's own subject, which weighs `HOME` beside another at most."""
    return unit.name and unit.weight > HOME * rarest


def _hold(unit: Unit, rarest: float) -> int:
    if unit.year or _telling(unit, rarest) or (unit.concept and unit.weight >= SPECIAL * rarest):
        return ALONE
    return int(unit.weight >= (PLAIN if unit.concept else SOLID) * rarest)
