"""The bundled base holds against the report, and what is false in it would not.

These tests need a copy of the report, which the environment variable KZFACTS_REPORT names.
"""

from __future__ import annotations

import importlib.util
import os
import re
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.engine.library import open_library
from kzfacts.verify.claims import Status
from kzfacts.verify.fingerprint import fingerprinted
from kzfacts.verify.report import decoded, outline, parsed
from kzfacts.verify.verification import Verification, verify
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from kzfacts.facts.base import Base

REPORT = os.environ.get("KZFACTS_REPORT", "")

pytestmark = pytest.mark.skipif(not REPORT, reason="KZFACTS_REPORT names no copy of the report")

UNCOVERED: dict[tuple[str, int], str] = {}
"""Sentences that no fact need speak for: place and number in it -> why."""


@cache
def result() -> Verification:
    """The bundled base held against the report."""
    return verify(open_library(), Path(REPORT).read_bytes(), "the report")


@cache
def falsify() -> ModuleType:
    """The benchmark in tools/falsify.py."""
    spec = importlib.util.spec_from_file_location("falsify", ROOT / "tools" / "falsify.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_claim_is_found() -> None:
    """No figure, date, name, quotation, footnote or place of the base is without its place in the report."""
    assert [claim[:5] for claim in result().claims if claim.status is Status.NOT_FOUND] == []


def test_the_report_is_the_edition_that_the_facts_were_written_from() -> None:
    """Each paragraph and footnote has the fingerprint that the base holds."""
    assert result().edition.known
    assert result().edition.differing == ()


def test_the_fingerprints_are_those_of_the_report(base: Base, raw: dict[str, Any]) -> None:
    """The base holds the fingerprint of every passage."""
    assert fingerprinted(raw, parsed(decoded(Path(REPORT).read_bytes(), "the report"), outline(base))) == raw


def test_few_claims_are_unchecked() -> None:
    """At most 15 percent of the claims are left to the reader, each with its reason."""
    unchecked = [claim for claim in result().claims if claim.status is Status.UNCHECKED]
    assert all(claim.reason for claim in unchecked)
    assert len(unchecked) <= 0.15 * len(result().claims)


def test_every_sentence_has_a_fact() -> None:
    """No sentence of the report with a figure, date or name is left out without a stated reason."""
    assert {(entry.place, entry.sentence) for entry in result().uncovered} == set(UNCOVERED)


def seconds(work: Callable[[], object]) -> float:
    """The processor time of *work*, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def test_verification_is_quick() -> None:
    """A verification of the whole base takes less than a second, or as much more as this machine is slower than most."""
    base, content = open_library(), Path(REPORT).read_bytes()
    slowness = seconds(lambda: sum(number * number for number in range(1_000_000))) / USUAL
    assert seconds(lambda: verify(base, content, "the report")) < max(1.0, slowness)


USUAL = 0.08
"""Seconds that a million squares take on a common machine."""


@pytest.mark.parametrize("kind", list(falsify().KINDS) if REPORT else [])
def test_falsehoods_are_caught(kind: str) -> None:
    """Of what is falsified by chance at most two of sixty are missed, of the harder kinds a fifth; `tools/falsify.py` tries more."""
    trials = falsify().run(bench(), SHARE, [kind])[kind]
    missed = [trial.what for trial in trials if not trial.caught]
    assert len(missed) <= (SHARE // 5 if kind.startswith("harder") else MISSES), missed


@cache
def bench() -> Any:
    """The benchmark over the bundled base, with its own seed."""
    return falsify().Bench(open_library(), Path(REPORT).read_text(encoding="utf-8"))


SHARE = 60
MISSES = 2
"""Falsifications of each kind that the tests try, and how many of them may be missed."""

WORDS = 7
"""Words in a row that are the report's and not the base's."""


def test_the_base_has_its_own_words(raw: dict[str, Any]) -> None:
    """No seven words in a row of a French text stand so in the report, but for names, titles and marked quotations."""
    report = " ".join(_words(Path(REPORT).read_text(encoding="utf-8").replace("(*)", "")))
    free = {spelling for name in raw["names"] for spelling in (name["fr"], *name["report"])}
    free |= {spelling for partner in raw["partners"] for spelling in (partner["name"]["fr"], *partner["aliases"])}
    free |= {source["title"] for note in raw["footnotes"] for source in note["sources"]}
    taken = []
    for name, text, quotes in _french(raw):
        left = text
        for phrase in sorted(free | set(quotes), key=len, reverse=True):
            left = left.replace(phrase, " ¶ ")
        words = _words(left)
        rows = (" ".join(words[place : place + WORDS]) for place in range(len(words) - WORDS + 1))
        taken += [f"{name}: {row}" for row in rows if f" {row} " in f" {report} "]
    assert taken == []


def _french(raw: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    """Every French text of the base with its owner and its marked quotations."""
    facts = [
        (fact["id"], fact[field]["fr"], fact["quotes"])
        for fact in raw["facts"]
        for field in ("answer", "statement", "caveat")
        if fact[field]
    ]
    notes = [(f"note {note['number']}", note["text"]["fr"], note["quotes"]) for note in raw["footnotes"]]
    return facts + notes + [(partner["key"], partner["summary"]["fr"], []) for partner in raw["partners"]]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+|¶", text.lower())
