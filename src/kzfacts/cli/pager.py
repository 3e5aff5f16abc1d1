"""Long answers through the person's pager."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess


def page(text: str) -> bool:
    """Show *text* in $PAGER, or in less; false where there is no such program or the variable is empty."""
    command = os.environ.get("PAGER", USUAL)
    settings = {"LESS": "FRX", "LESSCHARSET": "utf-8"} | os.environ
    try:
        words = shlex.split(command)
        process = subprocess.Popen(words, stdin=subprocess.PIPE, env=settings) if words else None  # noqa: S603 - the person's own choice
    except (OSError, ValueError):
        return False
    if process is None:
        return False
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's while it runs
    try:
        process.communicate(text.encode("utf-8", "replace"))  # a pager that is left early is no failure here
    finally:
        signal.signal(signal.SIGINT, former)
    return True


USUAL = "less -FRX"
"""The pager of a person who has not chosen one."""
