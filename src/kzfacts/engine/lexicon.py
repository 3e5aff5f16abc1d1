"""Words and phrases of a text to symbols: partners, names and concepts of the base, in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from kzfacts.engine.words import Language, is_number
from kzfacts.facts.rows import Form, Lexeme, Phrases

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
    typed: Phrases
    stemmed: Phrases
    """The phrases of the lexicon that it opens: words as typed, and their stems."""
    known: bool = True
    """Whether the base or the language knows it, at least by its stem."""
    spelt: bool = True
    """Whether the base or general language has it as it stands."""
    zipf: float = 0.0
    """Its Zipf frequency in general language, 0 for a rare word or a slip."""
    languages: str = ""
    """The codes of the languages in which the base's questions and statements use it."""

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
    opens = anywhere.opens + typed.opens  # what is found first holds
    return Word(token, stem, language.plain(stem), symbol, opens, stemmed.opens)


def known_word(token: str, stems: Sequence[str], language: Language, lookup: Lookup, languages: str = "") -> Word:
    """*token* with the first of its possible *stems* that *lookup* knows, and whether it is known and rightly spelt.

    *languages* are the codes of the languages in which the base says it.
    """
    bare, own = lookup(token) or NO_LEXEME, lookup(f"{language.code}:{token}") or NO_LEXEME
    options = [word(token, stem, language, lookup) for stem in stems]
    typed = bool(bare.symbol or own.symbol)
    known = [option for option in options if typed or _used(option, language, lookup)]
    ruled = token in language.stop or token in language.light
    return (known or options)[0]._replace(
        known=bool(known) or token in language.light,
        spelt=typed or bool(bare.zipf or languages) or ruled or is_number(token),
        zipf=bare.zipf,
        languages=languages,
    )


def word_from(token: str, form: Form, language: Language) -> Word:
    """*token* as *form* has it."""
    stem, symbol, typed, stemmed, known, spelt, zipf, languages = form
    return Word(token, stem, language.plain(stem), symbol, typed, stemmed, known, spelt, zipf, languages)


def _used(word: Word, language: Language, lookup: Lookup) -> bool:
    """Whether a term of the index or an entry of the lexicon has the stem of *word*."""
    plain, stemmed = lookup(word.plain) or NO_LEXEME, lookup(f"{language.code}:{word.stem}") or NO_LEXEME
    return plain.used or bool(stemmed.symbol)


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
    if start + 1 < len(words) and _goes_on(first, words[start + 1]):
        for end in range(min(len(words), start + LONGEST_PHRASE), start + 1, -1):
            rest = words[start + 1 : end]
            symbol = found(first.typed, [word.token for word in rest]) or found(first.stemmed, [word.stem for word in rest])
            if symbol:
                return end, symbol
    return start + 1, None


def _goes_on(first: Word, second: Word) -> bool:
    """Whether a phrase may start with these words."""
    return f"\n{second.token}" in first.typed or f"\n{second.stem}" in first.stemmed


def phrases(symbols: Mapping[str, str]) -> Phrases:
    """The rest of each phrase -> its symbol, as text."""
    return "".join([f"\n{rest}\t{symbol}" for rest, symbol in sorted(symbols.items())]) + "\n" if symbols else ""


def found(phrases: Phrases, rest: Sequence[str]) -> str | None:
    """The symbol of the first of *phrases* that goes on with the words *rest*."""
    line = f"\n{' '.join(rest)}\t"
    start = phrases.find(line)
    return None if start < 0 else phrases[start + len(line) : phrases.index("\n", start + len(line))]
