"""What a command returns, the only place that writes it, and the only place that reads standard input."""

from __future__ import annotations

import errno
import os
import sys
from io import BufferedReader, FileIO
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TextIO

from kzfacts.errors import BadRequest, KzfactsError, UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Reply(NamedTuple):
    """Text for standard output, text for standard error, and the exit code that goes with them.

    A *paged* reply goes through the pager where a person reads it.
    """

    out: str = ""
    err: str = ""
    code: int = 0
    paged: bool = False


UNWRITTEN = 2
"""The exit code when the answer cannot be written: 1 would say that there is none."""


def write(replies: Iterable[Reply]) -> int:
    """Write *replies* as they come; the highest of their exit codes.

    A reader that has gone away is no failure: the rest stays unsaid and the code is 0.
    """
    code = 0
    for reply in replies:
        try:
            _answer(reply)
        except OSError as error:
            _silence()
            if error.errno == errno.EPIPE:
                return 0
            _say(f"error: cannot write the answer: {error.strerror or error}\n")
            return UNWRITTEN
        _say(reply.err)
        code = max(code, reply.code)
    return code


def _answer(reply: Reply) -> None:
    if reply.paged and reply.out and sys.stdout is not None and sys.stdout.isatty():
        from kzfacts.cli.pager import page

        if page(reply.out):
            return
    _put(sys.stdout, reply.out)


def _put(stream: TextIO | None, text: str) -> None:
    """Write *text* as UTF-8; on a terminal in its own encoding, with a question mark for what that lacks."""
    if not text:
        return
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    encoding = stream.encoding if stream.isatty() else "utf-8"
    stream.buffer.write(text.encode(encoding, "replace"))
    stream.flush()


def _say(text: str) -> None:
    """Tell the person *text*; an answer is no worse for a remark that cannot be made."""
    try:
        _put(sys.stderr, text)
    except OSError:
        _silence(2)


def _silence(descriptor: int = 1) -> None:
    """Point a stream at nothing, so that the interpreter's last flush cannot fail."""
    if (sys.stdout if descriptor == 1 else sys.stderr) is None:
        return
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
    except OSError:
        return


LONGEST_LINE = 2**20
"""Bytes of a line of standard input that are read; the rest of the line is left out."""


def blocks() -> Iterator[list[str]]:
    """The lines of standard input as they come, without their ends, each with those that lie there already; none where it is closed."""
    if sys.stdin is None:
        return
    try:
        with BufferedReader(FileIO(sys.stdin.fileno(), closefd=False), AHEAD) as stream:
            while stream.peek(1):  # waits until there is something
                yield [_line(stream) for _ in range(max(1, stream.peek(1).count(b"\n")))]
    except OSError as error:
        raise BadRequest(f"cannot read standard input: {error.strerror or error}") from None


AHEAD = 2**16
"""Bytes of standard input that are read at once, where so many wait."""


def lines() -> Iterator[str]:
    """The lines of standard input one by one."""
    return chain.from_iterable(blocks())


def _line(stream: BufferedReader[FileIO]) -> str:
    """The next line of *stream*, of which `LONGEST_LINE` bytes are kept."""
    line = stream.readline(LONGEST_LINE)
    rest = line
    while len(rest) == LONGEST_LINE and not rest.endswith(b"\n"):
        rest = stream.readline(LONGEST_LINE)
    return line.decode("utf-8", "replace").removeprefix("\ufeff").rstrip("\r\n")


def failure(error: KzfactsError, command: str, *, as_json: bool) -> Reply:
    """An error as one clear line with a hint on standard error, or as an object on standard output."""
    from kzfacts.render.document import clean

    message, hint = clean(error.message), clean(error.hint) if error.hint else None
    if as_json:
        from kzfacts.render.records import dumped, error_record

        names = error.suggestions if isinstance(error, UnknownName) else None
        return Reply(out=dumped(error_record(command, error.kind, message, hint, names)), code=error.exit_code)
    return Reply(err=f"error: {message}\n" + (f"hint: {hint}\n" if hint else ""), code=error.exit_code)


def readable(text: str) -> str:
    """*text* with U+FFFD for bytes that are no UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()
