"""``kzfacts show``: one thing by its name."""

from __future__ import annotations

from typing import Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.streams import Reply, readable


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
    from kzfacts.errors import BadRequest

    base = open_library(facts)
    language = interface_language(lang)
    found = resolve(readable(" ".join(reference)), base)
    if value:
        from kzfacts.render.value import bare

        if found.note or found.section or found.paragraph or found.topic:
            raise BadRequest("--value goes with a fact", "kzfacts list facts names them")
        return Reply(bare(found.facts[0], (), language) + "\n")
    if as_json:
        from kzfacts.render.records import dumped, envelope, reference_record

        return Reply(dumped(envelope("show", base, language=language, found=True, **reference_record(found, base, language))))
    from kzfacts.render.reference import reference_view

    return Reply(formatted(reference_view(found, base, language), color))
