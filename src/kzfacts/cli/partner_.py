"""``kzfacts partner``: a briefing on one country or organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.selection import About, taken_for
from kzfacts.cli.streams import Reply, readable

if TYPE_CHECKING:
    from kzfacts.errors import UnknownName
    from kzfacts.facts.base import Base


def command(
    name: Annotated[list[str], typer.Argument(help="Its name, in any language; its capital or leader will do.")],
    topic: About = None,
    brief: Annotated[bool, typer.Option("--brief", help="Summary, figures, dates and the most telling facts alone.")] = False,
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply:
    """Everything that the report says of one country or organisation."""
    from kzfacts.engine.ask import languages_of
    from kzfacts.engine.briefing import briefing
    from kzfacts.engine.library import open_library
    from kzfacts.engine.partners import find_partner
    from kzfacts.engine.selection import find_topic, selected
    from kzfacts.errors import UnknownName

    base = open_library(facts)
    language = interface_language(lang)
    key = find_topic(readable(topic), base) if topic is not None else None
    wanted = readable(" ".join(name))
    try:
        partner = find_partner(wanted, base, languages_of(base))
    except UnknownName as error:
        if as_json:
            return _unknown(error, base, language)
        raise
    everything = list(base.facts())
    made = briefing(partner, selected(everything, partner.key, key), everything)
    if as_json:
        from kzfacts.render.records import dumped, envelope, fact_record, partner_record

        records = [fact_record(fact, base, language) for fact in (made.short if brief else made.facts)]
        record = partner_record(partner, language)
        return Reply(dumped(envelope("partner", base, language=language, found=True, partner=record, facts=records, suggestions=[])))
    from kzfacts.render.partner import brief_view, partner_view

    view = (brief_view if brief else partner_view)(made, base, language, topic=key)
    return Reply(formatted(view, color), taken_for(wanted, base, language))


def _unknown(error: UnknownName, base: Base, language: str) -> Reply:
    from kzfacts.render.records import dumped, envelope

    nothing = envelope("partner", base, language=language, found=False, partner=None, facts=[], suggestions=list(error.suggestions))
    return Reply(dumped(nothing), code=error.exit_code)
