"""Right answers, wrong ones, wrong refusals and false answers, by kind of question.

python -m benchmarks.questions [tune|report] prints a Markdown table, a line per kind; --misses names each miss.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.scoring import OUTCOMES, outcome, questions, share, tally
from kzfacts.engine.ask import ask, languages_of
from kzfacts.engine.library import open_library
from kzfacts.languages import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact


def engine(base: Base | None = None) -> Callable[[str], tuple[Fact | None, str]]:
    """The engine over *base*, or the bundled one, as a function from a question to its answer and the reply's language."""
    base = base or open_library()
    languages = languages_of(base)

    def answer(question: str) -> tuple[Fact | None, str]:
        found = ask(question, base, languages)
        language = found.reading.language if found.reading.language in WRITTEN else "en"
        return (found.hits[0].fact if found.hits else None), language or "en"

    return answer


def main() -> int:
    """Print the table of the part named on the command line (report for none)."""
    part = next((word for word in sys.argv[1:] if not word.startswith("-")), "report")
    asked, answer = questions(part), engine()
    if "--misses" in sys.argv:
        for question in asked:
            fact, language = answer(question["q"])
            said = outcome(question, fact, language)
            if said != "right":
                print(f"{said}: {question['q']} -> {fact.id if fact else 'refused'}; wanted {question['para']} {question.get('why', '')}")
    counts = tally(asked, answer)
    print("| kind | questions |", " | ".join(OUTCOMES), "|")
    print("| --- " * (2 + len(OUTCOMES)) + "|")
    for group in ("all", "answerable", "unanswerable", *sorted(counts.keys() - {"all", "answerable", "unanswerable"})):
        shares = " | ".join(f"{100 * share(counts[group], said):.1f} %" for said in OUTCOMES)
        print(f"| {group} | {counts[group].total()} | {shares} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
