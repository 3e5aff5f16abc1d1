"""Exports, read back by the parsers that their formats have."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import re
import sqlite3
from html.parser import HTMLParser
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from kzfacts.render.export import FORMS, exported, form_of
from kzfacts.render.export.address import linkable
from kzfacts.render.export.csv_ import formulas
from kzfacts.render.export.markdown import escaped
from kzfacts.render.export.markup import element, joined
from kzfacts.render.records import fact_record
from tests.conftest import opened

if TYPE_CHECKING:
    from kzfacts.facts.base import Base

MARKUP = '</script><img src=x onerror="alert(1)"> **bold** [x](javascript:alert(1)) `code` <!-- & &lt; \u202eevil'

WORDS = st.text(st.sampled_from("*_`[]<>&|~$!#\\-+=.()1 ;/\"'xé"), min_size=1)
"""Texts that are mostly markup."""


def hostile(base: dict[str, Any]) -> dict[str, Any]:
    """*base* with markup in every text that a view shows, and an address that would run a script."""

    def spoilt(value: Any) -> Any:
        if isinstance(value, dict) and set(value) == {"en", "fr"} and all(isinstance(text, str) for text in value.values()):
            return {language: f"{text} {MARKUP}" for language, text in value.items()}
        if isinstance(value, dict):
            return {key: part if key == "questions" else spoilt(part) for key, part in value.items()}
        return [spoilt(part) for part in value] if isinstance(value, list) else value

    spoilt_base: dict[str, Any] = spoilt(base)
    source = spoilt_base["footnotes"][0]["sources"][0]
    source["title"] = source["publisher"] = MARKUP
    source["url"] = "javascript:alert(1)"
    spoilt_base["report"]["author"] = MARKUP
    spoilt_base["report"]["url"] = 'https://example.org/"><script>alert(1)</script>'
    return spoilt_base


class Page(HTMLParser):
    """The elements, ids, addresses and words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words += data

    def all(self, attribute: str) -> list[str]:
        """The values of *attribute* in the order of the page."""
        return [value for _, attributes in self.tags if (value := attributes.get(attribute))]


def page(base: Base, language: str = "en") -> Page:
    """The HTML export, parsed."""
    return Page(exported(base, "html", language).decode())


def database(base: Base) -> sqlite3.Connection:
    """The SQLite export, opened."""
    opened_database = sqlite3.connect(":memory:")
    opened_database.deserialize(exported(base, "sqlite", "en"))
    return opened_database


@pytest.mark.parametrize("form", FORMS)
def test_the_same_base_gives_the_same_bytes(base: Base, form: str) -> None:
    """An export holds nothing of the moment, so that two can be compared."""
    assert exported(base, form, "fr") == exported(base, form, "fr")


@pytest.mark.parametrize("form", [form for form in FORMS if form != "sqlite"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_fact_is_in_every_form(base: Base, form: str, language: str) -> None:
    """Each fact stands in each export, in its language."""
    text = exported(base, form, language).decode()
    for fact in base.facts():
        assert fact.id in text
    statement = next(base.facts()).statement[language]
    assert set(re.findall(r"\w{5,}", statement)) <= set(re.findall(r"\w+", text))


@pytest.mark.parametrize("form", FORMS)
def test_a_base_without_facts_can_be_exported(small: dict[str, Any], form: str) -> None:
    """An empty base gives an empty export and no failure."""
    small["facts"], small["partners"][0]["figures"], small["gaps"] = [], [], []
    assert exported(opened(small), form, "en") is not None


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.json", "json"),
        ("A.SQLITE", "sqlite"),
        ("x.y.md", "markdown"),
        ("p.html", "html"),
        ("f.jsonl", "jsonl"),
        ("f.txt", None),
        ("f", None),
    ],
)
def test_the_end_of_a_name_says_the_form(name: str, form: str | None) -> None:
    """The form is read off the name of a file, and not guessed for an end that says nothing."""
    assert form_of(name) == form


def test_json_holds_the_whole_base(base: Base) -> None:
    """The JSON export has all facts, footnotes, partners, sections, topics and voices under the envelope."""
    record = json.loads(exported(base, "json", "fr"))
    assert list(record) == [
        *("schema_version", "data_version", "command", "found", "language"),
        *("report", "sections", "topics", "voices", "partners", "footnotes", "facts"),
    ]
    assert record["facts"] == [fact_record(fact, base, "fr") for fact in base.facts()]
    assert [note["number"] for note in record["footnotes"]] == [note.number for note in base.footnotes()]
    assert [one["key"] for one in record["partners"]] == list(base.partners)
    assert [one["id"] for one in record["sections"]] == list(base.sections)
    assert [one["key"] for one in record["topics"]] == list(base.topics)
    assert {fact["attribution"] for fact in record["facts"]} <= {one["key"] for one in record["voices"]}
    assert record["report"]["title"] == base.report["title"]["fr"]


def test_jsonl_lines_have_the_keys_of_a_result(base: Base) -> None:
    """A line has the keys that the contract gives a result, without its score, and is the fact itself."""
    lines = exported(base, "jsonl", "en").decode().splitlines()
    promised = {
        *("id", "answer", "statement", "value", "unit", "qualifier", "date", "section", "paragraph", "note"),
        *("partners", "topics", "attribution", "caveat", "footnotes"),
    }
    for line, fact in zip(lines, base.facts(), strict=True):
        record = json.loads(line)
        assert promised <= set(record)
        assert "score" not in record
        assert record == fact_record(fact, base, "en")


def test_csv_rows_are_the_records(base: Base) -> None:
    """A row has the cells of a fact: numbers in plain digits, lists joined with semicolons, nothing for null."""
    rows = list(csv.DictReader(StringIO(exported(base, "csv", "fr").decode(), newline=""), strict=True))
    for row, fact in zip(rows, base.facts(), strict=True):
        record = fact_record(fact, base, "fr")
        assert list(row) == [*record, "sources"]
        assert row["statement"] == fact.statement["fr"]
        assert row["footnotes"] == ";".join(map(str, fact.footnotes))
        assert row["partners"].split(";") == (list(fact.partners) or [""])
        assert row["value"] == ("" if fact.value is None else str(fact.value))


def test_csv_cells_stand_as_they_are(small: dict[str, Any]) -> None:
    """A text that a spreadsheet would take for a formula reaches other readers unchanged, and is counted."""
    assert formulas(opened(small), "en") == 0
    small["facts"][0]["answer"]["en"], small["facts"][1]["answer"]["en"] = '=HYPERLINK("x")', "@SUM(1)"
    small["facts"][0]["value"] = -28
    base = opened(small)
    rows = list(csv.DictReader(StringIO(exported(base, "csv", "en").decode())))
    assert [row["answer"] for row in rows[:2]] == ['=HYPERLINK("x")', "@SUM(1)"]
    assert rows[0]["value"] == "-28"
    assert formulas(base, "en") == 2
    assert formulas(base, "fr") == 0


def test_the_bundled_base_has_no_formulas(base: Base) -> None:
    """A spreadsheet takes no cell of the bundled base for a formula."""
    assert formulas(base, "en") == formulas(base, "fr") == 0


def test_markdown_footnotes_are_footnotes(base: Base) -> None:
    """A Markdown parser finds the facts in lists under their sections, and every footnote called and defined."""
    text = exported(base, "markdown", "en").decode()
    tokens = MarkdownIt("commonmark").use(footnote_plugin).parse(text)
    facts = list(base.facts())
    assert sum(token.type == "list_item_open" for token in tokens) == len(facts)
    assert sum(token.type == "heading_open" and token.tag == "h2" for token in tokens) == len(base.sections)
    calls = [child for token in tokens for child in token.children or () if child.type == "footnote_ref"]
    assert len(calls) == sum(len(fact.footnotes) for fact in facts)
    defined = {token.meta["label"] for token in tokens if token.type == "footnote_open"}
    assert defined == {str(number) for fact in facts for number in fact.footnotes}
    assert len(re.findall(r"^\[\^\d+\]:", text, re.MULTILINE)) == len(list(base.footnotes()))


@given(WORDS)
@example("- x")
@example("1. x")
@example("[x]: y")
@example("&amp; <b>")
def test_markdown_shows_the_text_itself(text: str) -> None:
    """Whatever stands in a text, a Markdown parser shows just that text, at the start of a paragraph too."""
    parsed = Page(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escaped(text)))
    assert {tag for tag, _ in parsed.tags} <= {"p"}
    assert parsed.words.split() == text.split()


def test_hostile_markdown_stays_text(small: dict[str, Any]) -> None:
    """Markup in a base reaches the reader of the Markdown export as text."""
    text = exported(opened(hostile(small)), "markdown", "en").decode()
    made = MarkdownIt("commonmark", {"html": True}).use(footnote_plugin).render(text)
    tags = {tag for tag, _ in Page(made).tags}
    assert not tags & {"img", "script"}
    assert not [address for address in Page(made).all("href") if address.startswith("javascript")]
    assert "\u202e" not in text


def test_sqlite_holds_the_whole_base(base: Base) -> None:
    """Each table has its rows, every reference leads somewhere, and both languages stand in columns."""
    tables = database(base)
    facts = list(base.facts())
    expected = {
        "facts": len(facts),
        "footnotes": len(list(base.footnotes())),
        "sources": sum(len(note.sources) for note in base.footnotes()),
        "partners": len(base.partners),
        "sections": len(base.sections),
        "topics": len(base.topics),
        "fact_partners": sum(len(fact.partners) for fact in facts),
        "fact_topics": sum(len(fact.topics) for fact in facts),
        "fact_footnotes": sum(len(fact.footnotes) for fact in facts),
        "report": 1,
    }
    assert {name: tables.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in expected} == expected
    assert tables.execute("PRAGMA foreign_key_check").fetchall() == []
    assert tables.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    names = [(one.name["en"], one.name["fr"], one.summary["fr"]) for one in base.partners.values()]
    assert tables.execute("SELECT name_en, name_fr, summary_fr FROM partners ORDER BY rowid").fetchall() == names
    rows = tables.execute("SELECT id, statement_en, statement_fr, value, note FROM facts ORDER BY rowid").fetchall()
    assert rows == [(fact.id, fact.statement["en"], fact.statement["fr"], fact.value, fact.note) for fact in facts]


FOUND = "SELECT id FROM facts JOIN facts_fts ON facts.rowid = facts_fts.rowid WHERE facts_fts MATCH ? ORDER BY facts.rowid"


@pytest.mark.parametrize(
    ("words", "ids"),
    [("apples", ["ruritania-apples"]), ("poires", ["ruritania-pears"]), ("recolte", ["harvest-start"]), ("denies", ["ruritania-pears"])],
)
def test_sqlite_finds_words_in_both_languages(small: dict[str, Any], words: str, ids: list[str]) -> None:
    """The index finds English and French words, without their accents too, and still does after VACUUM."""
    tables = database(opened(small))
    assert [row[0] for row in tables.execute(FOUND, (words,))] == ids
    tables.execute("VACUUM")
    assert [row[0] for row in tables.execute(FOUND, (words,))] == ids


def test_datasette_finds_the_index(small: dict[str, Any]) -> None:
    """Datasette offers a search for a table whose index names it as its content."""
    (sql,) = database(opened(small)).execute("SELECT sql FROM sqlite_master WHERE rootpage = 0").fetchone()
    assert re.search(r'VIRTUAL TABLE.*USING FTS.*content="facts"', sql, re.IGNORECASE | re.DOTALL)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_page_leads_nowhere_but_within_and_to_sources(base: Base, language: str) -> None:
    """Every link of the page leads to an id that it has, or to an address of a footnote or of the report."""
    parsed = page(base, language)
    ids = parsed.all("id")
    assert len(ids) == len(set(ids))
    known = {base.report["url"], "data:,"} | {source.url for note in base.footnotes() for source in note.sources}
    for address in parsed.all("href"):
        assert address[1:] in ids if address.startswith("#") else address in known
    assert parsed.all("src") == []
    assert {f"fact-{fact.id}" for fact in base.facts()} <= set(ids)


def test_page_names_what_it_runs(base: Base) -> None:
    """The page's policy lets its own style and script run, by their digests, and nothing load."""
    text = exported(base, "html", "en").decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        (inside,) = re.findall(f"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_hostile_page_stays_text(small: dict[str, Any]) -> None:
    """Markup in a base reaches the reader of the page as text, and its addresses become no links."""
    clean, spoilt = page(opened(json.loads(json.dumps(small)))), page(opened(hostile(small)))
    assert sorted({tag for tag, _ in clean.tags}) == sorted({tag for tag, _ in spoilt.tags})
    assert MARKUP.replace("\u202e", "\N{REPLACEMENT CHARACTER}") in spoilt.words
    assert not [address for address in spoilt.all("href") if not address.startswith(("#", "data:"))]
    assert not [name for _, attributes in spoilt.tags for name in attributes if name.startswith("on")]


@given(WORDS)
@example('" onclick="x')
@example("&amp; <b>")
def test_elements_show_the_text_itself(text: str) -> None:
    """Whatever stands in a text or an attribute, an HTML parser finds just that."""
    parsed = Page(element("p", text, "<b>", joined(text), title=text))
    assert [tag for tag, _ in parsed.tags] == ["p"]
    assert parsed.tags[0][1]["title"] == text
    assert parsed.words == f"{text}<b>{text}"


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://www.senat.fr/rap/l25-292/", True),
        ("HTTP://example.org/é?a=1&b=(2)", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://a b", False),
        ("https://a>b", False),
        (" https://a", False),
        ('https://a"onclick=', False),
        ("//example.org", False),
        (None, False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(address: str | None, may: bool) -> None:  # noqa: FBT001 - a column of the table
    """An address that is not of the web, or could end its attribute, stays text."""
    assert linkable(address) is may
