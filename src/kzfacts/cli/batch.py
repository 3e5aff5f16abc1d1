"""Many questions: a line of output for each, as soon as it is known."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from kzfacts.cli.options import on_terminal
from kzfacts.cli.reply import bare_value, language_of, remark, reply
from kzfacts.cli.streams import Reply, readable
from kzfacts.cli.workers import shared
from kzfacts.engine.ask import ask, languages_of
from kzfacts.facts.store import reopen
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kzfacts.cli.reply import Wish
    from kzfacts.cli.workers import Answerer
    from kzfacts.engine.ask import Answer
    from kzfacts.facts.base import Base


def answered(blocks: Iterable[list[str]], base: Base, wish: Wish) -> Iterator[Reply]:
    """The reply to each question of *blocks*; on a terminal whole answers, in a pipe one line each, empty for a miss."""
    missed = 0
    for count, said in enumerate(shared(blocks, _answerer(base, wish), lambda: reopen(base)), 1):
        missed += said.code
        yield said._replace(err=_wiped() + said.err + _progress(count, missed))
    yield Reply(err=_wiped())


def _answerer(base: Base, wish: Wish) -> Answerer:
    """What makes a reply of a question and its number."""
    languages = languages_of(base)
    said_of = _replier(base, wish)
    return lambda question, number: said_of(ask(readable(question), base, languages), number)


def _replier(base: Base, wish: Wish) -> Callable[[Answer, int], Reply]:
    """What makes a reply of an answer and its number."""
    if wish.as_json and not wish.explain:
        from kzfacts.render.lines import Lines

        lines = Lines(base)
        return lambda answer, _: Reply(lines.line(answer, language_of(answer, wish)), code=int(not answer.found))
    if wish.as_json:
        return lambda answer, _: reply(answer, base, wish)
    if on_terminal() and not wish.value:
        return lambda answer, _: _whole(answer, base, wish)
    return lambda answer, count: _line(answer, count, base, wish)


def _whole(answer: Answer, base: Base, wish: Wish) -> Reply:
    """The answer as a person reads it, with a blank line behind it."""
    said = reply(answer, base, wish)
    return said._replace(out=said.out + "\n") if said.out else said


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
