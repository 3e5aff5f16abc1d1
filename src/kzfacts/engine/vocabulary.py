"""Words as a base and a language know them, each looked up once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.lexicon import CYRILLIC, LATIN, NO_LEXEME, Word, word
from kzfacts.engine.words import Language, is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.lexicon import Lookup
    from kzfacts.facts.base import Base

REMEMBERED = 20_000
"""Words that a long batch keeps in memory before it starts afresh."""


class Languages(dict[str, Language]):
    """The languages that questions to a base may be in, by code, each made when it is first needed."""

    def __init__(self, base: Base) -> None:
        super().__init__()
        self._base = base
        self._vocabularies: dict[str, Vocabulary] = {}

    def __missing__(self, code: str) -> Language:
        self[code] = language = Language(self._base.part(f"language-{code}"))
        return language

    def vocabulary(self, code: str) -> Vocabulary:
        """The words of the base as the language *code* reads them."""
        if code not in self._vocabularies:
            self._vocabularies[code] = Vocabulary(self._base, self[code], self)
        return self._vocabularies[code]


class Vocabulary:
    """The words of one language in one base, with those of the other language of its script behind it."""

    def __init__(self, base: Base, language: Language, languages: Languages) -> None:
        self.language = language
        self._base = base
        self._languages = languages
        self._known: dict[str, Word] = {}

    def words(self, tokens: Sequence[str], stop: frozenset[str]) -> list[Word]:
        """Each of *tokens* as a word: of this language, or of the other one of its script if only that one knows it.

        A word of the other language stands for itself: what its letters mean there may be chance. Words in *stop* are
        of this language in any case.
        """
        known = self.own(tokens)
        lost = [token for token in tokens if not known[token].known and token not in stop and not is_number(token)]
        others = [code for code in (LATIN if self.language.code in LATIN else CYRILLIC) if code != self.language.code]
        for code in others if lost else ():
            found = self._languages.vocabulary(code).own(lost)
            known |= {token: found[token]._replace(symbol=None) for token in lost if found[token].known}
        return [known[token] for token in tokens]

    def own(self, tokens: Sequence[str]) -> dict[str, Word]:
        """Each of *tokens* as this language reads it."""
        missing = [token for token in dict.fromkeys(tokens) if token not in self._known]
        if missing:
            if len(self._known) > REMEMBERED:
                self._known = {token: self._known[token] for token in tokens if token in self._known}
            self._look_up(missing)
        return {token: self._known[token] for token in tokens}

    def _look_up(self, tokens: Sequence[str]) -> None:
        language = self.language
        stems = {token: language.stems(token) for token in tokens}
        forms = [form for token in tokens for form in (token, f"{language.code}:{token}")]
        forms += [form for some in stems.values() for stem in some for form in (f"{language.code}:{stem}", language.plain(stem))]
        lexemes = self._base.lexemes(forms)
        for token in tokens:
            self._known[token] = self._word(token, stems[token], lexemes.get)

    def _word(self, token: str, stems: Sequence[str], lookup: Lookup) -> Word:
        """*token* with the first of its possible *stems* that is known."""
        language = self.language
        bare, own = lookup(token) or NO_LEXEME, lookup(f"{language.code}:{token}") or NO_LEXEME
        options = [word(token, stem, language, lookup) for stem in stems]
        typed = bool(bare.symbol or own.symbol)
        known = [option for option in options if typed or _used(option, language, lookup)]
        ruled = token in language.stop or token in language.light
        return (known or options)[0]._replace(
            known=bool(known) or token in language.light,
            spelt=typed or bool(bare.zipf or bare.languages) or ruled or is_number(token),
            zipf=bare.zipf,
        )


def _used(word: Word, language: Language, lookup: Lookup) -> bool:
    """Whether a term of the index or an entry of the lexicon has the stem of *word*."""
    plain, stemmed = lookup(word.plain) or NO_LEXEME, lookup(f"{language.code}:{word.stem}") or NO_LEXEME
    return plain.used or bool(stemmed.symbol)
