"""A fact and a footnote as parts of a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.dates import in_words
from kzfacts.render.export.address import linkable
from kzfacts.render.export.markup import Markup, element, joined
from kzfacts.render.labels import label
from kzfacts.render.partner import short_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Footnote, Source


def card(fact: Fact, base: Base, names: Mapping[str, str], language: str) -> Markup:
    """*fact* with its footnote marks, place, voice, caveat, and what it goes with; *names* has the short answer of each id."""
    start, _, end = (fact.date or "").partition("/")
    return element(
        "article",
        element("h4", link(f"#fact-{fact.id}", fact.answer[language])),
        element("p", fact.statement[language], *map(_mark, fact.footnotes)),
        *_remarks(fact, base, language),
        *_others("disagrees", fact.disagrees, names, language),
        *_others("related", fact.related, names, language),
        element("p", *_tags(fact, base, language), class_="tags"),
        id=f"fact-{fact.id}",
        class_="fact",
        data_partners=" ".join(fact.partners),
        data_topics=" ".join(fact.topics),
        data_from=start[:4] or None,
        data_to=(end or start)[:4] or None,
    )


def link(address: str, text: str | None = None) -> Markup:
    """*text* as a link to *address*, a web address or a place in the page; bare text where it is neither."""
    if address.startswith("#") or linkable(address):
        return element("a", text or address, href=address, rel=None if address.startswith("#") else "noreferrer")
    return joined(text or address)


def _mark(number: int) -> Markup:
    return element("sup", element("a", str(number), class_="ref", href=f"#note-{number}"))


def _remarks(fact: Fact, base: Base, language: str) -> Iterable[Markup]:
    """Place and date, then who says it and what is doubtful about it."""
    place = f"{fact.section}, {short_place(fact, language)}" if fact.paragraph else fact.section
    parts = [place, in_words(fact.date, language) if fact.date else "", fact.id]
    yield element("p", " · ".join(part for part in parts if part), class_="muted")
    if fact.attribution != "report":
        yield _labelled("said by", base.voices[fact.attribution][language], language)
    if fact.caveat:
        yield _labelled("caveat", fact.caveat[language], language)


def _labelled(name: str, text: str, language: str) -> Markup:
    return element("p", element("b", label(name, language) + label("colon", language)), text, class_=name.replace(" ", "-"))


def _others(name: str, ids: Sequence[str], names: Mapping[str, str], language: str) -> Iterable[Markup]:
    """Links to other facts by their short answers."""
    if ids:
        links = [link(f"#fact-{key}", names[key]) for key in ids]
        between = [part for one in links for part in (one, " · ")][:-1]
        yield element("p", element("b", label(name, language) + label("colon", language)), *between, class_="others")


def _tags(fact: Fact, base: Base, language: str) -> Iterable[Markup]:
    """Buttons that show the facts of the same partner or topic."""
    for key in fact.partners:
        yield element("button", base.partners[key].name[language], type="button", data_filter="partner", value=key)
    for key in fact.topics:
        yield element("button", base.topics[key][language], type="button", data_filter="topic", value=key)


def note_entry(note: Footnote, facts: Sequence[Fact], language: str) -> Markup:
    """*note* with its sources and its caveat, which a mark shows as well, then the *facts* that it bears on."""
    body = element(
        "div",
        element("p", element("b", f"{label('note', language)} {note.number}{label('colon', language)}"), note.text[language]),
        *(
            element("p", element("b", label("source", language) + label("colon", language)), _source(source), class_="source")
            for source in note.sources
        ),
        *([_labelled("caveat", note.caveat[language], language)] if note.caveat else []),
        class_="body",
    )
    cited = _others("cited by", [fact.id for fact in facts], {fact.id: fact.answer[language] for fact in facts}, language)
    return element("li", body, *cited, id=f"note-{note.number}", class_="note", data_facts=" ".join(fact.id for fact in facts))


def _source(source: Source) -> Markup:
    known = ", ".join(part for part in (source.title, source.publisher, source.date) if part)
    return joined(known, ", ", link(source.url)) if source.url else joined(known)
