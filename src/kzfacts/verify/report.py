"""A reader's copy of the report, as bytes, to its headings, paragraphs and footnotes."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.errors import BadReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kzfacts.facts.base import Base

HINT = "give the report's page as plain text in UTF-8: copied, or saved as text from the browser"


class Outline(NamedTuple):
    """What a base knows of the report's build: its part's letter, and the numbers of its notes in order."""

    part: str
    notes: tuple[int, ...]


class Call(NamedTuple):
    """A footnote mark in a paragraph: the note's number, and where in the text it stood."""

    note: int
    at: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or footnote, without the marks of the footnotes that it calls."""

    text: str
    calls: tuple[Call, ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A copy of the report: headings (with subheadings and picture credits) by section, paragraphs, notes by number."""

    headings: Mapping[str, tuple[str, ...]]
    paragraphs: tuple[Passage, ...]
    notes: Mapping[int, Passage]


def outline(base: Base) -> Outline:
    """The outline of the report that *base* was written from."""
    return Outline(base.report["part"], tuple(note.number for note in base.footnotes()))


def decoded(content: bytes, name: str) -> str:
    """*content* as text; `BadReport` where it is no plain UTF-8 text. *name* is what messages call the file."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            raise BadReport(f"{name} is {encoding} and not plain text in UTF-8", HINT)
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise BadReport(f"{name} is empty; the text of the report was expected", HINT)
    if b"\0" in content:
        raise BadReport(f"{name} is binary and not plain text in UTF-8", HINT)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"byte {error.start + 1} is 0x{content[error.start]:02X}, as in Windows-1252 or Latin-1"
        convert = f"iconv -f WINDOWS-1252 -t UTF-8 {name} > report-utf8.txt converts it"
        raise BadReport(f"{name} is not UTF-8: {found}", convert) from None
    if re.match(r"\s*<(?:!doctype|html|\?xml)", text, re.IGNORECASE):
        raise BadReport(f"{name} is the page's HTML and not its text", HINT)
    return unicodedata.normalize("NFC", text)


MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "an archive or office document"),
)
"""First bytes -> what a file that begins with them is."""


def parsed(text: str, plan: Outline) -> Report:
    """The report in *text*, from the heading of its part on if there is one; whether it is the report shows in its passages."""
    blocks = _blocks(text)
    starts = [place for place, block in enumerate(blocks) if block.startswith(f"{plan.part}. ")]
    body, notes = _halves(blocks[starts[-1] if starts else 0 :], plan)  # the last one: a table of contents may come before
    headings, paragraphs = _body(body, plan)
    return Report(headings, paragraphs, _notes(notes, plan.notes))


def _blocks(text: str) -> list[str]:
    """Headings, paragraphs and pieces of notes, one each, whether the text is broken into short lines or not."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    if max(map(len, lines), default=0) > LONGEST_BROKEN or all(lines):
        return [line for line in lines if line]
    joined = "\n".join(lines)
    return [" ".join(block.split()) for block in re.split(r"\n{2,}|\n(?=Ø|\(c\)|\* \d)", joined) if block.strip()]


LONGEST_BROKEN = 250
"""Characters of the longest line that a program which breaks lines makes; a paragraph of the report has more."""


def _halves(blocks: Sequence[str], plan: Outline) -> tuple[Sequence[str], Sequence[str]]:
    """The blocks of the body, up to the next part, and those from the first note on."""
    is_first = (match and int(match["number"]) in plan.notes[:1] for match in map(NOTE.match, blocks))
    first = next((place for place, found in enumerate(is_first) if found), len(blocks))
    following = f"{chr(ord(plan.part) + 1)}. "
    end = next((place for place, block in enumerate(blocks[:first]) if block.startswith(following)), first)
    return blocks[:end], blocks[first:]


NOTE = re.compile(r"(?P<star>\*\s*)?\[?(?P<number>\d{1,3})\]?\s+(?P<text>.+)")
"""How a footnote begins: ``* 41 Text``, without the star in some browsers."""

FURNITURE = frozenset({"Partager cette page", "Retour en haut de page", "Haut de page"})
"""What the page shows below its text."""


def _notes(blocks: Iterable[str], numbers: Sequence[int]) -> dict[int, Passage]:
    pieces: dict[int, list[str]] = {}
    current, following = 0, dict(zip((0, *numbers), numbers, strict=False))
    for block in blocks:
        match = NOTE.match(block)
        number = int(match["number"]) if match else 0
        if match and number in numbers and (match["star"] or number == following.get(current)):
            current = number
            pieces.setdefault(number, []).append(match["text"])
        elif (match and match["star"]) or block in FURNITURE:
            current = 0
        elif current:
            pieces[current].append(block)
    return {number: Passage(" ".join(some)) for number, some in pieces.items()}


def _body(blocks: Iterable[str], plan: Outline) -> tuple[dict[str, tuple[str, ...]], tuple[Passage, ...]]:
    headings: dict[str, tuple[str, ...]] = {}
    paragraphs: list[Passage] = []
    section, marks = plan.part, Marks(plan.notes)
    for block in blocks:
        section, heading = _section(block, section, plan.part)
        if heading or ASIDE.match(block):
            headings[section] = (*headings.get(section, ()), block)
        elif block not in FURNITURE:
            text, calls = marks.taken_out(block)
            paragraphs.append(Passage(text, calls, section))
    return headings, tuple(paragraphs)


CREDIT = ("(c)", "©")
"""How picture credits begin."""

ASIDE = re.compile(rf"[Ø►•▪]\s|{'|'.join(map(re.escape, CREDIT))}")
"""How subheadings and picture credits begin."""


def _section(block: str, section: str, part: str) -> tuple[str, bool]:
    """The section that *block* stands in, and whether it is the heading of it."""
    if block.startswith(f"{part}. "):
        return part, True
    if match := re.match(r"(\d{1,2})\. ", block):
        return f"{part}.{match[1]}", True
    if match := re.match(r"([a-z])\) ", block):
        return ".".join([*section.split(".")[:2], match[1]]), True
    return section, False


class Marks:
    """Footnote marks as they come, which tells the digits of a mark from those of the word before it: ``4x450(*)``."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._expected = list(numbers)

    def taken_out(self, block: str) -> tuple[str, tuple[Call, ...]]:
        """*block* without its marks, and the marks."""
        text, calls, end = "", list[Call](), 0
        for match in MARK.finditer(block):
            kept, note = self._split(match["digits"] or match["bracketed"])
            text += block[end : match.start()] + kept
            calls.append(Call(note, len(text)))
            end = match.end()
        return text + block[end:], tuple(calls)

    def _split(self, digits: str) -> tuple[str, int]:
        following = str(self._expected[0]) if self._expected else ""
        width = len(following) if following and digits.endswith(following) else min(2, len(digits))
        note = int(digits[-width:])
        if note in self._expected:
            del self._expected[: self._expected.index(note) + 1]
        return digits[:-width], note


MARK = re.compile(r"(?<!\d)(?P<digits>\d{1,9}) ?\(\*\)|\[(?P<bracketed>\d{1,3})\]")
"""A footnote mark: ``41(*)`` as the page shows it, ``[41]`` in some browsers."""
