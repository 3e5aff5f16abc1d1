"""An index made by hand: documents as sets of words, each word with a weight of its own."""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from kzfacts.engine.marks import is_mark
from kzfacts.engine.reading import Reading
from kzfacts.engine.signature import signature as signature_of
from kzfacts.engine.units import Unit
from kzfacts.facts.model import Gap
from kzfacts.facts.rows import Documents, Posting
from tests.made import fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kzfacts.facts.model import Fact


class Index:
    """What `rank` and `decide` ask of a base, over *facts* and *gaps*: owners, each a list of documents."""

    def __init__(
        self,
        facts: Sequence[Sequence[Iterable[str]]],
        gaps: Sequence[Sequence[Iterable[str]]] = (),
        weights: Mapping[str, float] | None = None,
        kinds: Sequence[str] = ("thing",),
    ) -> None:
        self.size = len(facts)
        self.owners = [[set(document) for document in owner] for owner in (*facts, *gaps)]
        words = sorted({word for owner in self.owners for document in owner for word in document})
        self.numbers = {word: number for number, word in enumerate(words)}
        self.weight = dict.fromkeys(words, 1.0) | dict(weights or {})
        self._kinds = tuple(kinds)
        self.places: dict[int, str] = {}
        """The places of facts that do not stand in one of their own."""

    def postings(self, numbers: Iterable[int]) -> Mapping[int, Posting]:
        """Each of *numbers* -> the owners that use the word, and how many documents of each do."""
        words = {number: word for word, number in self.numbers.items()}
        return {number: self._posting(words[number]) for number in numbers}

    def _posting(self, word: str) -> Posting:
        counts = {place: sum(word in document for document in owner) for place, owner in enumerate(self.owners)}
        found = [place for place, count in counts.items() if count]
        return Posting(found, bytes(counts[place] for place in found))

    @property
    def total(self) -> int:
        """How many owners there are."""
        return len(self.owners)

    @property
    def documents_of_each(self) -> Posting:
        """How many documents each owner has."""
        return Posting(range(self.total), bytes(map(len, self.owners)))

    report: Mapping[str, Any] = {"subject": ["home"]}
    """What it is about goes by the name ``=home``."""

    def uses(self, symbol: str, position: int) -> int:
        """How many documents of an owner have the word."""
        return sum(symbol in document for document in self.owners[position])

    def askers(self, signature: int) -> list[int]:
        """The owners of a document with exactly the words of a question, in the order of the alphabet, and its marks behind them."""
        signed = [{signature_of(sorted(document, key=lambda word: (is_mark(word), word))) for document in owner} for owner in self.owners]
        return [place for place, signatures in enumerate(signed) if signature in signatures]

    def documents(self, positions: Sequence[int]) -> list[Documents]:
        """The documents of each owner as the compiler packs them."""
        return [self._packed(position) for position in positions]

    def _packed(self, position: int) -> Documents:
        owner = self.owners[position]
        words = sorted({word for document in owner for word in document}, key=self.numbers.__getitem__)
        users = [[place for place, document in enumerate(owner) if word in document] for word in words]
        masses = array("f", [sum(self.weight[word] for word in document) for document in owner])
        flat = [place for some in users for place in some]
        return Documents(
            self.places.get(position, str(position)),
            masses,
            [self.numbers[word] for word in words],
            list(accumulate(map(len, users), initial=0)),
            flat,
        )

    def fact_at(self, position: int) -> Fact:
        """A fact that answers the kinds given."""
        return fact(f"fact-{position}", paragraph=position, kinds=self._kinds)

    def gap_at(self, position: int) -> Gap:
        """A gap near no fact."""
        return Gap(f"gap-{position}", (), (), {})

    def unit(self, word: str, **fields: Any) -> Unit:
        """*word* of a question as a unit; unknown where no document has it."""
        number = self.numbers.get(word)
        weight = fields.pop("weight", self.weight.get(word, 1.0))
        return Unit(word, word, word, weight, {} if number is None else {number: weight})._replace(**fields)

    def reading(self, question: str, kinds: Sequence[str] = (), marks: Sequence[str] = ()) -> Reading:
        """The words of *question* as units."""
        return Reading("en", tuple(self.unit(word) for word in question.split()), tuple(kinds), cut=False, noise=False, marks=tuple(marks))
