"""What a briefing holds."""

from __future__ import annotations

from kzfacts.engine.briefing import briefing
from kzfacts.facts.model import Partner
from tests.made import fact, sold

NAME = {"en": "Ruritania", "fr": "Ruritanie"}
RURITANIA = Partner("ruritania", "country", NAME, aliases=(), summary=NAME, figures=("sales", "treaty", "elsewhere"))

FACTS = [
    sold("sales", 30),
    fact("treaty", date="1995", kinds=("date",)),
    fact("riot", date="2022-01", kinds=("event",), stance="tension"),
    fact("riot-cause", date="2022-01", kinds=("reason", "event"), stance="tension", related=("riot", "quarrel")),
    fact("quarrel", stance="tension"),
    fact("opinion", date="2023", kinds=("quote",)),
    fact("census", date="2021", kinds=("event",), value=5),
    fact("friendship", stance="cooperation"),
]


def test_dates_are_events_without_figures() -> None:
    """The line of dates has the key dates and one event of each other date, the most telling; quotes and figures are not in it."""
    assert [each.id for each in briefing(RURITANIA, FACTS, FACTS).events] == ["treaty", "riot"]


def test_key_figures_are_those_of_the_partner() -> None:
    """Key figures come as the partner names them, as far as they are among the facts; a mere date is no figure."""
    assert [each.id for each in briefing(RURITANIA, FACTS, FACTS).figures] == ["sales"]
    assert briefing(RURITANIA, FACTS[1:], FACTS).figures == ()


def test_tensions_stand_apart() -> None:
    """Every fact is under its own stance, and under one alone."""
    found = briefing(RURITANIA, FACTS, FACTS).stances
    assert sorted(each.id for some in found.values() for each in some) == sorted(each.id for each in FACTS)
    assert [each.id for each in found["tension"]] == ["riot", "riot-cause", "quarrel"]


def test_a_short_briefing_repeats_nothing() -> None:
    """The most telling facts are named beyond figures and dates, and each fact is shown once."""
    made = briefing(RURITANIA, FACTS, FACTS)
    assert [each.id for each in made.named["tension"]] == ["quarrel", "riot-cause"]
    assert [each.id for each in made.short] == ["sales", "treaty", "riot", "friendship", "quarrel", "riot-cause"]
