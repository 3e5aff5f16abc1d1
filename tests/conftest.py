"""What the tests share: the bundled base, a small one made by hand, and the program as a person runs it."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.engine.ask import languages_of
from kzfacts.engine.library import fill, open_library
from kzfacts.facts.base import Base
from kzfacts.facts.rows import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kzfacts.engine.vocabulary import Languages

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "small.json"

PASSED_ON = {name: value for name, value in os.environ.items() if name == "PATH" or name.startswith("COVERAGE_")}
"""What a bare environment keeps: where programs are, and who measures which lines run."""

MEASURED = "COVERAGE_RUN" in os.environ
"""Whether the lines that run are being measured, which loads modules and takes time."""


@dataclass(frozen=True)
class Run:
    """How a run of the program ended."""

    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


@pytest.fixture(scope="session", autouse=True)
def _nothing_remembered() -> None:
    """Forget what the modules have cached before the tests: mutation testing starts many runs from one process."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("kzfacts", "tests")):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


@pytest.fixture(scope="session")
def base() -> Base:
    """The bundled fact base."""
    return open_library()


@pytest.fixture(scope="session")
def languages(base: Base) -> Languages:
    """The languages that questions may be in."""
    return languages_of(base)


@pytest.fixture(scope="session")
def raw() -> dict[str, Any]:
    """The bundled fact base as its file holds it."""
    loaded: dict[str, Any] = json.loads((ROOT / "facts.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def small() -> dict[str, Any]:
    """A fact base of three facts about a country that does not exist."""
    loaded: dict[str, Any] = json.loads(SMALL.read_text(encoding="utf-8"))
    return loaded


def opened(base: dict[str, Any]) -> Base:
    """*base* compiled in memory."""
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA)
    fill(json.dumps(base, ensure_ascii=False).encode(), database)
    return Base(database)


@pytest.fixture
def kzfacts(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Run]:
    """The program in a process of its own, with a bare environment; keyword *env* adds to it, *stdin* is its input."""
    home = tmp_path_factory.getbasetemp()
    bare = PASSED_ON | {"HOME": str(home), "KZFACTS_CACHE": str(home / "cache"), "LANG": "C.UTF-8"}

    def run(*arguments: str | bytes, env: Mapping[str, str] | None = None, stdin: str | bytes = "") -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "kzfacts", *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env=bare | dict(env or {}),
            timeout=60,
            check=False,
        )
        ended = Run(done.stdout.decode(), done.stderr.decode(), done.returncode)
        assert "Traceback" not in ended.err, ended.err
        return ended

    return run
