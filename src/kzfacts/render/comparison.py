"""Partners side by side for a person: figure by figure, then where they stand, then what is said of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.comparison import compared, most_telling, stances, together
from kzfacts.render.cells import fact_table, partner_label
from kzfacts.render.document import BLANK, Document, Line, Table, line
from kzfacts.render.figures import MEASURE, measure_blocks, measure_name
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzfacts.engine.comparison import Row
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Partner

NAMED = 3
"""Facts that are named for each stance, and of those that speak of several partners."""


def comparison_view(partners: Sequence[Partner], facts: Sequence[Fact], base: Base, language: str) -> Document:
    """*partners* beside each other, by all *facts* of the base."""
    keys = tuple(partner.key for partner in partners)
    blocks: list[Line | Table] = [line((" · ".join(partner_label(partner, language) for partner in partners), "answer"))]
    for row in compared(facts, keys):
        blocks += [BLANK, line((measure_name(row.figures.measure, base, language), "heading"))]
        blocks += [*measure_blocks(row.figures, base, language, keys), *_silent(row, base, language)]
    blocks += _positions(partners, facts, base, language)
    common = most_telling(together(facts, keys), facts)[: 2 * NAMED]
    if common:
        blocks += [BLANK, line((label("together", language), "heading")), fact_table(common, base, language)]
    return blocks


def _silent(row: Row, base: Base, language: str) -> list[Table]:
    """A row with the partners of which the report gives no such figure."""
    names = ", ".join(partner_label(base.partners[key], language) for key in row.silent)
    cells = (measure_name(row.figures.measure, base, language), names, label("silent", language))
    return [Table((cells,), flow=2, styles=("", "", "muted"), piped=frozenset({MEASURE}), indent=2)] if names else []


def _positions(partners: Sequence[Partner], facts: Sequence[Fact], base: Base, language: str) -> Iterator[Line | Table]:
    """How many facts of each stance each partner has, then the most telling of them."""
    found = {partner.key: stances(facts, partner.key) for partner in partners}
    yield from (BLANK, line((label("positions", language), "heading")))
    rows = tuple(
        (partner_label(partner, language), *(f"{label(stance, language)} {len(some)}" for stance, some in found[partner.key].items()))
        for partner in partners
    )
    yield Table(rows, flow=4, indent=2)
    for partner in partners:
        for stance in ("cooperation", "tension"):
            some = most_telling(found[partner.key][stance], facts)[:NAMED]
            if some:
                head = partner_label(partner, language) + label("colon", language) + label(stance, language).lower()
                yield line((head, "heading"), indent=2)
                yield fact_table(some, base, language)._replace(indent=4)
