"""kzfacts from Python: open a base, ask, look up; what comes back is what ``--json`` prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzfacts.engine.ask import ask, languages_of
from kzfacts.engine.library import open_library
from kzfacts.engine.partners import find_partner
from kzfacts.engine.references import resolve
from kzfacts.errors import UnknownName
from kzfacts.languages import WRITTEN
from kzfacts.render.records import answer_record, fact_record, partner_reply, show_reply, unknown_record

if TYPE_CHECKING:
    from kzfacts.facts.base import Base

Reply = dict[str, Any]
"""A reply as ``kzfacts schema`` describes it."""


class Library:
    """An open fact base. Made by `load`; not to be shared between threads."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._languages = languages_of(base)

    @property
    def data_version(self) -> str:
        """The version of the base's content."""
        return self._base.data_version

    def ask(self, question: str, language: str | None = None) -> Reply:
        """The reply to *question*, in *language* or its own: `found`, `results` with the answer first, else `suggestions`."""
        answer = ask(question, self._base, self._languages)
        spoken = answer.reading.language if answer.reading.language in WRITTEN else None
        return answer_record(answer, self._base, _checked(language) or spoken or WRITTEN[0])

    def partner(self, name: str, language: str = "en") -> Reply:
        """Everything about one country or organisation, in *language*; `partner` is none for an unknown *name*."""
        language = _checked(language) or WRITTEN[0]
        try:
            partner = find_partner(name, self._base, self._languages)
        except UnknownName as error:
            return partner_reply(None, (), self._base, language, error.suggestions)
        about = (fact for fact in self._base.facts() if partner.key in fact.partners)
        return partner_reply(partner, about, self._base, language)

    def show(self, reference: str, language: str = "en") -> Reply:
        """What *reference* names (a fact's id, ``note 44``, ``E.1.b``, ``p51``, a topic), in *language*, with its facts."""
        language = _checked(language) or WRITTEN[0]
        try:
            return show_reply(resolve(reference, self._base), self._base, language)
        except UnknownName as error:
            return unknown_record("show", error, self._base, language)

    def facts(self, language: str = "en") -> list[Reply]:
        """All facts in the order of the report, in *language*."""
        return [fact_record(fact, self._base, _checked(language) or WRITTEN[0]) for fact in self._base.facts()]


def load(path: str | Path | None = None) -> Library:
    """The fact base at *path*, or the bundled one; `errors.BadFacts` where it cannot be read or is not valid."""
    return Library(open_library(Path(path) if path is not None else None))


def _checked(language: str | None) -> str | None:
    """*language* if answers come in it; `ValueError` for another."""
    if language is not None and language not in WRITTEN:
        raise ValueError(f"answers come in {' and '.join(WRITTEN)}, not in {language!r}")
    return language
