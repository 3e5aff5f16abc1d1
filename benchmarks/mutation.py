"""The share of changes to the code that its tests notice, by a sample of the mutants that mutmut makes.

    mutmut run nothing                              makes the mutants, below mutants/ (dependency group mutation)
    python -m benchmarks.mutation [PACKAGE…] --sample 300 --seed 1

Each mutant is put to the tests of its package (engine, verify) in a process of its own. mutmut itself forks one process
that has loaded the modules, so that what is computed on loading, and all patterns are, is never the mutant's there.
Prints the share killed and the mutants that survive.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

MUTANTS = Path("mutants")
PACKAGES = ("engine", "verify")
LONGEST = 120
"""Seconds after which the tests of a mutant are taken to hang, which is noticed as well."""


def mutants(package: str) -> list[str]:
    """The names of all mutants of *package*."""
    metas = sorted((MUTANTS / "src" / "kzfacts" / package).glob("*.meta"))
    return [name for meta in metas for name in json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]]


def killed(name: str) -> bool:
    """Whether the tests of its package fail with the mutant *name*."""
    package = name.split(".")[1]
    env = os.environ | {"MUTANT_UNDER_TEST": name, "PYTHONPATH": "src", "PYTHONDONTWRITEBYTECODE": "1"}
    line = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-k", "not quick", f"tests/{package}"]
    try:
        done = subprocess.run(line, cwd=MUTANTS, env=env, capture_output=True, timeout=LONGEST, check=False)  # noqa: S603 - our own tests
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> int:
    """Print how many of the sample were killed, package by package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="*", default=PACKAGES)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    chosen = parser.parse_args()
    for package in chosen.packages:
        known = mutants(package)
        tried = Random(chosen.seed).sample(known, min(chosen.sample, len(known)))
        if killed(f"kzfacts.{package}.none"):
            sys.exit(f"the tests of {package} fail without a mutant")
        with ThreadPoolExecutor(chosen.jobs) as pool:
            dead = dict(zip(tried, pool.map(killed, tried), strict=True))
        count = sum(dead.values())
        print(
            f"{package}: {count} of {len(tried)} killed ({100 * count / len(tried):.1f} %), of {len(known):,} mutants, seed {chosen.seed}"
        )
        print(*sorted(name for name, gone in dead.items() if not gone), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
