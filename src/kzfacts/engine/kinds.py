"""The kind of answer that a question wants: how many, when, who, where, why, which ones, yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.words import Language

KIND = "?"
"""The first character of a kind's symbol: ``?number`` stands in a question as a word does."""

REACH = 3
"""Words after a determiner among which its noun is looked for: *which Kazakh armoured vehicles*."""

OPENING = frozenset({"yes-no", "definition"})
"""Kinds whose words tell only at the start of a question: *is* and *what is* stand everywhere."""

CLOSING = frozenset({"definition"})
"""Those of them that tell at its end as well: *NATO, what is it*."""

RELATIVE = frozenset({"person", "place", "date", "reason"})
"""Kinds whose single words are relative pronouns inside a sentence: *who* and *when* tell at its ends only."""


def wanted(tokens: Sequence[str], language: Language) -> tuple[str, ...]:
    """The kinds of answer that the words of a question ask for, the strongest sign first."""
    found: dict[str, int] = {}
    start = 0
    while start < len(tokens):
        end, kind = _sign(tokens, start, language)
        if kind:
            found.setdefault(kind, start)
        start = end
    kinds = sorted(found, key=lambda kind: (kind in OPENING, found[kind]))
    return tuple(kinds if len(kinds) == 1 else [kind for kind in kinds if kind not in OPENING])


def _sign(tokens: Sequence[str], start: int, language: Language) -> tuple[int, str | None]:
    for end in range(min(len(tokens), start + language.openers.get(tokens[start], 0)), start, -1):
        kind = language.kinds.get(" ".join(tokens[start:end]))
        if kind is None or (kind in OPENING and start > 0 and kind not in language.late and (kind not in CLOSING or end < len(tokens))):
            continue
        if kind in RELATIVE and end == start + 1 and 1 < start < len(tokens) - 1:
            continue
        return end, kind
    if tokens[start] in language.determiners:
        for place in range(start + 1, min(len(tokens), start + 1 + REACH)):
            if tokens[place] in language.nouns:
                return place + 1, language.nouns[tokens[place]]
    return start + 1, None
