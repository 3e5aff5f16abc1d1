"""``kzfacts cite``: a citation ready to paste."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kzfacts.cli.options import Facts, Json, Lang, interface_language
from kzfacts.cli.streams import Reply, readable


class Form(StrEnum):
    """A form that citations come in."""

    TEXT = "text"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    RIS = "ris"


REPORT = ("report", "rapport")
"""What names the report as a whole."""


def command(
    reference: Annotated[list[str], typer.Argument(help="A fact's id, a footnote (note 61), section (E.3), paragraph (p53), or report.")],
    form: Annotated[Form, typer.Option("--format", help="The form of the citation.")] = Form.TEXT,
    as_json: Json = False,
    lang: Lang = None,
    facts: Facts = None,
) -> Reply:
    """A citation of a fact, a footnote or the report, with its section, paragraph and footnote."""
    from kzfacts.engine.library import open_library
    from kzfacts.engine.references import resolve
    from kzfacts.render.citation import citation, citation_record
    from kzfacts.render.citation.work import cited, whole

    base = open_library(facts)
    language = interface_language(lang)
    wanted = readable(" ".join(reference))
    work = whole(base, language) if wanted.lower() in REPORT else cited(resolve(wanted, base), base, language)
    if as_json:
        from kzfacts.render.records import dumped, envelope

        return Reply(dumped(envelope("cite", base, language=language, **citation_record(work, form.value, language))))
    return Reply(citation(work, form.value, language))
