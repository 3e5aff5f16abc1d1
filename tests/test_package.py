"""What people install: the wheel, made from the source archive, in a clean environment outside the checkout, on every Python at hand."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="needs a checkout"),
]


class Built(NamedTuple):
    """The two archives and the tree that they were built from, a copy of the checkout."""

    source: Path
    sdist: Path
    wheel: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The source archive of the checkout, and the wheel built from that archive."""
    folder = tmp_path_factory.mktemp("dist")
    source = shutil.copytree(ROOT, folder / "source", ignore=shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "*.sqlite"))
    shutil.copy(ROOT / ".gitignore", source)
    tool = tmp_path_factory.mktemp("tool")
    python = _environment(tool, sys.executable)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "build>=1.2,<2"], check=True, env=_bare(tool))
    subprocess.run([python, "-m", "build", "--outdir", folder, source], check=True, env=_bare(tool), capture_output=True)
    return Built(source, next(folder.glob("*.tar.gz")), next(folder.glob("*.whl")))


def _environment(folder: Path, python: str) -> Path:
    """The interpreter of a new virtual environment in *folder*."""
    if python == sys.executable:
        venv.create(folder, with_pip=True)
    else:
        subprocess.run([python, "-m", "venv", folder], check=True)
    return folder / ("Scripts" if os.name == "nt" else "bin") / "python"


def _bare(home: Path) -> dict[str, str]:
    """An environment that knows nothing of the checkout but where packages come from."""
    kept = {name: value for name, value in os.environ.items() if name == "PATH" or name.startswith(("PIP_", "UV_", "SSL_", "REQUESTS_"))}
    return kept | {"HOME": str(home), "LANG": "C.UTF-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "KZFACTS_CACHE": ""}


def test_the_archives_hold_what_they_should(built: Built) -> None:
    """The wheel has the base, its compiled form, schemas, scripts and manual page; the source archive the tests; neither more."""
    names = zipfile.ZipFile(built.wheel).namelist()
    for part in (
        "kzfacts/facts.json",
        "kzfacts/facts.sqlite",
        "kzfacts/py.typed",
        "kzfacts/schemas/ask.json",
        "kzfacts/completions/_kzfacts",
        "kzfacts/skill/SKILL.md",
        "share/man/man1/kzfacts.1",
        "share/bash-completion/completions/kzfacts",
        "share/zsh/site-functions/_kzfacts",
        "share/fish/vendor_completions.d/kzfacts.fish",
    ):
        assert any(name.endswith(part) for name in names), part
    assert not [name for name in names if name.startswith(("tests", "tools", "docs"))]
    with tarfile.open(built.sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {"facts.json", "pyproject.toml", "README.md", "LICENSE", "tests/conftest.py", "man/kzfacts.1"} <= inside
    assert not [name for name in inside if name.startswith(".ci") or name.endswith(".sqlite")]


def test_the_wheel_is_built_the_same_twice(built: Built, tmp_path: Path) -> None:
    """Another folder, another time and another hash seed give the same bytes."""
    source = shutil.copytree(built.source, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("build"))
    (source / "facts.json").touch()
    env = _bare(tmp_path) | {"PYTHONHASHSEED": "7", "TZ": "Asia/Almaty"}
    python = next(path for path in built.source.parent.parent.glob("tool*/bin/python"))
    subprocess.run([python, "-m", "build", "--wheel", "--outdir", tmp_path, source], check=True, env=env, capture_output=True)
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == built.wheel.read_bytes()


def test_the_bundled_facts_are_those_of_the_checkout(built: Built) -> None:
    """The base in the wheel is the top-level file, byte for byte."""
    bundled = zipfile.ZipFile(built.wheel).read("kzfacts/facts.json")
    assert hashlib.sha256(bundled).hexdigest() == hashlib.sha256((built.source / "facts.json").read_bytes()).hexdigest()


def _pythons() -> Iterator[tuple[str, str | None]]:
    """Each supported version of Python and where it is, as far as it is found."""
    for minor in range(11, 15):
        version = f"3.{minor}"
        places = [
            sys.executable,
            shutil.which(f"python{version}"),
            *map(str, (Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python")),
        ]
        yield version, next((place for place in places if place and _version(place) == version), None)


def _version(python: str) -> str:
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=False).stdout.strip()


LINES = [
    ("ask", "how many chinese compagnies work in kazakhstan"),
    ("ask", "--json", "combien d'entreprises chinoises ?"),
    ("partner", "russia", "--lang", "fr"),
    ("figures", "--lang", "en"),
    ("compare", "russia", "china", "--json", "--lang", "en"),
    ("ask", "--help"),
    ("--complete", "--", "partner", "ru"),
]


@pytest.mark.parametrize(("version", "python"), [*_pythons()], ids=lambda value: value if value and value[0].isdigit() else "")
def test_the_wheel_works_everywhere(version: str, python: str | None, built: Built, tmp_path: Path) -> None:
    """Installed in a clean environment, the command answers from the compiled base and prints the same bytes as here."""
    if python is None:
        pytest.skip(f"Python {version} is not at hand")
    interpreter = _environment(tmp_path / "venv", python)
    subprocess.run([interpreter, "-m", "pip", "install", "--quiet", built.wheel], check=True, env=_bare(tmp_path))
    command = interpreter.with_name("kzfacts")
    settings = _bare(tmp_path) | {"KZFACTS_FACTS": str(built.source / "facts.json"), "KZFACTS_CACHE": str(built.wheel.parent / "cache")}
    for line in LINES:
        there = subprocess.run([command, *line], capture_output=True, cwd=tmp_path, env=_bare(tmp_path), check=False)
        here = subprocess.run([sys.executable, "-m", "kzfacts", *line], capture_output=True, env=settings, check=False)
        assert (there.returncode, there.stdout, there.stderr) == (0, here.stdout, b"")
    where = [str(interpreter), "-c", "import kzfacts; print(kzfacts.__file__); print(kzfacts.load().ask('inflation in 2022')['found'])"]
    path, found = subprocess.run(where, capture_output=True, text=True, cwd=tmp_path, env=_bare(tmp_path), check=True).stdout.split()
    assert Path(path).is_relative_to(tmp_path)
    assert found == "True"
    assert (tmp_path / "venv" / "share" / "man" / "man1" / "kzfacts.1").is_file()
