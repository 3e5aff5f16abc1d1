"""What one language of a text says and the other does not: figures, dates and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.verify.forms import ORDINAL, forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kzfacts.facts.model import Text
    from kzfacts.verify.forms import Form
    from kzfacts.verify.names import Names

Keys = frozenset[str]


def unequal(text: Text) -> list[str]:
    """The figures and dates that one language of *text* has and the other lacks, or has fewer times.

    Numbers from two to ten in letters and *first* are left out, and ordinals need not come as often: prose says *both*,
    *again* or *likewise* for them.
    """
    told = {language: list(_told(written, language)) for language, written in text.items()}
    return [
        text[here][form.start : form.end]
        for here, there in _both_ways(text)
        for count, form in _counted(told[here])
        if sum(other[:2] == form[:2] for other in told[there]) < count
    ]


def _told(text: str, language: str) -> Iterator[Form]:
    return (form for form in forms(text, language) if not form.spelt and not (form.kind == ORDINAL and form.value == 1))


def _counted(some: Sequence[Form]) -> Iterator[tuple[int, Form]]:
    """Each of *some* with how many of its kind and value there are up to it; an ordinal counts once."""
    for place, form in enumerate(some):
        yield 1 if form.kind == ORDINAL else sum(other[:2] == form[:2] for other in some[: place + 1]), form


def unshared(text: Text, names: Names, understood: Keys) -> list[str]:
    """The names that one language of *text* has and the other lacks.

    A name that comes once more in one language is no difference, since prose may say *it*; but where both languages
    have a name too many, one stands in the place of another. Names *understood* everywhere need no counterpart.
    """
    lonely = list(_lonely(text, names, understood))
    left = [_unmatched(text, names, here, there) for here, there in _both_ways(text)]
    return list(dict.fromkeys([*lonely, *(said for some in left for said in some)] if all(left) else lonely))


def _lonely(text: Text, names: Names, understood: Keys) -> Iterator[str]:
    for here, there in _both_ways(text):
        keys = names.keys(text[there]) | understood
        for mention in names.mentions(text[here]):
            if not mention.keys & keys:
                yield text[here][mention.start : mention.end]


def _both_ways(text: Text) -> list[tuple[str, str]]:
    one, other = sorted(text)
    return [(one, other), (other, one)]


def _unmatched(text: Text, names: Names, here: str, there: str) -> list[str]:
    """The names in one language that stay over when each is set beside a name or description in the other language."""
    mentions = names.mentions(text[here])
    keys = [names.touching(mention, text[here]) for mention in mentions]
    others = [names.touching(mention, text[there]) for mention in names.spoken_of(text[there])]
    taken = _matching(keys, others)
    return [text[here][mention.start : mention.end] for place, mention in enumerate(mentions) if place not in taken]


def _matching(keys: Sequence[Keys], others: Sequence[Keys]) -> set[int]:
    """The places in *keys* that a largest matching with *others* pairs, by augmenting paths."""
    pairs: dict[int, int] = {}

    def pair(place: int, tried: set[int]) -> bool:
        for other, theirs in enumerate(others):
            if other not in tried and keys[place] & theirs:
                tried.add(other)
                if other not in pairs or pair(pairs[other], tried):
                    pairs[other] = place
                    return True
        return False

    for place in range(len(keys)):
        pair(place, set())
    return set(pairs.values())
