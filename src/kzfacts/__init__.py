"""Ask what a French Senate report says of Kazakhstan's foreign policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kzfacts.api import Library, load

__version__ = "0.1.0"

__all__ = ["Library", "__version__", "load"]


def __getattr__(name: str) -> Any:
    """The functions of `kzfacts.api`, loaded when they are first used, since the command line needs none of them."""
    if name in ("Library", "load"):
        from kzfacts import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
