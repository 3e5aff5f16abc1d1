"""The base as a SQLite database with a full-text index, every language in columns of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from kzfacts.errors import KzfactsError
from kzfacts.render.records import fact_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Text

LANGUAGES = ("en", "fr")

TABLES = """
CREATE TABLE report (id TEXT PRIMARY KEY, data_version TEXT, title_en TEXT, title_fr TEXT, author TEXT, institution_en TEXT,
  institution_fr TEXT, committee_en TEXT, committee_fr TEXT, number TEXT, date TEXT, part TEXT, url TEXT);
CREATE TABLE sections (id TEXT PRIMARY KEY, title_en TEXT, title_fr TEXT, first INTEGER, last INTEGER);
CREATE TABLE topics (key TEXT PRIMARY KEY, name_en TEXT, name_fr TEXT);
CREATE TABLE voices (key TEXT PRIMARY KEY, name_en TEXT, name_fr TEXT);
CREATE TABLE partners (key TEXT PRIMARY KEY, kind TEXT, name_en TEXT, name_fr TEXT, summary_en TEXT, summary_fr TEXT);
CREATE TABLE footnotes (number INTEGER PRIMARY KEY, paragraph INTEGER, text_en TEXT, text_fr TEXT, caveat_en TEXT, caveat_fr TEXT);
CREATE TABLE sources (id INTEGER PRIMARY KEY, footnote INTEGER REFERENCES footnotes (number), title TEXT, publisher TEXT, date TEXT,
  url TEXT);
CREATE TABLE facts ({facts}, FOREIGN KEY (section) REFERENCES sections (id), FOREIGN KEY (note) REFERENCES footnotes (number),
  FOREIGN KEY (attribution) REFERENCES voices (key));
CREATE TABLE fact_partners (fact TEXT REFERENCES facts (id), partner TEXT REFERENCES partners (key), PRIMARY KEY (fact, partner));
CREATE TABLE fact_topics (fact TEXT REFERENCES facts (id), topic TEXT REFERENCES topics (key), PRIMARY KEY (fact, topic));
CREATE TABLE fact_footnotes (fact TEXT REFERENCES facts (id), footnote INTEGER REFERENCES footnotes (number),
  PRIMARY KEY (fact, footnote));
CREATE TABLE fact_related (fact TEXT REFERENCES facts (id), related TEXT REFERENCES facts (id), disagrees INTEGER,
  PRIMARY KEY (fact, related));
"""

INDEX = """
CREATE VIRTUAL TABLE facts_fts USING fts5 (answer_en, answer_fr, statement_en, statement_fr, caveat_en, caveat_fr,
  content="facts", tokenize="unicode61 remove_diacritics 2");
INSERT INTO facts_fts (facts_fts) VALUES ('rebuild');
"""
"""The index keeps no copy of the texts: it names facts by their rowid, which is their place in the report from 1."""

TRANSLATED = ("answer", "statement", "caveat", "scope")
"""Keys of a fact's record whose value depends on the language."""

TYPES = {"id": "TEXT PRIMARY KEY", "value": "NUMERIC", "value_max": "NUMERIC", "paragraph": "INTEGER", "note": "INTEGER"}


def content(base: Base, language: str) -> bytes:  # noqa: ARG001 - the database holds every language
    """The bytes of the database."""
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            _fill(base, database)
            return database.serialize()
    except sqlite3.OperationalError as error:
        raise KzfactsError(
            f"this Python's SQLite cannot make the database: {error}", "it needs FTS5, as in the builds of python.org"
        ) from None


def _fill(base: Base, database: sqlite3.Connection) -> None:
    facts = list(base.facts())
    rows = [_columns([fact_record(fact, base, language) for language in LANGUAGES]) for fact in facts]
    names = list(rows[0]) if rows else ["id", "section", "note", "attribution"]
    database.executescript(TABLES.format(facts=", ".join(f"{name} {TYPES.get(name, 'TEXT')}" for name in names)))
    _insert(database, "facts", [tuple(row.values()) for row in rows])
    _insert(database, "fact_partners", [(fact.id, key) for fact in facts for key in dict.fromkeys(fact.partners)])
    _insert(database, "fact_topics", [(fact.id, key) for fact in facts for key in dict.fromkeys(fact.topics)])
    _insert(database, "fact_footnotes", [(fact.id, number) for fact in facts for number in dict.fromkeys(fact.footnotes)])
    related = [(fact.id, key, key in fact.disagrees) for fact in facts for key in dict.fromkeys((*fact.related, *fact.disagrees))]
    _insert(database, "fact_related", related)
    _insert_rest(base, database)
    if rows:
        database.executescript(INDEX)
    database.commit()


def _insert_rest(base: Base, database: sqlite3.Connection) -> None:
    """Everything that facts refer to."""
    report, notes = base.report, list(base.footnotes())
    titles, places = _both(report["title"]), (*_both(report["institution"]), *_both(report["committee"]))
    rest = (report["number"], report["date"], report["part"], report["url"])
    _insert(database, "report", [(report["id"], base.data_version, *titles, report["author"], *places, *rest)])
    _insert(database, "sections", [(one.id, *_both(one.title), one.first, one.last) for one in base.sections.values()])
    _insert(database, "topics", [(key, *_both(name)) for key, name in base.topics.items()])
    _insert(database, "voices", [(key, *_both(name)) for key, name in base.voices.items()])
    partners = [(one.key, one.kind, *_both(one.name), *_both(one.summary)) for one in base.partners.values()]
    _insert(database, "partners", partners)
    _insert(database, "footnotes", [(note.number, note.paragraph, *_both(note.text), *_both(note.caveat)) for note in notes])
    sources = [(None, note.number, *source) for note in notes for source in note.sources]
    _insert(database, "sources", sources)


def _columns(records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The records of one fact in each language as one row; its lists have tables of their own."""
    row: dict[str, Any] = {}
    for name, value in records[0].items():
        if name in TRANSLATED:
            row |= {f"{name}_{language}": record[name] for language, record in zip(LANGUAGES, records, strict=True)}
        elif not isinstance(value, list):
            row[name] = value
    return row


def _both(text: Text | None) -> tuple[str | None, ...]:
    return tuple(text[language] if text else None for language in LANGUAGES)


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    some = list(rows)
    if some:
        database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(some[0]))})", some)
