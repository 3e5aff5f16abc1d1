"""A batch that is shared among processes says what one process says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from kzfacts.cli import workers
from kzfacts.cli.streams import Reply
from tests.cli.command import COMMAND, SMALL, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("a process is copied the POSIX way", allow_module_level=True)

HERE = os.getpid()
MANY = 3 * workers.MANY


def echoed(question: str, number: int) -> Reply:
    """A reply that says which process made it."""
    return Reply(f"{number} {question}", str(os.getpid()), number % 3)


def told(blocks: list[list[str]], count: int, monkeypatch: pytest.MonkeyPatch) -> list[Reply]:
    """The replies of so many processes to *blocks*."""
    monkeypatch.setattr(workers, "processors", lambda: count)
    return list(workers.shared(blocks, echoed, lambda: None))


def blocks_of(*sizes: int) -> list[list[str]]:
    """Blocks of so many questions."""
    return [[f"é\u2028{size} {place}" for place in range(size)] for size in sizes]


@pytest.mark.parametrize("count", [1, 2, 3, 9])
@pytest.mark.parametrize("sizes", [(), (1,), (1, 1, MANY, 1), (MANY, MANY), (workers.MANY,) * 5, (MANY, 2, 0, MANY)], ids=str)
def test_each_question_has_its_reply_in_order(sizes: tuple[int, ...], count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the questions come and however many processes there are, the replies are the same."""
    blocks = blocks_of(*sizes)
    questions = [question for block in blocks for question in block]
    assert [reply.out for reply in told(blocks, count, monkeypatch)] == [f"{place} {said}" for place, said in enumerate(questions, 1)]


def test_a_block_larger_than_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is asked and answered at once, no process waits for one that waits for it."""
    signal.alarm(60)  # a test that waits for ever would not fail
    assert len(told([["x" * 40] * 20_000, [""] * 20_000], 3, monkeypatch)) == 40_000
    signal.alarm(0)


@pytest.mark.parametrize(
    ("sizes", "count", "processes"),
    [((1,) * MANY, 2, 1), ((workers.MANY - 1,) * 5, 2, 1), ((MANY,), 1, 1), ((MANY,), 2, 2), ((MANY,), 3, 3), ((MANY,), 99, workers.MOST)],
    ids=str,
)
def test_processes_help_where_many_questions_wait(
    sizes: tuple[int, ...], count: int, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process answers what comes one by one, more of them what waits."""
    replies = told(blocks_of(*sizes), count, monkeypatch)
    assert len({reply.err for reply in replies}) == processes


@pytest.mark.parametrize("fault", [OSError, AttributeError], ids=lambda fault: fault.__name__)
def test_no_process_can_be_copied(fault: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system copies no process, the first one answers all."""

    def refused() -> int:
        raise fault

    monkeypatch.setattr(os, "fork", refused)
    assert {reply.err for reply in told(blocks_of(MANY), 3, monkeypatch)} == {str(HERE)}


@pytest.mark.parametrize(
    "end", [lambda: os._exit(1), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: int("none")], ids=["exit", "kill", "error"]
)
def test_a_worker_that_dies_leaves_no_question_unanswered(end: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first process answers what a dead one has left."""

    def dying(question: str, number: int) -> Reply:
        if os.getpid() != HERE and number > workers.MANY:
            assert callable(end)
            end()
        return echoed(question, number)

    monkeypatch.setattr(workers, "processors", lambda: 2)
    blocks = blocks_of(MANY, MANY)
    replies = list(workers.shared(blocks, dying, lambda: None))
    assert [int(reply.out.split()[0]) for reply in replies] == list(range(1, 2 * MANY + 1))
    assert replies[1].err != str(HERE) == replies[-1].err


def test_no_worker_outlives_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workers end with the batch, also where it ends early."""
    monkeypatch.setattr(workers, "processors", lambda: 3)
    batch: Iterator[Reply] = workers.shared(blocks_of(MANY), echoed, lambda: None)
    seen = {next(batch).err for _ in range(9)}
    assert len(seen) == 3
    batch.close()  # type: ignore[attr-defined]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


QUESTIONS = "".join(
    [
        f"how many apples did ruritania sell in {year}\nwho buys the pears\nqui achète les poires\n\nnarnia {year}\n"
        for year in range(1980, 2040)
    ]
)


@pytest.mark.parametrize("form", [(), ("--json",), ("--value",), ("--json", "--explain")], ids=str)
@pytest.mark.parametrize("kept", [True, False], ids=["base in the cache", "base in memory"])
def test_a_shared_batch_is_to_the_letter_what_one_process_says(form: tuple[str, ...], *, kept: bool, home: Path) -> None:
    """Standard output, remarks and exit code do not depend on how many processors there are."""
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("there is one processor")
    ended = [
        subprocess.run(
            [COMMAND, "ask", "--batch", *form, "--facts", SMALL],
            input=QUESTIONS.encode(),
            capture_output=True,
            env=environment(home, {} if kept else {"KZFACTS_CACHE": ""}),
            preexec_fn=confine,
            check=False,
        )
        for confine in (None, lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
    ]
    assert ended[0].stdout.count(b"\n") == QUESTIONS.count("\n")
    assert (ended[0].stdout, ended[0].stderr, ended[0].returncode) == (ended[1].stdout, ended[1].stderr, 1)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL), (signal.SIGTERM, -signal.SIGTERM)], ids=str
)
def test_a_batch_that_is_ended_leaves_no_process(number: signal.Signals, code: int, home: Path) -> None:
    """Whatever ends the first process of a group ends the others, without a word."""
    with subprocess.Popen(
        [COMMAND, "ask", "--batch", "--facts", SMALL],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"who buys the pears\n" * MANY)
        process.stdin.flush()
        for _ in range(MANY):
            assert process.stdout.readline().endswith(b"\truritania-pears\n")
        os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
        _, err = process.communicate(timeout=10)
        assert (process.returncode, err) == (code, b"")
        deadline = time.monotonic() + 10
        while gone := alive(process.pid):
            assert time.monotonic() < deadline, gone
            time.sleep(0.05)


def alive(group: int) -> bool:
    """Whether a process of *group* is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
