"""What a text claims: the figures, dates, names and quotations in it, and the verdict on each."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.verify.forms import CENTURY, DATE, DECADE, NOTE, PARAGRAPH, SECTION, Form, forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzfacts.verify.names import Names


class Status(StrEnum):
    """How a claim came out."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    UNCHECKED = "unchecked"


class Kind(StrEnum):
    """What is claimed."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTE = "quote"
    REFERENCE = "reference"
    """A footnote or paragraph named in a text."""
    VALUE = "value"
    QUALIFIER = "qualifier"
    LINK = "link"
    FOOTNOTE = "footnote"
    """That a footnote is called at the words of the fact."""
    PARTNER = "partner"
    VOICE = "voice"
    PLACE = "place"
    """That the words of the fact speak for its paragraph or note."""
    LANGUAGES = "languages"
    """That both languages carry the same figures, and the same names."""


class Point(NamedTuple):
    """What is claimed: its sort, the field and language that say it, and the words, figure or key."""

    kind: Kind
    field: str
    language: str | None
    said: str


class Claim(NamedTuple):
    """A claim of the fact or footnote *owner*, where it is made, and what came of it."""

    owner: str
    kind: Kind
    field: str
    language: str | None
    said: str
    status: Status
    where: str | None
    """The passage that bears it out: ``¶51``, ``note 61``, ``E.3``; where it was looked for, when it is not found."""
    reason: str | None = None
    """Why it cannot be checked, or what is wrong."""


class Saying(NamedTuple):
    """Something in a text that can be checked: a figure or date, a name that may stand for any of *keys*, or a quotation."""

    kind: Kind
    text: str
    form: Form | None = None
    keys: frozenset[str] = frozenset()


DATES = frozenset({DATE, DECADE, CENTURY})
REFERENCES = frozenset({NOTE, PARAGRAPH, SECTION})


def sayings(text: str, language: str, names: Names) -> Iterator[Saying]:
    """All that *text* says that can be checked."""
    for form in forms(text, language):
        kind = Kind.DATE if form.kind in DATES else Kind.REFERENCE if form.kind in REFERENCES else Kind.FIGURE
        yield Saying(kind, text[form.start : form.end], form)
    for mention in names.mentions(text):
        yield Saying(Kind.NAME, text[mention.start : mention.end], keys=mention.keys)
    if language == "fr":
        for quotation in QUOTED.findall(text):
            yield Saying(Kind.QUOTE, quotation, keys=names.keys(quotation))


QUOTED = re.compile(r"«\s*([^«»]+?)\s*»")
