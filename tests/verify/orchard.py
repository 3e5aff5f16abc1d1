"""A report about a country that does not exist, for the base in tests/small.json."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from kzfacts.verify.check import Checker
from kzfacts.verify.fingerprint import edition, fingerprinted
from kzfacts.verify.report import Outline, parsed
from tests.conftest import ROOT, opened

if TYPE_CHECKING:
    from kzfacts.facts.base import Base

REPORT = """\
A. LE COMMERCE DE LA RURITANIE

Aux marchés de Strelsau, la Ruritanie a vendu environ 1 200 pommes en 2024, selon les douanes1(*).

1. Poires

Rassendyll achète toutes les poires du verger, dont la récolte débute en septembre 2024.

* 1 Pommes comptées à la frontière par les douanes ; voir Orchard news, mai 2024, https://example.org/apples.

Partager cette page
"""

PLAN = Outline("A", (1,))


NEIGHBOUR: dict[str, Any] = {
    "key": "graustark",
    "kind": "country",
    "name": {"en": "Graustark", "fr": "le Graustark"},
    "aliases": [],
    "summary": {"en": "Not there.", "fr": "Absent."},
    "figures": [],
}


def small() -> dict[str, Any]:
    """The small base as its file holds it, with a second section, a country that the report does not name, and fingerprints."""
    base: dict[str, Any] = json.loads((ROOT / "tests" / "small.json").read_text(encoding="utf-8"))
    base["sections"].append({"id": "A.1", "title": {"en": "Pears", "fr": "Poires"}, "first": 2, "last": 2})
    base["partners"].append(NEIGHBOUR)
    base["voices"].append({"key": "rassendyll", "name": {"en": "Rassendyll", "fr": "Rassendyll"}})
    for record in (base["paragraphs"][1], *base["facts"][1:]):
        record["section"] = "A.1"
    return fingerprinted(base, parsed(REPORT, PLAN))


@cache
def base() -> Base:
    """The small base, compiled once for all tests."""
    return opened(small())


def checker(text: str = REPORT) -> Checker:
    """A checker of the small base against *text*."""
    return Checker(base(), edition(parsed(text, PLAN), base(), "report.txt"))
