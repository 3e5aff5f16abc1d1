"""Keep the compiler's edition true: a digest of everything that decides what a base is compiled to.

python tools/edition.py          say whether it is true
python tools/edition.py --write  make it true
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "kzfacts"
HOLDER = PACKAGE / "engine" / "library.py"
SOURCES = [
    *(
        PACKAGE / "engine" / f"{name}.py"
        for name in ("compile", "entries", "kinds", "lexicon", "library", "marks", "signature", "weights", "words")
    ),
    PACKAGE / "facts" / "base.py",
    PACKAGE / "facts" / "rows.py",
    *sorted((PACKAGE / "languages").iterdir()),
]
LINE = re.compile(r'^EDITION = "[0-9a-f]*"$', re.MULTILINE)


def edition() -> str:
    """The first 8 hexadecimal digits of the SHA-256 of the sources, the edition's own line left out."""
    digest = hashlib.sha256()
    for path in SOURCES:
        if path.is_file():
            digest.update(LINE.sub("", path.read_text(encoding="utf-8")).encode())
    return digest.hexdigest()[:8]


def main() -> int:
    """Check or write the edition; 1 where it is not true."""
    text = HOLDER.read_text(encoding="utf-8")
    line = f'EDITION = "{edition()}"'
    if line in text:
        return 0
    if "--write" in sys.argv:
        HOLDER.write_text(LINE.sub(line, text), encoding="utf-8")
        return 0
    print("the edition in engine/library.py is out of date: run python tools/edition.py --write", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
