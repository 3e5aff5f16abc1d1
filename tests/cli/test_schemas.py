"""The published schemas describe the replies that the commands really give."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from kzfacts.render.schemas import REPLIES, schema
from tests.cli.command import SMALL, run

if TYPE_CHECKING:
    from pathlib import Path

REAL = [
    ("ask", "inflation in 2022"),
    ("ask", "combien d'entreprises chinoises ?"),
    ("ask", "--explain", "how many tractors"),
    ("ask", "who won the tennis in narnia"),
    ("ask", ""),
    ("ask", "population of kazakhstan"),
    ("partner", "russia"),
    ("partner", "Allemagne", "--lang", "fr"),
    ("partner", "narnia"),
    ("show", "inflation-2022"),
    ("show", "note", "61"),
    ("show", "E.1.b"),
    ("show", "p51"),
    ("show", "diplomacy"),
    ("show", "narnia"),
    ("list", "facts"),
    ("list", "partners"),
    ("list", "topics"),
    ("list", "notes"),
    ("list", "sections"),
    ("timeline",),
    ("timeline", "--since", "2022", "--until", "2022-06"),
    ("figures",),
    ("figures", "--partner", "china"),
    ("compare", "russia", "china"),
    ("cite", "inflation-2022"),
    ("cite", "report", "--format", "bibtex"),
]
"""Command lines whose replies have the schema of their command."""

WRONG = [
    ("cite", "narnia"),
    ("ask",),
    ("ask", "x", "--facts", "/nowhere"),
    ("compare", "russia"),
    ("compare", "russia", "narnia"),
    ("list", "cats"),
    ("nope",),
    ("verify", "/nowhere"),
    ("verify", SMALL),
]
"""Command lines whose replies have the schema of errors."""


def strict(rules: Any) -> Any:
    """*rules* that refuse every key they do not name, so that no reply grows one unseen."""
    if isinstance(rules, list):
        return [strict(part) for part in rules]
    if not isinstance(rules, dict):
        return rules
    closed = {name: strict(part) for name, part in rules.items()}
    return closed | {"additionalProperties": False} if rules.get("type") == "object" and "properties" in rules else closed


def broken(reply: Any, rules: Any) -> list[str]:
    """Where *reply* breaks *rules*, and how."""
    return [f"{wrong.json_path}: {wrong.message[:200]}" for wrong in Draft202012Validator(rules).iter_errors(reply)]


@pytest.mark.parametrize("arguments", REAL, ids=" ".join)
def test_replies_keep_their_schema(arguments: tuple[str, ...], home: Path) -> None:
    """A real reply is valid under the schema of its command, holds nothing that the schema does not name, and found tells the exit code."""
    ended = run(home, [*arguments, "--json"])
    assert broken(ended.json, strict(schema(arguments[0]))) == []
    assert ended.json["command"] == arguments[0]
    assert ended.json["found"] is (ended.code == 0)
    assert ended.err == ""


def test_a_verification_keeps_its_schema(home: Path) -> None:
    """The reply of verify is valid under its schema, and found tells the exit code."""
    report = os.environ.get("KZFACTS_REPORT")
    if not report:
        pytest.skip("needs a copy of the report: KZFACTS_REPORT names none")
    ended = run(home, ["verify", report, "--json"])
    assert broken(ended.json, strict(schema("verify"))) == []
    assert ended.json["found"] is (ended.code == 0)
    assert sorted(ended.json) == sorted([*HEAD, "edition", "sums", "claims", "uncovered", "limits"])
    assert sorted(ended.json["claims"][0]) == sorted(
        ["id", "kind", "field", "language", "said", "status", "where", "reason", "other_edition"]
    )


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_errors_keep_their_schema(arguments: tuple[str, ...], home: Path) -> None:
    """An error with --json is valid under the schema of errors."""
    ended = run(home, [*arguments, "--json"])
    assert broken(ended.json, strict(schema("error"))) == []
    assert ended.code
    assert ended.json.get("found", False) is False
    assert ended.err == ""


@pytest.mark.parametrize("name", [*REPLIES, "facts"])
def test_schemas_are_printed(name: str, home: Path) -> None:
    """Every schema is printed, is valid draft 2020-12, complete in itself, versioned and described throughout."""
    ended = run(home, ["schema", name])
    printed = json.loads(ended.out)
    Draft202012Validator.check_schema(printed)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert printed["description"]
    assert printed["properties"]["schema_version"]["const"] == 1
    named = {part for part in json.dumps(printed).split('"') if part.startswith("#/$defs/")}
    assert {part.removeprefix("#/$defs/") for part in named} <= {*printed["$defs"]}


def test_the_bases_keep_their_schema(raw: dict[str, Any], small: dict[str, Any]) -> None:
    """The bundled base and the small one are valid under the published schema of a base."""
    for base in (raw, small):
        assert broken(base, schema("facts")) == []


# The lists below are typed by hand. Do not make them from the schemas or the code: what scripts rely on changes only
# when somebody changes it here, on purpose.

FACT = [
    "id",
    "answer",
    "statement",
    "value",
    "value_max",
    "unit",
    "qualifier",
    "measure",
    "scope",
    "date",
    "section",
    "paragraph",
    "note",
    "partners",
    "topics",
    "attribution",
    "stance",
    "caveat",
    "related",
    "disagrees",
    "footnotes",
]
FOOTNOTE = ["number", "paragraph", "text", "sources", "caveat"]
SOURCE = ["title", "publisher", "date", "url"]
PARTNER = ["key", "name", "kind", "summary", "figures", "aliases"]
HEAD = ["schema_version", "data_version", "command", "found", "language"]

KEYS = {
    ("ask", "inflation in 2022"): [*HEAD, "question", "status", "results", "suggestions", "gap"],
    ("partner", "russia"): [*HEAD, "partner", "facts", "suggestions"],
    ("show", "inflation-2022"): [*HEAD, "facts", "same_note"],
    ("show", "note", "61"): [*HEAD, "facts", "note"],
    ("show", "E.1"): [*HEAD, "facts", "section"],
    ("show", "p51"): [*HEAD, "facts", "paragraph"],
    ("show", "diplomacy"): [*HEAD, "facts", "topic"],
    ("list", "facts"): [*HEAD, "facts"],
    ("list", "partners"): [*HEAD, "partners"],
    ("timeline",): [*HEAD, "facts", "touching"],
    ("figures",): [*HEAD, "facts", "figures"],
    ("compare", "russia", "china"): [*HEAD, "partners", "facts", "figures"],
    ("cite", "note", "61"): [*HEAD, "key", "section", "paragraph", "note", "footnotes", "format", "citation"],
}


@pytest.mark.parametrize("arguments", KEYS, ids=" ".join)
def test_keys_of_replies(arguments: tuple[str, ...], home: Path) -> None:
    """A reply has the keys that are written here, no more and no fewer, and so have its facts, footnotes and sources."""
    reply = run(home, [*arguments, "--json"]).json
    assert sorted(reply) == sorted(KEYS[arguments])
    facts = reply.get("results", []) + reply.get("facts", [])
    for fact in facts:
        assert sorted(fact) == sorted(FACT + (["score"] if arguments[0] == "ask" else []))
    for note in [note for fact in facts for note in fact["footnotes"]]:
        assert sorted(note) == sorted(FOOTNOTE)
        assert all(sorted(source) == sorted(SOURCE) for source in note["sources"])
    if arguments[:2] == ("show", "note"):
        assert sorted(reply["note"]) == sorted([*FOOTNOTE, "section"])
    if arguments[0] == "partner":
        assert sorted(reply["partner"]) == sorted(PARTNER)


def test_keys_ids_and_numbers_are_the_same_in_both_languages(home: Path) -> None:
    """In French the same reply has other texts and nothing else."""
    texts = {"answer", "statement", "text", "caveat", "name", "summary", "title", "scope", "language"}

    def bones(part: Any) -> Any:
        if isinstance(part, list):
            return [bones(entry) for entry in part]
        return {key: bones(entry) for key, entry in part.items() if key not in texts} if isinstance(part, dict) else part

    english, french = (run(home, ["partner", "china", "--json", "--lang", code]).json for code in ("en", "fr"))
    assert bones(english) == bones(french)
    assert english["facts"][0]["statement"] != french["facts"][0]["statement"]


@pytest.mark.parametrize(
    ("arguments", "key"),
    [(("ask", "apples ruritania"), "results"), (("partner", "ruritania"), "facts"), (("show", "trade"), "facts"), (("timeline",), "facts")],
    ids=str,
)
def test_every_field_can_be_asked_for(arguments: tuple[str, ...], key: str, home: Path) -> None:
    """--fields takes each field of a fact, and the reply then holds that field alone."""
    for field in FACT:
        reply = run(home, [*arguments, "--json", "--fields", field, "--facts", SMALL]).json
        assert all(list(entry) == [field] for entry in reply[key])
        assert reply[key]
