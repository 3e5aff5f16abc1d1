"""The published JSON Schemas (draft 2020-12) of the replies, each complete in itself."""

from __future__ import annotations

import json
import re
from typing import Any

REPLIES = ("ask", "partner", "show", "list", "timeline", "figures", "compare", "cite", "verify", "error")
"""The replies that have a schema, in the order to list them."""

FACTS = "facts"
"""The schema of a fact base."""


def schema(name: str) -> dict[str, Any]:
    """The schema *name*, one of `REPLIES` or `FACTS`, with the definitions that it uses."""
    if name == FACTS:
        from kzfacts.facts.check import schema as base_schema

        return base_schema()
    loaded = _read(name)
    definitions = _read("definitions")
    return loaded | {"$defs": {key: definitions[key] for key in definitions if key in _used(loaded, definitions)}}


def _read(name: str) -> dict[str, Any]:
    from importlib.resources import files  # 5 ms that only this needs

    loaded: dict[str, Any] = json.loads((files("kzfacts") / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def _used(part: Any, definitions: dict[str, Any]) -> set[str]:
    """The names of the definitions that *part* uses, directly or not."""
    used: set[str] = set()
    waiting = [part]
    while waiting:
        for key in re.findall(r'"#/\$defs/([a-z-]+)"', json.dumps(waiting.pop())):
            if key not in used:
                used.add(key)
                waiting.append(definitions[key])
    return used
