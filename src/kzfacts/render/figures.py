"""Figures for a person: a table for each measure, with bars inside a group that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.comparison import measured, shares
from kzfacts.render.cells import SOURCE_STYLES, source_cells, whose
from kzfacts.render.dates import in_words
from kzfacts.render.document import BLANK, Document, Line, Table, line
from kzfacts.render.labels import label
from kzfacts.render.numbers import amount

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from kzfacts.engine.comparison import Group, Measured
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact

MEASURE, WHO, AMOUNT, WHEN, SAID, SCOPE, PLACE, NAME, VOICE, CAVEAT = range(10)
"""The columns of a row."""

STYLES = ("", "", "answer", "", "", "muted", *SOURCE_STYLES)
BREAKS = frozenset({VOICE, CAVEAT})

LISTED = 3
"""How many units, years or scopes a reason names before it only says that they differ."""


def figures_view(facts: Sequence[Fact], base: Base, language: str) -> Document:
    """The figures among *facts*, measure by measure."""
    blocks: list[Line | Table] = []
    for figures in measured(facts):
        blocks += [BLANK] if blocks else []
        blocks += [line((measure_name(figures.measure, base, language), "heading")), *measure_blocks(figures, base, language)]
    return blocks


def measure_name(measure: str | None, base: Base, language: str) -> str:
    """The name of a measure; its key in words where the base names it not."""
    names = base.measures.get(measure or "")
    return names[language] if names else (measure or label("figure", language)).replace("-", " ").capitalize()


def measure_blocks(figures: Measured, base: Base, language: str, among: Container[str] | None = None) -> Iterator[Line | Table]:
    """A measure's figures: each comparable group under what it shares, then the others under what keeps them apart."""
    groups = [group for group in figures.groups if group.comparable]
    alone = [fact for group in figures.groups if not group.comparable for fact in group.facts]
    for place, group in enumerate(groups):
        if place == 1 and not alone:
            yield _apart(figures, base, language)
        yield from (_shared(group, base, language), _group_table(group, base, language, among))
    if alone:
        if figures.differs:
            yield _apart(figures, base, language)
        yield _table((figure_row(fact, base, language, among) for fact in alone), {MEASURE})


def _group_table(group: Group, base: Base, language: str, among: Container[str] | None) -> Table:
    """Comparable figures; whose they are, or their dates, tell them apart, unless one partner has several of a date."""
    rows = [figure_row(fact, base, language, among) for fact in group.facts]
    apart = len({(row[WHO], row[WHEN]) for row in rows}) == len(rows)
    known = shares(group)
    return _table(rows, {MEASURE, SCOPE} | ({SAID} if apart else set()), tuple(known.get(fact.id) for fact in group.facts))


def _table(rows: Iterable[tuple[str, ...]], piped: set[int], drawn: tuple[tuple[float, float] | None, ...] = ()) -> Table:
    return Table(tuple(rows), flow=SAID, styles=STYLES, piped=frozenset(piped), breaks=BREAKS, shares=drawn, indent=2)


def figure_row(fact: Fact, base: Base, language: str, among: Container[str] | None = None) -> tuple[str, ...]:
    """Measure, partners, figure, date, short answer (the statement where there is no figure), scope, place, id, voice, caveat."""
    return (
        measure_name(fact.measure, base, language),
        whose(fact, base, language, among),
        amount(fact, base.units, language),
        when(fact.date, language),
        (fact.statement if fact.value is None else fact.answer)[language],
        fact.scope[language] if fact.scope else "",
        *source_cells(fact, base, language),
    )


def when(date: str | None, language: str) -> str:
    """A date in words, or that there is none."""
    return in_words(date, language) if date else label("undated", language)


def _shared(group: Group, base: Base, language: str) -> Line:
    """What makes the figures of *group* comparable."""
    first, last = group.facts[0], group.facts[-1]
    dates = (first.date, last.date) if group.series else (first.date,)
    parts = [_unit(first, base, language), " → ".join(when(date, language) for date in dates)]
    parts += [first.scope[language]] if first.scope else []
    return line((label("comparable", language) + label("colon", language) + ", ".join(parts), "muted"), indent=2, hang=2)


def _apart(figures: Measured, base: Base, language: str) -> Line:
    """What keeps the groups of a measure apart."""
    head = "not comparable with these" if figures.groups[0].comparable else "not comparable"
    reasons = ", ".join(_reason(name, figures.facts, base, language) for name in figures.differs)
    return line((label(head, language) + label("colon", language) + reasons, "caveat"), indent=2, hang=2)


def _reason(name: str, facts: Iterable[Fact], base: Base, language: str) -> str:
    """That the unit, date or scope differs, with its values where they are few."""
    values = list(dict.fromkeys(_telling(name, fact, base, language) for fact in facts))
    if values == [label("undated", language)]:
        return label("no year", language)
    return label(f"other {name}", language) + (f" ({' / '.join(values)})" if len(values) <= LISTED else "")


def _telling(name: str, fact: Fact, base: Base, language: str) -> str:
    """The unit, date or scope of *fact* in words."""
    if name == "unit":
        return _unit(fact, base, language)
    if name == "date":
        return when(fact.date, language)
    return fact.scope[language] if fact.scope else label("no scope", language)


def _unit(fact: Fact, base: Base, language: str) -> str:
    name = base.units.get(fact.unit or "", {}).get(language, fact.unit or "")
    return name.replace("{}", "").strip() or (fact.unit or "")


def key_figures(facts: Sequence[Fact], base: Base, language: str) -> Table:
    """*facts* in their own order, with bars where all that can be compared among them is comparable."""
    comparable = [group for figures in measured(facts) for group in figures.groups if group.comparable]
    known = shares(comparable[0]) if len(comparable) == 1 else {}
    drawn = tuple(known.get(fact.id) for fact in facts) if known else ()
    return _table((figure_row(fact, base, language) for fact in facts), {MEASURE, WHO}, drawn)
