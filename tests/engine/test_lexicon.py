"""Words and phrases to symbols, and texts cut into them."""

from __future__ import annotations

from typing import Any

import pytest

from kzfacts.engine.entries import Entries, entries
from kzfacts.engine.lexicon import LONGEST_PHRASE, NOTHING, Cut, cuts, found, phrases, script, word
from kzfacts.engine.words import tokenise
from kzfacts.facts.rows import Lexeme
from tests.engine.orchard import spoken

BASE: dict[str, Any] = {
    "names": [{"key": "zenda", "en": "Castle of Zenda", "fr": "château de Zenda", "report": ["Zenda"], "aliases": ["old keep"]}],
    "partners": [
        {"key": "ruritania", "name": {"en": "Ruritania", "fr": "la Ruritanie"}, "aliases": ["Руритания"], "not": {"en": ["ruritaniania"]}}
    ],
    "concepts": [
        {"key": "buy", "en": ["buy", "take home"], "fr": ["acheter"], "ru": ["купить"], "also": {"en": ["get"]}},
        {"key": "import", "en": ["import"], "fr": ["importer"], "not": {"en": ["importance"], "fr": ["importance", "coupe du monde"]}},
        {"key": "cut", "fr": ["coupe"]},
        {"key": "home", "en": ["buy", "home"]},
    ],
}
STRANGERS = [{"key": "zz", "names": ["Zedland", "Ruritania"]}]
MADE = entries(BASE, spoken(), STRANGERS)
LEXICON = MADE.lexemes()


def cut(text: str, code: str = "en", stop: str = "the of") -> list[tuple[str, str, tuple[str, ...]]]:
    """*text* cut with the lexicon: each piece with its symbol and parts."""
    language = spoken()[code]
    tokens = tokenise(text)
    words = [word(token, language.stem(token), language, LEXICON.get) for token in tokens]
    pieces = cuts(words, frozenset(stop.split()))
    return [(" ".join(tokens[piece.start : piece.end]), piece.symbol, piece.parts) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "code", "pieces"),
    [
        ("Ruritania", "en", [("ruritania", "=ruritania", ("en:ruritania",))]),
        ("la Ruritanie", "fr", [("la ruritanie", "=ruritania", ("fr:la", "fr:ruritan"))]),
        ("the castle of Zenda", "en", [("castle of zenda", "=zenda", ("en:castl", "=zenda"))]),
        ("the old keep", "en", [("old keep", "=zenda", ("en:old", "en:keep"))]),
        ("Zedland", "en", [("zedland", "~zz", ("en:zedland",))]),
        ("they bought pears", "en", [("they", "en:they", ()), ("bought", "#buy", ("en:buy",)), ("pears", "en:pear", ())]),
        ("taking home", "en", [("taking home", "#buy", ("en:take", "#home"))]),
        ("take", "en", [("take", "en:take", ())]),
        ("get pears", "en", [("get", "en:get", ("#buy",)), ("pears", "en:pear", ())]),
        ("imported", "en", [("imported", "#import", ("en:import",))]),
        ("importance", "en", [("importance", "en:import", ())]),
        ("la coupe du monde", "fr", [("la", "fr:la", ()), ("coupe", "fr:coup", ()), ("du", "fr:du", ()), ("monde", "fr:mond", ())]),
        ("une coupe", "fr", [("une", "fr:une", ()), ("coupe", "#cut", ("fr:coup",))]),
        ("купить", "ru", [("купить", "#buy", ("ru:куп",))]),
        ("acheter", "en", [("acheter", "en:achet", ())]),
        ("the of", "en", []),
    ],
)
def test_a_text_is_cut_into_what_the_lexicon_knows(text: str, code: str, pieces: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """Longest phrases first, names before strangers before concepts, weak words as themselves, stop words left out."""
    assert cut(text, code) == pieces


def test_stop_words_count_inside_a_phrase_only() -> None:
    """A phrase may hold a stop word, which is none of its parts."""
    assert cut("castle of Zenda", stop="of castle") == [("castle of zenda", "=zenda", ("=zenda",))]


def test_light_words_stand_for_themselves() -> None:
    """A light word has no symbol of the lexicon, alone; in a phrase it has."""
    language = spoken()["en"]
    light = min(language.light)
    found = word(light, language.stem(light), language, {light: Lexeme("#something")}.get)
    assert (found.symbol, found.main) == (None, found.plain)


def test_a_word_knows_the_phrases_that_it_opens() -> None:
    """As typed in any language and in its own, and as stemmed."""
    language = spoken()["en"]
    known = [word(token, language.stem(token), language, LEXICON.get) for token in ("castle", "taking", "take", "pears")]
    zenda, home = phrases({"of zenda": "=zenda"}), phrases({"home": "#buy"})
    assert [each.typed for each in known] == [zenda, "", home, ""]
    assert [each.stemmed for each in known] == [zenda, home, home, ""]


@pytest.mark.parametrize(
    ("rest", "symbol"), [("home", "#buy"), ("home again", "#return"), ("again", None), ("hom", None), ("home ag", None), ("", None)]
)
def test_a_phrase_is_found_whole(rest: str, symbol: str | None) -> None:
    """Neither its start nor its end is one; of two with the same words the first holds."""
    known = phrases({"home again": "#return", "home": "#buy"}) + phrases({"home": "#other"})
    assert found(known, rest.split()) == symbol


def test_what_is_entered_first_stays() -> None:
    """Of two concepts with a word the first has it; what is typed wins over what is stemmed."""
    found = Entries(spoken())
    found.add(["imports"], "#first", "en")
    found.add(["import"], "#second", "en")
    found.add(["imports"], "#third", "en")
    lexemes = found.lexemes()
    assert (lexemes["en:imports"].symbol, lexemes["en:import"].symbol) == ("#first", "#second")


def test_names_are_stemmed_in_the_languages_of_their_script() -> None:
    """A Latin name has a stem in English and French, a Cyrillic one in Russian and Kazakh."""
    found = Entries(spoken())
    found.add_name(["Ruritanians", "Руритания"], "=ruritania")
    assert {key for key in found.stemmed if key.startswith(("en:", "fr:"))} == {"en:ruritanian", "fr:ruritanian"}
    assert {key.partition(":")[0] for key in found.stemmed} == {"en", "fr", "ru", "kk"}
    assert set(found.typed) == {"ruritanians", "руритания"}


def test_long_phrases_and_empty_ones_are_left_out() -> None:
    """A phrase longer than what is looked up could never be found."""
    found = Entries(spoken())
    found.add([" ".join(["one"] * (LONGEST_PHRASE + 1)), "...", " ".join(["two"] * LONGEST_PHRASE)], "#long", "en")
    assert len(found.typed) == 1


def test_nothing_is_entered_as_typed_and_last() -> None:
    """What is said to mean nothing is so in one language, as it stands, and only where no entry has it."""
    found = Entries(spoken())
    found.add(["import"], "#import", "en")
    found.add_nothing(["import", "importance"], "en")
    assert found.typed == {"en:import": "#import", "en:importance": NOTHING}
    assert LEXICON["en:ruritaniania"].symbol == NOTHING


def test_the_words_of_the_lexicon() -> None:
    """The words of all names and concepts as typed, without their languages."""
    assert {"castle", "zenda", "take", "home", "acheter", "купить"} <= MADE.words()
    assert not any(":" in each for each in MADE.words())


@pytest.mark.parametrize(("text", "codes"), [("abc", ("en", "fr")), ("abc где", ("ru", "kk")), ("", ("en", "fr")), ("ѐџ", ("ru", "kk"))])
def test_the_script_tells_the_languages(text: str, codes: tuple[str, ...]) -> None:
    """One Cyrillic letter is enough."""
    assert script(text) == codes


@pytest.mark.parametrize(
    ("piece", "weak"),
    [
        (Cut(0, 1, "en:get", ("#buy",)), True),
        (Cut(0, 1, "en:get", ()), False),
        (Cut(0, 1, "#buy", ("en:buy",)), False),
        (Cut(0, 1, "=zenda", ("en:zenda",)), False),
        (Cut(0, 1, "~zz", ("en:zed",)), False),
    ],
)
def test_a_weak_word_stands_for_itself(piece: Cut, *, weak: bool) -> None:
    """A word that may mean a concept has its own symbol and the concept as a part."""
    assert piece.weak == weak
