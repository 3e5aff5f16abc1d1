"""``kzfacts completion``: the scripts that complete its command line."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kzfacts.cli.streams import Reply


class Shell(StrEnum):
    """A shell that a script is there for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


SCRIPTS = {Shell.BASH: "kzfacts.bash", Shell.ZSH: "_kzfacts", Shell.FISH: "kzfacts.fish", Shell.POWERSHELL: "kzfacts.ps1"}
"""Shell -> the file in the folder ``completions`` of the package."""


def command(shell: Annotated[Shell, typer.Argument(help="The shell.", show_default=False)]) -> Reply:
    """The script that completes kzfacts in a shell; kzfacts help completion says where to put it."""
    from importlib.resources import files

    return Reply((files("kzfacts") / "completions" / SCRIPTS[shell]).read_text(encoding="utf-8"))
