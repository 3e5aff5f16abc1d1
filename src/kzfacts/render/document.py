"""What a view returns: lines of styled text and tables, in no form yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Span = tuple[str, str]
"""Text and its style: one of the names in `terminal.STYLES`, or ``""`` for plain."""


class Line(NamedTuple):
    """One line of a pipe, one paragraph of a terminal; *indent* is in columns, *hang* for all rows but the first."""

    spans: tuple[Span, ...]
    indent: int = 0
    hang: int = 0


class Table(NamedTuple):
    """Rows of cells: aligned columns on a terminal, tab-separated in a pipe.

    On a terminal the cells from column *flow* on run together as one text, which is wrapped beside the columns before
    it, or below them where these leave too little room.
    """

    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    """The numbers' columns."""
    flow: int | None = None
    """The last column for none."""
    styles: tuple[str, ...] = ()
    """The style of each column; none for those beyond its end."""
    piped: frozenset[int] = frozenset()
    """Columns that only a pipe shows, since on a terminal the lines around the table say the same."""
    breaks: frozenset[int] = frozenset()
    """Columns whose cells open a row of their own in the text that runs together."""
    shares: tuple[tuple[float, float] | None, ...] = ()
    """For each row how far its bar is solid and how far it reaches, from 0 to 1; drawn on a wide terminal alone."""
    indent: int = 0
    """Columns to the left on a terminal."""


Document = Sequence[Line | Table]


def line(*spans: Span | str, indent: int = 0, hang: int = 0) -> Line:
    """A line of *spans*; a bare string has no style."""
    return Line(tuple((span, "") if isinstance(span, str) else span for span in spans), indent, hang)


BLANK = Line(())
"""An empty line."""


def clean(text: str) -> str:
    """*text* without anything that could steer a terminal: control and bidirectional characters become U+FFFD."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in KEPT else "\N{REPLACEMENT CHARACTER}" for char in text)


KEPT = frozenset("\u00a0\u202f")
"""Spaces that Python calls unprintable and that French typography uses."""
