"""The law of the bundled fact base, as far as it can be held without the report."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from kzfacts.engine.lexicon import LONGEST_PHRASE
from kzfacts.engine.words import tokenise
from kzfacts.facts.check import canonical, decoded, problems, schema
from kzfacts.languages import ordinary
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def figures(text: str) -> list[str]:
    """The figures of a text in either language, as plain digits, sorted."""
    return sorted(figure for token in tokenise(text) for figure in NUMBER.findall(token))


def texts(raw: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Every text of the base that both languages must say alike."""
    for fact in raw["facts"]:
        for field in ("answer", "statement", "caveat", "scope"):
            if fact[field]:
                yield f"{fact['id']} {field}", fact[field]
    for note in raw["footnotes"]:
        yield f"note {note['number']}", note["text"]
        if note["caveat"]:
            yield f"note {note['number']} caveat", note["caveat"]
    for partner in raw["partners"]:
        yield f"partner {partner['key']}", partner["summary"]
    for gap in raw["gaps"]:
        yield f"gap {gap['id']}", gap["statement"]


def test_the_base_keeps_its_published_schema(raw: dict[str, Any]) -> None:
    """The base is valid by the schema that the program prints, as an independent library reads it."""
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(raw)


def test_the_base_is_read_and_does_not_contradict_itself(raw: dict[str, Any]) -> None:
    """Names are used once and every reference leads somewhere."""
    assert list(problems(raw)) == []
    assert decoded((ROOT / "facts.json").read_bytes()) == raw


def test_the_file_is_canonical(raw: dict[str, Any]) -> None:
    """The file is laid out in the one canonical way and carries the version of its content."""
    assert (ROOT / "facts.json").read_text(encoding="utf-8") == canonical(raw)


def test_facts_stand_in_the_order_of_the_report(raw: dict[str, Any]) -> None:
    """Facts follow sections, paragraphs and footnotes."""
    order = [section["id"] for section in raw["sections"]]
    places = [(order.index(fact["section"]), fact["paragraph"] or 0, fact["note"] or 0) for fact in raw["facts"]]
    assert places == sorted(places)


def test_both_languages_carry_the_same_figures(raw: dict[str, Any]) -> None:
    """Whatever is said in English with a figure is said in French with the same one."""
    unequal = [name for name, text in texts(raw) if figures(text["en"]) != figures(text["fr"])]
    assert unequal == []


def test_every_paragraph_and_footnote_has_facts(raw: dict[str, Any]) -> None:
    """Nothing of the report is left out: 58 paragraphs and 25 footnotes."""
    assert {fact["paragraph"] for fact in raw["facts"]} >= {paragraph["number"] for paragraph in raw["paragraphs"]}
    assert len(raw["paragraphs"]) == 58
    assert [note["number"] for note in raw["footnotes"]] == list(range(41, 66))
    noted = {note for fact in raw["facts"] for note in fact["footnotes"]}
    assert noted == {note["number"] for note in raw["footnotes"]}


def test_places_agree_with_the_outline(raw: dict[str, Any]) -> None:
    """A fact lies in the section of its paragraph, and its footnote is called there."""
    outline = {paragraph["number"]: paragraph for paragraph in raw["paragraphs"]}
    for fact in raw["facts"]:
        if fact["paragraph"]:
            assert outline[fact["paragraph"]]["section"] == fact["section"], fact["id"]
        if fact["note"]:
            assert fact["note"] in outline[fact["paragraph"]]["notes"], fact["id"]
            assert fact["note"] in fact["footnotes"], fact["id"]


def test_values_agree_with_the_words(raw: dict[str, Any]) -> None:
    """A fact's value stands in its statement or answer, in digits, in millions or billions, or as a number word."""
    for fact in raw["facts"]:
        for value in (fact["value"], fact["value_max"]):
            if value is None:
                continue
            said = f"{fact['answer']['en']} {fact['statement']['en']}"
            forms = {f"{value / scale:g}" for scale in (1, 1e6, 1e9)} | {f"{value:.0f}"}
            assert forms & set(figures(said)) or set(WORDS.get(value, ())) & set(said.lower().split()), fact["id"]


WORDS = {
    1: ("one",),
    2: ("two", "twice"),
    3: ("three",),
    4: ("four", "fourfold"),
    5: ("five",),
    6: ("six",),
    7: ("seven",),
    8: ("eight", "eighth"),
    30: ("thirty",),
    1000: ("thousand",),
}
"""Values that a statement may give in a word."""


def test_a_value_has_a_unit(raw: dict[str, Any]) -> None:
    """A figure never comes without what it counts, and a span never upside down."""
    for fact in raw["facts"]:
        assert (fact["value"] is None) == (fact["unit"] is None), fact["id"]
        assert fact["value_max"] is None or fact["value_max"] > fact["value"], fact["id"]
        assert (fact["measure"] is None) == (fact["value"] is None), fact["id"]


def test_dates_are_dates(raw: dict[str, Any]) -> None:
    """Months run from 1 to 12, days to 31, spans forwards."""
    for fact in raw["facts"]:
        if fact["date"]:
            ends = fact["date"].split("/")
            assert ends == sorted(ends), fact["id"]
            for end in ends:
                year, month, day = (*map(int, end.split("-")), 1, 1)[:3]
                assert 1900 < year < 2100, fact["id"]
                assert 1 <= month <= 12, fact["id"]
                assert 1 <= day <= 31, fact["id"]


def test_disagreeing_facts_name_each_other(raw: dict[str, Any]) -> None:
    """Where two facts disagree, each names the other and carries a caveat."""
    facts = {fact["id"]: fact for fact in raw["facts"]}
    for fact in raw["facts"]:
        for other in fact["disagrees"]:
            assert fact["id"] in facts[other]["disagrees"], (fact["id"], other)
            assert fact["caveat"], fact["id"]


def test_an_alias_belongs_to_one_partner(raw: dict[str, Any]) -> None:
    """No name leads to two partners."""
    owners: dict[str, set[str]] = defaultdict(set)
    for partner in raw["partners"]:
        for alias in (*partner["name"].values(), *partner["aliases"]):
            owners[" ".join(tokenise(alias))].add(partner["key"])
    assert {alias: keys for alias, keys in owners.items() if len(keys) > 1} == {}


def test_a_question_belongs_to_one_owner(raw: dict[str, Any]) -> None:
    """No question is stored for two facts or gaps."""
    owners = (*raw["facts"], *raw["gaps"])
    questions = (question for owner in owners for some in owner["questions"].values() for question in some)
    asked = Counter(" ".join(tokenise(question)) for question in questions)
    assert [question for question, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("code", ["en", "fr"])
def test_stored_questions_are_spelt_right(raw: dict[str, Any], code: str) -> None:
    """None has two letters swapped in a word that many have: a stored slip would count as a word, and never be corrected."""
    questions = (text for owner in (*raw["facts"], *raw["gaps"]) for text in owner["questions"][code])
    words = Counter(token for text in questions for token in {*tokenise(text)})
    known = [word for word, times in words.items() if times >= USUAL and len(word) >= LONG]
    slips = {word[:at] + word[at + 1] + word[at] + word[at + 2 :]: word for word in known for at in range(len(word) - 1)}
    found = {slip: word for slip, word in slips.items() if slip != word and 0 < words[slip] <= SELDOM and slip not in ordinary()}
    assert found == {}


USUAL, SELDOM, LONG = 50, 2, 5
"""Questions that have a usual word, those that have a slip, and the letters from which a word has slips of its own."""


def test_facts_are_asked_in_every_language(raw: dict[str, Any]) -> None:
    """Every fact has a dozen questions in English and French, and some in Russian and Kazakh."""
    for fact in raw["facts"]:
        for code, least in (("en", 12), ("fr", 12), ("ru", 4), ("kk", 3)):
            assert len(fact["questions"][code]) >= least, (fact["id"], code)


def test_no_answer_says_yes_or_no(raw: dict[str, Any]) -> None:
    """An answer says what is so: *yes* to *is the veil banned* would be *yes* to *is the veil allowed* as well."""
    first = {fact["answer"][code].split()[0].strip(",:;").lower() for fact in raw["facts"] for code in ("en", "fr")}
    assert not first & {"yes", "oui", "non"}
    assert not [fact["id"] for fact in raw["facts"] if fact["answer"]["en"].startswith(("No,", "No:"))]


def test_partners_have_their_figures(raw: dict[str, Any]) -> None:
    """A partner's key figures speak of that partner."""
    facts = {fact["id"]: fact for fact in raw["facts"]}
    for partner in raw["partners"]:
        for name in partner["figures"]:
            assert partner["key"] in facts[name]["partners"], (partner["key"], name)


def test_facts_are_short(raw: dict[str, Any]) -> None:
    """A statement is one to three sentences, an answer a phrase."""
    for fact in raw["facts"]:
        for code in ("en", "fr"):
            assert len(fact["answer"][code]) <= 260, (fact["id"], code)
            assert len(fact["statement"][code]) <= 700, (fact["id"], code)


def test_phrases_are_short_enough_to_be_found(raw: dict[str, Any]) -> None:
    """The lexicon looks up phrases of a few words; concepts hold no longer ones."""
    for concept in raw["concepts"]:
        for code in ("en", "fr", "ru", "kk"):
            for phrase in concept.get(code, []):
                assert len(tokenise(phrase)) <= LONGEST_PHRASE, (concept["key"], phrase)


@pytest.mark.parametrize("word", ["facts", "gaps", "partners", "names", "concepts", "footnotes"])
def test_no_part_is_empty(raw: dict[str, Any], word: str) -> None:
    """Every part of the base holds something."""
    assert raw[word]


def test_the_base_is_plain_json() -> None:
    """Any JSON reader gets the same base, without surprises such as keys given twice."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs)
        return dict(pairs)

    json.loads((ROOT / "facts.json").read_text(encoding="utf-8"), object_pairs_hook=once)
