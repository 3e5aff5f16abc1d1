"""Whatever is typed or read, the program answers or refuses in one clear line, and in bounded time."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kzfacts.cli.streams import failure
from kzfacts.engine import reading
from kzfacts.engine.ask import ask, languages_of
from kzfacts.engine.kinds import wanted
from kzfacts.engine.partners import find_partner
from kzfacts.engine.references import Reference, resolve
from kzfacts.engine.words import LONGEST_QUESTION
from kzfacts.errors import BadFacts, BadReport, KzfactsError, UnknownName
from kzfacts.facts.check import decoded
from kzfacts.render.records import answer_record, dumped
from kzfacts.verify.report import decoded as report_text
from kzfacts.verify.report import outline, parsed
from tests.conftest import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfacts.engine.vocabulary import Languages
    from kzfacts.engine.words import Language
    from kzfacts.facts.base import Base

SMALL: dict[str, Any] = json.loads((Path(__file__).parent / "small.json").read_text(encoding="utf-8"))

TRIES = settings(derandomize=True, max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck))
"""The same examples in every run, and no clock: time is held where something huge is asked, as processor time."""

WORDS = "how many apples did ruritania sell in 2024 price of pears qui achète les poires сколько яблок"
TYPED = st.one_of(
    st.text(),
    st.text(alphabet=st.characters(codec=None)),
    st.text(alphabet="\0\x07\x1b\x7f\x85\ud800\udfff\u202e\u0301\ufdfa²①٣Ⅷİß¶n.p0123456789 "),
    st.lists(st.sampled_from([*WORDS.split(), "note", "¶", "\ud800", "\x1b[31m"])).map(" ".join),
)
"""Anything that can be typed, half surrogate pairs and control characters included."""

HUGE = ["\ufdfa" * LONGEST_QUESTION, "apples " * 150_000, "x y z " * 1_000, "1" * 1_000_000, "qwxzj vbnmk " * 170, "\0" * 1_000_000]
"""Questions that are long, or become long when they are read."""


SECONDS = 1.0
"""Of the processor that a question may take at most."""


def small_base() -> tuple[Base, Languages]:
    """The small base, compiled."""
    base = opened(SMALL)
    return base, languages_of(base)


BASE, LANGUAGES = small_base()


def clear(error: KzfactsError) -> None:
    """Hold *error* against what is promised of every message: one printable line and a hint."""
    lines = failure(error, "show", as_json=False).err.splitlines()
    assert len(lines) == 1 + (error.hint is not None)
    assert all(line.isprintable() for line in lines)


@TRIES
@given(TYPED)
def test_any_question_is_answered_or_refused(question: str) -> None:
    """No text makes the question path fail, and every answer can be written as JSON."""
    answer = ask(question, BASE, LANGUAGES)
    assert all(0 <= hit.score <= 100 for hit in (*answer.hits, *answer.suggestions))
    json.loads(dumped(answer_record(answer, BASE, "en")))


@pytest.mark.parametrize("question", HUGE, ids=lambda text: f"{len(text)} of {text[:1]!a}")
def test_a_huge_question_is_cut(question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a question only a bounded part is read, in bounded time, and it says so where that is less than the whole."""
    lengths = []

    def watched(tokens: Sequence[str], language: Language) -> tuple[str, ...]:
        lengths.append(len(tokens))
        return wanted(tokens, language)

    monkeypatch.setattr(reading, "wanted", watched)
    start = process_time()
    answer = ask(question, BASE, LANGUAGES)
    assert process_time() - start < SECONDS
    assert answer.reading.cut == (len(question) > LONGEST_QUESTION)
    assert max(lengths) <= LONGEST_QUESTION / 2


@TRIES
@given(TYPED)
@example("\ud800")
@example("n" * 100_000)
def test_any_reference_is_found_or_unknown(text: str) -> None:
    """A reference is something of the base or ends in `UnknownName`, with a line that can be shown."""
    try:
        assert isinstance(resolve(text, BASE), Reference)
    except UnknownName as error:
        clear(error)


@TRIES
@given(TYPED)
@example("Ruritan\ud800a")
@example("rassendyll " * 10_000)
def test_any_partner_name_is_found_or_unknown(text: str) -> None:
    """A name is a partner of the base or ends in `UnknownName`, with a line that can be shown."""
    try:
        assert find_partner(text, BASE, LANGUAGES).key in BASE.partners
    except UnknownName as error:
        clear(error)


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every value inside *value*."""
    steps: list[Any] = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    return [found for step, inner in steps for found in ((*path, step), *places(inner, (*path, step)))]


NAMES = [
    "ruritania-apples",
    "harvest-start",
    "apples-price",
    "ruritania",
    "rassendyll",
    "trade",
    "report",
    "A",
    "nowhere",
    "../../etc/passwd",
]
NUMBERS = st.one_of(
    st.sampled_from([0, -1, 1, 2, 1.0, 1e15, 1e300, 2**63, 10**30, -0.0]), st.integers(), st.floats(allow_nan=False, allow_infinity=False)
)
TEXTS = st.one_of(st.sampled_from([*NAMES, "\x1b[31mred", "\u202e", "a\nb", "x" * 6_000, "2024-99", "AB", ""]), TYPED)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["en", "fr", "key", "xx", "\x1b"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def bases(draw: st.DrawFn) -> dict[str, Any]:
    """The small base with some values dropped, doubled or put in the place of others."""
    made = copy.deepcopy(SMALL)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(places(made)))
        holder: Any = made
        for step in path[:-1]:
            holder = holder[step]
        last: Any = path[-1]
        action = draw(st.sampled_from(["put", "put", "drop", "double"]))
        if action == "put":
            holder[last] = draw(VALUES)
        elif action == "drop":
            del holder[last]
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[last]))
    return made


@settings(TRIES, max_examples=400)
@given(bases())
def test_any_base_is_valid_or_refused_in_one_line(made: dict[str, Any]) -> None:
    """A base comes out as it went in, or ends in `BadFacts` with a line that can be shown."""
    content = json.dumps(made).encode()
    try:
        assert decoded(content) == made
    except BadFacts as error:
        clear(error)


@settings(TRIES, max_examples=8)
@given(bases().filter(lambda made: valid(made) and made != SMALL))
def test_a_valid_base_can_be_used(made: dict[str, Any]) -> None:
    """What the checks let through can be compiled, asked and looked up."""
    base = opened(made)
    known = languages_of(base)
    for question in ("How many apples did Ruritania sell in 2024?", "prix des pommes", "Who is Rassendyll?"):
        dumped(answer_record(ask(question, base, known), base, "fr"))
    for name in ("1", "p1", "A", "trade", "Rassendyll"):
        for look in (lambda name=name: resolve(name, base), lambda name=name: find_partner(name, base, known)):
            try:
                look()
            except UnknownName as error:
                clear(error)


def valid(made: dict[str, Any]) -> bool:
    """Whether *made* passes the checks."""
    try:
        decoded(json.dumps(made).encode())
    except BadFacts:
        return False
    return True


BREAKING = [
    ("a footnote number that no database holds", lambda base: base["footnotes"][0].update(number=10**30)),
    ("a footnote number that is no whole one", lambda base: base["footnotes"][0].update(number=1e300)),
    ("a name of a partner that is not there", lambda base: base["names"][0].update(partner="nowhere")),
    ("a part of several letters", lambda base: base["report"].update(part="AB")),
]
"""What once passed the checks and broke something behind them."""


@pytest.mark.parametrize("edit", [edit for _, edit in BREAKING], ids=[name for name, _ in BREAKING])
def test_what_would_break_later_is_refused(edit: Any) -> None:
    """The checks refuse what nothing behind them could use."""
    made = copy.deepcopy(SMALL)
    edit(made)
    assert not valid(made)


@TRIES
@given(st.binary(max_size=300))
@example(b"[" * 1_000_000)
@example(b'{"a":' * 100_000)
@example(b'{"schema_version": ' + b"9" * 1_000_000 + b"}")
@example(b"\xef\xbb\xbf{}")
def test_any_bytes_are_refused_in_one_line(content: bytes) -> None:
    """Bytes that are no base end in `BadFacts` with a line that can be shown."""
    with pytest.raises(BadFacts) as caught:
        decoded(content)
    clear(caught.value)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "A. Trade",
                "B. Other",
                "1. First",
                "a) Small",
                "Ø aside",
                "(c) someone",
                "* 1 Counted.",
                "1 Counted.",
                "Retour en haut de page",
                "",
            ]
        ),
        st.text(alphabet="ab1(*)[]. é\x1b\ud800\u2028²", max_size=60),
        TYPED,
    ),
    max_size=12,
).map("\n".join)


@TRIES
@given(LINES)
@example("12345678901(*) 4x1(*) [1][999] (*)")
def test_any_text_is_parsed(text: str) -> None:
    """Whatever the text, it falls into passages; none of the report's own build is needed."""
    report = parsed(text, outline(BASE))
    assert set(report.notes) <= {1}


@TRIES
@given(st.one_of(st.binary(), LINES.map(lambda text: text.encode(errors="replace"))))
def test_any_bytes_are_text_or_a_bad_report(content: bytes) -> None:
    """A copy of the report is plain text or ends in `BadReport` with a line that can be shown."""
    try:
        report_text(content, "report.txt")
    except BadReport as error:
        clear(error)
