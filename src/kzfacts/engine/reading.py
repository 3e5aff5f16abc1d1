"""A question to the symbols, years and kind of answer that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.kinds import KIND, wanted
from kzfacts.engine.lexicon import CONCEPT, CYRILLIC, LATIN, NAME, STRANGER, Cut, cuts, keys, script
from kzfacts.engine.spelling import corrections
from kzfacts.engine.weights import commonness
from kzfacts.engine.words import LONGEST_QUESTION, Language, capitals, is_number, is_year, tokenise

if TYPE_CHECKING:
    from kzfacts.facts.base import Base, Term

CORRECTED = 0.9
"""What a corrected word weighs beside one spelt right."""

UNKNOWN_LIGHT = 0.15
"""What a light word that the base never uses weighs beside any other unknown word."""

PARTS_OF_PHRASE = 0.5
PARTS_OF_WORD = 0.2
PARTS_OF_WEAK = 0.5
"""The share of a unit's weight that its parts carry: a phrase's words, the stem of a word with a symbol, the concept
that a word may mean."""

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
    def concept(self) -> bool:
        """Whether it is a word of one of the base's groups of synonyms."""
        return self.symbol.startswith(CONCEPT)

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
    typed = tokenise(text)[:MOST_WORDS]
    code = detect(text, typed, base, languages)
    language = languages[code or script(text)[0]]
    stop = language.stop - capitals(text)
    forms = _forms(typed, stop, language, base, languages)
    tokens = _respelt(typed, forms, language, base)
    if tokens != typed:
        forms = _forms(tokens, stop, language, base, languages)
    stems = [form.stem for form in forms]
    lexemes = base.lexemes(keys(tokens, stems, language))
    pieces = list(cuts(tokens, stems, [form.plain for form in forms], language, stop, lexemes.get))
    kinds = wanted(tokens, language)
    units = _units(pieces, typed, tokens, language, base)
    return Reading(code, (*units, *_kind_units(kinds, base)), kinds, len(question) > len(text))


MOST_WORDS = LONGEST_QUESTION // 2
"""Words of a question that are read: as many as have room in one, though one character can stand for four Arabic words."""


class Form(NamedTuple):
    """How a word is looked up: by its stem, or by itself; and whether the base or the language knows it."""

    stem: str
    plain: str
    known: bool


def _forms(tokens: Sequence[str], stop: frozenset[str], language: Language, base: Base, languages: Mapping[str, Language]) -> list[Form]:
    """The form of each token: in its own language, or in the other one of its script if only that one knows it."""
    sure = stop | language.light
    forms = [form._replace(known=form.known or token in sure or is_number(token)) for token, form in _looked_up(tokens, language, base)]
    lost = [place for place, form in enumerate(forms) if not form.known]
    for code in _same_script(language.code) if lost else ():
        if code != language.code:
            found = _looked_up([tokens[place] for place in lost], languages[code], base)
            for place, (_, form) in zip(lost, found, strict=True):
                forms[place] = form if form.known else forms[place]
    return forms


def _looked_up(tokens: Sequence[str], language: Language, base: Base) -> list[tuple[str, Form]]:
    """Each of *tokens* with its form in *language*: the first of its stems that the base knows, else the first."""
    stems = [language.stems(token) for token in tokens]
    prefix = language.code + ":"
    lexemes = base.lexemes(
        key for token, some in zip(tokens, stems, strict=True) for key in (token, prefix + token, *(prefix + stem for stem in some))
    )
    terms = base.terms(language.plain(stem) for some in stems for stem in some)
    found = []
    for token, some in zip(tokens, stems, strict=True):
        spelt = bool(lexemes.get(token) or lexemes.get(prefix + token))
        options = [(stem, language.plain(stem)) for stem in some]
        forms = [Form(stem, plain, spelt or bool(terms.get(plain) or lexemes.get(prefix + stem))) for stem, plain in options]
        found.append((token, next((form for form in forms if form.known), forms[0])))
    return found


def _same_script(code: str) -> tuple[str, ...]:
    return LATIN if code in LATIN else CYRILLIC


def _respelt(tokens: Sequence[str], forms: Sequence[Form], language: Language, base: Base) -> list[str]:
    """*tokens* with the mistyped ones corrected: to the near word that goes best with the rest of the question."""
    slips = _slips(tokens, language, base)
    found = {place: corrections(tokens[place], base.words) for place in slips}
    if not any(found.values()):
        return list(tokens)
    sure = [(token, form) for place, (token, form) in enumerate(zip(tokens, forms, strict=True)) if form.known and place not in slips]
    context = _context(sure, language, base)
    respelt = list(tokens)
    for place, near in found.items():
        if near:
            respelt[place] = min(near, key=lambda pair: SLIP * pair[1] - _fit(pair[0], context, language, base))[0]
    return respelt


def _slips(tokens: Sequence[str], language: Language, base: Base) -> list[int]:
    """The places of words that nobody spells so: neither the base nor general language has them as they stand.

    A stem that the base knows proves nothing: *entreprisses* shares one with *entreprenant*.
    """
    asked = [token for token in tokens if not is_number(token)]
    ordinary, spoken = base.ordinary(asked), base.spoken(asked)
    lexemes = base.lexemes(key for token in asked for key in (token, f"{language.code}:{token}"))

    def spelt(token: str) -> bool:
        typed = lexemes.get(token) or lexemes.get(f"{language.code}:{token}")
        return bool(typed or ordinary.get(token) or spoken.get(token) or token in language.stop or token in language.light)

    return [place for place, token in enumerate(tokens) if not is_number(token) and not spelt(token)]


SLIP = 2.0
"""What one more slip costs a correction, in the weight of the words that it goes with."""


def _context(words: Sequence[tuple[str, Form]], language: Language, base: Base) -> dict[int, float]:
    """Owner -> the weight of the question's known *words* that it uses."""
    sums: dict[int, float] = {}
    for symbol in sorted({_symbol(token, form.stem, form.plain, language, base) for token, form in words}):
        term = base.terms([symbol]).get(symbol)
        if term:
            for owner in term[2]:
                sums[owner] = sums.get(owner, 0.0) + term[1]
    return sums


def _fit(word: str, context: Mapping[int, float], language: Language, base: Base) -> float:
    """The greatest weight of other words of the question beside which an owner uses *word*."""
    if word in language.stop:  # goes with anything
        return max(context.values(), default=0.0)
    stem = language.stem(word)
    symbol = _symbol(word, stem, language.plain(stem), language, base)
    term = base.terms([symbol]).get(symbol)
    return max((context.get(owner, 0.0) for owner in term[2]), default=0.0) if term else 0.0


def _symbol(word: str, stem: str, plain: str, language: Language, base: Base) -> str:
    keys = (word, f"{language.code}:{word}", f"{language.code}:{stem}")
    lexemes = base.lexemes(keys)
    return next((symbol for key in keys if (symbol := lexemes.get(key))), plain)


def _units(pieces: Sequence[Cut], typed: Sequence[str], tokens: Sequence[str], language: Language, base: Base) -> list[Unit]:
    terms = base.terms([symbol for cut in pieces for symbol in (cut.symbol, *cut.parts)])
    units: dict[str, Unit] = {}
    for cut in pieces:
        surface, as_read = " ".join(typed[cut.start : cut.end]), " ".join(tokens[cut.start : cut.end])
        main = terms.get(cut.symbol)
        parts = [term for part in cut.parts if (term := terms.get(part))]
        weight = main[1] if main else _weight(cut, parts, _rarity(cut, tokens, language, base), base)
        weight *= 1 if surface == as_read else CORRECTED
        units.setdefault(cut.symbol, Unit(surface, as_read, cut.symbol, weight, _shares(weight, cut, main, parts)))
    return list(units.values())


def _weight(cut: Cut, parts: Sequence[Term], rarity: float, base: Base) -> float:
    """What a word or phrase that the base does not use weighs: as much as the concept that it may mean, else its rarity."""
    return max(part[1] for part in parts) if parts and cut.weak else rarest(base) * rarity


def _shares(weight: float, cut: Cut, main: Term | None, parts: Sequence[Term]) -> dict[int, float]:
    """How a unit's *weight* is shared between its own term and its parts."""
    part = PARTS_OF_WEAK if cut.weak else PARTS_OF_PHRASE if cut.end - cut.start > 1 else PARTS_OF_WORD
    share = 0.0 if not parts else part if main else 1.0
    total = sum(term[1] for term in parts)
    shares = {number: weight * share * own / total for number, own, _ in parts} if share else {}
    if main:
        shares[main[0]] = shares.get(main[0], 0.0) + weight * (1 - share)
    return shares


def _rarity(cut: Cut, tokens: Sequence[str], language: Language, base: Base) -> float:
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
    codes = script(text)
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


TELLING = 3
"""What a letter that only one language has counts beside a stop word's 2 (French ç)."""

__all__ = ["CONCEPT", "Reading", "Unit", "read"]
