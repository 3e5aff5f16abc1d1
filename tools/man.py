"""Keep man/kzfacts.1 true: the manual page, made from the commands and the help topics.

``python tools/man.py`` says whether it is true, ``python tools/man.py --write`` makes it true.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kzfacts.cli.app import COMMANDS, app
from kzfacts.cli.examples import EXAMPLES, GROUPS
from kzfacts.cli.topics import TOPICS
from kzfacts.cli.usage import explained, first_paragraph, metavar, option_names, usage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).resolve().parent.parent / "man" / "kzfacts.1"

COMMON = frozenset({"--json", "--fields", "--lang", "--facts", "--color", "--pager"})
"""Options that are explained once, since most commands have them."""


def page() -> str:
    """The page as its file must hold it."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield '.\\" Made by tools/man.py from the commands; do not edit.'
    yield '.TH KZFACTS 1 "" kzfacts "User Commands"'
    yield ".SH NAME"
    yield r"kzfacts \- facts on Kazakhstan's foreign policy from a French Senate report, each with its source"
    yield ".SH SYNOPSIS"
    yield ".B kzfacts"
    yield ".I COMMAND"
    yield "[OPTIONS] [WORDS]"
    yield ".SH COMMANDS"
    commands = dict(_commands())
    for group, names in GROUPS.items():
        yield f".SS {group}"
        for name in names:
            if name in commands:
                yield from _command(name, commands[name])
    yield ".SH COMMON OPTIONS"
    yield "Every command takes those of them that its help page lists."
    for entry in _common(commands):
        yield from _entry(option_names(entry), explained(entry, "en"))
    for topic in ("output", "exit-codes", "environment"):
        yield from _topic(topic)
    yield ".SH EXAMPLES"
    for name in ("kzfacts", "ask", "show", "cite"):
        for example in EXAMPLES[name]:
            yield from (".PP", ".nf", _escaped(example), ".fi")
    yield ".SH SEE ALSO"
    yield ".BR jq (1)"


def _commands() -> Iterator[tuple[str, Any]]:
    program = typer.main.get_command(app)
    context = typer.Context(program, info_name="kzfacts")
    for name in COMMANDS:
        yield name, program.get_command(context, name)  # type: ignore[attr-defined]


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [entry for entry in command.params if entry.param_type_name == "argument"]
    yield from _entry(f"{name} {' '.join(map(usage_of, arguments))}".rstrip(), first_paragraph(command.help))
    own = [entry for entry in command.params if entry.param_type_name == "option" and not COMMON & {*entry.opts}]
    if arguments or own:
        yield ".RS"
        for entry in arguments:
            yield from _entry(metavar(entry), entry.help or "")
        for entry in own:
            yield from _entry(option_names(entry), explained(entry, "en"))
        yield ".RE"


def _common(commands: dict[str, Any]) -> list[Any]:
    found = {entry.opts[0]: entry for command in commands.values() for entry in command.params if COMMON & {*entry.opts}}
    return list(found.values())


def _topic(name: str) -> Iterator[str]:
    literal = False
    for row in TOPICS[name]:
        indented = isinstance(row, str) and row.startswith("  ")
        if indented != literal:
            yield ".nf" if indented else ".fi"
            literal = indented
        if isinstance(row, tuple):
            yield from _entry(*row) if row[0] else [_escaped(row[1])]
        elif row.startswith("# "):
            yield f".SH {row[2:].upper()}" if row == TOPICS[name][0] else f".SS {row[2:]}"
        else:
            yield _escaped(row) if row else ".PP"
    if literal:
        yield ".fi"


def _entry(name: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {_escaped(name)}"
    yield _escaped(text)


def _escaped(text: str) -> str:
    """*text* as roff: no dash that could not be pasted, nothing that is taken for a request."""
    plain = text.replace("\\", r"\e").replace("-", r"\-").replace("…", r"\&...")
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain


def main() -> int:
    """Check or write the page; 1 where it is not true."""
    text = page()
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    if "--write" in sys.argv:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(text, encoding="utf-8")
        return 0
    print("man/kzfacts.1 is out of date: run python tools/man.py --write", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
