"""The value, qualifier and date of a fact, against the report and against the words of both languages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kzfacts.verify.claims import Claim, Kind, Point
from kzfacts.verify.forms import DATE, Form, forms
from kzfacts.verify.match import agrees, amount, hedges, iso_dates, says_date, worth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kzfacts.facts.model import Fact
    from kzfacts.verify.contents import Contents
    from kzfacts.verify.subject import Subject


def figures(fact: Fact, subject: Subject) -> Iterator[Claim]:
    """The claims that *fact* makes in fields of its own."""
    for field, value in (("value", fact.value), ("value_max", fact.value_max)):
        if value is not None:
            yield from _value(fact, subject, field, value)
    if fact.value is not None:
        hedged = hedges(fact.value, subject.passages.own.values())
        yield subject.verdict(Point(Kind.QUALIFIER, "qualifier", None, fact.qualifier or "exactly"), held=(fact.qualifier or "") in hedged)
    if fact.date:
        yield from _date(fact, subject, fact.date)


def _value(fact: Fact, subject: Subject, field: str, value: float) -> Iterator[Claim]:
    said = f"{value} {fact.unit or ''}".strip()
    yield subject.sought(Point(Kind.VALUE, field, None, said), partial(_holds, value, fact.unit), around=False)
    ordered = field == "value" or (fact.value is not None and fact.value < value)
    for language in fact.statement:
        told = _told(fact, language, lambda form: amount(form) is not None and form.kind != DATE) or _told(fact, language, _any)
        yield subject.own_words(Point(Kind.VALUE, field, language, said), held=ordered and worth(value, fact.unit, told))


def _date(fact: Fact, subject: Subject, written: str) -> Iterator[Claim]:
    dates = list(iso_dates(written))
    ordered = dates == sorted(set(dates))
    for date in dates:
        yield subject.sought(Point(Kind.DATE, "date", None, written), partial(says_date, date))
        for language in fact.statement:
            told = _told(fact, language, lambda form: form.kind == DATE)
            held = ordered and (not told or any(agrees(date, form) for form in told))
            yield subject.own_words(Point(Kind.DATE, "date", language, written), held=held)


def _holds(value: float, unit: str | None, passage: Contents) -> bool:
    return worth(value, unit, passage.forms)


def _any(_form: Form) -> bool:
    return True


def _told(fact: Fact, language: str, wanted: Callable[[Form], bool]) -> list[Form]:
    """The forms in the answer of *fact* that are *wanted*, or else those in its statement."""
    for text in (fact.answer, fact.statement):
        if told := [form for form in forms(text[language], language) if wanted(form)]:
            return told
    return []
