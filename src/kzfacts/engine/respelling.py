"""Mistyped words of a question put right: by what is near, and by what goes with the rest of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.spelling import corrections

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kzfacts.engine.lexicon import Word
    from kzfacts.engine.vocabulary import Vocabulary
    from kzfacts.facts.base import Base

SLIP = 2.0
"""What one more slip costs a correction, in the weight of the words that it goes with."""


def respelt(words: Sequence[Word], stop: frozenset[str], vocabulary: Vocabulary, base: Base) -> list[Word]:
    """*words* with the mistyped ones corrected.

    A word is mistyped that neither the base nor general language has as it stands: a stem that the base knows proves
    nothing, since *entreprisses* shares one with *entreprenant*.
    """
    found = {place: near for place, word in enumerate(words) if not word.spelt and (near := corrections(word.token, base.words))}
    if not found:
        return list(words)
    context = _context([word for word in words if word.known and word.spelt], base)
    right = list(words)
    for place, near in found.items():
        options = zip(vocabulary.words([option for option, _ in near], stop), near, strict=True)
        cost = {
            option: SLIP * slips - _fit(option, context, stop, base)
            for option, (_, slips) in options
            if option.known or option.token in stop  # and no stop word of another language
        }
        right[place] = min(cost, key=cost.__getitem__, default=right[place])
    return right


def _context(words: Sequence[Word], base: Base) -> dict[int, float]:
    """Owner -> the weight of the question's known *words* that it uses."""
    symbols = sorted({word.main for word in words})
    terms = base.terms(symbols)
    sums: dict[int, float] = {}
    for symbol in symbols:
        term = terms.get(symbol)
        if term:
            for owner in term[2]:
                sums[owner] = sums.get(owner, 0.0) + term[1]
    return sums


def _fit(word: Word, context: Mapping[int, float], stop: frozenset[str], base: Base) -> float:
    """The greatest weight of other words of the question beside which an owner uses *word*; a stop word goes with all."""
    if word.token in stop:
        return max(context.values(), default=0.0)
    term = base.terms([word.main]).get(word.main)
    return max((context.get(owner, 0.0) for owner in term[2]), default=0.0) if term else 0.0
