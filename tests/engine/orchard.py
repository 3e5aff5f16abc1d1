"""The small base about a country that does not exist, compiled once for the tests of the engine."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from kzfacts import languages
from kzfacts.engine.ask import languages_of
from kzfacts.engine.words import Language, folded
from tests.conftest import SMALL, opened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kzfacts.engine.vocabulary import Languages
    from kzfacts.facts.base import Base


@cache
def orchard() -> tuple[Base, Languages]:
    """The base and its languages."""
    base = opened(json.loads(SMALL.read_text(encoding="utf-8")))
    return base, languages_of(base)


@cache
def spoken() -> Mapping[str, Language]:
    """Every language, as the engine reads it."""
    return {record["language"]: Language(folded(record)) for record in languages.load()}
