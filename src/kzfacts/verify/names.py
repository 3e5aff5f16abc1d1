"""Proper names in text: every spelling of a base's partners and names, found whatever the inflection."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kzfacts.engine.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kzfacts.facts.base import Base

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"(?:the|les?|la) |l'", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: the *keys* of those that it can stand for, best first, and the characters that say it."""

    keys: tuple[str, ...]
    start: int
    end: int


class Names:
    """The names that a base knows."""

    def __init__(self, base: Base) -> None:
        self._forms: dict[tuple[str, ...], dict[str, list[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(list))
        for record in base.part("names"):
            self._add(record["key"], (record["en"], record["fr"], *record["report"], *record["aliases"]))
        for partner in base.partners.values():
            self._add(partner.key, (*partner.name.values(), *partner.aliases))
        self._longest = max(map(len, self._forms), default=0)

    def _add(self, key: str, spellings: Iterable[str]) -> None:
        for spelling in _parts(spellings):
            words = tuple(_WORD.findall(spelling))
            self._forms[tuple(map(_stem, words))][key].append(words)

    def mentions(self, text: str) -> list[Mention]:
        """The names in *text* that are not part of a longer one, in their order."""
        found: list[Mention] = []
        for mention in sorted(self.all_mentions(text), key=lambda mention: (mention.start, -mention.end)):
            if not found or mention.start >= found[-1].end:
                found.append(mention)
        return found

    def keys(self, text: str) -> frozenset[str]:
        """The keys of all names in *text*, of those inside longer ones too."""
        return frozenset(key for mention in self.all_mentions(text) for key in mention.keys)

    def all_mentions(self, text: str) -> Iterator[Mention]:
        """Every name in *text*, overlapping ones included."""
        words = list(_WORD.finditer(text))
        stems = [_stem(word[0]) for word in words]
        for start in range(len(words)):
            for end in range(start + 1, min(start + self._longest, len(words)) + 1):
                spellings = self._forms.get(tuple(stems[start:end]))
                if spellings is None:
                    continue
                said = [word[0] for word in words[start:end]]
                keys = tuple(key for key, ways in spellings.items() if any(_written(said, way) for way in ways))
                if keys:
                    yield Mention(keys, words[start].start(), words[end - 1].end())


def _parts(spellings: Iterable[str]) -> Iterator[str]:
    """*spellings* without articles; what stands in brackets, an abbreviation most often, is a spelling of its own."""
    for spelling in spellings:
        whole, _, bracket = spelling.partition(" (")
        for part in (whole, bracket.rstrip(")")):
            if part:
                yield _ARTICLE.sub("", part, count=1) if _ARTICLE.match(part) else part


def _stem(word: str) -> str:
    folded = fold(word)
    return folded[:-1] if len(folded) > SHORT and folded.endswith("s") else folded


SHORT = 3
"""Letters up to which a final s is no plural: URSS, pays, OTS."""


def _written(said: list[str], way: tuple[str, ...]) -> bool:
    """Whether *said* keeps the capitals of *way*: an article is no UN, and a short abbreviation is all capitals."""
    return all(_cased(word, model) for word, model in zip(said, way, strict=True))


def _cased(word: str, model: str) -> bool:
    if len(model) <= ABBREVIATION and model.isupper():
        return word.isupper()
    return not model[0].isupper() or word[0].isupper()


ABBREVIATION = 4


def known(base: Base) -> Mapping[str, Any]:
    """Key -> how the base spells it in English and French, partners and names alike."""
    return {partner.key: dict(partner.name) for partner in base.partners.values()} | {
        record["key"]: {"en": record["en"], "fr": record["fr"]} for record in base.part("names")
    }
