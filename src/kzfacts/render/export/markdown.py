"""The facts as a Markdown document, footnotes as Markdown footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kzfacts.render.dates import in_words
from kzfacts.render.document import clean
from kzfacts.render.export.address import linkable
from kzfacts.render.labels import label
from kzfacts.render.partner import short_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Footnote, Source

SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$!#]|^(?:[-+=]|\d+(?=[.)]))")
"""What Markdown or HTML in it could act on, anywhere or at the start of a block."""


def content(base: Base, language: str) -> bytes:
    """A heading a section in the order of the report, a list item a fact, and the footnotes at the end."""
    parts, facts = [*_head(base, language)], list(base.facts())
    for section in base.sections.values():
        items = [_item(fact, base, language) for fact in facts if fact.section == section.id]
        parts += [f"## {section.id}. {escaped(section.title[language])}", "\n".join(items)]
    parts += [_footnote(note, language) for note in base.footnotes()]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def escaped(text: str) -> str:
    """*text* as Markdown that shows just that text."""
    return SPECIAL.sub(_escape, clean(text).strip())


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    return f"{found}\\" if found.isdigit() else f"\\{found}"


def _head(base: Base, language: str) -> Iterator[str]:
    report = base.report
    yield f"# {escaped(report['title'][language])}"
    source = f"{report['author']}, {report['institution'][language]}, {in_words(report['date'], language)}."
    yield f"{escaped(source)} {_link(report['url'])}"
    yield f"{label('data version', language)}{label('colon', language)}`{base.data_version}`"


def _item(fact: Fact, base: Base, language: str) -> str:
    """Answer, statement and footnote marks; on a second row the place, whoever says it, the partners, the name."""
    marks = "".join(f"[^{number}]" for number in fact.footnotes)
    colon = label("colon", language)
    row = f"- **{escaped(fact.answer[language])}**{colon}{escaped(fact.statement[language])}{marks}\\\n  "
    voice = base.voices[fact.attribution][language] if fact.attribution != "report" else ""
    details = [
        short_place(fact, language),
        f"{label('said by', language)}{colon}{voice}" if voice else "",
        f"{label('caveat', language)}{colon}{fact.caveat[language]}" if fact.caveat else "",
        ", ".join(base.partners[key].name[language] for key in fact.partners),
        ", ".join(base.topics[key][language] for key in fact.topics),
    ]
    return row + " · ".join([*(escaped(detail) for detail in details if detail), f"`{fact.id}`"])


def _footnote(note: Footnote, language: str) -> str:
    colon = label("colon", language)
    text = f"[^{note.number}]: {escaped(note.text[language])}"
    for source in note.sources:
        text += f" {label('source', language)}{colon}{_source(source)}."
    if note.caveat:
        text += f" {label('caveat', language)}{colon}{escaped(note.caveat[language])}"
    return text


def _source(source: Source) -> str:
    parts = [escaped(part) for part in (source.title, source.publisher, source.date) if part]
    return ", ".join([*parts, *([_link(source.url)] if source.url else [])])


def _link(address: str) -> str:
    return f"<{address}>" if linkable(address) else escaped(address)
