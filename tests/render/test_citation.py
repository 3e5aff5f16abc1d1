"""Citations, read back by the libraries that reference managers and typesetting build on."""

from __future__ import annotations

import json
import warnings
from typing import TYPE_CHECKING, Any

import pybtex
import pytest
import rispy
from citeproc import VARIABLES, Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from kzfacts.engine.references import Reference, resolve
from kzfacts.errors import BadRequest
from kzfacts.render.citation import FORMS, citation, citation_record
from kzfacts.render.citation.bibtex import tex
from kzfacts.render.citation.work import cited, listed, name, whole
from kzfacts.render.dates import in_words
from tests.conftest import opened

if TYPE_CHECKING:
    from kzfacts.facts.base import Base

LANGUAGES = ("en", "fr")


def cite(base: Base, reference: str, form: str, language: str = "en") -> str:
    """What ``kzfacts cite`` prints."""
    work = whole(base, language) if reference == "report" else cited(resolve(reference, base), base, language)
    return citation(work, form, language)


def bibtex_entry(text: str) -> Any:
    """The one entry of *text*, as pybtex reads it."""
    entries = parse_string(text, "bibtex").entries
    assert len(entries) == 1
    return next(iter(entries.values()))


def rendered_by_csl(items: list[dict[str, Any]], locale: str) -> str:
    """The first of *items* in a bibliography by citeproc-py; what it does not know is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", locale=locale, validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        bibliography.register(Citation([CitationItem(items[0]["id"])]))
        return str(bibliography.bibliography()[0])


WHERE = {
    (
        "ruritania-apples",
        "en",
    ): "section A, paragraph 1 of part A, with note 1, citing Orchard news, Orchard, 2024-05, https://example.org/apples",
    (
        "ruritania-apples",
        "fr",
    ): "section A, paragraphe 1 de la partie A, avec la note 1, citant Orchard news, Orchard, 2024-05, https://example.org/apples",
    ("ruritania-pears", "en"): "section A, paragraph 2 of part A",
    ("note 1", "en"): "section A, paragraph 1 of part A, note 1, citing Orchard news, Orchard, 2024-05, https://example.org/apples",
    ("A", "fr"): "section A",
    ("p2", "fr"): "section A, paragraphe 2 de la partie A",
    ("report", "en"): "",
}
"""Reference and language -> its place in words."""


@pytest.mark.parametrize(("reference", "language"), list(WHERE), ids=str)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_names_the_place(small: dict[str, Any], reference: str, language: str, form: str) -> None:
    """Section, paragraph, footnote and what the footnote cites stand in every form, in the language asked for."""
    text = cite(opened(small), reference, form, language)
    place = WHERE[reference, language]
    assert place[:1].upper() + place[1:] in text or place in text
    assert ("section a" in text.lower()) == bool(place)


def test_text_is_one_line_to_paste(small: dict[str, Any]) -> None:
    """The text names author, title, institution, date, place and address, in this order."""
    small["voices"].append({"key": "elf", "name": {"en": "the elf", "fr": "l'elfe"}})
    small["facts"][1]["attribution"] = "elf"
    base = opened(small)
    place = "section A, paragraph 2 of part A"
    assert (
        cite(base, "ruritania-pears", "text")
        == f"the elf, cited in Nobody, “Test report”, None, None, 1 January 2025, {place}. https://example.org/\n"
    )
    assert cite(base, "report", "text", "fr") == "Nobody, « Rapport d'essai », Aucune, Aucune, 1er janvier 2025. https://example.org/\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_read_back(base: Base, language: str) -> None:
    """Real parsers take every fact in BibTeX, CSL-JSON and RIS, and find the same author, year, title and address."""
    report, facts = base.report, list(base.facts())
    works = [cited(Reference((fact,)), base, language) for fact in facts]
    entries = parse_string("".join(citation(work, "bibtex", language) for work in works), "bibtex").entries
    records = rispy.loads("".join(citation(work, "ris", language) for work in works))
    for fact, work, record in zip(facts, works, records, strict=True):
        (item,) = json.loads(citation(work, "csl-json", language))
        entry = entries[f"{report['id']}-{fact.id}"]
        assert entry.key == item["id"] == record["id"]
        assert entry.fields["title"].strip("{}") == item["title"] == record["title"] == report["title"][language]
        assert entry.persons["author"][0].last_names == [item["author"][0]["family"]] == [record["authors"][0].split(",")[0]]
        assert entry.fields["year"] == str(item["issued"]["date-parts"][0][0]) == record["year"] == report["date"][:4]
        assert entry.fields["url"] == item["URL"] == record["urls"][0] == report["url"]
        assert item["section"] == record["section"] == fact.section
        for number in (fact.paragraph, fact.note):
            for place in (entry.fields["note"], item["note"], record["notes"][0]):
                assert number is None or str(number) in place


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reference", ["report", "note 61", "p53", "E.3"])
def test_bibliographies_come_out(base: Base, reference: str, language: str) -> None:
    """BibTeX's plain style and a CSL style make an entry of what is cited; BibTeX's says where it stands."""
    author, title = base.report["author"], base.report["title"][language]
    plain = pybtex.format_from_string(cite(base, reference, "bibtex", language), style="plain", output_backend="plaintext")
    assert f"[1] {author}. {title}." in plain
    assert ("Section E.3" in plain) == (reference != "report")
    items = json.loads(cite(base, reference, "csl-json", language))
    family, given = name(author)
    made = rendered_by_csl(items, {"en": "en-GB", "fr": "fr-FR"}[language])
    assert made.startswith(f"{family}, {(given or '')[0]}. ({base.report['date'][:4]}) {title}.")


def test_csl_holds_no_unknown_variable(base: Base) -> None:
    """Every key of CSL-JSON is a variable of CSL, and none is empty."""
    for reference in ("report", "note 61", "E.3"):
        (item,) = json.loads(cite(base, reference, "csl-json"))
        assert {key.replace("-", "_") for key in item} <= {*VARIABLES, "id", "type"}
        assert all(item.values())


def test_a_translated_title_names_the_original(small: dict[str, Any]) -> None:
    """In English the title of the French report stands beside its translation, in French it stands alone."""
    base = opened(small)
    assert bibtex_entry(cite(base, "report", "bibtex")).fields["origtitle"] == "Rapport d'essai"
    assert "origtitle" not in bibtex_entry(cite(base, "report", "bibtex", "fr")).fields
    assert json.loads(cite(base, "report", "csl-json"))[0]["original-title"] == "Rapport d'essai"
    assert "original-title" not in json.loads(cite(base, "report", "csl-json", "fr"))[0]


TEX = {
    r"\textbackslash{}": "\0",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    **{f"\\{char}": char for char in "#$%&_"},
}
"""What TeX sets for the commands that a citation may hold; a null stands for the backslash until all are read."""


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters="\\{}#$%&_^~\"'@ "), min_size=1))
def test_tex_shows_the_text_itself(text: str) -> None:
    """Whatever stands in a field, TeX sets it as text: nothing is acted on, and braces stay balanced."""
    entry = bibtex_entry(f"@misc{{key,\n  note = {{x{tex(text)}x}},\n}}\n")
    note = entry.fields["note"]
    for command, char in TEX.items():
        note = note.replace(command, char)
    assert note.replace("\0", "\\").split() == f"x{text}x".split()


def test_hostile_texts_stay_texts(small: dict[str, Any]) -> None:
    """A base cannot put a field, an entry or a terminal code into a citation."""
    small["report"]["author"] = "Eve } , title = {stolen"
    small["report"]["url"] = "https://example.org/}x{\\end y"
    small["facts"][1]["statement"]["en"] = "} @book{other, ER  - \u202e \\input{/etc/passwd} 100% $x$"
    base = opened(small)
    entry = bibtex_entry(cite(base, "ruritania-pears", "bibtex"))
    assert entry.fields["title"] == "{Test report}"
    assert entry.fields["url"] == "https://example.org/%7Dx%7B%5Cend%20y"
    (record,) = rispy.loads(cite(base, "ruritania-pears", "ris"))
    assert record["title"] == "Test report"
    for form in FORMS:
        assert "\u202e" not in cite(base, "ruritania-pears", form)


def test_a_topic_is_no_place(small: dict[str, Any]) -> None:
    """A topic cannot be cited, and the refusal says how to find what can."""
    with pytest.raises(BadRequest, match="no place") as refusal:
        cite(opened(small), "trade", "text")
    assert "kzfacts show trade" in str(refusal.value.hint)


def test_record_has_place_and_text(small: dict[str, Any]) -> None:
    """``cite --json`` gives the place in numbers beside the citation as it prints."""
    base = opened(small)
    work = cited(resolve("ruritania-apples", base), base, "en")
    record = citation_record(work, "ris", "en")
    assert record.pop("citation") + "\n" == citation(work, "ris", "en")
    assert record == {"key": "test-ruritania-apples", "section": "A", "paragraph": 1, "note": None, "footnotes": [1], "format": "ris"}


@pytest.mark.parametrize(
    ("author", "parts"),
    [
        ("Valérie Boyer", ("Boyer", "Valérie")),
        ("Ursula von der Leyen", ("von der Leyen", "Ursula")),
        ("Boyer, Valérie", ("Boyer", "Valérie")),
        ("Senate", ("Senate", None)),
        ("de la Fontaine", ("de la Fontaine", None)),
        (" ", ("", None)),
    ],
)
def test_names_are_split_as_bibliographies_sort_them(author: str, parts: tuple[str, str | None]) -> None:
    """The family name stands apart from the given names, with its particles."""
    assert name(author) == parts


@pytest.mark.parametrize(
    ("date", "english", "french"),
    [
        ("2022", "2022", "2022"),
        ("2022-06", "June 2022", "juin 2022"),
        ("2022-11-28", "28 November 2022", "28 novembre 2022"),
        ("2026-08-01", "1 August 2026", "1er août 2026"),
        ("2021/2023", "2021 – 2023", "2021 – 2023"),
        ("2022-03/2022-04", "March 2022 – April 2022", "mars 2022 – avril 2022"),
        ("2022-99-07", "7 99 2022", "7 99 2022"),
    ],
)
def test_dates_in_words(date: str, english: str, french: str) -> None:
    """A date is said as exactly as it is known."""
    assert (in_words(date, "en"), in_words(date, "fr")) == (english, french)


@pytest.mark.parametrize(("things", "said"), [([49], "49"), ([49, 50], "49 and 50"), ([49, 50, 51], "49, 50 and 51")])
def test_lists_in_words(things: list[int], said: str) -> None:
    """Footnotes are listed as a sentence lists them."""
    assert listed(things, "en") == said
