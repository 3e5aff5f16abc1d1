"""Fact bases of any size in the shape of the bundled one, with words that follow Zipf's law; the same for a seed.

The shape per fact (questions, words, partners, footnotes) is that of the bundled base with its many questions left out.
Words are made of syllables; the commonest ones of each language are real, so that language and kind of question show.
"""

from __future__ import annotations

from itertools import accumulate
from random import Random
from typing import Any

VOCABULARY = 60_000
"""Words that a text may be made of; how many a base uses grows with it, as it does in real texts (Heaps' law)."""

EXPONENT = 1.07
"""Of Zipf's law: the word of rank r is used in proportion to r to the power of minus this."""

SYLLABLES = [start + vowel for start in (*"bcdfghlmnprstv", "br", "cr", "pl", "st", "tr") for vowel in (*"aeiou", "ai", "ou")]

FRAMES = {
    "en": (
        "How many {0} did {1} {2} with the {3} in {4}?",
        "What is the {0} of {1} and the {2} {3}?",
        "Who said the {0} of {1} was {2} {3} in {4}?",
        "{0} {2} {1} {3}",
    ),
    "fr": (
        "Combien de {0} {1} a-t-il {2} avec le {3} en {4} ?",
        "Quelle est la {0} de {1} pour les {2} {3} ?",
        "Qui a dit que la {0} de {1} {2} {3} en {4} ?",
        "{0} {2} {1} {3}",
    ),
}
"""Questions about two words, a partner, a third word and a year."""


class Words:
    """A vocabulary of made-up words from which texts are drawn."""

    def __init__(self, random: Random) -> None:
        self._random = random
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            made["".join(random.choices(SYLLABLES, k=random.randint(2, 4)))] = None
        self.all = list(made)
        self._totals = list(accumulate(rank**-EXPONENT for rank in range(3, VOCABULARY + 3)))

    def some(self, count: int) -> list[str]:
        """As many words as *count*, the commoner the oftener."""
        return self._random.choices(self.all, cum_weights=self._totals, k=count)


def fact_base(facts: int, seed: int = 1) -> dict[str, Any]:
    """A valid fact base with so many *facts*."""
    random = Random(f"{seed}:{facts}")
    words = Words(random)
    partners = [f"partner-{number}" for number in range(max(20, min(400, facts // 60)))]
    topics = [f"topic-{number}" for number in range(12)]
    sections = [f"{letter}.{number}" for letter in "ABCDEFGH" for number in range(1, max(2, min(99, facts // 800)))]
    named = {key: "".join(random.choices(SYLLABLES, k=4)).capitalize() + f" {key[8:]}" for key in partners}
    notes = range(1, max(2, facts // 3))
    return {
        "schema_version": 1,
        "data_version": "000000000000",
        "report": _report(),
        "sections": [{"id": section, "title": _both(words, 4), "first": 1, "last": facts} for section in sections],
        "paragraphs": [{"number": number, "section": random.choice(sections), "notes": []} for number in range(1, facts // 2 + 2)],
        "topics": [{"key": key, "name": _both(words, 2)} for key in topics],
        "voices": [{"key": "report", "name": {"en": "the report", "fr": "le rapport"}}],
        "partners": [_partner(key, named[key], words) for key in partners],
        "names": [_name(number, random) for number in range(facts // 5)],
        "concepts": [_concept(number, words) for number in range(min(500, facts))],
        "footnotes": [_note(number, words) for number in notes],
        "facts": [_fact(number, (facts, partners, named, topics, sections, notes), words, random) for number in range(facts)],
        "gaps": [_gap(number, named[random.choice(partners)], words, random) for number in range(facts // 5)],
    }


def _report() -> dict[str, Any]:
    text = {"en": "Generated report", "fr": "Rapport engendré"}
    plain = {"author": "Nobody", "number": "1", "date": "2025-01-01", "part": "A", "url": "https://example.org/", "subject": []}
    return {"id": "generated", "title": text, "short": text, "institution": text, "committee": text, **plain}


def _both(words: Words, count: int) -> dict[str, str]:
    return {"en": " ".join(words.some(count)), "fr": " ".join(words.some(count))}


def _partner(key: str, name: str, words: Words) -> dict[str, Any]:
    text = {"en": name, "fr": name}
    return {"key": key, "kind": "country", "name": text, "aliases": [], "summary": _both(words, 12), "figures": []}


def _name(number: int, random: Random) -> dict[str, Any]:
    name = " ".join("".join(random.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
    return {"key": f"name-{number}", "kind": "person", "en": name, "fr": name, "report": [name], "aliases": [], "partner": None}


def _concept(number: int, words: Words) -> dict[str, Any]:
    return {"key": f"concept-{number}", "en": words.some(3), "fr": words.some(3), "ru": [], "kk": []}


def _note(number: int, words: Words) -> dict[str, Any]:
    return {"number": number, "paragraph": 1, "text": _both(words, 15), "sources": [], "quotes": [], "caveat": None}


def _questions(name: str, words: Words, random: Random) -> dict[str, list[str]]:
    own = words.some(5)
    year = random.randint(1991, 2025)
    made = {code: [frame.format(own[0], name, *random.sample(own, 2), year) for frame in random.sample(FRAMES[code], 2)] for code in FRAMES}
    return made | {"ru": [], "kk": []}


Frame = tuple[int, list[str], dict[str, str], list[str], list[str], range]


def _fact(number: int, frame: Frame, words: Words, random: Random) -> dict[str, Any]:
    facts, partners, named, topics, sections, notes = frame
    partner = random.choice(partners)
    value = random.randint(1, 1_000_000) if random.random() < 0.5 else None
    statement = {code: f"{text} {named[partner]} {words.some(1)[0]}." for code, text in _both(words, 20).items()}
    return {
        "id": f"fact-{number}",
        "section": random.choice(sections),
        "paragraph": number // 2 + 1,
        "note": None,
        "footnotes": [random.choice(notes)],
        "partners": [partner],
        "topics": [random.choice(topics)],
        "attribution": "report",
        "stance": "neutral",
        "value": value,
        "value_max": None,
        "unit": "things" if value else None,
        "qualifier": None,
        "measure": None,
        "scope": None,
        "date": str(random.randint(1991, 2025)),
        "kinds": ["number" if value else "thing"],
        "answer": {"en": f"{value:,} {words.some(1)[0]}", "fr": f"{value} {words.some(1)[0]}"} if value else _both(words, 4),
        "statement": statement,
        "caveat": None,
        "related": [f"fact-{random.randrange(facts)}"],
        "disagrees": [],
        "quotes": [],
        "unchecked": [],
        "questions": _questions(named[partner], words, random),
    }


def _gap(number: int, name: str, words: Words, random: Random) -> dict[str, Any]:
    return {
        "id": f"gap-{number}",
        "near": [],
        "partners": [],
        "statement": _both(words, 10),
        "questions": _questions(name, words, random),
    }


def questions(base: dict[str, Any], count: int, seed: int = 1) -> list[str]:
    """Questions to *base*: stored ones with a word changed for another, and every second one with a slip in a long word."""
    random = Random(f"questions {seed}")
    words = Words(random)
    asked = []
    for number in range(count):
        fact = random.choice(base["facts"])
        text = random.choice(fact["questions"][random.choice(["en", "fr"])]).split(" ")
        text[random.randrange(len(text))] = words.some(1)[0]
        if number % 2:
            place = max(range(len(text)), key=lambda at: len(text[at]))
            text[place] = _slipped(text[place], random)
        asked.append(" ".join(text))
    return asked


def _slipped(word: str, random: Random) -> str:
    place = random.randrange(1, max(2, len(word) - 1))
    return random.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + random.choice("aeiorst") + word[place:],
            word[: place - 1] + word[place : place + 1] + word[place - 1 : place] + word[place + 1 :],
        ]
    )
