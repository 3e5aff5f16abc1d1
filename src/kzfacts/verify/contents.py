"""What a passage of the report says, in a form that claims can be held against."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from kzfacts import languages
from kzfacts.engine.words import Language, folded, tokenise
from kzfacts.verify.forms import Form, forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kzfacts.verify.names import Names


class Contents(NamedTuple):
    """The text of a passage, and its figures, names and words."""

    text: str
    forms: tuple[Form, ...]
    names: frozenset[str]
    words: frozenset[str]


def contents(text: str, names: Names) -> Contents:
    """What *text*, in French, says."""
    return Contents(text, forms(text, "fr"), names.keys(text), words(text))


def bare(text: str) -> str:
    """*text* as it is compared: lower case, one kind of quotation mark, apostrophe, dash and times sign, no white space.

    What a browser, an editor or a typographer may change is gone; accents, digits and words stay.
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE).split())


_ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´′", "'"),
        **dict.fromkeys("«»“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "×": "x",
        "œ": "oe",
        "…": "...",
    }
)


@lru_cache(maxsize=20_000)
def letters(text: str) -> str:
    """The letters and digits of *text* without case and accents, as quotations are compared: capitals often lack them."""
    return _SIGN.sub("", unicodedata.normalize("NFKD", bare(text)))


_SIGN = re.compile(r"[\W_]")


@lru_cache(maxsize=1)
def _french() -> Language:
    return Language(folded(next(record for record in languages.load() if record["language"] == "fr")))


@lru_cache(maxsize=20_000)
def words(text: str) -> frozenset[str]:
    """The stems of *text*, in French, that carry meaning."""
    french = _french()
    return frozenset(french.stem(token) for token in tokenise(text) if len(token) > SHORTEST and token not in french.stop)


SHORTEST = 2
"""Letters up to which a word says nothing of a subject."""


def rarity(passages: Iterable[Contents]) -> Mapping[str, float]:
    """How much each word tells one of *passages* from the others: its inverse document frequency."""
    several = list(passages)
    counts = Counter(word for passage in several for word in passage.words)
    return {word: log(1 + (len(several) - count + 0.5) / (count + 0.5)) for word, count in counts.items()}


_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[«\"“(]?\s?[A-ZÀ-Ý])")


def sentences(text: str) -> list[str]:
    """The sentences of *text*."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence]
