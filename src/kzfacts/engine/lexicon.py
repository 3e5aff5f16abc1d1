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
WEAK = "%"
"""The first character of a symbol: ``=russia`` is a name of the base, ``~in`` one that the base does not have,
``#inflation`` a concept; a stem has none. ``%inflation`` stands in the lexicon for a word that may mean the concept
but means something else as well: it stays itself, with the concept as a part."""

Lookup = Callable[[str], str | None]


class Cut(NamedTuple):
    """A word or phrase of a text: its place, its symbol, and the symbols of what it is made of.

    The *parts* of a phrase are the symbols of its words; that of a single word with a symbol is its stem.
    """

    start: int
    end: int
    symbol: str
    parts: tuple[str, ...]

    @property
    def weak(self) -> bool:
        """Whether it is a word that stands for itself and may mean a concept."""
        return self.symbol[0] not in NAME + CONCEPT + STRANGER and bool(self.parts)


def entries(base: Mapping[str, Any], languages: Mapping[str, Language], strangers: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Every word and phrase of the base's lexicon, as typed and as stemmed, with its symbol.

    A concept's words are kept under their language (``en:trade``), since the same letters may mean something else
    in another, and so are the stems of names; names as typed are the same in all. Names win over *strangers*, both
    over concepts, and a phrase as typed over a stemmed one.
    """
    found = Entries(languages)
    for name in base["names"]:
        found.add_name([name["en"], name["fr"], *name["report"], *name["aliases"]], NAME + name["key"])
    for partner in base["partners"]:
        found.add_name([*partner["name"].values(), *partner["aliases"]], NAME + partner["key"])
    for stranger in strangers:
        found.add_name(stranger["names"], STRANGER + stranger["key"])
    concepts = [(CONCEPT + concept["key"], concept) for concept in base["concepts"]]
    concepts += [(WEAK + concept["key"], concept["also"]) for concept in base["concepts"] if "also" in concept]
    for symbol, words in concepts:
        for code in languages:
            found.add(words.get(code, ()), symbol, code)
    return found.stemmed | found.typed


class Entries:
    """The lexicon in the making; what is added first stays."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self.typed: dict[str, str] = {}
        self.stemmed: dict[str, str] = {}
        self._languages = languages

    def add(self, phrases: Iterable[str], symbol: str, code: str) -> None:
        """Enter *phrases* of the language *code* for *symbol*, as typed and as stemmed."""
        for tokens in _short(phrases):
            self.typed.setdefault(f"{code}:{' '.join(tokens)}", symbol)
            self._stem(tokens, symbol, code)

    def add_name(self, names: Iterable[str], symbol: str) -> None:
        """Enter *names* for *symbol*: as typed for every language, as stemmed for those of their script."""
        for tokens in _short(names):
            self.typed.setdefault(" ".join(tokens), symbol)
            for code in script(tokens[0]):
                if code in self._languages:
                    self._stem(tokens, symbol, code)

    def _stem(self, tokens: Sequence[str], symbol: str, code: str) -> None:
        self.stemmed.setdefault(f"{code}:{' '.join(map(self._languages[code].stem, tokens))}", symbol)


def _short(phrases: Iterable[str]) -> Iterator[list[str]]:
    """The words of each of *phrases* that is short enough to be looked up."""
    return (tokens for tokens in map(tokenise, phrases) if tokens and len(tokens) <= LONGEST_PHRASE)


LATIN = ("en", "fr")
CYRILLIC = ("ru", "kk")
"""The languages that share a script, and so might share a word."""


def script(text: str) -> tuple[str, ...]:
    """The languages whose script *text* is in."""
    return CYRILLIC if any("\u0400" <= char <= "\u04ff" for char in text) else LATIN


def cuts(  # noqa: PLR0913, PLR0917 - six views of the same text
    tokens: Sequence[str], stems: Sequence[str], plain: Sequence[str], language: Language, stop: AbstractSet[str], lookup: Lookup
) -> Iterator[Cut]:
    """Cut a text into the longest phrases that *lookup* knows, and single words with their *plain* symbols.

    Words in *stop* are passed over unless they are part of a phrase; light words stand for themselves.
    """
    start = 0
    while start < len(tokens):
        end, symbol = _longest(tokens, stems, language, start, lookup)
        if end > start + 1:
            inside = range(start, end)
            singles = (strong(_single(tokens[i], stems[i], language, lookup) or plain[i]) for i in inside if tokens[i] not in stop)
            yield Cut(start, end, strong(symbol or ""), tuple(dict.fromkeys(singles)))
        elif tokens[start] not in stop and symbol and symbol.startswith(WEAK):
            yield Cut(start, end, plain[start], (strong(symbol),))
        elif tokens[start] not in stop:
            yield Cut(start, end, symbol or plain[start], (plain[start],) if symbol else ())
        start = end


def strong(symbol: str) -> str:
    """The concept that a weak *symbol* may mean; any other symbol as it is."""
    return CONCEPT + symbol[1:] if symbol.startswith(WEAK) else symbol


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
    return lookup(typed) or lookup(prefix + typed) or lookup(prefix + stemmed)


def keys(tokens: Sequence[str], stems: Sequence[str], language: Language) -> set[str]:
    """Every key that `cuts` may look up, so that a store can fetch them at once."""
    runs = {
        " ".join(words[start:end])
        for words in (tokens, stems)
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + LONGEST_PHRASE) + 1)
    }
    return runs | {f"{language.code}:{run}" for run in runs}
