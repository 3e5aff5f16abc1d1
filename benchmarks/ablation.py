"""What each part of the engine gains: the same questions with one part taken out at a time.

python -m benchmarks.ablation [tune|report] prints a Markdown table.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from benchmarks.questions import engine
from benchmarks.scoring import OUTCOMES, questions, share, tally
from kzfacts import languages as general
from kzfacts.engine import compile as compiler
from kzfacts.engine import decide, kinds, rank, reading, respelling
from kzfacts.engine.library import fill
from kzfacts.facts.base import Base
from kzfacts.facts.rows import SCHEMA
from kzfacts.facts.store import bundled

if TYPE_CHECKING:
    from collections.abc import Callable

    from kzfacts.facts.model import Fact

Change = tuple["Callable[[dict[str, Any]], object]", list[tuple[Any, str, Any]]]
"""What is changed of the base before it is compiled, and which names of which modules stand for something else."""


def unchanged(_: dict[str, Any]) -> None:
    """Leave the base as it is."""


def without_questions(base: dict[str, Any]) -> None:
    """Keep what the facts say and forget what people ask."""
    for fact in base["facts"]:
        fact["questions"] = {}


def without_synonyms(base: dict[str, Any]) -> None:
    """Forget the concepts."""
    base["concepts"] = []


def without_weak_synonyms(base: dict[str, Any]) -> None:
    """Keep only the words that mean a concept by themselves."""
    for concept in base["concepts"]:
        concept.pop("also", None)


def without_gaps(base: dict[str, Any]) -> None:
    """Forget what the report is known not to say."""
    base["gaps"] = []


def _parts(likeness: float, coverage: float, typicality: float) -> list[tuple[Any, str, Any]]:
    """The shares of the three parts of a score."""
    return [(rank, "LIKENESS", likeness), (rank, "COVERAGE", coverage), (rank, "TYPICALITY", typicality)]


NO_KINDS = [(module, "wanted", lambda *_: ()) for module in (reading, compiler, kinds)]

CHANGES: dict[str, Change] = {
    "everything": (unchanged, []),
    "no stored questions": (without_questions, []),
    "no synonyms": (without_synonyms, []),
    "no weak synonyms": (without_weak_synonyms, []),
    "no known gaps": (without_gaps, []),
    "no spelling correction": (unchanged, [(respelling, "corrections", lambda *_: {})]),
    "no kinds of answer": (unchanged, NO_KINDS),
    "no general word frequencies": (unchanged, [(general, "ordinary", dict)]),
    "no names of the world": (unchanged, [(general, "strangers", list)]),
    "no likeness": (unchanged, _parts(0.0, 0.47, 0.53)),
    "no coverage": (unchanged, _parts(0.38, 0.0, 0.62)),
    "no typicality": (unchanged, _parts(0.42, 0.58, 0.0)),
    "no direction": (unchanged, [(decide, "turned", lambda *_: False)]),
    "no hard constraints": (unchanged, [(decide, "bars", lambda _: [])]),
    "no refusals": (unchanged, [(decide, "SURE", 0.0), (decide, "bars", lambda _: [])]),
}


def answers(change: Change) -> Callable[[str], tuple[Fact | None, str]]:
    """The engine over the bundled base as *change* leaves it."""
    base = json.loads(bundled().read_text(encoding="utf-8"))
    change[0](base)
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA)
    fill(json.dumps(base).encode(), database)
    return engine(Base(database))


def main() -> int:
    """Print a row per change."""
    asked = questions(sys.argv[1] if sys.argv[1:] else "report")
    print("| engine |", " | ".join(OUTCOMES), "| answerable right | unanswerable refused |")
    print("| --- " * (3 + len(OUTCOMES)) + "|")
    for name, change in CHANGES.items():
        with ExitStack() as stack:
            for module, attribute, value in change[1]:
                stack.enter_context(patch.object(module, attribute, value))
            counts = tally(asked, answers(change))
        shares = [share(counts["all"], said) for said in OUTCOMES]
        shares += [share(counts["answerable"]), share(counts["unanswerable"])]
        print(f"| {name} |", " | ".join(f"{100 * figure:.1f} %" for figure in shares), "|", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
