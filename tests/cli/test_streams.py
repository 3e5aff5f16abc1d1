"""Terminals, pagers, interrupts and batches: what only shows while the command runs."""

from __future__ import annotations

import os
import re
import signal
import struct
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tests.cli.command import COMMAND, SMALL, environment
from tests.conftest import MEASURED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("terminals are opened the POSIX way", allow_module_level=True)

import fcntl
import pty
import termios

APPLES = "how many apples did ruritania sell in 2024"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

PAGES = {
    "answer": ("ask", APPLES, "--facts", SMALL),
    "explanation": ("ask", "--explain", "inflation in 2022"),
    "partner": ("partner", "russia"),
    "note": ("show", "note", "61"),
    "section": ("show", "E"),
    "facts": ("list", "facts"),
    "notes": ("list", "notes", "--lang", "fr"),
    "timeline": ("timeline",),
    "figures": ("figures",),
    "comparison": ("compare", "russia", "china"),
    "help": ("--help",),
    "help of a command": ("export", "--help"),
    "topic": ("help", "environment"),
    "schemas": ("schema",),
}


def on_terminal(home: Path, arguments: Sequence[str], columns: int = 80, env: Mapping[str, str] | None = None) -> tuple[str, str]:
    """Standard output of a run on a terminal of *columns*, and standard error, which is none."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    settings = environment(home, {"TERM": "xterm-256color"} | dict(env or {}))
    with subprocess.Popen(
        [COMMAND, *arguments], stdin=subprocess.DEVNULL, stdout=follower, stderr=subprocess.PIPE, env=settings
    ) as process:
        os.close(follower)
        seen = b""
        try:
            while part := os.read(leader, 65536):
                seen += part
        except OSError:  # how Linux says that nobody writes any more
            pass
        os.close(leader)
        assert process.stderr is not None
        return seen.decode().replace("\r\n", "\n"), process.stderr.read().decode()


@pytest.mark.parametrize("columns", [20, 47])
@pytest.mark.parametrize("page", PAGES)
def test_pages_fit_the_terminal(page: str, columns: int, home: Path) -> None:
    """No line is wider than a terminal, down to 20 columns, and escape codes do nothing but colour."""
    out, _ = on_terminal(home, PAGES[page], columns)
    assert [row for row in ESCAPE.sub("", out).split("\n") if cell_len(row) > columns] == []
    assert "\x1b" in out
    assert "\x1b" not in ESCAPE.sub("", out)


COLOURS: list[tuple[str, Mapping[str, str], tuple[str, ...], bool]] = [
    ("a terminal", {}, (), True),
    ("NO_COLOR", {"NO_COLOR": "1"}, (), False),
    ("empty NO_COLOR", {"NO_COLOR": ""}, (), True),
    ("NO_COLOR over FORCE_COLOR", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, (), False),
    ("TERM=dumb", {"TERM": "dumb"}, (), False),
    ("FORCE_COLOR over TERM=dumb", {"TERM": "dumb", "FORCE_COLOR": "1"}, (), True),
    ("CLICOLOR=0", {"CLICOLOR": "0"}, (), False),
    ("CLICOLOR_FORCE over CLICOLOR", {"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, (), True),
    ("never", {"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ("always over NO_COLOR", {"NO_COLOR": "1"}, ("--color", "always"), True),
]


@pytest.mark.parametrize(("env", "words", "coloured"), [case[1:] for case in COLOURS], ids=[case[0] for case in COLOURS])
def test_colour_on_a_terminal(env: Mapping[str, str], words: tuple[str, ...], coloured: bool, home: Path) -> None:  # noqa: FBT001
    """The option decides, then NO_COLOR, then what forces colour, then the terminal; without colour no code at all, not even bold."""
    out, _ = on_terminal(home, [*PAGES["answer"], *words], env=env)
    assert ("\x1b" in out) is coloured


@pytest.mark.parametrize(
    ("env", "words", "coloured"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "0"}, (), False),
        ({"CLICOLOR_FORCE": "1"}, (), True),
        ({"GITHUB_ACTIONS": "true", "PY_COLORS": "1"}, (), False),
        ({}, ("--color", "always"), True),
    ],
)
def test_colour_in_a_pipe(env: Mapping[str, str], words: tuple[str, ...], coloured: bool, home: Path) -> None:  # noqa: FBT001
    """A pipe gets colour only where it is forced, and no line is wrapped even then; help pages keep the same rules."""
    for arguments in ([*PAGES["answer"], *words], ["--help"]):
        done = subprocess.run([COMMAND, *arguments], capture_output=True, env=environment(home, env), check=True)
        assert (b"\x1b" in done.stdout) is (coloured and not (words and arguments == ["--help"]))
        longest = max(map(len, ESCAPE.sub("", done.stdout.decode()).splitlines()))
        assert longest > 80 or arguments != ["--help"]


def test_a_terminal_that_lacks_letters(home: Path) -> None:
    """A terminal in another encoding gets a question mark for what it lacks."""
    settings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    out, err = on_terminal(home, ["show", "note", "1", "--lang", "fr", "--facts", SMALL], env=settings)
    assert "Compt?es" in out
    assert err == ""


def test_the_pager_is_asked_for(home: Path, tmp_path: Path) -> None:
    """Only --pager calls the pager, and only on a terminal; a pager that is missing is no failure."""
    pager = {"PAGER": "sed s/^/paged:/"}
    plain, _ = on_terminal(home, PAGES["answer"], env=pager)
    paged, _ = on_terminal(home, [*PAGES["answer"], "--pager"], env=pager)
    missing, _ = on_terminal(home, [*PAGES["answer"], "--pager"], env={"PAGER": str(tmp_path / "nowhere")})
    none, _ = on_terminal(home, [*PAGES["answer"], "--pager"], env={"PAGER": ""})
    assert "paged:" not in plain
    assert all(row.startswith("paged:") for row in paged.splitlines())
    assert ESCAPE.sub("", paged).replace("paged:", "") == ESCAPE.sub("", plain)
    assert missing == none == plain
    piped = subprocess.run([COMMAND, *PAGES["answer"], "--pager"], capture_output=True, env=environment(home, pager), check=True)
    assert b"paged:" not in piped.stdout


def test_a_pager_left_early(home: Path) -> None:
    """Leaving the pager before the end is no failure."""
    _, err = on_terminal(home, ["list", "facts", "--pager"], env={"PAGER": "head -1"})
    assert err == ""


@pytest.mark.skipif(MEASURED, reason="what measures is interrupted as well")
@pytest.mark.parametrize("arguments", [("ask", "--batch"), ("ask", "-"), ("ask", "--batch", "--json")], ids=" ".join)
def test_ctrl_c(arguments: tuple[str, ...], home: Path) -> None:
    """An interrupted run ends with 130 and says nothing."""
    assert (130, b"", b"") in [interrupted(arguments, home, seconds) for seconds in (0.4, 1, 3)]


def interrupted(arguments: tuple[str, ...], home: Path, seconds: float) -> tuple[int, bytes, bytes]:
    """How a run ends that is interrupted after so many *seconds*; on a busy machine Python itself takes some to start."""
    with subprocess.Popen(
        [COMMAND, *arguments, "--facts", SMALL],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
        # a shell's background job, and so the tests run as one, would hand down that the signal is ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
        return process.returncode, out, err


@pytest.mark.parametrize("form", [(), ("--json",), ("--value",)], ids=str)
def test_a_batch_answers_as_it_reads(form: tuple[str, ...], home: Path) -> None:
    """Each line is answered before the next one is written, a blank one and a miss too."""
    with subprocess.Popen(
        [COMMAND, "ask", "--batch", *form, "--facts", SMALL],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(home),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for question, answered in ((APPLES, True), ("", False), ("who won in narnia", False), (APPLES, True)):
            process.stdin.write(question.encode() + b"\n")
            process.stdin.flush()
            said = process.stdout.readline()
            assert said.endswith(b"\n")
            assert (b'"answered"' in said) is answered if form == ("--json",) else (said != b"\n") is answered
        process.stdin.close()
        assert process.wait(timeout=10) == 1


def test_progress_is_for_a_watcher(home: Path) -> None:
    """Progress goes to standard error where that is a terminal and the answers go elsewhere; it leaves nothing behind."""
    leader, follower = pty.openpty()
    done = subprocess.run(
        [COMMAND, "ask", "--batch", "--facts", SMALL],
        input=f"{APPLES}\n\n".encode(),
        stdout=subprocess.PIPE,
        stderr=follower,
        env=environment(home, {"TERM": "xterm"}),
        check=False,
    )
    os.close(follower)
    seen = os.read(leader, 65536).decode()
    os.close(leader)
    assert done.stdout.count(b"\n") == 2
    assert "2 read, 1 without an answer" in seen
    assert seen.endswith("\r\x1b[K")
    silent = subprocess.run(
        [COMMAND, "ask", "--batch", "--facts", SMALL], input=APPLES.encode(), capture_output=True, env=environment(home), check=True
    )
    assert silent.stderr == b""
