"""What is known of each language: stop words, light words, months, numbers, question words."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

READ = ("en", "fr", "ru", "kk")
"""Languages that a question may be in."""

WRITTEN = ("en", "fr")
"""Languages that an answer may be in."""


def load() -> list[dict[str, Any]]:
    """The record of each language in `READ`, in that order."""
    return [json.loads((files(__name__) / f"{code}.json").read_text(encoding="utf-8")) for code in READ]


def strangers() -> list[dict[str, Any]]:
    """Countries and organisations of the world with their names, for those that a base does not speak of.

    Names of countries are CLDR's (Unicode License v3), in the languages of `READ`.
    """
    world: dict[str, list[dict[str, Any]]] = json.loads((files(__name__) / "world.json").read_text(encoding="utf-8"))
    return world["strangers"]


def ordinary() -> dict[str, float]:
    """How common each of the commonest words of English, French and Russian is, folded: word -> Zipf frequency.

    The Zipf frequency is the base-10 logarithm of uses per billion words (van Heuven et al. 2014), rounded down to
    a half; the counts are those of wordfreq 3.1 (CC BY-SA 4.0, see NOTICE).
    """
    found: dict[str, float] = {}
    for code in ("en", "fr", "ru"):
        for row in (files(__name__) / f"ordinary-{code}.txt").read_text(encoding="utf-8").splitlines():
            zipf, _, words = row.partition(" ")
            for word in words.split():
                found[word] = max(found.get(word, 0.0), float(zipf))
    return found
