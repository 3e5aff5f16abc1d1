"""The same command line gives the same bytes, whatever the hash seed and the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.command import run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LINES: dict[str, Sequence[str]] = {
    "an answer": ("ask", "--explain", "how many chinese compagnies work in kazakhstan"),
    "an answer in French": ("ask", "--json", "combien d'entreprises chinoises ?"),
    "no answer": ("ask", "--json", "population of kazakhstan in 1950"),
    "a partner": ("partner", "russia", "--lang", "fr"),
    "a comparison": ("compare", "russia", "china", "--lang", "en", "--json"),
    "figures": ("figures", "--lang", "en"),
    "the timeline": ("timeline", "--lang", "fr"),
    "a suggestion": ("partner", "rosia", "--lang", "en"),
    "an export": ("export", "--format", "jsonl", "--lang", "en"),
    "help": ("ask", "--help"),
}

PLACES: list[Mapping[str, str]] = [
    {"PYTHONHASHSEED": "1"},
    {"PYTHONHASHSEED": "4242"},
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
    {"LC_NUMERIC": "de_DE.UTF-8", "TZ": "Asia/Almaty"},
]


@pytest.mark.parametrize("name", LINES)
def test_the_same_bytes_everywhere(name: str, home: Path) -> None:
    """Outputs and exit code do not depend on the hash seed, the encoding, the time zone or the form of numbers there."""
    first = run(home, LINES[name], env={"PYTHONHASHSEED": "0"})
    assert [place for place in PLACES if run(home, LINES[name], env=place) != first] == []
