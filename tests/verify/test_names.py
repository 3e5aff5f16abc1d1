"""Names are found in every spelling that the base knows, and only where they are names."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from kzfacts.verify.names import Names
from tests.conftest import opened
from tests.verify.orchard import small

PARTNER: dict[str, Any] = {
    "key": "united-nations",
    "kind": "organisation",
    "name": {"en": "United Nations (UN)", "fr": "l'Organisation des Nations unies (ONU)"},
    "aliases": ["UN", "Nations unies", "onusien", "UN Council"],
    "summary": {"en": "-", "fr": "-"},
    "figures": [],
}
NAME = {"key": "council", "kind": "organisation", "en": "UN Council", "fr": "Conseil des Nations unies", "aliases": ["the big table"]}


@cache
def names() -> Names:
    """The names of the small base, and two more."""
    base = small()
    base["partners"].append(PARTNER)
    base["names"].append(NAME | {"report": ["Conseil des Nations unies"], "partner": "united-nations"})
    return Names(opened(base))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("la Ruritanie", ["Ruritanie"]),
        ("l'ONU et un accord", ["ONU"]),
        ("Un accord", []),
        ("the UN Council", ["UN Council"]),
        ("the UN, the council", ["UN"]),
        ("des bureaux onusiens", ["onusiens"]),
        ("RASSENDYLL", ["RASSENDYLL"]),
        ("seated at the big table", []),
    ],
)
def test_names_in_text(text: str, found: list[str]) -> None:
    """The longest names count; plurals are names, articles and descriptions are not."""
    assert [text[mention.start : mention.end] for mention in names().mentions(text)] == found


def test_a_description_still_stands_for_its_name() -> None:
    """What only describes is no claim, but bears one out in the other language."""
    assert names().keys("seated at the big table") == {"council"}


def test_a_name_is_not_the_partner_that_has_it_among_its_aliases() -> None:
    """A name in its own spelling stands for itself alone."""
    assert [mention.keys for mention in names().mentions("the UN Council")] == [{"council"}]
