"""``kzfacts schema``: what a reply looks like, for programs."""

from __future__ import annotations

from typing import Annotated

import typer

from kzfacts.cli.options import Color, Colour, Json, formatted
from kzfacts.cli.streams import Reply
from kzfacts.errors import BadRequest


def command(
    name: Annotated[str | None, typer.Argument(help="A command with --json, error, or facts.", show_default=False)] = None,
    as_json: Json = False,
    color: Color = Colour.AUTO,
) -> Reply:
    """The JSON Schema (draft 2020-12) of what a command prints with --json, of errors or of a fact base; without NAME a list."""
    import json

    from kzfacts.render.schemas import FACTS, REPLIES, schema

    names = (*REPLIES, FACTS)
    if name in names:
        return Reply(json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n")
    if name is not None:
        from kzfacts.cli.usage import nearest_of

        raise BadRequest(f"no such schema: {name[:60]}", nearest_of(name, names) or f"the schemas are {', '.join(names)}")
    entries = [(key, str(schema(key)["description"])) for key in names]
    if as_json:
        from kzfacts.render.records import SCHEMA_VERSION, dumped

        listed = [{"name": key, "description": text} for key, text in entries]
        return Reply(dumped({"schema_version": SCHEMA_VERSION, "command": "schema", "found": True, "schemas": listed}))
    from kzfacts.render.document import Table

    return Reply(formatted([Table(tuple(entries), styles=("key",))], color))
