"""Dated facts in order, and the stretch of time that a date means.

Days are compared as ISO text. A month or year ends on its 31st, which is late enough for any.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.errors import BadRequest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzfacts.facts.model import Fact

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

LONGEST_SHOWN = 40
"""Characters of a wrong date that the refusal repeats."""


class Slice(NamedTuple):
    """A stretch of time's facts in order: those that start in it, and those whose date only reaches into it."""

    facts: tuple[Fact, ...]
    touching: tuple[Fact, ...]


def checked(text: str) -> str:
    """*text* if it is a year, month or day of the calendar in ISO form; `BadRequest` otherwise."""
    from datetime import date  # only here: a timeline without limits does not need it

    match = _DATE.fullmatch(text.strip())
    try:
        if match:
            date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
            return match[0]
    except ValueError:
        pass
    raise BadRequest(f"“{text[:LONGEST_SHOWN]}” is no date", "dates look like 2022, 2022-06 or 2022-06-28")


def start(date: str) -> str:
    """The date, as exact as it is given, on which *date* starts: a span starts where it starts."""
    return date.partition("/")[0]


def first_day(date: str) -> str:
    """The first day that *date* can mean."""
    return (start(date) + "-01-01")[:10]


def last_day(date: str) -> str:
    """The last day that *date* can mean."""
    end = date.rpartition("/")[2]
    return (end + ("-12-31" if len(end) == len("2022") else "-31"))[:10]


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """The dated ones of *facts* by where they start, the less exact date first, a span after what starts with it."""
    return sorted((fact for fact in facts if fact.date), key=lambda fact: (start(fact.date or ""), fact.date or ""))


def between(facts: Iterable[Fact], since: str | None, until: str | None) -> Slice:
    """The dated ones of *facts* from *since* to the end of *until*, either of which may be open."""
    first = first_day(since) if since else ""
    last = last_day(until) if until else "9999-12-31"
    inside: list[Fact] = []
    touching: list[Fact] = []
    for fact in in_order(facts) if first <= last else ():
        date = fact.date or ""
        if first <= first_day(date) <= last:
            inside.append(fact)
        elif first_day(date) <= last and last_day(date) >= first:
            touching.append(fact)
    return Slice(tuple(inside), tuple(touching))


def by_year(facts: Sequence[Fact]) -> Iterator[tuple[str, list[Fact]]]:
    """Each year in which some of *facts*, in order, start, with them."""
    for year, some in groupby(facts, key=lambda fact: (fact.date or "")[:4]):
        yield year, list(some)
