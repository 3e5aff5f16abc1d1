"""Timelines, figures, comparisons and briefings as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.engine.briefing import briefing
from kzfacts.engine.chronology import in_order
from kzfacts.engine.selection import selected
from kzfacts.render.cells import partner_label, source_cells, whose
from kzfacts.render.comparison import comparison_view
from kzfacts.render.document import Line, Table
from kzfacts.render.figures import figures_view
from kzfacts.render.partner import brief_view, partner_view
from kzfacts.render.plain import plain
from kzfacts.render.terminal import terminal
from kzfacts.render.timeline import timeline_view
from tests.conftest import opened
from tests.made import fact, sold

if TYPE_CHECKING:
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Partner
    from kzfacts.render.document import Document

LANGUAGES = ("en", "fr")


@pytest.fixture
def orchard(small: dict[str, Any]) -> Base:
    """The small base with a second partner and names for its units and measures."""
    other = {"key": "zenda", "kind": "organisation", "name": {"en": "Castle of Zenda (COZ)", "fr": "l'union de Zenda"}, "aliases": []}
    small["partners"].append(other | {"summary": {"en": "A castle.", "fr": "Un château."}, "figures": []})
    small["units"] = [{"key": "crowns", "name": {"en": "crowns", "fr": "couronnes"}}]
    small["measures"] = [{"key": "sales", "name": {"en": "Sold", "fr": "Ventes"}}]
    return opened(small)


def lines(document: Document) -> list[str]:
    """The lines of a document that belong to no table."""
    return ["".join(text for text, _ in block.spans) for block in document if isinstance(block, Line)]


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in document if isinstance(block, Table)]


def test_a_timeline_stands_under_its_years(orchard: Base) -> None:
    """Each year is a heading over the facts that start in it, with their dates as exact as they are."""
    dates = ("2022-11-28", "2022", "2021/2023", "2022-06")
    view = timeline_view(in_order(fact(f"on-{date.replace('/', '-')}", date=date) for date in dates), orchard, "en")
    assert lines(view) == ["2021", "", "2022"]
    assert [row[0] for table in tables(view) for row in table.rows] == ["2021 – 2023", "2022", "June 2022", "28 November 2022"]


def test_comparable_figures_have_bars_and_what_they_share(orchard: Base) -> None:
    """Figures of one basis stand together under unit, year and scope with bars; another unit stands apart under the reason."""
    facts = [sold("one", 30), sold("two", 6, partners=("zenda",)), sold("three", 45, partners=("zenda",), unit="pounds")]
    view = figures_view(facts, orchard, "en")
    assert lines(view) == ["Sold", "Comparable: crowns, 2024, all goods", "Not comparable with these: different unit (crowns / pounds)"]
    together, apart = tables(view)
    assert together.shares == ((1, 1), (0.2, 0.2))
    assert [row[1:4] for row in together.rows] == [("Ruritania", "30 crowns", "2024"), ("COZ", "6 crowns", "2024")]
    assert apart.shares == ()


REASONS = [
    ({"unit": "pounds"}, "different unit (crowns / pounds)", "unité différente (couronnes / pounds)"),
    ({"date": "2023-06"}, "different year (2024 / June 2023)", "année différente (2024 / juin 2023)"),
    ({"scope": None}, "different scope (all goods / scope not stated)", "périmètre différent (all goods / périmètre non précisé)"),
    ({"date": None}, "different year (2024 / undated)", "année différente (2024 / sans date)"),
]


@pytest.mark.parametrize(("other", "english", "french"), REASONS)
def test_what_keeps_figures_apart_is_said(other: dict[str, Any], english: str, french: str, orchard: Base) -> None:
    """Without a bar the view says in both languages which of unit, year and scope differs, and how."""
    facts = [sold("one", 30), sold("two", 6, partners=("zenda",), **other)]
    assert lines(figures_view(facts, orchard, "en"))[1] == f"Not comparable with each other: {english}"
    assert lines(figures_view(facts, orchard, "fr"))[1] == f"Non comparables entre eux : {french}"
    assert not any(table.shares for table in tables(figures_view(facts, orchard, "en")))


def test_figures_without_a_year_say_so(orchard: Base) -> None:
    """Two figures without a year are called incomparable for that."""
    assert "no year stated" in lines(figures_view([sold("one", 3, date=None), sold("two", 6, date=None)], orchard, "en"))[1]


def test_many_values_are_not_listed(orchard: Base) -> None:
    """Where many units differ the view says so without naming them all."""
    facts = [sold(f"kind-{number}", number, unit=f"unit-{number}") for number in range(1, 6)]
    assert lines(figures_view(facts, orchard, "en"))[1] == "Not comparable with each other: different unit"


def test_a_pipe_of_figures_has_whole_rows(orchard: Base) -> None:
    """A row of a pipe says measure, partner, figure, year, answer, scope, place, id, voice and caveat by itself."""
    one = sold("one", 30, note=1, caveat={"en": "Who counted?", "fr": "Qui a compté ?"})
    assert plain(figures_view([one], orchard, "en")).splitlines()[1].split("\t") == [
        *("Sold", "Ruritania", "30 crowns", "2024", "Apples", "all goods", "¶1, note 1", "one", "", "Caveat: Who counted?"),
    ]


def test_a_base_without_names_of_units_still_shows_figures(small: dict[str, Any]) -> None:
    """A base that names no units and measures has its own words for them."""
    rows = plain(figures_view([sold("one", 30, measure="apple-sales")], opened(small), "en")).splitlines()
    assert rows[0] == "Apple sales"
    assert "30 crowns" in rows[1]


def test_a_comparison_says_what_the_report_does_not(orchard: Base) -> None:
    """What one partner has and another lacks is a row that says so; positions are counted; what is said of both is at the end."""
    facts = [
        sold("one", 30, stance="cooperation"),
        fact("quarrel", stance="tension", partners=("zenda",)),
        fact("both", partners=("ruritania", "zenda")),
    ]
    text = plain(comparison_view(list(orchard.partners.values()), facts, orchard, "en"))
    assert "Sold\tCOZ\tthe report does not say" in text
    assert "Ruritania\tCooperation 1\tTensions 0\tOther facts 1" in text
    assert "COZ\tCooperation 0\tTensions 1\tOther facts 1" in text
    assert text.index("Said of them together") < text.index("\tboth\t")


def test_a_figure_of_both_is_one_row(orchard: Base) -> None:
    """A figure about two of the partners is not compared with itself."""
    shared = sold("one", 30, partners=("ruritania", "zenda"))
    (table,) = tables(comparison_view(list(orchard.partners.values()), [shared], orchard, "en"))[:1]
    assert [row[1] for row in table.rows] == ["Ruritania, COZ"]
    assert table.shares == ()


def test_only_the_partners_compared_are_named(orchard: Base) -> None:
    """A figure that is also about others is shown as that of the partners compared."""
    (table,) = tables(comparison_view([orchard.partners["zenda"]], [sold("one", 30, partners=("ruritania", "zenda"))], orchard, "en"))[:1]
    assert [row[1] for row in table.rows] == ["COZ"]


def test_labels_of_partners_are_short(orchard: Base) -> None:
    """Tables use an abbreviation where the name has one, and no French article."""
    zenda = orchard.partners["zenda"]
    assert (partner_label(zenda, "en"), partner_label(zenda, "fr")) == ("COZ", "Union de Zenda")
    assert whose(fact(partners=("zenda", "ruritania")), orchard, "en", {"zenda"}) == "COZ"


def test_sources_name_voice_and_caveat(orchard: Base) -> None:
    """The report itself is not named as a voice, and what is missing is empty."""
    assert source_cells(fact(), orchard, "en") == ("¶1", "apples", "", "")
    assert source_cells(fact(paragraph=None), orchard, "fr")[0] == "A"


BUNDLED = ("russia", "china", "turkey", "european-union", "nato", "csto", "oecd", "poland")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", BUNDLED)
def test_a_briefing_holds_every_fact_once(key: str, language: str, base: Base) -> None:
    """Every fact about a partner stands in its briefing under one stance, by its id, and every footnote at the end."""
    text = plain(partner_view(_briefing(base.partners[key], base), base, language))
    rows = [row.split("\t") for row in text.splitlines() if "\t" in row]
    stances = [row[2] for row in rows if len(row) == 5]
    about = selected(base.facts(), key)
    assert sorted(stances) == sorted(each.id for each in about)
    for number in {number for each in about for number in each.footnotes}:
        assert f"\nNote {number}" in text


def _briefing(partner: Partner, base: Base) -> Any:
    everything = list(base.facts())
    return briefing(partner, selected(everything, partner.key), everything)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_view_is_wider_than_the_terminal(width: int, language: str, base: Base) -> None:
    """Every view of the bundled base fits terminals of 40, 80 and 120 columns."""
    everything = list(base.facts())
    brief = _briefing(base.partners["china"], base)
    partners = [base.partners[key] for key in ("russia", "european-union")]
    views = [
        timeline_view(in_order(everything), base, language),
        figures_view([each for each in everything if each.value is not None], base, language),
        comparison_view(partners, everything, base, language),
        partner_view(brief, base, language),
        brief_view(brief, base, language),
    ]
    for view in views:
        assert max(map(len, terminal(view, width, colour=False).splitlines())) <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_its_source(language: str, base: Base) -> None:
    """Every figure of the bundled base is in the view of figures with its paragraph and id."""
    figures = [each for each in base.facts() if each.value is not None]
    rows = [row.split("\t") for row in plain(figures_view(figures, base, language)).splitlines() if "\t" in row]
    assert sorted(row[7] for row in rows) == sorted(each.id for each in figures)
    assert all(row[6] for row in rows)
