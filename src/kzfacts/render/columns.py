"""Lines and tables laid out for a terminal: cells beside each other where there is room, below each other where not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzfacts.render.bars import bar
from kzfacts.render.document import clean
from kzfacts.render.wrap import columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzfacts.render.document import Line, Span, Table

    Row = list[Span]

GAP = 2
"""Columns between two cells."""

BETWEEN = " · "
"""What stands between cells that run together."""

NARROWEST_TEXT = 30
"""Columns below which running text goes under the aligned cells and no longer beside them."""

BESIDE_BAR = 36
"""Columns that running text keeps where bars are drawn."""

BAR = range(10, 21)
"""How wide a bar that fills its column may be."""

LEAST = 10
"""Columns that text has however far it is indented."""


class Layout(NamedTuple):
    """How a table's columns share the width of a terminal."""

    heads: tuple[int, ...]
    """The aligned columns."""
    widths: tuple[int, ...]
    """Their widths."""
    tails: tuple[int, ...]
    """The columns that run together as text."""
    bar: int
    """The width of the widest bar; 0 where none is drawn."""
    room: int
    """The columns left for text."""
    longest: int
    """The columns of the longest text."""


def paragraph(block: Line, width: int) -> Iterator[Row]:
    """The rows of a line on *width* columns."""
    spans = [(clean(text), style) for text, style in block.spans]
    margin = block.indent + min(block.hang, width // 3)
    rows = wrapped(spans, max(width - block.indent, LEAST), max(width - margin, LEAST))
    for place, row in enumerate(rows):
        yield [(" " * (margin if place else block.indent), ""), *row]


def aligned(table: Table, width: int) -> Iterator[Row]:
    """The rows of *table* on *width* columns."""
    layout = _layout(table, width)
    size = max(map(len, table.rows), default=0)
    for place, row in enumerate(table.rows):
        cells = _styled(row, table, size)
        heads = [cells[column] for column in layout.heads]
        tail = _running(cells, layout.tails, table)
        if heads and layout.room < min(NARROWEST_TEXT, layout.longest):
            yield from _below(heads, tail, table.indent, width)
            continue
        share = table.shares[place] if place < len(table.shares) else None
        drawn = bar(*share, layout.bar) if share and layout.bar else ""
        yield from _beside(_head(heads, drawn, table, layout), tail, layout.room, hang=0 if heads else GAP)


def _styled(row: Sequence[str], table: Table, size: int) -> list[Span]:
    """The cells of *row* with their styles, and empty ones for those that it lacks."""
    names = (*table.styles, *[""] * size)
    cells = [(clean(cell), name) for cell, name in zip(row, names, strict=False)]
    return cells + [("", "")] * (size - len(row))


def _running(cells: Sequence[Span], places: Sequence[int], table: Table) -> list[Span]:
    """The cells at *places* as one text, with a new line before those that open one."""
    spans: list[Span] = []
    for place in places:
        if cells[place][0]:
            spans += [("\n" if place in table.breaks else BETWEEN, "")] if spans else []
            spans.append(cells[place])
    return spans


def _layout(table: Table, width: int) -> Layout:
    """The layout of *table* on *width* columns; bars only where text keeps its room beside them."""
    places = [place for place in range(max(map(len, table.rows), default=0)) if place not in table.piped and _used(table, place)]
    flow = table.flow if table.flow is not None else max(places, default=0)
    heads = tuple(place for place in places if place < flow)
    widths = tuple(max(columns(clean(row[place])) for row in table.rows if place < len(row)) for place in heads)
    room = width - table.indent - sum(widths) - GAP * len(widths)
    spare = min(room - BESIDE_BAR - GAP, BAR.stop - 1) if table.shares else 0
    drawn = spare if spare in BAR else 0
    tails = tuple(place for place in places if place >= flow)
    longest = max((sum(len(row[place]) for place in tails if place < len(row)) for row in table.rows), default=0)
    return Layout(heads, widths, tails, drawn, room - drawn - GAP if drawn else room, longest)


def _used(table: Table, place: int) -> bool:
    return any(row[place] for row in table.rows if place < len(row))


def _head(heads: Sequence[Span], drawn: str, table: Table, layout: Layout) -> Row:
    """The aligned cells of a row, each padded to its column, and the bar."""
    row: Row = [(" " * table.indent, "")]
    for (text, style), place, width in zip(heads, layout.heads, layout.widths, strict=True):
        pad = (" " * (width - columns(text)), "")
        row += [pad, (text, style)] if place in table.right else [(text, style), pad]
        row.append((" " * GAP, ""))
    if layout.bar:
        row.append((drawn.ljust(layout.bar + GAP), ""))
    return row


def _beside(head: Row, tail: Sequence[Span], room: int, hang: int) -> Iterator[Row]:
    """*tail* wrapped to *room* columns to the right of *head*, all rows but the first *hang* columns further in."""
    margin = sum(columns(text) for text, _ in head) + hang
    for place, row in enumerate(wrapped(tail, max(room, LEAST), max(room - hang, LEAST))):
        yield [(" " * margin, ""), *row] if place else [*head, *row]


def _below(heads: Sequence[Span], tail: Sequence[Span], indent: int, width: int) -> Iterator[Row]:
    """The cells of *heads* one after another, then *tail* under them, both wrapped."""
    words = [span for head in heads if head[0] for span in ((" " * GAP, ""), head)][1:]
    for spans, margin in ((words, indent), (tail, indent + GAP if words else indent)):
        for row in wrapped(spans, max(width - margin, LEAST), max(width - margin, LEAST)) if spans else ():
            yield [(" " * margin, ""), *row]
