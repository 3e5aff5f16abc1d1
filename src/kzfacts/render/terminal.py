"""Documents as styled text for a terminal, wrapped to its width by Rich."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kzfacts.render.document import Document, Line, Table, clean

if TYPE_CHECKING:
    from rich.padding import Padding

STYLES = {
    "": "",
    "answer": "bold green",
    "heading": "bold",
    "key": "cyan",
    "muted": "dim",
    "caveat": "yellow",
    "error": "bold red",
}
"""Style names of documents -> styles of Rich. The words carry the meaning, so that it survives without colour."""


def terminal(document: Document, width: int, *, colour: bool) -> str:
    """*document* as text of at most *width* columns, with escape codes only where *colour* is wanted."""
    out = StringIO()
    console = Console(
        file=out,
        width=max(width, NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for block in document:
        if isinstance(block, Table):
            console.print(_grid(block), overflow="fold")
        elif block.spans:
            console.print(_wrapped(block, console), soft_wrap=True)
        else:
            out.write("\n")
    return out.getvalue() if colour else "\n".join(row.rstrip() for row in out.getvalue().split("\n"))


NARROWEST = 20
"""Columns below which text is no longer fitted."""


def _wrapped(block: Line, console: Console) -> Text:
    text = Text(no_wrap=False, overflow="fold")
    for part, style in block.spans:
        text.append(clean(part), STYLES[style] if console.is_terminal else "")
    margin = block.indent + block.hang
    rows = text.wrap(console, max(console.width - margin, NARROWEST // 2))
    for place, row in enumerate(rows):
        row.rstrip()
        row.pad_left(block.indent if place == 0 else margin)
    return Text("\n").join(rows)


def _grid(block: Table) -> RichTable | Padding:
    grid = RichTable.grid(padding=(0, 2), collapse_padding=True)
    grid.show_header = bool(block.heading)
    for place in range(max(map(len, block.rows), default=0)):
        grid.add_column(
            Text(block.heading[place]) if block.heading else "",
            justify="right" if place in block.right else "left",
            header_style="bold",
            overflow="fold",
        )
    for row in block.rows:
        grid.add_row(*(Text(clean(cell)) for cell in row))
    return grid
