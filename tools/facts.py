"""Check or format the fact base.

python tools/facts.py check   valid, without contradictions, in canonical form with the version of its content
python tools/facts.py format  write it in canonical form
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kzfacts.errors import BadFacts
from kzfacts.facts.check import canonical, decoded

FACTS = Path(__file__).resolve().parent.parent / "facts.json"


def main(action: str) -> int:
    """Check or format the base; 1 where it is not as it must be."""
    text = FACTS.read_text(encoding="utf-8")
    if action == "format":
        FACTS.write_text(canonical(json.loads(text)), encoding="utf-8")
        return 0
    try:
        base = decoded(text.encode())
    except BadFacts as error:
        print(f"facts.json: {error.message}", file=sys.stderr)
        return 1
    if text != canonical(base):
        print("facts.json is not in canonical form: run python tools/facts.py format", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["check"], ["format"]):
        raise SystemExit(__doc__)
    raise SystemExit(main(sys.argv[1]))
