"""``kzfacts ask``: a question, many questions, or only the bare value."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.streams import Reply, readable
from kzfacts.errors import BadRequest


def command(
    words: Annotated[list[str] | None, typer.Argument(help="The question; - reads it from standard input.")] = None,
    batch: Annotated[bool, typer.Option("--batch", help="One question a line from standard input.")] = False,
    value: Annotated[bool, typer.Option("--value", help="The bare value alone.")] = False,
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply | Iterator[Reply]:
    """Ask a question in English, French, Russian or Kazakh; words need no quotes."""
    from kzfacts.engine.ask import Answer, ask, languages_of
    from kzfacts.engine.library import open_library

    if batch == bool(words):
        raise BadRequest("ask needs a question, or --batch and none", 'try: kzfacts ask "inflation in 2022"')
    base = open_library(facts)
    languages = languages_of(base)

    def reply(question: str) -> Reply:
        answer: Answer = ask(question, base, languages)
        spoken = answer.reading.language
        language = lang.value if lang else spoken if spoken in ("en", "fr") else "en" if spoken else interface_language(None)
        if as_json:
            from kzfacts.render.records import answer_record, dumped

            return Reply(dumped(answer_record(answer, base, language)), code=int(not answer.found))
        from kzfacts.render.fact import answer_view, refusal_view

        if not answer.found:
            from kzfacts.render.plain import plain

            return Reply(err=plain(refusal_view(answer, language)), code=1)
        if value:
            from kzfacts.render.value import bare

            return Reply(bare(answer.hits[0].fact, answer.reading.kinds, language) + "\n")
        return Reply(formatted(answer_view(answer, base, language), color))

    return _each(reply) if batch else reply(_question(words or []))


def _question(words: list[str]) -> str:
    if words == ["-"]:
        return readable(sys.stdin.readline() if sys.stdin else "")
    return readable(" ".join(words))


def _each(reply: Callable[[str], Reply]) -> Iterator[Reply]:
    """The reply to each line of standard input, as soon as it is known."""
    for row in sys.stdin or ():
        yield reply(readable(row.rstrip("\r\n")))
