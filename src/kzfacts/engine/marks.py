"""What the order of a question's words says and the words alone do not: to whom it points, and whether it compares.

*Chinese firms in Turkey* and *Turkish firms in China* are the same words. A mark is a symbol that documents have beside
their words; it adds nothing to a score and is only asked for when a fact is about to answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.lexicon import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzfacts.engine.lexicon import Cut
    from kzfacts.engine.words import Language

TOWARD = ">"
"""The first character of the mark of a name that a text points to: ``>=china`` stands for *in China*, *to the Chinese*."""

COMPARES = "<>"
"""The mark of a text that holds one thing against another."""

REACH = 4
"""Words behind the first half of a comparison among which the second is looked for: *plus de voix que*."""


def marks(tokens: Sequence[str], pieces: Sequence[Cut], language: Language) -> set[str]:
    """The marks of a text of these *tokens*, cut into *pieces*."""
    found = {TOWARD + cut.symbol for cut in pieces if cut.symbol.startswith(NAME) and _points(tokens[: cut.start], language)}
    return found | {COMPARES} if any(_comparisons(tokens, language)) else found


def is_mark(symbol: str) -> bool:
    """Whether *symbol* is a mark, and no word."""
    return symbol.startswith(TOWARD) or symbol == COMPARES


def _points(before: Sequence[str], language: Language) -> bool:
    """Whether the words *before* a name end with one that points to it, in the longest phrase that the language has."""
    phrases = (" ".join(before[-size:]) for size in range(min(len(before), language.longest_pointer), 0, -1))
    return next((language.pointers[phrase] for phrase in phrases if phrase in language.pointers), False)


def _comparisons(tokens: Sequence[str], language: Language) -> Iterator[bool]:
    """Whether each of *tokens* starts a comparison."""
    for place, token in enumerate(tokens):
        for first, second in language.comparisons.get(token, ()):
            end = place + len(first)
            yield list(tokens[place:end]) == first and (not second or second in tokens[end : end + REACH])
