"""A whole base held against a reader's copy of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzfacts.verify.check import Checker
from kzfacts.verify.claims import Claim, Status
from kzfacts.verify.coverage import Uncovered, uncovered
from kzfacts.verify.fingerprint import Edition, edition
from kzfacts.verify.report import decoded, outline, parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact

    Watch = Callable[[list[Fact]], Iterable[Fact]]
    """Yields the facts that it is given, and may show how far it is."""


class Verification(NamedTuple):
    """What came of it: the copy's edition, every claim, and the sentences that no fact speaks for."""

    edition: Edition
    claims: tuple[Claim, ...]
    uncovered: tuple[Uncovered, ...]

    @property
    def holds(self) -> bool:
        """Whether the copy is the edition that the facts were written from, and no claim is without a place in it."""
        return not self.edition.differing and not any(claim.status is Status.NOT_FOUND for claim in self.claims)

    def elsewhere(self, claim: Claim) -> bool:
        """Whether *claim* was looked for in a passage of another edition, so that it need not be false."""
        return bool(set(self.edition.differing) & set((claim.where or "").split(", ")))


def verify(base: Base, content: bytes, name: str, watch: Watch = iter) -> Verification:
    """*base* held against *content*, the bytes of a copy of the report that messages call *name*.

    `BadReport` where the copy cannot be read as the report, `HalfReport` where a part of it is missing.
    """
    report = parsed(decoded(content, name), outline(base))
    copy = edition(report, base, name)
    checker = Checker(base, copy)
    facts = list(base.facts())
    claims = [claim for fact in watch(facts) for claim in checker.fact(fact)]
    claims += [claim for note in base.footnotes() for claim in checker.footnote(note)]
    claims += [claim for partner in base.partners.values() for claim in checker.summary(partner)]
    return Verification(copy, tuple(claims), tuple(uncovered(facts, checker.places, checker.names)))
