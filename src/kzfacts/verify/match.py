"""Whether a passage or a text bears out a figure, a date or a value."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kzfacts.verify.forms import DATE, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzfacts.verify.contents import Contents

Date = tuple[int, int, int]
"""Year, month and day; 0 for what is not said."""


def says(form: Form, passage: Contents) -> bool:
    """Whether *passage* has the figure or date *form*; a date may be more exact there, or fall into month and year."""
    if isinstance(form.value, tuple):
        return says_date(form.value, passage)
    return any(form.kind == other.kind and form.value == other.value and _fits(form.unit, other.unit) for other in passage.forms)


def _fits(claimed: str, written: str) -> bool:
    """Whether a figure with the unit *claimed* may stand for one *written* with a unit; a bare figure is no percentage."""
    return claimed == written or (not claimed and written != "%")


def says_date(date: Date, passage: Contents) -> bool:
    """Whether *passage* has *date*, whole or as month and year apart."""
    dates = [other.value for other in passage.forms if isinstance(other.value, tuple)]
    year, month, day = date
    if any(_within(date, other) for other in dates):
        return True
    apart = bool(year and month) and any(not other[0] and _within((0, month, day), other) for other in dates)
    return apart and any(_within((year, 0, 0), other) for other in dates)


def _within(date: Date, other: Date) -> bool:
    return all(said in (0, written) for said, written in zip(date, other, strict=True))


def iso_dates(text: str) -> Iterator[Date]:
    """The one or two dates of an ISO date or span; a month or day 00 is one that no text has."""
    for part in text.split("/"):
        year, month, day = ([int(number) or -1 for number in part.split("-")] + [0, 0])[:3]
        yield year, month, day


def agrees(date: Date, form: Form) -> bool:
    """Whether *form* is a date that says nothing else than *date*, as far as both go."""
    told = form.value if isinstance(form.value, tuple) else (0, 0, 0)
    return all(not told_part or not part or told_part == part for part, told_part in zip(date, told, strict=True))


def worth(value: float, unit: str | None, some: Iterable[Form]) -> bool:
    """Whether one of *some* forms is the figure *value*, with *unit* where that is written with figures."""
    exact = Decimal(str(value))
    return any(amount(form) == exact and (form.unit == unit or unit not in WRITTEN) for form in some)


WRITTEN = frozenset({"%", "US dollars", "euros", "tonnes", "km²", "times"})
"""Units that stand beside their figure; others are nouns of the base's own words."""


def amount(form: Form) -> Decimal | None:
    """The number in *form*: of a figure, an ordinal or a year."""
    if form.kind == DATE and isinstance(form.value, tuple):
        return None if any(form.value[1:]) else Decimal(form.value[0])
    return form.value if isinstance(form.value, Decimal) else None


HEDGES: dict[str, str] = {
    "more than": r"plus de|dépass\w+",
    "less than": "moins de",
    "about": "environ|aux alentours de|de l'ordre de",
    "nearly": "près de",
    "almost": "presque|près de",
    "up to": "jusqu'à",
    "barely": "à peine",
    "at least": "au moins",
    "only": "seulement",
}
"""Qualifier -> how the report writes it before a figure."""


def hedges(value: float, passages: Iterable[Contents]) -> set[str]:
    """The qualifiers that *passages* put before the figure *value*; an empty string where it stands bare."""
    exact, found = Decimal(str(value)), set[str]()
    for passage in passages:
        for form in passage.forms:
            if amount(form) == exact:
                before = passage.text[max(0, form.start - REACH) : form.start]
                rounded = {"about"} if passage.text.startswith("un ", form.start) else set[str]()  # un millier
                found |= {name for name, words in HEDGES.items() if re.search(rf"(?:{words})\s*$", before, re.IGNORECASE)} | rounded or {""}
    return found


REACH = 25
"""Characters before a figure in which a qualifier can stand."""
