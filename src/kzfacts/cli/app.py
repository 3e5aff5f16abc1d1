"""The program: its commands, and the one place that turns errors into exit codes.

A command returns a `Reply`, or an iterator of them, and prints nothing. Each command is loaded only when it is
called, since building all of them costs a tenth of a question; rich, rapidfuzz and the engine are imported inside
the commands that need them for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kzfacts import __version__
from kzfacts.cli.streams import Reply, failure, write
from kzfacts.errors import BadRequest, KzfactsError

COMMANDS = {
    "ask": "Ask a question",
    "partner": "All about one country or organisation",
    "show": "One fact, footnote, section, paragraph or topic",
    "list": "The inventory, one line each",
}
"""Command -> its module in this package, under the same name."""


class Commands(TyperGroup):
    """A group that builds a command when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        """The names of all commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer's signature
        """The command *cmd_name*, none for an unknown one."""
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(add_completion=False)
        module = import_module(f"kzfacts.cli.{cmd_name}_")
        single.command(cmd_name, context_settings=HELP)(module.command)
        command = typer.main.get_command(single)
        command.name = cmd_name
        return command


HELP = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    context_settings=HELP,
    help="Facts on Kazakhstan's foreign policy from a French Senate report, each with its source.",
)


@app.callback(invoke_without_command=True)
def start(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.")] = False,
) -> Reply | None:
    """Facts on Kazakhstan's foreign policy from a French Senate report, each with its source."""
    if version:
        return Reply(f"kzfacts {__version__}\n")
    if ctx.invoked_subcommand is None:
        return Reply(WELCOME)
    return None


WELCOME = """\
kzfacts: what a French Senate report says of Kazakhstan's foreign policy, with the source

  kzfacts ask how many chinese companies work in kazakhstan
  kzfacts partner russia
  kzfacts show note 61

kzfacts --help lists the commands; kzfacts ask --help the options of one.
"""


def run(arguments: Sequence[str]) -> int:
    """Run the command line *arguments* and return the exit code."""
    command = next((word for word in arguments if not word.startswith("-")), "kzfacts")
    try:
        return write(_replies(arguments))
    except KzfactsError as error:
        return write([failure(error, command, as_json="--json" in arguments)])
    except KeyboardInterrupt:
        return INTERRUPTED


INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it: 128 + SIGINT."""


def _replies(arguments: Sequence[str]) -> Iterable[Reply]:
    """What the called command returns; typer's own complaints become `BadRequest`."""
    try:
        result = typer.main.get_command(app).main(arguments, prog_name="kzfacts", standalone_mode=False)
    except typer.TyperException as error:
        raise BadRequest(_lowered(error), "kzfacts --help lists the commands and their options") from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    if isinstance(result, Reply):
        return [result]
    return [] if result is None or isinstance(result, int) else result


def _lowered(error: typer.TyperException) -> str:
    text = getattr(error, "format_message", lambda: str(error))().rstrip(".")
    return text[:1].lower() + text[1:]
