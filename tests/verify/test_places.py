"""A fact's words tell its paragraph from the others, and its footnote from the others of its paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.verify.fingerprint import Edition
from kzfacts.verify.names import Names
from kzfacts.verify.places import Places, marks
from kzfacts.verify.report import Call, Passage
from tests.made import fact
from tests.verify.orchard import base

if TYPE_CHECKING:
    from kzfacts.facts.model import Fact

TEXT = "Les pommes voyagent en wagon, et les cerises en barque. Le maire goûte chaque automne les poires du verger communal."

PARAGRAPHS = {
    1: Passage(TEXT, (Call(1, TEXT.index(",")), Call(2, TEXT.index(".")), Call(3, len(TEXT) - 1)), "A"),
    2: Passage("Le moulin tourne nuit et jour pour moudre le blé des voisins.", (), "A"),
    3: Passage("Nul ne sait qui a planté les tilleuls de la place.", (), "A"),
}
NOTES = {1: Passage("Un convoi par semaine."), 2: Passage("Selon les bateliers."), 3: Passage("Passé de 5 en 202330 à 6.")}


def places() -> Places:
    """Places of a copy of three paragraphs and three notes."""
    return Places(Edition({"A": ("A. VERGERS",)}, PARAGRAPHS, NOTES, (), known=False), Names(base()))


def said(french: str, **fields: Any) -> Fact:
    """A fact with a *french* statement."""
    return fact(statement={"en": "-", "fr": french}, answer={"en": "-", "fr": "-"}, **fields)


@pytest.mark.parametrize(
    ("french", "paragraph", "held"),
    [
        ("Le blé des voisins est moulu au moulin.", 2, True),
        ("Le blé des voisins est moulu au moulin.", 3, False),
        ("Personne ne connaît celui qui planta les tilleuls.", 3, True),
        ("Personne ne connaît celui qui planta les tilleuls.", 1, False),
    ],
)
def test_words_tell_the_paragraph(french: str, paragraph: int, held: bool) -> None:  # noqa: FBT001
    """The paragraph that a fact names fits its words as well as any other does, or it is the wrong one."""
    fit, _ = places().nearest(said(french, paragraph=paragraph))
    assert (fit == 1) is held


@pytest.mark.parametrize(
    ("french", "notes"),
    [
        ("Un wagon emporte les pommes.", {1}),
        ("Une barque emporte les cerises, disent les bateliers.", {2}),
        ("À chaque automne, le maire va goûter les poires du verger communal.", {3}),
        ("Les tilleuls sont vieux.", set()),
    ],
)
def test_words_tell_the_footnote(french: str, notes: set[int]) -> None:
    """A footnote bears on a fact that speaks of the words before its mark, and not on its neighbours."""
    assert {number for number in NOTES if places().calls(said(french, footnotes=(number,)), number)} == notes


def test_a_note_far_from_the_fact_does_not_bear_on_it() -> None:
    """Words in common are not enough where the fact speaks for another sentence."""
    french = "Le maire goûte chaque automne les poires du verger communal, puis les pommes en wagon."
    assert not places().calls(said(french, footnotes=(1,)), 1)


def test_marks_know_the_words_before_them() -> None:
    """The words of a mark go back to the mark before it or to the start of its sentence."""
    assert [before for before, _ in marks(PARAGRAPHS[1]).values()] == [
        "Les pommes voyagent en wagon",
        ", et les cerises en barque",
        TEXT.split(". ")[1][:-1],
    ]


def test_a_mark_fused_to_a_year_in_a_quotation_is_no_digit() -> None:
    """What a note quotes may hold the mark of another note, right behind a year."""
    assert [form.value for form in places().notes[3].forms if isinstance(form.value, tuple)] == [(2023, 0, 0)]
