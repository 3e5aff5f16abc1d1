"""Bars in proportion, drawn with the eighths of a block."""

from __future__ import annotations

EIGHTHS = " ▏▎▍▌▋▊▉"
"""The parts of a full block, by how many eighths they fill."""

FULL = "█"
REACH = "░"
"""What fills the part of a bar between the two ends of a span."""


def bar(solid: float, reach: float, columns: int) -> str:
    """A bar *columns* wide at most: solid up to the share *solid*, light up to *reach*, both from 0 to 1.

    A share above 0 is never invisible: it fills an eighth of a block at least.
    """
    eighths = max(round(solid * columns * 8), 1) if solid > 0 else 0
    drawn = FULL * (eighths // 8) + EIGHTHS[eighths % 8].strip()
    return drawn + REACH * (round(reach * columns) - len(drawn))
