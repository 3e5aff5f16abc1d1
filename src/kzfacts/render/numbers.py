"""Figures as people write them; their spaces are plain ones, so that a figure can be searched for as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kzfacts.facts.model import Fact, Text

MARKS = {"en": (",", "."), "fr": (" ", ",")}
"""What groups thousands and what opens decimals."""

SCALES = {
    "en": ((10**9, "billion", "billion"), (10**6, "million", "million")),
    "fr": ((10**9, "milliard", "milliards"), (10**6, "million", "millions")),
}
"""Scale, its name below two, its name from two on; French counts 1,9 in the singular, and English has no plural here."""

QUALIFIERS = {
    "en": {},
    "fr": {
        "more than": "plus de",
        "about": "environ",
        "nearly": "près de",
        "up to": "jusqu'à",
        "barely": "à peine",
        "less than": "moins de",
        "almost": "presque",
        "at least": "au moins",
        "only": "seulement",
    },
}
"""The qualifiers of the schema, where a language has others than the base's own."""

TO = {"en": "to", "fr": "à"}
"""The word between the two ends of a span."""

VOWELS = frozenset("aeiouyàâéèêëîïôùûœæ")


def number(value: float, language: str) -> str:
    """*value* in figures, in full below a million or where words would need many decimals.

    ``4,165,000``, ``1.3 million``, ``30 billion``, ``20.3``; in French ``4 165 000``, ``1,3 million``, ``30 milliards``, ``20,3``.
    """
    for scale, one, many in SCALES[language]:
        if abs(value) >= scale and value * 100 % scale == 0:
            return f"{_figures(value / scale, language)} {one if abs(value) < 2 * scale else many}"
    return _figures(value, language)


def _figures(value: float, language: str) -> str:
    """*value* in figures alone."""
    group, point = MARKS[language]
    whole, _, decimals = (f"{value:,}" if isinstance(value, int) else f"{value:,.10f}".rstrip("0").rstrip(".")).partition(".")
    return whole.replace(",", group) + (point + decimals if decimals else "")


def amount(fact: Fact, units: Mapping[str, Text], language: str) -> str:
    """The figure of *fact* with its qualifier and its unit: ``more than 50 billion US dollars``; empty where it has none.

    *units* has the names of units. A name with ``{}`` in it makes a label of the number, which is then written
    without marks: ``meeting no. {}``.
    """
    if fact.value is None:
        return ""
    unit = units.get(fact.unit or "", {}).get(language, fact.unit or "")
    if "{}" in unit:
        return unit.replace("{}", str(fact.value))
    ends = [number(end, language) for end in (fact.value, fact.value_max) if end is not None]
    said = QUALIFIERS[language].get(fact.qualifier or "", fact.qualifier or "")
    return " ".join(part for part in (said, _counted(f" {TO[language]} ".join(ends), unit, language)) if part)


def _counted(figures: str, unit: str, language: str) -> str:
    """*figures* with *unit*: ``20.3%``, ``20,3 %``, ``6 millions d'ordinateurs``."""
    if unit == "%" and language == "en":
        return f"{figures}%"
    if language == "fr" and unit and figures.rsplit(maxsplit=1)[-1].startswith("milli"):
        return f"{figures} d'{unit}" if unit[0].lower() in VOWELS else f"{figures} de {unit}"
    return f"{figures} {unit}".rstrip()
