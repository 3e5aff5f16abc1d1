"""Which addresses of a base may become links."""

from __future__ import annotations

import re

WEB = re.compile(r"https?://[^\s<>\"'`\\{}|^]+", re.IGNORECASE)
"""A web address with nothing in it that could end an attribute or a Markdown link."""


def linkable(address: str | None) -> bool:
    """Whether *address* leads to the web and nowhere else: a ``javascript:`` address in a base stays text."""
    return bool(address and WEB.fullmatch(address))
