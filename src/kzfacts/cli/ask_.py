"""``kzfacts ask``: a question, many questions, or only the bare value."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, Language, formatted, interface_language, on_terminal
from kzfacts.cli.streams import Reply, lines, readable
from kzfacts.errors import BadRequest

if TYPE_CHECKING:
    from kzfacts.engine.ask import Answer
    from kzfacts.facts.base import Base
    from kzfacts.render.document import Line, Table


class Wish(NamedTuple):
    """How the answers are to be written."""

    as_json: bool
    value: bool
    explain: bool
    lang: Language | None
    color: Colour


def command(
    words: Annotated[list[str] | None, typer.Argument(help="The question; - reads it from standard input.", show_default=False)] = None,
    batch: Annotated[bool, typer.Option("--batch", help="Answer one question a line from standard input.")] = False,
    value: Annotated[bool, typer.Option("--value", help="Print the bare value alone: 6000, 20.3, 2022-11-28.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why this fact won, or why none may answer.")] = False,
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply | Iterator[Reply]:
    """Ask a question in English, French, Russian or Kazakh; words need no quotes."""
    from kzfacts.engine.ask import ask, languages_of
    from kzfacts.engine.library import open_library

    if batch == bool(words):
        raise BadRequest("ask takes a question, or --batch and none", 'try: kzfacts ask "inflation in 2022"')
    if value and as_json:
        raise BadRequest("--value and --json exclude each other", "kzfacts ask --json --fields value")
    base = open_library(facts)
    languages = languages_of(base)
    wish = Wish(as_json, value, explain, lang, color)
    if batch:
        from kzfacts.cli.batch import answered

        return answered((ask(readable(row), base, languages) for row in lines()), base, wish)
    return reply(ask(_question(words or []), base, languages), base, wish)


def _question(words: list[str]) -> str:
    """The words as typed, or the first line of standard input that is not blank."""
    if words == ["-"]:
        return next((row for row in map(readable, lines()) if row), "")
    return readable(" ".join(words))


def reply(answer: Answer, base: Base, wish: Wish) -> Reply:
    """An answer as it is wished for."""
    language = language_of(answer, wish)
    code = int(not answer.found)
    if wish.as_json:
        from kzfacts.render.records import answer_record, dumped

        record = answer_record(answer, base, language)
        if wish.explain:
            from kzfacts.render.explanation import explanation_record

            record["explain"] = explanation_record(answer, base)
        return Reply(dumped(record), code=code)
    return Reply(_text(answer, base, language, wish), _remarks(answer, base, language, wish), code)


def language_of(answer: Answer, wish: Wish) -> str:
    """The asked-for language, else the question's where answers come in it; English for the other languages."""
    spoken = answer.reading.language
    if wish.lang or spoken is None:
        return interface_language(wish.lang)
    return spoken if spoken in tuple(Language) else Language.EN.value


def _text(answer: Answer, base: Base, language: str, wish: Wish) -> str:
    if not answer.found:
        return ""
    if wish.value:
        return bare_value(answer, language) + "\n"
    from kzfacts.render.fact import answer_view

    return formatted(answer_view(answer, base, language), wish.color)


def bare_value(answer: Answer, language: str) -> str:
    """The value of an answer for a script."""
    from kzfacts.render.document import clean
    from kzfacts.render.value import bare

    return clean(bare(answer.hits[0].fact, answer.reading.kinds, language))


def _remarks(answer: Answer, base: Base, language: str, wish: Wish) -> str:
    """What is said beside the answer: that there is none, that the question was cut, why."""
    if answer.found and not answer.reading.cut and not wish.explain:
        return ""
    from kzfacts.render.fact import cut_line, refusal_view

    rows: list[Line | Table] = [cut_line(language)] if answer.reading.cut else []
    rows += [] if answer.found else refusal_view(answer, language)
    if wish.explain:
        from kzfacts.render.explanation import explanation_view

        rows += explanation_view(answer, base, language)
    return remark(rows)


def remark(rows: list[Line | Table]) -> str:
    """*rows* for standard error: wrapped where a person reads it, never coloured."""
    if not rows:
        return ""
    if sys.stderr is not None and sys.stderr.isatty():
        from kzfacts.cli.environment import width
        from kzfacts.render.terminal import terminal

        return terminal(rows, width(sys.stderr), colour=False)
    from kzfacts.render.plain import plain

    return plain(rows)


__all__ = ["Wish", "bare_value", "command", "language_of", "on_terminal", "remark", "reply"]
