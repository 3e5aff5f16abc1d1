"""``kzfacts list``: the inventory."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.streams import Reply


class Kind(StrEnum):
    """What can be listed."""

    FACTS = "facts"
    PARTNERS = "partners"
    TOPICS = "topics"
    NOTES = "notes"
    SECTIONS = "sections"


def command(
    kind: Annotated[Kind, typer.Argument(help="What to list.")],
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply:
    """The inventory, one line each: a name to show, then what it is."""
    from kzfacts.engine.library import open_library
    from kzfacts.render.inventory import inventory_records, inventory_view

    base = open_library(facts)
    language = interface_language(lang)
    if as_json:
        from kzfacts.render.records import dumped, envelope

        records = inventory_records(kind, base, language)
        return Reply(dumped(envelope("list", base, language=language, found=True, **{kind.value: records})))
    return Reply(formatted(inventory_view(kind, base, language), color))
