"""Words and phrases to symbols: partners, names and concepts of the base, in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from kzfacts.engine.words import Language, tokenise

LONGEST_PHRASE = 6
"""Words in the longest phrase that is looked up."""

NAME = "="
CONCEPT = "#"
STRANGER = "~"
"""The first character of a symbol: ``=russia`` is a name of the base, ``~in`` one that the base does not have,
``#inflation`` a concept; a stem has none."""

Lookup = Callable[[str], str | None]


class Cut(NamedTuple):
    """A word or phrase of a text: its place, its symbol, and the symbols of what it is made of.

    The *parts* of a phrase are the symbols of its words; that of a single word with a symbol is its stem.
    """

    start: int
    end: int
    symbol: str
    parts: tuple[str, ...]


def entries(base: Mapping[str, Any], languages: Mapping[str, Language], strangers: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Every word and phrase of the base's lexicon, as typed and as stemmed, with its symbol.

    A concept's words are kept under their language (``en:trade``), since the same letters may mean something
    else in another; names are the same in all. Names win over *strangers*, both over concepts, and a phrase as
    typed over a stemmed one.
    """
    typed: dict[str, str] = {}
    stemmed: dict[str, str] = {}

    def add(phrases: Iterable[str], symbol: str, codes: Iterable[str], prefix: str = "") -> None:
        for phrase in phrases:
            tokens = tokenise(phrase)
            if not tokens or len(tokens) > LONGEST_PHRASE:
                continue
            typed.setdefault(prefix + " ".join(tokens), symbol)
            for code in codes:
                stemmed.setdefault(prefix + " ".join(map(languages[code].stem, tokens)), symbol)

    for name in base["names"]:
        add([name["en"], name["fr"], *name["report"], *name["aliases"]], NAME + name["key"], languages)
    for partner in base["partners"]:
        add([*partner["name"].values(), *partner["aliases"]], NAME + partner["key"], languages)
    for stranger in strangers:
        add(stranger["names"], STRANGER + stranger["key"], languages)
    for concept in base["concepts"]:
        for code in languages:
            add(concept.get(code, ()), CONCEPT + concept["key"], [code], prefix=f"{code}:")
    return stemmed | typed


def cuts(tokens: Sequence[str], stems: Sequence[str], language: Language, stop: AbstractSet[str], lookup: Lookup) -> Iterator[Cut]:
    """Cut a text into the longest phrases that *lookup* knows, and single words.

    Words in *stop* are passed over unless they are part of a phrase; light words stand for themselves.
    """
    start = 0
    while start < len(tokens):
        end, symbol = _longest(tokens, stems, language, start, lookup)
        if end > start + 1:
            inside = range(start, end)
            singles = (_single(tokens[i], stems[i], language, lookup) or stems[i] for i in inside if tokens[i] not in stop)
            yield Cut(start, end, symbol or "", tuple(dict.fromkeys(singles)))
        elif tokens[start] not in stop:
            yield Cut(start, end, symbol or stems[start], (stems[start],) if symbol else ())
        start = end


def _longest(tokens: Sequence[str], stems: Sequence[str], language: Language, start: int, lookup: Lookup) -> tuple[int, str | None]:
    for end in range(min(len(tokens), start + LONGEST_PHRASE), start + 1, -1):
        symbol = _symbol(" ".join(tokens[start:end]), " ".join(stems[start:end]), language, lookup)
        if symbol is not None:
            return end, symbol
    return start + 1, _single(tokens[start], stems[start], language, lookup)


def _single(token: str, stem: str, language: Language, lookup: Lookup) -> str | None:
    return None if token in language.light else _symbol(token, stem, language, lookup)


def _symbol(typed: str, stemmed: str, language: Language, lookup: Lookup) -> str | None:
    prefix = language.code + ":"
    return lookup(typed) or lookup(prefix + typed) or lookup(stemmed) or lookup(prefix + stemmed)


def keys(tokens: Sequence[str], stems: Sequence[str], language: Language) -> set[str]:
    """Every key that `cuts` may look up, so that a store can fetch them at once."""
    runs = {
        " ".join(words[start:end])
        for words in (tokens, stems)
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + LONGEST_PHRASE) + 1)
    }
    return runs | {f"{language.code}:{run}" for run in runs}
