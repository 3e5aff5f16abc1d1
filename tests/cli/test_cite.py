"""``kzfacts cite`` as a person runs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

    Kzfacts = Callable[..., Run]

PLACE = {
    "en": "section E.3, paragraph 53 of part E, note 61",
    "fr": "section E.3, paragraphe 53 de la partie E, note 61",
}


@pytest.mark.parametrize("language", PLACE)
@pytest.mark.parametrize("reference", [("note", "61"), ("61",), ("tractors-thirtyfold-623300",)], ids=" ".join)
def test_text_is_the_default(kzfacts: Kzfacts, reference: tuple[str, ...], language: str) -> None:
    """Without a form the citation is one line of text, with its place in the language asked for."""
    run = kzfacts("cite", *reference, "--lang", language)
    assert (run.code, run.err, run.out.count("\n")) == (0, "", 1)
    assert PLACE[language] in run.out
    assert run.out.endswith("/l25-292_mono.html\n")


@pytest.mark.parametrize(("form", "start"), [("bibtex", "@techreport{"), ("csl-json", "[\n"), ("ris", "TY  - RPRT\n"), ("text", "Valérie")])
def test_every_form_is_printed_bare(kzfacts: Kzfacts, form: str, start: str) -> None:
    """A form goes to standard output and nothing else does, ready for a file."""
    run = kzfacts("cite", "report", "--format", form)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(start)
    assert run.out.endswith("\n")


@pytest.mark.parametrize("word", ["report", "Report", "rapport"])
def test_the_report_is_cited_whole(kzfacts: Kzfacts, word: str) -> None:
    """The report has no section, paragraph or footnote."""
    reply = kzfacts("cite", word, "--json").json
    assert (reply["section"], reply["paragraph"], reply["note"], reply["footnotes"]) == (None, None, None, [])


@pytest.mark.parametrize("form", ["text", "bibtex", "csl-json", "ris"])
def test_json_is_one_object(kzfacts: Kzfacts, form: str) -> None:
    """With --json every form comes in the envelope, as the text that it prints alone."""
    reply = kzfacts("cite", "note", "61", "--format", form, "--json").json
    assert list(reply) == [
        *("schema_version", "data_version", "command", "found", "language"),
        *("key", "section", "paragraph", "note", "footnotes", "format", "citation"),
    ]
    assert (reply["command"], reply["found"], reply["section"], reply["paragraph"], reply["note"]) == ("cite", True, "E.3", 53, 61)
    assert reply["citation"] + "\n" == kzfacts("cite", "note", "61", "--format", form).out


@pytest.mark.parametrize(("reference", "code", "said"), [("note 9999", 1, "nothing named"), ("trade", 2, "no place to cite")])
def test_what_cannot_be_cited(kzfacts: Kzfacts, reference: str, code: int, said: str) -> None:
    """An unknown reference is an answer of nothing, a topic a wrong command line; both are JSON where that is asked for."""
    run = kzfacts("cite", reference)
    assert (run.code, run.out) == (code, "")
    assert said in run.err
    run = kzfacts("cite", reference, "--json")
    assert run.code == code
    assert said in json.loads(run.out)["error"]["message"]


def test_an_unknown_form_is_refused(kzfacts: Kzfacts) -> None:
    """A form that does not exist is a wrong command line."""
    run = kzfacts("cite", "report", "--format", "endnote")
    assert (run.code, run.out) == (2, "")
    assert "endnote" in run.err
