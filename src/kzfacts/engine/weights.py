"""What a word weighs: by how few facts use it, how common it is in general language, and what it is."""

from __future__ import annotations

from math import log

KIND_WEIGHT = 1.5
"""What the kind of a question weighs beside its words (tuned; see docs/engine.md)."""

COMMONEST = 0.25
RARE = 3.5
SLOPE = 0.3
"""The least that a common word weighs, the Zipf frequency up to which a word weighs 1, and the loss per unit above."""

HOME = 0.1
"""What the name of a base's own subject weighs beside another name: it goes without saying."""

NAME_LEAST = 0.45
"""The least that a name weighs beside a word that one fact uses: whom a question names matters, however often the
base speaks of them."""

LIGHT = 0.35
"""What a light word weighs beside another one as rare (tuned; see docs/engine.md)."""


def weight(owners: int, total: int) -> float:
    """Inverse document frequency of a term in *owners* of *total* owners, as BM25 has it (Robertson & Zaragoza 2009)."""
    return log(1 + (total - owners + 0.5) / (owners + 0.5))


def commonness(zipf: float) -> float:
    """What a word weighs that is as common in general language as *zipf* says, beside a rare one that weighs 1."""
    return min(1.0, max(COMMONEST, 1 - SLOPE * (zipf - RARE)))
