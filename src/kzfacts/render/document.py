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
    """Rows of cells: aligned columns on a terminal, tab-separated in a pipe. *right* holds the numbers' columns."""

    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    heading: tuple[str, ...] = ()


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
