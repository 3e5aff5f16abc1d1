"""Which figures may stand beside which: those that measure the same, in one unit, for one time and one scope."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kzfacts.facts.model import Fact


class Basis(NamedTuple):
    """What two figures must share to be comparable; *scope* is the English text."""

    measure: str | None
    unit: str | None
    date: str | None
    scope: str | None


class Group(NamedTuple):
    """Figures of one basis, the largest first, or a series of one scope over the years, the earliest first."""

    facts: tuple[Fact, ...]
    series: bool = False

    @property
    def comparable(self) -> bool:
        """Whether it holds figures to compare."""
        return len(self.facts) > 1


class Measured(NamedTuple):
    """All figures of one measure, in groups inside which they may be compared, and in what the groups differ."""

    measure: str | None
    groups: tuple[Group, ...]
    differs: tuple[str, ...]
    """Of ``unit``, ``date`` and ``scope`` those that keep figures apart."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The figures, group by group."""
        return tuple(fact for group in self.groups for fact in group.facts)


class Row(NamedTuple):
    """A measure across partners: its figures, and the keys of the partners for which there is none."""

    figures: Measured
    silent: tuple[str, ...]


def basis(fact: Fact) -> Basis:
    """What *fact* is comparable by."""
    return Basis(fact.measure, fact.unit, fact.date, fact.scope["en"] if fact.scope else None)


def measured(facts: Iterable[Fact]) -> list[Measured]:
    """The figures among *facts* by what they measure, in the order in which each measure first appears."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.value is not None:
            found[fact.measure or f"only {fact.id}"].append(fact)
    return [_measured(some) for some in found.values()]


def _measured(facts: Sequence[Fact]) -> Measured:
    made = groups(facts)
    return Measured(facts[0].measure, made, differing(facts) if len(made) > 1 else ())


def groups(facts: Sequence[Fact]) -> tuple[Group, ...]:
    """*facts* of one measure in groups of one basis, those first that hold several; loners are joined into series where they can be.

    Figures without a date share none: nobody knows whether they are of the same time.
    """
    found: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[basis(fact) if fact.date else fact.id].append(fact)
    together = [Group(tuple(sorted(some, key=lambda fact: -(fact.value or 0)))) for some in found.values() if len(some) > 1]
    alone = [some[0] for some in found.values() if len(some) == 1]
    return tuple(sorted((*together, *_series(alone)), key=lambda group: not group.comparable))


def _series(facts: Sequence[Fact]) -> list[Group]:
    """*facts* of different dates, those in groups that agree in all but the date: unit, scope, partners."""
    found: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[(basis(fact)._replace(date=None), fact.partners) if fact.date else fact.id].append(fact)
    ordered = (sorted(some, key=lambda fact: fact.date or "") for some in found.values())
    return [Group(tuple(some), series=len(some) > 1) for some in ordered]


def differing(facts: Sequence[Fact]) -> tuple[str, ...]:
    """Of unit, date and scope those in which *facts* do not all agree; a date that is not known agrees with none."""
    values = {name: {getattr(basis(fact), name) for fact in facts} for name in ("unit", "date", "scope")}
    return tuple(name for name, some in values.items() if len(some) > 1 or (name == "date" and None in some))


def compared(facts: Iterable[Fact], partners: Sequence[str]) -> list[Row]:
    """The figures of *partners* measure by measure, those first that most of them have."""
    rows = []
    for figures in measured(fact for fact in facts if not {*partners}.isdisjoint(fact.partners)):
        having = {partner for fact in figures.facts for partner in fact.partners}
        rows.append(Row(figures, tuple(partner for partner in partners if partner not in having)))
    return sorted(rows, key=lambda row: len(row.silent))


def shares(group: Group) -> Mapping[str, tuple[float, float]]:
    """For each figure of a comparable *group*, by id, its lower and upper end as shares of the largest; none below zero."""
    ends = {fact.id: (fact.value or 0, fact.value_max or fact.value or 0) for fact in group.facts}
    largest = max(high for _, high in ends.values())
    if not group.comparable or largest <= 0 or min(low for low, _ in ends.values()) < 0:
        return {}
    return {name: (low / largest, high / largest) for name, (low, high) in ends.items()}


def stances(facts: Iterable[Fact], partner: str) -> dict[str, list[Fact]]:
    """The facts about *partner* by their stance: cooperation, tension, neutral."""
    found: dict[str, list[Fact]] = {"cooperation": [], "tension": [], "neutral": []}
    for fact in facts:
        if partner in fact.partners:
            found[fact.stance].append(fact)
    return found


def most_telling(some: Iterable[Fact], facts: Iterable[Fact]) -> list[Fact]:
    """*some* facts, those first that say most of their partners: that most of *facts* refer to, shared among the partners."""
    cited = Counter(name for fact in facts for name in fact.related)
    return sorted(some, key=lambda fact: -cited[fact.id] / max(1, len(fact.partners)))


def together(facts: Iterable[Fact], partners: Sequence[str]) -> list[Fact]:
    """The facts that speak of two of *partners* or more."""
    return [fact for fact in facts if len({*partners}.intersection(fact.partners)) > 1]
