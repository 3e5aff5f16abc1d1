"""Dates of the base in words."""

from __future__ import annotations

MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
}


def in_words(date: str, language: str) -> str:
    """An ISO date as exact as it is: ``2022``, ``June 2022``, ``28 November 2022``, ``March 2022 – April 2022`` for a span."""
    return " – ".join(_one(end, language) for end in date.split("/"))


def _one(date: str, language: str) -> str:
    year, month, day = [*date.split("-"), "", ""][:3]
    name = MONTHS[language][int(month) - 1] if month and 1 <= int(month) <= len(MONTHS[language]) else month
    number = "1er" if language == "fr" and day == "01" else day.removeprefix("0")
    return " ".join(part for part in (number, name, year) if part)
