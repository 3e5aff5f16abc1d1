"""What a document is known by, so that the question asked in its very words finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable


def signature(symbols: Iterable[str]) -> int:
    """The CRC-32 of the *symbols* of a document or a question, whatever their order and number.

    Two documents in four thousand million share one by chance, which costs a comparison and nothing else.
    """
    return crc32("\n".join(sorted({*symbols})).encode("utf-8", "surrogatepass"))
