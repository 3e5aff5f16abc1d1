"""Facts by partner and topic, and the names that these go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kzfacts.engine.selection import find_partners, find_topic, selected
from kzfacts.errors import UnknownName
from tests.made import fact

if TYPE_CHECKING:
    from kzfacts.engine.vocabulary import Languages
    from kzfacts.facts.base import Base


@pytest.mark.parametrize("name", ["arms-industry", "arms industry", "Arms Industry", "Industrie d'armement", " ARMS-INDUSTRY "])
def test_a_topic_goes_by_key_and_by_name(name: str, base: Base) -> None:
    """A topic is found by its key and by its name in either language, whatever the case."""
    assert find_topic(name, base) == "arms-industry"


@pytest.mark.parametrize(("name", "near"), [("trad", "trade"), ("sanction", "sanctions"), ("comerce", "trade")])
def test_an_unknown_topic_suggests_the_nearest(name: str, near: str, base: Base) -> None:
    """A topic that is not known ends in the keys of the nearest."""
    with pytest.raises(UnknownName) as caught:
        find_topic(name, base)
    assert near in caught.value.suggestions
    assert near in (caught.value.hint or "")


@pytest.mark.parametrize("name", ["", "  ", "zzzz", "x" * 10_000])
def test_nonsense_topics_are_refused_with_the_way_out(name: str, base: Base) -> None:
    """What resembles no topic ends in the command that names them all."""
    with pytest.raises(UnknownName) as caught:
        find_topic(name, base)
    assert caught.value.hint == "kzfacts list topics names them all"
    assert len(caught.value.message) < 200


def test_facts_are_selected_by_partner_and_topic() -> None:
    """Both conditions hold at once, a fact's second partner and topic count, and none stands for any."""
    facts = [fact("one"), fact("two", partners=("zenda", "ruritania"), topics=("energy", "trade")), fact("three", topics=("energy",))]
    assert [each.id for each in selected(facts, "ruritania", "trade")] == ["one", "two"]
    assert [each.id for each in selected(facts, "zenda")] == ["two"]
    assert [each.id for each in selected(facts, topic="energy")] == ["two", "three"]
    assert selected(facts) == facts


NAMES = [
    (["russia", "china"], ["russia", "china"]),
    (["Russie", "Chine", "russia"], ["russia", "china"]),
    (["united", "states", "south", "africa"], ["united-states", "south-africa"]),
    (["china", "european", "union"], ["china", "european-union"]),
    (["united states", "turky"], ["united-states", "turkey"]),
]


@pytest.mark.parametrize(("words", "keys"), NAMES)
def test_names_need_no_quotes(words: list[str], keys: list[str], base: Base, languages: Languages) -> None:
    """Names of one word or several, with and without quotes, are each found once and in order."""
    assert [partner.key for partner in find_partners(words, base, languages)] == keys


def test_a_word_of_no_name_is_refused(base: Base, languages: Languages) -> None:
    """One unknown word among names ends in a refusal that names it."""
    with pytest.raises(UnknownName, match="xyzzy"):
        find_partners(["russia", "xyzzy", "china"], base, languages)
