"""A byte for every owner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.engine.accumulate import FULL, accumulated, curve, greatest, highest, table
from kzfacts.facts.rows import Posting

SOME = curve([0.0, 0.5] + [1.0] * (FULL - 1))
"""Nothing for no document, half for one, all for more."""

COUNTS = st.lists(st.lists(st.integers(0, 3), min_size=12, max_size=12), min_size=1, max_size=5)


def posting(counts: list[int], *, dense: bool) -> Posting:
    """The posting of a term that so many documents of each owner use."""
    owners = range(len(counts)) if dense else [owner for owner, count in enumerate(counts) if count]
    return Posting(owners, bytes(counts[owner] for owner in owners))


@pytest.mark.parametrize(("most", "added"), [(100, [0, 49, 99, 99]), (255, [0, 126, 254, 254]), (0, [0, 0, 0, 0])])
def test_a_table_is_a_curve_times_what_it_adds_at_most(most: int, added: list[int]) -> None:
    """Rounded down, so that tables that add a byte together at most never add more."""
    assert list(table((most, SOME))[:4]) == added


def test_a_table_of_two_curves_is_their_sum() -> None:
    """Each by what it adds at most."""
    every = curve([1.0] * (FULL + 1))
    assert list(table((100, SOME), (55, every))[:3]) == [54, 104, 154]
    assert len(table((1, SOME))) == FULL + 1


@given(COUNTS, st.lists(st.booleans(), min_size=5, max_size=5))
def test_sums_are_the_same_however_a_posting_is_stored(counts: list[list[int]], dense: list[bool]) -> None:
    """Owner by owner, what the tables add for its counts; with counts for all owners or for those that use the term."""
    tables = [table((FULL // len(counts), SOME)) for _ in counts]
    postings = [posting(some, dense=stored) for some, stored in zip(counts, dense, strict=False)]
    sums = accumulated(12, zip(postings, tables, strict=True))
    assert list(sums) == [sum(added[some[owner]] for some, added in zip(counts, tables, strict=True)) for owner in range(12)]


@given(st.binary(max_size=40), st.integers(1, 12))
def test_the_highest_come_first(sums: bytes, quota: int) -> None:
    """By sum, then by place; none with nothing."""
    order = sorted((place for place, value in enumerate(sums) if value), key=lambda place: (-sums[place], place))
    assert highest(sums, quota) == order[:quota]


@given(counts=COUNTS, dense=st.booleans())
def test_the_greatest_sum_among_the_owners_of_a_term(counts: list[list[int]], *, dense: bool) -> None:
    """0 where none uses it."""
    first = counts[0]
    sums = bytes(range(20, 32))
    expected = max((sums[owner] for owner, count in enumerate(first) if count), default=0)
    assert greatest(sums, posting(first, dense=dense)) == expected
