"""Figures and dates as French and English text writes them, read to values that can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.verify.numerals import FACTORS, FRACTIONS, MONTHS, NUMERALS, ORDINALS, ROMAN, SCALES, SOME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NUMBER, ORDINAL, DATE, FRACTION, CODE = "number", "ordinal", "date", "fraction", "code"
DECADE, CENTURY, SIZE, NOTE, PARAGRAPH, SECTION = "decade", "century", "size", "note", "paragraph", "section"
"""Kinds of form. A year alone is a date; a code is ``4x4`` or ``R7``; a size is an order of size, as in several thousand."""

Value = Decimal | tuple[int, int, int] | str
"""A number; a date as year, month and day, 0 for what is not said; the letters of a code or fraction."""


class Form(NamedTuple):
    """A figure or date in a text: what it says, and the characters from *start* to *end* that say it."""

    kind: str
    value: Value
    unit: str
    """``%``, ``times``, ``US dollars``, ``euros``, ``tonnes``, ``km²`` or nothing."""
    start: int
    end: int
    spelt: bool = False
    """Whether it is a number from two to ten in letters, which prose uses freely."""


@lru_cache(maxsize=20_000)
def forms(text: str, language: str) -> tuple[Form, ...]:
    """The figures and dates of *text*, which is in *language* (``en`` or ``fr``), in their order."""
    found: list[Form] = []
    there = frozenset(_PIECE.findall(text.casefold()))
    for reader in READERS[language]:
        if reader.needs.isdisjoint(there):
            continue
        matches = list(reader.pattern.finditer(text))
        for match in matches:
            found += reader.read(match, language)
        if matches:
            text = reader.pattern.sub(lambda match: "\0" * len(match[0]), text)
    return tuple(sorted(found, key=lambda form: form.start))


_PIECE = re.compile(r"[^\W\d_]+|\d|[-×¶§]")


def number(text: str, language: str) -> Decimal:
    """The value of a number in digits or letters, without scale word and unit."""
    word = text.casefold()
    if word in NUMERALS[language]:
        return Decimal(NUMERALS[language][word])
    if not word[0].isdigit():
        return Decimal(1)  # un millier, a thousand
    separators = rf"{BLANK}|['’]|{',' if language == 'en' else '[.]'}"
    return Decimal(re.sub(rf"(?:{separators})(?=\d{{3}}(?!\d))", "", text).replace(",", "."))


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


BLANK = "[ \u00a0\u2009\u202f]"
EDGE = r"(?<![\w.,/])"
FIGURE = {
    "en": rf"\d{{1,3}}(?:(?:,|{BLANK})\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?",
    "fr": rf"\d{{1,3}}(?:(?:[.'’]|{BLANK})\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?",
}
"""A number in digits: grouped by threes or not, with or without decimals."""

UNITS = (
    ("%", "%|percent|per cent|pour cent"),
    ("US dollars", r"(?:US |de |d')?dollars?|\$"),
    ("euros", "(?:de |d')?euros?|€"),
    ("tonnes", "(?:de )?tonnes?"),
    ("km²", "km2|km²|square kilometres|kilomètres carrés"),
)
"""Unit -> how it is written after a number."""

Match = re.Match[str]


def _form(match: Match, kind: str, value: Value, unit: str = "", *, spelt: bool = False) -> Iterator[Form]:
    yield Form(kind, value, unit, match.start(), match.end(), spelt)


def _day(match: Match, language: str) -> Iterator[Form]:
    for day in filter(None, (match["before"], match["day"])):
        yield from _form(match, DATE, (int(match["year"] or 0), _month(match["month"], language), int(day)))


def _months(match: Match, language: str) -> Iterator[Form]:
    for month in filter(None, (match["from"], match["month"])):
        yield from _form(match, DATE, (int(match["year"] or 0), _month(month, language), 0))


def _month(word: str, language: str) -> int:
    return [name.casefold() for name in MONTHS[language]].index(word.casefold()) + 1


def _year(match: Match, _language: str) -> Iterator[Form]:
    yield from _form(match, DATE, (int(match["year"]), 0, 0))
    if match["to"]:
        yield from _form(match, DATE, (int(match["year"][:-2] + match["to"]), 0, 0))


def _factor(match: Match, language: str) -> Iterator[Form]:
    return _form(match, NUMBER, Decimal(FACTORS[language][match["word"].casefold()]), "times")


def _times(match: Match, language: str) -> Iterator[Form]:
    return _form(match, NUMBER, number(match["factor"], language), "times")


def _number(match: Match, language: str) -> Iterator[Form]:
    scale = (match["scale"] or "").casefold().removesuffix("s")
    value = number(match["number"], language) * (SCALES[language][scale] if scale else 1)
    written = match["unit"] or match["sign"] or ""
    unit = next((name for name, pattern in UNITS if re.fullmatch(pattern, written, re.IGNORECASE)), "")
    spelt = not scale and not unit and match["number"][0].isalpha() and 2 <= value <= LARGEST_SPELT  # noqa: PLR2004
    yield from _form(match, NUMBER, value, unit, spelt=spelt)


LARGEST_SPELT = 10


def _ordinal(match: Match, language: str) -> Iterator[Form]:
    word = (match["word"] or "").casefold()
    rank = ORDINALS[language].get(word) or ORDINALS[language].get(word.removesuffix("s")) or int(match["digits"] or 0)
    yield from _form(match, CENTURY if match["century"] else ORDINAL, Decimal(rank))


def _roman_century(match: Match, _language: str) -> Iterator[Form]:
    return _form(match, CENTURY, Decimal(ROMAN[match["roman"]])) if match["roman"] in ROMAN else iter(())


def _one_in(match: Match, language: str) -> Iterator[Form]:
    return _form(match, FRACTION, f"1/{number(match['parts'], language)}")


def _code(match: Match, _language: str) -> Iterator[Form]:
    return _form(match, CODE, match[0].casefold().replace("×", "x").replace("-", "").replace(" ", ""))


def _decade(match: Match, _language: str) -> Iterator[Form]:
    return _form(match, DECADE, match["decade"])


def _place(match: Match, _language: str) -> Iterator[Form]:
    kind = NOTE if match["note"] else PARAGRAPH
    for found in re.findall(r"\d+", match["numbers"]):
        yield from _form(match, kind, Decimal(found))


def _section(match: Match, _language: str) -> Iterator[Form]:
    return _form(match, SECTION, match[0])


def _nothing(_match: Match, _language: str) -> Iterator[Form]:
    return iter(())


Read = Callable[[Match, str], "Iterable[Form]"]


class Reader(NamedTuple):
    """A pattern, what reads a match of it, and the words and signs of which a text must have one for a match."""

    pattern: re.Pattern[str]
    read: Read
    needs: frozenset[str]


ANY_DIGIT = frozenset("0123456789")


def _rule(pattern: str, read: Read, needs: Iterable[str] = ANY_DIGIT, *, exact: bool = False) -> Reader:
    words = {word for need in needs for word in _PIECE.findall(need.casefold())}
    return Reader(re.compile(pattern, re.NOFLAG if exact else re.IGNORECASE), read, frozenset(words | {f"{word}s" for word in words}))


def _readers(language: str) -> Iterator[Reader]:
    """The readers of *language*, in the order to try them: what one has read is hidden from the next."""
    yield _rule(r"(?:https?://|www\.)\S+|\b[^\W_]+(?:-[^\W_]+){4,}", _nothing, ("http", "www", "-"))
    yield _rule(r"\b[A-Z]\.\d+(?:\.[a-z]\b)?", _section, exact=True)
    yield _rule(r"\b[A-Z]\.\s\d+\)", _nothing, exact=True)
    numbers = r"(?P<numbers>\d+(?!\d)(?:(?:\s?[-,]\s?|\s(?:and|et|to|à)\s)\d+(?![\d,.]\d))*)"
    yield _rule(rf"(?:\b(?P<note>(?:foot)?notes?)|¶|§|\bparagraph(?:es?|s)?)\s?{numbers}", _place, PLACES)
    yield from _date_readers(language)
    yield _rule(r"\b\d+\s?[x×]\s?\d+\b|\b(?!km\d|m\d)[^\W\d_]+-?\d+\b", _code)
    yield from _factor_readers(language)
    yield _word_reader(FRACTION, FRACTIONS, language)
    endings = "st|nd|rd|th" if language == "en" else "ers?|ères?|res?|i?[eè]mes?|es?"
    rank = rf"(?:(?P<digits>\d{{1,6}})(?:{endings})|(?P<word>(?:{_any(ORDINALS[language])})s?))\b"
    yield _rule(rf"(?<!\bat )\b{rank}(?P<century>[\s-]+(?:century|siècle))?", _ordinal, ANY_DIGIT | set(ORDINALS[language]))
    if language == "fr":
        yield _rule(rf"\bune?\b[^.;:,]{{0,40}}\bsur\s+(?P<parts>{_amount(language)})", _one_in, ["sur"])
    yield _word_reader(SIZE, SOME, language)
    yield _rule(rf"{EDGE}(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d|{BLANK}?%)(?:-(?P<to>\d\d)\b)?", _year)
    yield from _number_readers(language)


PLACES = ("note", "footnote", "paragraph", "paragraphe", "¶", "§")


def _amount(language: str) -> str:
    return rf"{FIGURE[language]}|\b(?:{_any(NUMERALS[language])})\b"


def _word_reader(kind: str, table: dict[str, dict[str, str]], language: str) -> Reader:
    """The reader of the phrases in *table*, whose value it gives."""

    def read(match: Match, language: str) -> Iterator[Form]:
        return _form(match, kind, table[language][match[0].casefold()])

    return _rule(rf"\b(?:{_any(table[language])})\b", read, table[language])


def _date_readers(language: str) -> Iterator[Reader]:
    english = language == "en"  # with capitals, which tell May and March from may and march
    months = _any(MONTHS[language])
    days = r"(?:(?P<before>\d{1,2})\s?(?:-|and|et|ou|or)\s?(?:du\s)?)?(?P<day>\d{1,2})(?!\d)"
    year = r"(?:,?\s+(?P<year>\d{4}))?"
    yield _rule(rf"\b{days}(?:er|st|nd|rd|th)?\s+(?P<month>{months})\b{year}", _day, MONTHS[language], exact=english)
    if english:
        yield _rule(rf"\b(?P<month>{months})\s+{days}{year}", _day, MONTHS[language], exact=True)
    span = rf"(?:(?P<from>{months})\s?(?:[-–/]|and|et)\s?)?(?P<month>{months})"
    yield _rule(rf"\b{span}\b(?:\s+(?P<year>\d{{4}}))?", _months, MONTHS[language], exact=english)
    yield _rule(r"\b(?P<decade>\d{3}0)s\b" if english else r"\bannées\s+(?P<decade>\d{4})\b", _decade, ("s", "année"))
    yield _rule(r"\b(?P<roman>[XVI]+)(?:er|[eè]me|e)?\s+siècle", _roman_century, ["siècle"], exact=True)


def _factor_readers(language: str) -> Iterator[Reader]:
    by, times = ("by", "times") if language == "en" else ("par", "fois")
    amount = _amount(language)
    yield _rule(rf"\b(?P<word>{_any(FACTORS[language])})\b", _factor, (word.split()[-1] for word in FACTORS[language]))
    yield _rule(rf"(?:×|\bx|\b{times}|\bmultipl\w+\s{by})\s?(?P<factor>{amount})", _times, ("×", "x", times, by))
    yield _rule(rf"\b(?P<factor>{amount})\s{times}\b", _times, [times])
    if language == "en":
        folds = [f"{word}fold" for word in NUMERALS[language]]
        yield _rule(rf"\b(?P<factor>{_any(NUMERALS[language])})-?fold\b", _times, [*folds, "fold"])


def _number_readers(language: str) -> Iterator[Reader]:
    """Numbers in digits, then those in letters, which few texts have and which take longer to look for."""
    scale = rf"(?:\s(?P<scale>(?:{_any(SCALES[language])})s?)\b)?"
    unit = rf"(?:\s?(?P<unit>(?:{'|'.join(pattern for _, pattern in UNITS)}))(?!\w))?"
    yield _rule(rf"(?P<sign>[$€])?(?:{EDGE}|(?<=[$€]))(?P<number>{FIGURE[language]}){scale}{unit}", _number)
    single = r"an?(?=\s(?:thousand|million|billion)\b)" if language == "en" else r"un(?=\s(?:millier|million|milliard)\b)"
    spelt = rf"(?P<sign>(?!))?{EDGE}(?P<number>\b(?:{_any(NUMERALS[language])})\b|\b{single}){scale}{unit}"
    yield _rule(spelt, _number, {*SCALES[language], *(word for word in NUMERALS[language] if " " not in word)})


READERS = {language: tuple(_readers(language)) for language in ("en", "fr")}
"""Language -> its readers in the order to try them."""
