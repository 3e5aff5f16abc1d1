"""``kzfacts help``: the help page of a command, or a page on a topic."""

from __future__ import annotations

from typing import Annotated

import typer

from kzfacts.cli.options import Color, Colour, formatted
from kzfacts.cli.streams import Reply
from kzfacts.errors import BadRequest


def command(
    ctx: typer.Context,
    topic: Annotated[str | None, typer.Argument(help="A command, or exit-codes, environment, output, completion.")] = None,
    color: Color = Colour.AUTO,
) -> Reply:
    """The help page of a command, or a page on a topic: exit-codes, environment, output, completion."""
    from kzfacts.cli.app import COMMANDS, HelpAsked
    from kzfacts.cli.topics import TOPICS, topic_page

    program = ctx.parent or ctx
    if topic is None:
        raise HelpAsked(program)
    if topic in COMMANDS:
        raise HelpAsked(typer.Context(program.command.get_command(program, topic), info_name=topic, parent=program))  # type: ignore[attr-defined]
    if topic not in TOPICS:
        from kzfacts.cli.usage import nearest_of

        raise BadRequest(f"no such topic: {topic[:60]}", nearest_of(topic, [*TOPICS, *COMMANDS]) or f"the topics are {', '.join(TOPICS)}")
    return Reply(formatted(list(topic_page(topic)), color))
