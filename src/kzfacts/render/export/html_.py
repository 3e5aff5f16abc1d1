"""The base as one web page that needs no network: all facts, a timeline and the footnotes, with search and filters.

Everything is in the page as plain HTML, so that it can be read and searched where no script runs. Texts are escaped by
`markup.element`; a content security policy lets nothing load and no script run but the page's own.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from importlib.resources import files
from itertools import groupby
from string import Template
from typing import TYPE_CHECKING

from kzfacts.render.dates import in_words
from kzfacts.render.export.fact_card import card, link, note_entry
from kzfacts.render.export.markup import Markup, element, joined
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Text

BAR = 40
"""Height of the longest bar in pixels; page.js has the same."""


def content(base: Base, language: str) -> bytes:
    """The page, in *language*."""
    parts = files(__package__) / "template"
    style, script, page = ((parts / name).read_text(encoding="utf-8") for name in ("page.css", "page.js", "page.html"))
    body = _body(base, list(base.facts()), language)
    filled = Template(page).substitute(
        language=language,
        title=joined(base.report["short"][language]),
        style=style,
        style_digest=_digest(style),
        script=script,
        script_digest=_digest(script),
        body=body,
    )
    return filled.encode()


def _digest(text: str) -> str:
    """The digest by which the policy knows *text*."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _body(base: Base, facts: Sequence[Fact], language: str) -> Markup:
    names = {fact.id: fact.answer[language] for fact in facts}
    notes = [note_entry(note, [fact for fact in facts if note.number in fact.footnotes], language) for note in base.footnotes()]
    return joined(
        _header(base, language),
        _controls(base, facts, language),
        element(
            "main",
            _pane("facts", _sections(base, facts, names, language), language),
            _pane("timeline", _timeline(facts, language), language),
            _pane("notes", element("ol", *notes), language),
            element("p", label("none shown", language), id="none", hidden=True),
        ),
        element(
            "aside", element("button", "×", type="button", aria_label=label("close", language)), element("div"), id="card", hidden=True
        ),
    )


def _pane(name: str, inside: Markup, language: str) -> Markup:
    return element("section", element("h2", label(name, language)), inside, id=name, class_="pane")


def _header(base: Base, language: str) -> Markup:
    report = base.report
    source = f"{report['author']}, {report['institution'][language]}, {in_words(report['date'], language)}. "
    version = f"{label('data version', language)}{label('colon', language)}{base.data_version}"
    return element(
        "header", element("h1", report["title"][language]), element("p", source, link(report["url"])), element("p", version, class_="muted")
    )


def _controls(base: Base, facts: Sequence[Fact], language: str) -> Markup:
    """Search, filters and the ways to the panes; what only a script can work is hidden until it runs."""
    partners = {key: partner.name for key, partner in base.partners.items()}
    said = label("search", language)
    search = element("input", id="search", type="search", autocomplete="off", placeholder=said, aria_label=said)
    boxes = [
        search,
        element("button", label("reset", language), type="button", id="reset"),
        _choice("partner", partners, Counter(key for fact in facts for key in fact.partners), language),
        _choice("topic", base.topics, Counter(key for fact in facts for key in fact.topics), language),
    ]
    panes = [element("a", label(name, language), href=f"#{name}") for name in ("facts", "timeline", "notes")]
    count = element("p", id="count", role="status", data_template=label("shown", language), hidden=True)
    return element(
        "div", element("div", *boxes, id="filters", hidden=True), element("nav", *panes), count, _years(facts, language), id="controls"
    )


def _choice(name: str, names: Mapping[str, Text], counts: Counter[str], language: str) -> Markup:
    options = [element("option", f"{names[key][language]} ({counts[key]})", value=key) for key in names if counts[key]]
    every = label(f"every {name}", language)
    return element("select", element("option", every, value=""), *options, id=name, aria_label=every)


def _years(facts: Sequence[Fact], language: str) -> Markup:
    """A bar for each year in which a fact starts, as long as there are facts in that year; pressed, it shows them."""
    spans = [(date[:4], date.split("/")[-1][:4]) for fact in facts if (date := fact.date)]
    counts = {year: sum(start <= year <= end for start, end in spans) for year in sorted({start for start, _ in spans})}
    bars = [_year(year, count, max(counts.values())) for year, count in counts.items()]
    return element("div", *bars, id="years", role="group", aria_label=label("per year", language), hidden=True)


def _year(year: str, count: int, most: int) -> Markup:
    bar = element("rect", width="100%", height="100%")
    drawing = element("svg", bar, width="100%", height=max(1, BAR * count // most), aria_hidden="true")
    return element("button", element("span", str(count)), drawing, element("span", year), type="button", value=year, aria_pressed="false")


def _sections(base: Base, facts: Sequence[Fact], names: Mapping[str, str], language: str) -> Markup:
    return joined(
        *(
            element(
                "section",
                element("h3", f"{section.id}. {section.title[language]}"),
                *(card(fact, base, names, language) for fact in facts if fact.section == section.id),
                class_="part",
            )
            for section in base.sections.values()
        )
    )


def _timeline(facts: Iterable[Fact], language: str) -> Markup:
    """The dated facts under their years, a year before its months, a month before its days."""
    dated = sorted((fact for fact in facts if fact.date), key=_start)
    groups = [
        element("li", element("h3", year), element("ul", *(_event(fact, language) for fact in some)))
        for year, some in groupby(dated, lambda fact: _start(fact)[:4])
    ]
    return element("ol", *groups)


def _start(fact: Fact) -> str:
    """The date of *fact*, of a span its start."""
    return (fact.date or "").split("/")[0]


def _event(fact: Fact, language: str) -> Markup:
    date = fact.date or ""
    known = len(date) > len("2022")  # the heading above says the year
    when = element("time", in_words(date, language), datetime=None if "/" in date else date) if known else ""
    return element("li", when, link(f"#fact-{fact.id}", fact.statement[language]), class_="event", data_fact=fact.id)
