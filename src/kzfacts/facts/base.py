"""An opened fact base: records by name, and the index rows that the engine asks for.

Everything comes out of one SQLite database, so that a question costs what it touches and not what the base holds.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kzfacts.errors import BadFacts
from kzfacts.facts.model import (
    Fact,
    Footnote,
    Gap,
    Partner,
    Section,
    Text,
    fact_from,
    footnote_from,
    gap_from,
    partner_from,
    section_from,
)
from kzfacts.facts.rows import EVERY, documents_from, form_from, lexeme_from, posting_from

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kzfacts.facts.rows import Documents, Form, Lexeme, Posting, Term


class Base:
    """A fact base over an open *database* in the form of `SCHEMA`, which lies at *path* unless it is in memory."""

    def __init__(self, database: sqlite3.Connection, path: Path | None = None) -> None:
        self.database = database
        self.path = path
        self._terms: dict[str, Term | None] = {}
        self._records: dict[tuple[str, str | int], Any] = {}
        self._words: dict[tuple[str, int, int], list[str]] = {}
        self._tails: dict[str, Sequence[str]] = {}
        self._postings: dict[int, Posting] = {}
        self._forms: dict[str, Form | None] = {}
        self._lexemes: dict[str, Lexeme | None] = {}
        self._documents: dict[int, Documents] = {}

    def _rows(self, query: str, *values: str | float | None) -> list[tuple[Any, ...]]:
        """The rows that *query* finds; `BadFacts` where the database is damaged."""
        try:
            return self.database.execute(query, values).fetchall()
        except UnicodeEncodeError:  # half a surrogate pair, which no text of a base holds
            return []
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from None

    def _decoded(self, text: str) -> Any:
        """*text* of the database as JSON; `BadFacts` where it is none."""
        try:
            return json.loads(text)
        except (TypeError, ValueError) as error:
            raise self._damaged(error) from None

    def _damaged(self, error: Exception) -> BadFacts:
        hint = f"delete {self.path}; it will be made again" if self.path else None
        return BadFacts(f"the compiled fact base is damaged: {error}", hint)

    def part(self, name: str) -> Any:
        """The small table *name*, decoded."""
        return self._decoded(self._rows("SELECT json FROM part WHERE name = ?", name)[0][0])

    @cached_property
    def data_version(self) -> str:
        """The version of the content: another one whenever a fact, a footnote or a word of the lexicon changes."""
        return str(self.part("data_version"))

    @cached_property
    def report(self) -> Mapping[str, Any]:
        """The bibliographic record of the report."""
        report: Mapping[str, Any] = self.part("report")
        return report

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """Section number -> section, in the order of the report."""
        return {record["id"]: section_from(record) for record in self.part("sections")}

    @cached_property
    def topics(self) -> Mapping[str, Text]:
        """Topic key -> its name in each language, in the order to show them."""
        return {record["key"]: record["name"] for record in self.part("topics")}

    @cached_property
    def units(self) -> Mapping[str, Text]:
        """Unit -> its name in each language, for the units that the base names."""
        return self._named("units")

    @cached_property
    def measures(self) -> Mapping[str, Text]:
        """Key of what is measured -> its name in each language, for those that the base names."""
        return self._named("measures")

    def _named(self, name: str) -> Mapping[str, Text]:
        """Key -> name in the small table *name*; nothing where the base has no such table."""
        rows = self._rows("SELECT json FROM part WHERE name = ?", name)
        return {record["key"]: record["name"] for record in self._decoded(rows[0][0])} if rows else {}

    @cached_property
    def voices(self) -> Mapping[str, Text]:
        """Attribution key -> the name of whoever says it."""
        return {record["key"]: record["name"] for record in self.part("voices")}

    @cached_property
    def partners(self) -> Mapping[str, Partner]:
        """Partner key -> partner."""
        return {record["key"]: partner_from(record) for record in self.part("partners")}

    def fact(self, name: str) -> Fact | None:
        """The fact with the id *name*."""
        fact: Fact | None = self._record("SELECT json FROM fact WHERE id = ?", name, fact_from)
        return fact

    def fact_at(self, position: int) -> Fact:
        """The fact at *position*, counted from 0 in the order of the report."""
        fact: Fact = self._record("SELECT json FROM fact WHERE position = ?", position, fact_from)
        return fact

    def _record(self, query: str, key: str | int, made: Callable[[Any], Any]) -> Any:
        """The one record that *query* finds for *key*, as *made* has it; none where there is none. Asked once."""
        if (query, key) not in self._records:
            if len(self._records) > REMEMBERED:
                self._records.clear()
            rows = self._rows(query, key)
            self._records[query, key] = made(self._decoded(rows[0][0])) if rows else None
        return self._records[query, key]

    def facts(self) -> Iterator[Fact]:
        """All facts in the order of the report."""
        for (text,) in self._rows("SELECT json FROM fact ORDER BY position"):
            yield fact_from(self._decoded(text))

    def gap_at(self, position: int) -> Gap:
        """The gap at *position*, counted from 0."""
        gap: Gap = self._record("SELECT json FROM gap WHERE position = ?", position, gap_from)
        return gap

    def gaps(self) -> Iterator[Gap]:
        """All gaps."""
        for (text,) in self._rows("SELECT json FROM gap ORDER BY position"):
            yield gap_from(self._decoded(text))

    def footnote(self, number: int) -> Footnote | None:
        """Footnote *number* of the report."""
        footnote: Footnote | None = self._record("SELECT json FROM footnote WHERE number = ?", number, footnote_from)
        return footnote

    def footnotes(self) -> Iterator[Footnote]:
        """All footnotes by number."""
        for (text,) in self._rows("SELECT json FROM footnote ORDER BY number"):
            yield footnote_from(self._decoded(text))

    @cached_property
    def size(self) -> int:
        """How many facts there are; owners from this position on are gaps."""
        return int(self._rows("SELECT coalesce(max(position) + 1, 0) FROM fact")[0][0])

    @cached_property
    def total(self) -> int:
        """How many owners there are, facts and gaps."""
        return int(self._rows("SELECT coalesce(max(position) + 1, 0) FROM owner")[0][0])

    def lexemes(self, forms: Collection[str]) -> Mapping[str, Lexeme | None]:
        """Each of *forms*, an ordinary word, or a stem behind its language -> what is known of it, none where nothing is."""
        self._fetch(self._lexemes, forms, "SELECT form, symbol, opens, zipf, used FROM lexeme WHERE form IN ", lexeme_from)
        return self._lexemes

    def forms(self, forms: Collection[str]) -> Mapping[str, Form | None]:
        """Each of *forms*, a word behind the code of a language -> how that language reads it, none for a word that the base lacks."""
        query = "SELECT form, stem, symbol, typed, stemmed, known, spelt, zipf, languages FROM form WHERE form IN "
        self._fetch(self._forms, forms, query, form_from)
        return self._forms

    def terms(self, symbols: Collection[str]) -> Mapping[str, Term | None]:
        """Each of *symbols* -> its term, none for a symbol that no fact and no gap uses."""
        self._fetch(self._terms, symbols, "SELECT symbol, number, weight, owners, counts FROM term WHERE symbol IN ", self._term)
        return self._terms

    def _term(self, row: tuple[str, int, float, bytes | None, bytes]) -> Term:
        self._postings[row[1]] = posting_from(row[3], row[4])
        return row[1], row[2]

    def _fetch(self, known: dict[Any, Any], keys: Collection[str | int], query: str, value: Any) -> None:
        """Put the rows that *query* finds for those of *keys* that are not *known* there, each as *value* has it."""
        missing = [key for key in dict.fromkeys(keys) if key not in known]
        if not missing:
            return
        if len(known) > REMEMBERED:
            kept = {key: known[key] for key in keys if key in known}
            known.clear()
            known.update(kept)
        known.update(dict.fromkeys(missing))
        for start in range(0, len(missing), AT_ONCE):
            some = missing[start : start + AT_ONCE]
            size = 1 << (len(some) - 1).bit_length()  # few sizes, so that SQLite prepares few statements
            for row in self._rows(query + MARKS[: 2 * size] + ")", *some, *[None] * (size - len(some))):
                known[row[0]] = value(row)

    @cached_property
    def documents_of_each(self) -> Posting:
        """How many documents each owner has, 255 at most."""
        number, _ = self.terms([EVERY])[EVERY] or (0, 0.0)
        return self._postings[number]

    def postings(self, numbers: Iterable[int]) -> Mapping[int, Posting]:
        """Each of the term *numbers* that `terms` has given -> its owners."""
        return {number: self._postings[number] for number in numbers}

    def uses(self, symbol: str, position: int) -> int:
        """How many documents of the owner at *position* use *symbol*, 255 at most."""
        term = self.terms([symbol])[symbol]
        if term is None:
            return 0
        owners, counts = self._postings[term[0]]
        at = bisect_left(owners, position)
        return counts[at] if at < len(owners) and owners[at] == position else 0

    def askers(self, signature: int) -> list[int]:
        """The positions of the owners of a document with this *signature*, in order."""
        return [row[0] for row in self._rows("SELECT owner FROM document WHERE signature = ? ORDER BY owner", signature)]

    def documents(self, positions: Sequence[int]) -> list[Documents]:
        """The documents of the owner at each of *positions*."""
        self._fetch(
            self._documents, positions, "SELECT position, place, terms, starts, users, masses FROM owner WHERE position IN ", documents_from
        )
        return [self._documents[position] for position in positions]

    def words(self, initial: str, sizes: range) -> list[str]:
        """The known words that begin with *initial* and have a length in *sizes*, the most used of each length first."""
        key = initial, sizes.start, sizes.stop
        if key not in self._words:
            rows = self._rows("SELECT words FROM word WHERE initial = ? AND size BETWEEN ? AND ?", initial, sizes.start, sizes.stop - 1)
            self._words[key] = [word for (words,) in rows for word in words.split()]
        return self._words[key]

    def tails(self, tails: Collection[str]) -> Mapping[str, Sequence[str]]:
        """Each of *tails* -> the known words that have one letter more before it, most used first; none for others."""
        self._fetch(self._tails, tails, "SELECT tail, words FROM tail WHERE tail IN ", lambda row: row[1].split())
        return self._tails


AT_ONCE = 512
"""Keys in one query; SQLite allows 999 on its older builds."""

MARKS = "(?" + ",?" * (AT_ONCE - 1)
"""The start of a list of so many values in a query."""

REMEMBERED = 50_000
"""Rows that a long batch keeps in memory before it starts afresh."""
