"""A base to its index."""

from __future__ import annotations

import json
from array import array
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.engine.compile import DENSE, compile_base
from kzfacts.engine.signature import signature
from kzfacts.engine.weights import HOME, KIND_WEIGHT, LIGHT, NAME_LEAST, commonness, weight
from kzfacts.facts.rows import BYTES, EVERY, Lexeme
from tests.conftest import SMALL
from tests.engine.orchard import spoken

if TYPE_CHECKING:
    from kzfacts.engine.compile import Compiled


@cache
def record() -> dict[str, Any]:
    """The small base as its file holds it."""
    loaded: dict[str, Any] = json.loads(SMALL.read_text(encoding="utf-8"))
    return loaded


@cache
def compiled() -> Compiled:
    """The index of the small base; *pears* are said to be as common as can be."""
    return compile_base(record(), spoken(), [{"key": "zz", "names": ["Zedland"]}], {"pears": 9.0})


def owners(symbol: str) -> list[int]:
    """The owners of *symbol*: 0 to 2 are facts, 3 is a gap."""
    _, _, found, counts = compiled().terms[symbol]
    return [owner for owner, count in enumerate(counts) if count] if found is None else list(found)


@pytest.mark.parametrize(
    ("symbol", "found"),
    [
        ("en:appl", [0, 3]),
        ("fr:pomm", [0, 3]),
        ("=ruritania", [0]),
        ("2024", [0, 2]),
        ("#buy", [1]),
        ("en:buy", [1]),
        ("=rassendyll", [1]),
        ("?number", [0, 3]),
        ("?date", [2]),
        ("?person", [1]),
        ("@9", [2]),
        ("ru:яблок", [0]),
    ],
)
def test_each_symbol_has_its_owners(symbol: str, found: list[int]) -> None:
    """Questions in every language, statements and answers are indexed; parts of concepts and kinds of questions are too."""
    assert owners(symbol) == found


def test_documents_are_counted() -> None:
    """How many documents of each owner use a symbol, as far as a byte counts."""
    assert list(compiled().terms["en:appl"][3]) == [3, 0, 0, 2]
    many = record() | {"gaps": [], "facts": [record()["facts"][0] | {"questions": {"en": [f"apples {n}" for n in range(300)]}}]}
    assert list(compile_base(many, spoken()).terms["en:appl"][3]) == [255]


def test_terms_are_numbered_in_order() -> None:
    """The same base has the same numbers each time."""
    terms = compiled().terms
    assert [terms[symbol][0] for symbol in sorted(terms)] == list(range(len(terms)))


@pytest.mark.parametrize(
    ("symbol", "weighs"),
    [
        ("en:harvest", weight(1, 3)),
        ("2024", weight(2, 3)),
        ("=ruritania", weight(1, 3)),
        ("?number", KIND_WEIGHT),
        ("en:pear", weight(1, 3) * commonness(9.0)),
        ("en:price", weight(0, 3)),
        ("en:apple", None),
    ],
)
def test_what_a_symbol_weighs(symbol: str, weighs: float | None) -> None:
    """By how few facts use it, gaps left out; less for a common word; one weight for every kind of question."""
    term = compiled().terms.get(symbol)
    assert (term[1] if term else None) == (None if weighs is None else pytest.approx(weighs))


def test_a_light_word_weighs_little() -> None:
    """A light word that a question holds weighs a share of what another would."""
    light = min(word for word in spoken()["en"].light if spoken()["en"].stem(word) == word)
    base = record() | {"gaps": [], "facts": [record()["facts"][0] | {"questions": {"en": [f"{light} apples"]}}]}
    assert compile_base(base, spoken()).terms[f"en:{light}"][1] == pytest.approx(weight(1, 1) * LIGHT)


def test_names_weigh_something_and_home_nearly_nothing() -> None:
    """A name in every fact weighs a share of one in a single fact; the name of the subject much less."""
    facts = [fact | {"questions": {"en": ["Ruritania"]}} for fact in record()["facts"]]
    base = record() | {"facts": facts, "gaps": []}
    home = base | {"report": base["report"] | {"subject": ["ruritania"]}}
    least = NAME_LEAST * weight(1, 3)
    assert compile_base(base, spoken()).terms["=ruritania"][1] == pytest.approx(least)
    assert compile_base(home, spoken()).terms["=ruritania"][1] == pytest.approx(least * HOME)


def test_documents_are_packed_by_term() -> None:
    """The terms, where the documents of each start, the documents; and what each document weighs."""
    base = record() | {"gaps": [], "facts": [record()["facts"][1] | {"questions": {"en": ["Who buys pears?", "pears"]}}]}
    base["facts"][0] |= {"statement": {"en": "Pears."}, "answer": {"en": "Rassendyll"}}
    index = compile_base(base, spoken())
    ((numbers, starts, users, masses),) = index.owners
    names = {number: symbol for symbol, (number, _, _, _) in index.terms.items()}
    found = {names[number]: list(users[starts[place] : starts[place + 1]]) for place, number in enumerate(numbers)}
    assert found == {"#buy": [0], "en:buy": [0], "?person": [0], "en:pear": [0, 1, 2], "=rassendyll": [2, 3], "en:rassendyl": [2, 3]}
    weigh = {symbol: held for symbol, (_, held, _, _) in index.terms.items()}
    assert list(masses) == pytest.approx(
        [
            weigh["#buy"] + weigh["?person"] + weigh["en:pear"],
            weigh["en:pear"],
            weigh["en:pear"] + weigh["=rassendyll"],
            weigh["=rassendyll"],  # the short answer is a document of its own: people type the figure that they look for
        ]
    )


def test_the_words_of_a_base() -> None:
    """Each word that people type with the owners that use it; those of the lexicon once at least."""
    words = compiled().words
    assert (words["apples"], words["2024"], words["purchase"], words["zedland"]) == (2, 2, 1, 1)
    assert not any(":" in word or " " in word for word in words)


def test_what_is_known_of_a_word() -> None:
    """Its symbol, the phrases that it opens, its frequency, its term."""
    lexemes = compiled().lexemes
    assert lexemes["pears"] == Lexeme(zipf=9.0)
    assert lexemes["zedland"] == Lexeme("~zz")
    assert (lexemes["en:pear"].used, lexemes["en:purchas"].used) == (True, False)
    assert lexemes["en:purchase"].symbol == "#buy"


@pytest.mark.parametrize(
    ("form", "languages", "known", "spelt", "zipf"),
    [
        ("en:apples", "en", True, True, 0.0),
        ("fr:apples", "en", False, True, 0.0),
        ("fr:pommes", "fr", True, True, 0.0),
        ("en:2024", "en fr", True, True, 0.0),
        ("ru:яблок", "ru", True, True, 0.0),
        ("en:pears", "en", True, True, 9.0),
        ("en:purchase", "", True, True, 0.0),
        ("en:zedland", "", True, True, 0.0),
    ],
)
def test_each_word_is_read_beforehand(form: str, languages: str, known: bool, spelt: bool, zipf: float) -> None:  # noqa: FBT001
    """In each language of its script: whether the base knows it, whether it is spelt right, how common it is, who says it."""
    word = compiled().forms[form]
    assert (word.languages, word.known, word.spelt, word.zipf) == (languages, known, spelt, zipf)
    assert word.token == form.partition(":")[2]


@pytest.mark.parametrize(("foreign", "languages"), [(1, "fr"), (2, "en fr")])
def test_a_language_that_seldom_says_a_word_does_not_have_it(foreign: int, languages: str) -> None:
    """A French title in an English question makes no English word of it: one use in eight does."""
    questions = {"en": [f"{n} conspuée" for n in range(foreign)], "fr": [f"{n} conspuée" for n in range(9)]}
    facts = [record()["facts"][0] | {"questions": questions}]
    assert compile_base(record() | {"gaps": [], "facts": facts}, spoken()).forms["en:conspuee"].languages == languages


def test_documents_have_marks_beside_their_words() -> None:
    """A mark is a term that weighs in no document; a document is known by its words, and by its words and marks."""
    questions = {"en": ["apples in Ruritania", "apples"]}
    index = compile_base(record() | {"gaps": [], "facts": [record()["facts"][0] | {"questions": questions}]}, spoken())
    assert list(index.terms[">=ruritania"][3]) == [1]
    words = ["en:appl", "=ruritania"]
    assert index.owners[0][3][0] == pytest.approx(sum(index.terms[word][1] for word in words))
    assert {(signature(words), 0), (signature([*words, ">=ruritania"]), 0), (signature(["en:appl"]), 0)} <= index.signatures
    assert (signature(["en:appl", ">=ruritania"]), 0) not in index.signatures


def test_a_word_that_the_base_lacks_has_no_form() -> None:
    """Neither an ordinary word, nor one in the other script."""
    assert {"en:яблок", "en:ordinary"}.isdisjoint(compiled().forms)
    assert compile_base(record(), spoken(), (), {"ordinary": 3.0}).forms.keys() == compile_base(record(), spoken()).forms.keys()


def test_a_term_of_many_owners_has_a_count_for_each() -> None:
    """From one in sixteen owners on; a rarer one names its owners."""
    fact = record()["facts"][0]
    facts = [fact | {"id": f"f{n}", "questions": {"en": ["common" if n % 2 else "rare" if n == 4 else "other"]}} for n in range(DENSE + 1)]
    terms = compile_base(record() | {"gaps": [], "facts": facts}, spoken()).terms
    assert (terms["en:common"][2], list(terms["en:common"][3])) == (None, [n % 2 for n in range(DENSE + 1)])
    assert (terms["en:rare"][2], list(terms["en:rare"][3])) == (array("I", [4]), [1])


def test_one_term_counts_all_documents() -> None:
    """Every document has it."""
    _, _, found, counts = compiled().terms[EVERY]
    assert (found, list(counts)) == (None, [sum(1 for _ in range(len(masses))) for *_, masses in compiled().owners])


def test_many_documents_have_longer_numbers() -> None:
    """A byte holds the number of a document up to 256 of them."""
    for many, size in ((BYTES - 2, 1), (BYTES - 1, 4)):
        base = record() | {"gaps": [], "facts": [record()["facts"][1] | {"questions": {"en": [f"pear {n}" for n in range(many)]}}]}
        base["facts"][0] |= {"statement": {"en": "Pears."}, "answer": {"en": "Rassendyll"}}
        ((_, _, users, masses),) = compile_base(base, spoken()).owners
        assert (len(masses), users.itemsize) == (many + 2, size)
