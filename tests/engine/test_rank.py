"""Owners in the order in which they answer."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.engine.rank import COVERAGE, FACTS, FLOOR, GAPS, HALF, LIKENESS, SEEN, SPREAD, TRUST, TYPICALITY, rank
from tests.engine.index import Index

if TYPE_CHECKING:
    from kzfacts.engine.rank import Match
    from kzfacts.facts.base import Base


def ranked(question: str, index: Index) -> list[Match]:
    """The matches of *question* in *index*."""
    return rank(index.reading(question), cast("Base", index))


def sure(documents: int) -> float:
    """How surely so many documents account for a word."""
    return documents / (documents + HALF)


def likely(documents: int, of: int) -> float:
    """The logarithm of how likely a word is that so many documents use *of* all."""
    return log((documents + SEEN) / (of + SPREAD))


def scored(likeness: float, coverage: float, *logs: float) -> float:
    """The score of an owner with this likeness and coverage, whose words are as likely as *logs* say."""
    return LIKENESS * likeness + COVERAGE * coverage + TYPICALITY * (1 + sum(logs) / len(logs) / FLOOR)


def test_the_same_words_are_wholly_alike() -> None:
    """A document with the words of the question has a likeness of 1, one with half of them of two thirds."""
    found = ranked("red apples", Index([[{"red", "apples"}], [{"red"}]]))
    assert [match.position for match in found] == [0, 1]
    assert [match.likeness for match in found] == pytest.approx([1.0, 2 * 1 / (2 + 1)])


def test_a_word_counts_the_more_the_more_documents_use_it() -> None:
    """Coverage is the weight accounted for, n / (n + HALF) of a word that n documents use, over the question's weight."""
    (match,) = ranked("red apples", Index([[{"red", "apples"}, {"apples"}, {"apples", "old"}]], weights={"red": 3.0}))
    assert match.coverage == pytest.approx((3 * sure(1) + 1 * sure(3)) / 4)


def test_a_score_is_made_of_three_parts() -> None:
    """The mean likeness of the three likest documents, the coverage and the typicality, by their shares."""
    index = Index([[{"red", "apples", "x"}, {"apples"}, {"red"}, {"old", "red"}]])
    (match,) = ranked("red apples", index)
    likest = (0.8 + 2 / 3 + 2 / 3) / 3
    assert match.likes == pytest.approx((0.8, 2 / 3, 2 / 3, 0.5))
    assert match.accounts(index.reading("red apples").units).logs == pytest.approx([likely(3, 4), likely(2, 4)])
    assert match.score == pytest.approx(scored(likest, (sure(3) + sure(2)) / 2, likely(3, 4), likely(2, 4)))


def test_an_unknown_word_is_as_untypical_as_can_be() -> None:
    """A word that the base never uses is the same for every owner, and a phrase is as likely as its terms by their shares."""
    index = Index([[{"red"}, {"red", "x"}]])
    phrase = index.unit("red")._replace(weight=4.0, terms={index.numbers["red"]: 3.0, index.numbers["x"]: 1.0})
    reading = index.reading("red")._replace(units=(phrase, index.unit("unknown")))
    (match,) = rank(reading, cast("Base", index))
    assert match.accounts(reading.units).logs == pytest.approx([0.75 * likely(2, 2) + 0.25 * likely(1, 2), -FLOOR])


def test_the_very_words_come_first() -> None:
    """An owner with the question as it stands makes up for nearly all that it lacks, and is before one with many like it."""
    exact, many = ranked("red apples", Index([[{"red", "apples", "x"}] * 9, [{"red", "apples"}]]))
    assert (exact.position, many.position) == (1, 0)
    mixed = scored(1 / 3, sure(1), likely(1, 1), likely(1, 1))
    assert exact.score == pytest.approx(mixed + (1 - mixed) * TRUST)


def test_the_very_words_are_never_overlooked() -> None:
    """An owner with the question as it stands is compared, however many others use its words more."""
    many = [[{"red"}, {"apples"}, {"red", "apples", "x"}]] * 9
    found = ranked("red apples", Index(many, gaps=[*many, [{"red", "apples"}, *[{"x"}] * 40]]))
    assert found[0].position == 18


def test_fewer_than_three_documents_are_no_better_than_three() -> None:
    """What an owner lacks in documents counts as no likeness."""
    three, one = ranked("red", Index([[{"red", "x"}], [{"red", "x"}] * 3]))
    assert (three.position, one.position) == (1, 0)
    assert one.score == pytest.approx(scored(2 / 3 / 3, sure(1), likely(1, 1)))


def test_a_unit_is_accounted_for_by_its_terms() -> None:
    """A phrase of two terms of which an owner uses one is accounted for by the weight of that one."""
    index = Index([[{"red"}, {"red"}], [{"apples"}]])
    phrase = index.unit("red")._replace(weight=4.0, terms={index.numbers["red"]: 3.0, index.numbers["apples"]: 1.0})
    reading = index.reading("red")._replace(units=(phrase, index.unit("unknown")))
    first, second = rank(reading, cast("Base", index))
    units = [phrase, index.unit("unknown"), index.unit("red")]
    assert first.accounts(units).shares == pytest.approx([3 * sure(2) / 4, 0, sure(2)])
    assert second.accounts(units).shares == pytest.approx([1 * sure(1) / 4, 0, 0])
    assert [unit.symbol for unit in first.missing(reading.units)] == ["unknown"]


def test_equals_keep_their_order() -> None:
    """Owners that answer as well come in the order of the base."""
    assert [match.position for match in ranked("red", Index([[{"red"}]] * 4))] == [0, 1, 2, 3]


@pytest.mark.parametrize("question", ["", "unknown words"])
def test_nothing_known_finds_nothing(question: str) -> None:
    """A question without a known word has no match."""
    assert ranked(question, Index([[{"red"}]])) == []


def test_only_so_many_are_compared() -> None:
    """Of many owners that share a word with the question only the best are compared, facts and gaps by themselves."""
    found = ranked("red apples", Index([[{"red"}]] * 30 + [[{"red", "apples"}]], gaps=[[{"red"}]] * 20 + [[{"red", "apples"}]]))
    assert sum(match.position < 31 for match in found) == FACTS
    assert sum(match.position >= 31 for match in found) == GAPS
    assert {found[0].position, found[1].position} == {30, 51}


def test_candidates_use_a_word_often() -> None:
    """Of owners with the same words those are compared whose documents use them most."""
    found = ranked("red", Index([[{"red", "y"}, {"x"}]] * 30 + [[{"red", "y"}, {"red", "x"}]] * FACTS))
    assert {match.position for match in found} == set(range(30, 30 + FACTS))


OWNERS = st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1), min_size=1, max_size=60)
WEIGHTS = st.lists(st.integers(1, 9), min_size=8, max_size=8)


@given(OWNERS, WEIGHTS)
def test_the_candidates_are_those_that_score_most(owners: list[set[str]], weights: list[int]) -> None:
    """The rough score of the candidates loses no owner that scores higher, but for its likeness and for rounding."""
    held: dict[str, Any] = dict(zip("abcdefgh", map(float, weights), strict=True))
    index = Index([[owner] for owner in owners], weights=held)
    question = [word for word in "abcdefgh" if word in index.numbers]
    mass = sum(held[word] for word in question) + 1  # of the unknown word, so that no document has the very words
    kept = {match.position for match in ranked(" ".join([*question, "unknown"]), index)}
    assert len(kept) == min(FACTS, len(owners))

    def score(owner: set[str]) -> float:
        covered: float = COVERAGE * sure(1) * sum(held[word] for word in owner) / mass
        return scored(0, 0, *[likely(word in owner, 1) for word in question], -FLOOR) + covered

    lost = [score(owner) for place, owner in enumerate(owners) if place not in kept]
    assert max(lost, default=0.0) <= min(score(owners[place]) for place in kept) + ROUNDING


ROUNDING = 0.03
"""Eight terms, each with its share of a byte rounded down."""


def test_an_owner_that_shares_no_word_is_no_match() -> None:
    """Where fewer owners share a word than are compared, the others are left out."""
    found = ranked("red", Index([[{"red"}], [{"blue"}]], gaps=[[{"blue"}], [{"red"}]]))
    assert [match.position for match in found] == [0, 3]


def test_documents_far_from_the_question_are_not_looked_at() -> None:
    """A document with a third or less of what the likest one shares is none of the likest."""
    (match,) = ranked("a b c", Index([[{"a", "b", "c"}, {"a"}, {"b", "c"}]]))
    assert match.likes == pytest.approx((1.0, 0.8))
