"""Words and phrases to symbols: partners, names and concepts of the base, in every language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from kzfacts.engine.words import Language, tokenise
from kzfacts.facts.rows import Lexeme

LONGEST_PHRASE = 6
"""Words in the longest phrase that is looked up."""

NAME = "="
CONCEPT = "#"
STRANGER = "~"
WEAK = "%"
"""The first character of a symbol: ``=russia`` is a name of the base, ``~in`` one that the base does not have,
``#inflation`` a concept; a stem has none. ``%inflation`` stands in the lexicon for a word that may mean the concept
but means something else as well: it stays itself, with the concept as a part."""

NOTHING = "!"
"""The symbol of a word or phrase that means nothing of the lexicon, though it shares a stem with a word that does."""

Lookup = Callable[[str], "Lexeme | None"]


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


def entries(base: Mapping[str, Any], languages: Mapping[str, Language], strangers: Sequence[Mapping[str, Any]]) -> Entries:
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
    for entry in (*base["concepts"], *base["names"], *base["partners"], *strangers):
        for code, words in entry.get("not", {}).items():
            found.add_nothing(words, code)
    return found


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

    def add_nothing(self, phrases: Iterable[str], code: str) -> None:
        """Enter *phrases* of the language *code* as meaning nothing, as typed only."""
        for tokens in _short(phrases):
            self.typed.setdefault(f"{code}:{' '.join(tokens)}", NOTHING)

    def lexemes(self) -> dict[str, Lexeme]:
        """Each word of the lexicon -> its symbol, and each word that opens a phrase -> the rest with its symbol."""
        symbols: dict[str, str] = {}
        opens: dict[str, dict[str, str]] = defaultdict(dict)
        for phrase, symbol in (self.stemmed | self.typed).items():
            first, _, rest = phrase.partition(" ")
            if rest:
                opens[first][rest] = symbol
            else:
                symbols[first] = symbol
        return {form: Lexeme(symbols.get(form), opens.get(form, {})) for form in symbols.keys() | opens.keys()}

    def words(self) -> set[str]:
        """The words of all names and concepts as people type them."""
        return {word for phrase in self.typed for word in phrase.rpartition(":")[2].split()}

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


class Word(NamedTuple):
    """A word of a text as a language and a lexicon have it."""

    token: str
    stem: str
    plain: str
    """The symbol of a word that stands for itself."""
    symbol: str | None
    """What the lexicon has for the word alone; none for a light word."""
    typed: Mapping[str, str]
    stemmed: Mapping[str, str]
    """The rest of each phrase of the lexicon that it opens -> the symbol of the phrase: words as typed, and their stems."""
    reach: int
    """How many words the longest of these phrases has; 1 where it opens none."""
    known: bool = True
    """Whether the base or the language knows it, at least by its stem."""
    spelt: bool = True
    """Whether the base or general language has it as it stands."""
    zipf: float = 0.0
    """Its Zipf frequency in general language, 0 for a rare word or a slip."""

    @property
    def main(self) -> str:
        """The symbol that stands for it in a document."""
        return self.symbol if self.symbol and not self.symbol.startswith(WEAK) else self.plain


def word(token: str, stem: str, language: Language, lookup: Lookup) -> Word:
    """*token*, whose stem is *stem*, as *lookup* has it: as typed in any language, as typed and as stemmed in its own."""
    forms = token, f"{language.code}:{token}", f"{language.code}:{stem}"
    anywhere, typed, stemmed = [lookup(form) or NO_LEXEME for form in forms]
    symbol = None if token in language.light else anywhere.symbol or typed.symbol or stemmed.symbol
    symbol = None if symbol == NOTHING else symbol
    opens = {**typed.opens, **anywhere.opens} if typed.opens and anywhere.opens else typed.opens or anywhere.opens
    reach = 1 + max([1 + rest.count(" ") for rest in (*opens, *stemmed.opens)], default=0)
    return Word(token, stem, language.plain(stem), symbol, opens, stemmed.opens, reach)


NO_LEXEME = Lexeme()


def cuts(words: Sequence[Word], stop: AbstractSet[str]) -> Iterator[Cut]:
    """Cut a text into the longest phrases that its words open, and single words.

    Words in *stop* are passed over unless they are part of a phrase; light words stand for themselves.
    """
    start = 0
    while start < len(words):
        end, symbol = _longest(words, start)
        first = words[start]
        if symbol == NOTHING:
            yield from (Cut(at, at + 1, words[at].plain, ()) for at in range(start, end) if words[at].token not in stop)
        elif symbol:
            inside = (strong(word.symbol or word.plain) for word in words[start:end] if word.token not in stop)
            yield Cut(start, end, strong(symbol), tuple(dict.fromkeys(inside)))
        elif first.token not in stop and first.symbol and first.symbol.startswith(WEAK):
            yield Cut(start, end, first.plain, (strong(first.symbol),))
        elif first.token not in stop:
            yield Cut(start, end, first.main, (first.plain,) if first.symbol else ())
        start = end


def strong(symbol: str) -> str:
    """The concept that a weak *symbol* may mean; any other symbol as it is."""
    return CONCEPT + symbol[1:] if symbol.startswith(WEAK) else symbol


def _longest(words: Sequence[Word], start: int) -> tuple[int, str | None]:
    """The end of the longest phrase that starts at *start*, and its symbol; none for a word alone."""
    first = words[start]
    for end in range(min(len(words), start + first.reach), start + 1, -1):
        rest = words[start + 1 : end]
        symbol = first.typed.get(" ".join([word.token for word in rest])) or first.stemmed.get(" ".join([word.stem for word in rest]))
        if symbol:
            return end, symbol
    return start + 1, None
