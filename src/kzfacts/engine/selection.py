"""Facts by what they are about: a partner, a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.engine.references import nearest
from kzfacts.engine.words import fold
from kzfacts.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact

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

