"""A verification for a person and for a program: what is not found, the sums, and what they do not establish."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from kzfacts.render.document import BLANK, Document, Line, Table, line
from kzfacts.render.labels import label
from kzfacts.verify.claims import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzfacts.verify.claims import Claim
    from kzfacts.verify.verification import Verification


def verification_view(result: Verification, language: str) -> Document:
    """The edition if it is another, the misses, the sums, the sentences left out, and the limits."""
    misses = [claim for claim in result.claims if claim.status is Status.NOT_FOUND]
    rows: list[Line | Table] = [*_edition(result, language)]
    rows += _misses("not found there", [claim for claim in misses if result.elsewhere(claim)], language)
    rows += _misses("not found", [claim for claim in misses if not result.elsewhere(claim)], language)
    rows += [line((label("claims", language), "heading")), _sums(result, language), BLANK, *_left_out(result, language)]
    return [*rows, line((label("limits", language), "muted"))]


def _edition(result: Verification, language: str) -> Iterator[Line]:
    if result.edition.differing:
        yield line((label("other edition", language).format(places=", ".join(result.edition.differing)), "error"))
        yield BLANK
    if not result.edition.known:
        yield line((label("no fingerprints", language), "caveat"))
        yield BLANK


def _misses(heading: str, misses: Iterable[Claim], language: str) -> Iterator[Line | Table]:
    rows = tuple(_miss(claim, language) for claim in misses)
    if rows:
        yield line((label(heading, language), "error"))
        yield Table(rows, flow=1, styles=("key",))
        yield BLANK


def _miss(claim: Claim, language: str) -> tuple[str, ...]:
    """Who claims it, in which field and language; what sort of claim, what is said, where it was looked for."""
    field = f"{claim.field} ({claim.language})" if claim.language else claim.field
    return claim.owner, field, label(f"claim {claim.kind.value}", language), label("quoted", language).format(claim.said), claim.where or ""


def _sums(result: Verification, language: str) -> Table:
    rows = [("", *(label(f"status {status.value}", language) for status in Status))]
    for name, count in _counts(result.claims).items():
        rows.append((label(f"claim {name}", language), *(str(count[status]) for status in Status)))
    return Table(tuple(rows), right=frozenset({1, 2, 3}))


def _counts(claims: Iterable[Claim]) -> dict[str, Counter[Status]]:
    """Kind of claim -> how many came out how; in the end all of them."""
    counts: dict[str, Counter[Status]] = {name: Counter() for name in (*(kind.value for kind in Kind), "all")}
    for claim in claims:
        counts[claim.kind.value][claim.status] += 1
        counts["all"][claim.status] += 1
    return {name: count for name, count in counts.items() if count}


def _left_out(result: Verification, language: str) -> Iterator[Line | Table]:
    head = label("left out", language) + label("colon", language)
    yield line((head, "heading"), str(len(result.uncovered)))
    if result.uncovered:
        rows = ((f"{entry.place} ({entry.sentence})", ", ".join(entry.missing), _cut(entry.text)) for entry in result.uncovered)
        yield Table(tuple(rows), flow=1, styles=("key",))
    yield BLANK


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


SHOWN = 80
"""Characters of a sentence that tell it from the others."""


def verification_record(result: Verification, language: str) -> dict[str, Any]:
    """What ``verify --json`` says beside the keys of every reply."""
    counts = _counts(result.claims)
    edition = result.edition
    return {
        "found": result.holds,
        "edition": {"known": edition.known, "same": not edition.differing if edition.known else None, "differing": list(edition.differing)},
        "sums": {name: {status.value: count[status] for status in Status} for name, count in counts.items()},
        "claims": [_record(claim, other_edition=result.elsewhere(claim)) for claim in result.claims],
        "uncovered": [
            {"place": entry.place, "sentence": entry.sentence, "missing": list(entry.missing), "text": entry.text}
            for entry in result.uncovered
        ],
        "limits": label("limits", language),
    }


def _record(claim: Claim, *, other_edition: bool) -> dict[str, Any]:
    return {
        "id": claim.owner,
        "kind": claim.kind.value,
        "field": claim.field,
        "language": claim.language,
        "said": claim.said,
        "status": claim.status.value,
        "where": claim.where,
        "reason": claim.reason,
        "other_edition": other_edition,
    }
