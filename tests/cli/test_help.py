"""Help pages, the manual page, examples and their French."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from kzfacts.cli.app import COMMANDS, app
from kzfacts.cli.complete import SURFACE
from kzfacts.cli.examples import EXAMPLES, GROUPS
from kzfacts.cli.french import FRENCH
from kzfacts.cli.topics import TOPICS
from kzfacts.cli.usage import choices, first_paragraph
from tests.cli.command import COMMAND, environment, run

ROOT = Path(__file__).resolve().parent.parent.parent


def built() -> dict[str, Any]:
    """Command -> the command as typer has it."""
    program: Any = typer.main.get_command(app)
    context = typer.Context(program, info_name="kzfacts")
    return {name: program.get_command(context, name) for name in COMMANDS}


@pytest.mark.parametrize("tool", ["surface.py", "man.py"])
def test_what_is_made_from_the_commands_is_true(tool: str) -> None:
    """The manual page and what completion knows are those of the commands as they are."""
    if not (ROOT / "tools" / tool).is_file():
        pytest.skip("needs a checkout")
    subprocess.run([sys.executable, ROOT / "tools" / tool], check=True)


def test_the_manual_page_names_everything() -> None:
    """Every command, every option and every exit code stands in the manual page."""
    page = (ROOT / "man" / "kzfacts.1").read_text(encoding="utf-8").replace("\\-", "-")
    for name, command in built().items():
        assert f".B {name}" in page
        for entry in command.params:
            assert all(spelling in page for spelling in entry.opts if spelling.startswith("-"))
    assert all(f".B {code}\n" in page for code in (0, 1, 2, 3, 130))


def test_every_command_has_a_place_on_the_help_page(home: Path) -> None:
    """The help page lists every command, each in one group."""
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(set(grouped))
    assert {*COMMANDS} <= {*grouped}
    page = run(home, ["--help"]).out
    for name, text in COMMANDS.items():
        assert f"  {name.ljust(24)}{text}\n" in page


@pytest.mark.parametrize("name", COMMANDS)
def test_pages_explain_all_options(name: str, home: Path) -> None:
    """The page of a command explains each of its arguments and options and shows an example."""
    page = run(home, [name, "--help"]).out
    for entry in built()[name].params:
        assert entry.help, entry.name
        assert " ".join(entry.help.split()) in page
        assert all(spelling in page for spelling in entry.opts if spelling.startswith("-"))
    assert "\nExamples\n" in page
    assert len(EXAMPLES[name]) >= 1
    assert page == run(home, ["help", name]).out


@pytest.mark.parametrize("topic", TOPICS)
def test_topics(topic: str, home: Path) -> None:
    """Each topic has a page, which the list of topics names."""
    ended = run(home, ["help", topic])
    assert ended.code == 0
    assert ended.out.count("\n") > 5
    assert topic in run(home, ["--help"]).out


def test_everything_is_said_in_french() -> None:
    """Each phrase of the help pages and of completion is there in French."""
    phrases = {*GROUPS, *COMMANDS.values()}
    for command in built().values():
        phrases.add(first_paragraph(command.help))
        phrases |= {" ".join(entry.help.split()) for entry in command.params}
    surface = json.loads(SURFACE.read_text(encoding="utf-8"))
    for command in surface["commands"].values():
        values = [entry.get("values", {}) for entry in (*command["options"].values(), command["argument"])]
        phrases |= {texts["en"] for named in values for texts in named.values() if texts["en"]}
    assert sorted(phrases - {*FRENCH}) == []


RUNNABLE = [
    example for examples in EXAMPLES.values() for example in examples if not any(sign in example for sign in ("<", ">", "report.txt"))
]


@pytest.mark.parametrize("example", RUNNABLE)
def test_examples_work(example: str, home: Path, tmp_path: Path) -> None:
    """The examples of the help pages do what they promise."""
    if "eval" in example or ("jq" in example and not _has("jq")):
        pytest.skip("needs a shell of its own, or jq")
    settings = environment(home, {"PATH": f"{COMMAND.parent}:{environment(home)['PATH']}"})
    done = subprocess.run(["/bin/sh", "-c", example], capture_output=True, cwd=tmp_path, env=settings, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert b"error" not in done.stderr
    assert done.stdout or "--output" in example


def _has(program: str) -> bool:
    from shutil import which

    return which(program) is not None


def test_choices_are_what_enums_hold() -> None:
    """A parameter with fixed values shows them; shells and people see the same list."""
    assert choices(built()["list"].params[0]) == ["facts", "partners", "topics", "notes", "sections"]
    assert shlex.split(EXAMPLES["ask"][0])[:2] == ["kzfacts", "ask"]
