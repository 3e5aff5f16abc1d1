"""A citation as RIS, which EndNote, Zotero, Mendeley and JabRef read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.citation.work import name, remark, said
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from kzfacts.render.citation.work import Work


def ris(work: Work, language: str) -> str:
    """A reference of the type ``RPRT``; place and statement stand in one note, since not all readers take two."""
    fields = [
        ("TY", "RPRT"),
        ("ID", work.key),
        ("AU", ", ".join(part for part in name(work.author) if part)),
        ("TI", work.title),
        ("PB", work.institution),
        ("M3", label("report type", language)),
        ("SN", work.number),
        ("PY", work.date[:4]),
        ("DA", work.date.split("/")[0].replace("-", "/")),
        ("SE", work.section),
        ("N1", ". ".join(part for part in (remark(work, language), said(work, language)) if part)),
        ("UR", work.url),
        ("LA", language),
    ]
    rows = "".join(f"{tag}  - {value}\n" for tag, value in fields if value)
    return rows + "ER  - \n"
