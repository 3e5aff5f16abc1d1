"""``kzfacts compare``: partners side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.selection import taken_for
from kzfacts.cli.streams import Reply, readable
from kzfacts.errors import BadRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Partner


def command(
    names: Annotated[list[str], typer.Argument(help="Two names or more, in any language.")],
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply:
    """Partners side by side: figures where unit, year and scope agree, then cooperation and tension."""
    from kzfacts.engine.ask import languages_of
    from kzfacts.engine.library import open_library
    from kzfacts.engine.selection import find_partners

    base = open_library(facts)
    language = interface_language(lang)
    partners = find_partners([readable(name) for name in names], base, languages_of(base))
    if len(partners) < 2:  # noqa: PLR2004 - a comparison is of two
        raise BadRequest("compare takes two partners or more", "try: kzfacts compare russia china")
    everything = list(base.facts())
    if as_json:
        return Reply(_dumped(partners, everything, base, language))
    from kzfacts.render.comparison import comparison_view

    remarks = "".join(taken_for(name, base, language) for name in names) if len(names) == len(partners) else ""
    return Reply(formatted(comparison_view(partners, everything, base, language), color), remarks)


def _dumped(partners: Sequence[Partner], facts: Sequence[Fact], base: Base, language: str) -> str:
    from kzfacts.engine.comparison import compared
    from kzfacts.render.groups import positions_record, row_record
    from kzfacts.render.records import dumped, envelope, fact_record, partner_record

    keys = [partner.key for partner in partners]
    records = [partner_record(partner, language) | positions_record(partner, facts) for partner in partners]
    about = [fact_record(fact, base, language) for fact in facts if not {*keys}.isdisjoint(fact.partners)]
    figures = [row_record(row, base, language) for row in compared(facts, keys)]
    return dumped(envelope("compare", base, language=language, found=True, partners=records, facts=about, figures=figures))
