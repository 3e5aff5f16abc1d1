"""A byte for every owner: a rough score of them all at the cost of a few.

Term after term (Moffat & Zobel 1996 call the sums *accumulators*), a table turns the counts of a posting into what
they add to a score, a byte for each owner, and the bytes of all terms are added as one long integer. That takes a few
microseconds a term whatever the number of its owners. The tables of a question together stay within a byte.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kzfacts.facts.rows import Posting

FULL = 255
"""The greatest sum that a byte holds."""

Curve = int
"""What a count of documents, from 0 to `FULL`, adds: two bytes for each, as one long integer."""


def curve(added: Sequence[float]) -> Curve:
    """The curve of what each count adds, from 0 to 1."""
    return int.from_bytes(b"".join([int(FULL * share).to_bytes(2, "little") for share in added]), "little")


@lru_cache(maxsize=4096)
def table(*curves: tuple[int, Curve]) -> bytes:
    """A count of documents -> what it adds: the sum of some *curves*, each by what it adds at most; all at most `FULL`."""
    return sum([most * added for most, added in curves]).to_bytes(2 * FULL + 2, "little")[1::2]


def accumulated(total: int, gains: Iterable[tuple[Posting, bytes]]) -> bytes:
    """What *gains* add up to for each of *total* owners; each a posting with the table of what its counts add."""
    dense = 0
    sparse = []
    for posting, added in gains:
        if isinstance(posting.owners, range):
            dense += int.from_bytes(posting.counts.translate(added), "little")
        else:
            sparse.append((posting, added))
    sums = bytearray(dense.to_bytes(total, "little"))
    for (owners, counts), added in sparse:
        for owner, more in zip(owners, counts.translate(added), strict=True):
            sums[owner] += more
    return bytes(sums)


def highest(sums: bytes, quota: int) -> list[int]:
    """The places of the *quota* highest of *sums* that are not 0, the highest and then the first ones first."""
    high = _high(sums, quota)
    places: list[int] = []
    for value in sorted({*sorted(high)[-quota:]}, reverse=True):
        place = sums.find(value)
        while place >= 0 and len(places) < quota:
            places.append(place)
            place = sums.find(value, place + 1)
    return places


def _high(sums: bytes, quota: int) -> bytes:
    """Some of *sums*, among them the *quota* highest that are not 0: few enough to be soon sorted."""
    return next((some for low in LOW if len(some := sums.translate(None, low)) >= quota), sums.translate(None, LOW[-1]))


LOW = [bytes(range(least)) for least in (160, 128, 96, 64, 32, 1)]
"""The bytes below some least ones."""


def greatest(sums: bytes, posting: Posting | None = None) -> int:
    """The greatest of *sums*, or of those of the owners of *posting*; 0 where there is none."""
    if posting is None:
        return max(_high(sums, 1), default=0)
    if not isinstance(posting.owners, range):
        return max([sums[owner] for owner in posting.owners], default=0)
    used = int.from_bytes(posting.counts.translate(USED), "little") & int.from_bytes(sums, "little")
    return max(_high(used.to_bytes(len(sums), "little"), 1), default=0)


USED = bytes([0] + [FULL] * FULL)
"""The table that keeps what stands beside a count and blots out what stands beside none."""
