"""``kzfacts partner``: everything about one country or organisation."""

from __future__ import annotations

from typing import Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.streams import Reply, readable


def command(
    name: Annotated[list[str], typer.Argument(help="Its name, in any language; its capital or leader will do.")],
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply:
    """Everything that the report says of one country or organisation."""
    from kzfacts.engine.ask import languages_of
    from kzfacts.engine.library import open_library
    from kzfacts.engine.partners import find_partner
    from kzfacts.errors import UnknownName

    base = open_library(facts)
    language = interface_language(lang)
    try:
        partner = find_partner(readable(" ".join(name)), base, languages_of(base))
    except UnknownName as error:
        if not as_json:
            raise
        from kzfacts.render.records import dumped, envelope

        nothing = envelope("partner", base, language=language, found=False, partner=None, facts=[], suggestions=list(error.suggestions))
        return Reply(dumped(nothing), code=error.exit_code)
    about = [fact for fact in base.facts() if partner.key in fact.partners]
    if as_json:
        from kzfacts.render.records import dumped, envelope, fact_record, partner_record

        records = [fact_record(fact, base, language) for fact in about]
        record = partner_record(partner, language)
        return Reply(dumped(envelope("partner", base, language=language, found=True, partner=record, facts=records, suggestions=[])))
    from kzfacts.render.partner import partner_view

    return Reply(formatted(partner_view(partner, about, base, language), color))
