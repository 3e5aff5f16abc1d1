"""Mistyped words of a question put right: by what is near, and by what goes with the rest of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.lexicon import NAME
from kzfacts.engine.spelling import corrections

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kzfacts.engine.lexicon import Word
    from kzfacts.engine.vocabulary import Vocabulary
    from kzfacts.facts.base import Base

SLIP = 2.0
"""What one more slip costs a correction, in the weight of the words that it goes with."""

FOREIGN = 1.0
"""What a word of another language costs, likewise."""

SHORT = 3
"""Letters up to which a word is corrected to a stop word only, and to none shorter: *mny*, *wht*, *dns*."""


def respelt(words: Sequence[Word], stop: frozenset[str], vocabulary: Vocabulary, base: Base) -> list[Word]:
    """*words* with the mistyped ones corrected.

    A word is mistyped that neither the base nor general language has as it stands: a stem that the base knows proves
    nothing, since *entreprisses* shares one with *entreprenant*. Where several are, each is looked at once more
    beside the others' corrections.
    """
    options = {place: near for place, word in enumerate(words) if not word.spelt and (near := _options(word, stop, vocabulary, base))}
    right = list(words)
    for _ in range(min(2, len(options))):
        for place, near in options.items():
            rest = [word for at, word in enumerate(right) if at != place and word.known and word.spelt]
            right[place] = _best(near, _context(rest, base), stop, vocabulary, base)
    return right


def _options(word: Word, stop: frozenset[str], vocabulary: Vocabulary, base: Base) -> dict[Word, float]:
    """What a mistyped *word* may stand for, with what each costs in slips; no stop word of another language."""
    near = corrections(word.token, base.words, base.tails)
    found = zip(vocabulary.words(list(near), stop), near.values(), strict=True)
    if len(word.token) <= SHORT:
        return {option: cost for option, cost in found if option.token in stop and len(option.token) >= len(word.token)}
    return {option: cost for option, cost in found if option.known or option.token in stop}


def _best(near: Mapping[Word, float], context: Mapping[int, float], stop: frozenset[str], vocabulary: Vocabulary, base: Base) -> Word:
    """The one of the words *near* that costs least beside what it goes with."""
    own = vocabulary.language.code + ":"

    def cost(option: Word) -> float:
        foreign = not option.main.startswith((own, NAME)) and option.symbol is None and option.token not in stop
        return SLIP * near[option] + FOREIGN * foreign - _fit(option, context, stop, base)

    return min(near, key=cost)


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
