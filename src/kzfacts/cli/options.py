"""The options that commands share, and what they mean together."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

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


Lang = Annotated[Language | None, typer.Option("--lang", envvar="KZFACTS_LANG", help="Language of the answer.")]
Facts = Annotated[Path | None, typer.Option("--facts", envvar="KZFACTS_FACTS", metavar="FILE", help="Another fact base of the same shape.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object.")]
Color = Annotated[Colour, typer.Option("--color", help="When to colour.")]


def interface_language(chosen: Language | None, environment: Mapping[str, str] | None = None) -> str:
    """The language to answer in: the chosen one, else that of LANGUAGE or LANG, else English."""
    if chosen:
        return chosen.value
    environment = os.environ if environment is None else environment
    wished = [*environment.get("LANGUAGE", "").split(":"), environment.get("LC_ALL") or environment.get("LANG", "")]
    for wish in wished:
        code = wish[:2].lower()
        if code in list(Language) and wish[2:3] in ("", "_", ".", "-", "@"):
            return code
    return Language.EN.value


def coloured(choice: Colour, environment: Mapping[str, str] | None = None) -> bool:
    """Whether standard output gets escape codes.

    The option wins over NO_COLOR, that over FORCE_COLOR and CLICOLOR_FORCE, those over the kind of stream.
    """
    environment = os.environ if environment is None else environment
    if choice is not Colour.AUTO:
        return choice is Colour.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return on_terminal() and environment.get("TERM") != "dumb" and environment.get("CLICOLOR") != "0"


def on_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def formatted(document: Document, choice: Colour) -> str:
    """*document* as a terminal shows it where there is one or colour is asked for, else as plain text."""
    colour = coloured(choice)
    if colour or on_terminal():
        from shutil import get_terminal_size

        from kzfacts.render.terminal import terminal

        return terminal(document, get_terminal_size().columns, colour=colour)
    from kzfacts.render.plain import plain

    return plain(document)
