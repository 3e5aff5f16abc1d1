"""Facts by what they are about, partners and topics, and the names that these go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.partners import find_partner
from kzfacts.engine.references import nearest
from kzfacts.engine.words import fold
from kzfacts.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzfacts.engine.vocabulary import Languages
    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Partner

LONGEST_TOPIC = 100
"""Characters of a topic's name that are read."""


def find_topic(text: str, base: Base) -> str:
    """The key of the topic that *text* names, by key or by name in any language; `UnknownName` with the nearest otherwise."""
    wanted = fold(text[:LONGEST_TOPIC]).strip()
    known = {fold(name): key for key, names in base.topics.items() for name in (key, key.replace("-", " "), *names.values())}
    if wanted in known:
        return known[wanted]
    keys = tuple(dict.fromkeys(known[name] for name in nearest(wanted, known))) if wanted else ()
    hint = f"did you mean {' or '.join(keys)}?" if keys else "kzfacts list topics names them all"
    raise UnknownName(f"the report has no topic “{text[:LONGEST_TOPIC].strip()}”", hint, keys)


def selected(facts: Iterable[Fact], partner: str | None = None, topic: str | None = None) -> list[Fact]:
    """Those of *facts* that are about the partner and the topic with these keys; none stands for any."""
    return [fact for fact in facts if (partner is None or partner in fact.partners) and (topic is None or topic in fact.topics)]


def find_partners(words: Sequence[str], base: Base, languages: Languages) -> list[Partner]:
    """The partners that *words* name, each once and in that order; a name may be one word or several without quotes.

    `UnknownName` for the first word that belongs to no name.
    """
    try:
        found = [find_partner(word, base, languages) for word in words]
    except UnknownName:
        found = list(_joined(words, base, languages))
    return list({partner.key: partner for partner in found}.values())


def _joined(words: Sequence[str], base: Base, languages: Languages) -> Iterator[Partner]:
    """The partners that runs of *words* name, the longest run first."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + LONGEST_RUN), start, -1):
            try:
                yield find_partner(" ".join(words[start:end]), base, languages)
            except UnknownName:
                if end == start + 1:
                    raise
            else:
                start = end
                break


LONGEST_RUN = 8
"""Words of a name that may stand without quotes."""
