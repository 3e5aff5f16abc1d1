"""Write the fingerprints of the report's paragraphs and footnotes into the fact base.

python tools/fingerprint.py REPORT          say which fingerprints of facts.json are missing or others
python tools/fingerprint.py REPORT --write  put them right, with the base in canonical form
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kzfacts.facts.check import canonical
from kzfacts.facts.store import read_report
from kzfacts.verify.fingerprint import fingerprinted
from kzfacts.verify.report import Outline, decoded, parsed

FACTS = Path(__file__).resolve().parent.parent / "facts.json"


def main(path: Path, *, write: bool) -> int:
    """Compare or write the fingerprints of the report at *path*; 1 where they differ and are not written."""
    base = json.loads(FACTS.read_text(encoding="utf-8"))
    plan = Outline(base["report"]["part"], tuple(note["number"] for note in base["footnotes"]))
    right = fingerprinted(base, parsed(decoded(read_report(path), str(path)), plan))
    if write:
        FACTS.write_text(canonical(right), encoding="utf-8")
        return 0
    for kind in ("paragraphs", "footnotes"):
        for there, wanted in zip(base[kind], right[kind], strict=True):
            if there != wanted:
                print(f"{kind} {wanted['number']}: {there.get('fingerprint', 'none')} should be {wanted['fingerprint']}", file=sys.stderr)
    return int(base != right)


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--write"]
    if len(arguments) != 1:
        raise SystemExit(__doc__)
    raise SystemExit(main(Path(arguments[0]), write="--write" in sys.argv))
