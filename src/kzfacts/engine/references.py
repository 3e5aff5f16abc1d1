"""What ``show`` and ``cite`` mean by a name: a fact, footnote, section, paragraph or topic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.words import fold
from kzfacts.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Footnote, Section

_NOTE = re.compile(r"(?:foot)?(?:note|n)?\s*[.°#]?\s*(\d{1,4})")
_PARAGRAPH = re.compile(r"(?:¶|§|paragraphe?|para|p)\s*\.?\s*(\d{1,4})")
_SECTION = re.compile(r"(?:section\s+)?([a-z](?:\.\w{1,3})*)\.?")

LONGEST_REFERENCE = 200
"""Characters of a reference that are read."""

SUGGESTED = 3
"""Names that a refusal suggests."""


class Reference(NamedTuple):
    """A thing of the base and the facts that belong to it; one of the other fields is set, none for a fact."""

    facts: tuple[Fact, ...]
    note: Footnote | None = None
    section: Section | None = None
    paragraph: int | None = None
    topic: str | None = None


def resolve(text: str, base: Base) -> Reference:
    """The thing that *text* names; `UnknownName` with the nearest names otherwise."""
    name = fold(text[:LONGEST_REFERENCE]).strip()
    fact = base.fact(name)
    if fact:
        return Reference((fact,))
    found = _numbered(name, base) or _section(name, base) or _topic(name, base)
    if found:
        return found
    raise _unknown(text, name, base)


def _numbered(name: str, base: Base) -> Reference | None:
    if match := _NOTE.fullmatch(name):
        note = base.footnote(int(match[1]))
        if note:
            return Reference(tuple(fact for fact in base.facts() if note.number in fact.footnotes), note=note)
    if match := _PARAGRAPH.fullmatch(name):
        number = int(match[1])
        if any(paragraph["number"] == number for paragraph in base.part("paragraphs")):
            return Reference(tuple(fact for fact in base.facts() if fact.paragraph == number), paragraph=number)
    return None


def section_of(paragraph: int, base: Base) -> Section:
    """The section in which *paragraph* stands."""
    entry = next(row for row in base.part("paragraphs") if row["number"] == paragraph)
    return base.sections[entry["section"]]


def fellows(fact: Fact, base: Base) -> dict[int, list[str]]:
    """Each footnote of *fact* -> the ids of the other facts on which it bears."""
    found: dict[int, list[str]] = {number: [] for number in fact.footnotes}
    for other in base.facts() if found else ():
        for number in set(found).intersection(other.footnotes):
            if other.id != fact.id:
                found[number].append(other.id)
    return found


def _section(name: str, base: Base) -> Reference | None:
    match = _SECTION.fullmatch(name)
    wanted = match[1] if match else None
    for section in base.sections.values():
        if section.id.lower() == wanted:
            inside = (fact for fact in base.facts() if within(fact.section, section.id))
            return Reference(tuple(inside), section=section)
    return None


def within(section: str, outer: str) -> bool:
    """Whether *section* is *outer* or a part of it: ``E.1.a`` lies in ``E.1`` and in ``E``."""
    return section == outer or section.startswith(outer + ".")


def _topic(name: str, base: Base) -> Reference | None:
    for key, names in base.topics.items():
        if name in {key, key.replace("-", " "), *(fold(title) for title in names.values())}:
            return Reference(tuple(fact for fact in base.facts() if key in fact.topics), topic=key)
    return None


def _unknown(text: str, name: str, base: Base) -> UnknownName:
    names = nearest(name, [*(fact.id for fact in base.facts()), *base.topics, *base.sections])
    hint = (
        f"did you mean {' or '.join(names)}?"
        if names
        else "kzfacts list facts names them all; notes are 44, paragraphs p51, sections E.1.b"
    )
    return UnknownName(f"the base has nothing named “{text[:LONGEST_REFERENCE].strip()}”", hint, names)


def nearest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The *names* most like *name*, best first; none that are far from it."""
    from rapidfuzz import fuzz, process

    found = process.extract(name, list(names), scorer=fuzz.WRatio, score_cutoff=CLOSE, limit=SUGGESTED)
    return tuple(str(match[0]) for match in found)


CLOSE = 70
"""RapidFuzz's WRatio, of 100, from which a name is worth suggesting."""
