"""The installed command in a process of its own, with every stream in the hands of the test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.conftest import PASSED_ON

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMAND = Path(sys.executable).with_name("kzfacts.exe" if os.name == "nt" else "kzfacts")
SMALL = str(Path(__file__).resolve().parent.parent / "small.json")


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON object on one line."""
        assert self.out.count("\n") == 1, self.out[:500]
        return json.loads(self.out)


def environment(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """A bare environment whose compiled bases lie below *home*."""
    bare = PASSED_ON | {"HOME": str(home), "KZFACTS_CACHE": str(home / "cache"), "LANG": "C.UTF-8"}
    return bare | dict(extra or {})


def run(
    home: Path,
    arguments: Sequence[str | bytes],
    *,
    stdin: str | bytes = "",
    env: Mapping[str, str] | None = None,
    turned: str | None = None,
) -> Ended:
    """Run the command with *arguments*; with *turned*, as the ``"$@"`` of that line of sh, which may turn its streams."""
    line: list[str | bytes] = ["sh", "-c", turned, "sh", str(COMMAND), *arguments] if turned else [str(COMMAND), *arguments]
    done = subprocess.run(
        line,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=home,
        env=environment(home, env),
        timeout=60,
        check=False,
    )
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.err, ended.err
    assert "Error:" not in ended.err, ended.err
    return ended
