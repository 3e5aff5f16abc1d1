"""Why an answer was given or refused."""

from __future__ import annotations

import pytest

from kzfacts.engine.ask import ask
from kzfacts.render.explanation import explanation_record, explanation_view
from kzfacts.render.labels import label
from kzfacts.render.plain import plain
from tests.engine.orchard import orchard

APPLES = "how many apples did ruritania sell"


@pytest.mark.parametrize(
    ("question", "bars"),
    [
        (f"{APPLES} in 2024", []),
        (f"{APPLES} in 2019", ["missing_year"]),
        (f"{APPLES} = 3; --", ["noise"]),
        ("apples sold to brazil", ["stranger"]),
    ],
)
def test_what_rules_an_answer_out_is_said(question: str, bars: list[str]) -> None:
    """By the name of the figure in JSON, in words for a person; nothing where nothing does."""
    base, languages = orchard()
    answer = ask(question, base, languages)
    assert explanation_record(answer, base)["bars"] == bars
    for language in ("en", "fr"):
        shown = plain(explanation_view(answer, base, language))
        assert all(f"{label('ruled out', language)} {label(name, language)}" in shown for name in bars)
        assert (label("ruled out", language) in shown) == bool(bars)


def test_what_is_added_sums_up_to_the_probability() -> None:
    """The constant and each figure's part, as the logistic function takes them."""
    base, languages = orchard()
    record = explanation_record(ask(f"{APPLES} in 2024", base, languages), base)
    assert record["probability"] >= record["needed"]
    assert record["adds"].keys() == {"constant", *record["evidence"]}
