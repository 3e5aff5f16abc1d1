"""What a document is known by."""

from __future__ import annotations

import pytest

from kzfacts.engine.signature import signature


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("red apples", "apples red", True),
        ("red red apples", "red apples", True),
        ("red", "red apples", False),
        ("=zenda apples", "apples =zenda", True),
        ("=zenda =home apples", "=home =zenda apples", False),
        ("=zenda =home =zenda apples", "=zenda =home apples", True),
        ("red apples", "redapples", False),
        ("", "", True),
    ],
)
def test_a_signature_is_of_the_symbols(one: str, other: str, *, same: bool) -> None:
    """Neither their order nor their number counts, but for the order where two are names."""
    assert (signature(one.split()) == signature(other.split())) == same


def test_half_a_character_has_a_signature() -> None:
    """What no file can hold may still be asked."""
    assert signature(["\ud800"]) != signature([])
