"""What a citation says, in one language and in no form yet: the report, and the place in it that is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzfacts.errors import BadRequest
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.references import Reference
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Footnote, Source

ORIGINAL = "fr"
"""The language in which the report is written; a title in another one is a translation."""


class Work(NamedTuple):
    """The report with the place in it; without a section it is cited as a whole."""

    key: str
    """Names the entry in a bibliography: the id of the report, then what is cited in it."""
    author: str
    title: str
    original: str | None
    """The title in the language of the report, where *title* is a translation."""
    institution: str
    number: str
    date: str
    url: str
    section: str | None = None
    paragraph: int | None = None
    note: int | None = None
    """The footnote that is cited, or in which the cited fact stands."""
    footnotes: tuple[int, ...] = ()
    """All footnotes that bear on it."""
    place: str = ""
    """Section, paragraph and footnote in words."""
    statement: str | None = None
    voice: str | None = None
    """Whoever says the cited fact, where it is not the report itself."""
    sources: tuple[Source, ...] = ()
    """What the footnotes cite in their turn."""


def whole(base: Base, language: str) -> Work:
    """The report itself."""
    report = base.report
    return Work(
        key=report["id"],
        author=report["author"],
        title=report["title"][language],
        original=None if language == ORIGINAL else report["title"][ORIGINAL],
        institution=f"{report['institution'][language]}, {report['committee'][language]}",
        number=report["number"],
        date=report["date"],
        url=report["url"],
    )


def cited(found: Reference, base: Base, language: str) -> Work:
    """The thing that *found* names, in its place; `BadRequest` for a topic, which has none."""
    if found.topic:
        raise BadRequest(
            f"the topic {found.topic} has no place to cite", f"kzfacts show {found.topic} names its facts, and each can be cited"
        )
    if found.note:
        return _footnote(found.note, base, language)
    if found.section:
        work = whole(base, language)._replace(section=found.section.id)
        return _placed(work, found.section.id, base, language)
    if found.paragraph:
        work = whole(base, language)._replace(paragraph=found.paragraph)
        return _placed(work, f"p{found.paragraph}", base, language)
    return _fact(found.facts[0], base, language)


def _fact(fact: Fact, base: Base, language: str) -> Work:
    work = whole(base, language)._replace(
        section=fact.section,
        paragraph=fact.paragraph,
        note=fact.note,
        footnotes=fact.footnotes,
        statement=fact.statement[language],
        voice=None if fact.attribution == "report" else base.voices[fact.attribution][language],
    )
    return _placed(work, fact.id, base, language)


def _footnote(note: Footnote, base: Base, language: str) -> Work:
    work = whole(base, language)._replace(
        paragraph=note.paragraph, note=note.number, footnotes=(note.number,), statement=note.text[language]
    )
    return _placed(work, f"note-{note.number}", base, language)


def _placed(work: Work, name: str, base: Base, language: str) -> Work:
    """*work* under the key of *name*, with its section, its place in words and the sources of its footnotes."""
    notes = [note for number in work.footnotes if (note := base.footnote(number))]
    work = work._replace(
        key=f"{work.key}-{name.lower().replace('.', '-')}",
        section=work.section or _section(work.paragraph, base),
        sources=tuple(source for note in notes for source in note.sources),
    )
    return work._replace(place=_place(work, base.report["part"], language))


def _section(paragraph: int | None, base: Base) -> str | None:
    return next((row["section"] for row in base.part("paragraphs") if row["number"] == paragraph), None)


def _place(work: Work, part: str, language: str) -> str:
    parts = [f"{label('section', language)} {work.section}"] if work.section else []
    if work.paragraph:
        parts.append(label("paragraph of", language).format(number=work.paragraph, part=part))
    if work.note:
        parts.append(f"{label('note', language).lower()} {work.note}")
    others = [number for number in work.footnotes if number != work.note]
    if others:
        parts.append(f"{label('with note' if len(others) == 1 else 'with notes', language)} {listed(others, language)}")
    return ", ".join(parts)


def listed(things: Sequence[object], language: str) -> str:
    """*things* as a sentence has them: ``49, 50 and 51``."""
    *first, last = map(str, things)
    return f"{', '.join(first)} {label('and', language)} {last}" if first else last


def remark(work: Work, language: str) -> str:
    """The place, then the sources that the footnotes there cite; empty for the report as a whole."""
    from kzfacts.render.fact import cited as in_one_line

    sources = "; ".join(map(in_one_line, work.sources))
    return f"{work.place}, {label('citing', language)} {sources}" if sources else work.place


def said(work: Work, language: str) -> str | None:
    """The cited statement, after the name of whoever says it."""
    return work.statement and (f"{work.voice}{label('colon', language)}" if work.voice else "") + work.statement


def name(author: str) -> tuple[str, str | None]:
    """The family name and the given names of *author*, as bibliographies sort them.

    ``Given Family`` and ``Family, Given`` are read; a name of one word, as of an institution, has no given names.
    """
    if "," in author:
        family, given = author.split(",", 1)
        return family.strip(), given.strip() or None
    words = author.split()
    start = len(words) - 1
    while start > 0 and words[start - 1].islower():  # a particle goes with the family: Ursula | von der Leyen
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start]) or None
