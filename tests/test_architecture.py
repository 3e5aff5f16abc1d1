"""The rooms of the house and the arrows between them."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import kzfacts
from tests.conftest import MEASURED

PACKAGE = Path(kzfacts.__file__).parent

BELOW = {
    "cli": {"cli", "render", "verify", "engine", "facts", "languages", "errors", ""},
    "render": {"render", "verify", "engine", "facts", "languages", "errors"},
    "verify": {"verify", "engine", "facts", "languages", "errors"},
    "engine": {"engine", "facts", "languages", "errors"},
    "facts": {"facts", "errors"},
    "languages": {"languages"},
    "errors": set[str](),
}
"""Room -> the rooms that it may import."""

FILES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room that a file belongs to; empty for the package itself."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem if inside.stem == "errors" else ""


def imports(path: Path) -> set[str]:
    """The modules of kzfacts that a file imports, for types or at run time."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("kzfacts"):
            found |= {node.module} if node.module != "kzfacts" else {f"kzfacts.{name.name}" for name in node.names}
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names if name.name.startswith("kzfacts")}
    return found


@pytest.mark.parametrize("path", [path for path in FILES if room(path)], ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_point_downwards(path: Path) -> None:
    """A file imports its own room and the rooms below, never one above."""
    for module in imports(path):
        part = [*module.split("."), ""][1]
        part = "" if part.startswith("__") else part
        assert part in BELOW[room(path)], f"{path.name} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_stay_readable(path: Path) -> None:
    """No file grows beyond 300 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_streams_writes(path: Path) -> None:
    """Nothing prints but cli/streams.py, and nothing opens files but facts/store.py."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print"
            assert node.func.id != "open" or path.name == "store.py"


def test_code_knows_no_subject() -> None:
    """The engine names neither the country of the bundled base nor its partners."""
    for path in (PACKAGE / "engine").rglob("*.py"):
        text = path.read_text(encoding="utf-8").lower().replace("kzfacts", "")
        for word in ("kazakhstan", "astana", "tokay", "putin", "moscow", " nato", "xinjiang"):
            assert word not in text, f"{path.name} names {word}"


LOADED_BY = {
    ("--version",): {"rich", "rapidfuzz", "pydantic", "Stemmer", "sqlite3", "typer.main"},
    ("ask", "--json", "inflation in 2022"): {"rich", "rapidfuzz", "pydantic", "fastjsonschema", "importlib.metadata"},
    ("list", "topics"): {"rich", "rapidfuzz", "pydantic", "fastjsonschema", "importlib.metadata"},
}
"""Command -> modules that it must not load once the base is compiled."""


@pytest.mark.skipif(MEASURED, reason="measuring loads modules")
@pytest.mark.parametrize(("arguments", "unwanted"), LOADED_BY.items(), ids=lambda value: " ".join(sorted(value)))
def test_start_loads_little(arguments: tuple[str, ...], unwanted: set[str]) -> None:
    """A plain command leaves heavy modules alone, so that it starts fast on any machine."""
    code = f"import sys; from kzfacts.cli import main; main({list(arguments)!r}); print(*sys.modules, file=sys.stderr)"
    for _ in range(2):  # the first run may compile the base
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert not unwanted & set(done.stderr.split())
