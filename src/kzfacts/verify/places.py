"""Where a fact says that it stands, and whether its words speak for that place rather than for another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.verify.contents import Contents, contents, rarity, sentences, words
from kzfacts.verify.report import CREDIT

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


Index = dict[str, list[str]]


class Places:
    """The passages of a copy of the report, read once."""

    def __init__(self, edition: Edition, names: Names) -> None:
        self.edition = edition
        self.paragraphs = {number: contents(passage.text, names) for number, passage in edition.paragraphs.items()}
        self.notes = {number: contents(FUSED_YEAR.sub(r"\1", passage.text), names) for number, passage in edition.notes.items()}
        self.headings = {section: contents(" \n ".join(lines), names) for section, lines in edition.headings.items()}
        self._titles = {section: contents(" \n ".join(filter(_is_title, lines)), names) for section, lines in edition.headings.items()}
        paragraphs = {f"¶{number}": passage for number, passage in self.paragraphs.items()}
        self._indexes = [_index(passages) for passages in (self.headings, self.noted(self.notes), paragraphs | self.headings)]
        self._rarity = rarity([*self.paragraphs.values(), *self.notes.values(), *self.headings.values()])

    def of(self, fact: Fact) -> Passages:
        """The passages of *fact*: its headings, or its paragraph with the notes that it lists, or its note.

        Around it are the paragraph that calls its note, for a heading's fact the paragraphs below it, and all headings above.
        """
        section = fact.section
        above = self.above(section)
        if fact.paragraph is None:
            below = {f"¶{number}": self.paragraphs[number] for number in self._within(section)}
            above.pop(section, None)
            return Passages({section: self.headings[section]} if section in self.headings else {}, above | below)
        body = {f"¶{fact.paragraph}": self.paragraphs[fact.paragraph]} if fact.paragraph in self.paragraphs else {}
        if fact.note is not None:
            return Passages(self.noted([fact.note]), body | above)
        return Passages(body | self.noted(fact.footnotes), above)

    def above(self, section: str) -> dict[str, Contents]:
        """The headings of *section* and of the sections that it lies in, by label, without picture credits."""
        return {part: self._titles[part] for part in upwards(section) if part in self._titles}

    def noted(self, numbers: Iterable[int]) -> dict[str, Contents]:
        """The notes with these *numbers*, by label."""
        return {f"note {number}": self.notes[number] for number in numbers if number in self.notes}

    def _within(self, section: str) -> list[int]:
        return [number for number, passage in self.edition.paragraphs.items() if f"{passage.section}.".startswith(f"{section}.")]

    def weight(self, some: frozenset[str]) -> float:
        """How much the words in *some* tell one passage from another."""
        return sum(self._rarity.get(word, 0.0) for word in some)

    def nearest(self, fact: Fact) -> tuple[float, str]:
        """How well the words of *fact* fit its place, as a share of how well they fit the best place of its sort; and the best place."""
        label, index = self._place(fact)
        said, fit = spoken(fact), dict[str, float]()
        for word in said:
            for place in index.get(word, ()):
                fit[place] = fit.get(place, 0.0) + self._rarity[word]
        own = frozenset[str]().union(*(passage.words for passage in self.of(fact).own.values()))
        fit[label] = self.weight(said & own)
        best = max(fit, key=lambda place: fit[place])
        return (fit[label] / fit[best] if fit[best] else 0.0), best

    def _place(self, fact: Fact) -> tuple[str, Index]:
        """The label of the place of *fact*, and the places of its sort: headings, notes, or paragraphs with the headings among them."""
        if fact.paragraph is None:
            return fact.section, self._indexes[0]
        if fact.note is not None:
            return f"note {fact.note}", self._indexes[1]
        return f"¶{fact.paragraph}", self._indexes[2]

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


def _is_title(line: str) -> bool:
    return not line.startswith(CREDIT)


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


def _index(passages: Mapping[str, Contents]) -> Index:
    """Word -> the labels of the *passages* that have it."""
    index: dict[str, list[str]] = {}
    for label, passage in passages.items():
        for word in passage.words:
            index.setdefault(word, []).append(label)
    return index


def upwards(section: str) -> list[str]:
    """*section* and the sections that it lies in, from the inmost."""
    parts = section.split(".")
    return [".".join(parts[:size]) for size in range(len(parts), 0, -1)]
