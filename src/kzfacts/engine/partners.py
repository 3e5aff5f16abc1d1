"""A name as people type it to a partner of the base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.lexicon import CYRILLIC, LATIN, NAME, STRANGER, cuts
from kzfacts.engine.spelling import allowed
from kzfacts.engine.words import tokenise
from kzfacts.errors import UnknownName

if TYPE_CHECKING:
    from kzfacts.engine.vocabulary import Languages
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Partner

SUGGESTED = 3
"""Names that a refusal suggests."""


def find_partner(name: str, base: Base, languages: Languages) -> Partner:
    """The partner that *name* means, in any language and with slips; `UnknownName` with the nearest otherwise."""
    tokens = list(tokenise(name[:LONGEST_NAME]))
    text = " ".join(tokens)
    symbol = _symbol(tokens, languages)
    key = _key(symbol, base) if symbol else None
    if key:
        return base.partners[key]
    near = list(_near(text, base)) if text else []
    if symbol is None and near and near[0][0] <= _slips(text):
        return base.partners[near[0][1]]
    names = tuple(dict.fromkeys(key for _, key in near))[:SUGGESTED]
    hint = f"did you mean {' or '.join(names)}?" if names else "kzfacts list partners names them all"
    raise UnknownName(f"the report names no partner “{name.strip()[:LONGEST_NAME]}”", hint, names)


def is_misspelt(name: str, languages: Languages) -> bool:
    """Whether *name*, which `find_partner` knows, is none as it stands but had to be corrected."""
    return _symbol(tokenise(name[:LONGEST_NAME]), languages) is None


LONGEST_NAME = 100
"""Characters of a name that are read."""


def _key(symbol: str, base: Base) -> str | None:
    """The partner that *symbol* names, or that a person, seat or body of that name belongs to."""
    if not symbol.startswith(NAME) or symbol[1:] in base.partners:
        return symbol[1:] if symbol.startswith(NAME) else None
    belongs = (name["partner"] for name in base.part("names") if name["key"] == symbol[1:])
    return next(belongs, None)


def _symbol(tokens: list[str], languages: Languages) -> str | None:
    """The symbol of the whole name, articles and other stop words left out; none for an unknown one."""
    for code in (*LATIN, *CYRILLIC):
        stop = languages[code].stop
        words = languages.vocabulary(code).words(tokens, stop)
        found = [cut.symbol for cut in cuts(words, stop)]
        if len(found) == 1 and found[0][:1] in (NAME, STRANGER):
            return found[0]
    return None


def _slips(text: str) -> int:
    """How many slips a name may hold; one for each word of a long name comes on top."""
    return allowed(text) if len(text) > SHORT else 1


SHORT = 4
"""Letters of a name in which only one slip is forgiven."""


def _near(text: str, base: Base) -> list[tuple[int, str]]:
    """(distance, partner key) of the partners' names, nearest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    names = {
        " ".join(tokenise(alias)): key
        for key, partner in base.partners.items()
        for alias in (*partner.name.values(), *partner.aliases, key)
    }
    most = max(2, len(text) // 3)
    found = process.extract(text, list(names), scorer=OSA.distance, score_cutoff=most, limit=12)
    return sorted((int(distance), names[name]) for name, distance, _ in found)
