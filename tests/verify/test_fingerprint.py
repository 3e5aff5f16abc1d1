"""A fingerprint is blind to typography and to nothing else, and an edition is told by it."""

from __future__ import annotations

import pytest

from kzfacts.errors import BadReport, HalfReport
from kzfacts.verify.fingerprint import edition, fingerprint
from kzfacts.verify.report import parsed
from tests.verify.orchard import PLAN, REPORT, base

TEXT = "L'été « chaud » - 1 200 pommes 8x8, au cœur..."


@pytest.mark.parametrize(
    "same",
    [
        TEXT.replace("'", "’"),
        TEXT.replace("« ", "“").replace(" »", "”"),
        TEXT.replace(" ", "\u00a0"),
        TEXT.replace("1 200", "1\u202f200"),
        TEXT.replace(" - ", " – "),
        TEXT.replace("8x8", "8×8"),
        TEXT.replace("œ", "oe"),
        TEXT.replace("...", "…"),
        TEXT.replace("chaud", "cha\u00adud"),
        f"  {TEXT}\n",
    ],
)
def test_typography_is_no_difference(same: str) -> None:
    """Quotation marks, spaces, dashes, ligatures and soft hyphens are as the browser likes them."""
    assert fingerprint(same) == fingerprint(TEXT)


@pytest.mark.parametrize("other", [TEXT.replace("1 200", "1 300"), TEXT.replace("été", "ete"), TEXT.replace("chaud", "froid"), TEXT[1:]])
def test_words_and_digits_are_a_difference(other: str) -> None:
    """Another word, digit or accent is another text."""
    assert fingerprint(other) != fingerprint(TEXT)


def differing(text: str) -> tuple[str, ...]:
    """The places where *text* is not the report of the small base."""
    return edition(parsed(text, PLAN), base(), "report.txt").differing


def test_the_right_copy_is_the_edition() -> None:
    """The text that the facts were written from differs nowhere."""
    assert differing(REPORT) == ()


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("1 200", "1 300", ("¶1",)),
        ("septembre", "octobre", ("¶2",)),
        ("mai 2024", "juin 2024", ("note 1",)),
        ("douanes1(*)", "douanes2(*)", ("¶1",)),
        ("1. Poires", "7. Poires", ("¶2", "A.1")),
        ("Rassendyll achète", "Un mot de trop.\n\nRassendyll achète", ()),
    ],
)
def test_another_edition_is_told_by_its_places(old: str, new: str, places: tuple[str, ...]) -> None:
    """A changed passage or mark is named; a paragraph that has come in between changes no other."""
    assert differing(REPORT.replace(old, new)) == places


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            REPORT.split("Rassendyll")[0],
            "1 of the 2 paragraphs and 0 of the 1 footnotes that the facts were written from: ¶2 and note 1 missing",
        ),
        (REPORT.split("* 1")[0], "2 of the 2 paragraphs and 0 of the 1 footnotes"),
        (REPORT.split("douanes1(*).")[1], "1 of the 2 paragraphs and 1 of the 1 footnotes"),
    ],
)
def test_half_a_report_says_what_is_missing(text: str, said: str) -> None:
    """A copy with a part missing is no other edition: one line counts what is there."""
    with pytest.raises(HalfReport, match=said) as caught:
        differing(text)
    assert caught.value.exit_code == 1


@pytest.mark.parametrize("text", ["Bonjour.", "A. AUTRE CHOSE\n\nUn paragraphe.\n\nEt un autre.\n\n* 1 Une note."])
def test_another_text_is_not_the_report(text: str) -> None:
    """A text of which no paragraph is known is refused as no report at all."""
    with pytest.raises(BadReport, match="is not the report"):
        differing(text)
