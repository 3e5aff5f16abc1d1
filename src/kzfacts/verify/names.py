"""Proper names in text: every spelling of a base's partners and names, found whatever the inflection."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kzfacts.engine.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzfacts.facts.base import Base

Words = tuple[str, ...]

Capitals = tuple[int, ...]
"""For each word of a spelling how it must be written: small, with a capital, all in capitals."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: the *keys* of all that it can stand for, and the characters that say it."""

    keys: frozenset[str]
    start: int
    end: int
    proper: bool
    """Whether it names; *le voisin du nord* only describes."""


class Names:
    """The names that a base knows: its partners with their aliases, its other names with the report's spellings."""

    def __init__(self, base: Base) -> None:
        self._ways: dict[Words, dict[str, set[Capitals]]] = defaultdict(lambda: defaultdict(set))
        self._whose: dict[Words, str] = {}
        """A name's own spellings -> its key: a person is not the country that has the person among its aliases."""
        for record in base.part("names"):
            self._add(record["key"], (record["en"], record["fr"], *record["report"], *record["aliases"]))
            own = (next(_parts([record[language]])) for language in ("en", "fr"))
            self._whose |= {tuple(_WORD.findall(spelling)): record["key"] for spelling in own}
        for partner in base.partners.values():
            self._add(partner.key, (*partner.name.values(), *partner.aliases))
        self._read: dict[str, tuple[Mention, ...]] = {}
        self._named: dict[str, list[Mention]] = {}
        self._longest: dict[str, int] = defaultdict(int)
        for stems in self._ways:
            self._longest[stems[0]] = max(self._longest[stems[0]], len(stems))

    def _add(self, key: str, spellings: Iterable[str]) -> None:
        for spelling in _parts(spellings):
            words = tuple(_WORD.findall(spelling))
            if any(letter.isalpha() for word in words for letter in word):
                self._ways[tuple(map(_stem, words))][key].add(tuple(map(_capital, words)))

    def mentions(self, text: str) -> list[Mention]:
        """The proper names in *text* that are not part of a longer one, in their order."""
        if text not in self._named:
            self._named[text] = _outermost(mention for mention in self.every(text) if mention.proper)
        return self._named[text]

    def spoken_of(self, text: str) -> list[Mention]:
        """The proper names in *text*, and the descriptions beside them."""
        named = self.mentions(text)
        free = (other for other in self.every(text) if all(other.end <= name.start or name.end <= other.start for name in named))
        return [*named, *_outermost(free)]

    def keys(self, text: str) -> frozenset[str]:
        """The keys of all that *text* names or describes, inside longer names too."""
        return frozenset(key for mention in self.every(text) for key in mention.keys)

    def touching(self, mention: Mention, text: str) -> frozenset[str]:
        """The keys of *mention* in *text*, of the names inside it and of those that it is part of."""
        others = (other.keys for other in self.every(text) if other.start < mention.end and mention.start < other.end)
        return mention.keys.union(*others)

    def every(self, text: str) -> tuple[Mention, ...]:
        """Every name and description in *text*, overlapping ones included."""
        if text not in self._read:
            self._read[text] = tuple(self._search(text))
        return self._read[text]

    def _search(self, text: str) -> Iterator[Mention]:
        words = list(_WORD.finditer(text))
        said = tuple(word[0] for word in words)
        stems = tuple(map(_stem, said))
        for start in [place for place, stem in enumerate(stems) if stem in self._longest]:
            for end in range(start + 1, min(start + self._longest[stems[start]], len(words)) + 1):
                if ways := self._ways.get(stems[start:end]):
                    found = _read(ways, tuple(map(_written, said[start:end])))
                    if found:
                        own = self._whose.get(said[start:end])
                        keys = frozenset({own}) if own else frozenset(key for key, _ in found)
                        yield Mention(keys, words[start].start(), words[end - 1].end(), any(way for _, way in found))


def _read(ways: dict[str, set[Capitals]], capitals: Capitals) -> list[tuple[str, bool]]:
    """The keys whose spelling goes with *capitals*, and whether that spelling names or only describes."""
    found = []
    for key, spellings in ways.items():
        fitting = [way for way in spellings if all(map(int.__le__, way, capitals))]
        if fitting:
            found.append((key, any(len(way) == 1 or way[0] > SMALL for way in fitting)))
    return found


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"(?:(?:the|les?|la) |l')", re.IGNORECASE)


def _parts(spellings: Iterable[str]) -> Iterator[str]:
    """*spellings* without their article; an abbreviation in brackets is a spelling of its own, other brackets are remarks."""
    for spelling in spellings:
        whole, _, bracket = spelling.partition(" (")
        yield _ARTICLE.sub("", whole, count=1) if _ARTICLE.match(whole) else whole
        if bracket.rstrip(")").isupper():
            yield bracket.rstrip(")")


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """*word* without case, accents and the endings of number and gender: *chinoises* is *Chinois*."""
    folded = fold(word)
    stem = folded.removesuffix("s").removesuffix("e").removesuffix("s")
    return stem if len(stem) >= SHORTEST else folded


SHORTEST = 3
"""Letters that must stay: ONU and URSS are not cut."""


SMALL, CAPITAL, ALL_CAPITALS = range(3)


def _written(word: str) -> int:
    """How *word* is written in a text."""
    return ALL_CAPITALS if word.isupper() else CAPITAL if word[0].isupper() else SMALL


def _capital(word: str) -> int:
    """What *word* of a spelling asks for: a short abbreviation all capitals, so that an article is no UN; a heading may shout."""
    return min(_written(word), ALL_CAPITALS if len(word) <= ABBREVIATION else CAPITAL)


ABBREVIATION = 4
"""Letters up to which a word in capitals is an abbreviation."""
