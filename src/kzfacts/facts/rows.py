"""The tables of a compiled fact base, and what a row of each holds."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = """
CREATE TABLE origin (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE part (name TEXT PRIMARY KEY, json TEXT) WITHOUT ROWID;
CREATE TABLE fact (position INTEGER PRIMARY KEY, id TEXT UNIQUE, json TEXT);
CREATE TABLE gap (position INTEGER PRIMARY KEY, id TEXT UNIQUE, json TEXT);
CREATE TABLE footnote (number INTEGER PRIMARY KEY, json TEXT);
CREATE TABLE lexeme (form TEXT PRIMARY KEY, symbol TEXT, opens TEXT, zipf REAL, used INTEGER) WITHOUT ROWID;
CREATE TABLE form (form TEXT PRIMARY KEY, stem TEXT, symbol TEXT, typed TEXT, stemmed TEXT, known INTEGER, spelt INTEGER, zipf REAL,
  languages TEXT) WITHOUT ROWID;
CREATE TABLE term (symbol TEXT PRIMARY KEY, number INTEGER, weight REAL, owners BLOB, counts BLOB) WITHOUT ROWID;
CREATE TABLE owner (position INTEGER PRIMARY KEY, place TEXT, terms BLOB, starts BLOB, users BLOB, masses BLOB);
CREATE TABLE document (signature INTEGER, owner INTEGER, PRIMARY KEY (signature, owner)) WITHOUT ROWID;
CREATE TABLE word (initial TEXT, size INTEGER, words TEXT, PRIMARY KEY (initial, size)) WITHOUT ROWID;
CREATE TABLE tail (tail TEXT PRIMARY KEY, words TEXT) WITHOUT ROWID;
"""
"""``part`` holds every small table of the base (report, sections, partners, topics…) as JSON under its name."""


Phrases = str
"""Phrases with one first word, each on a line of its own, from the second word on, with its symbol behind a tab; a line
break at both ends. So they are searched as they lie in the database: most of them are never asked for."""


class Lexeme(NamedTuple):
    """What is known of a word as people type it, or of a word or stem of one language (``en:trade``)."""

    symbol: str | None = None
    """What the lexicon has for it."""
    opens: Phrases = ""
    """The phrases of the lexicon that it opens, as `Phrases`."""
    zipf: float = 0.0
    """Its Zipf frequency in general language; 0 for a rare word, a slip or a stem."""
    used: bool = False
    """Whether a term of the index has it as its symbol."""


class Form(NamedTuple):
    """A word of the base as one language reads it: what `Word` of the engine holds, worked out beforehand."""

    stem: str
    symbol: str | None
    typed: Phrases
    stemmed: Phrases
    known: bool
    spelt: bool
    zipf: float
    languages: str
    """The codes of the languages in which questions and statements use it."""


Term = tuple[int, float]
"""A term's number and its weight."""


class Posting(NamedTuple):
    """Who uses a term."""

    owners: Sequence[int]
    """The positions of the owners that use it, in order; of all owners where many do."""
    counts: bytes
    """How many documents of each of these owners do, 255 at most."""


class Documents(NamedTuple):
    """The documents of an owner, by number, and the terms that they use."""

    place: str
    """What tells the place of a fact from other places: its section and paragraph; nothing for a gap."""
    masses: Sequence[float]
    """The sum of each document's term weights."""
    terms: Sequence[int]
    """The numbers of the terms that they use, in order."""
    starts: Sequence[int]
    """For each of the terms, and for the end, where its documents start in `users`."""
    users: Sequence[int]
    """The documents that use each term, term after term."""


EVERY = ""
"""The symbol of the term that every document has."""


def posting_from(owners: bytes | None, counts: bytes) -> Posting:
    """A term's posting, of all owners where none are named."""
    return Posting(range(len(counts)) if owners is None else _integers(owners), counts)


def lexeme_from(row: tuple[str, str | None, str | None, float, int]) -> Lexeme:
    """The lexeme of a *row*."""
    _, symbol, opens, zipf, used = row
    return Lexeme(symbol, opens or "", zipf, bool(used))


def form_from(row: tuple[str, str, str | None, str | None, str | None, int, int, float, str]) -> Form:
    """The form of a *row*."""
    _, stem, symbol, typed, stemmed, known, spelt, zipf, languages = row
    return Form(stem, symbol, typed or "", stemmed or "", bool(known), bool(spelt), zipf, languages)


def _integers(blob: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(blob)
    return numbers


def documents_from(row: tuple[int, str, bytes, bytes, bytes, bytes]) -> Documents:
    """The documents of an owner's *row*; a byte holds the number of a document where 256 or fewer are."""
    _, place, terms, starts, users, masses = row
    sums = array("f")
    sums.frombytes(masses)
    return Documents(place, sums, _integers(terms), _integers(starts), users if len(sums) <= BYTES else _integers(users))


BYTES = 256
"""The most documents of an owner of which each has its number in a byte."""
