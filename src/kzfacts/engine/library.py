"""Open a fact base: find it, hold it against the rules, compile it once."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kzfacts.facts.store import open_base

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kzfacts.engine.compile import Compiled
    from kzfacts.engine.lexicon import Word
    from kzfacts.facts.base import Base

EDITION = "f1fea8c8"
"""Changes with anything that the same base would be compiled to something else by; kept by tools/edition.py."""


def open_library(path: Path | None = None) -> Base:
    """The fact base at *path*, or the bundled one."""
    return open_base(path, EDITION, fill)


def fill(content: bytes, database: sqlite3.Connection) -> None:
    """Check *content*, a fact base as JSON, and write it and its index into *database*."""
    # the compiler and the checker are loaded only when a base is compiled: 60 ms that a question never needs
    from kzfacts import languages
    from kzfacts.engine.compile import compile_base
    from kzfacts.engine.words import Language, folded
    from kzfacts.facts.check import decoded

    base = decoded(content)
    records = [folded(record) for record in languages.load()]
    known = {record["language"]: Language(record) for record in records}
    _fill_records(base, records, database)
    compiled = compile_base(base, known, languages.strangers(), languages.ordinary())
    database.executemany("INSERT INTO lexeme VALUES (?, ?, ?, ?, ?)", _lexemes(compiled))
    database.executemany("INSERT INTO form VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _forms(compiled.forms))
    terms = (
        (symbol, number, weight, owners.tobytes() if owners else None, counts)
        for symbol, (number, weight, owners, counts) in compiled.terms.items()
    )
    database.executemany("INSERT INTO term VALUES (?, ?, ?, ?, ?)", terms)
    places = [*(f"{fact['section']} {fact['paragraph']}" for fact in base["facts"]), *([""] * len(base["gaps"]))]
    owners = ((position, places[position], *(blob.tobytes() for blob in packed)) for position, packed in enumerate(compiled.owners))
    database.executemany("INSERT INTO owner VALUES (?, ?, ?, ?, ?, ?)", owners)
    database.executemany("INSERT INTO document VALUES (?, ?)", sorted(compiled.signatures))
    words = [word for word in sorted(compiled.words, key=lambda word: (-compiled.words[word], word)) if not word[0].isdigit()]
    database.executemany("INSERT INTO word VALUES (?, ?, ?)", _buckets(words))
    database.executemany("INSERT INTO tail VALUES (?, ?)", _tails(words))


def _fill_records(base: dict[str, Any], records: list[dict[str, Any]], database: sqlite3.Connection) -> None:
    def text(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def bare(record: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in record.items() if name not in {"questions", "not"}}

    apart = {"facts", "gaps", "footnotes", "concepts"}
    parts = {name: value for name, value in base.items() if name not in apart} | {
        "partners": [bare(partner) for partner in base["partners"]],
        **{f"language-{record['language']}": record for record in records},
    }
    database.executemany("INSERT INTO part VALUES (?, ?)", [(name, text(value)) for name, value in parts.items()])
    facts = [(place, fact["id"], text(bare(fact))) for place, fact in enumerate(base["facts"])]
    database.executemany("INSERT INTO fact VALUES (?, ?, ?)", facts)
    gaps = [(place, gap["id"], text(bare(gap))) for place, gap in enumerate(base["gaps"])]
    database.executemany("INSERT INTO gap VALUES (?, ?, ?)", gaps)
    notes = [(note["number"], text(note)) for note in base["footnotes"]]
    database.executemany("INSERT INTO footnote VALUES (?, ?)", notes)


def _lexemes(compiled: Compiled) -> Iterator[tuple[str, str | None, str | None, float, bool]]:
    """The rows of what is known of symbols, stems, and words that the base does not have; its own are forms."""
    for form, (symbol, opens, zipf, used) in sorted(compiled.lexemes.items()):
        if used or form not in compiled.words:
            yield form, symbol, opens or None, zipf, used


def _forms(words: Mapping[str, Word]) -> Iterator[tuple[str, str, str | None, str | None, str | None, bool, bool, float, str]]:
    """The rows of *words*."""
    for form, word in sorted(words.items()):
        yield form, word.stem, word.symbol, word.typed or None, word.stemmed or None, word.known, word.spelt, word.zipf, word.languages


def _buckets(words: list[str]) -> list[tuple[str, int, str]]:
    """The *words* that spelling may be corrected to, most used first, by first letter and length."""
    buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in words:
        buckets[word[0], len(word)].append(word)
    return [(initial, size, " ".join(some)) for (initial, size), some in sorted(buckets.items())]


def _tails(words: list[str]) -> list[tuple[str, str]]:
    """The *words* by what stands behind their first letters."""
    tails: dict[str, list[str]] = defaultdict(list)
    for word in words:
        tails[word[1:]].append(word)
    return [(tail, " ".join(some)) for tail, some in sorted(tails.items())]
