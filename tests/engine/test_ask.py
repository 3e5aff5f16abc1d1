"""Questions to a small base: what is answered, what is refused, and in which company."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from kzfacts.engine import decide as decision
from kzfacts.engine.ask import SUGGESTIONS, ask, percent
from kzfacts.render.fact import refusal_view
from kzfacts.render.plain import plain
from tests.engine.orchard import orchard

if TYPE_CHECKING:
    from kzfacts.engine.ask import Answer


def asked(question: str) -> Answer:
    """The answer of the small base to *question*."""
    return ask(question, *orchard())


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("How many apples did Ruritania sell in 2024?", "ruritania-apples"),
        ("how many aples did ruritanya sell in 2024", "ruritania-apples"),
        ("Combien de pommes la Ruritanie a-t-elle vendues en 2024 ?", "ruritania-apples"),
        ("Сколько яблок продала Руритания?", "ruritania-apples"),
        ("Who purchases the pears?", "ruritania-pears"),
        ("When did the harvest begin?", "harvest-start"),
        ("quand la récolte a-t-elle commencé", "harvest-start"),
    ],
)
def test_what_the_base_says_is_answered(question: str, fact: str) -> None:
    """A question in other words, another language or with slips reaches its fact."""
    assert asked(question).hits[0].fact.id == fact


@pytest.mark.parametrize(
    "question",
    [
        "How many apples did Ruritania sell in 2019?",
        "How many apples did India sell in 2024?",
        "How much do the apples cost?",
        "What is the capital of Australia?",
        "asdf qwer zxcv",
        "",
        "???",
        "the of and",
        "🤔",
    ],
)
def test_what_the_base_does_not_say_is_refused(question: str) -> None:
    """Another year or country, a known gap, another subject or noise gets no answer."""
    assert not asked(question).found


def test_a_refusal_names_the_gap_and_the_near_facts() -> None:
    """A refusal says what the report does not say, and names near facts as near."""
    answer = asked("what is the price of the apples")
    assert answer.gap is not None
    assert answer.gap.id == "apples-price"
    assert answer.suggestions[0].fact.id == "ruritania-apples"
    assert answer.hits == ()


def test_an_answer_brings_its_related_facts() -> None:
    """The facts that go with an answer stand behind it."""
    assert [hit.fact.id for hit in asked("apples ruritania 2024").hits] == ["ruritania-apples", "ruritania-pears"]


def test_a_score_is_the_probability_in_percent() -> None:
    """The answer's score is how sure it is, from 0 to 100 with one decimal; what goes with it has none."""
    answer = asked("apples ruritania 2024")
    assert answer.hits[0].score == round(100 * answer.verdict.sure, 1)
    assert [hit.score for hit in answer.hits[1:]] == [0.0]


def test_near_facts_are_scored_by_likeness() -> None:
    """What the gap names comes first without a score, then what the words found, each fact once, three at most."""
    answer = asked("what is the price of the apples in 2024")
    assert len({hit.fact.id for hit in answer.suggestions}) == len(answer.suggestions) <= SUGGESTIONS
    found = [match for match in answer.matches if match.position < 3]
    by_id = {hit.fact.id: hit.score for hit in answer.suggestions}
    assert by_id["ruritania-apples"] == percent(found[0])


@pytest.mark.parametrize(("score", "share"), [(0.12345, 12.3), (1.7, 100.0), (-0.4, 0.0)])
def test_a_match_in_percent(score: float, share: float) -> None:
    """A score is shown from 0 to 100 with one decimal, whatever lies beyond."""
    assert percent(asked("apples").matches[0]._replace(score=score)) == share


def test_a_long_question_is_cut() -> None:
    """A question of a megabyte is read to its limit, and says so."""
    assert asked("apples ruritania 2024 " + "very " * 250_000).reading.cut


def test_answers_do_not_depend_on_the_order_of_sets() -> None:
    """The same question has the same score each time."""
    scores = {asked("how many apples in 2024").hits[0].score for _ in range(5)}
    assert len(scores) == 1


@pytest.mark.parametrize(
    ("question", "partner"),
    [
        ("ruritania", "ruritania"),
        ("the Ruritania", "ruritania"),
        ("why ruritania", None),
        ("ruritania apples", None),
        ("rassendyll", None),
        ("", None),
    ],
)
def test_a_partner_alone_is_no_question(question: str, partner: str | None) -> None:
    """The name of a partner and nothing else is told apart where it has no answer, and no gap is named for it."""
    with patch.object(decision, "SURE", 1.1):
        answer = asked(question)
    assert answer.partner == partner
    assert not (answer.partner and answer.gap)
    shown = plain(refusal_view(answer, "en"))
    assert ("kzfacts partner ruritania" in shown) == (partner is not None)
    assert asked("ruritania").partner is None
