"""Texts of a base held against the passages of the report that they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzfacts.verify.agreement import unequal, unshared
from kzfacts.verify.claims import Claim, Kind, Point, Saying, Status, sayings
from kzfacts.verify.contents import letters
from kzfacts.verify.forms import forms
from kzfacts.verify.match import says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kzfacts.facts.model import Record, Text
    from kzfacts.verify.contents import Contents
    from kzfacts.verify.names import Names
    from kzfacts.verify.places import Passages


class Subject(NamedTuple):
    """A fact, a footnote or a summary, with what bears it out."""

    owner: str
    passages: Passages
    names: Names
    understood: frozenset[str]
    """Names that the title of the whole report makes understood everywhere."""
    places: frozenset[tuple[str, str]] = frozenset()
    """The places that its texts may name: kind (note, paragraph, section) and number."""
    marks: tuple[Record, ...] = ()
    """What the base says cannot be checked: a ``text`` and a ``reason``."""

    def text(self, field: str, text: Text) -> Iterator[Claim]:
        """The claims of *text*: all that it says, in each language, and that the languages agree."""
        for language, written in text.items():
            for saying in sayings(written, language, self.names):
                yield self._saying(field, language, saying)
        yield self.agreement(field, [*unequal(text), *unshared(text, self.names, self.understood)])

    def caveat(self, text: Text | None) -> Iterator[Claim]:
        """The one claim of a caveat, which may speak of other places and sources: both languages have the same figures."""
        if text:
            yield self.agreement("caveat", unequal(text))

    def quotes(self, phrases: tuple[str, ...]) -> Iterator[Claim]:
        """The claims that *phrases* stand in the report word for word."""
        for phrase in phrases:
            yield self._saying("quotes", "fr", Saying(Kind.QUOTE, phrase))

    def _saying(self, field: str, language: str, saying: Saying) -> Claim:
        point = Point(saying.kind, field, language, saying.text)
        if saying.kind is Kind.REFERENCE and saying.form:
            return self.verdict(point, held=(saying.form.kind, str(saying.form.value)) in self.places)
        return self.sought(point, lambda passage: _bears(saying, passage))

    def sought(self, point: Point, bears: Callable[[Contents], bool], *, around: bool = True) -> Claim:
        """The claim that a passage *bears* out *point*: an own one or, where allowed, one *around* them."""
        passages = {**self.passages.own, **self.passages.around} if around else self.passages.own
        where = next((label for label, passage in passages.items() if bears(passage)), None)
        return self.verdict(point, held=where is not None, where=where)

    def agreement(self, field: str, odd: list[str]) -> Claim:
        """The claim that both languages of *field* say the same; *odd* is what one of them has alone."""
        reasons = {said: self._reason(said, field) for said in odd}
        missing = [said for said, reason in reasons.items() if reason is None]
        status = Status.NOT_FOUND if missing else Status.UNCHECKED if odd else Status.FOUND
        reason = None if missing else next(iter(reasons.values()), None)
        return Claim(self.owner, Kind.LANGUAGES, field, None, "; ".join(missing or odd), status, None, reason)

    def own_words(self, point: Point, *, held: bool) -> Claim:
        """The claim that the texts in a language say *point*; the base cannot mark it as not to be checked."""
        status = Status.FOUND if held else Status.NOT_FOUND
        return Claim(self.owner, *point, status, "answer, statement")

    def verdict(self, point: Point, *, held: bool, where: str | None = None) -> Claim:
        """The claim that *point* makes: found when it is *held*, unchecked when the base says why, else not found."""
        if held:
            return Claim(self.owner, *point, Status.FOUND, where)
        reason = self._reason(point.said, point.field)
        status = Status.NOT_FOUND if reason is None else Status.UNCHECKED
        return Claim(self.owner, *point, status, ", ".join(self.passages.own), reason)

    def _reason(self, said: str, field: str) -> str | None:
        """Why the base marks *said* as not to be checked; in its texts a mark covers the same figure or name in other words."""
        for mark in self.marks:
            marked = str(mark["text"])
            if letters(marked) == letters(said) or (field in TEXTS and self._covers(marked, said)):
                return str(mark["reason"])
        return None

    def _covers(self, marked: str, said: str) -> bool:
        figures = _figures(said)
        return bool(figures & _figures(marked) if figures else self.names.keys(marked) & self.names.keys(said))


TEXTS = frozenset({"answer", "statement", "text", "caveat", "scope", "summary"})
"""Fields that hold prose."""


def _bears(saying: Saying, passage: Contents) -> bool:
    if saying.form is not None:
        return says(saying.form, passage)
    return bool(saying.keys & passage.names) if saying.kind is Kind.NAME else letters(saying.text) in letters(passage.text)


def _figures(text: str) -> set[tuple[str, object]]:
    return {(form.kind, form.value) for language in ("en", "fr") for form in forms(text, language)}
