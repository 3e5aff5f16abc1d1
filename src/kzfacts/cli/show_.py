"""``kzfacts show``: one thing by its name."""

from __future__ import annotations

from typing import Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.streams import Reply, readable
from kzfacts.errors import BadRequest, UnknownName


def command(
    reference: Annotated[list[str], typer.Argument(help="A fact's id, a footnote (note 44), section (E.1.b), paragraph (p51) or topic.")],
    value: Annotated[bool, typer.Option("--value", help="The bare value of a fact alone.")] = False,
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply:
    """One fact, footnote, section, paragraph or topic, with what belongs to it."""
    from kzfacts.engine.library import open_library
    from kzfacts.engine.references import resolve

    if value and as_json:
        raise BadRequest("--value and --json exclude each other", "kzfacts show --json --fields value")
    base = open_library(facts)
    language = interface_language(lang)
    try:
        found = resolve(readable(" ".join(reference)), base)
    except UnknownName as error:
        if not as_json:
            raise
        from kzfacts.render.records import dumped, unknown_record

        return Reply(dumped(unknown_record("show", error, base, language)), code=error.exit_code)
    if value:
        from kzfacts.render.document import clean
        from kzfacts.render.value import bare

        if found.note or found.section or found.paragraph or found.topic:
            raise BadRequest("--value goes with a fact", "kzfacts list facts names them")
        return Reply(clean(bare(found.facts[0], (), language)) + "\n")
    if as_json:
        from kzfacts.render.records import dumped, show_reply

        return Reply(dumped(show_reply(found, base, language)))
    from kzfacts.render.reference import reference_view

    return Reply(formatted(reference_view(found, base, language), color))
