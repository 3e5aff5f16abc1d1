"""Compile the fact base when a wheel is built, so that an installed kzfacts never has to."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledFacts(BuildHookInterface[Any]):
    """Puts facts.sqlite, the compiled form of facts.json, into the wheel; an editable install compiles on first use."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the compiled form below the build folder and name it to the builder."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from kzfacts.engine.library import EDITION, fill
        from kzfacts.facts.store import compiled_in_memory

        made = compiled_in_memory((root / "facts.json").read_bytes(), EDITION, fill)
        target = root / "build" / "facts.sqlite"
        target.parent.mkdir(exist_ok=True)
        target.unlink(missing_ok=True)
        with closing(sqlite3.connect(target)) as copy:
            made.backup(copy)
        build_data["force_include"][str(target)] = "kzfacts/facts.sqlite"
