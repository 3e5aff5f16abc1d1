"""What the environment and the streams say of the person: the language, colour, width. Loaded before typer is."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

LANGUAGES = ("en", "fr")
"""The languages that answers come in."""

UNWRAPPED = 100_000
"""Columns of a pipe: more than any line has."""


def wished_language(environment: Mapping[str, str] | None = None) -> str:
    """The first language of LANGUAGE and the locale that answers come in, else English."""
    environment = os.environ if environment is None else environment
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    for wish in (*environment.get("LANGUAGE", "").split(":"), locale):
        code = wish[:2].lower()
        if code in LANGUAGES and wish[2:3] in ("", "_", ".", "-", "@"):
            return code
    return LANGUAGES[0]


def wants_colour(environment: Mapping[str, str] | None = None) -> bool:
    """Whether standard output gets escape codes when no option says so.

    NO_COLOR wins over FORCE_COLOR and CLICOLOR_FORCE, those over the kind of stream.
    """
    environment = os.environ if environment is None else environment
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return on_terminal() and environment.get("TERM") != "dumb" and environment.get("CLICOLOR") != "0"


def on_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def width(stream: TextIO | None = None) -> int:
    """The columns of the terminal behind *stream* (standard output for none); `UNWRAPPED` where there is none."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size((stream or sys.stdout).fileno()).columns or USUAL
    except (OSError, ValueError, AttributeError):
        return USUAL if on_terminal() else UNWRAPPED


USUAL = 80
"""Columns of a terminal that does not tell."""
