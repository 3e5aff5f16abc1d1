"""``kzfacts export``: the whole base as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from kzfacts.cli.options import Facts, Json, Lang, interface_language
from kzfacts.cli.streams import Reply
from kzfacts.errors import BadRequest


class Form(StrEnum):
    """A form that the base comes in."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    SQLITE = "sqlite"
    HTML = "html"


def command(
    form: Annotated[Form | None, typer.Option("--format", help="The form; without it, what FILE ends in, else json.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there; sqlite needs it.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE where it exists.")] = False,
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
) -> Reply:
    """The whole base: data as json, jsonl, csv or sqlite; to read as markdown or as one html page."""
    from kzfacts.engine.library import open_library
    from kzfacts.render.export import exported, form_of

    path = None if output == Path("-") else output
    form = form or Form((path and form_of(path.name)) or Form.JSON)
    if form is Form.SQLITE and not path:
        raise BadRequest("a database needs a file", "kzfacts export --format sqlite --output facts.sqlite")
    base = open_library(facts)
    language = interface_language(lang)
    content = exported(base, form, language)
    warning = _warning(base, language) if form is Form.CSV else ""
    if path:
        from kzfacts.facts.store import save

        save(path, content, force=force)
    if as_json and (path or form is not Form.JSON):
        from kzfacts.render.records import dumped, envelope

        rest: dict[str, Any] = {"output": str(path), "bytes": len(content)} if path else {"content": content.decode()}
        reply = envelope("export", base, language=language, format=form.value, count=base.size, **rest)
        return Reply(dumped(reply), warning)
    if path:
        from kzfacts.render.document import clean
        from kzfacts.render.labels import label

        return Reply(err=label("written", language).format(count=base.size, path=clean(str(path))) + "\n" + warning)
    return Reply(content.decode(), warning)


def _warning(base: Any, language: str) -> str:
    """What to know before a spreadsheet opens the file; nothing for a base without formulas."""
    from kzfacts.render.export.csv_ import formulas
    from kzfacts.render.labels import label

    count = formulas(base, language)
    return label("formulas", language).format(count=count) + "\n" if count else ""
