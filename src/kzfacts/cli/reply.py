"""An answer as the person or the script wishes for it: text, JSON or the bare value, with remarks beside it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.cli.options import Colour, Language, formatted, interface_language
from kzfacts.cli.streams import Reply

if TYPE_CHECKING:
    from kzfacts.engine.ask import Answer
    from kzfacts.facts.base import Base
    from kzfacts.render.document import Line, Table


class Wish(NamedTuple):
    """How the answers are to be written."""

    as_json: bool
    value: bool
    explain: bool
    lang: Language | None
    color: Colour


def reply(answer: Answer, base: Base, wish: Wish) -> Reply:
    """An answer as it is wished for."""
    language = language_of(answer, wish)
    code = int(not answer.found)
    if wish.as_json:
        from kzfacts.render.records import answer_record, dumped

        record = answer_record(answer, base, language)
        if wish.explain:
            from kzfacts.render.explanation import explanation_record

            record["explain"] = explanation_record(answer, base)
        return Reply(dumped(record), code=code)
    return Reply(_text(answer, base, language, wish), _remarks(answer, base, language, wish), code)


def language_of(answer: Answer, wish: Wish) -> str:
    """The asked-for language, else the question's where answers come in it; English for the other languages."""
    spoken = answer.reading.language
    if wish.lang or spoken is None:
        return interface_language(wish.lang)
    return spoken if spoken in tuple(Language) else Language.EN.value


def _text(answer: Answer, base: Base, language: str, wish: Wish) -> str:
    if not answer.found:
        return ""
    if wish.value:
        return bare_value(answer, language) + "\n"
    from kzfacts.render.fact import answer_view

    return formatted(answer_view(answer, base, language), wish.color)


def bare_value(answer: Answer, language: str) -> str:
    """The value of an answer for a script."""
    from kzfacts.render.document import clean
    from kzfacts.render.value import bare

    return clean(bare(answer.hits[0].fact, answer.reading.kinds, language))


def _remarks(answer: Answer, base: Base, language: str, wish: Wish) -> str:
    """What is said beside the answer: that there is none, that the question was cut, why."""
    if answer.found and not answer.reading.cut and not wish.explain:
        return ""
    from kzfacts.render.fact import cut_line, refusal_view

    rows: list[Line | Table] = [cut_line(language)] if answer.reading.cut else []
    rows += [] if answer.found else refusal_view(answer, language)
    if wish.explain:
        from kzfacts.render.explanation import explanation_view

        rows += explanation_view(answer, base, language)
    return remark(rows)


def remark(rows: list[Line | Table]) -> str:
    """*rows* for standard error: wrapped where a person reads it, never coloured."""
    if not rows:
        return ""
    if sys.stderr is not None and sys.stderr.isatty():
        from kzfacts.cli.environment import width
        from kzfacts.render.terminal import terminal

        return terminal(rows, width(sys.stderr), colour=False)
    from kzfacts.render.plain import plain

    return plain(rows)
