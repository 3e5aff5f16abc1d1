"""A fact base from its bytes, held against the schema and against itself.

A base can come from anywhere, so every way in which it can be wrong ends in one line that names the place.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NoReturn

import fastjsonschema

from kzfacts.errors import BadFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

HINT = "kzfacts schema facts prints what a fact base must look like"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a fact base."""
    loaded: dict[str, Any] = json.loads((files(__package__) / "schema.json").read_text(encoding="utf-8"))
    return loaded


def decoded(content: bytes) -> dict[str, Any]:
    """The fact base in *content*; `BadFacts` where it is no JSON, breaks the schema or contradicts itself."""
    try:
        base = json.loads(content.decode("utf-8-sig"), parse_constant=_refused)
    except UnicodeDecodeError as error:
        raise BadFacts(f"the fact base is not UTF-8: byte {error.start} cannot be read", HINT) from None
    except json.JSONDecodeError as error:
        raise BadFacts(f"the fact base is not JSON: {error.msg} in line {error.lineno}, column {error.colno}", HINT) from None
    except (RecursionError, ValueError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else "a number in it is too long"
        raise BadFacts(f"the fact base cannot be read: {reason}", HINT) from None
    _hold_against_schema(base)
    for problem in problems(base):
        raise BadFacts(f"the fact base contradicts itself: {problem}", HINT)
    return dict(base)


def _refused(constant: str) -> NoReturn:
    raise json.JSONDecodeError(f"{constant} is no JSON number", constant, 0)


@cache
def _rules() -> Callable[[Any], Any]:
    rules = schema()
    del rules["$schema"]  # the library knows drafts by their address and takes draft 7 rules, which say the same of all that is used here
    compiled: Callable[[Any], Any] = fastjsonschema.compile(rules)
    return compiled


def _hold_against_schema(base: Any) -> None:
    try:
        _rules()(base)
    except fastjsonschema.JsonSchemaValueException as error:
        place = "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in map(str, error.path[1:])).lstrip(".")
        rule = error.message.removeprefix(error.name or "").strip()
        raise BadFacts(f"the fact base is not valid at {place or 'the top'}: {printable(rule)}", HINT) from None


def printable(text: str, most: int = 200) -> str:
    """*text* fit for one line of a message: without control characters, cut at *most* characters."""
    clean = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return clean if len(clean) <= most else clean[: most - 1] + "…"


def problems(base: dict[str, Any]) -> Iterator[str]:
    """What a schema cannot say and *base* breaks: names used twice, references to nothing, wrong places."""
    known = {
        "section": {section["id"] for section in base["sections"]},
        "topic": {topic["key"] for topic in base["topics"]},
        "voice": {voice["key"] for voice in base["voices"]},
        "partner": {partner["key"] for partner in base["partners"]},
        "footnote": {note["number"] for note in base["footnotes"]},
        "fact": {fact["id"] for fact in base["facts"]},
    }
    for kind, field in (("sections", "id"), ("topics", "key"), ("voices", "key"), ("partners", "key"), ("names", "key")):
        yield from _twice(kind, (record[field] for record in base[kind]))
    yield from _twice("footnotes", (note["number"] for note in base["footnotes"]))
    yield from _twice("facts and gaps", (record["id"] for record in (*base["facts"], *base["gaps"])))
    for record, kind, names in _references(base):
        for name in names:
            if name not in known[kind]:
                yield f"{record} names the {kind} {name}, which is not in the base"


def _twice(kind: str, names: Iterable[Any]) -> Iterator[str]:
    seen = set()
    for name in names:
        if name in seen:
            yield f"{kind} holds {name} twice"
        seen.add(name)


def _references(base: dict[str, Any]) -> Iterator[tuple[str, str, list[Any]]]:
    """(who refers, to what kind of thing, by which names)."""
    for fact in base["facts"]:
        yield f"fact {fact['id']}", "section", [fact["section"]]
        yield f"fact {fact['id']}", "topic", fact["topics"]
        yield f"fact {fact['id']}", "voice", [fact["attribution"]]
        yield f"fact {fact['id']}", "partner", fact["partners"]
        yield f"fact {fact['id']}", "footnote", fact["footnotes"] + [note for note in [fact["note"]] if note]
        yield f"fact {fact['id']}", "fact", fact["related"] + fact["disagrees"]
    for gap in base["gaps"]:
        yield f"gap {gap['id']}", "fact", gap["near"]
        yield f"gap {gap['id']}", "partner", gap["partners"]
    for partner in base["partners"]:
        yield f"partner {partner['key']}", "fact", partner["figures"]
    for name in base["names"]:
        yield f"name {name['key']}", "partner", [partner for partner in [name["partner"]] if partner]
    for paragraph in base["paragraphs"]:
        yield f"paragraph {paragraph['number']}", "section", [paragraph["section"]]


def canonical(base: dict[str, Any]) -> str:
    """*base* as its file must hold it: fixed indent, real letters, one final newline, the version of its content."""
    rest = {name: value for name, value in base.items() if name != "data_version"}
    dense = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    version = hashlib.sha256(dense.encode()).hexdigest()[:12]
    return json.dumps(base | {"data_version": version}, ensure_ascii=False, indent=1) + "\n"
