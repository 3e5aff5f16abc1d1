"""Tables laid out for a terminal of any width: beside each other where there is room, below each other where not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from kzfacts.render.bars import bar
from kzfacts.render.document import clean

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from rich.console import Console

    from kzfacts.render.document import Table

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


def aligned(table: Table, console: Console, styles: Mapping[str, str]) -> Iterator[Text]:
    """The rows of *table* as text that fits *console*, in the styles that *styles* has for their names."""
    layout = _layout(table, console.width)
    for place, row in enumerate(table.rows):
        cells = _styled(row, table, styles)
        heads = [cells.get(column, Text()) for column in layout.heads]
        tail = _running(cells, layout.tails, table.breaks)
        if heads and layout.room < NARROWEST_TEXT:
            yield from _below(heads, tail, table.indent, console)
            continue
        share = table.shares[place] if place < len(table.shares) else None
        drawn = Text(bar(*share, layout.bar) if share and layout.bar else "")
        yield from _beside(_head(heads, drawn, table, layout), tail, layout.room, console)


def _styled(row: Sequence[str], table: Table, styles: Mapping[str, str]) -> dict[int, Text]:
    names = dict(enumerate(table.styles))
    return {column: Text(clean(cell), styles.get(names.get(column, ""), "")) for column, cell in enumerate(row)}


def _running(cells: Mapping[int, Text], columns: Sequence[int], breaks: Container[int]) -> Text:
    """The cells of *columns* as one text, with a new line before those that open one."""
    tail = Text()
    for column in columns:
        if cell := cells.get(column):
            tail = tail + ("\n" if column in breaks else BETWEEN) + cell if tail else cell
    return tail


def _layout(table: Table, width: int) -> Layout:
    """The layout of *table* on *width* columns; bars only where text keeps its room beside them."""
    columns = [column for column in range(max(map(len, table.rows), default=0)) if column not in table.piped and _used(table, column)]
    flow = table.flow if table.flow is not None else max(columns, default=0)
    heads = tuple(column for column in columns if column < flow)
    tails = tuple(column for column in columns if column >= flow)
    widths = tuple(max((cell_len(clean(row[column])) for row in table.rows if column < len(row)), default=0) for column in heads)
    room = width - table.indent - sum(widths) - GAP * len(widths)
    spare = min(room - BESIDE_BAR - GAP, BAR.stop - 1) if table.shares else 0
    drawn = spare if spare in BAR else 0
    return Layout(heads, widths, tails, drawn, room - drawn - GAP if drawn else room)


def _used(table: Table, column: int) -> bool:
    return any(row[column] for row in table.rows if column < len(row))


def _head(heads: Sequence[Text], drawn: Text, table: Table, layout: Layout) -> Text:
    """The aligned cells of a row, each padded to its column, and the bar."""
    head = Text(" " * table.indent)
    for cell, column, width in zip(heads, layout.heads, layout.widths, strict=True):
        cell.align("right" if column in table.right else "left", width)
        head = head + cell + " " * GAP
    if layout.bar:
        drawn.align("left", layout.bar)
        head = head + drawn + " " * GAP
    return head


def _beside(head: Text, tail: Text, room: int, console: Console) -> Iterator[Text]:
    """*tail* wrapped to *room* columns to the right of *head*; with no cells in it, all rows but the first stand further in."""
    margin = cell_len(head.plain) if head.plain.strip() else cell_len(head.plain) + GAP
    for place, row in enumerate(tail.wrap(console, max(room + cell_len(head.plain) - margin, 1), overflow="fold") or [Text()]):
        row.rstrip()
        if place:
            row.pad_left(margin)
        yield row if place else head + row


def _below(heads: Sequence[Text], tail: Text, indent: int, console: Console) -> Iterator[Text]:
    """The cells of *heads* one after another, then *tail* under them, both wrapped."""
    words = Text(" " * GAP).join(cell for cell in heads if cell)
    for text, margin in ((words, indent), (tail, indent + GAP if words else indent)):
        for row in text.wrap(console, max(console.width - margin, 1), overflow="fold") if text else ():
            row.rstrip()
            row.pad_left(margin)
            yield row
