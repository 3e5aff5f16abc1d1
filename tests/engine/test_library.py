"""What is stored of a base when it is compiled."""

from __future__ import annotations

import json
import sqlite3
from functools import cache
from typing import Any

import pytest

from kzfacts import languages
from kzfacts.engine.compile import compile_base
from kzfacts.engine.library import fill
from kzfacts.errors import BadFacts
from kzfacts.facts.rows import SCHEMA
from tests.conftest import SMALL
from tests.engine.orchard import orchard, spoken


@cache
def database() -> sqlite3.Connection:
    """The small base, compiled."""
    made = sqlite3.connect(":memory:")
    made.executescript(SCHEMA)
    fill(SMALL.read_bytes(), made)
    return made


def rows(query: str) -> list[tuple[Any, ...]]:
    """What *query* finds in the compiled base."""
    return database().execute(query).fetchall()


def test_every_record_is_stored_by_itself() -> None:
    """Facts with their places, gaps, footnotes; without the questions, which the index has."""
    assert rows("SELECT fact.position, id, place FROM fact JOIN owner USING (position) ORDER BY position") == [
        (0, "ruritania-apples", "A 1"),
        (1, "ruritania-pears", "A 2"),
        (2, "harvest-start", "A 2"),
    ]
    assert rows("SELECT position, id FROM gap") == [(0, "apples-price")]
    assert rows("SELECT number FROM footnote") == [(1,)]
    for table in ("fact", "gap"):
        assert all("questions" not in json.loads(text) for (text,) in rows(f"SELECT json FROM {table}"))


def test_the_rest_is_stored_in_parts() -> None:
    """Every small table under its name, the languages among them; the large ones apart."""
    whole = json.loads(SMALL.read_text(encoding="utf-8"))
    parts = {name: json.loads(text) for name, text in rows("SELECT name, json FROM part")}
    assert set(parts) == {*whole} - {"facts", "gaps", "footnotes", "concepts"} | {f"language-{code}" for code in ("en", "fr", "ru", "kk")}
    assert parts["report"] == whole["report"]
    assert parts["partners"] == whole["partners"]
    assert {parts[f"language-{code}"]["language"] for code in ("en", "fr", "ru", "kk")} == {"en", "fr", "ru", "kk"}


def test_letters_are_stored_as_they_are() -> None:
    """Text is kept in its own letters and without blanks between the members, which keeps the base small."""
    ((text,),) = rows("SELECT json FROM part WHERE name = 'partners'")
    assert "Руритания" in text
    assert '": ' not in text


def test_what_a_partner_is_not_called_is_left_out() -> None:
    """What shares a stem with a name and means something else is for the lexicon alone."""
    base = json.loads(SMALL.read_text(encoding="utf-8"))
    base["partners"][0]["not"] = {"en": ["ruritanium"]}
    made = sqlite3.connect(":memory:")
    made.executescript(SCHEMA)
    fill(json.dumps(base).encode(), made)
    ((text,),) = made.execute("SELECT json FROM part WHERE name = 'partners'").fetchall()
    assert "ruritanium" not in text
    known = made.execute("SELECT known, spelt, symbol FROM form WHERE form = 'en:ruritanium'").fetchall()
    assert known == [(1, 1, None)]


def test_words_are_bucketed_by_letter_and_length() -> None:
    """Most used first; words that start with a digit are never corrected to."""
    ((words,),) = rows("SELECT words FROM word WHERE initial = 'a' AND size = 6")
    assert words.split()[0] == "apples"
    assert {"apples", "albert"} & set(words.split()) == {"apples"}
    assert not rows("SELECT 1 FROM word WHERE initial BETWEEN '0' AND '9'")
    assert all(word[0] == initial and len(word) == size for initial, size, some in rows("SELECT * FROM word") for word in some.split())


def test_words_are_known_by_their_tails() -> None:
    """What stands behind the first letter leads to the word, most used first."""
    assert rows("SELECT words FROM tail WHERE tail = 'pples'") == [("apples",)]
    assert all(word[1:] == tail for tail, some in rows("SELECT * FROM tail") for word in some.split())
    ((some,),) = rows("SELECT words FROM tail WHERE tail = 'ears'")
    assert some.split()[0] == "pears"


def test_a_stored_word_is_read_as_the_compiler_read_it() -> None:
    """In every language, with its symbol, stem and phrases."""
    _, known = orchard()
    made = compile_base(json.loads(SMALL.read_text(encoding="utf-8")), spoken(), languages.strangers(), languages.ordinary())
    assert len(made.forms) > 1000
    for form, word in made.forms.items():
        code, _, token = form.partition(":")
        assert known.vocabulary(code).own([token])[token] == word


def test_general_words_are_stored() -> None:
    """Zipf frequencies of general language; the base's own words as each language reads them, and nowhere else."""
    ((zipf,),) = rows("SELECT zipf FROM lexeme WHERE form = 'weather'")
    assert 4 < zipf < 8
    assert rows("SELECT languages, stem FROM form WHERE form = 'en:apples'") == [("en", "appl")]
    assert rows("SELECT symbol FROM form WHERE form IN ('en:strelsau', 'fr:strelsau')") == [("=ruritania",)] * 2
    assert not rows("SELECT 1 FROM lexeme WHERE form = 'apples'")
    assert rows("SELECT used FROM lexeme WHERE form = '2024'") == [(1,)]  # the stem of 2024th
    assert rows("SELECT count(*) FROM term WHERE symbol = '=ruritania'") == [(1,)]
    assert rows("SELECT count(*) FROM owner") == [(4,)]


def test_a_base_that_is_none_is_refused() -> None:
    """What is no fact base ends in one error."""
    with pytest.raises(BadFacts):
        fill(b"{}", sqlite3.connect(":memory:"))
