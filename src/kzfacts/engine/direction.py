"""Whether a question with the words of a fact turns them round: *Chinese firms in Turkey* for Turkish firms in China."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.lexicon import NAME
from kzfacts.engine.marks import COMPARES, TOWARD
from kzfacts.engine.signature import signature

if TYPE_CHECKING:
    from kzfacts.engine.rank import Match
    from kzfacts.engine.reading import Reading
    from kzfacts.facts.base import Base

TELLING = 8
"""Documents from which it tells something that none of them has a mark."""

HARDLY, SELDOM, OFTEN = 0.03, 0.05, 0.1
"""The share of documents up to which a comparison is chance, that up to which it is chance that they point to a name,
and that from which it is what the fact is about."""


def turned(reading: Reading, best: Match, base: Base) -> bool:
    """Whether the question compares, or points to somebody, as hardly any document of *best* does.

    It must name two, and point away from whom they point to: the other one, or the base's own subject. A question
    that is stored in the same words and with the same marks is not turned.
    """
    if not reading.marks or best.position in base.askers(signature([*(unit.symbol for unit in reading.units), *reading.marks])):
        return False
    return _compares(reading, best, base) or _points_away(reading, best, base)


def _compares(reading: Reading, best: Match, base: Base) -> bool:
    return COMPARES in reading.marks and _few(base.uses(COMPARES, best.position), best.documents, HARDLY)


def _points_away(reading: Reading, best: Match, base: Base) -> bool:
    pointed = {mark.removeprefix(TOWARD) for mark in reading.marks if mark != COMPARES}
    others = {unit.symbol for unit in reading.units if unit.name} - pointed
    if not others or not any(_few(base.uses(TOWARD + name, best.position), base.uses(name, best.position), SELDOM) for name in pointed):
        return False
    others |= {NAME + key for key in base.report["subject"]} - pointed
    return any(base.uses(TOWARD + name, best.position) >= OFTEN * best.documents for name in others)


def _few(marked: int, documents: int, share: float) -> bool:
    """Whether so few of *documents* are *marked*, up to *share* of them, that it may be by chance."""
    return documents >= TELLING and marked <= share * documents
