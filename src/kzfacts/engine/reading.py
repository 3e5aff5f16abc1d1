"""A question to the symbols, years and kind of answer that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.kinds import KIND, wanted
from kzfacts.engine.lexicon import CONCEPT, NAME, STRANGER, Cut, cuts, keys
from kzfacts.engine.spelling import corrections
from kzfacts.engine.weights import commonness
from kzfacts.engine.words import LONGEST_QUESTION, Language, capitals, is_number, is_year, tokenise

if TYPE_CHECKING:
    from kzfacts.facts.base import Base

LATIN = ("en", "fr")
CYRILLIC = ("ru", "kk")
"""The languages that share a script, and so might share a word."""

CORRECTED = 0.9
"""What a corrected word weighs beside one spelt right."""

UNKNOWN_LIGHT = 0.15
"""What a light word that the base never uses weighs beside any other unknown word."""

PARTS_OF_PHRASE = 0.5
PARTS_OF_WORD = 0.2
"""The share of a unit's weight that its parts carry: a phrase's words, the stem of a word with a symbol."""

Weights = Mapping[int, float]
"""Term number -> what it adds where a document has it."""


class Unit(NamedTuple):
    """A word or phrase of the question, or the kind of answer that it wants."""

    surface: str
    """As typed, folded."""
    read: str
    """As read: another word where the spelling was corrected."""
    symbol: str
    weight: float
    terms: Weights
    """The terms of the index that stand for it, with their shares of its weight; none for an unknown word."""

    @property
    def name(self) -> bool:
        """Whether it names a partner, person, place or thing of the base."""
        return self.symbol.startswith(NAME)

    @property
    def stranger(self) -> bool:
        """Whether it names a country or organisation that the base does not have."""
        return self.symbol.startswith(STRANGER)

    @property
    def kind(self) -> bool:
        """Whether it is the kind of answer wanted, and no word."""
        return self.symbol.startswith(KIND)

    @property
    def year(self) -> bool:
        """Whether it is a year."""
        return is_year(self.symbol)

    @property
    def known(self) -> bool:
        """Whether the base uses it at all."""
        return bool(self.terms)


class Reading(NamedTuple):
    """How a question was read."""

    language: str | None
    """Of the question; none where nothing tells."""
    units: tuple[Unit, ...]
    kinds: tuple[str, ...]
    """The kinds of answer that it wants, as its words say."""
    cut: bool
    """Whether the question was longer than what is read."""

    @property
    def mass(self) -> float:
        """The sum of the weights of its units."""
        return sum(unit.weight for unit in self.units)


def read(question: str, base: Base, languages: Mapping[str, Language]) -> Reading:
    """*question* as symbols of *base*."""
    text = question[:LONGEST_QUESTION]
    typed = tokenise(text)
    code = detect(text, typed, base, languages)
    language = languages[code or _default(typed)]
    stop = language.stop - capitals(text)
    stems = _known_stems(typed, stop, language, base, languages)
    tokens = _respelt(typed, stems, language, base)
    if tokens != typed:
        stems = _known_stems(tokens, stop, language, base, languages)
    found = [stem or language.stem(token) for token, stem in zip(tokens, stems, strict=True)]
    kinds = wanted(tokens, language)
    lexemes = base.lexemes(keys(tokens, found, language))
    pieces = list(cuts(tokens, found, language, stop, lexemes.get))
    units = _units(pieces, typed, tokens, language, base)
    return Reading(code, (*units, *_kind_units(kinds, base)), kinds, len(question) > len(text))


def _known_stems(
    tokens: Sequence[str], stop: frozenset[str], language: Language, base: Base, languages: Mapping[str, Language]
) -> list[str | None]:
    """Per token the stem under which the base knows it, its own language first; none for an unknown word."""
    codes = LATIN if language.code in LATIN else CYRILLIC
    order = [language, *(languages[code] for code in codes if code != language.code)]
    table = [[(other.code, other.stem(token)) for other in order] for token in tokens]
    stems = {stem for row in table for _, stem in row}
    lexemes = base.lexemes(
        [
            *tokens,
            *stems,
            *(f"{code}:{form}" for token, row in zip(tokens, table, strict=True) for code, stem in row for form in (token, stem)),
        ]
    )
    terms = base.terms(stems)
    known: list[str | None] = []
    for token, row in zip(tokens, table, strict=True):
        if token in stop or token in language.light or is_number(token) or lexemes.get(token):
            known.append(row[0][1])
            continue
        hits = (
            stem
            for code, stem in row
            if lexemes.get(stem) or lexemes.get(f"{code}:{token}") or lexemes.get(f"{code}:{stem}") or terms.get(stem)
        )
        known.append(next(hits, None))
    return known


def _respelt(tokens: Sequence[str], stems: Sequence[str | None], language: Language, base: Base) -> list[str]:
    """*tokens* with the mistyped ones corrected: to the near word that goes best with the rest of the question."""
    slips = [place for place, stem in enumerate(stems) if stem is None]
    ordinary = base.ordinary([tokens[place] for place in slips])
    found = {place: corrections(tokens[place], base.words) for place in slips if not ordinary.get(tokens[place])}
    if not any(found.values()):
        return list(tokens)
    context = _context([stem for stem in stems if stem], language, base)
    respelt = list(tokens)
    for place, near in found.items():
        if near:
            respelt[place] = min(near, key=lambda pair: SLIP * pair[1] - _fit(pair[0], context, language, base))[0]
    return respelt


SLIP = 2.0
"""What one more slip costs a correction, in the weight of the words that it goes with."""


def _context(stems: Sequence[str], language: Language, base: Base) -> dict[int, float]:
    """Owner -> the weight of the question's known words that it uses."""
    sums: dict[int, float] = {}
    for symbol in sorted({_symbol(stem, language, base) for stem in stems}):
        term = base.terms([symbol]).get(symbol)
        if term:
            for owner in term[2]:
                sums[owner] = sums.get(owner, 0.0) + term[1]
    return sums


def _fit(word: str, context: Mapping[int, float], language: Language, base: Base) -> float:
    """The greatest weight of other words of the question beside which an owner uses *word*."""
    symbol = _symbol(language.stem(word), language, base, word)
    term = base.terms([symbol]).get(symbol)
    return max((context.get(owner, 0.0) for owner in term[2]), default=0.0) if term else 0.0


def _symbol(stem: str, language: Language, base: Base, word: str = "") -> str:
    forms = [form for form in (word, stem) if form]
    keys = [key for form in forms for key in (form, f"{language.code}:{form}")]
    lexemes = base.lexemes(keys)
    return next((symbol for key in keys if (symbol := lexemes.get(key))), stem)


def _units(pieces: Sequence[Cut], typed: Sequence[str], tokens: Sequence[str], language: Language, base: Base) -> list[Unit]:
    terms = base.terms([symbol for cut in pieces for symbol in (cut.symbol, *cut.parts)])
    units: dict[str, Unit] = {}
    for cut in pieces:
        surface, as_read = " ".join(typed[cut.start : cut.end]), " ".join(tokens[cut.start : cut.end])
        main = terms.get(cut.symbol)
        parts = [term for part in cut.parts if (term := terms.get(part))]
        weight = main[1] if main else rarest(base) * _unknown(cut, tokens, language, base)
        weight *= 1 if surface == as_read else CORRECTED
        share = 0.0 if not parts else 1.0 if not main else PARTS_OF_PHRASE if cut.end - cut.start > 1 else PARTS_OF_WORD
        shares = {number: weight * share * part / sum(p[1] for p in parts) for number, part, _ in parts} if share else {}
        if main:
            shares[main[0]] = shares.get(main[0], 0.0) + weight * (1 - share)
        units.setdefault(cut.symbol, Unit(surface, as_read, cut.symbol, weight, shares))
    return list(units.values())


def _unknown(cut: Cut, tokens: Sequence[str], language: Language, base: Base) -> float:
    """What a word or phrase that the base never uses weighs beside its rarest word."""
    if tokens[cut.start] in language.light:
        return UNKNOWN_LIGHT
    if cut.symbol[0] in NAME + CONCEPT + STRANGER:
        return 1.0
    return commonness(base.ordinary(tokens[cut.start : cut.end]).get(tokens[cut.start]) or 0.0)


def _kind_units(kinds: Sequence[str], base: Base) -> list[Unit]:
    terms = base.terms([KIND + kind for kind in kinds])
    found = [(kind, term) for kind in kinds if (term := terms.get(KIND + kind))]
    return [Unit(kind, kind, KIND + kind, term[1], {term[0]: term[1]}) for kind, term in found]


def rarest(base: Base) -> float:
    """The weight of a word that one fact of *base* uses."""
    return log(1 + (base.size - 0.5) / 1.5) if base.size else 1.0


def detect(text: str, tokens: Sequence[str], base: Base, languages: Mapping[str, Language]) -> str | None:
    """The language of a question by its script, its stop words and light words, then by the words of the base."""
    cyrillic = any("\u0400" <= char <= "\u04ff" for char in text)
    codes = CYRILLIC if cyrillic else LATIN
    letters = frozenset(text.casefold())
    score = dict.fromkeys(codes, 0.0)
    spoken = base.spoken(tokens)
    for code in codes:
        language = languages[code]
        score[code] += TELLING * (not letters.isdisjoint(language.letters))
        for token in tokens:
            score[code] += 2 * (token in language.stop) + (token in language.light) + (code in (spoken.get(token) or ""))
    best, other = sorted(codes, key=lambda code: -score[code])
    return best if score[best] > score[other] else None


def _default(tokens: Sequence[str]) -> str:
    """The language to read in where nothing tells: the first of the script."""
    return CYRILLIC[0] if any("\u0400" <= token[0] <= "\u04ff" for token in tokens) else LATIN[0]


TELLING = 3
"""What a letter that only one language has counts beside a stop word's 2 (French ç)."""

__all__ = ["CONCEPT", "Reading", "Unit", "read"]
