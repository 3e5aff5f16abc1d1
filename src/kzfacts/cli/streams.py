"""What a command returns, and the only place that writes it."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

from kzfacts.errors import KzfactsError, UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable


class Reply(NamedTuple):
    """Text for standard output, text for standard error, and the exit code that goes with them."""

    out: str = ""
    err: str = ""
    code: int = 0


def write(replies: Iterable[Reply]) -> int:
    """Write *replies* as they come; the highest of their exit codes.

    A reader that has gone away is no failure: the rest stays unsaid and the code is 0.
    """
    code = 0
    try:
        for reply in replies:
            _put(sys.stdout, reply.out)
            _put(sys.stderr, reply.err)
            code = max(code, reply.code)
    except BrokenPipeError:
        _silence()
        return 0
    except OSError as error:
        if error.errno == errno.EPIPE:
            _silence()
            return 0
        _silence()
        _complain(f"error: cannot write the answer: {error.strerror or error}\n")
        return 1
    return code


def _put(stream: TextIO | None, text: str) -> None:
    """Write *text* as UTF-8; on a terminal in its own encoding, with a question mark for what that lacks."""
    if not text:
        return
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    encoding = stream.encoding if stream.isatty() else "utf-8"
    stream.buffer.write(text.encode(encoding, "replace"))
    stream.flush()


def _silence() -> None:
    """Point standard output at nothing, so that the interpreter's last flush cannot fail."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return


def _complain(text: str) -> None:
    try:
        _put(sys.stderr, text)
    except OSError:
        return


def failure(error: KzfactsError, command: str, *, as_json: bool) -> Reply:
    """An error as one clear line with a hint on standard error, or as an object on standard output."""
    from kzfacts.render.document import clean

    message, hint = clean(error.message), clean(error.hint) if error.hint else None
    if as_json:
        from kzfacts.render.records import SCHEMA_VERSION, dumped

        record = {"kind": error.kind, "message": message, "hint": hint}
        reply = {"schema_version": SCHEMA_VERSION, "command": command, "error": record}
        if isinstance(error, UnknownName):
            reply["suggestions"] = list(error.suggestions)
        return Reply(out=dumped(reply), code=error.exit_code)
    return Reply(err=f"error: {message}\n" + (f"hint: {hint}\n" if hint else ""), code=error.exit_code)


def readable(text: str) -> str:
    """*text* with U+FFFD for bytes that are no UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()
