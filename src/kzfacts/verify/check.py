"""Facts, footnotes and summaries of a base held against a copy of the report, claim by claim."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kzfacts.verify.claims import Claim, Kind, Point
from kzfacts.verify.contents import letters
from kzfacts.verify.figures import figures
from kzfacts.verify.match import iso_dates, says_date
from kzfacts.verify.names import Names
from kzfacts.verify.places import Passages, Places, upwards
from kzfacts.verify.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzfacts.facts.base import Base
    from kzfacts.facts.model import Fact, Footnote, Partner, Source
    from kzfacts.verify.fingerprint import Edition

FIT = 0.6
"""How well the words of a fact must fit its place, beside the place that they fit best; the bundled base has none below 0.62."""


class Checker:
    """Holds what *base* says against *edition*, a copy of the report."""

    def __init__(self, base: Base, edition: Edition) -> None:
        self.names = Names(base)
        self.places = Places(edition, self.names)
        self._base, self._edition = base, edition
        self._partner_of: dict[str, str | None] = {record["key"]: record["partner"] for record in base.part("names")}
        self._named = frozenset(self._partner_of) | frozenset(base.partners)
        title = self.places.headings.get(base.report["part"])
        self._understood = title.names if title else frozenset()

    def fact(self, fact: Fact) -> Iterator[Claim]:
        """The claims of *fact*."""
        places = {("note", str(number)) for number in (*fact.footnotes, fact.note)} | {("paragraph", str(fact.paragraph))}
        places |= {("section", section) for section in upwards(fact.section)}
        subject = Subject(fact.id, self.places.of(fact), self.names, self._understood, frozenset(places), fact.unchecked)
        yield from subject.text("answer", fact.answer)
        yield from subject.text("statement", fact.statement)
        if fact.scope:
            yield from subject.text("scope", fact.scope)
        yield from subject.caveat(fact.caveat)
        yield from subject.quotes(fact.quotes)
        yield from figures(fact, subject)
        yield self._place(fact, subject)
        yield from self._footnotes(fact, subject)
        yield from self._people(fact, subject)

    def _place(self, fact: Fact, subject: Subject) -> Claim:
        """That paragraph, section and note go together in the report, and that the words of *fact* speak for them."""
        fit, best = self.places.nearest(fact)
        passage = self._edition.paragraphs.get(fact.paragraph or 0)
        calls = [call.note for call in passage.calls] if passage else []
        together = passage is None or (passage.section == fact.section and (fact.note is None or fact.note in calls))
        held = fit >= FIT and together and (passage is not None or fact.paragraph is None)
        return subject.verdict(Point(Kind.PLACE, "paragraph", None, best), held=held, where=best)

    def _footnotes(self, fact: Fact, subject: Subject) -> Iterator[Claim]:
        numbers = [*fact.footnotes]
        if fact.note is not None and fact.note not in numbers:
            yield subject.verdict(Point(Kind.FOOTNOTE, "note", None, f"note {fact.note}"), held=False)
        for number in numbers:
            held = self.places.calls(fact, number) and numbers.count(number) == 1
            yield subject.verdict(Point(Kind.FOOTNOTE, "footnotes", None, f"note {number}"), held=held, where=f"¶{fact.paragraph}")

    def _people(self, fact: Fact, subject: Subject) -> Iterator[Claim]:
        """That the partners and the voice of *fact* are named in its texts or in the report."""
        texts = [written for text in (fact.answer, fact.statement) for written in text.values()]
        passages = [*subject.passages.own.values(), *subject.passages.around.values()]
        there = frozenset[str]().union(*map(self.names.keys, texts), *(passage.names for passage in passages))
        there |= {partner for key in there if (partner := self._partner_of.get(key))}
        for partner in fact.partners:
            name = self._base.partners[partner].name["en"]
            yield subject.verdict(Point(Kind.PARTNER, "partners", None, name), held=partner in there)
        if fact.attribution in self._named:
            yield subject.verdict(Point(Kind.VOICE, "attribution", None, fact.attribution), held=fact.attribution in there)

    def footnote(self, note: Footnote) -> Iterator[Claim]:
        """The claims of a footnote in the base's words: its texts, its sources, the paragraph that calls it."""
        paragraph = self._edition.paragraphs.get(note.paragraph)
        around = {f"¶{note.paragraph}": self.places.paragraphs[note.paragraph]} if paragraph else {}
        passages = Passages(self.places.noted([note.number]), around | self.places.above(paragraph.section if paragraph else ""))
        places = frozenset({("note", str(note.number))})
        subject = Subject(f"note {note.number}", passages, self.names, self._understood, places)
        yield from subject.text("text", note.text)
        yield from subject.caveat(note.caveat)
        yield from subject.quotes(note.quotes)
        held = paragraph is not None and note.number in [call.note for call in paragraph.calls]
        yield subject.verdict(Point(Kind.FOOTNOTE, "paragraph", None, f"¶{note.paragraph}"), held=held, where=f"¶{note.paragraph}")
        for source in note.sources:
            yield from _source(source, subject)

    def summary(self, partner: Partner) -> Iterator[Claim]:
        """The claims of a partner's summary, which may draw on the whole report."""
        everywhere = {f"¶{number}": passage for number, passage in self.places.paragraphs.items()}
        everywhere |= self.places.noted(self.places.notes) | self.places.headings
        yield from Subject(f"partner {partner.key}", Passages(everywhere, {}), self.names, self._understood).text(
            "summary", partner.summary
        )


def _source(source: Source, subject: Subject) -> Iterator[Claim]:
    """That the link and the date of *source* stand in the note."""
    if url := source.url:
        yield subject.sought(Point(Kind.LINK, "url", None, url), lambda passage: letters(url) in letters(passage.text), around=False)
    for date in iso_dates(source.date) if source.date else ():
        yield subject.sought(Point(Kind.DATE, "source date", None, source.date or ""), partial(says_date, date))
