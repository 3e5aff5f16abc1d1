"""Documents as plain text for pipes and files: not wrapped, no boxes, no escape codes."""

from __future__ import annotations

from kzfacts.render.document import Document, Line, clean


def plain(document: Document) -> str:
    """*document* as text with a final newline; nothing for an empty one."""
    rows: list[str] = []
    for block in document:
        if isinstance(block, Line):
            rows.append((" " * block.indent + "".join(clean(text) for text, _ in block.spans)).rstrip())
        else:
            rows.extend("\t".join(map(clean, row)) for row in block.rows)
    return "".join(row + "\n" for row in rows)
