"""Many questions: a line of output for each, as soon as it is known."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from kzfacts.cli.options import on_terminal
from kzfacts.cli.reply import bare_value, language_of, remark, reply
from kzfacts.cli.streams import Reply
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzfacts.cli.reply import Wish
    from kzfacts.engine.ask import Answer
    from kzfacts.facts.base import Base


def answered(answers: Iterable[Answer], base: Base, wish: Wish) -> Iterator[Reply]:
    """The reply to each of *answers*; on a terminal whole answers, in a pipe one line each, empty for a miss."""
    whole = wish.as_json or (on_terminal() and not wish.value)
    missed = 0
    for count, answer in enumerate(answers, 1):
        said = reply(answer, base, wish) if whole else _line(answer, count, base, wish)
        missed += said.code
        gap = "\n" if said.out and whole and not wish.as_json else ""
        yield said._replace(out=said.out + gap, err=_wiped() + said.err + _progress(count, missed))
    yield Reply(err=_wiped())


def _line(answer: Answer, count: int, base: Base, wish: Wish) -> Reply:
    """The answer to question *count* as one line of standard output, a miss as an empty one and a remark."""
    from kzfacts.render.document import Table, line
    from kzfacts.render.fact import cut_line, place
    from kzfacts.render.plain import plain

    language = language_of(answer, wish)
    said = [line(f"{count}: ", *cut_line(language).spans)] if answer.reading.cut else []
    if not answer.found:
        why = answer.gap.statement[language] if answer.gap else label("no answer", language)
        echo = f" ({answer.question[:LONGEST_ECHO]})" if answer.question else ""
        return Reply("\n", remark([*said, line(f"{count}: {why}{echo}")]), 1)
    if wish.value:
        return Reply(bare_value(answer, language) + "\n", remark([*said]))
    fact = answer.hits[0].fact
    row = fact.answer[language], fact.statement[language], place(fact, base, language), fact.id
    return Reply(plain([Table((row,))]), remark([*said]))


LONGEST_ECHO = 200
"""Characters of a question that a remark repeats."""


def _watched() -> bool:
    """Whether somebody watches standard error while the answers go elsewhere."""
    seen = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return seen and not on_terminal()


def _progress(count: int, missed: int) -> str:
    return f"{count} read, {missed} without an answer" if _watched() else ""


def _wiped() -> str:
    """What takes the progress away again: back to the first column, erase the line."""
    return "\r\x1b[K" if _watched() else ""
