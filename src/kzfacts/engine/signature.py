"""What a document is known by, so that the question asked in its very words finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from kzfacts.engine.lexicon import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable


def signature(symbols: Iterable[str]) -> int:
    """The CRC-32 of the *symbols* of a document or a question, each counted once.

    Their order counts where two of them are names: who has invested in whom is told by nothing else. Two documents in
    four thousand million share one by chance, which costs a comparison and nothing else.
    """
    said = dict.fromkeys(symbols)
    ordered = said if sum(symbol.startswith(NAME) for symbol in said) > 1 else sorted(said)
    return crc32("\n".join(ordered).encode("utf-8", "surrogatepass"))
