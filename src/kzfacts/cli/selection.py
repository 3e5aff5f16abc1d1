"""The options that choose facts by partner and topic, and what they choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kzfacts.cli.streams import readable

if TYPE_CHECKING:
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact

OfPartner = Annotated[str | None, typer.Option("--partner", metavar="NAME", help="Only facts about this country or organisation.")]
About = Annotated[str | None, typer.Option("--topic", metavar="KEY", help="Only facts on this topic; kzfacts list topics names them.")]


def chosen(base: Base, partner: str | None, topic: str | None) -> list[Fact]:
    """The facts of *base* about the partner and the topic that these names mean; none stands for any."""
    from kzfacts.engine.selection import find_topic, selected

    key = None
    if partner is not None:
        from kzfacts.engine.ask import languages_of
        from kzfacts.engine.partners import find_partner

        key = find_partner(readable(partner), base, languages_of(base)).key
    return selected(base.facts(), key, find_topic(readable(topic), base) if topic is not None else None)


def taken_for(typed: str | None, base: Base, language: str) -> str:
    """That a misspelt partner's name was taken for another, so that nobody reads of a partner unawares; else nothing."""
    from kzfacts.engine.ask import languages_of
    from kzfacts.engine.partners import find_partner, is_misspelt

    name = readable(typed or "")
    languages = languages_of(base)
    if not name or not is_misspelt(name, languages):
        return ""
    from kzfacts.render.document import clean
    from kzfacts.render.labels import label

    found = find_partner(name, base, languages).name[language]
    return clean(label("taken for", language).format(typed=name[:100], name=found)) + "\n"
