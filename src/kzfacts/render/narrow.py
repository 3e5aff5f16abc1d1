"""JSON replies cut down to the fields that somebody wants of each fact."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from kzfacts.errors import BadRequest
from kzfacts.render.records import dumped
from kzfacts.render.schemas import REPLIES, schema

ENVELOPE = ("schema_version", "data_version", "command", "language", "found")
"""Keys that every reply keeps."""


class Cut(NamedTuple):
    """The *fields* to keep, in their order, of the objects in *arrays* of a reply; of the reply itself where there are none."""

    fields: tuple[str, ...]
    arrays: tuple[str, ...]


def cut(command: str, kind: str | None, wish: str) -> Cut:
    """What ``--fields`` with *wish* (``id,value``) means for *command*; `BadRequest` with the valid fields for another.

    A *kind* is the one array of the reply where the command line chooses it.
    """
    valid = valid_fields(command, kind)
    wanted = tuple(name for part in wish.split(",") if (name := part.strip()))
    for name in wanted or ("",):
        if name not in valid:
            raise BadRequest(f"no such field: {name[:80] or '(none)'}", f"the fields are {', '.join(valid)}")
    return Cut(wanted, tuple(_arrays(schema(command), kind)))


def valid_fields(command: str, kind: str | None = None) -> list[str]:
    """The names that ``--fields`` takes for *command*, in the order of its schema; none where it has no reply."""
    if command not in REPLIES:
        return []
    rules = schema(command)
    parts = [rules["$defs"][name]["properties"] for name in _arrays(rules, kind).values()] or [rules["properties"]]
    return list(dict.fromkeys(name for part in parts for name in part if part is not rules["properties"] or name not in ENVELOPE))


def _arrays(rules: dict[str, Any], kind: str | None) -> dict[str, str]:
    """The arrays of a reply that hold facts or claims, else those that hold other things, each with its definition's name."""
    arrays = {
        key: part["items"]["$ref"].rpartition("/")[2]
        for key, part in rules["properties"].items()
        if part.get("type") == "array" and "$ref" in part["items"]
    }
    if kind:
        return {str(kind): arrays[kind]}
    return {key: name for key, name in arrays.items() if name in ("fact", "hit", "claim")} or arrays


def narrowed(text: str, wish: Cut) -> str:
    """The reply in *text* with only what *wish* keeps."""
    if not text:
        return text
    reply: dict[str, Any] = json.loads(text)
    if not wish.arrays:
        return dumped({name: reply[name] for name in (*ENVELOPE, *wish.fields) if name in reply})
    for key in wish.arrays:
        if key in reply:
            reply[key] = [{name: entry[name] for name in wish.fields if name in entry} for entry in reply[key]]
    return dumped(reply)
