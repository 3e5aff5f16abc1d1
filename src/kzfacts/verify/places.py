"""Where a fact says that it stands, and whether its words speak for that place rather than for another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.verify.contents import Contents, contents, rarity, sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kzfacts.facts.model import Fact
    from kzfacts.verify.fingerprint import Edition
    from kzfacts.verify.names import Names
    from kzfacts.verify.report import Passage

FUSED_YEAR = re.compile(r"\b((?:19|20)\d\d)[1-9]\d\b")
"""A year and the mark of a note in a text that a note quotes."""


class Passages(NamedTuple):
    """Passages by their label (``¶51``, ``note 61``, ``E.3``): those that a fact stands in, then those *around*."""

    own: Mapping[str, Contents]
    around: Mapping[str, Contents]


class Places:
    """The passages of a copy of the report, read once."""

    def __init__(self, edition: Edition, names: Names) -> None:
        self.edition = edition
        self.paragraphs = {number: contents(passage.text, names) for number, passage in edition.paragraphs.items()}
        self.notes = {number: contents(FUSED_YEAR.sub(r"\1", passage.text), names) for number, passage in edition.notes.items()}
        self.headings = {section: contents(" \n ".join(lines), names) for section, lines in edition.headings.items()}
        self._rarity = rarity([*self.paragraphs.values(), *self.notes.values(), *self.headings.values()])

    def of(self, fact: Fact) -> Passages:
        """The passages of *fact*: its headings, or its paragraph with the notes that it lists, or its note.

        Around it are the paragraph that calls its note, for a heading's fact the paragraphs below it, and all headings above.
        """
        section = fact.section
        above = self.above(section)
        if fact.paragraph is None:
            below = {f"¶{number}": self.paragraphs[number] for number in self._within(section)}
            return Passages({section: above.pop(section)} if section in above else {}, above | below)
        body = {f"¶{fact.paragraph}": self.paragraphs[fact.paragraph]} if fact.paragraph in self.paragraphs else {}
        if fact.note is not None:
            return Passages(self.noted([fact.note]), body | above)
        return Passages(body | self.noted(fact.footnotes), above)

    def above(self, section: str) -> dict[str, Contents]:
        """The headings of *section* and of the sections that it lies in, by label."""
        return {part: self.headings[part] for part in upwards(section) if part in self.headings}

    def noted(self, numbers: Iterable[int]) -> dict[str, Contents]:
        """The notes with these *numbers*, by label."""
        return {f"note {number}": self.notes[number] for number in numbers if number in self.notes}

    def _within(self, section: str) -> list[int]:
        return [number for number, passage in self.edition.paragraphs.items() if f"{passage.section}.".startswith(f"{section}.")]

    def weight(self, some: frozenset[str]) -> float:
        """How much the words in *some* tell one passage from another."""
        return sum(self._rarity.get(word, 0.0) for word in some)

    def nearest(self, fact: Fact) -> tuple[float, str]:
        """How well the words of *fact* fit its place, as a share of how well they fit the best place; and the best place."""
        said = spoken(fact)
        own = frozenset[str]().union(*(passage.words for passage in self.of(fact).own.values()))
        label, rivals = self._rivals(fact)
        fit = {name: self.weight(said & passage.words) for name, passage in rivals.items()} | {label: self.weight(said & own)}
        best = max(fit, key=lambda name: fit[name])
        return (fit[label] / fit[best] if fit[best] else 0.0), best

    def _rivals(self, fact: Fact) -> tuple[str, dict[str, Contents]]:
        """The label of the place of *fact*, and the places of its sort: notes, paragraphs or headings."""
        if fact.paragraph is None:
            return fact.section, dict(self.headings)
        if fact.note is not None:
            return f"note {fact.note}", {f"note {number}": passage for number, passage in self.notes.items()}
        return f"¶{fact.paragraph}", {f"¶{number}": passage for number, passage in self.paragraphs.items()}

    def calls(self, fact: Fact, note: int) -> bool:
        """Whether the paragraph of *fact* calls *note* in a sentence that *fact* speaks for, at words that it shares."""
        passage = self.edition.paragraphs.get(fact.paragraph or 0)
        marked = marks(passage) if passage else {}
        if note not in marked or note not in self.notes:
            return False
        said = spoken(fact)
        before, _ = marked[note]
        shared = self.weight(said & (words(before) | self.notes[note].words))
        fit = {number: self.weight(said & words(whole)) for number, (_, whole) in marked.items()}
        near = max(fit[note], self.weight(said & self.notes[note].words))
        return shared >= SHARED and near >= NEAR * max(fit.values())


SHARED = 2.0
"""What the words that a fact shares with a note and the words before its mark must weigh: about one word found in few places."""

NEAR = 0.4
"""How well a fact must fit the sentence that calls a note, or the note, beside the sentence with a note that it fits best."""


def spoken(fact: Fact) -> frozenset[str]:
    """The stems of what *fact* says in French."""
    return words(fact.statement["fr"]) | words(fact.answer["fr"])


def marks(passage: Passage) -> dict[int, tuple[str, str]]:
    """Each note that *passage* calls -> the words before its mark, back to the mark before or the sentence's start; the sentence."""
    found, start, place = dict[int, tuple[str, str]](), 0, 0
    for sentence in sentences(passage.text):
        begin = passage.text.index(sentence, place)
        place = begin + len(sentence)
        start = begin
        for call in passage.calls:
            if begin < call.at <= place:
                found[call.note] = (passage.text[start : call.at], sentence)
                start = call.at
    return found


def upwards(section: str) -> list[str]:
    """*section* and the sections that it lies in, from the inmost."""
    parts = section.split(".")
    return [".".join(parts[:size]) for size in range(len(parts), 0, -1)]
