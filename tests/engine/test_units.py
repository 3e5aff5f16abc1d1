"""What the words of a question weigh, and the terms that stand for them."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, cast

import pytest

from kzfacts.engine.lexicon import Cut, Word
from kzfacts.engine.units import (
    CORRECTED,
    PARTS_OF_PHRASE,
    PARTS_OF_WEAK,
    PARTS_OF_WORD,
    UNKNOWN_LIGHT,
    Unit,
    kind_units,
    rarest,
    units_of,
)
from kzfacts.engine.weights import COMMONEST, RARE, SLOPE, commonness, weight
from tests.engine.orchard import orchard, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kzfacts.facts.base import Base
    from kzfacts.facts.rows import Term


class Terms:
    """A base of ten facts that knows the terms given by symbol: number and weight."""

    size = 10

    def __init__(self, **known: tuple[int, float]) -> None:
        self._known = {symbol.replace("_", ":"): (number, held) for symbol, (number, held) in known.items()}
        self._known |= {"#buy": (90, 3.0), "?number": (91, 1.5), "=zenda": (92, 2.0)}

    def terms(self, symbols: Iterable[str]) -> Mapping[str, Term | None]:
        """Each of *symbols* -> its term."""
        return {symbol: self._known.get(symbol) for symbol in symbols}


BASE = Terms(en_pear=(1, 2.0), en_buy=(2, 1.0), en_castl=(3, 3.0), en_old=(4, 1.0))
RAREST = log(1 + 9.5 / 1.5)


def word(token: str, zipf: float = 0.0) -> Word:
    """*token* as a word of its own."""
    return Word(token, token, f"en:{token}", None, "", "", zipf=zipf)


def unit(cut: Cut, typed: str, read: str | None = None, zipf: float = 0.0) -> Unit:
    """The unit of *cut*, which is all of the question *typed*."""
    words = [word(token, zipf) for token in (read or typed).split()]
    (found,) = units_of([cut], typed.split(), words, spoken()["en"], cast("Base", BASE))
    return found


def test_a_known_word_weighs_as_its_term() -> None:
    """A word that stands for itself is its term alone."""
    found = unit(Cut(0, 1, "en:pear", ()), "pears")
    assert found == Unit("pears", "pears", "en:pear", 2.0, {1: 2.0})
    assert found.known


def test_a_word_with_a_symbol_carries_its_stem() -> None:
    """A fifth of a concept's weight is on the word itself, which tells *buy* from *purchase*."""
    assert unit(Cut(0, 1, "#buy", ("en:buy",)), "buy").terms == pytest.approx({90: 3 * (1 - PARTS_OF_WORD), 2: 3 * PARTS_OF_WORD})


def test_a_phrase_carries_its_words() -> None:
    """Half of a phrase's weight is on its words, by what they weigh."""
    found = unit(Cut(0, 2, "=zenda", ("en:castl", "en:old")), "old castle")
    whole = 2.0
    assert found.terms == pytest.approx(
        {92: whole * (1 - PARTS_OF_PHRASE), 3: whole * PARTS_OF_PHRASE * 3 / 4, 4: whole * PARTS_OF_PHRASE * 1 / 4}
    )


def test_a_weak_word_carries_its_concept() -> None:
    """Half of a weak word's weight is on the concept that it may mean."""
    found = unit(Cut(0, 1, "en:pear", ("#buy",)), "pear")
    assert found.weight == 2.0
    assert found.terms == pytest.approx({1: 2 * (1 - PARTS_OF_WEAK), 90: 2 * PARTS_OF_WEAK})


def test_an_unknown_weak_word_is_its_concept() -> None:
    """A weak word that the base never uses weighs what the concept does, all of it."""
    found = unit(Cut(0, 1, "en:obtain", ("#buy",)), "obtain")
    assert found.weight == 3.0
    assert found.terms == pytest.approx({90: 3.0})


def test_an_unknown_symbol_is_its_stem() -> None:
    """A concept that no fact uses is as heavy as the rarest word, and lies on its stem."""
    found = unit(Cut(0, 1, "#unused", ("en:buy",)), "buy")
    assert found.weight == pytest.approx(RAREST)
    assert found.terms == pytest.approx({2: RAREST})


@pytest.mark.parametrize(
    ("token", "symbol", "zipf", "share"),
    [
        ("strange", "en:strange", 0.0, 1.0),
        ("usual", "en:usual", 5.0, 1 - SLOPE * (5.0 - RARE)),
        ("constant", "en:constant", 9.0, COMMONEST),
        ("light", "=nobody", 9.0, 1.0),
        ("thing", "en:thing", 0.0, UNKNOWN_LIGHT),
    ],
)
def test_an_unknown_word_weighs_by_how_rare_it_is(token: str, symbol: str, zipf: float, share: float) -> None:
    """A rare one as much as the rarest of the base, a common or a light one less, a name as a rare one."""
    found = unit(Cut(0, 1, symbol, ()), token, zipf=zipf)
    assert found.weight == pytest.approx(RAREST * share)
    assert not found.known


def test_a_corrected_word_weighs_a_little_less() -> None:
    """What was typed and what was read both stay, and a guess weighs less than a word spelt right."""
    found = unit(Cut(0, 1, "en:pear", ()), "paers", "pears")
    assert (found.surface, found.read) == ("paers", "pears")
    assert found.weight == pytest.approx(2 * CORRECTED)
    assert found.terms == pytest.approx({1: 2 * CORRECTED})


def test_a_symbol_counts_once() -> None:
    """Saying a thing twice makes it no heavier."""
    words = [word("pear"), word("pear")]
    pieces = [Cut(0, 1, "en:pear", ()), Cut(1, 2, "en:pear", ())]
    assert len(units_of(pieces, ["pear", "pear"], words, spoken()["en"], cast("Base", BASE))) == 1


def test_kinds_that_the_base_has_are_units() -> None:
    """The kind of answer wanted weighs as its term; one that the base never uses is left out."""
    assert kind_units(["number", "colour"], cast("Base", BASE)) == [Unit("number", "number", "?number", 1.5, {91: 1.5})]


@pytest.mark.parametrize(
    ("symbol", "sort"), [("=zenda", "name"), ("#buy", "concept"), ("~zz", "stranger"), ("?date", "kind"), ("2019", "year"), ("en:x", None)]
)
def test_a_unit_is_of_one_sort(symbol: str, sort: str | None) -> None:
    """Its symbol tells a name, a concept, a stranger, a kind and a year."""
    found = Unit("x", "x", symbol, 1.0, {})
    assert [each for each in ("name", "concept", "stranger", "kind", "year") if getattr(found, each)] == ([sort] if sort else [])


def test_the_rarest_word_of_a_base() -> None:
    """As heavy as a word of one fact; an empty base has none to be measured by."""
    assert rarest(cast("Base", BASE)) == pytest.approx(weight(1, 10))
    assert rarest(orchard()[0]) == pytest.approx(weight(1, 3))
    empty = Terms()
    empty.size = 0
    assert rarest(cast("Base", empty)) == 1.0


@pytest.mark.parametrize(
    ("owners", "total", "weighs"), [(1, 10, log(1 + 9.5 / 1.5)), (10, 10, log(1 + 0.5 / 10.5)), (0, 10, log(1 + 10.5 / 0.5))]
)
def test_a_word_weighs_by_how_few_use_it(owners: int, total: int, weighs: float) -> None:
    """Inverse document frequency as BM25 has it."""
    assert weight(owners, total) == pytest.approx(weighs)


@pytest.mark.parametrize(("zipf", "share"), [(0.0, 1.0), (RARE, 1.0), (RARE + 1, 1 - SLOPE), (20.0, COMMONEST)])
def test_a_common_word_weighs_less(zipf: float, share: float) -> None:
    """Rare words weigh 1, common ones less by their Zipf frequency, none less than the least."""
    assert commonness(zipf) == pytest.approx(share)
