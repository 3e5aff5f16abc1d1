"""A fact as a bare value for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.facts.model import Fact


def bare(fact: Fact, kinds: Sequence[str], language: str) -> str:
    """The figure in plain digits, an ISO date, else the short answer.

    A question that asks *when* (its *kinds* say so) gets the date of a fact that has both.
    """
    wants_date = "date" in kinds and "number" not in kinds
    if fact.date and (wants_date or (fact.value is None and fact.kinds[:1] == ("date",))):
        return fact.date
    if fact.value is None:
        return fact.answer[language]
    if fact.value_max is None:
        return digits(fact.value)
    return f"{digits(fact.value)}-{digits(fact.value_max)}"


def digits(value: float) -> str:
    """*value* in plain ASCII digits with a point: ``6000``, ``20.3``, ``30000000000``."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))
