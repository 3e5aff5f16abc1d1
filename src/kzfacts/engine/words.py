"""Text to tokens and stems: the part of reading that needs no fact base."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, Any

import Stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST_QUESTION = 2_000
"""Characters of a question that are read; far above the longest real one (about 300)."""

_SEPARATED = re.compile(r"(?<=\d)[ ,.\u00a0\u2009\u202f'](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_SHORT_YEAR = re.compile(r"(?<![\w'’])['’](\d\d)(?!\w)")
_TOKEN = re.compile(r"\d+(?:\.\d+)+|[^\W_]+|(?<!\d)(?<!\d\s)%")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _unaccented() -> dict[int, str | None]:
    """A translation table: Latin letters lose their accents, loose accents go, ё becomes е."""
    table: dict[int, str | None] = dict.fromkeys(range(0x300, 0x370))
    for code in range(0xC0, 0x250):
        table[code] = unicodedata.normalize("NFKD", chr(code))[0]
    return table | {ord(a): b for a, b in zip("œæøłıё", ("oe", "ae", "o", "l", "i", "е"), strict=True)}


_PLAIN = _unaccented()


def fold(text: str) -> str:
    """*text* in lower case without Latin accents, its numbers as ``4165000`` and ``20.3``, a year '22 as 2022."""
    text = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    return _DECIMAL.sub(".", _SEPARATED.sub("", _SHORT_YEAR.sub(_whole_year, text)))


def _whole_year(short: re.Match[str]) -> str:
    """The year that two digits behind an apostrophe stand for: '22 is 2022, '91 is 1991."""
    return ("20" if int(short[1]) < NEXT_CENTURY else "19") + short[1]


NEXT_CENTURY = 50
"""Two digits from which on a short year is of the twentieth century."""


def tokenise(text: str) -> list[str]:
    """The words and numbers of *text*, folded, in order."""
    return _TOKEN.findall(fold(text))


def capitals(text: str) -> set[str]:
    """The words of *text*, folded, that are typed in capitals as a name is; none where everything is."""
    if text.isupper() or text.islower():
        return set()
    words = _TOKEN.findall(unicodedata.normalize("NFC", text))
    return {fold(word) for word in words if len(word) > 1 and word.isupper()}


def is_year(token: str) -> bool:
    """Whether *token* is a year that a question may name."""
    return _YEAR.fullmatch(token) is not None


def is_number(token: str) -> bool:
    """Whether *token* starts with a digit: a figure, a year, ``45th``, ``4x4``."""
    return token[:1].isdigit()


class Language:
    """How one language is read: stop words, light words, stems, and the words that open a kind of question.

    It is made from a record that `folded` has prepared, so that starting costs no more than making a few sets.
    """

    def __init__(self, record: Mapping[str, Any]) -> None:
        self.code: str = record["language"]
        self.stop = frozenset(record["stop"])
        self._idle: Sequence[str] = record["idle"]
        self._accented = frozenset(record["accented"])
        self.light = frozenset(record["light"])
        self.kinds: Mapping[str, str] = record["kinds"]
        """Pattern -> the kind of answer that it asks for; nothing for an idle phrase."""
        self.openers: Mapping[str, int] = record["openers"]
        """First word of a pattern -> the words of the longest one that it opens."""
        self.late = frozenset(record["late"])
        """Kinds whose words stand late in a sentence (ли, ма), where other languages put them first."""
        self.letters = frozenset(record["letters"])
        """Letters that tell the language by themselves."""
        self.determiners = frozenset(record["determiners"])
        """Words that ask for one of a kind: *which* company, *quelle* année."""
        self.nouns: Mapping[str, str] = record["nouns"]
        """Noun -> the kind of answer that such a word asks for with it."""
        self.pointers: Mapping[str, bool] = record["pointers"]
        """Words before a name -> whether they point to it: *in the* does, *according to* does not."""
        self.longest_pointer: int = record["longest_pointer"]
        self.comparisons: Mapping[str, Sequence[tuple[Sequence[str], str]]] = record["comparisons"]
        """First word of a comparison -> its words, and the word that must stand a little behind them, if any."""
        self.shorthand: Mapping[str, str] = record["shorthand"]
        """What people type for a word in a hurry -> the word: *tps* for *temps*."""
        self._elided: Sequence[str] = record["elided"]
        self._same: Mapping[str, str] = record["same"]
        self._irregular: Mapping[str, str] = record["irregular"]
        self._ordinals = frozenset(record["ordinals"])
        self._suffixes = frozenset(record["suffixes"])
        self._endings = [tuple(pair) for pair in record["endings"]]
        self._hidden = [tuple(pair) for pair in record["hidden"]]
        self._longest = max(map(len, self._suffixes), default=0)
        self._stemmer = Stemmer.Stemmer(record["stemmer"]) if record["stemmer"] else None

    def stop_in(self, text: str, tokens: Sequence[str]) -> frozenset[str]:
        """The words to pass over in *text*, which has these *tokens*.

        Without those that are typed in capitals or with an accent as a name or another word: US and UN are names where
        us and un are not, unless everything is in capitals; French *né* and *sûr* are no *ne* and *sur*. With the
        words of idle phrases: *what's the deal with* asks for no deal.
        """
        others = capitals(text)
        if not text.isascii():
            words = _TOKEN.findall(unicodedata.normalize("NFC", text))
            others |= {fold(word) for word in words if not word.isascii() and word.casefold() not in self._accented}
        said = f" {' '.join(tokens)} "
        idle = [phrase for phrase in self._idle if phrase in said]
        stop = self.stop.difference(others) if others else self.stop
        return stop.union(*map(str.split, idle)) if idle else stop

    def written(self, tokens: Sequence[str]) -> list[str]:
        """*tokens* with shorthand written out."""
        return [self.shorthand.get(token, token) for token in tokens]

    def unglued(self, token: str) -> list[str]:
        """What *token* may be without the elided word that is typed in one with it: French *leurope*, *dabraham*."""
        parts = [token[len(short) :] for short in self._elided if token.startswith(short)]
        return [rest for rest in parts if len(rest) >= SHORTEST_UNGLUED and rest[0] in VOWELS]

    def stem(self, token: str) -> str:
        """The symbol of a folded *token*: a number for a number word or an ordinal, a month, else its stem.

        An irregular form (*bought*, *acquis*) has the stem of its lemma. Stems are Snowball's where it has the
        language, else what stays when the longest listed suffix is taken off.
        """
        if is_number(token):
            digits = token.rstrip(_LETTERS) if token[-1:].isalpha() else token
            return digits if token[len(digits) :] in self._ordinals else token
        if token in self._same:
            return self._same[token]
        if token in self.stop:  # *des forces* is no form of *de force*
            return token
        token = self._irregular.get(token) or self._unfolded(token)
        if self._stemmer is not None:
            return str(self._stemmer.stemWord(token))
        for cut in range(min(self._longest, len(token) - SHORTEST_STEM), 0, -1):
            if token[-cut:] in self._suffixes:
                return token[:-cut]
        return token

    def _unfolded(self, token: str) -> str:
        """*token* with an ending that Snowball takes off, where folding has hidden it: French *autorisée* as *autorise*."""
        found = ((ending, instead) for ending, instead in self._hidden if token.endswith(ending) and len(token) > len(ending) + 2)
        ending, instead = next(found, ("", ""))
        return token.removesuffix(ending) + instead

    def stems(self, token: str) -> list[str]:
        """The stem of *token*, then those that a listed ending may hide: Snowball keeps the -ent of French *causent*."""
        hidden = (token.removesuffix(ending) + instead for ending, instead in self._endings if token.endswith(ending))
        return [self.stem(token), *(self.stem(form) for form in hidden if len(form) > SHORTEST_STEM)]

    def plain(self, stem: str) -> str:
        """The symbol of a word that stands for itself: its stem under its language, a number or month as it is.

        The same letters are another word in another language: English *pay*, French *pay(s)*.
        """
        return stem if is_number(stem) or stem.startswith(MONTH) else f"{self.code}:{stem}"


_LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"


def folded(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a language with its words folded, ready for `Language`; made once, when a base is compiled."""
    same = {fold(word): str(number) for word, number in record["numbers"].items()}
    same |= {fold(word): f"{MONTH}{number}" for word, number in record["months"].items()}
    kinds = {" ".join(tokenise(sign)): kind for kind, signs in record["kinds"].items() for sign in signs}
    idle = [" ".join(tokenise(phrase)) for phrase in record.get("idle", ())]
    pointers = {" ".join(tokenise(phrase)): how == "to" for how, phrases in record.get("pointers", {}).items() for phrase in phrases}
    kinds |= dict.fromkeys(idle, "")
    return {
        "language": record["language"],
        "idle": [f" {phrase} " for phrase in idle],
        "stemmer": record["stemmer"],
        "kinds": kinds,
        "openers": {first: max(len(sign.split()) for sign in some) for first, some in groupby(sorted(kinds), _first)},
        "same": same,
        "nouns": {fold(noun): kind for kind, nouns in record["nouns"].items() for noun in nouns},
        "irregular": {fold(form): fold(lemma) for form, lemma in record.get("irregular", {}).items()},
        "accented": sorted({word for phrase in record["stop"] for word in _TOKEN.findall(phrase.casefold()) if not word.isascii()}),
        "letters": record.get("letters", ""),
        "late": record.get("late", []),
        "endings": record.get("endings", []),
        "hidden": record.get("hidden", []),
        "elided": record.get("elided", []),
        "pointers": pointers,
        "longest_pointer": max((len(phrase.split()) for phrase in pointers), default=0),
        "comparisons": _comparisons(record.get("comparisons", ())),
        "shorthand": {fold(short): fold(word) for short, word in record.get("shorthand", {}).items()},
    } | {name: _folded(record.get(name, ())) for name in ("stop", "light", "determiners", "ordinals", "suffixes")}


def _comparisons(phrases: Iterable[str]) -> dict[str, list[tuple[list[str], str]]]:
    """The first word of each of *phrases* -> its words, and the one behind the gap that ``…`` leaves."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in phrases:
        first, _, second = phrase.partition("…")
        tokens = tokenise(first)
        found.setdefault(tokens[0], []).append((tokens, fold(second.strip())))
    return found


def _first(phrase: str) -> str:
    return phrase.partition(" ")[0]


def _folded(words: Sequence[str]) -> list[str]:
    return sorted({token for word in words for token in tokenise(word)})


MONTH = "@"
"""The first character of a month's symbol: ``@11`` is November in every language."""

VOWELS = "aeiouhy"
SHORTEST_UNGLUED = 3
"""What a word before which another one is elided starts with, folded, and the letters that it must have."""

SHORTEST_STEM = 4
"""Letters that must stay when a listed suffix is taken off."""
