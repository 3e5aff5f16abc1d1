"""Facts made by hand for tests."""

from __future__ import annotations

from typing import Any

from kzfacts.facts.model import Fact

PLAIN: dict[str, Any] = {
    "section": "A",
    "paragraph": 1,
    "note": None,
    "footnotes": (),
    "partners": ("ruritania",),
    "topics": ("trade",),
    "attribution": "report",
    "stance": "neutral",
    "value": None,
    "value_max": None,
    "unit": None,
    "qualifier": None,
    "measure": None,
    "scope": None,
    "date": None,
    "kinds": ("thing",),
    "answer": {"en": "Apples", "fr": "Des pommes"},
    "statement": {"en": "They sell apples.", "fr": "Ils vendent des pommes."},
}


def fact(name: str = "apples", **fields: Any) -> Fact:
    """A fact with the id *name*, plain but for *fields*; a *scope* may be its English text alone."""
    if isinstance(fields.get("scope"), str):
        fields["scope"] = {"en": fields["scope"], "fr": fields["scope"]}
    return Fact(id=name, **PLAIN | fields)


def sold(name: str, value: float, **fields: Any) -> Fact:
    """A figure of sales: in crowns, for 2024, all goods, unless *fields* say otherwise."""
    usual = {"measure": "sales", "unit": "crowns", "date": "2024", "scope": "all goods"}
    return fact(name, value=value, **usual | fields)
