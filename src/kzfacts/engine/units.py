"""The words and phrases of a question as units with a weight, and the terms of the index that stand for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.kinds import KIND
from kzfacts.engine.lexicon import CONCEPT, NAME, STRANGER, Cut, Word
from kzfacts.engine.weights import commonness
from kzfacts.engine.words import is_year

if TYPE_CHECKING:
    from kzfacts.engine.words import Language
    from kzfacts.facts.base import Base
    from kzfacts.facts.rows import Term

CORRECTED = 0.9
"""What a corrected word weighs beside one spelt right."""

UNKNOWN_LIGHT = 0.15
"""What a light word that the base never uses weighs beside any other unknown word."""

PARTS_OF_PHRASE = 0.5
PARTS_OF_WORD = 0.2
PARTS_OF_WEAK = 0.5
"""The share of a unit's weight that its parts carry: a phrase's words, the stem of a word with a symbol, the concept
that a word may mean."""

Weights = Mapping[int, float]
"""Term number -> what it adds where a document has it."""


class Unit(NamedTuple):
    """A word or phrase of the question, or the kind of answer that it wants."""

    surface: str
    """As typed, folded."""
    read: str
    """As read: another word where the spelling was corrected."""
    symbol: str
    weight: float
    terms: Weights
    """The terms of the index that stand for it, with their shares of its weight; none for an unknown word."""

    @property
    def name(self) -> bool:
        """Whether it names a partner, person, place or thing of the base."""
        return self.symbol.startswith(NAME)

    @property
    def concept(self) -> bool:
        """Whether it is a word of one of the base's groups of synonyms."""
        return self.symbol.startswith(CONCEPT)

    @property
    def stranger(self) -> bool:
        """Whether it names a country or organisation that the base does not have."""
        return self.symbol.startswith(STRANGER)

    @property
    def kind(self) -> bool:
        """Whether it is the kind of answer wanted, and no word."""
        return self.symbol.startswith(KIND)

    @property
    def year(self) -> bool:
        """Whether it is a year."""
        return is_year(self.symbol)

    @property
    def known(self) -> bool:
        """Whether the base uses it at all."""
        return bool(self.terms)


def units_of(pieces: Sequence[Cut], typed: Sequence[str], words: Sequence[Word], language: Language, base: Base) -> list[Unit]:
    """The units of a question: its *pieces*, cut from the *words* that stand for the *typed* ones, each symbol once."""
    terms = base.terms([symbol for cut in pieces for symbol in (cut.symbol, *cut.parts)])
    units: dict[str, Unit] = {}
    for cut in pieces:
        if cut.symbol not in units:
            surface = " ".join(typed[cut.start : cut.end])
            as_read = " ".join([word.token for word in words[cut.start : cut.end]])
            main = terms.get(cut.symbol)
            parts = [term for part in cut.parts if (term := terms.get(part))]
            weight = main[1] if main else _weight(cut, parts, _rarity(cut, words[cut.start], language), base)
            weight *= 1 if surface == as_read else CORRECTED
            units[cut.symbol] = Unit(surface, as_read, cut.symbol, weight, _shares(weight, cut, main, parts))
    return list(units.values())


def _weight(cut: Cut, parts: Sequence[Term], rarity: float, base: Base) -> float:
    """What a word or phrase that the base does not use weighs: as much as the concept that it may mean, else its rarity."""
    return max(part[1] for part in parts) if parts and cut.weak else rarest(base) * rarity


def _shares(weight: float, cut: Cut, main: Term | None, parts: Sequence[Term]) -> dict[int, float]:
    """How a unit's *weight* is shared between its own term and its parts."""
    part = PARTS_OF_WEAK if cut.weak else PARTS_OF_PHRASE if cut.end - cut.start > 1 else PARTS_OF_WORD
    share = 0.0 if not parts else part if main else 1.0
    total = sum([term[1] for term in parts])
    shares = {number: weight * share * own / total for number, own in parts} if share else {}
    if main:
        shares[main[0]] = shares.get(main[0], 0.0) + weight * (1 - share)
    return shares


def _rarity(cut: Cut, first: Word, language: Language) -> float:
    """What a word or phrase that the base never uses weighs beside its rarest word; *first* is its first word."""
    if first.token in language.light:
        return UNKNOWN_LIGHT
    return 1.0 if cut.symbol[0] in NAME + CONCEPT + STRANGER else commonness(first.zipf)


def kind_units(kinds: Sequence[str], base: Base) -> list[Unit]:
    """The *kinds* of answer that a question wants as units, those that the base has."""
    terms = base.terms([KIND + kind for kind in kinds])
    found = [(kind, term) for kind in kinds if (term := terms.get(KIND + kind))]
    return [Unit(kind, kind, KIND + kind, term[1], {term[0]: term[1]}) for kind, term in found]


def rarest(base: Base) -> float:
    """The weight of a word that one fact of *base* uses."""
    return log(1 + (base.size - 0.5) / 1.5) if base.size else 1.0
