"""The kind of answer that a question wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kzfacts.engine.kinds import wanted
from kzfacts.engine.words import tokenise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kzfacts.engine.words import Language


@pytest.mark.parametrize(
    ("code", "question", "kinds"),
    [
        ("en", "How many tractors were delivered?", ("number",)),
        ("en", "When did it join?", ("date",)),
        ("en", "in which year was it signed", ("date",)),
        ("en", "Who signed?", ("person",)),
        ("en", "the man who signed it", ()),
        ("en", "Where was it held?", ("place",)),
        ("en", "the city where it was held", ()),
        ("en", "why did it fall", ("reason",)),
        ("en", "Is it true?", ("yes-no",)),
        ("en", "What is the share of oil?", ("number",)),
        ("en", "Which large companies were hit?", ("organisation",)),
        ("en", "What is the treaty?", ("definition",)),
        ("en", "the treaty, what is it", ("definition",)),
        ("en", "the treaty and what is in it", ()),
        ("en", "true it is", ()),
        ("fr", "le traité c'est quoi", ("definition",)),
        ("en", "tractors 2023", ()),
        ("fr", "Combien de tracteurs ?", ("number",)),
        ("fr", "c'était combien", ("number",)),
        ("fr", "Qui a signé ?", ("person",)),
        ("fr", "l'homme qui a signé le texte", ()),
        ("fr", "En quelle année ?", ("date",)),
        ("fr", "Est-ce que c'est vrai ?", ("yes-no",)),
        ("ru", "Сколько человек погибло?", ("number",)),
        ("ru", "Правда ли это?", ("yes-no",)),
        ("kk", "Қай жылы қол қойылды?", ("date",)),
    ],
)
def test_words_tell_the_kind(languages: Mapping[str, Language], code: str, question: str, kinds: tuple[str, ...]) -> None:
    """Question words tell the kind of answer; the same words as relative pronouns do not."""
    assert wanted(tokenise(question), languages[code]) == kinds
