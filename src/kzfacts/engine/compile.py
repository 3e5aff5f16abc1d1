"""A fact base to its index: symbols, postings, weights. Run once per base, never per question.

An *owner* is a fact or a gap; its *documents* are its questions in every language and, for a fact, its statement
with the short answer, and that alone. A document is a set of symbols. The index holds, per symbol, the owners that use it.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from kzfacts.engine.entries import entries
from kzfacts.engine.kinds import KIND, wanted
from kzfacts.engine.lexicon import NAME, NO_LEXEME, cuts, known_word, script, word
from kzfacts.engine.marks import is_mark, marks
from kzfacts.engine.signature import signature
from kzfacts.engine.weights import HOME, KIND_WEIGHT, LIGHT, NAME_LEAST, commonness, weight
from kzfacts.engine.words import Language, tokenise
from kzfacts.facts.rows import BYTES, EVERY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kzfacts.engine.lexicon import Word
    from kzfacts.facts.rows import Lexeme


Row = tuple[int, float, "array[int] | None", bytes]
"""A term's number, its weight (inverse document frequency), the owners that use it, and in how many of the documents
of each, `MOST` at most; instead of the owners none, and counts for them all, where many use it."""


Packed = tuple["array[int]", "array[int]", "array[int]", "array[float]"]
"""The terms that an owner's documents use, where each one's documents start, these, and the masses of the documents."""


class Compiled(NamedTuple):
    """What is stored of a base: rows ready for a table each."""

    lexemes: dict[str, Lexeme]
    """Word as typed, or word or stem of one language -> what is known of it."""
    forms: dict[str, Word]
    """Each of `words` behind the code of each language of its script -> the word as that language reads it."""
    terms: dict[str, Row]
    """Symbol -> its row."""
    owners: list[Packed]
    """The documents of each owner, facts first."""
    signatures: set[tuple[int, int]]
    """The signature of each document, with its owner."""
    words: dict[str, int]
    """Each word as people type it -> in how many owners it stands."""


Document = tuple[tuple[str, ...], set[str]]
"""The symbols of a text, and those of the words that its phrases and concepts are made of, with its marks."""


def compile_base(
    base: Mapping[str, Any],
    languages: Mapping[str, Language],
    strangers: Sequence[Mapping[str, Any]] = (),
    ordinary: Mapping[str, float] | None = None,
) -> Compiled:
    """The index of *base*, a decoded and valid fact base.

    *strangers* are names of the world beyond it, *ordinary* the Zipf frequencies of general language.
    """
    known = entries(base, languages, strangers)
    lexemes = known.lexemes()
    owners = [*base["facts"], *base["gaps"]]

    @cache
    def read(token: str, code: str) -> Word:
        return word(token, languages[code].stem(token), languages[code], lexemes.get)

    documents, spoken, words = _read(owners, languages, read)
    words.update((known.words() | {word for language in languages.values() for word in language.stop | language.light}) - words.keys())
    factors = _factors(spoken, languages, ordinary or {}) | {NAME + key: HOME for key in base["report"]["subject"]}
    terms = _terms(documents, len(base["facts"]), factors)
    lexemes |= {form: lexemes.get(form, NO_LEXEME)._replace(used=True) for form in terms}
    lexemes |= {form: lexemes.get(form, NO_LEXEME)._replace(zipf=zipf) for form, zipf in (ordinary or {}).items()}
    return Compiled(
        lexemes,
        _forms(words, lexemes, spoken, languages),
        terms,
        [_packed(texts, terms) for texts in documents],
        {(signature(symbols), owner) for owner, texts in enumerate(documents) for text in texts for symbols in _signed(text)},
        dict(words),
    )


def _forms(
    words: Iterable[str], lexemes: Mapping[str, Lexeme], spoken: Mapping[str, Counter[str]], languages: Mapping[str, Language]
) -> dict[str, Word]:
    """Each of *words* as each language of its script reads it."""
    said = {token: _languages(counts) for token, counts in spoken.items()}
    known = [(token, languages[code]) for token in words for code in script(token) if code in languages]
    return {
        f"{language.code}:{token}": known_word(token, language.stems(token), language, lexemes.get, said.get(token, ""))
        for token, language in known
    }


def _languages(counts: Counter[str]) -> str:
    """The codes of the languages that say a word, by how often each does; not one that does once in a while, as in a foreign title."""
    return " ".join(sorted(code for code, count in counts.items() if count * SELDOM >= max(counts.values())))


SELDOM = 8
"""The part of what another language says a word below which it is none of this one."""


def _texts(owner: Mapping[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """The documents of a fact or gap as (language, text, whether it is a question); a fact's short answer twice."""
    for code, questions in owner["questions"].items():
        for question in questions:
            yield code, question, True
    if "answer" in owner:
        for code, statement in owner["statement"].items():
            yield code, f"{statement} {owner['answer'][code]}", False
            yield code, owner["answer"][code], False


def _read(
    owners: Sequence[Mapping[str, Any]], languages: Mapping[str, Language], read: Callable[[str, str], Word]
) -> tuple[list[list[Document]], dict[str, Counter[str]], Counter[str]]:
    """The documents of each of *owners*; each word -> how often each language says it; and in how many owners it stands."""
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    words: Counter[str] = Counter()
    documents = []
    for owner in owners:
        said: set[str] = set()
        found = []
        for code, text, question in _texts(owner):
            tokens = tokenise(text)
            for token in tokens:
                spoken[token][code] += 1
            said.update(tokens)
            found.append(_document(text, tokens, languages[code], read, question=question))
        words.update(said)
        documents.append(found)
    return documents, spoken, words


def _document(text: str, typed: Sequence[str], language: Language, read: Callable[[str, str], Word], *, question: bool) -> Document:
    tokens = language.written(typed)
    words = [read(token, language.code) for token in tokens]
    found = list(cuts(words, language.stop_in(text, typed)))
    kinds = wanted(tokens, language) if question else ()
    main = tuple(dict.fromkeys([*(cut.symbol for cut in found), *(KIND + kind for kind in kinds)]))
    parts = {part for cut in found for part in cut.parts} | marks(tokens, found, language)
    return main, parts.difference(main)


def _signed(document: Document) -> Iterator[Sequence[str]]:
    """What a question must have to be this *document*: its symbols, whatever it points to; and those with its marks."""
    main, parts = document
    yield main
    yield [*main, *sorted(part for part in parts if is_mark(part))]


def _factors(spoken: Mapping[str, Iterable[str]], languages: Mapping[str, Language], ordinary: Mapping[str, float]) -> dict[str, float]:
    """Stem -> what it weighs beside another one as rare in the base: little for light and for common words."""
    factors: dict[str, float] = {}
    for token, codes in spoken.items():
        for code in codes:
            stem = languages[code].plain(languages[code].stem(token))
            factors[stem] = min(factors.get(stem, 1.0), commonness(ordinary.get(token, 0.0)))
    for language in languages.values():
        factors |= {stem: min(factors.get(stem, 1.0), LIGHT) for stem in (language.plain(language.stem(word)) for word in language.light)}
    return factors


def _terms(owners: list[list[Document]], facts: int, factors: Mapping[str, float]) -> dict[str, Row]:
    postings: dict[str, Counter[int]] = defaultdict(Counter)
    for owner, documents in enumerate(owners):
        for main, parts in documents:
            for symbol in {*main, *parts}:
                postings[symbol][owner] += 1
    postings[EVERY] = Counter(dict(enumerate(map(len, owners))))
    terms = {}
    for number, symbol in enumerate(sorted(postings)):
        counts = postings[symbol]
        own = _weight(symbol, sum(owner < facts for owner in counts), facts, factors)
        dense = len(counts) * DENSE > len(owners)
        found = array("I", range(len(owners)) if dense else sorted(counts))
        terms[symbol] = number, own, None if dense else found, bytes(min(MOST, counts[owner]) for owner in found)
    return terms


DENSE = 16
"""A term that one in so many owners uses has a count for every owner."""

MOST = 255
"""The most documents of an owner that are counted: a byte holds them, and one more tells nothing."""


def _weight(symbol: str, frequency: int, facts: int, factors: Mapping[str, float]) -> float:
    if symbol.startswith(KIND):
        return KIND_WEIGHT
    own = weight(frequency, facts)
    if symbol.startswith(NAME):
        own = max(own, NAME_LEAST * weight(1, facts))
    return own * factors.get(symbol, 1.0)


def _packed(documents: list[Document], terms: Mapping[str, Row]) -> Packed:
    users: dict[int, list[int]] = defaultdict(list)
    masses = array("f")
    for document, (main, parts) in enumerate(documents):
        for symbol in {*main, *parts}:
            users[terms[symbol][0]].append(document)
        masses.append(sum(terms[symbol][1] for symbol in sorted(main)))
    numbers = sorted(users)
    starts = accumulate((len(users[number]) for number in numbers), initial=0)
    flat = [document for number in numbers for document in users[number]]
    return array("I", numbers), array("I", starts), array("B" if len(documents) <= BYTES else "I", flat), masses
