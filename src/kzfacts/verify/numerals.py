"""The words that English and French have for numbers, months and orders of size."""

# ruff: noqa: SIM905 - rows of bare words are easier to read than lists of quoted ones

from __future__ import annotations

from decimal import Decimal

_ONES = {
    "en": """zero one two three four five six seven eight nine
        ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen""".split(),
    "fr": """zéro un deux trois quatre cinq six sept huit neuf
        dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf""".split(),
}
_TENS = {
    "en": {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"},
    "fr": {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"},
}


def _below_hundred(language: str) -> dict[str, int]:
    """Each number from 0 to 99 in letters -> its value; one is left out, since it is most often an article or a pronoun."""
    ones, words = _ONES[language], {}
    for ten, word in _TENS[language].items():
        for one in range(20 if language == "fr" and ten >= SCORES else 10):
            joint = " et " if language == "fr" and one in (1, 11) and ten < LAST_SCORE else "-"
            words[f"{word}{joint}{ones[one]}" if one else word] = ten + one
    words |= {word: value for value, word in enumerate(ones) if value != 1}
    return words | ({"quatre-vingts": 80, "zero": 0} if language == "fr" else {})


SCORES, LAST_SCORE = 60, 80
"""From 60 on French counts by twenties: soixante-dix, quatre-vingt-onze; only the last score joins without *et*."""

NUMERALS = {language: _below_hundred(language) for language in ("en", "fr")}
"""Language -> number word -> its value, from 0 to 99."""

SCALES: dict[str, dict[str, Decimal]] = {
    "en": {"thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12)},
    "fr": {"mille": Decimal(1000), "millier": Decimal(1000), "million": Decimal(10**6), "milliard": Decimal(10**9)},
}
"""Language -> scale word in the singular -> what it multiplies by."""

ORDINALS: dict[str, dict[str, int]] = {
    "en": dict(zip("first second third fourth fifth sixth seventh eighth ninth tenth".split(), range(1, 11), strict=True))
    | {"twentieth": 20},
    "fr": dict(
        zip("premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième".split(), range(1, 11), strict=True)
    )
    | {"première": 1, "second": 2, "seconde": 2, "vingtième": 20},
}
"""Language -> ordinal word in the singular -> its rank."""

ROMAN = dict(zip("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split(), range(1, 22), strict=True))
"""Roman numeral of a century -> its number."""

MONTHS: dict[str, list[str]] = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}

SOME: dict[str, dict[str, str]] = {
    "en": {"tens": "10", "dozens": "12", "hundreds": "100", "thousands": "1000", "several thousand": "1000", "several hundred": "100"},
    "fr": {"dizaines": "10", "douzaines": "12", "centaines": "100", "milliers": "1000"},
}
"""Language -> word for an order of size -> its power of ten in digits."""

FACTORS: dict[str, dict[str, int]] = {
    "en": {"doubled": 2, "doubles": 2, "twice": 2, "tripled": 3, "quadrupled": 4, "almost double": 2, "nearly double": 2},
    "fr": {
        **dict.fromkeys(("doublé", "doublée", "doublés", "doublées", "le double"), 2),
        **dict.fromkeys(("triplé", "triplée", "triplés", "triplées", "le triple"), 3),
        **dict.fromkeys(("quadruplé", "quadruplée", "quadruplés", "quadruplées"), 4),
        **dict.fromkeys(("décuplé", "décuplée", "décuplés", "décuplées"), 10),
    },
}
"""Language -> word for a multiplication -> its factor."""

FRACTIONS: dict[str, dict[str, str]] = {
    "en": {"half": "1/2", "one third": "1/3", "two thirds": "2/3", "two-thirds": "2/3", "a quarter": "1/4", "three quarters": "3/4"},
    "fr": {"moitié": "1/2", "un tiers": "1/3", "deux tiers": "2/3", "un quart": "1/4", "trois quarts": "3/4"},
}
"""Language -> fraction in letters -> numerator and denominator."""
