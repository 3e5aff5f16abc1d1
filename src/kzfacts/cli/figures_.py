"""``kzfacts figures``: the numbers, as bars where they can be compared."""

from __future__ import annotations

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.selection import About, OfPartner, chosen, taken_for
from kzfacts.cli.streams import Reply


def command(
    partner: OfPartner = None,
    topic: About = None,
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply:
    """Facts with a figure, measure by measure, with unit, year, scope and caveat."""
    from kzfacts.engine.library import open_library

    base = open_library(facts)
    language = interface_language(lang)
    about = [fact for fact in chosen(base, partner, topic) if fact.value is not None]
    if as_json:
        from kzfacts.engine.comparison import measured
        from kzfacts.render.groups import measured_record
        from kzfacts.render.records import dumped, envelope, fact_record

        records = [fact_record(fact, base, language) for fact in about]
        groups = [measured_record(figures, base, language) for figures in measured(about)]
        return Reply(dumped(envelope("figures", base, language=language, found=True, facts=records, figures=groups)))
    from kzfacts.render.figures import figures_view
    from kzfacts.render.labels import label

    return Reply(
        formatted(figures_view(about, base, language), color),
        taken_for(partner, base, language) + ("" if about else label("no figure", language) + "\n"),
    )
