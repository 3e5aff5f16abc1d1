"""Sentences of the report with a figure, a date or a name that no fact speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzfacts.verify.claims import Kind, sayings
from kzfacts.verify.contents import Contents, contents, sentences
from kzfacts.verify.forms import forms
from kzfacts.verify.match import says
from kzfacts.verify.places import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzfacts.facts.model import Fact
    from kzfacts.verify.claims import Saying
    from kzfacts.verify.names import Names
    from kzfacts.verify.places import Places


class Uncovered(NamedTuple):
    """A sentence that the facts of its passage leave out: the passage, the sentence's number in it, its text, what is left out."""

    place: str
    sentence: int
    text: str
    missing: tuple[str, ...]
    """The figures, dates and names that no fact of the passage has; empty where no fact has the words of the sentence."""


def uncovered(facts: Iterable[Fact], places: Places, names: Names) -> Iterator[Uncovered]:
    """The sentences of all paragraphs and notes that hold a figure, date or name and that no fact of their passage speaks for."""
    filed: dict[str, list[Contents]] = {}
    for fact in facts:
        place = f"note {fact.note}" if fact.note else f"¶{fact.paragraph}" if fact.paragraph else fact.section
        filed.setdefault(place, []).append(_told(fact, names))
    passages = {f"¶{number}": passage for number, passage in places.paragraphs.items()}
    for place, passage in (passages | places.noted(places.notes)).items():
        yield from _of(place, sentences(passage.text), filed.get(place, []), places, names)


def _told(fact: Fact, names: Names) -> Contents:
    """What *fact* says in French."""
    answer, statement = fact.answer["fr"], fact.statement["fr"]
    return Contents(statement, forms(answer, "fr") + forms(statement, "fr"), names.keys(answer) | names.keys(statement), spoken(fact))


def _of(place: str, texts: Sequence[str], facts: Sequence[Contents], places: Places, names: Names) -> Iterator[Uncovered]:
    heard = _heard([contents(text, names) for text in texts], facts, places)
    for number, text in enumerate(texts):
        told = [saying for saying in sayings(text, "fr", names) if saying.kind in COUNTED and not (saying.form and saying.form.spelt)]
        missing = tuple(dict.fromkeys(saying.text for saying in told if not any(_has(fact, saying) for fact in facts)))
        if told and (missing or number not in heard):
            yield Uncovered(place, number + 1, text, missing)


COUNTED = frozenset({Kind.FIGURE, Kind.DATE, Kind.NAME})


def _has(fact: Contents, saying: Saying) -> bool:
    return bool(saying.keys & fact.names) if saying.form is None else says(saying.form, fact)


def _heard(texts: Sequence[Contents], facts: Iterable[Contents], places: Places) -> set[int]:
    """The places in *texts* of the sentences that a fact speaks for: those whose words it shares most, or nearly so."""
    heard: set[int] = set()
    for fact in facts:
        fit = [places.weight(fact.words & text.words) for text in texts]
        whole = [places.weight(text.words) for text in texts]
        enough = [min(NEARLY * max(fit), LARGELY * weight) for weight in whole]
        heard |= {number for number, weight in enumerate(fit) if weight and weight >= enough[number]}
    return heard


NEARLY = 0.5
"""What a fact must share with a sentence, beside what it shares with the sentence of its passage that it fits best."""

LARGELY = 0.3
"""Or else, beside all the words of the sentence."""
