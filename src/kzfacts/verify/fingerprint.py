"""Fingerprints of the report's passages, and whether a copy is the edition that the facts were written from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from kzfacts.errors import BadReport, HalfReport
from kzfacts.verify.contents import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kzfacts.facts.base import Base
    from kzfacts.verify.report import Passage, Report


def fingerprint(text: str) -> str:
    """Twelve hexadecimal digits that tell *text* from any other, whatever its white space and typography."""
    return hashlib.sha256(bare(text).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Edition:
    """A copy of the report with its passages under the base's numbers, and the places where it is not what the base knows."""

    headings: Mapping[str, tuple[str, ...]]
    paragraphs: Mapping[int, Passage]
    notes: Mapping[int, Passage]
    differing: tuple[str, ...]
    """Places with another text, other footnote marks or another section: ``¶51``, ``note 61``, ``E.3``."""
    known: bool
    """Whether the base holds fingerprints, without which only marks and sections can be compared."""


def edition(report: Report, base: Base, name: str) -> Edition:
    """*report* beside *base*: `BadReport` where nothing in it is the report, `HalfReport` where a part of it is missing."""
    rows: list[dict[str, Any]] = base.part("paragraphs")
    notes = {note.number: note.fingerprint for note in base.footnotes()}
    prints = [row.get("fingerprint") for row in rows]
    places = _places(prints, report.paragraphs)
    paragraphs = {row["number"]: places[place] for place, row in enumerate(rows) if place in places}
    if not any(_same(row, paragraphs.get(row["number"])) for row in rows) if any(prints) else base.report["part"] not in report.headings:
        what = f"none of its {len(report.paragraphs)} paragraphs is one that the facts were written from"
        raise BadReport(f"{name} is not the report: {what}", "give the text of the part of the report that the facts are about")
    _hold_whole(name, [row["number"] for row in rows], paragraphs, list(notes), report.notes)
    differing = [f"¶{row['number']}" for row in rows if _differs(row, paragraphs[row["number"]])]
    differing += [f"note {number}" for number, known in notes.items() if known and known != fingerprint(report.notes[number].text)]
    differing += [section for section in base.sections if section not in report.headings]
    return Edition(report.headings, paragraphs, report.notes, tuple(differing), any(prints))


def _places(prints: Sequence[str | None], found: Sequence[Passage]) -> dict[int, Passage]:
    """Place in *prints* -> the paragraph of *found* that stands for it; by number alone where there are no fingerprints."""
    if not any(prints):
        return dict(enumerate(found[: len(prints)]))
    there = [fingerprint(passage.text) for passage in found]
    placed: dict[int, Passage] = {}
    for tag, start, end, first, last in SequenceMatcher(None, prints, there, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            placed |= dict(zip(range(start, end), found[first:last], strict=False))
    return placed


def _same(row: Mapping[str, Any], passage: Passage | None) -> bool:
    """Whether *passage* has the words of the paragraph that *row* describes, as far as the base knows them."""
    return passage is not None and row.get("fingerprint") in (None, fingerprint(passage.text))


def _differs(row: Mapping[str, Any], passage: Passage) -> bool:
    marks = [call.note for call in passage.calls]
    return marks != row["notes"] or passage.section != row["section"] or not _same(row, passage)


def _hold_whole(name: str, numbers: list[int], paragraphs: Iterable[int], notes: list[int], there: Iterable[int]) -> None:
    missing, gone = sorted(set(numbers) - set(paragraphs)), sorted(set(notes) - set(there))
    if not missing and not gone:
        return
    counts = f"{len(numbers) - len(missing)} of the {len(numbers)} paragraphs and {len(notes) - len(gone)} of the {len(notes)} footnotes"
    lost = " and ".join(part for part in (_spans("¶", missing), _spans("notes " if len(gone) > 1 else "note ", gone)) if part)
    raise HalfReport(f"{name} holds {counts} that the facts were written from: {lost} missing", "give the whole text of the part")


def _spans(label: str, numbers: Sequence[int]) -> str:
    """*numbers* in order as spans: ``¶3, 7-12``."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return label + ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in spans) if spans else ""


def fingerprinted(base: dict[str, Any], report: Report) -> dict[str, Any]:
    """A fact base as its file holds it, with the fingerprints of *report*'s paragraphs and footnotes."""
    paragraphs = [row | {"fingerprint": fingerprint(report.paragraphs[place].text)} for place, row in enumerate(base["paragraphs"])]
    notes = [note | {"fingerprint": fingerprint(report.notes[note["number"]].text)} for note in base["footnotes"]]
    return base | {"paragraphs": paragraphs, "footnotes": notes}
