"""The options that commands share, and what they mean together."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kzfacts.cli.environment import on_terminal, wants_colour, width, wished_language
from kzfacts.render.document import Document


class Language(StrEnum):
    """A language that answers come in."""

    EN = "en"
    FR = "fr"


class Colour(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Lang = Annotated[
    Language | None, typer.Option("--lang", envvar="KZFACTS_LANG", case_sensitive=False, help="Language of the answer.", show_default=False)
]
Facts = Annotated[Path | None, typer.Option("--facts", envvar="KZFACTS_FACTS", metavar="FILE", help="Another fact base of the same shape.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object.")]
Color = Annotated[Colour, typer.Option("--color", help="When to colour.")]
Fields = Annotated[str | None, typer.Option("--fields", metavar="A,B", help="With --json, only these fields of each fact.")]
Pager = Annotated[bool, typer.Option("--pager", help="On a terminal, page the answer with $PAGER or less.")]


def interface_language(chosen: Language | None, environment: Mapping[str, str] | None = None) -> str:
    """The language to answer in: the chosen one, else that of LANGUAGE or LANG, else English."""
    return chosen.value if chosen else wished_language(environment)


def coloured(choice: Colour, environment: Mapping[str, str] | None = None) -> bool:
    """Whether standard output gets escape codes; the option wins over the environment."""
    return choice is Colour.ALWAYS or (choice is Colour.AUTO and wants_colour(environment))


def formatted(document: Document, choice: Colour) -> str:
    """*document* as a terminal shows it where there is one or colour is asked for, else as plain text."""
    colour = coloured(choice)
    if colour or on_terminal():
        from kzfacts.render.terminal import terminal

        return terminal(document, width(), colour=colour)
    from kzfacts.render.plain import plain

    return plain(document)


__all__ = [
    "Color",
    "Colour",
    "Facts",
    "Fields",
    "Json",
    "Lang",
    "Language",
    "Pager",
    "coloured",
    "formatted",
    "interface_language",
    "on_terminal",
]
