"""Many answers as lines of JSON."""

from __future__ import annotations

import pytest

from kzfacts.engine.ask import Answer, ask, languages_of
from kzfacts.engine.library import open_library
from kzfacts.render.lines import Lines
from kzfacts.render.records import answer_record, dumped

BASE = open_library()
LANGUAGES = languages_of(BASE)

QUESTIONS = (
    "How many Chinese companies operate in Kazakhstan?",
    "How many Chinese companies operate in Kazakhstan?",  # from memory the second time
    "inflation in 2022",
    "how many Turkish companies work there",
    "qwzx",
    'quoted "words" and \\ slashes',
    "a bell \a and a line separator \u2028",
    "",
)


def _answers() -> list[Answer]:
    return [ask(question, BASE, LANGUAGES) for question in QUESTIONS]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_line_is_to_the_letter_what_one_question_alone_gets(language: str) -> None:
    lines = Lines(BASE)
    assert [lines.line(answer, language) for answer in _answers()] == [
        dumped(answer_record(answer, BASE, language)) for answer in _answers()
    ]


def test_every_fact_is_written_alike_in_a_line_and_alone() -> None:
    lines, answer = Lines(BASE), ask("inflation in 2022", BASE, LANGUAGES)
    for fact in BASE.facts():
        found = answer._replace(hits=(answer.hits[0]._replace(fact=fact, score=99.5),))
        assert lines.line(found, "fr") == dumped(answer_record(found, BASE, "fr"))
