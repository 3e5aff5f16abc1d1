"""Each sort of falsehood in a fact is a claim not found, and the truth is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.facts.model import fact_from, footnote_from, partner_from
from kzfacts.verify.claims import Claim, Status
from tests.verify.orchard import checker, small

if TYPE_CHECKING:
    from collections.abc import Callable

APPLES, PEARS, HARVEST = range(3)


def misses(claims: list[Claim]) -> set[str]:
    """What is not found: ``figure statement en``."""
    return {" ".join(filter(None, (claim.kind, claim.field, claim.language))) for claim in claims if claim.status is Status.NOT_FOUND}


def falsified(edit: Callable[[dict[str, Any]], object]) -> set[str]:
    """The misses of the small base after *edit*."""
    raw = small()
    edit(raw)
    held = checker()
    claims = [claim for record in raw["facts"] for claim in held.fact(fact_from(record))]
    claims += [claim for record in raw["footnotes"] for claim in held.footnote(footnote_from(record))]
    claims += [claim for record in raw["partners"] for claim in held.summary(partner_from(record))]
    return misses(claims)


def change(fact: int, field: str, value: Any) -> Callable[[dict[str, Any]], object]:
    """Sets *field* of the fact at *fact*."""
    return lambda raw: raw["facts"][fact].update({field: value})


def text(fact: int, field: str, **languages: str) -> Callable[[dict[str, Any]], object]:
    """Sets *field* of the fact at *fact* in some languages."""
    return lambda raw: raw["facts"][fact][field].update(languages)


def test_the_truth_is_found() -> None:
    """A base that says what the report says has no claim without a place."""
    assert falsified(lambda raw: raw) == set()


FALSE: list[tuple[str, Callable[[dict[str, Any]], object], set[str]]] = [
    (
        "a digit in English",
        text(APPLES, "statement", en="Ruritania sold about 1,300 apples in 2024."),
        {"figure statement en", "languages statement"},
    ),
    (
        "a digit in both languages",
        lambda raw: [text(APPLES, "answer", en="1,300 in 2024", fr="1 300 en 2024")(raw), change(APPLES, "value", 1300)(raw)],
        {"figure answer en", "figure answer fr", "value value", "qualifier qualifier"},
    ),
    ("the value alone", change(APPLES, "value", 1300), {"value value", "value value en", "value value fr", "qualifier qualifier"}),
    (
        "a value that is no figure",
        change(HARVEST, "value", 2024),
        {"value value", "value value en", "value value fr", "qualifier qualifier"},
    ),
    ("a firmer qualifier", change(APPLES, "qualifier", "more than"), {"qualifier qualifier"}),
    ("another date", change(HARVEST, "date", "2024-10"), {"date date", "date date en", "date date fr"}),
    ("a date that the words do not say", change(APPLES, "date", "2025"), {"date date", "date date en", "date date fr"}),
    ("a year in French", text(HARVEST, "answer", fr="En septembre 2023"), {"date answer fr", "languages answer", "date date fr"}),
    (
        "a name for another",
        text(PEARS, "statement", en="Ruritania buys all the pears."),
        {"languages statement"},
    ),
    ("a name that is not there", text(HARVEST, "statement", en="Rassendyll's harvest began in September 2024."), {"languages statement"}),
    (
        "another paragraph",
        change(PEARS, "paragraph", 1),
        {"name answer en", "name answer fr", "name statement en", "name statement fr", "place paragraph"},
    ),
    ("another section", change(PEARS, "section", "A"), {"place paragraph"}),
    ("a partner that is not there", change(PEARS, "partners", ["graustark"]), {"partner partners"}),
    ("a voice that is not there", change(APPLES, "attribution", "rassendyll"), {"voice attribution"}),
    ("a voice that is there", change(PEARS, "attribution", "rassendyll"), set()),
    ("an upper value like the lower", change(APPLES, "value_max", 1200), {"value value_max en", "value value_max fr"}),
    ("a span that ends where it starts", change(APPLES, "date", "2024/2024"), {"date date en", "date date fr"}),
    (
        "another paragraph, with its section",
        lambda raw: [change(HARVEST, "paragraph", 1)(raw), change(HARVEST, "section", "A")(raw)],
        {"date answer en", "date answer fr", "date statement en", "date statement fr", "date date", "place paragraph"},
    ),
    ("a footnote that is not called there", change(PEARS, "footnotes", [1]), {"footnote footnotes"}),
    ("the same footnote twice", change(APPLES, "footnotes", [1, 1]), {"footnote footnotes"}),
    ("a note that the fact does not list", change(PEARS, "note", 1), {"footnote note", "place paragraph"}),
    ("a quotation of other words", change(PEARS, "quotes", ["toutes les pommes"]), {"quote quotes fr"}),
    ("a true quotation", change(PEARS, "quotes", ["toutes les poires"]), set()),
    ("a quotation in guillemets", text(PEARS, "answer", fr="Rassendyll, « seul acheteur »"), {"quote answer fr"}),
    (
        "a note of another number",
        text(APPLES, "answer", en="About 1,200 in 2024 (note 2)", fr="Environ 1 200 en 2024 (note 2)"),
        {"reference answer en", "reference answer fr"},
    ),
    ("a caveat of two figures", change(PEARS, "caveat", {"en": "Others say 7.", "fr": "D'autres disent 8."}), {"languages caveat"}),
    ("a caveat from elsewhere", change(PEARS, "caveat", {"en": "Others say 7.", "fr": "D'autres disent 7."}), set()),
    (
        "a footnote's figure",
        lambda raw: raw["footnotes"][0]["text"].update(en="9 counted.", fr="9 comptées."),
        {"figure text en", "figure text fr"},
    ),
    ("a footnote's address", lambda raw: raw["footnotes"][0]["sources"][0].update(url="https://example.org/pears"), {"link url"}),
    ("a footnote's date", lambda raw: raw["footnotes"][0]["sources"][0].update(date="2024-06"), {"date source date"}),
    ("a footnote of another paragraph", lambda raw: raw["footnotes"][0].update(paragraph=2), {"footnote paragraph"}),
    (
        "a summary's figure",
        lambda raw: raw["partners"][0]["summary"].update(en="It sold 99.", fr="99 vendues."),
        {"figure summary en", "figure summary fr"},
    ),
]


@pytest.mark.parametrize(("edit", "expected"), [row[1:] for row in FALSE], ids=[row[0] for row in FALSE])
def test_a_falsehood_is_not_found(edit: Callable[[dict[str, Any]], object], expected: set[str]) -> None:
    """A change of one thing shows in the claims about that thing."""
    assert falsified(edit) == expected


def marked(*marks: dict[str, str]) -> list[Claim]:
    """The claims of a fact that counts two buyers, which the report does not, with *marks*."""
    raw = small()
    raw["facts"][PEARS] |= {
        "unchecked": list(marks),
        "statement": {"en": "Two buy: Rassendyll and Zenda.", "fr": "Deux achètent : Rassendyll et Zenda."},
    }
    return list(checker().fact(fact_from(raw["facts"][PEARS])))


def test_a_marked_claim_is_unchecked_with_its_reason() -> None:
    """What the base marks in one language is unchecked in both, and says why; without the mark it is not found."""
    assert {claim.said for claim in marked() if claim.status is Status.NOT_FOUND} == {"Two", "Deux"}
    claims = marked({"text": "two", "reason": "counted"})
    assert {(claim.said, claim.reason) for claim in claims if claim.status is Status.UNCHECKED} == {("Two", "counted"), ("Deux", "counted")}
    assert misses(claims) == set()


def test_a_field_is_marked_in_its_own_words() -> None:
    """A footnote or partner is left unchecked where the mark has exactly what the claim says."""
    claims = [change(PEARS, "footnotes", [1]), change(PEARS, "unchecked", [{"text": "note 1", "reason": "of the sentence before"}])]
    assert falsified(lambda raw: [edit(raw) for edit in claims]) == set()


def test_a_mark_cannot_hide_a_false_value() -> None:
    """A mark for a figure in prose does not excuse the fields that programs read."""
    marks = [{"text": "2025", "reason": "other sources"}, {"text": "1,300", "reason": "other sources"}]
    edits = [change(APPLES, "unchecked", marks), change(APPLES, "date", "2025"), change(APPLES, "value", 1300)]
    assert falsified(lambda raw: [edit(raw) for edit in edits]) >= {"date date en", "date date fr", "value value", "value value en"}
