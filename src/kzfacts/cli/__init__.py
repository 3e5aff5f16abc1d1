"""The command line: read the arguments, call the engine, hand the result to a renderer, write it."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from kzfacts import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it: 128 + SIGINT."""

UNCOLLECTED = 100_000
"""Objects that may be made before cycles among them are looked for: Python's own 700 costs a tenth of a question."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line *arguments* (the process's own for none) and return the exit code."""
    gc.set_threshold(UNCOLLECTED)
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    """Run *arguments*; what is asked by every prompt and at every press of Tab is not worth 45 ms of typer."""
    if arguments in (["--version"], ["-V"]):
        from kzfacts.cli.streams import Reply, write

        return write([Reply(f"kzfacts {__version__}\n")])
    if arguments[:1] == ["--complete"]:
        from kzfacts.cli.complete import completed
        from kzfacts.cli.streams import write

        return write([completed(arguments[1:])])
    from kzfacts.cli.app import run

    return run(arguments)


__all__ = ["main"]
