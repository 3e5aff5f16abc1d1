"""A citation as a footnote of a paper has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.citation.work import remark
from kzfacts.render.dates import in_words
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from kzfacts.render.citation.work import Work


def text(work: Work, language: str) -> str:
    """One line: whoever is cited, author, title, institution, date, place, address."""
    title = label("quoted", language).format(work.title)
    parts = [work.author, title, work.institution, in_words(work.date, language), remark(work, language)]
    voice = f"{work.voice}, {label('cited in', language)} " if work.voice else ""
    return f"{voice}{', '.join(part for part in parts if part)}. {work.url}\n"
