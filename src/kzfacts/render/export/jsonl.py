"""The facts as JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.records import dumped, fact_record

if TYPE_CHECKING:
    from kzfacts.facts.base import Base


def content(base: Base, language: str) -> bytes:
    """A fact a line, in the order of the report, with the keys of a result of ``ask --json`` but its score."""
    return "".join(dumped(fact_record(fact, base, language)) for fact in base.facts()).encode()
