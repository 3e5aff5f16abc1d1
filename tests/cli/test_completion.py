"""Completion: what Tab offers, in which language, how fast, and in which shells."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from kzfacts.cli.app import COMMANDS
from tests.cli.command import COMMAND, SMALL, environment, run
from tests.conftest import MEASURED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SMALL_BASE = {"KZFACTS_FACTS": SMALL}


def offered(home: Path, words: Sequence[str | bytes], env: Mapping[str, str] | None = None) -> dict[str, str]:
    """Candidate -> description, for the *words* after the program's name."""
    run(home, ["list", "topics"], env=SMALL_BASE)  # compiles the base
    ended = run(home, ["--complete", "--", *words], env=SMALL_BASE | dict(env or {}))
    assert (ended.code, ended.err) == (0, "")
    return {row.partition("\t")[0]: row.partition("\t")[2] for row in ended.out.splitlines()}


PRESSES: list[tuple[Sequence[str | bytes], dict[str, str]]] = [
    (["par"], {"partner": "All about one country or organisation"}),
    (["--v"], {"--version": "Print the version."}),
    (["partner", ""], {"ruritania": "Ruritania"}),
    (["partner", "RUR"], {"ruritania": "Ruritania"}),
    (["partner", "ruritania", ""], {}),
    (["compare", "ruritania", ""], {}),
    (["ask", "--la"], {"--lang": "Language of the answer."}),
    (["ask", "--lang", ""], {"en": "English", "fr": "French"}),
    (["ask", "--lang", "f"], {"fr": "French"}),
    (["ask", "--lang=f"], {"--lang=fr": "French"}),
    (["ask", "--lang", "="], {"en": "English", "fr": "French"}),
    (["ask", "--lang", "=", "f"], {"fr": "French"}),
    (["ask", "--json", "--js"], {}),
    (["ask", "--json", "--fields", "id,un"], {"id,unit": ""}),
    (["ask", "--facts", ""], {":files": ""}),
    (["export", "-o", ""], {":files": ""}),
    (["ask", "--color", "a"], {"auto": "On a terminal", "always": "Also in a pipe"}),
    (["ask", "rur"], {}),
    (["list", "par"], {"partners": "Countries and organisations"}),
    (["list", "--lang", "fr", "par"], {"partners": "Pays et organisations"}),
    (["list", "facts", ""], {}),
    (["timeline", "--partner", ""], {"ruritania": "Ruritania"}),
    (["figures", "--topic", ""], {"trade": "Trade"}),
    (["show", "rur"], {"ruritania-apples": "About 1,200 in 2024", "ruritania-pears": "Rassendyll"}),
    (["show", "note", ""], {"1": "Counted at the border."}),
    (["show", "section", ""], {"A": "Trade"}),
    (["show", "p"], {"p1": "Trade", "p2": "Trade"}),
    (["cite", "--format", "ris"], {"ris": ""}),
    (["cite", "harv"], {"harvest-start": "In September 2024"}),
    (["schema", "as"], {"ask": "Ask a question"}),
    (["help", "exi"], {"exit-codes": ""}),
    (["completion", "z"], {"zsh": ""}),
    (["nope", ""], {}),
    (["partner", '""'], {"ruritania": "Ruritania"}),
    (["partner", b"\xff\x1b"], {}),
]


@pytest.mark.parametrize(("words", "expected"), PRESSES, ids=[str(words) for words, _ in PRESSES])
def test_what_tab_offers(words: Sequence[str | bytes], expected: dict[str, str], home: Path) -> None:
    """A press offers what may stand there, with what it means."""
    assert offered(home, words) == expected


def test_all_commands_are_offered(home: Path) -> None:
    """An empty line offers every command, options where a dash is typed too."""
    assert offered(home, [""]) == COMMANDS
    assert offered(home, []) == COMMANDS
    assert {"--help", "--version"} == {*offered(home, ["-"])}


def test_descriptions_are_in_the_users_language(home: Path) -> None:
    """Commands, options, partners and facts are described in French where that is asked for or spoken."""
    for env in ({"LANG": "fr_FR.UTF-8"}, {"KZFACTS_LANG": "fr"}, {"LANGUAGE": "fr"}):
        assert offered(home, ["par"], env) == {"partner": "Tout sur un pays ou une organisation"}
        assert offered(home, ["partner", ""], env) == {"ruritania": "Ruritanie"}
        assert offered(home, ["ask", "--la"], env) == {"--lang": "Langue de la réponse."}
    assert offered(home, ["partner", "--lang", "fr", ""]) == {"ruritania": "Ruritanie"}


def test_a_press_never_compiles(home: Path, tmp_path: Path) -> None:
    """Without a compiled base, or with a broken one, Tab still offers commands and options, at once and silently."""
    for facts in (str(tmp_path), "/nowhere", SMALL):
        env = {"KZFACTS_FACTS": facts, "KZFACTS_CACHE": ""}
        assert offered(home, ["partner", ""], env) == {}
        assert offered(home, ["par"], env)


@pytest.mark.skipif(MEASURED, reason="measuring loads modules")
def test_a_press_loads_little() -> None:
    """Completion leaves typer and every other heavy module alone."""
    code = "import sys; from kzfacts.cli import main; main(['--complete', '--', 'show', '']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    heavy = {"typer", "rich", "rapidfuzz", "Stemmer", "fastjsonschema", "importlib.metadata", "inspect"}
    assert not heavy & {*done.stderr.split()}


@pytest.mark.skipif(MEASURED, reason="measuring takes time")
def test_a_press_is_fast(home: Path) -> None:
    """A press on the bundled base costs less than 100 ms of the processor: it waits for nothing, and tests share the machine."""
    resource = pytest.importorskip("resource")
    settings = environment(home)
    subprocess.run([COMMAND, "list", "topics"], env=settings, capture_output=True, check=True)

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return float(used.ru_utime + used.ru_stime)

    costs = []
    for _ in range(9):
        start = spent()
        subprocess.run([COMMAND, "--complete", "--", "show", ""], env=settings, capture_output=True, check=True)
        costs.append(spent() - start)
    assert statistics.median(costs) < 0.1


@pytest.mark.parametrize(
    ("shell", "name"), [("bash", "kzfacts.bash"), ("zsh", "_kzfacts"), ("fish", "kzfacts.fish"), ("powershell", "kzfacts.ps1")]
)
def test_scripts_are_printed(shell: str, name: str, home: Path) -> None:
    """The printed script is the one that the package ships."""
    assert run(home, ["completion", shell]).out == (files("kzfacts") / "completions" / name).read_text(encoding="utf-8")


BASH = """
eval "$(kzfacts completion bash)"
press() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kzfacts 2>/dev/null; printf '%s|' "${COMPREPLY[@]}"; echo; }
COMP_TYPE=9
press kzfacts par
press kzfacts show ruritania-
press kzfacts ask --lang = f
press kzfacts nope x
COMP_TYPE=63
press kzfacts show ruritania-
"""

ZSH = """
eval "$(kzfacts completion zsh)" 2>/dev/null
_describe() { print -l -- "${(@P)5}" }
_files() { print files }
press() { words=("$@"); CURRENT=$#; _kzfacts }
press kzfacts show ruritania-
press kzfacts ask --lang=f
press kzfacts ask --facts ''
"""

FISH = """
kzfacts completion fish | source
complete -C 'kzfacts show ruritania-'
complete -C 'kzfacts ask --lang='
"""

SHELLS: dict[str, tuple[str, str]] = {
    "bash": (
        BASH,
        "partner|\nruritania-apples|ruritania-pears|\nfr|\n|\nruritania-apples  About 1,200 in 2024|ruritania-pears   Rassendyll|\n",
    ),
    "zsh": (ZSH, "ruritania-apples:About 1,200 in 2024\nruritania-pears:Rassendyll\n--lang=fr:French\nfiles\n"),
    "fish": (FISH, "ruritania-apples\tAbout 1,200 in 2024\nruritania-pears\tRassendyll\n--lang=en\tEnglish\n--lang=fr\tFrench\n"),
}


@pytest.mark.parametrize("shell", SHELLS)
def test_shells(shell: str, home: Path) -> None:
    """The scripts do in their shells what Tab should."""
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    script, expected = SHELLS[shell]
    run(home, ["list", "topics"], env=SMALL_BASE)
    settings = environment(
        home, SMALL_BASE | {"PATH": f"{COMMAND.parent}:{environment(home)['PATH']}", "TERM": "dumb", "XDG_CONFIG_HOME": str(home)}
    )
    quiet = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [path, *quiet, "-c", script], capture_output=True, text=True, encoding="utf-8", env=settings, timeout=60, check=False
    )
    assert done.stdout == expected, done.stderr
