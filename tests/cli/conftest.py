"""A home for the runs of the command, the same for all tests so that each base is compiled once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of the runs."""
    return tmp_path_factory.getbasetemp()
