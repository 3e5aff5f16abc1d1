"""What a question costs as a fact base grows, beside other ways of finding text in the same run.

    python -m benchmarks.growth [FACTS…] [--questions N] [--seed S]    (250 2500 25000 100000 unless named)

Prints a Markdown table: seconds to compile, megabytes of the compiled form, milliseconds and peak megabytes of a whole
``kzfacts ask`` whose base is in the cache, and milliseconds of a question in a running process, half of them with a
slip. All times are those of the processor, so that a busy machine does not count. The peers search one document a
fact, its statement, answer and questions together, which suits them better than a document a question. It needs the
dependency group ``peers``; `--profile` shows instead where the time of a question goes.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import fmean, median
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.peers import bm25_stemmed, full_text, wratio
from benchmarks.synthetic import fact_base, questions
from kzfacts.engine.ask import ask, languages_of
from kzfacts.engine.library import EDITION, fill
from kzfacts.facts.store import open_base

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIZES = (250, 2_500, 25_000, 100_000)

PROCESSES = 7
"""Whole processes of which the median counts."""

SLOW = 20
"""Questions that are put to WRatio, which needs a second for one at the largest size."""

PEERS: dict[str, Callable[[list[str]], Any]] = {
    "RapidFuzz WRatio": wratio,
    "SQLite FTS5": lambda texts: full_text(texts, "unicode61 remove_diacritics 2"),
    "bm25s": bm25_stemmed,
}


class Made(NamedTuple):
    """A generated base on disk with its cache, what it cost to compile, and the questions for it."""

    record: dict[str, Any]
    path: Path
    cache: Path
    seconds: float
    asked: list[str]

    @property
    def compiled(self) -> int:
        """Bytes of the compiled form."""
        return sum(path.stat().st_size for path in self.cache.glob("*.sqlite"))


def made(folder: Path, facts: int, count: int, seed: int) -> Made:
    """A base of so many *facts*, compiled into a cache of its own in *folder*."""
    record = fact_base(facts, seed)
    path = folder / f"{facts}.json"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    cache = folder / f"cache-{facts}"
    os.environ["KZFACTS_CACHE"] = str(cache)
    start = time.process_time()
    open_base(path, EDITION, fill)
    return Made(record, path, cache, time.process_time() - start, questions(record, count, seed))


def whole(base: Made) -> tuple[float, float]:
    """The median milliseconds of a process that asks one question, and its peak megabytes."""
    took, peaks = [], []
    for question in base.asked[:PROCESSES]:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        line = [sys.executable, "-c", PROCESS, "ask", "--facts", str(base.path), question]
        done = subprocess.run(line, capture_output=True, check=True)  # noqa: S603 - this program
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
        peaks.append(int(done.stdout.split()[-2]) / 1024)
    return median(took), max(peaks)


PROCESS = """
import sys
from kzfacts.cli import main
main(sys.argv[1:])
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
"""What `kzfacts` does, and then the line of Linux that says how much memory it took; wait4 counts the parent's as well."""


def warm(asked: Sequence[str], answer: Callable[[str], object]) -> str:
    """The mean milliseconds of a question, the median and the slowest twentieth in brackets; the first two warm up."""
    took = []
    for question in asked:
        start = time.process_time()
        answer(question)
        took.append(1000 * (time.process_time() - start))
    kept = sorted(took[2:] or took)
    return f"{fmean(kept):.2f} ({median(kept):.2f}, {kept[int(0.95 * len(kept))]:.2f})"


def engine(base: Made) -> Callable[[str], object]:
    """The engine over *base* as it lies in the cache."""
    opened = open_base(base.path, EDITION, fill)
    languages = languages_of(opened)
    return lambda question: ask(question, opened, languages)


def documents(record: dict[str, Any]) -> list[str]:
    """One text a fact: its statement, answer and questions."""
    return [
        " ".join([*fact["statement"].values(), *fact["answer"].values(), *(text for some in fact["questions"].values() for text in some)])
        for fact in record["facts"]
    ]


def row(base: Made) -> list[str]:
    """The table's row for *base*."""
    cold, peak = whole(base)
    cells = [f"{len(base.record['facts']):,}", f"{base.path.stat().st_size / 1e6:.1f}", f"{base.seconds:.1f}", f"{base.compiled / 1e6:.1f}"]
    cells += [f"{cold:.0f}", f"{peak:.0f}", warm(base.asked, engine(base))]
    texts = documents(base.record)
    for name, peer in PEERS.items():
        try:
            cells.append(warm(base.asked[: SLOW if peer is wratio else None], peer(texts)))
        except ImportError as error:
            cells.append(f"{name}: {error.name} is not installed")
    return cells


def profiled(base: Made) -> None:
    """Print where the time of the questions goes."""
    answer = engine(base)
    answer(base.asked[0])
    profile = cProfile.Profile()
    profile.enable()
    for question in base.asked:
        answer(question)
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(14)


HEAD = ["facts", "file MB", "compile s", "compiled MB", "cold ask ms", "peak MB", "warm ms: mean (median, p95)", *PEERS]


def main() -> int:
    """Print the table, a row a size as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", nargs="*", type=int, default=SIZES)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", action="store_true")
    chosen = parser.parse_args()
    if not chosen.profile:
        print("|", " | ".join(HEAD), "|")
        print("| --- " * len(HEAD) + "|", flush=True)
    for facts in chosen.facts:
        with tempfile.TemporaryDirectory() as folder:
            base = made(Path(folder), facts, chosen.questions, chosen.seed)
            if chosen.profile:
                profiled(base)
            else:
                print("|", " | ".join(row(base)), "|", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
