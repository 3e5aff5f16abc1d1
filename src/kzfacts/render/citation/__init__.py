"""A fact, a footnote or the whole report as a citation ready to paste, a file per form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzfacts.render.citation.bibtex import bibtex
from kzfacts.render.citation.csl import csl
from kzfacts.render.citation.ris import ris
from kzfacts.render.citation.text import text
from kzfacts.render.document import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from kzfacts.render.citation.work import Work

FORMS: dict[str, Callable[[Work, str], str]] = {"text": text, "bibtex": bibtex, "csl-json": csl, "ris": ris}
"""Name of a form -> what writes a work in it, in a language."""


def citation(work: Work, form: str, language: str) -> str:
    """*work* in the form *form*, ending in a newline; nothing in it can steer a terminal."""
    return "\n".join(map(clean, FORMS[form](work, language).split("\n")))


def citation_record(work: Work, form: str, language: str) -> dict[str, Any]:
    """What ``cite --json`` says of *work*: its key and place, and the citation as the text that the form prints."""
    return {
        "key": work.key,
        "section": work.section,
        "paragraph": work.paragraph,
        "note": work.note,
        "footnotes": list(work.footnotes),
        "format": form,
        "citation": citation(work, form, language).rstrip("\n"),
    }
