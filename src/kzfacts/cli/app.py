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
from typer.core import TyperCommand, TyperGroup

from kzfacts import __version__
from kzfacts.cli.environment import wished_language
from kzfacts.cli.shared import shared
from kzfacts.cli.streams import Reply, failure, write
from kzfacts.errors import BadFacts, KzfactsError

COMMANDS = {
    "ask": "Ask a question",
    "partner": "All about one country or organisation",
    "show": "One fact, footnote, section, paragraph or topic",
    "list": "The inventory, one line each",
    "compare": "Partners side by side",
    "timeline": "Dated facts in order",
    "figures": "The numbers, as bars where they can be compared",
    "cite": "A citation to paste: text, BibTeX, CSL-JSON, RIS",
    "export": "The whole base as a file",
    "verify": "Every fact held against your copy of the report",
    "schema": "The JSON Schema of a reply or of a fact base",
    "completion": "The script that completes kzfacts in a shell",
    "help": "Help on a command or a topic",
}
"""Command -> what it gives, in a few words; its module in this package has its name and an underscore."""


class HelpAsked(Exception):
    """Somebody wants to read the help of the command in *context*; typer would print it, here only streams.py does."""

    def __init__(self, context: Any) -> None:
        super().__init__()
        self.context = context


class Command(TyperCommand):
    """A command whose help page is a document like every other answer."""

    def get_help(self, ctx: Any) -> str:
        """Never returns: the help page goes the way of a reply."""
        raise HelpAsked(ctx)


class Commands(TyperGroup):
    """A group that builds a command when it is called."""

    def get_help(self, ctx: Any) -> str:
        """Never returns: the help page goes the way of a reply."""
        raise HelpAsked(ctx)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        """The names of all commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer's signature
        """The command *cmd_name*, none for an unknown one."""
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(add_completion=False)
        module = import_module(f"kzfacts.cli.{cmd_name}_")
        single.command(cmd_name, cls=Command, context_settings=HELP)(shared(module.command, cmd_name))
        command = typer.main.get_command(single)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that *args* call; `BadRequest` with a suggestion for an unknown one."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from kzfacts.cli.usage import unknown_command

            raise unknown_command(args, COMMANDS)
        return super().resolve_command(ctx, args)


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
        return Reply(WELCOME[wished_language()])
    return None


WELCOME = {
    "en": """\
kzfacts: what a French Senate report says of Kazakhstan's foreign policy, with the source

  kzfacts ask how many chinese companies work in kazakhstan
  kzfacts partner russia
  kzfacts show note 61

kzfacts --help lists the commands; kzfacts ask --help the options of one.
""",
    "fr": """\
kzfacts : ce qu'un rapport du Sénat dit de la politique étrangère du Kazakhstan, avec la source

  kzfacts ask combien de sociétés chinoises travaillent au kazakhstan
  kzfacts partner russie
  kzfacts show note 61

kzfacts --help énumère les commandes ; kzfacts ask --help les options de l'une.
""",
}
"""Language -> what ``kzfacts`` alone prints."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line *arguments* and return the exit code."""
    called = next((word for word in arguments if not word.startswith("-")), "")
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    try:
        return write(_replies(arguments))
    except KzfactsError as error:
        wrong = error
    except MemoryError:  # nothing else here is large
        wrong = BadFacts("the fact base is larger than the memory")
    return write([failure(wrong, called if called in COMMANDS else "kzfacts", as_json="--json" in own)])


def _replies(arguments: Sequence[str]) -> Iterable[Reply]:
    """What the called command returns; typer's own complaints become `BadRequest`."""
    try:
        result = typer.main.get_command(app).main(arguments, prog_name="kzfacts", standalone_mode=False)
    except HelpAsked as asked:
        from kzfacts.cli.usage import help_page

        return [help_page(asked.context, COMMANDS)]
    except typer.TyperException as error:
        from kzfacts.cli.usage import complaint

        raise complaint(error) from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    if isinstance(result, int) and result == INTERRUPTED:
        raise KeyboardInterrupt
    if isinstance(result, Reply):
        return [result]
    return [] if result is None or isinstance(result, int) else result


INTERRUPTED = 130
"""What typer returns after Ctrl-C, as shells have it: 128 + SIGINT."""
