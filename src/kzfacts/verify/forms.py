"""Figures and dates as French and English text writes them, read to values that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kzfacts.verify.numerals import FACTORS, FRACTIONS, MONTHS, NUMERALS, ORDINALS, SCALES, SOME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NUMBER, ORDINAL, DATE, FRACTION, CODE = "number", "ordinal", "date", "fraction", "code"
DECADE, CENTURY, SIZE, NOTE, PARAGRAPH = "decade", "century", "size", "note", "paragraph"
"""Kinds of form. A year alone is a date; a code is ``4x4`` or ``R7``; a size is an order of size, as in several thousand."""

Value = Decimal | tuple[int, int, int] | str
"""A number; a date as year, month and day, 0 for what is not said; the letters of a code or fraction."""


@dataclass(frozen=True, slots=True)
class Form:
    """A figure or date in a text: what it says, and the characters from *start* to *end* that say it."""

    kind: str
    value: Value
    unit: str
    """``%``, ``times``, ``US dollars``, ``euros``, ``tonnes``, ``km²`` or nothing."""
    start: int
    end: int
    spelt: bool = False
    """Whether it is a number from two to ten in letters, which prose uses freely."""


def forms(text: str, language: str) -> list[Form]:
    """The figures and dates of *text*, which is in *language* (``en`` or ``fr``), in their order."""
    found: list[Form] = []
    for pattern, read in READERS[language]:
        for match in pattern.finditer(text):
            found += read(match, language)
        text = pattern.sub(lambda match: "\0" * len(match[0]), text)
    return sorted(found, key=lambda form: form.start)


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


def _times(match: Match, language: str) -> Iterator[Form]:
    if match["word"]:
        factors = FACTORS[language]
        yield from _form(match, NUMBER, Decimal(factors[match["word"].casefold()]), "times")
    else:
        text = next(text for name, text in match.groupdict().items() if name != "word" and text)
        yield from _form(match, NUMBER, number(text, language), "times")


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


ROMAN = dict(zip("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split(), range(1, 22), strict=True))


def _roman_century(match: Match, _language: str) -> Iterator[Form]:
    return _form(match, CENTURY, Decimal(ROMAN[match["roman"]])) if match["roman"] in ROMAN else iter(())


def _letters(kind: str, table: dict[str, dict[str, str]]) -> Callable[[Match, str], Iterator[Form]]:
    return lambda match, language: _form(match, kind, table[language][match[0].casefold()])


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


def _nothing(_match: Match, _language: str) -> Iterator[Form]:
    return iter(())


Reader = tuple[re.Pattern[str], "Callable[[Match, str], Iterable[Form]]"]


def _readers(language: str) -> Iterator[Reader]:
    """The readers of *language*, in the order to try them: what one has read is hidden from the next."""
    english = language == "en"
    months = _any(MONTHS[language])
    figure, numeral = FIGURE[language], _any(NUMERALS[language])
    amount = rf"{figure}|\b(?:{numeral})\b"
    flags = re.NOFLAG if english else re.IGNORECASE

    def rule(pattern: str, read: Callable[[Match, str], Iterable[Form]], flags: re.RegexFlag = re.IGNORECASE) -> Reader:
        return re.compile(pattern, flags), read

    yield rule(r"(?:https?://|www\.)\S+|[^\W_]+(?:-[^\W_]+){4,}", _nothing)
    yield rule(r"\b[A-Z]\.\d(?:\.[a-z]\b)?", _nothing, re.NOFLAG)
    numbers = r"(?P<numbers>\d+(?!\d)(?:(?:\s?[-,]\s?|\s(?:and|et|to|à)\s)\d+(?![\d,.]\d))*)"
    yield rule(rf"(?:\b(?P<note>(?:foot)?notes?)|¶|§|\bparagraph(?:es?|s)?)\s?{numbers}", _place)
    day = rf"(?:(?P<before>\d{{1,2}})\s?(?:-|and|et|ou|or)\s?)?(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?"
    year = r"(?:,?\s+(?P<year>\d{4}))?"
    yield rule(rf"\b{day}\s+(?P<month>{months})\b{year}", _day, flags)
    if english:
        yield rule(rf"\b(?P<month>{months})\s+(?:(?P<before>\d{{1,2}})-)?(?P<day>\d{{1,2}})(?!\d){year}", _day, flags)
    yield rule(rf"\b(?:(?P<from>{months})\s?(?:[-–/]|and|et)\s?)?(?P<month>{months})\b(?:\s+(?P<year>\d{{4}}))?", _months, flags)
    yield rule(r"\b(?P<decade>\d{3}0)s\b" if english else r"\bannées\s+(?P<decade>\d{4})\b", _decade)
    rank = rf"\b(?:(?P<digits>\d+)(?:{'st|nd|rd|th' if english else 'ers?|ères?|res?|i?[eè]mes?|es?'})|(?P<word>(?:{_any(ORDINALS[language])})s?))\b"
    yield rule(r"\b(?P<roman>[XVI]+)(?:er|[eè]me|e)?\s+siècle", _roman_century, re.NOFLAG)
    by, times, fold = ("by", "times", rf"|(?P<fold>{numeral})-?fold\b") if english else ("par", "fois", "")
    factor = rf"(?P<word>\b(?:{_any(FACTORS[language])})\b)|(?:×|\bx|\b{times})\s?(?P<after>{amount})|(?P<before>{amount})\s+{times}\b"
    yield rule(rf"{factor}|\bmultipl\w+\s+{by}\s+(?P<by>{amount}){fold}", _times)
    yield rule(r"\b\d+\s?[x×]\s?\d+\b|\b(?!km\d|m\d)[^\W\d_]+-?\d+\b", _code)
    yield rule(rf"\b(?:{_any(FRACTIONS[language])})\b", _letters(FRACTION, FRACTIONS))
    yield rule(rf"{rank}(?P<century>[\s-]+(?:century|siècle))?", _ordinal)
    if not english:
        yield rule(rf"\bune?\b[^.;:,]{{0,40}}\bsur\s+(?P<parts>{amount})", _one_in)
    yield rule(rf"\b(?:{_any(SOME[language])})\b", _letters(SIZE, SOME))
    yield rule(rf"{EDGE}(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d|{BLANK}?%)(?:-(?P<to>\d\d)\b)?", _year)
    scale = rf"(?:\s(?P<scale>(?:{_any(SCALES[language])})s?)\b)?"
    units = "|".join(pattern for _, pattern in UNITS)
    article = r"an?(?=\s(?:thousand|million|billion)\b)" if english else r"un(?=\s(?:millier|million|milliard)\b)"
    yield rule(rf"(?P<sign>[$€])?(?:(?<![\w.,/])|(?<=[$€]))(?P<number>{amount}|\b{article}){scale}(?:\s?(?P<unit>(?:{units}))(?!\w))?", _number)


READERS = {language: tuple(_readers(language)) for language in ("en", "fr")}
"""Language -> (pattern, what reads a match of it), in the order to try them."""
