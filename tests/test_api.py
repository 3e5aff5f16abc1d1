"""kzfacts from Python gives what the command prints with --json."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import kzfacts
from kzfacts.errors import BadFacts
from tests.cli.command import SMALL, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def library() -> kzfacts.Library:
    """The bundled base."""
    return kzfacts.load()


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of the runs."""
    return tmp_path_factory.getbasetemp()


@pytest.mark.parametrize("language", [None, "en", "fr"])
@pytest.mark.parametrize(
    "question", ["inflation in 2022", "combien d'entreprises chinoises ?", "сколько тракторов", "who won in narnia", ""]
)
def test_asking(question: str, language: str | None, library: kzfacts.Library, home: Path) -> None:
    """`ask` returns the reply of ``kzfacts ask --json``, in the language asked for or the question's."""
    words = ["--lang", language] if language else []
    assert library.ask(question, language) == run(home, ["ask", question, "--json", *words]).json


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["russia", "Chine", "narnia"])
def test_partners(name: str, language: str, library: kzfacts.Library, home: Path) -> None:
    """`partner` returns the reply of ``kzfacts partner --json``."""
    assert library.partner(name, language) == run(home, ["partner", name, "--json", "--lang", language]).json


@pytest.mark.parametrize("reference", ["inflation-2022", "note 61", "E.1.b", "p51", "diplomacy", "narnia"])
def test_showing(reference: str, library: kzfacts.Library, home: Path) -> None:
    """`show` returns the reply of ``kzfacts show --json``."""
    assert library.show(reference) == run(home, ["show", reference, "--json", "--lang", "en"]).json


def test_facts(library: kzfacts.Library, home: Path) -> None:
    """`facts` returns what ``kzfacts list facts --json`` lists, and the version is that of the replies."""
    listed = run(home, ["list", "facts", "--json", "--lang", "fr"]).json
    assert library.facts("fr") == listed["facts"]
    assert library.data_version == listed["data_version"]


def test_other_bases() -> None:
    """`load` opens another base, and says what is wrong with one that cannot be read."""
    assert kzfacts.load(SMALL).partner("ruritania")["found"]
    with pytest.raises(BadFacts, match="cannot read"):
        kzfacts.load("/nowhere")


def test_another_language_is_refused(library: kzfacts.Library) -> None:
    """A language that answers do not come in is a `ValueError`, not an answer in another."""
    for call in (lambda: library.ask("x", "de"), lambda: library.partner("russia", "de"), lambda: library.facts("ru")):
        with pytest.raises(ValueError, match="answers come in en and fr"):
            call()


def test_importing_costs_nothing() -> None:
    """`import kzfacts` loads nothing of the engine until something is asked; an unknown name is still an error."""
    code = "import sys, kzfacts; print(*[name for name in sys.modules if name.startswith('kzfacts')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["kzfacts"]
    with pytest.raises(AttributeError, match="nonsense"):
        kzfacts.nonsense  # noqa: B018 - the name is asked for, that is the test
