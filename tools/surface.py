"""Keep cli/surface.json true: what Tab needs to know of the commands, asked from typer once instead of at every press.

``python tools/surface.py`` says whether it is true, ``python tools/surface.py --write`` makes it true.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import typer

from kzfacts.cli.app import COMMANDS, app
from kzfacts.cli.complete import SURFACE
from kzfacts.cli.french import spoken
from kzfacts.cli.topics import TOPICS
from kzfacts.cli.usage import choices
from kzfacts.render.narrow import valid_fields
from kzfacts.render.schemas import FACTS, REPLIES

ARGUMENTS = {"partner": "partners", "compare": "partners", "show": "references", "cite": "references", "verify": "files"}
"""Command -> the kind of thing that its words name."""

OPTIONS = {"--partner": "partners", "--topic": "topics", "--fields": "fields"}
"""Option -> the kind of thing that its value names."""

DESCRIBED = {
    "en": "English",
    "fr": "French",
    "auto": "On a terminal",
    "always": "Also in a pipe",
    "never": "Nowhere",
    "facts": "Facts with their answers",
    "partners": "Countries and organisations",
    "topics": "Topics of the base",
    "notes": "Footnotes",
    "sections": "Sections of the report",
}
"""Value of an option -> what it means."""


def surface() -> dict[str, Any]:
    """The commands with their help, arguments and options, in each language of the answers."""
    program = typer.main.get_command(app)
    context = typer.Context(program, info_name="kzfacts")
    commands = {name: _command(program.get_command(context, name), name) for name in COMMANDS}  # type: ignore[attr-defined]
    options = {"--help": _texts("This page."), "--version": _texts("Print the version.")}
    return {"commands": commands, "options": options}


def _command(command: Any, name: str) -> dict[str, Any]:
    options = {
        spelling: _option(entry, spelling)
        for entry in command.params
        if entry.param_type_name == "option" and not entry.hidden
        for spelling in entry.opts
    }
    arguments = [entry for entry in command.params if entry.param_type_name == "argument"]
    return {
        "help": _texts(COMMANDS[name]),
        "argument": _argument(arguments[0], name) if arguments else {"takes": "", "many": False},
        "options": options | {"--help": {"help": _texts("This page."), "takes": "", "same": ["-h"]}},
        "fields": valid_fields(name),
    }


def _argument(entry: Any, name: str) -> dict[str, Any]:
    values = {"help": [*TOPICS, *COMMANDS], "schema": [*REPLIES, FACTS]}.get(name) or choices(entry)
    if values:
        return {
            "takes": "values",
            "many": False,
            "values": {value: _texts(COMMANDS.get(value) or DESCRIBED.get(value, "")) for value in values},
        }
    return {"takes": ARGUMENTS.get(name, ""), "many": name == "compare"}


def _option(entry: Any, spelling: str) -> dict[str, Any]:
    texts = {"help": _texts(" ".join((entry.help or "").split())), "same": [other for other in entry.opts if other != spelling]}
    if entry.is_flag:
        return texts | {"takes": ""}
    if values := choices(entry):
        return texts | {"takes": "values", "values": {value: _texts(DESCRIBED.get(value, "")) for value in values}}
    return texts | {"takes": OPTIONS.get(spelling) or ("files" if entry.metavar == "FILE" else "anything")}


def _texts(text: str) -> dict[str, str]:
    return {"en": text, "fr": spoken(text, "fr")}


def written() -> str:
    """The surface as its file must hold it."""
    return json.dumps(surface(), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Check or write the surface; 1 where it is not true."""
    text = written()
    if SURFACE.is_file() and SURFACE.read_text(encoding="utf-8") == text:
        return 0
    if "--write" in sys.argv:
        SURFACE.write_text(text, encoding="utf-8")
        return 0
    print("cli/surface.json is out of date: run python tools/surface.py --write", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
