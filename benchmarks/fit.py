"""Fit the weights by which engine/decide.py turns evidence into the probability of an answer.

python -m benchmarks.fit prints them, fitted on the tuning questions; --write puts them into engine/decide.py. A logistic
regression by Newton's method with a small L2 penalty on standardised figures; what `bars` decides is left out.
"""

from __future__ import annotations

import re
import sys
from math import exp, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

import kzfacts.engine.decide as decision
from benchmarks.scoring import questions
from kzfacts.engine.ask import ask, languages_of
from kzfacts.engine.evidence import Evidence
from kzfacts.engine.library import open_library

if TYPE_CHECKING:
    from collections.abc import Sequence

PENALTY = 10.0
"""The L2 penalty on a standardised weight."""

STEPS = 25
"""Newton steps; ten suffice."""

GIVEN = frozenset({*decision.BARS, "lag", "same"})
"""Figures whose weight is not fitted: those that bar an answer, and that of a stored question."""

SOFT = [name for name in Evidence._fields if name not in GIVEN]


def samples() -> tuple[list[list[float]], list[bool]]:
    """The evidence for the best fact of each tuning question, and whether it stands where the answer stands."""
    base = open_library()
    languages = languages_of(base)
    rows, right = [], []
    for question in questions("tune"):
        answer = ask(question["q"], base, languages)
        evidence = answer.verdict.evidence
        if evidence is None or evidence.same or decision.bars(evidence):
            continue
        best = decision.favourite([match for match in answer.matches if match.position < base.size], answer.reading)
        rows.append([getattr(evidence, name) for name in SOFT])
        right.append(base.fact_at(best.position).paragraph in question["para"])
    return rows, right


def fitted(rows: list[list[float]], right: Sequence[bool]) -> tuple[float, list[float]]:
    """The constant and the weights that make *right* likeliest given *rows*."""
    count, width = len(rows), len(rows[0])
    spread = [sqrt(sum(row[k] ** 2 for row in rows) / count - (sum(row[k] for row in rows) / count) ** 2) or 1.0 for k in range(width)]
    scaled = [[1.0, *(row[k] / spread[k] for k in range(width))] for row in rows]
    weights = [0.0] * (width + 1)
    for _ in range(STEPS):
        chance = [1 / (1 + exp(-sum(w * x for w, x in zip(weights, row, strict=True)))) for row in scaled]
        ridge = [0.0, *[PENALTY] * width]
        slope = [
            sum((y - p) * row[k] for y, p, row in zip(right, chance, scaled, strict=True)) - ridge[k] * weights[k] for k in range(width + 1)
        ]
        bend = [
            [
                sum(p * (1 - p) * row[i] * row[j] for p, row in zip(chance, scaled, strict=True)) + (ridge[i] if i == j else 0)
                for j in range(width + 1)
            ]
            for i in range(width + 1)
        ]
        weights = [w + step for w, step in zip(weights, solved(bend, slope), strict=True)]
    return weights[0], [weights[k + 1] / spread[k] for k in range(width)]


def solved(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination with pivots."""
    rows = [[*line, value] for line, value in zip(matrix, vector, strict=True)]
    size = len(rows)
    for k in range(size):
        pivot = max(range(k, size), key=lambda i: abs(rows[i][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for i in range(size):
            if i != k:
                factor = rows[i][k] / rows[k][k]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k], strict=True)]
    return [rows[k][size] / rows[k][k] for k in range(size)]


def main() -> int:
    """Print the weights, or write them where the engine reads them."""
    constant, weights = fitted(*samples())
    found = dict(zip(SOFT, weights, strict=True))
    print(f"CONSTANT = {constant:.1f}", *(f"{name}={weight:.1f}" for name, weight in found.items()), sep="\n")
    if "--write" in sys.argv:
        path = Path(decision.__file__)
        text = re.sub(r"^CONSTANT = .*$", f"CONSTANT = {constant:.1f}", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for name, weight in found.items():
            text = re.sub(rf"^    {name}=[-\d.]+,$", f"    {name}={weight:.1f},", text, count=1, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
