"""The edition names everything that decides how a base is compiled."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.engine.library import EDITION

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def tool() -> ModuleType:
    """tools/edition.py as a module."""
    spec = importlib.util.spec_from_file_location("edition", ROOT / "tools" / "edition.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def copied(tool: Any, tmp_path: Path) -> list[Path]:
    """The tool's sources, copied below *tmp_path*, where they can be changed; the tool looks there from now on."""
    shutil.copytree(tool.PACKAGE, tmp_path / "kzfacts")
    tool.SOURCES = [tmp_path / "kzfacts" / path.relative_to(tool.PACKAGE) for path in tool.SOURCES]
    return list(tool.SOURCES)


def test_the_edition_is_true(tool: Any) -> None:
    """No stale compiled base is ever read: the edition is that of the sources as they stand."""
    assert tool.edition() == EDITION


def test_every_source_changes_the_edition(tool: Any, tmp_path: Path) -> None:
    """A change to any language file or to any part of the compiler is another edition."""
    sources = [path for path in copied(tool, tmp_path) if path.is_file()]
    assert {"en.json", "world.json", "ordinary-ru.txt", "compile.py", "words.py", "base.py", "rows.py"} <= {path.name for path in sources}
    editions = [tool.edition()]
    for path in sources:
        path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
        editions.append(tool.edition())
    assert len({*editions}) == len(editions)


def test_what_the_compiler_loads_is_in_the_edition(tool: Any) -> None:
    """Every module of the engine that the compiler uses is one of the sources."""
    named = {path.name for path in tool.SOURCES}
    compiler = (tool.PACKAGE / "engine" / "compile.py").read_text(encoding="utf-8")
    used = {line.split()[1].rpartition(".")[2] for line in compiler.splitlines() if line.startswith("from kzfacts.engine.")}
    assert used
    assert {f"{module}.py" for module in used} <= named


def test_the_line_that_holds_it_does_not_count(tool: Any, tmp_path: Path) -> None:
    """Writing the edition into its file does not change it."""
    holder = next(path for path in copied(tool, tmp_path) if path.name == "library.py")
    before = tool.edition()
    holder.write_text(tool.LINE.sub('EDITION = "00000000"', holder.read_text(encoding="utf-8")), encoding="utf-8")
    assert tool.edition() == before


def test_the_tool_writes_what_it_checks(tool: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A false edition is refused, and true after --write."""
    tool.HOLDER = next(path for path in copied(tool, tmp_path) if path.name == "library.py")
    tool.HOLDER.write_text(tool.LINE.sub('EDITION = "00000000"', tool.HOLDER.read_text(encoding="utf-8")), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["edition.py"])
    assert tool.main() == 1
    monkeypatch.setattr(sys, "argv", ["edition.py", "--write"])
    assert (tool.main(), tool.main()) == (0, 0)
