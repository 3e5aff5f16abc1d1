"""A fact base from anywhere is read or refused in one line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.errors import BadFacts
from kzfacts.facts.check import canonical, decoded

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[[dict[str, Any]], object]


def test_a_valid_base_is_read(small: dict[str, Any]) -> None:
    """A base that keeps the rules comes out as it is."""
    assert decoded(json.dumps(small).encode()) == small


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[]", "must be object"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"schema_version": NaN}', "NaN"),
        (b'{"schema_version": ' + b"9" * 5000 + b"}", "too long"),
        (b"null", "must be object"),
    ],
)
def test_what_is_no_base_is_refused(content: bytes, said: str) -> None:
    """Bytes that are no fact base end in one line that says why."""
    with pytest.raises(BadFacts, match=said) as caught:
        decoded(content)
    assert "\n" not in caught.value.message


EDITS: list[tuple[str, Edit, str]] = [
    ("a missing part", lambda base: base.pop("facts"), "facts"),
    ("an unknown part", lambda base: base.update(extra=1), "extra"),
    ("a fact without an answer", lambda base: base["facts"][0].pop("answer"), r"facts\[0\]"),
    ("a wrong type", lambda base: base["facts"][1].update(value="many"), r"facts\[1\]\.value"),
    ("an escape code", lambda base: base["facts"][0]["answer"].update(en="\x1b[31mred"), r"facts\[0\]\.answer\.en"),
    ("a path for an id", lambda base: base["facts"][0].update(id="../../etc/passwd"), r"facts\[0\]\.id"),
    ("an enormous number", lambda base: base["facts"][0].update(value=1e300), r"facts\[0\]\.value"),
    ("a date that is none", lambda base: base["facts"][0].update(date="yesterday"), r"facts\[0\]\.date"),
    ("an id used twice", lambda base: base["facts"][1].update(id="ruritania-apples"), "ruritania-apples twice"),
    ("a gap with a fact's id", lambda base: base["gaps"][0].update(id="harvest-start"), "harvest-start twice"),
    ("an unknown topic", lambda base: base["facts"][0].update(topics=["war"]), "topic war"),
    ("an unknown partner", lambda base: base["facts"][0].update(partners=["narnia"]), "partner narnia"),
    ("an unknown footnote", lambda base: base["facts"][0].update(footnotes=[9]), "footnote 9"),
    ("an unknown related fact", lambda base: base["facts"][0].update(related=["nothing"]), "fact nothing"),
    ("an unknown voice", lambda base: base["facts"][0].update(attribution="me"), "voice me"),
    ("an unknown section", lambda base: base["facts"][0].update(section="B"), "section B"),
    ("two partners of one key", lambda base: base["partners"].append(base["partners"][0]), "ruritania twice"),
]


@pytest.mark.parametrize(("edit", "said"), [(edit, said) for _, edit, said in EDITS], ids=[name for name, _, _ in EDITS])
def test_a_broken_base_is_refused_by_place(small: dict[str, Any], edit: Edit, said: str) -> None:
    """A base that breaks a rule ends in one line that names the place."""
    edit(small)
    with pytest.raises(BadFacts, match=said) as caught:
        decoded(json.dumps(small).encode())
    assert "\n" not in caught.value.message
    assert "\x1b" not in caught.value.message


def test_the_version_changes_with_the_content(small: dict[str, Any]) -> None:
    """Another statement is another version, the same content the same one, however it is laid out."""
    first = json.loads(canonical(small))["data_version"]
    assert json.loads(canonical(dict(reversed(small.items()))))["data_version"] == first
    small["facts"][0]["statement"]["en"] += " So they say."
    assert json.loads(canonical(small))["data_version"] != first
