"""The whole base as a file, a module per form."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzfacts.facts.base import Base

FORMS = {
    "json": ("json_", (".json",)),
    "jsonl": ("jsonl", (".jsonl", ".ndjson")),
    "csv": ("csv_", (".csv",)),
    "markdown": ("markdown", (".md", ".markdown")),
    "sqlite": ("sqlite", (".sqlite", ".sqlite3", ".db")),
    "html": ("html_", (".html", ".htm")),
}
"""Name of a form -> its module in this package, and the ends of the files that hold it."""


def exported(base: Base, form: str, language: str) -> bytes:
    """All of *base* in *form*: UTF-8 text in *language*, or the bytes of a database that holds every language.

    The same base gives the same bytes.
    """
    content: bytes = import_module(f"kzfacts.render.export.{FORMS[form][0]}").content(base, language)
    return content


def form_of(name: str) -> str | None:
    """The form that the end of the file *name* stands for; none for another end."""
    return next((form for form, (_, ends) in FORMS.items() if name.lower().endswith(ends)), None)
