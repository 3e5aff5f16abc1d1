"""The facts as comma-separated values, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from kzfacts.render.fact import cited
from kzfacts.render.records import fact_record

if TYPE_CHECKING:
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula."""


def content(base: Base, language: str) -> bytes:
    """A heading with the keys of a fact, then a row a fact; lists joined with a semicolon, nothing for null.

    Quoted as RFC 4180 has it, but with the line ends of the other text forms and without a byte order mark, since
    both would reach the data of whatever reads it next. Cells stand as they are: the quote that keeps a spreadsheet
    from taking a text for a formula would be part of the text for everything else (see `formulas`).
    """
    rows = [_row(fact, base, language) for fact in base.facts()]
    out = StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _row(fact: Fact, base: Base, language: str) -> dict[str, Any]:
    """The record of *fact* in cells: of its footnotes the numbers, and in a cell of its own what they cite."""
    record = fact_record(fact, base, language)
    record["footnotes"] = list(fact.footnotes)
    notes = [note for number in fact.footnotes if (note := base.footnote(number))]
    record["sources"] = [cited(source).replace(";", ",") for note in notes for source in note.sources]
    return {key: ";".join(map(str, value)) if isinstance(value, list) else value for key, value in record.items()}


def formulas(base: Base, language: str) -> int:
    """How many texts of the facts a spreadsheet would take for formulas: none in a base without harm in mind."""
    rows = (_row(fact, base, language) for fact in base.facts())
    return sum(isinstance(cell, str) and cell.startswith(FORMULA) for row in rows for cell in row.values())
