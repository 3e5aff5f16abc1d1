"""Words as a base and a language know them, each looked up once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.lexicon import CYRILLIC, LATIN, Word, known_word, word_from
from kzfacts.engine.words import Language, is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        forms = self._base.forms([f"{self.language.code}:{token}" for token in tokens])
        strange = []
        for token in tokens:
            form = forms[f"{self.language.code}:{token}"]
            if form:
                self._known[token] = word_from(token, form, self.language)
            else:
                strange.append(token)
        if strange:
            self._guess(strange)

    def _guess(self, tokens: Sequence[str]) -> None:
        """Words that the base does not have as they stand, by their stems."""
        language = self.language
        stems = {token: language.stems(token) for token in tokens}
        lexemes = self._base.lexemes([*tokens, *(f"{language.code}:{stem}" for some in stems.values() for stem in some)])
        for token in tokens:
            self._known[token] = known_word(token, stems[token], language, lexemes.get)
