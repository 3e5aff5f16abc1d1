"""A question as it is read: language, words, slips, kinds."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from kzfacts.engine.reading import detect, is_noise, read
from kzfacts.engine.respelling import respelt
from kzfacts.engine.vocabulary import Languages
from kzfacts.engine.words import LONGEST_QUESTION, tokenise
from tests.engine.orchard import orchard, spoken

if TYPE_CHECKING:
    from kzfacts.engine.reading import Reading


def reading(question: str) -> Reading:
    """*question* as the small base reads it."""
    return read(question, *orchard())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("how many apples", "en"),
        ("combien de pommes", "fr"),
        ("pommes", "fr"),
        ("pears", "en"),
        ("garçon", "fr"),
        ("сколько яблок", "ru"),
        ("қанша алма", "kk"),
        ("Rassendyll", None),
        ("1200", None),
        ("", None),
        ("where are the pommes", "en"),
        ("ou sont les pears", "fr"),
    ],
)
def test_the_language_of_a_question(text: str, code: str | None) -> None:
    """Stop words tell, then light words and the words of the base; what is in both languages tells nothing."""
    assert detect(text, tokenise(text), orchard()[1]) == code


@pytest.mark.parametrize(
    ("question", "symbols"),
    [
        ("How many apples did Ruritania sell in 2024?", ["en:appl", "=ruritania", "en:sell", "2024", "?number"]),
        ("combien de pommes la Ruritanie a-t-elle vendues", ["fr:pomm", "=ruritania", "fr:vendr", "?number"]),
        ("apples, apples and apples", ["en:appl"]),
        ("Who purchases the pears?", ["#buy", "en:pear", "?person"]),
        ("aples in ruritanya", ["en:appl", "=ruritania"]),
        ("the of and", []),
        ("", []),
        ("🤔", []),
    ],
)
def test_words_become_symbols(question: str, symbols: list[str]) -> None:
    """Names, concepts and stems stand for the words, each once; stop words are left out; the kind comes last."""
    assert [unit.symbol for unit in reading(question).units] == symbols


def test_a_word_of_the_other_language_stands_for_itself() -> None:
    """An English question may hold a French word, which the base knows as French."""
    units = reading("how many of the pommes").units
    assert [unit.symbol for unit in units] == ["fr:pomm", "?number"]
    assert units[0].known


def test_what_was_typed_is_kept_beside_what_is_read() -> None:
    """A corrected word says both."""
    (apples, ruritania) = reading("aples in ruritanya").units
    assert (apples.surface, apples.read) == ("aples", "apples")
    assert (ruritania.surface, ruritania.read) == ("ruritanya", "ruritania")


def test_a_question_weighs_the_sum_of_its_words() -> None:
    """The mass is that of all units, the kind of answer among them."""
    found = reading("how many apples in 2024")
    assert found.kinds == ("number",)
    assert found.mass == pytest.approx(sum(unit.weight for unit in found.units))


@pytest.mark.parametrize(("length", "cut"), [(LONGEST_QUESTION, False), (LONGEST_QUESTION + 1, True)])
def test_a_question_is_read_up_to_a_limit(length: int, *, cut: bool) -> None:
    """One character more than the limit is cut off, and said to be."""
    found = reading("apples " + "x" * (length - 7))
    assert found.cut == cut
    assert len(found.units[1].surface) == min(length, LONGEST_QUESTION) - 7


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        ("SELECT * FROM apples WHERE id = 1;", True),
        ("<b>apples</b>", True),
        ("https://example.org/apples?id=1", True),
        ("cd apples && ls --all | wc", True),
        ("apples apples apples", True),
        ("apples apples", False),
        ("who buys apples -- and pears?", False),
        ("apples = pears?", False),
        ("sales > 3 million; who buys", False),
        ("the *best* apples", False),
        ("apples (pears)", False),
        ("", False),
    ],
)
def test_code_is_no_question(text: str, *, noise: bool) -> None:
    """Two signs of code make noise of a text, and so does one word over and over; one sign may be a slip."""
    assert is_noise(text, tokenise(text)) == noise


def test_shorthand_is_read_as_its_word() -> None:
    """It stands for the word, is no slip, and tells the language."""
    units = reading("wen did ruritania buy").units
    assert [unit.kind for unit in units if unit.symbol == "?date"] == [True]
    assert detect("wen", ["wen"], orchard()[1]) == "en"


def test_an_elided_word_in_one_is_no_slip_of_another() -> None:
    """What stands behind it is read, if the base has it and not the whole."""
    assert next(unit.read for unit in reading("qui est lacheteur").units) == "acheteur"
    assert next(unit.read for unit in reading("qui est lrecolte").units) == "recolte"


def test_a_name_in_capitals_tells_no_language() -> None:
    """UN is no French article in an English question."""
    assert detect("UN pears", ["un", "pears"], orchard()[1]) == "en"
    assert detect("un pears", ["un", "pears"], orchard()[1]) == "fr"


def test_capitals_make_a_name_of_a_stop_word() -> None:
    """IT in capitals is read as a word, where *it* is passed over."""
    assert [unit.surface for unit in reading("what does it sell").units] == ["sell"]
    assert [unit.surface for unit in reading("what does IT sell").units] == ["it", "sell"]


def test_a_slip_goes_with_the_rest_of_the_question() -> None:
    """Of two words as near, the one that a fact uses beside the others is meant; a stop word goes with anything."""
    base, languages = orchard()
    vocabulary = languages.vocabulary("en")
    stop = spoken()["en"].stop

    def right(text: str) -> list[str]:
        words = vocabulary.words(tokenise(text), stop)
        return [word.token for word in respelt(words, stop, vocabulary, base)]

    assert right("pesrs buyer") == ["pears", "buyer"]
    assert right("ears buyer") == ["ears", "buyer"]
    assert right("oears buyer") == ["pears", "buyer"]
    assert right("wht pears") == ["what", "pears"]
    assert right("qzx pears") == ["qzx", "pears"]
    assert right("aples ruritanya") == ["apples", "ruritania"]
    assert right("whcih apples") == ["which", "apples"]
    assert right("qqqqqq apples") == ["qqqqqq", "apples"]
    assert right("apples") == ["apples"]
    assert right("") == []


def test_words_are_looked_up_once() -> None:
    """A word that was read before is not asked of the base again, and reads the same."""
    base, _ = orchard()
    languages = Languages(base)
    vocabulary = languages.vocabulary("en")
    first = vocabulary.words(["apples", "buy", "2024"], frozenset())
    assert vocabulary is languages.vocabulary("en")
    vocabulary._base = None  # type: ignore[assignment]  # noqa: SLF001 - what must not be asked
    assert vocabulary.words(["2024", "apples", "buy"], frozenset()) == [first[2], first[0], first[1]]


@pytest.mark.parametrize(
    ("token", "known", "spelt"),
    [
        ("apples", True, True),
        ("apple", True, True),
        ("purchase", True, True),
        ("the", False, True),
        ("thing", True, True),
        ("guitar", False, True),
        ("aples", False, False),
        ("7", False, True),
        ("harvests", True, False),
    ],
)
def test_what_is_known_of_a_word(token: str, *, known: bool, spelt: bool) -> None:
    """Known words are in the base by their stem, or light; spelt ones stand somewhere as they are, or are numbers."""
    base, _ = orchard()
    word = Languages(base).vocabulary("en").own([token])[token]
    assert (word.known, word.spelt) == (known, spelt)


def test_a_long_batch_forgets_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered is bounded, and what is asked is there all the same."""
    monkeypatch.setattr("kzfacts.engine.vocabulary.REMEMBERED", 3)
    base, _ = orchard()
    vocabulary = Languages(base).vocabulary("en")
    for one, other in product("abcdefgh", repeat=2):
        assert [word.token for word in vocabulary.words([one + other, "apples"], frozenset())] == [one + other, "apples"]
    assert len(vocabulary._known) <= 5  # noqa: SLF001 - how much is remembered
