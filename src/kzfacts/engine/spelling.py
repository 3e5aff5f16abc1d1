"""Mistyped words to known ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Words = Callable[[str, range], Sequence[str]]
"""The known words with an initial (any for the empty one) and a length in a range, most used first."""

SHORTEST = 4
"""Letters below which a word is left alone: too many others are one slip away."""

SLIPS = ((5, 1), (9, 2), (10_000, 3))
"""Up to so many letters a word may hold so many slips."""

CONSIDERED = 12
"""Known words that are weighed against each other for one mistyped word."""


def allowed(word: str) -> int:
    """How many slips *word* may hold."""
    return next(slips for length, slips in SLIPS if len(word) <= length)


def corrections(word: str, words: Words) -> list[tuple[str, int]]:
    """The known words nearest to *word* with their distances, nearest first; none for a short word.

    Of those as near, the ones with the same letters come first (two swapped, one doubled), then the most used.

    The distance counts letters inserted, lost, changed or swapped (optimal string alignment, RapidFuzz's OSA).
    A slip in the first letter is looked for only where no word has the same one, and then with one slip less.
    """
    # only here: loading it costs 12 ms, and most questions are spelt right
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < SHORTEST:
        return []
    most, letters = allowed(word), {*word}
    sizes = range(len(word) - most, len(word) + most + 1)
    for initial, cutoff in ((word[0], most), ("", max(1, most - 1))):
        known = words(initial, sizes)
        found = process.extract(word, known, scorer=OSA.distance, score_cutoff=cutoff, limit=CONSIDERED, processor=None)
        if found:
            near = sorted(found, key=lambda match: (match[1], {*match[0]} != letters))
            return [(str(match[0]), int(match[1])) for match in near]
    return []
