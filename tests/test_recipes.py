"""What the docs hold beside console examples: recipes for the shell, and the page on Python."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"

pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="needs a checkout")

BLOCKS = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Recipe(NamedTuple):
    """A script, and what it prints if the page says so."""

    script: str
    shown: str | None


def recipes() -> list[Recipe]:
    """The recipes of the page, in order; a block of text after one is its output."""
    blocks = BLOCKS.findall((DOCS / "scripting.md").read_text(encoding="utf-8")) if DOCS.is_dir() else []
    after = [*blocks[1:], ("", "")]
    return [Recipe(text, then[1] if then[0] == "text" else None) for (kind, text), then in zip(blocks, after, strict=True) if kind == "sh"]


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.script.strip().splitlines()[0])
def test_recipes(recipe: Recipe, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A recipe of the page on scripting runs as it stands, prints what the page shows, and nothing on standard error."""
    bash = shutil.which("bash") or pytest.skip("bash is not installed")
    for program in ("jq", "fzf"):
        if program in recipe.script and shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    home = tmp_path_factory.getbasetemp()
    path = f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"
    settings = {"PATH": path, "HOME": str(home), "KZFACTS_CACHE": str(home / "cache"), "LANG": "C.UTF-8"}
    line = [bash, "-c", recipe.script]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, env=settings, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    assert recipe.shown is None or done.stdout == recipe.shown


def test_there_are_recipes() -> None:
    """The page has recipes for the shell, with jq and with fzf."""
    assert len(recipes()) >= 8
    assert any("jq" in recipe.script for recipe in recipes())
    assert any("fzf" in recipe.script for recipe in recipes())


def test_the_page_on_python() -> None:
    """The examples of the page on Python give what it shows."""
    failed, tried = doctest.testfile(str(DOCS / "python.md"), module_relative=False, encoding="utf-8")
    assert tried > 10
    assert failed == 0
