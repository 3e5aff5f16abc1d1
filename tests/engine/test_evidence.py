"""What speaks for and against the best fact."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, cast

import pytest

from kzfacts.engine.evidence import MASS, ODDS, ONE_WORD, VOTERS, WORDS, Evidence, weigh
from kzfacts.engine.rank import HALF, SEEN, SPREAD, rank
from kzfacts.engine.units import CORRECTED
from kzfacts.engine.weights import HOME, NAME_LEAST, weight
from kzfacts.facts.model import Gap
from tests.engine.index import Index
from tests.made import fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.reading import Reading
    from kzfacts.facts.base import Base

RAREST = 4.0


def evidence(  # noqa: PLR0913 - a name for each thing that a test may vary
    index: Index,
    reading: Reading,
    kinds: Sequence[str] = ("thing",),
    margin: float = 0.25,
    gap: Gap | None = None,
    *,
    rarest: float = RAREST,
    turned: bool = False,
) -> Evidence:
    """The evidence for the best fact of *index*, of *kinds*, that *reading* finds."""
    matches = rank(reading, cast("Base", index))
    best = next(match for match in matches if match.position < index.size)
    gaps = [match for match in matches if match.position >= index.size]
    return weigh(reading, matches, best, fact("best", kinds=tuple(kinds)), margin, gaps, gap, rarest, turned=turned)


def asked(question: str, index: Index) -> Evidence:
    """The evidence for the best fact of *index* on the words of *question*."""
    return evidence(index, index.reading(question))


def sure(documents: int) -> float:
    """How surely so many documents account for a word."""
    return documents / (documents + HALF)


def test_shares_are_of_the_best_fact() -> None:
    """Likeness and coverage are the best fact's, the margin is what the caller says."""
    found = asked("red apples", Index([[{"red", "apples"}], [{"red"}]]))
    assert found.likeness == pytest.approx(1.0)
    assert found.coverage == pytest.approx(sure(1))
    assert found.margin == 0.25


@pytest.mark.parametrize(
    ("fact_asks", "gap_asks", "same"),
    [({"red", "apples"}, {"red"}, 1), ({"red", "apples", "on"}, {"red"}, 0), ({"red", "apples"}, {"red", "apples"}, 0)],
)
def test_a_question_in_the_very_words(fact_asks: set[str], gap_asks: set[str], same: float) -> None:
    """A fact has the very question if one of its own has its words and no more, unless a gap has it as well."""
    assert asked("red apples", Index([[fact_asks]], gaps=[[gap_asks]])).same == same


@pytest.mark.parametrize(("words", "matched"), [("red", 1), ("red apples unknown", 2), ("a b c d e f g", 6)])
def test_words_count_up_to_six(words: str, matched: int) -> None:
    """The words accounted for, six of them being as good as more."""
    assert asked(words, Index([[{"red", "apples", *"abcdefg"}]])).matched == pytest.approx(matched / WORDS)


@pytest.mark.parametrize(("weight", "mass"), [(1.0, 1 / (MASS * RAREST)), (1000.0, 1.0)])
def test_the_mass_of_a_question_is_bounded(weight: float, mass: float) -> None:
    """The weight of the words, four of the rarest being as good as more."""
    assert asked("red", Index([[{"red"}]], weights={"red": weight})).mass == pytest.approx(mass)


def test_the_kind_of_answer_is_no_word() -> None:
    """The unit of the kind counts neither as a word nor as mass, but as something to account for."""
    index = Index([[{"red", "?number"}, {"red"}]], weights={"?number": 2.0})
    reading = index.reading("red ?number", ["number"])
    found = evidence(index, reading)
    assert found.matched == pytest.approx(1 / WORDS)
    assert found.mass == pytest.approx(1 / (MASS * RAREST))
    assert found.coverage == pytest.approx((sure(2) + 2 * sure(1)) / 3)


def test_the_weakest_word() -> None:
    """How surely the word is accounted for that is accounted for least."""
    index = Index([[{"heavy", "light"}, {"light"}, {"light"}]], weights={"heavy": 5.0})
    assert asked("light heavy", index).weakest == pytest.approx(sure(1))
    assert asked("light heavy unknown", index).weakest == 0


def test_a_gap_ahead_or_behind() -> None:
    """Lead and lag are the distance to the best gap, each 0 where the other is not."""
    ahead = asked("red apples", Index([[{"red", "apples"}]], gaps=[[{"red"}]]))
    behind = asked("red apples", Index([[{"red"}]], gaps=[[{"red", "apples"}]]))
    assert ahead.lead == pytest.approx(behind.lag)
    assert ahead.lead > 0 == ahead.lag
    assert behind.lag > 0 == behind.lead
    assert asked("red", Index([[{"red"}]])).lead > 0


@pytest.mark.parametrize(("gaps", "like"), [([[{"red", "apples"}]], 1.0), ([[{"red", "apples", "x", "y"}]], 2 / 3), ([], 0.0)])
def test_how_like_the_best_gap_is(gaps: list[list[set[str]]], like: float) -> None:
    """The likeness of its likest question; 0 where no gap comes near."""
    assert asked("red apples", Index([[{"red"}]], gaps=gaps)).gap_like == pytest.approx(like)


@pytest.mark.parametrize(("near", "told"), [(None, (0, 0)), ((), (0, 1)), (("other",), (0, 0)), (("other", "best"), (1, 0))])
def test_what_the_best_gap_is_near_to(near: tuple[str, ...] | None, told: tuple[float, float]) -> None:
    """Whether it names the fact as near, and whether it is near no fact at all; neither without a gap."""
    index = Index([[{"red"}]])
    gap = None if near is None else Gap("gap", near, (), {})
    found = evidence(index, index.reading("red"), gap=gap)
    assert (found.gap_near, found.gap_far) == told


@pytest.mark.parametrize(("words", "names"), [("red", 0), ("red =a", 1 / 3), ("red =a =b =c =d", 1)])
def test_names_count_up_to_three(words: str, names: float) -> None:
    """How many names the question has, three being as good as more."""
    assert asked(words, Index([[{"red", "=a", "=b", "=c", "=d"}]])).names == pytest.approx(names)


def test_the_share_of_words_that_were_mistyped() -> None:
    """Words that are read as others than those typed."""
    index = Index([[{"red", "apples"}]])
    units = (index.unit("red"), index.unit("apples")._replace(surface="aples"))
    assert evidence(index, index.reading("red apples")._replace(units=units)).corrected == 0.5
    assert asked("red", index).corrected == 0


@pytest.mark.parametrize(
    ("words", "kinds", "of_fact", "undefined"),
    [
        ("red ?definition", ["definition"], ["thing"], 1),
        ("red ?definition", ["definition"], ["thing", "definition"], 0),
        ("red apples ?definition", ["definition"], ["thing"], 0),
        ("red faint ?definition", ["definition"], ["thing"], 1),
        ("red", [], ["thing"], 0),
    ],
)
def test_a_bare_name_wants_a_definition(words: str, kinds: list[str], of_fact: list[str], undefined: float) -> None:
    """*What is NATO* names one thing and asks for nothing of it; only a fact that is a definition answers."""
    index = Index([[{"red", "apples", "faint", "?definition"}]], weights={"red": 4.0, "apples": 4.0, "faint": 0.1})
    assert evidence(index, index.reading(words, kinds), of_fact).undefined == undefined


def test_noise_is_noise() -> None:
    """As the reading has it."""
    index = Index([[{"red"}]])
    assert [evidence(index, index.reading("red")._replace(noise=noise)).noise for noise in (True, False)] == [1, 0]


def test_what_either_accounts_for_more_surely() -> None:
    """The gains of a gap, times its likeness, and of the fact, as shares of the question's weight."""
    found = asked("red apples", Index([[{"red"}, {"red"}]], gaps=[[{"red", "apples"}]]))
    assert found.gap_gain == pytest.approx(sure(1) / 2 * 1.0)
    assert found.fact_gain == pytest.approx((sure(2) - sure(1)) / 2)


def test_without_a_gap_the_fact_gains_all() -> None:
    """Where no gap comes near, nothing is lost to one."""
    found = asked("red", Index([[{"red"}]]))
    assert (found.gap_gain, found.fact_gain) == (0, 1)


def test_the_best_gap_alone_tells_what_the_fact_gains() -> None:
    """The gain of the fact is over the best gap; that of a gap is the greatest of those compared."""
    best, worse = [{"red", "x"}] * 3, [{"apples", "y"}]
    found = asked("red apples", Index([[{"red"}] * 3], gaps=[best, worse], weights={"apples": 0.5}))
    assert found.fact_gain == pytest.approx(0)
    like = 2 * 0.5 / (1.5 + 1.5)
    assert found.gap_gain == pytest.approx(0.5 * sure(1) / 1.5 * like)


def test_the_odds_against_the_gaps() -> None:
    """How much likelier the words are among the fact's documents than among a gap's, a word counting so much at most."""
    index = Index([[{"red"}] * 4], gaps=[[{"red", "x"}] * 2])
    odds = log((4 + SEEN) / (4 + SPREAD)) - log((2 + SEEN) / (2 + SPREAD))
    found = asked("red", index)
    assert found.odds == pytest.approx(odds / ODDS)
    assert found.worst_odds == 1
    alone = asked("red", Index([[{"red"}]]))
    assert (alone.odds, alone.worst_odds) == (1, 1)
    near = Index([[{"red", "apples"}] * 30], gaps=[[{"red", "x"}] * 30, [{"red", "apples"}] * 30])
    assert asked("red apples", near).worst_odds == pytest.approx(0)
    far = Index([[{"red", "apples"}] * 90], gaps=[[{"red"}] * 90])
    assert asked("red apples", far).odds == pytest.approx(ONE_WORD / ODDS)


def test_the_likest_documents_vote() -> None:
    """The fact's share of the ten likest documents, each by the square of its likeness."""
    found = asked("red", Index([[{"red"}, {"red", "x"}], [{"red", "y"}]]))
    half = (2 / 3) ** 2
    assert found.votes == pytest.approx((1 + half) / (1 + 2 * half))
    crowd = asked("red", Index([[{"red"}] * VOTERS], gaps=[[{"red", "x"}]]))
    assert crowd.votes == 1


def test_what_the_question_names_and_the_fact_does_not() -> None:
    """A missing name, year or country of the world is said each by itself."""
    index = Index([[{"red"}]], gaps=[[{"=zenda", "2019", "~zz", "#tax"}]], weights={"=zenda": 2.0})
    for word, name in (("=zenda", "missing_name"), ("2019", "missing_year"), ("~zz", "stranger")):
        found = asked(f"red {word}", index)
        assert [field for field in ("missing_name", "missing_year", "stranger") if getattr(found, field)] == [name]
    found = asked("red #tax", index)
    assert (found.missing_name, found.missing_year, found.stranger) == (0, 0, 0)


def test_the_name_of_home_may_be_missing() -> None:
    """A name that goes without saying is no loss."""
    assert asked("red =home", Index([[{"red"}]], gaps=[[{"=home"}]], weights={"=home": 0.2})).missing_name == 0


@pytest.mark.parametrize("facts", [3, 442, 100_000])
def test_the_name_of_home_holds_nothing_in_a_base_of_any_size(facts: int) -> None:
    """As heavy as it gets, it is a chance word; another name as light as it gets, and misspelt, is none."""
    rarest = weight(1, facts)
    for name, heavy, adrift in (("=home", HOME * rarest, 1), ("=zenda", CORRECTED * NAME_LEAST * rarest, 0)):
        index = Index([[{name, "other", "things", "besides"}]], weights={name: heavy})
        assert evidence(index, index.reading(name), rarest=rarest).adrift == adrift


def test_unknown_words_count_by_weight() -> None:
    """The share of the question that the base never uses; words that only another owner uses are known."""
    index = Index([[{"red"}]], gaps=[[{"blue"}]])
    reading = index.reading("red blue strange")
    heavier = reading._replace(units=(*reading.units[:2], reading.units[2]._replace(weight=2.0)))
    assert evidence(index, heavier).missing_unknown == pytest.approx(2 / 4)


@pytest.mark.parametrize(
    ("question", "adrift"),
    [
        ("cloud", True),
        ("cloud tuesday", True),
        ("cloud heavy", True),
        ("heavy weighty", False),
        ("=zenda", False),
        ("2019", False),
        ("#special", False),
        ("#plain", True),
        ("#plain heavy", False),
        ("=home", True),
    ],
)
def test_an_answer_rests_on_more_than_a_chance_word(question: str, *, adrift: bool) -> None:
    """A name, a year or a special concept holds by itself; two words or concepts of some weight hold together."""
    held = {"heavy": 1.5, "weighty": 1.5, "=zenda": 1.0, "2019": 0.1, "#special": 1.9, "#plain": 0.9, "=home": 0.1}
    words = {"cloud", "tuesday", *held}
    found = asked(question, Index([[words | {"all", "sorts"}]], weights=held | {"cloud": 0.5, "tuesday": 0.5}))
    assert found.adrift == adrift


def test_a_stored_question_is_never_adrift() -> None:
    """A question that is stored as it stands needs no word of weight."""
    assert asked("cloud", Index([[{"cloud"}]], weights={"cloud": 0.1})).adrift == 0


@pytest.mark.parametrize(
    ("question", "document", "weight", "adrift"),
    [
        ("cloud", "cloud", 0.7, 0),
        ("cloud", "cloud a", 0.9, 0),
        ("cloud", "cloud a b", 0.9, 1),
        ("cloud", "cloud a", 0.7, 1),
        ("cloud wind", "cloud wind a b", 0.45, 0),
        ("cloud wind", "cloud wind a b", 0.35, 1),
        ("cloud wind", "cloud wind a b c d e f g h i", 0.45, 1),
        ("cloud wind", "cloud a b", 0.6, 1),
    ],
)
def test_a_fact_that_says_the_same_is_not_adrift(question: str, document: str, weight: float, adrift: float) -> None:
    """Two thirds alike is enough, half where two words are found, if the words have some weight and most are accounted for."""
    index = Index([[set(document.split())]], weights=dict.fromkeys(["cloud", "wind", *"abcdefghi"], weight))
    assert asked(question, index).adrift == adrift


def test_a_question_that_turns_the_fact_round_counts_against_it() -> None:
    """As whoever looks at the marks says."""
    index = Index([[{"red"}]])
    assert [evidence(index, index.reading("red"), turned=turned).turned for turned in (False, True)] == [0.0, 1.0]


@pytest.mark.parametrize(("asked_for", "kind"), [((), 0.5), (("thing",), 1.0), (("date",), 0.0), (("date", "thing"), 1.0)])
def test_the_kind_of_answer(asked_for: tuple[str, ...], kind: float) -> None:
    """The fact answers the kind asked, does not, or none is asked."""
    index = Index([[{"red"}]])
    assert evidence(index, index.reading("red", asked_for)).kind == kind


@pytest.mark.parametrize(("question", "unreasoned"), [("red ?reason", 1), ("red apples ?reason", 0), ("red", 0), ("red ?date", 0)])
def test_a_question_for_a_reason_wants_a_fact_that_gives_one(question: str, unreasoned: float) -> None:
    """Asked why, a fact of which nobody asks that is no answer; another kind may be missing."""
    fact = [{"red"}] if "apples" not in question else [{"red", "apples", "?reason"}]
    assert asked(question, Index([fact, [{"?reason", "?date"}]])).unreasoned == unreasoned
