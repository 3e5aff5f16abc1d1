"""A long batch on all processors: the questions that wait are dealt out to copies of this process."""

from __future__ import annotations

import marshal
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from kzfacts.cli.streams import Reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

Answerer = Callable[[str, int], Reply]
"""Makes a reply of a question and its number, counted from 1."""

MANY = 32
"""Questions waiting that are worth the copies: they take 5 ms to make."""

MOST = 4
"""Processes that share a batch; each takes some 60 MB."""


class Worker(NamedTuple):
    """A copy of this process, which reads numbered questions and writes replies."""

    process: int
    questions: BinaryIO
    replies: BinaryIO

    def take(self, questions: list[tuple[int, str]]) -> None:
        """Give it numbered *questions* to answer; it reads all of them before it writes, so that neither waits for the other."""
        with suppress(OSError):  # it is gone: `reply` says so
            marshal.dump(questions, self.questions)
            self.questions.flush()

    def reply(self) -> Reply | None:
        """Its next reply; none where it is gone."""
        try:
            return Reply(*marshal.load(self.replies))  # noqa: S302 - from this program itself
        except (OSError, EOFError):
            return None

    def stop(self) -> None:
        """End it, whatever it does."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        for pipe in (self.questions, self.replies):
            with suppress(OSError):
                pipe.close()


def shared(blocks: Iterable[list[str]], answer: Answerer, renew: Callable[[], None]) -> Iterator[Reply]:
    """The reply to each question of *blocks*, in order.

    Where many wait, copies of this process help, each of which calls *renew* before it answers. What they leave
    unanswered is answered here.
    """
    workers: list[Worker] = []
    number = 0
    try:
        for block in blocks:
            if len(block) >= MANY and not workers:
                workers = started(min(MOST, processors()) - 1, answer, renew)
            yield from _dealt(list(enumerate(block, number + 1)), answer, workers)
            number += len(block)
    finally:
        for worker in workers:
            worker.stop()


def _dealt(numbered: list[tuple[int, str]], answer: Answerer, workers: Sequence[Worker]) -> Iterator[Reply]:
    """The replies to *numbered* questions, of which this process and each of *workers* answers its share."""
    hands: tuple[Worker | None, ...] = (None, *workers)
    for place, worker in enumerate(workers, 1):
        worker.take(numbered[place :: len(hands)])
    for place, (number, question) in enumerate(numbered):
        hand = hands[place % len(hands)]
        yield (hand.reply() if hand else None) or answer(question, number)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def started(count: int, answer: Answerer, renew: Callable[[], None]) -> list[Worker]:
    """So many workers; fewer, or none, where the system has no copies of processes or no room for one."""
    workers: list[Worker] = []
    with suppress(OSError, AttributeError):
        workers.extend(_start(answer, renew) for _ in range(count))
    return workers


def _start(answer: Answerer, renew: Callable[[], None]) -> Worker:
    (asked, ask), (said, say) = os.pipe(), os.pipe()
    process = os.fork()
    if process == 0:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal: the first one ends them
            os.close(ask)  # else the end of the first process would never show
            os.close(said)
            renew()
            _serve(os.fdopen(asked, "rb"), os.fdopen(say, "wb"), answer)
        finally:
            os._exit(0)
    os.close(asked)
    os.close(say)
    return Worker(process, os.fdopen(ask, "wb"), os.fdopen(said, "rb"))


def _serve(questions: BinaryIO, replies: BinaryIO, answer: Answerer) -> NoReturn:
    """Answer *questions* by *replies* until the first process closes them or ends, which is an error here."""
    while True:
        for number, question in marshal.load(questions):  # noqa: S302 - from this program itself
            marshal.dump(tuple(answer(question, number)), replies)
            replies.flush()
