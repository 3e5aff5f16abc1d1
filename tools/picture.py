"""Draw a real answer as the terminal shows it, for the README.

python tools/picture.py --write  renew docs/answer.svg; without it say whether it shows what is printed now
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from kzfacts.engine.ask import ask, languages_of
from kzfacts.engine.library import open_library
from kzfacts.render.fact import answer_view
from kzfacts.render.terminal import terminal

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "answer.svg"
QUESTION = "how many soliders did the csto send in janury 2022"
WIDTH = 92


def drawn() -> str:
    """The SVG of the answer to `QUESTION` in a terminal of `WIDTH` columns."""
    base = open_library()
    shown = terminal(answer_view(ask(QUESTION, base, languages_of(base)), base, "en"), WIDTH, colour=True)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text(f"$ kzfacts ask {QUESTION}"))
    console.print(Text.from_ansi(shown))
    return console.export_svg(title="kzfacts", unique_id="kzfacts")


def main() -> int:
    """Write the picture, or 1 where it is out of date."""
    if "--write" in sys.argv:
        PICTURE.write_text(drawn(), encoding="utf-8")
        return 0
    if PICTURE.read_text(encoding="utf-8") != drawn():
        print("docs/answer.svg is out of date: run python tools/picture.py --write", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
