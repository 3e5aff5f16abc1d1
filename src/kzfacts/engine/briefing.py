"""What a briefing on a partner holds: its figures, its dates, and its facts by stance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.chronology import in_order
from kzfacts.engine.comparison import most_telling, stances

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kzfacts.facts.model import Fact, Partner

NAMED = 3
"""Facts of a stance that a short briefing names."""

EVENTS = frozenset({"event", "date"})
"""The kinds of fact that a line of dates is made of."""


class Briefing(NamedTuple):
    """A partner, and all its facts or those of one topic in the order of the report."""

    partner: Partner
    facts: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    """The partner's key figures, without those that are only a date."""
    events: tuple[Fact, ...]
    """Dated facts in order, those that are key and the most telling one of each other date; no figures."""
    stances: Mapping[str, Sequence[Fact]]
    """``cooperation``, ``tension`` and ``neutral`` -> the facts."""
    named: Mapping[str, Sequence[Fact]]
    """The most telling facts of cooperation and of tension, figures and dates above left out."""

    @property
    def short(self) -> tuple[Fact, ...]:
        """The facts that a short briefing shows, each once."""
        named = (fact for some in self.named.values() for fact in some)
        return tuple({fact.id: fact for fact in (*self.figures, *self.events, *named)}.values())


def briefing(partner: Partner, about: Sequence[Fact], facts: Sequence[Fact]) -> Briefing:
    """The briefing on *partner* by the facts *about* it, weighed by what all *facts* refer to."""
    known = {fact.id: fact for fact in about}
    key = [known[name] for name in partner.figures if name in known]
    by_stance = stances(about, partner.key)
    figures = tuple(fact for fact in key if not _only_date(fact))
    events = _events([fact for fact in key if _only_date(fact)], most_telling(about, facts))
    shown = {fact.id for fact in (*figures, *events)}
    named = {
        stance: most_telling((fact for fact in by_stance[stance] if fact.id not in shown), facts)[:NAMED]
        for stance in ("cooperation", "tension")
    }
    return Briefing(partner, tuple(about), figures, events, by_stance, named)


def _only_date(fact: Fact) -> bool:
    return fact.value is None and fact.date is not None


def _events(key: Sequence[Fact], telling: Sequence[Fact]) -> tuple[Fact, ...]:
    """The *key* facts and, of the dates that they leave, the first one each of the *telling* facts on events."""
    taken = {fact.date for fact in key}
    first: dict[str | None, Fact] = {}
    for fact in telling:
        if _only_date(fact) and EVENTS.intersection(fact.kinds) and fact.date not in taken:
            first.setdefault(fact.date, fact)
    return tuple(in_order((*key, *first.values())))
