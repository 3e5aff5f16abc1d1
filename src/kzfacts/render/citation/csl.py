"""A citation as CSL-JSON, which Zotero, pandoc and citeproc read.

Most styles print no ``note`` in a bibliography: whoever cites gives the place there, as in ``[@key, para. 53, n. 61]``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kzfacts.render.citation.work import name, remark, said
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from kzfacts.render.citation.work import Work


def csl(work: Work, language: str) -> str:
    """An array of one item, indented; only variables of CSL 1.0.2, none of them empty."""
    item = {
        "id": work.key,
        "type": "report",
        "author": [_name(work.author)],
        "title": work.title,
        "original-title": work.original,
        "publisher": work.institution,
        "genre": label("report type", language),
        "number": work.number,
        "issued": {"date-parts": [[int(part) for part in end.split("-")] for end in work.date.split("/")]},
        "section": work.section,
        "note": remark(work, language),
        "annote": said(work, language),
        "URL": work.url,
        "language": language,
    }
    filled = {variable: value for variable, value in item.items() if value}
    return json.dumps([filled], ensure_ascii=False, indent=2) + "\n"


def _name(author: str) -> dict[str, Any]:
    family, given = name(author)
    return {"family": family, "given": given} if given else {"literal": family}
