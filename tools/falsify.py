"""How much of what is false does verification catch? Falsify copies of the base and of the report, one thing at a time.

Run ``python tools/falsify.py REPORT``; it prints a table of caught and missed by kind, and with ``--missed`` each miss.
The seed is fixed, so that two runs of the same code on the same base print the same table.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kzfacts.engine.library import open_library
from kzfacts.errors import KzfactsError
from kzfacts.facts.store import read_report
from kzfacts.verify.check import Checker
from kzfacts.verify.claims import Status
from kzfacts.verify.fingerprint import edition
from kzfacts.verify.report import decoded, outline, parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact

SEED = 292
EACH = 1000
"""Falsifications of each kind."""


class Trial(NamedTuple):
    """One falsification: what was done, in words, and whether verification caught it."""

    what: str
    caught: bool


class Bench:
    """A base and a report to falsify."""

    def __init__(self, base: Base, text: str, seed: int = SEED) -> None:
        self.base, self.text, self.seed = base, text, seed
        self.chance = random.Random(seed)  # noqa: S311 - a benchmark wants the same numbers each time
        self.report = parsed(text, outline(base))
        self.checker = Checker(base, edition(self.report, base, "the report"))
        self.facts = list(base.facts())
        self.true = {fact.id: self._misses(fact) for fact in self.facts}
        self.sections = {row["number"]: row["section"] for row in base.part("paragraphs")}
        self.notes = {note.number: note.paragraph for note in base.footnotes()}
        spellings = {partner.key: dict(partner.name) for partner in base.partners.values()}
        spellings |= {name["key"]: {"en": name["en"], "fr": name["fr"]} for name in base.part("names")}
        self.spellings = {key: bare for key, some in spellings.items() if (bare := proper(some))}

    def _misses(self, fact: Fact) -> set[tuple[str, ...]]:
        claims = self.checker.fact(fact)
        return {(claim.kind, claim.field, claim.language or "", claim.said) for claim in claims if claim.status is Status.NOT_FOUND}

    def trial(self, what: str, fact: Fact) -> Trial:
        """Whether *fact*, a false copy, makes a claim that is not found and that the true one does not make."""
        return Trial(f"{fact.id}: {what}", bool(self._misses(fact) - self.true[fact.id]))

    def other_digit(self, text: str) -> str | None:
        """*text* with one digit changed, none where it has no digit."""
        places = [place for place, char in enumerate(text) if char in "0123456789"]
        if not places:
            return None
        place = self.chance.choice(places)
        digit = self.chance.choice([char for char in "0123456789" if char != text[place]])
        return text[:place] + digit + text[place + 1 :]


ARTICLE = re.compile(r"^(?:(?:the|les?|la) |l')")


def proper(spellings: dict[str, str]) -> dict[str, str] | None:
    """A name's spellings without articles and remarks in brackets; none for one that only describes."""
    bare = {language: ARTICLE.sub("", text.partition(" (")[0], count=1) for language, text in spellings.items()}
    return bare if all(text[:1].isupper() for text in bare.values()) else None


def digit_in(field: str) -> Callable[[Bench], Trial | None]:
    """A digit changed in *field* of a fact, in one language."""

    def falsify(bench: Bench) -> Trial | None:
        fact, language = bench.chance.choice(bench.facts), bench.chance.choice(("en", "fr"))
        text = getattr(fact, field)[language]
        false = bench.other_digit(text)
        if false is None:
            return None
        return bench.trial(f"{field} {language}: {false}", fact._replace(**{field: {**getattr(fact, field), language: false}}))

    return falsify


def value(bench: Bench) -> Trial | None:
    """A digit changed in the value, the upper value or the date of a fact."""
    fact, field = bench.chance.choice(bench.facts), bench.chance.choice(("value", "value", "value_max", "date"))
    true = getattr(fact, field)
    false = bench.other_digit(str(true)) if true is not None else None
    if false is None:
        return None
    return bench.trial(f"{field} {false}", fact._replace(**{field: false if field == "date" else float(false)}))


def moved(bench: Bench) -> Trial | None:
    """A fact filed under another paragraph."""
    fact = bench.chance.choice(bench.facts)
    to = bench.chance.choice([number for number in bench.sections if number != fact.paragraph])
    return bench.trial(f"to ¶{to}", fact._replace(paragraph=to))


def moved_well(bench: Bench) -> Trial | None:
    """The same for a fact of the body, with the section made to fit and the footnotes dropped."""
    fact = bench.chance.choice(bench.facts)
    if fact.paragraph is None or fact.note is not None:
        return None
    to = bench.chance.choice([number for number in bench.sections if number != fact.paragraph])
    return bench.trial(f"to ¶{to}", fact._replace(paragraph=to, section=bench.sections[to], footnotes=()))


def footnote(bench: Bench) -> Trial | None:
    """A footnote number swapped for another, in the list or in the place of the fact."""
    fact = bench.chance.choice(bench.facts)
    if not fact.footnotes:
        return None
    place = bench.chance.randrange(len(fact.footnotes))
    to = bench.chance.choice([number for number in bench.notes if number != fact.footnotes[place]])
    return bench.trial(f"note {fact.footnotes[place]} to {to}", _renoted(fact, place, to))


def footnote_near(bench: Bench) -> Trial | None:
    """The same for another note of the same paragraph."""
    fact = bench.chance.choice(bench.facts)
    near = [number for number, paragraph in bench.notes.items() if paragraph == fact.paragraph and number not in fact.footnotes]
    if not fact.footnotes or not near:
        return None
    place, to = bench.chance.randrange(len(fact.footnotes)), bench.chance.choice(near)
    return bench.trial(f"note {fact.footnotes[place]} to {to}", _renoted(fact, place, to))


def _renoted(fact: Fact, place: int, to: int) -> Fact:
    old = fact.footnotes[place]
    notes = (*fact.footnotes[:place], to, *fact.footnotes[place + 1 :])
    return fact._replace(footnotes=notes, note=to if fact.note == old else fact.note)


def name_in(languages: tuple[str, ...]) -> Callable[[Bench], Trial | None]:
    """A name replaced by another of the base, in one of *languages* or, where it stands in all of them, in each."""

    def falsify(bench: Bench) -> Trial | None:
        fact, field = bench.chance.choice(bench.facts), bench.chance.choice(("answer", "statement"))
        text = dict(getattr(fact, field))
        chosen = languages if len(languages) == 1 else ("en", "fr")
        mentions = bench.checker.names.mentions(text[chosen[0]])
        if not mentions:
            return None
        keys = bench.chance.choice(mentions).keys
        to = bench.chance.choice([key for key in bench.spellings if key not in keys])
        for language in chosen:
            here = [mention for mention in bench.checker.names.mentions(text[language]) if mention.keys & keys]
            if not here:
                return None
            spelling = bench.spellings[to][language]
            text[language] = text[language][: here[0].start] + spelling + text[language][here[0].end :]
        return bench.trial(f"{field} {'+'.join(chosen)}: {text[chosen[0]]}", fact._replace(**{field: text}))

    return falsify


def report_digit(bench: Bench) -> Trial | None:
    """A digit changed anywhere in the report."""
    false = bench.other_digit(bench.text) or ""
    try:
        caught = bool(edition(parsed(false, outline(bench.base)), bench.base, "the report").differing)
    except KzfactsError:
        caught = True
    place = next(place for place, (a, b) in enumerate(zip(bench.text, false, strict=True)) if a != b)
    return Trial(f"report: {false[max(0, place - 20) : place + 20]!r}", caught)


KINDS: dict[str, Callable[[Bench], Trial | None]] = {
    "digit in a statement, one language": digit_in("statement"),
    "digit in an answer, one language": digit_in("answer"),
    "digit in a value or date": value,
    "fact moved to another paragraph": moved,
    "footnote number swapped": footnote,
    "name replaced, in English": name_in(("en",)),
    "name replaced, in French": name_in(("fr",)),
    "digit in the report": report_digit,
    "harder: moved, section to fit, no footnotes": moved_well,
    "harder: footnote of the same paragraph": footnote_near,
    "harder: name replaced in both languages": name_in(("en", "fr")),
}
"""Kind of falsification -> makes one by chance, none where what chance chose cannot be falsified so."""


def run(bench: Bench, each: int = EACH, kinds: Iterable[str] = tuple(KINDS)) -> dict[str, list[Trial]]:
    """*each* trials of every one of *kinds*, the same whatever else has run."""
    trials: dict[str, list[Trial]] = defaultdict(list)
    for kind in kinds:
        bench.chance.seed(f"{bench.seed} {kind}")
        while len(trials[kind]) < each:
            if trial := KINDS[kind](bench):
                trials[kind].append(trial)
    return trials


def table(trials: dict[str, list[Trial]]) -> Iterator[str]:
    """A row for each kind: trials, caught, missed, share caught."""
    yield f"{'':45}{'trials':>8}{'caught':>8}{'missed':>8}{'share':>9}"
    for kind, some in trials.items():
        caught = sum(trial.caught for trial in some)
        yield f"{kind:45}{len(some):8}{caught:8}{len(some) - caught:8}{caught / len(some):9.2%}"


def main() -> int:
    """Print the table; exit 1 where a kind that is no harder one falls below 99 percent."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("report", type=Path)
    arguments.add_argument("--facts", type=Path)
    arguments.add_argument("--each", type=int, default=EACH)
    arguments.add_argument("--seed", type=int, default=SEED)
    arguments.add_argument("--missed", action="store_true", help="list each falsification that was missed")
    given = arguments.parse_args()
    base = open_library(given.facts)
    text = decoded(read_report(given.report), str(given.report))
    trials = run(Bench(base, text, given.seed), given.each)
    sys.stdout.write("".join(f"{row}\n" for row in table(trials)))
    if given.missed:
        sys.stdout.write("".join(f"{kind}: {trial.what}\n" for kind, some in trials.items() for trial in some if not trial.caught))
    wanted = [some for kind, some in trials.items() if not kind.startswith("harder")]
    return int(any(sum(trial.caught for trial in some) < LEAST * len(some) for some in wanted))


LEAST = 0.99

if __name__ == "__main__":
    sys.exit(main())
