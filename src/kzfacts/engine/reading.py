"""A question to the symbols, years and kind of answer that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.kinds import wanted
from kzfacts.engine.lexicon import cuts, script
from kzfacts.engine.marks import marks
from kzfacts.engine.respelling import respelt
from kzfacts.engine.units import Unit, kind_units, units_of
from kzfacts.engine.words import LONGEST_QUESTION, capitals, tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.vocabulary import Languages
    from kzfacts.facts.base import Base

MOST_WORDS = LONGEST_QUESTION // 2
"""Words of a question that are read: as many as have room in one, though one character can stand for four Arabic words."""

TELLING = 3
"""What a letter that only one language has counts beside a stop word's 2 (French ç)."""


class Reading(NamedTuple):
    """How a question was read."""

    language: str | None
    """Of the question; none where nothing tells."""
    units: tuple[Unit, ...]
    kinds: tuple[str, ...]
    """The kinds of answer that it wants, as its words say."""
    cut: bool
    """Whether the question was longer than what is read."""
    noise: bool
    """Whether it is code, or one word over and over, and no question."""
    marks: tuple[str, ...] = ()
    """To whom it points, and whether it compares."""

    @property
    def mass(self) -> float:
        """The sum of the weights of its units."""
        return sum([unit.weight for unit in self.units])

    @property
    def bare_name(self) -> str | None:
        """The symbol of the name that it consists of; none where it asks anything of it, or names nothing."""
        words = [unit for unit in self.units if not unit.kind]
        return words[0].symbol if len(words) == 1 and words[0].name else None


def read(question: str, base: Base, languages: Languages) -> Reading:
    """*question* as symbols of *base*."""
    text = question[:LONGEST_QUESTION]
    typed = tokenise(text)[:MOST_WORDS]
    code = detect(text, typed, languages)
    vocabulary = languages.vocabulary(code or script(text)[0])
    language = vocabulary.language
    stop = language.stop_in(text, typed)
    words = respelt(vocabulary.words(language.written(typed), stop), stop, vocabulary, base)
    pieces = list(cuts(words, stop))
    kinds = wanted([word.token for word in words], language)
    units = units_of(pieces, typed, words, language, base)
    found = tuple(sorted(marks([word.token for word in words], pieces, language)))
    return Reading(code, (*units, *kind_units(kinds, base)), kinds, len(question) > len(text), is_noise(text, typed), found)


def is_noise(text: str, tokens: Sequence[str]) -> bool:
    """Whether *text*, with these *tokens*, is code by its signs, or one word over and over."""
    return len(_CODE.findall(text)) >= SIGNS or (len(tokens) >= OVER_AND_OVER and len({*tokens}) == 1)


_CODE = re.compile(r"[={}<>|\\^~`]|(?<!\S)--\w|(?:--|;)\s*$|\s\*\s|\(\)|\$[A-Za-z{(]|://")
"""What people write in no question but in commands, queries, markup and programs."""

SIGNS = 2
"""Signs of code from which a text is code; one may be a slip."""

OVER_AND_OVER = 3
"""Times that one word alone is no question."""


def detect(text: str, tokens: Sequence[str], languages: Languages) -> str | None:
    """The language of a question by its script, its stop words and light words, then by the words of the base."""
    codes = script(text)
    letters = frozenset(text.casefold())
    names = capitals(text)
    words = [token for token in tokens if token not in names]
    own = languages.vocabulary(codes[0]).own(tokens)
    said = [own[token].languages for token in tokens]
    score: dict[str, int] = {}
    for code in codes:
        language = languages[code]
        score[code] = TELLING * (not letters.isdisjoint(language.letters)) + sum([code in some for some in said])
        score[code] += sum([2 * (word in language.stop) + (word in language.light) + (word in language.shorthand) for word in words])
    best, other = sorted(codes, key=lambda code: -score[code])
    return best if score[best] > score[other] else None
