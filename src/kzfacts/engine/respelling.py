"""Mistyped words of a question put right: by what is near, and by what goes with the rest of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.accumulate import FULL, accumulated, curve, greatest, table
from kzfacts.engine.lexicon import NAME
from kzfacts.engine.spelling import corrections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.lexicon import Word
    from kzfacts.engine.vocabulary import Vocabulary
    from kzfacts.facts.base import Base

SLIP = 2.0
"""What one more slip costs a correction, in the weight of the words that it goes with."""

FOREIGN = 1.0
"""What a word of another language costs, likewise."""

GLUED = 0.2
"""What it costs that a word is typed in one with an elided one."""

SHORT = 3
"""Letters up to which a word is corrected to a stop word only, and to none shorter: *mny*, *wht*, *dns*."""


class Context(NamedTuple):
    """What of a question's words each owner uses."""

    sums: bytes
    """The weight of those that it uses, a byte for each owner."""
    unit: float
    """The weight that stands for 1 in a byte."""


USES = curve([0.0] + [1.0] * FULL)
"""An owner uses a word or does not, in however many documents."""


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


def _options(word: Word, stop: frozenset[str], vocabulary: Vocabulary, base: Base) -> list[tuple[Word, float]]:
    """What a mistyped *word* may stand for, with what each costs in slips; no stop word of another language."""
    near = corrections(word.token, base.words, base.tails) | dict.fromkeys(vocabulary.language.unglued(word.token), GLUED)
    found = zip(vocabulary.words(list(near), stop), near.values(), strict=True)
    if len(word.token) <= SHORT:
        return [(option, cost) for option, cost in found if option.token in stop and len(option.token) >= len(word.token)]
    return [(option, cost) for option, cost in found if option.known or option.token in stop]


def _best(near: Sequence[tuple[Word, float]], context: Context, stop: frozenset[str], vocabulary: Vocabulary, base: Base) -> Word:
    """The one of the words *near* that costs least beside what it goes with."""
    own = vocabulary.language.code + ":"

    def cost(pair: tuple[Word, float]) -> float:
        option, slips = pair
        foreign = not option.main.startswith((own, NAME)) and option.symbol is None and option.token not in stop
        return SLIP * slips + FOREIGN * foreign - _fit(option, context, stop, base)

    return min(near, key=cost)[0]


def _context(words: Sequence[Word], base: Base) -> Context:
    """What of the question's known *words* each owner uses."""
    symbols = sorted({word.main for word in words})
    terms = base.terms(symbols)
    found = [term for symbol in symbols if (term := terms[symbol])]
    unit = sum([weight for _, weight in found]) / FULL or 1.0
    postings = base.postings([number for number, _ in found])
    sums = accumulated(base.total, [(postings[number], table((int(weight / unit), USES))) for number, weight in found])
    return Context(sums, unit)


def _fit(word: Word, context: Context, stop: frozenset[str], base: Base) -> float:
    """The greatest weight of other words of the question beside which an owner uses *word*; a stop word goes with all."""
    if word.token in stop:
        return greatest(context.sums) * context.unit
    term = base.terms([word.main]).get(word.main)
    return greatest(context.sums, base.postings([term[0]])[term[0]]) * context.unit if term else 0.0
