"""The examples in the docs, run and held against what the docs show.

    python -m tests.test_docs --write [FILE…]    put what the program prints now into the docs

An example is a line ``$ kzfacts …`` in a block fenced as ``console``; it runs in a shell without a terminal, in an
empty folder. What follows it is its output: what goes to standard output, then what is said to the person.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.conftest import PASSED_ON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
FILES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

COMMAND = re.compile(r"\$ ((?:(?:printf|echo) .*\| *)?kzfacts\b.*)")
SHELL = shutil.which("bash") or "sh"
FENCE = re.compile(r"^```(\w*)\s*$")


class Example(NamedTuple):
    """A command, the output that the docs show, and the lines of the file that this fills."""

    command: str
    shown: list[str]
    start: int
    end: int


def examples(text: str) -> Iterator[Example]:
    """The examples in a Markdown *text*, in order."""
    language: str | None = None
    command, start = "", 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        fence = FENCE.match(line)
        if command and (line.startswith("$ ") or fence):
            yield Example(command, lines[start:number], start, number)
            command = ""
        if fence:
            language = None if language is not None else fence[1]
        elif language == "console" and (found := COMMAND.fullmatch(line)):
            command, start = found[1], number + 1


def printed(command: str, folder: Path) -> list[str]:
    """The lines that *command* prints, without blanks at their ends."""
    with tempfile.TemporaryDirectory(dir=folder) as empty:
        done = subprocess.run([SHELL, "-c", command], capture_output=True, cwd=empty, env=_environment(folder), timeout=60, check=False)
    lines = (done.stdout + done.stderr).decode("utf-8", "replace").split("\n")
    return [line.rstrip() for line in lines[:-1]]


def _environment(folder: Path) -> dict[str, str]:
    """A bare environment in which ``kzfacts`` is this very program."""
    program = folder / "bin" / "kzfacts"
    if not program.exists():
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kzfacts "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return PASSED_ON | {"PATH": path, "HOME": str(folder), "KZFACTS_CACHE": str(folder / "cache"), "LANG": "C.UTF-8"}


def renewed(text: str, run: Callable[[str], list[str]]) -> str:
    """*text* with what *run* says of each example in the place of its output."""
    lines = text.split("\n")
    for example in reversed(list(examples(text))):
        lines[example.start : example.end] = run(example.command)
    return "\n".join(lines)


CASES = [(path, example) for path in FILES for example in examples(path.read_text(encoding="utf-8"))]


@pytest.mark.skipif(os.name == "nt", reason="the examples are lines of a Unix shell")
@pytest.mark.parametrize(("path", "example"), CASES, ids=[f"{path.name}:{example.start}" for path, example in CASES])
def test_the_docs_show_what_is_printed(path: Path, example: Example, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every example in the docs prints exactly what the docs show."""
    assert printed(example.command, tmp_path_factory.getbasetemp()) == example.shown, f"python -m tests.test_docs --write {path.name}"


def test_forty_tasks_take_one_command_each() -> None:
    """The list of tasks has forty at least, each with its one example."""
    text = (ROOT / "docs" / "tasks.md").read_text(encoding="utf-8")
    tasks = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    assert len(tasks) >= 40
    assert [len(list(examples(task))) for task in tasks] == [1] * len(tasks)


TEXT = "```console\n$ kzfacts one | head -1\nold\n$ ls\nx\n```\n\n```sh\n$ kzfacts two\n```\n\n```console\n$ echo q | kzfacts ask -\n```\n"


def test_examples_are_found_and_renewed() -> None:
    """Only commands in console blocks are run, other commands and blocks stay, and the new output replaces the old."""
    assert [(each.command, each.shown) for each in examples(TEXT)] == [("kzfacts one | head -1", ["old"]), ("echo q | kzfacts ask -", [])]
    new = TEXT.replace("old\n", "new\nrows\n").replace("ask -\n", "ask -\nnew\nrows\n")
    assert renewed(TEXT, lambda _: ["new", "rows"]) == new


def main(names: list[str]) -> None:
    """Rewrite the docs, or those of them with these *names*."""
    with tempfile.TemporaryDirectory() as folder:
        for path in FILES:
            if not names or path.name in {Path(name).name for name in names}:
                text = renewed(path.read_text(encoding="utf-8"), lambda command: printed(command, Path(folder)))
                path.write_text(text, encoding="utf-8")


def test_the_picture_shows_what_is_printed() -> None:
    """The picture in the README is the answer that the program gives now."""
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "picture.py")], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr


if __name__ == "__main__":
    if sys.argv[1:2] != ["--write"]:
        raise SystemExit(__doc__)
    main(sys.argv[2:])
