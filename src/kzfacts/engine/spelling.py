"""Mistyped words to known ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

Words = Callable[[str, range], Sequence[str]]
"""The known words with an initial and a length in a range, most used first."""

Tails = Callable[[Collection[str]], Mapping[str, Sequence[str]]]
"""Each of some tails -> the known words that have a letter more before it, most used first."""

SHORTEST = 3
"""Letters below which a word is left alone: too many others are one slip away."""

SLIPS = ((5, 1), (9, 2), (10_000, 3))
"""Up to so many letters a word may hold so many slips."""

CONSIDERED = 30
"""Known words that are weighed against each other for one mistyped word."""

FIRST = 0.5
"""What a slip in the first letter costs on top: people seldom miss it."""

STRAY = 0.1
"""What a letter costs that the other word does not have: one lost or doubled, or two swapped, are likelier."""


def allowed(word: str) -> int:
    """How many slips *word* may hold."""
    return next(slips for length, slips in SLIPS if len(word) <= length)


def corrections(word: str, words: Words, tails: Tails) -> dict[str, float]:
    """The known words near *word* with what each costs, in slips, most used first; none for a short word.

    The slips are letters inserted, lost, changed or swapped (optimal string alignment, RapidFuzz's OSA). A slip in
    the first letter is the only one that a word may then have.
    """
    # only here: loading it costs 12 ms, and most questions are spelt right
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < SHORTEST:
        return {}
    most = allowed(word)
    known = words(word[0], range(len(word) - most, len(word) + most + 1))
    found = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=CONSIDERED, processor=None)
    near = {str(match[0]): float(match[1]) for match in found}
    for other in _first_letter(word, tails):
        near.setdefault(other, 1 + FIRST)
    return {other: cost + STRAY * _strays(word, other) for other, cost in near.items()}


def _strays(word: str, other: str) -> bool:
    """Whether *word* has a letter that *other* does not have, but for one that it has twice."""
    return {*word} != {*other} and any(word.count(letter) > other.count(letter) for letter in {*word})


def _first_letter(word: str, tails: Tails) -> list[str]:
    """The known words from which *word* differs by its first letter: lost, changed, too many, or swapped with the next."""
    lost, changed, extra, swapped = word, word[1:], word[2:], word[0] + word[2:]
    found = tails((lost, changed, extra, swapped))
    second = [other for tail in (extra, swapped) for other in found.get(tail) or () if other[0] == word[1]]
    return [*(found.get(lost) or ()), *(found.get(changed) or ()), *second][:CONSIDERED]
