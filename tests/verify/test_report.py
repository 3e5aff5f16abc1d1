"""A copy of the report is taken apart as the page builds it, however it was saved."""

from __future__ import annotations

import re
import textwrap

import pytest

from kzfacts.errors import BadReport
from kzfacts.verify.report import Outline, decoded, parsed

TEXT = """\
E. DES VERGERS

Les vergers du pays sont anciens et couvrent les collines du nord et du sud, comme chacun le sait depuis longtemps.

1. Pommes

Le tracteur 4x41(*), puis le camion 8x82(*) sont venus en septembre 20193(*).

a) Variétés

Ø Rouges

Les rouges mûrissent tôt4(*), dit-on ici et là dans les vallées les plus chaudes, sans que nul n'en soit tout à fait sûr.

(c) Verger / Presse

2. Poires

Rien à en dire, sinon que les poires se gardent mal et que l'on en fait de l'eau-de-vie.


* 1 Un tracteur.

* 2 Un camion.

Il est vert.

* 3 Voir la gazette.

* 4 Passées de 10 en 202330 à 20.

Partager cette page
"""

PLAN = Outline("E", (1, 2, 3, 4))


def test_paragraphs_have_their_sections() -> None:
    """Headings, subheadings and credits are told from paragraphs, which know their section."""
    report = parsed(TEXT, PLAN)
    assert [passage.section for passage in report.paragraphs] == ["E", "E.1", "E.1.a", "E.2"]
    assert report.headings["E.1.a"] == ("a) Variétés", "Ø Rouges", "(c) Verger / Presse")


def test_fused_marks_are_split() -> None:
    """The digits of a mark go to the footnote, those before it stay in the word."""
    passage = parsed(TEXT, PLAN).paragraphs[1]
    assert passage.text == "Le tracteur 4x4, puis le camion 8x8 sont venus en septembre 2019."
    assert [call.note for call in passage.calls] == [1, 2, 3]


def test_notes_run_on_and_end() -> None:
    """A note may have several lines; the page's own button is none of them."""
    report = parsed(TEXT, PLAN)
    assert report.notes[2].text == "Un camion. Il est vert."
    assert report.notes[4].text == "Passées de 10 en 202330 à 20."


WRAPPED = "\n\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in TEXT.splitlines() if line.strip())
BODY, _, NOTES = TEXT.partition("* 1 ")
PAGE = (
    "Sommaire\n\nE. DES VERGERS\n\n1. Pommes\n\nF. SUITE\n\n"
    + BODY
    + "F. SUITE\n\nAutre chose5(*).\n\n* 0 Une note d'avant.\n\n* 1 "
    + NOTES.partition("Partager")[0]
    + "* 5 Une note d'après.\n\nPied de page"
)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("\n", "\r\n"),
        re.sub(r"\n+", "\n", TEXT),
        TEXT.replace(" ", "\u00a0"),
        WRAPPED,
        PAGE,
        TEXT.replace("41(*)", "4[1]").replace("82(*)", "8[2]").replace("20193(*)", "2019[3]").replace("tôt4(*)", "tôt[4]"),
    ],
    ids=["windows", "no blank lines", "fixed spaces", "short lines", "whole page", "bracketed marks"],
)
def test_the_way_of_saving_does_not_matter(text: str) -> None:
    """The same text saved in another way is taken apart in the same way."""
    right, report = parsed(TEXT, PLAN), parsed(text, PLAN)
    assert [passage.text for passage in report.paragraphs] == [passage.text for passage in right.paragraphs]
    assert [[call.note for call in passage.calls] for passage in report.paragraphs] == [[], [1, 2, 3], [4], []]
    assert {number: note.text for number, note in report.notes.items()} == {number: note.text for number, note in right.notes.items()}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"\x89PNG\r\n\0\0", "is binary"),
        (b"%PDF-1.7 ...", "is a PDF file"),
        (b"PK\x03\x04...", "office document"),
        ("été".encode("utf-16"), "is UTF-16"),
        ("été".encode("utf-32"), "is UTF-32"),
        ("été".encode("utf-16-le"), "is binary"),
        ("L'été".encode("latin-1"), "byte 3 is 0xE9, as in Windows-1252"),
        (b"<!DOCTYPE html><html>", "is the page's HTML"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, said: str) -> None:
    """Bytes that are no plain UTF-8 text end in one line that says what was found."""
    with pytest.raises(BadReport, match=said) as caught:
        decoded(content, "report.txt")
    assert caught.value.exit_code == 2
    assert "\n" not in caught.value.message


def test_a_byte_order_mark_is_no_text() -> None:
    """A file from Windows may begin with a byte order mark, and letters may be composed or not."""
    assert decoded("\ufeffe\u0301te\u0301".encode(), "report.txt") == "été"
