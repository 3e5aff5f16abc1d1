"""HTML that cannot be broken out of: every text is escaped unless it was made here."""

from __future__ import annotations

from html import escape

from kzfacts.render.document import clean


class Markup(str):
    """HTML as it stands; only `element` and `joined` make it from texts."""

    __slots__ = ()


def element(name: str, *children: str, **attributes: str | int | bool | None) -> Markup:
    """An element with *children*, texts escaped; attributes without a value or with none are short or left out.

    An underscore in an attribute's name stands for a hyphen, one at its end for nothing: ``class_``, ``data_from``.
    """
    rest = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{rest}>")
    return Markup(f"<{name}{rest}>{joined(*children)}</{name}>")


VOID = frozenset({"br", "input", "link", "meta"})
"""Elements that have no content and no end."""


def _attribute(name: str, value: str | int | bool | None) -> str:  # noqa: FBT001 - the value of an attribute
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(clean(str(value)))}"'


def joined(*parts: str) -> Markup:
    """*parts* one after the other, texts escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(clean(part)) for part in parts))
