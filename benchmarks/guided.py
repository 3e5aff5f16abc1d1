"""Coverage-guided fuzzing with atheris, which is no dependency: install it to run this.

    python -m benchmarks.guided questions -max_total_time=600 [FOLDER]
    python -m benchmarks.guided bases | references | report …

Everything after the target's name is libFuzzer's: limits, a folder to keep what it has learnt, a file to try again.
"""

from __future__ import annotations

import importlib
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = Path(__file__).resolve().parent.parent / "tests" / "small.json"

MODULES = {
    "questions": "kzfacts.engine.ask",
    "references": "kzfacts.engine.references",
    "bases": "kzfacts.facts.check",
    "report": "kzfacts.verify.report",
}
"""What is tried -> the module whose branches guide it."""


def tried(target: str) -> Callable[[str], object]:
    """The function that is tried with a text, made after atheris has prepared the modules."""
    if target == "bases":
        check = importlib.import_module(MODULES[target])
        return lambda text: check.decoded(text.encode("utf-8", "surrogatepass"))
    ask, references, partners, report, base = map(
        importlib.import_module,
        ("kzfacts.engine.ask", "kzfacts.engine.references", "kzfacts.engine.partners", "kzfacts.verify.report", "kzfacts.facts.base"),
    )
    library, store = importlib.import_module("kzfacts.engine.library"), importlib.import_module("kzfacts.facts.store")
    opened: Any = base.Base(store.compiled_in_memory(SMALL.read_bytes(), "guided", library.fill))
    languages = ask.languages_of(opened)
    if target == "questions":
        return lambda text: ask.ask(text, opened, languages)
    if target == "report":
        return lambda text: report.parsed(text, report.outline(opened))
    return lambda text: (references.resolve if text[:1] < "n" else partners.find_partner)(text, opened, *([languages] * (text[:1] >= "n")))


def main() -> int:
    """Fuzz the target named first until libFuzzer's limits are reached."""
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        print("this needs atheris: pip install atheris", file=sys.stderr)
        return 2
    target = sys.argv.pop(1) if sys.argv[1:] else ""
    if target not in MODULES:
        print(f"one of {', '.join(MODULES)} is needed", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["kzfacts"]):
        errors = importlib.import_module("kzfacts.errors")
        function = tried(target)

    def once(data: bytes) -> None:
        text = data.decode("utf-8", "replace") if target == "bases" else atheris.FuzzedDataProvider(data).ConsumeUnicode(len(data))
        with suppress(errors.KzfactsError):
            function(text)

    atheris.Setup([*sys.argv, *([str(corpus())] if target == "bases" else [])], once)
    atheris.Fuzz()
    return 0


def corpus() -> Path:
    """A folder with the small base to start from."""
    folder = Path("build") / "corpus"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "small.json").write_text(json.dumps(json.loads(SMALL.read_text(encoding="utf-8"))), encoding="utf-8")
    return folder


if __name__ == "__main__":
    sys.exit(main())
