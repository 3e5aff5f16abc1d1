"""Generated questions and fact bases put through the program, to find whatever ends in an unhandled exception.

    python -m benchmarks.fuzz questions --count 1000000 --seed 1
    python -m benchmarks.fuzz bases --count 100000 --seed 1
    python -m benchmarks.fuzz bases --seed 1 --only 4711     one of them again, to see what happens

Every item is made from the seed and its own number alone, so that any can be had again. Exits with 1 where anything
went wrong. For coverage-guided runs see `benchmarks.guided`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from contextlib import ExitStack
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

from benchmarks import hostile
from kzfacts import languages
from kzfacts.cli.streams import failure
from kzfacts.engine import words
from kzfacts.engine.ask import ask, languages_of
from kzfacts.engine.library import fill, open_library
from kzfacts.engine.partners import find_partner
from kzfacts.engine.references import resolve
from kzfacts.errors import BadFacts, KzfactsError
from kzfacts.facts.base import Base
from kzfacts.facts.store import compiled_in_memory
from kzfacts.render.records import answer_record, dumped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SMALL = Path(__file__).resolve().parent.parent / "tests" / "small.json"

AT_ONCE = 500
"""Items between two reports of a worker."""

SLOW = 1.0
"""Seconds of the processor from which an item is named as slow."""


class Found(NamedTuple):
    """What some items led to: how many were tried, of those how many the program refused, and what went wrong where."""

    tried: int
    refused: int
    wrong: dict[str, list[int]]
    """What went wrong, and where -> the numbers of the items that led there."""
    slowest: tuple[float, int]


@cache
def _asked() -> tuple[Base, Any, list[str], list[str]]:
    """The bundled base, its languages, its words, and the questions that it stores."""
    base = open_library()
    asked = [text for fact in json.loads((SMALL.parent.parent / "facts.json").read_text(encoding="utf-8"))["facts"] for text in _all(fact)]
    return base, languages_of(base), sorted({word for text in asked for word in text.split()}), asked


def _all(fact: dict[str, Any]) -> Iterator[str]:
    for some in fact["questions"].values():
        yield from some


def question(seed: int, number: int) -> bool:
    """Ask question *number*; whether it was refused."""
    base, known, vocabulary, asked = _asked()
    random = Random(f"{seed}:{number}")
    text = hostile.question(random, vocabulary, asked)
    answer = ask(text, base, known)
    if number % 20 == 0:
        json.loads(dumped(answer_record(answer, base, random.choice(["en", "fr"]))))
        for look in (lambda: resolve(text, base), lambda: find_partner(text, base, known)):
            _tolerated(look)
    return not answer.found


def _tolerated(look: Callable[[], object]) -> None:
    try:
        look()
    except KzfactsError as error:
        _one_line(error)


def _one_line(error: KzfactsError) -> None:
    """Hold *error* against what is promised of messages: one line and a hint, both printable."""
    said = failure(error, "show", as_json=False).err
    if len(said.splitlines()) != 1 + (error.hint is not None) or not all(map(str.isprintable, said.splitlines())):
        raise AssertionError(f"no clear line: {said[:200]!r}") from None


def base_file(seed: int, number: int) -> bool:
    """Read, compile and ask fact base *number*; whether it was refused."""
    random = Random(f"{seed}:{number}")
    content = hostile.base(random, json.loads(SMALL.read_text(encoding="utf-8")))
    try:
        base = Base(compiled_in_memory(content, "fuzz", fill))
    except BadFacts as error:
        _one_line(error)
        return True
    known = languages_of(base)
    for text in (
        "How many apples did Ruritania sell in 2024?",
        "prix des poires",
        hostile.question(random, ["apples"], ["Who buys pears?"]),
    ):
        dumped(answer_record(ask(text, base, known), base, "en"))
    for name in ("1", "p1", "A", "trade", "ruritania-apples", "nothing"):
        _tolerated(lambda name=name: resolve(name, base))
    for name in ("rassendyll", "ruritania", "strelsau"):
        _tolerated(lambda name=name: find_partner(name, base, known))
    return False


TARGETS: dict[str, tuple[Callable[[int, int], bool], int]] = {"questions": (question, 1_000_000), "bases": (base_file, 100_000)}
"""What is made -> what is done with the item of a seed and number, and how many are."""


def quickly() -> ExitStack:
    """The data of the languages, read once and with few names of the world and words of general language.

    Compiling them anew takes a third of a second a base, and they are the same for every one.
    """
    strangers, ordinary = languages.strangers()[:5], dict(list(languages.ordinary().items())[:200])
    records = languages.load()
    made = {id(record): words.folded(record) for record in records}
    stack = ExitStack()
    stack.enter_context(patch.object(languages, "load", lambda: records))
    stack.enter_context(patch.object(languages, "strangers", lambda: strangers))
    stack.enter_context(patch.object(languages, "ordinary", lambda: ordinary))
    stack.enter_context(patch.object(words, "folded", lambda record: made[id(record)]))
    return stack


def run(target: str, seed: int, start: int, stop: int) -> Found:
    """Try the items from *start* to *stop*, the latter left out."""
    tried, refused, slowest = 0, 0, (0.0, -1)
    wrong: dict[str, list[int]] = {}
    with _ready(target):
        for number in range(start, stop):
            begun = time.process_time()
            try:
                refused += TARGETS[target][0](seed, number)
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                wrong.setdefault(_described(error), []).append(number)
            took = time.process_time() - begun
            slowest = max(slowest, (took, number))
            if took > SLOW:
                wrong.setdefault(f"slower than {SLOW} s", []).append(number)
            tried += 1
    return Found(tried, refused, wrong, slowest)


def _ready(target: str) -> ExitStack:
    """What can be loaded before the first item is, so that no item is slow for it."""
    if target == "bases":
        return quickly()
    base, known, _, asked = _asked()
    ask(asked[0], base, known)
    return ExitStack()


def _described(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return ascii(f"{type(error).__name__}: {str(error)[:100]} at {Path(last.filename).name}:{last.lineno}")


def _chunk(task: tuple[str, int, int, int]) -> Found:
    return run(*task)


def main() -> int:
    """Try as many items as were asked for, or as there is time for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--count", type=int, help="items; 1,000,000 questions or 100,000 bases unless named")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after so long")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--only", type=int, help="try this item alone, and let what goes wrong be seen")
    chosen = parser.parse_args()
    if chosen.only is not None:
        with _ready(chosen.target):
            print(TARGETS[chosen.target][0](chosen.seed, chosen.only))
        return 0
    return _reported(chosen.target, chosen.seed, chosen.count or TARGETS[chosen.target][1], chosen.seconds, chosen.jobs)


def _reported(target: str, seed: int, count: int, seconds: float, jobs: int) -> int:
    begun = time.monotonic()
    totals: Counter[str] = Counter()
    wrong: dict[str, list[int]] = {}
    slowest = (0.0, -1)
    tasks = ((target, seed, start, min(count, start + AT_ONCE)) for start in range(0, count, AT_ONCE))
    with Pool(jobs) as pool:
        for found in pool.imap_unordered(_chunk, tasks):
            totals.update(tried=found.tried, refused=found.refused)
            slowest = max(slowest, found.slowest)
            for what, numbers in found.wrong.items():
                wrong.setdefault(what, []).extend(numbers)
            if time.monotonic() - begun > seconds:
                break
        pool.terminate()
    print(f"{totals['tried']:,} {target}, seed {seed}, {totals['refused']:,} refused, {time.monotonic() - begun:.0f} s, ", end="")
    print(f"slowest {slowest[0]:.2f} s (item {slowest[1]}), {sum(map(len, wrong.values())):,} went wrong")
    for what, numbers in sorted(wrong.items(), key=lambda pair: -len(pair[1])):
        print(f"  {len(numbers):,} x {what}; items {', '.join(map(str, sorted(numbers)[:3]))}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
