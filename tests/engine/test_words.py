"""Text to tokens and stems."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kzfacts import languages
from kzfacts.engine.kinds import wanted
from kzfacts.engine.words import Language, capitals, folded, tokenise

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.fixture(scope="module")
def known() -> Mapping[str, Language]:
    """Every language, as the engine reads it."""
    return {record["language"]: Language(folded(record)) for record in languages.load()}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("How many?", ["how", "many"]),
        ("L'élève", ["l", "eleve"]),
        ("4 165 000 t", ["4165000", "t"]),
        ("4,165,000", ["4165000"]),
        ("20%", ["20"]),
        ("quel % de Russes", ["quel", "%", "de", "russes"]),
        ("% of Russians", ["%", "of", "russians"]),
        ("20,3 %", ["20.3"]),
        ("1.3 million", ["1.3", "million"]),
        ("dual-use", ["dual", "use"]),
        ("Tokaïev", ["tokaiev"]),
        ("œuvre Łódź", ["oeuvre", "lodz"]),
        ("ёлка йод", ["елка", "йод"]),
        ("Қазақ ұлты", ["қазақ", "ұлты"]),
        ("ﬁnance ２０２３", ["finance", "2023"]),
        ("🤔🤔", []),
        ("in '22 and ’91", ["in", "2022", "and", "1991"]),
        ("d'11, l'22e, 5'22, ''22", ["d", "11", "l", "22e", "5", "22", "22"]),
        ("℡ ＡＢ", ["tel", "ab"]),
        ("a\x00b", ["a", "b"]),
        ("", []),
    ],
)
def test_text_is_cut_into_folded_words(text: str, tokens: list[str]) -> None:
    """Words come out in lower case without Latin accents, numbers without separators."""
    assert tokenise(text) == tokens


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("en", "companies", "company"),
        ("en", "bought", "buy"),
        ("en", "45th", "45"),
        ("en", "seven", "7"),
        ("en", "november", "nov"),
        ("fr", "entreprises", "entreprise"),
        ("fr", "acquis", "acquerir"),
        ("fr", "autorisees", "autoriser"),
        ("fr", "importee", "importer"),
        ("fr", "45e", "45"),
        ("fr", "sept", "7"),
        ("ru", "компании", "компания"),
        ("ru", "ноября", "ноябрь"),
        ("kk", "компаниялардың", "компаниялар"),
    ],
)
def test_forms_of_a_word_share_a_symbol(known: Mapping[str, Language], code: str, one: str, other: str) -> None:
    """Inflected and irregular forms, ordinals, number words and months are read as one."""
    assert known[code].stem(one) == known[code].stem(other)


@pytest.mark.parametrize(("one", "other"), [("fusee", "fuser"), ("portee", "porter")])
def test_other_words_in_ee_are_no_participles(known: Mapping[str, Language], one: str, other: str) -> None:
    """*Fusée* is no form of *fuser*, though folding hides its accent."""
    assert known["fr"].stem(one) != known["fr"].stem(other)


@pytest.mark.parametrize(
    ("code", "typed", "written"),
    [("fr", "kan c t koi", "quand c t quoi"), ("en", "wat did ppl say", "what did people say"), ("ru", "kan", "kan")],
)
def test_shorthand_is_written_out(known: Mapping[str, Language], code: str, typed: str, written: str) -> None:
    """Word for word, as each language has it."""
    assert known[code].written(typed.split()) == written.split()


@pytest.mark.parametrize(
    ("code", "typed", "rest"),
    [
        ("fr", "leurope", ["europe"]),
        ("fr", "dabraham", ["abraham"]),
        ("fr", "lhelico", ["helico"]),
        ("fr", "quil", []),
        ("fr", "quelle", ["elle"]),
        ("fr", "dun", []),
        ("fr", "lcolonne", []),
        ("fr", "europe", []),
        ("en", "leurope", []),
    ],
)
def test_an_elided_word_may_be_typed_in_one(known: Mapping[str, Language], code: str, typed: str, rest: list[str]) -> None:
    """What follows starts with a vowel or h and has three letters at least; only where the language elides."""
    assert known[code].unglued(typed) == rest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the UN in Geneva", {"un"}),
        ("THE UN", set()),
        ("the un", set()),
        ("L'ÉTAT dit A", {"etat"}),
        ("l'E\u0301TAT", {"etat"}),
        ("Un pays", set()),
        ("", set()),
    ],
)
def test_capitals_make_names(text: str, names: set[str]) -> None:
    """Words of two letters and more in capitals, unless everything is."""
    assert capitals(text) == names


def test_months_are_one_in_every_language(known: Mapping[str, Language]) -> None:
    """November is the same symbol in all four languages."""
    assert len({known[code].stem(word) for code, word in [("en", "november"), ("fr", "novembre"), ("ru", "ноября"), ("kk", "қараша")]}) == 1


@pytest.mark.parametrize(
    ("code", "text", "kept"),
    [
        ("en", "US sanctions", {"us"}),
        ("en", "tell us", set()),
        ("en", "TELL US", set()),
        ("fr", "le UN et l'UE", {"un"}),
        ("fr", "il est né", {"ne"}),
        ("fr", "il ne va pas là où", set()),
        ("fr", "il est sûr, décomposé", {"sur"}),
        ("fr", "À L'ÉTÉ", set()),
    ],
)
def test_a_stop_word_may_be_another_word(known: Mapping[str, Language], code: str, text: str, kept: set[str]) -> None:
    """Typed in capitals it may be a name, unless everything is; with an accent of its own it is another word."""
    assert known[code].stop - known[code].stop_in(text, tokenise(text)) == kept


@pytest.mark.parametrize(
    ("code", "text", "passed", "kinds"),
    [
        ("en", "What's the deal with the pears", {"deal"}, ()),
        ("en", "so whats going on with the pears", {"going"}, ()),
        ("en", "what is the deal", set(), ("definition",)),
        ("fr", "c'est quoi le délire avec les poires", {"delire"}, ()),
        ("fr", "t'as une idée de combien de poires", {"idee"}, ("number",)),
        ("fr", "c'est quoi le délire", set(), ("definition",)),
        ("ru", "как обстоят дела с грушами", {"обстоят", "дела"}, ()),
    ],
)
def test_idle_phrases_say_nothing(known: Mapping[str, Language], code: str, text: str, passed: set[str], kinds: tuple[str, ...]) -> None:
    """The words of *what's the deal with* are passed over, and it asks for no kind of answer."""
    tokens = tokenise(text)
    assert known[code].stop_in(text, tokens) - known[code].stop == passed
    assert wanted(tokens, known[code]) == kinds


@pytest.mark.parametrize("token", ["des", "forces"])
def test_only_stop_words_keep_their_form(known: Mapping[str, Language], token: str) -> None:
    """*Des forces* is no form of *de force*."""
    assert (known["fr"].stem(token) == token) == (token in known["fr"].stop)
