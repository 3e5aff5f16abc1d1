"""The names and concepts of a base as words and phrases of every language. Made once per base, never per question."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kzfacts.engine.lexicon import CONCEPT, LONGEST_PHRASE, NAME, NOTHING, STRANGER, WEAK, phrases, script
from kzfacts.engine.words import Language, tokenise
from kzfacts.facts.rows import Lexeme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


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

    def add(self, texts: Iterable[str], symbol: str, code: str) -> None:
        """Enter *texts* of the language *code* for *symbol*, as typed and as stemmed."""
        for tokens in _short(texts):
            self.typed.setdefault(f"{code}:{' '.join(tokens)}", symbol)
            self._stem(tokens, symbol, code)

    def add_name(self, names: Iterable[str], symbol: str) -> None:
        """Enter *names* for *symbol*: as typed for every language, as stemmed for those of their script."""
        for tokens in _short(names):
            self.typed.setdefault(" ".join(tokens), symbol)
            for code in script(tokens[0]):
                if code in self._languages:
                    self._stem(tokens, symbol, code)

    def add_nothing(self, texts: Iterable[str], code: str) -> None:
        """Enter *texts* of the language *code* as meaning nothing, as typed only."""
        for tokens in _short(texts):
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
        return {form: Lexeme(symbols.get(form), phrases(opens.get(form, {}))) for form in symbols.keys() | opens.keys()}

    def words(self) -> set[str]:
        """The words of all names and concepts as people type them."""
        return {word for phrase in self.typed for word in phrase.rpartition(":")[2].split()}

    def _stem(self, tokens: Sequence[str], symbol: str, code: str) -> None:
        self.stemmed.setdefault(f"{code}:{' '.join(map(self._languages[code].stem, tokens))}", symbol)


def _short(texts: Iterable[str]) -> Iterator[list[str]]:
    """The words of each of *texts* that is short enough to be looked up."""
    return (tokens for tokens in map(tokenise, texts) if tokens and len(tokens) <= LONGEST_PHRASE)
