"""``kzfacts ask``: a question, many questions, or only the bare value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang
from kzfacts.cli.reply import Wish, reply
from kzfacts.cli.streams import Reply, blocks, lines, readable
from kzfacts.errors import BadRequest


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
    wish = Wish(as_json, value, explain, lang, color)
    if batch:
        from kzfacts.cli.batch import answered

        return answered(blocks(), base, wish)
    return reply(ask(_question(words or []), base, languages_of(base)), base, wish)


def _question(words: list[str]) -> str:
    """The words as typed, or the first line of standard input that is not blank."""
    if words == ["-"]:
        return next((row for row in map(readable, lines()) if row), "")
    return readable(" ".join(words))
