"""``kzfacts verify``: the facts held against the reader's own copy of the report."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kzfacts.cli.options import Color, Colour, Facts, Json, Lang, formatted, interface_language
from kzfacts.cli.streams import Reply

if TYPE_CHECKING:
    from kzfacts.facts.model import Fact


def command(
    report: Annotated[Path, typer.Argument(help="The text of the report: its page, copied or saved as text in UTF-8.")],
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
    color: Color = Colour.AUTO,
) -> Reply:
    """Hold every fact against your own copy of the report: figures, dates, names, quotations, footnotes, places."""
    from kzfacts.engine.library import open_library
    from kzfacts.facts.store import read_report
    from kzfacts.verify.verification import verify

    base = open_library(facts)
    language = interface_language(lang)
    result = verify(base, read_report(report), str(report), _shown if sys.stderr is not None and sys.stderr.isatty() else iter)
    code = 0 if result.holds else 1
    if as_json:
        from kzfacts.render.records import dumped, envelope
        from kzfacts.render.verification import verification_record

        return Reply(dumped(envelope("verify", base, language=language, **verification_record(result, language))), code=code)
    from kzfacts.render.verification import verification_view

    return Reply(formatted(verification_view(result, language), color), code=code)


def _shown(facts: list[Fact]) -> Iterable[Fact]:
    """*facts*, with a bar on the terminal that goes away when they are done."""
    from rich.console import Console
    from rich.progress import track

    return track(facts, description="", console=Console(stderr=True), transient=True)
