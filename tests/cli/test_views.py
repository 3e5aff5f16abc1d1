"""The views as a person and a script meet them: output, exit codes, suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from kzfacts.facts.base import Base
    from tests.conftest import Run

    Kzfacts = Callable[..., Run]

VIEWS = [
    ("timeline", "--since", "2022-06", "--until", "2022-06"),
    ("timeline", "--partner", "nato"),
    ("timeline", "--topic", "energy"),
    ("figures",),
    ("figures", "--partner", "turkey", "--topic", "trade"),
    ("compare", "russia", "turkey"),
    ("compare", "china", "european-union", "nato"),
    ("partner", "nato"),
    ("partner", "nato", "--topic", "defence"),
    ("partner", "nato", "--brief"),
    ("show", "note", "61"),
    ("show", "p53"),
    ("show", "inflation-2022"),
]


@pytest.mark.parametrize("arguments", VIEWS, ids=" ".join)
def test_a_view_is_the_same_in_both_languages(arguments: tuple[str, ...], kzfacts: Kzfacts) -> None:
    """Both languages show the same facts in the same order, in other words; the reply says its language."""
    english, french = (kzfacts(*arguments, "--json", "--lang", language) for language in ("en", "fr"))
    assert (english.code, french.code) == (0, 0)
    assert [each["id"] for each in english.json["facts"]] == [each["id"] for each in french.json["facts"]]
    assert [each["statement"] for each in english.json["facts"]] != [each["statement"] for each in french.json["facts"]]
    assert (english.json["language"], french.json["language"]) == ("en", "fr")
    assert english.json["facts"]


@pytest.mark.parametrize("arguments", VIEWS, ids=" ".join)
def test_a_pipe_is_plain_text_with_ids(arguments: tuple[str, ...], kzfacts: Kzfacts) -> None:
    """A pipe has no escape codes and no bars, and names by its id every fact that the reply in JSON has."""
    text = kzfacts(*arguments).out
    assert not set("\x1b█│─┌") & set(text)
    if arguments[0] == "compare":  # of the facts on partners a comparison names the figures and the most telling ones
        facts = [each for each in kzfacts(*arguments, "--json").json["facts"] if each["value"] is not None]
    else:
        facts = kzfacts(*arguments, "--json").json["facts"]
    if arguments != ("show", "inflation-2022"):
        assert all(each["id"] in text for each in facts)


def test_a_timeline_is_in_order(kzfacts: Kzfacts, base: Base) -> None:
    """All dated facts come in order of the dates on which they start."""
    facts = kzfacts("timeline", "--json").json["facts"]
    starts = [each["date"].split("/")[0] for each in facts]
    assert starts == sorted(starts)
    assert {each["id"] for each in facts} == {each.id for each in base.facts() if each.date}


def test_a_month_has_what_happened_in_it(kzfacts: Kzfacts) -> None:
    """A month asked for has the facts that start in it; those dated by the year alone are named apart."""
    reply = kzfacts("timeline", "--since", "2022-06", "--until", "2022-06", "--json").json
    assert {each["date"] for each in reply["facts"]} == {"2022-06"}
    assert "inflation-2022" in reply["touching"]
    said = kzfacts("timeline", "--partner", "russia", "--since", "2022-06", "--until", "2022-06").err
    assert "kzfacts timeline --partner russia --since" in said


def test_figures_are_all_the_facts_with_a_value(kzfacts: Kzfacts, base: Base) -> None:
    """Every fact with a value is a figure, in exactly one group of its measure."""
    reply = kzfacts("figures", "--json").json
    names = sorted(each.id for each in base.facts() if each.value is not None)
    assert sorted(each["id"] for each in reply["facts"]) == names
    assert sorted(name for measure in reply["figures"] for group in measure["groups"] for name in group["facts"]) == names


def test_trade_in_euros_is_not_beside_trade_in_dollars(kzfacts: Kzfacts) -> None:
    """Trade with Russia and Turkey is comparable, trade with the European Union is not, and the reply says why."""
    reply = kzfacts("compare", "russia", "turkey", "eu", "poland", "--json").json
    assert [each["key"] for each in reply["partners"]] == ["russia", "turkey", "european-union", "poland"]
    trade = next(row for row in reply["figures"] if row["measure"] == "trade")
    assert [(group["comparable"], group["facts"]) for group in trade["groups"]] == [
        (True, ["russia-trade-2023", "turkey-trade-2023"]),
        (False, ["eu-trade-volume-2024"]),
    ]
    assert {"unit", "date"} <= set(trade["differs"])
    assert trade["silent"] == ["poland"]


def test_positions_count_stances(kzfacts: Kzfacts, base: Base) -> None:
    """A comparison counts the facts of each stance, and names telling ones of the right stance."""
    (russia, _) = kzfacts("compare", "russia", "china", "--json").json["partners"]
    tense = {each.id for each in base.facts() if "russia" in each.partners and each.stance == "tension"}
    assert russia["stances"]["tension"] == len(tense)
    assert set(russia["telling"]["tension"]) <= tense


REFUSALS = [
    (("timeline", "--since", "2022-13"), 2, "2022-06-28"),
    (("timeline", "--until", "yesterday"), 2, "2022-06-28"),
    (("timeline", "--since", ""), 2, "2022-06-28"),
    (("timeline", "--partner", "Absurdistan"), 1, "kzfacts list partners"),
    (("timeline", "--topic", "trad"), 1, "trade"),
    (("figures", "--topic", "enrgy"), 1, "energy"),
    (("figures", "--partner", "Absurdistan"), 1, "kzfacts list partners"),
    (("compare", "russia", "Absurdistan"), 1, "kzfacts list partners"),
    (("compare", "russia"), 2, "kzfacts compare russia china"),
    (("compare", "russia", "Moscow"), 2, "kzfacts compare russia china"),
    (("partner", "nato", "--topic", "trad"), 1, "trade"),
]


@pytest.mark.parametrize(("arguments", "code", "hint"), REFUSALS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else "")
def test_what_cannot_be_shown_is_refused_with_a_hint(arguments: tuple[str, ...], code: int, hint: str, kzfacts: Kzfacts) -> None:
    """An unknown name is exit code 1, a wrong command line 2; nothing is on standard output, and a hint says what to type."""
    ended = kzfacts(*arguments)
    assert (ended.code, ended.out) == (code, "")
    assert hint in ended.err
    as_json = kzfacts(*arguments, "--json")
    assert (as_json.code, as_json.err) == (code, "")
    assert hint in as_json.json["error"]["hint"]


EMPTY = [("timeline", "--since", "2100"), ("timeline", "--since", "2023", "--until", "2022"), ("figures", "--partner", "oecd")]


@pytest.mark.parametrize("arguments", EMPTY, ids=" ".join)
def test_an_empty_view_is_no_failure(arguments: tuple[str, ...], kzfacts: Kzfacts) -> None:
    """Nothing to show is an empty list, exit code 0, and a word to the person alone."""
    ended = kzfacts(*arguments)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err
    assert kzfacts(*arguments, "--json").json["facts"] == []


def test_a_topic_cuts_a_briefing_down(kzfacts: Kzfacts) -> None:
    """With a topic a briefing has the facts on it alone, whatever topic stands first in them."""
    whole = kzfacts("partner", "russia", "--json").json["facts"]
    part = kzfacts("partner", "russia", "--topic", "Énergie", "--json").json["facts"]
    assert [each["id"] for each in part] == [each["id"] for each in whole if "energy" in each["topics"]]


def test_a_short_briefing_names_the_rest(kzfacts: Kzfacts) -> None:
    """A short briefing is far shorter and ends in the command for the whole."""
    short, whole = kzfacts("partner", "russia", "--brief").out, kzfacts("partner", "russia").out
    assert len(short) < len(whole) / 3
    assert short.endswith("kzfacts partner russia\n")


def test_notes_and_facts_lead_to_each_other(kzfacts: Kzfacts) -> None:
    """A footnote says which paragraph calls it and which facts it bears on; each of these says so in turn."""
    reply = kzfacts("show", "note", "65", "--json").json
    names = [each["id"] for each in reply["facts"]]
    assert (reply["note"]["paragraph"], reply["note"]["section"]) == (58, "E.4")
    assert "Called by: ¶58, section E.4" in kzfacts("show", "note", "65").out
    others = kzfacts("show", names[0], "--json").json["same_note"]["65"]
    assert sorted(others) == sorted(names[1:])
    assert all(name in kzfacts("show", names[0]).out for name in others)
