"""A question to an answer: the best fact, or an honest word that the report does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.decide import Verdict, decide
from kzfacts.engine.rank import Match, rank
from kzfacts.engine.reading import Reading, read
from kzfacts.engine.vocabulary import Languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Gap

SUGGESTIONS = 3
"""Near facts that a refusal names."""

RELATED = 3
"""Facts that go with an answer."""


class Hit(NamedTuple):
    """A fact and how well it answers, from 0 to 100."""

    fact: Fact
    score: float


class Answer(NamedTuple):
    """What `ask` found: *hits* with the answer first, or none and the *suggestions* that come near."""

    question: str
    reading: Reading
    hits: tuple[Hit, ...]
    suggestions: tuple[Hit, ...]
    gap: Gap | None
    """The known gap in the report that the question names."""
    verdict: Verdict
    matches: tuple[Match, ...]
    partner: str | None = None
    """The key of the partner whose name is the whole question."""

    @property
    def found(self) -> bool:
        """Whether the report answers the question."""
        return bool(self.hits)


def languages_of(base: Base) -> Languages:
    """The languages that questions to *base* may be in."""
    return Languages(base)


def ask(question: str, base: Base, languages: Languages) -> Answer:
    """The answer of *base* to *question*, typed by a person in any of *languages*."""
    reading = read(question, base, languages)
    matches = rank(reading, base)
    verdict = decide(reading, matches, base)
    near = [match for match in matches if match.position < base.size]
    if verdict.best is None:
        gap = base.gap_at(verdict.gap.position - base.size) if verdict.gap else None
        return Answer(question, reading, (), _nearest(gap, near, base), gap, verdict, tuple(matches), _partner(reading, base))
    best = Hit(base.fact_at(verdict.best.position), round(100 * verdict.sure, 1))
    names = [name for name in (*best.fact.disagrees, *best.fact.related) if name != best.fact.id]
    with_it = [Hit(fact, 0.0) for name in dict.fromkeys(names) if (fact := base.fact(name))]
    return Answer(question, reading, (best, *with_it[:RELATED]), (), None, verdict, tuple(matches))


def _partner(reading: Reading, base: Base) -> str | None:
    """The partner that *reading* names, and asks nothing of."""
    key = (reading.bare_name or "")[1:]
    return key if key and not reading.kinds and key in base.partners else None


def percent(match: Match) -> float:
    """A match's score from 0 to 100, with one decimal."""
    return round(100 * min(1.0, max(0.0, match.score)), 1)


def _nearest(gap: Gap | None, near: Sequence[Match], base: Base) -> tuple[Hit, ...]:
    """What a refusal names as near: what the gap names, then what the question's words found."""
    named = [Hit(fact, 0.0) for name in (gap.near if gap else ()) if (fact := base.fact(name))]
    found = [Hit(base.fact_at(match.position), percent(match)) for match in near[:SUGGESTIONS]]
    return tuple({hit.fact.id: hit for hit in (*named, *found)}.values())[:SUGGESTIONS]
