"""What may stand at the cursor of a command line: the hidden ``kzfacts --complete`` that the shells' scripts call.

It is asked at every press of Tab, so it loads neither typer nor rich, and reads the base only in compiled form.
"""

from __future__ import annotations

import json
import os
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kzfacts.cli.environment import LANGUAGES, wished_language
from kzfacts.cli.streams import Reply
from kzfacts.errors import KzfactsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzfacts.facts.base import Base

SURFACE = Path(__file__).with_name("surface.json")
"""The commands with their options, made by tools/surface.py so that typer need not be asked."""

FILES = ":files"
"""The only line of an answer that leaves the names of files to the shell."""

NOTHING = '""'
"""An empty word as the older PowerShells pass it."""

LONGEST = 80
"""Characters of a description."""

Entry = tuple[str, str]
"""A candidate and what it means."""


class Cursor(NamedTuple):
    """What is being typed: the word so far, the words before it, the option whose value it is."""

    word: str
    before: tuple[str, ...]
    option: str | None
    prefix: str
    """What stands before the value in a word like ``--lang=f``."""


def completed(words: Sequence[str]) -> Reply:
    """A line for each candidate, with a tab before its description; *words* follow the program's name, the last at the cursor."""
    surface = json.loads(SURFACE.read_bytes())
    cursor = _cursor(list(words[1:] if words[:1] == ["--"] else words) or [""], surface)
    language = _language(words)
    found = list(_candidates(cursor, surface, language, words))
    if found == [(FILES, "")]:
        return Reply(FILES + "\n")
    rows = (f"{cursor.prefix}{name}\t{_short(text)}\n" for name, text in found if name.lower().startswith(cursor.word.lower()))
    return Reply("".join(rows))


def _cursor(words: list[str], surface: dict[str, Any]) -> Cursor:
    """The place of the cursor; bash gives ``--lang=f`` as three words, other shells as one."""
    *before, word = words
    prefix = ""
    if word in ("=", NOTHING):
        word = ""
    elif before and before[-1] == "=":
        before.pop()
    elif re.match(r"--[a-z-]+=", word):
        option, _, word = word.partition("=")
        before.append(option)
        prefix = f"{option}="
    options = surface["commands"].get(before[0] if before else "", {}).get("options", {})
    last = before[-1] if before else ""
    waits = last in options and options[last]["takes"]
    return Cursor(word, tuple(before), last if waits else None, prefix)


def _language(words: Sequence[str]) -> str:
    """The language of the descriptions: that of --lang on the line, of KZFACTS_LANG, of the locale."""
    chosen = [word for option, word in pairwise(words) if option == "--lang"] + [os.environ.get("KZFACTS_LANG", "")]
    return next((code for code in chosen if code in LANGUAGES), None) or wished_language()


def _candidates(cursor: Cursor, surface: dict[str, Any], language: str, words: Sequence[str]) -> Iterator[Entry]:
    if not cursor.before:
        yield from ((name, entry["help"][language]) for name, entry in surface["commands"].items())
        if cursor.word.startswith("-"):
            yield from ((name, texts[language]) for name, texts in surface["options"].items())
        return
    command = surface["commands"].get(cursor.before[0])
    if command is None:
        return
    options = command["options"]
    if cursor.option:
        yield from _values(options[cursor.option], cursor, command, language, words)
    elif cursor.word.startswith("-"):
        used = set(cursor.before)
        yield from ((name, entry["help"][language]) for name, entry in options.items() if not used & {name, *entry["same"]})
    else:
        placed = [word for place, word in enumerate(cursor.before) if place and not _belongs(place, cursor.before, options)]
        yield from _arguments(command, placed, language, words)


def _belongs(place: int, before: Sequence[str], options: dict[str, Any]) -> bool:
    """Whether the word at *place* is an option or the value of one."""
    former = options.get(before[place - 1])
    return before[place].startswith("-") or bool(former and former["takes"])


def _values(entry: dict[str, Any], cursor: Cursor, command: dict[str, Any], language: str, words: Sequence[str]) -> Iterable[Entry]:
    """What the option *entry* takes."""
    if entry["takes"] == "fields":
        done = cursor.word.split(",")[:-1]
        rest = (name for name in command["fields"] if name not in done)
        return ((",".join([*done, name]), "") for name in rest)
    return _named(entry, language, words)


def _named(entry: dict[str, Any], language: str, words: Sequence[str]) -> Iterable[Entry]:
    if entry["takes"] == "values":
        return ((name, texts[language]) for name, texts in entry["values"].items())
    if entry["takes"] == "files":
        return [(FILES, "")]
    base = _base(words) if entry["takes"] in KINDS else None
    return KINDS[entry["takes"]](base, language) if base else ()


def _arguments(command: dict[str, Any], placed: Sequence[str], language: str, words: Sequence[str]) -> Iterable[Entry]:
    """What may stand after the words *placed* of *command*."""
    entry = command["argument"]
    if entry["takes"] == "references" and placed:
        entry = {"takes": {"note": "notes", "section": "sections"}.get(placed[-1].lower(), "")}
    elif placed and not entry["many"]:
        return ()
    return ((name, text) for name, text in _named(entry, language, words) if name not in placed)


def _base(words: Sequence[str]) -> Base | None:
    """The compiled base; none where it would have to be compiled first, which takes longer than a press of Tab may."""
    from kzfacts.engine.library import EDITION
    from kzfacts.facts.store import open_base

    named = [word for option, word in pairwise(words) if option == "--facts"] + [os.environ.get("KZFACTS_FACTS", "")]
    path = next(filter(None, named), None)
    try:
        return open_base(Path(path) if path else None, EDITION, _refuse)
    except KzfactsError:
        return None


def _refuse(content: bytes, database: Any) -> None:  # noqa: ARG001 - the signature of what compiles
    raise KzfactsError("not compiled")


def _partners(base: Base, language: str) -> Iterator[Entry]:
    return ((key, partner.name[language]) for key, partner in base.partners.items())


def _topics(base: Base, language: str) -> Iterator[Entry]:
    return ((key, names[language]) for key, names in base.topics.items())


def _sections(base: Base, language: str) -> Iterator[Entry]:
    return ((section.id, section.title[language]) for section in base.sections.values())


def _notes(base: Base, language: str) -> Iterator[Entry]:
    return ((str(note.number), note.text[language]) for note in base.footnotes())


def _references(base: Base, language: str) -> Iterator[Entry]:
    yield from ((fact.id, fact.answer[language]) for fact in base.facts())
    yield from _topics(base, language)
    yield from _sections(base, language)
    yield from _notes(base, language)
    titles = {section.id: section.title[language] for section in base.sections.values()}
    yield from ((f"p{row['number']}", titles[row["section"]]) for row in base.part("paragraphs"))


KINDS = {"partners": _partners, "topics": _topics, "sections": _sections, "notes": _notes, "references": _references}
"""Kind of thing -> its candidates."""


def _short(text: str) -> str:
    from kzfacts.render.document import clean

    whole = clean(text)
    return whole if len(whole) <= LONGEST else whole[: LONGEST - 1] + "…"
