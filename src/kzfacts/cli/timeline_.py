"""``kzfacts timeline``: dated facts in order."""

from __future__ import annotations

from shlex import join
from typing import TYPE_CHECKING, Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.selection import About, OfPartner, chosen, taken_for
from kzfacts.cli.streams import Reply

if TYPE_CHECKING:
    from kzfacts.engine.chronology import Slice


def command(
    partner: OfPartner = None,
    topic: About = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this year, month or day on.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="To the end of this year, month or day.")] = None,
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply:
    """Dated facts in order of date."""
    from kzfacts.engine.chronology import between, checked
    from kzfacts.engine.library import open_library

    first, last = (checked(date) if date is not None else None for date in (since, until))
    base = open_library(facts)
    language = interface_language(lang)
    about = chosen(base, partner, topic)
    part = between(about, first, last)
    if as_json:
        from kzfacts.render.records import dumped, envelope, fact_record

        records = [fact_record(fact, base, language) for fact in part.facts]
        near = [fact.id for fact in part.touching]
        return Reply(dumped(envelope("timeline", base, language=language, found=True, facts=records, touching=near)))
    from kzfacts.render.timeline import timeline_view

    remark = taken_for(partner, base, language) + _remark(part, language, {"--partner": partner, "--topic": topic})
    return Reply(formatted(timeline_view(part.facts, base, language), color), remark)


def _remark(part: Slice, language: str, options: dict[str, str | None]) -> str:
    """What a person should know beside the facts: that there are none, and how to see those that come near."""
    from kzfacts.render.labels import label

    remark = "" if part.facts else label("nothing dated", language) + "\n"
    if not part.touching:
        return remark
    years = sorted((fact.date or "")[:4] for fact in part.touching)
    chosen = [word for name, text in options.items() if text is not None for word in (name, text)]
    command = join(["kzfacts", "timeline", *chosen, "--since", years[0], "--until", years[-1]])
    return remark + label("touching", language).format(count=len(part.touching), command=command) + "\n"
