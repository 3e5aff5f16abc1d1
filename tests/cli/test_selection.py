"""A misspelt partner is answered, and never in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run


@pytest.mark.parametrize(
    "arguments",
    [("partner", "chna"), ("timeline", "--partner", "chna"), ("figures", "--partner", "chna"), ("compare", "chna", "Turkey")],
    ids=lambda arguments: arguments[0],
)
def test_a_misspelt_partner_is_named(kzfacts: Callable[..., Run], arguments: tuple[str, ...]) -> None:
    """What the name was read as is said beside the answer."""
    run = kzfacts(*arguments)
    assert run.code == 0
    assert "“chna” is read as China" in run.err


@pytest.mark.parametrize("arguments", [("partner", "China"), ("timeline", "--partner", "Pékin"), ("compare", "Beijing", "Ankara")])
def test_a_known_name_needs_no_remark(kzfacts: Callable[..., Run], arguments: tuple[str, ...]) -> None:
    """A name that the base knows, in any language, is no slip."""
    assert "read as" not in kzfacts(*arguments).err
