"""Documents as styled text for a terminal, fitted to its width; Rich turns the styles into escape codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.columns import aligned, paragraph
from kzfacts.render.document import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzfacts.render.document import Document, Line, Span

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

NARROWEST = 20
"""Columns below which text is no longer fitted."""


def terminal(document: Document, width: int, *, colour: bool) -> str:
    """*document* as text of at most *width* columns, with escape codes only where *colour* is wanted."""
    rows = (row for block in document for row in _rows(block, max(width, NARROWEST)))
    if colour:
        return _coloured(rows)
    return "".join("".join(text for text, _ in row).rstrip() + "\n" for row in rows)


def _rows(block: Line | Table, width: int) -> Iterator[list[Span]]:
    return aligned(block, width) if isinstance(block, Table) else paragraph(block, width)


def _coloured(rows: Iterable[list[Span]]) -> str:
    """*rows* with the escape codes of the sixteen colours that a person may have chosen for the terminal."""
    from rich.color import ColorSystem
    from rich.style import Style

    known = {name: Style.parse(style) for name, style in STYLES.items()}
    system = ColorSystem.STANDARD
    return "".join("".join(known[style].render(text, color_system=system) for text, style in row).rstrip() + "\n" for row in rows)
