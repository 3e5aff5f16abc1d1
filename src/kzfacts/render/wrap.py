"""Styled text broken into rows; Rich does the same, but its texts cost a third of a long answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzfacts.render.document import Span

_BREAK = re.compile(r"(?<!«) (?![»:;!?%])(?!(?<=[0-9] )[0-9]{3}(?![0-9]))")
"""A space at which a row may end: none inside French quotation marks, before French punctuation, or inside a number."""


def wrapped(spans: Sequence[Span], first: int, rest: int) -> list[list[Span]]:
    """*spans* in rows of at most *first* columns for the first and *rest* for the others; a newline always breaks."""
    text = "".join(part for part, _ in spans)
    return [_slice(spans, start, end) for start, end in _rows(text, first, rest)]


def columns(text: str) -> int:
    """How many columns of a terminal *text* takes."""
    return len(text) if text.isascii() else cell_len(text)


def _rows(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Where each row of *text* starts and ends."""
    width = first
    place = 0
    for line in text.split("\n"):
        start = end = place
        used = 0
        for word_start, word_end in _words(line, place):
            needed = columns(text[end:word_end])
            if end > start and used + needed > width:
                yield start, end
                width, start, used = rest, word_start, 0
                needed = columns(text[word_start:word_end])
            while used + needed > width:  # a word longer than a row is cut
                cut = _fitting(text, start, word_end, width)
                yield start, cut
                width, start, used = rest, cut, 0
                needed = columns(text[cut:word_end])
            used += needed
            end = word_end
        yield start, end
        width = rest
        place += len(line) + 1


def _words(line: str, place: int) -> Iterator[tuple[int, int]]:
    """Where each word of *line*, which starts at *place*, starts and ends."""
    start = 0
    for gap in _BREAK.finditer(line):
        if gap.start() > start:
            yield place + start, place + gap.start()
        start = gap.end()
    if start < len(line):
        yield place + start, place + len(line)


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """The end of the longest piece of *text* from *start* that fits *width*; one character at least."""
    stop = start + 1
    while stop < end and columns(text[start : stop + 1]) <= width:
        stop += 1
    return stop


def _slice(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The part of *spans* between two places of their text."""
    found = []
    place = 0
    for text, style in spans:
        part = text[max(start - place, 0) : max(end - place, 0)]
        if part:
            found.append((part, style))
        place += len(text)
    return found
