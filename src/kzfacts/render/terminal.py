"""Documents as styled text for a terminal, wrapped to its width by Rich."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from kzfacts.render.columns import aligned
from kzfacts.render.document import Line, Table, clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzfacts.render.document import Document

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
            for row in aligned(block, console, STYLES if colour else {}):
                console.print(row, soft_wrap=True)
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
    margin = block.indent + min(block.hang, console.width // 3)
    first, rest = _first_row(text, console, console.width - block.indent)
    first.pad_left(block.indent)
    rows: Iterable[Text] = rest.wrap(console, max(console.width - margin, NARROWEST // 2)) if rest else []
    for row in rows:
        row.rstrip()
        row.pad_left(margin)
    return Text("\n").join([first, *rows])


def _first_row(text: Text, console: Console, width: int) -> tuple[Text, Text]:
    """The row of *text* that fits *width* columns, and what is left, which may be wrapped to another width."""
    first = text.wrap(console, max(width, NARROWEST // 2))[0]
    end = len(first.plain)
    end += len(text.plain) - end - len(text.plain[end:].lstrip(" "))
    first.rstrip()
    return first, text.divide([end])[1] if end < len(text.plain) else Text()
