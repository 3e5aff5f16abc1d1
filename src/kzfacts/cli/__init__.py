"""The command line: read the arguments, call the engine, hand the result to a renderer, write it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kzfacts import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line *arguments* (the process's own for none) and return the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments in (["--version"], ["-V"]):  # asked by every installer and prompt: not worth 45 ms of typer
        from kzfacts.cli.streams import Reply, write

        return write([Reply(f"kzfacts {__version__}\n")])
    from kzfacts.cli.app import run

    return run(arguments)


__all__ = ["main"]
