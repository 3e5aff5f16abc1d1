"""Fact bases from strangers: refused in one line, or shown harmlessly."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command import run

if TYPE_CHECKING:
    from pathlib import Path

REFUSED: dict[str, bytes] = {
    "nothing": b"",
    "half a file": b'{"schema_version": 1, "data_ver',
    "another object": b"{}",
    "a list": b"[]",
    "UTF-16": '{"schema_version": 1}'.encode("utf-16"),
    "no text": bytes(range(256)) * 100,
    "a database": b"SQLite format 3\x00" + b"\x00" * 4096,
    "deep nesting": b"[" * 200_000,
    "deep objects": b'{"a":' * 200_000,
    "a long number": b'{"schema_version": ' + b"9" * 10_000 + b"}",
    "no number": b'{"schema_version": NaN}',
    "lone surrogates": b'{"\\ud800": "\\udfff"}',
    "keys that steer a terminal": b'{"\\u001b[31m[red]\\u202e": 1}',
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_base_is_refused(name: str, home: Path, tmp_path: Path) -> None:
    """A file that is no fact base ends with 3 and one harmless line that says why, and one about what a base is."""
    path = tmp_path / "base.json"
    path.write_bytes(REFUSED[name])
    ended = run(home, ["ask", "x", "--facts", str(path)])
    assert (ended.code, ended.out) == (3, "")
    assert re.fullmatch(r"error: the fact base .+\nhint: kzfacts schema facts .+\n", ended.err)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ended.err)
    told = run(home, ["ask", "x", "--json", "--facts", str(path)])
    assert (told.code, told.json["error"]["kind"]) == (3, "fact_base")


STEERING = "[red]\u202e\u2066\u200f[/red] [link=https://example.org]x[/link] :smile: \\[x]"


def steered(part: Any) -> Any:
    """*part* of a base with text that could steer a terminal in every text a person reads."""
    if isinstance(part, list):
        return [steered(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    if set(part) == {"en", "fr"} and all(isinstance(text, str) for text in part.values()):
        return {code: f"{text} {STEERING}" for code, text in part.items()}
    return {key: steered(entry) for key, entry in part.items()}


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "how many apples did ruritania sell in 2024"),
        ("ask", "--explain", "how many apples did ruritania sell in 2024"),
        ("ask", "--value", "who buys the pears"),
        ("partner", "ruritania"),
        ("show", "note", "1"),
        ("show", "A"),
        ("list", "facts"),
        ("list", "sections"),
        ("timeline",),
        ("figures",),
        ("cite", "ruritania-apples"),
        ("cite", "--format", "bibtex", "ruritania-apples"),
        ("--complete", "--", "show", ""),
    ],
    ids=" ".join,
)
def test_texts_cannot_steer(arguments: tuple[str, ...], small: dict[str, Any], home: Path, tmp_path: Path) -> None:
    """Markup in a base is shown as it is; characters that turn the direction of text are shown as U+FFFD or escaped in JSON."""
    path = tmp_path / "base.json"
    path.write_text(json.dumps(steered(small)), encoding="utf-8")
    env = {"KZFACTS_FACTS": str(path)}
    for words, settings in ((arguments, {}), (arguments, {"FORCE_COLOR": "1"}), ((*arguments, "--json"), {})):
        if words[0] == "--complete" and words[-1] == "--json":
            continue
        if "--value" in words and "--json" in words:
            continue
        ended = run(home, words, env=env | settings)
        assert ended.code == 0, ended
        plain = re.sub(r"\x1b\[[0-9;]*m", "", ended.out)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200f\u202a-\u202e\u2066-\u2069]", plain + ended.err)
        assert "[red]" in plain or "bibtex" in words or "--complete" in words


def test_a_base_may_come_through_a_pipe(small: dict[str, Any], home: Path) -> None:
    """A base need not be a regular file."""
    if not os.path.exists("/dev/stdin"):  # noqa: PTH110 - a device, not a path of this project
        pytest.skip("there is no /dev/stdin")
    ended = run(home, ["list", "partners", "--facts", "/dev/stdin"], stdin=json.dumps(small))
    assert (ended.code, ended.out) == (0, "ruritania\tRuritania\n")
