"""What a reference means."""

from __future__ import annotations

import pytest

from kzfacts.engine.references import CLOSE, LONGEST_REFERENCE, SUGGESTED, Reference, fellows, nearest, resolve, section_of, within
from kzfacts.errors import UnknownName
from tests.engine.orchard import orchard

APPLES, PEARS, HARVEST = "ruritania-apples", "ruritania-pears", "harvest-start"


def found(text: str) -> Reference:
    """What *text* means in the small base."""
    return resolve(text, orchard()[0])


@pytest.mark.parametrize(
    ("text", "kind", "facts"),
    [
        ("ruritania-apples", "fact", [APPLES]),
        (" Ruritania-Apples ", "fact", [APPLES]),
        ("1", "note", [APPLES]),
        ("note 1", "note", [APPLES]),
        ("Note n° 1", None, []),
        ("n.1", "note", [APPLES]),
        ("footnote #1", "note", [APPLES]),
        ("¶1", "paragraph", [APPLES]),
        ("§ 2", "paragraph", [PEARS, HARVEST]),
        ("p2", "paragraph", [PEARS, HARVEST]),
        ("p. 2", "paragraph", [PEARS, HARVEST]),
        ("paragraphe 2", "paragraph", [PEARS, HARVEST]),
        ("A", "section", [APPLES, PEARS, HARVEST]),
        ("section a.", "section", [APPLES, PEARS, HARVEST]),
        ("trade", "topic", [APPLES, PEARS, HARVEST]),
        ("Commerce", "topic", [APPLES, PEARS, HARVEST]),
        ("2", None, []),
        ("p3", None, []),
        ("p12345", None, []),
        ("A.1", None, []),
        ("", None, []),
    ],
)
def test_a_reference_names_one_thing(text: str, kind: str | None, facts: list[str]) -> None:
    """Facts by id, notes and paragraphs by number, sections by letter, topics by key or name, in any case; else it is unknown."""
    if kind is None:
        with pytest.raises(UnknownName):
            found(text)
        return
    reference = found(text)
    said = {"note": reference.note, "section": reference.section, "paragraph": reference.paragraph, "topic": reference.topic}
    assert [name for name, value in said.items() if value is not None] == ([] if kind == "fact" else [kind])
    assert [fact.id for fact in reference.facts] == facts


def test_what_is_named_is_the_thing_itself() -> None:
    """The note, section, paragraph or topic comes with its facts."""
    note, section = found("1").note, found("A").section
    assert note is not None
    assert section is not None
    assert (note.number, section.id, found("p2").paragraph, found("trade").topic) == (1, "A", 2, "trade")


def test_an_unknown_name_suggests_the_nearest() -> None:
    """The nearest ids are suggested with the question whether they are meant."""
    with pytest.raises(UnknownName) as caught:
        found("ruritania-aples")
    assert caught.value.suggestions[0] == APPLES
    assert caught.value.hint == f"did you mean {' or '.join(caught.value.suggestions)}?"
    assert caught.value.message == "the base has nothing named “ruritania-aples”"


def test_what_is_near_nothing_says_how_things_are_named() -> None:
    """Without a near name the forms of a reference are told; a long text is cut."""
    with pytest.raises(UnknownName) as caught:
        found("?" * 5_000)
    assert caught.value.hint == "kzfacts list facts names them all; notes are 44, paragraphs p51, sections E.1.b"
    assert caught.value.suggestions == ()
    assert caught.value.message == f"the base has nothing named “{'?' * LONGEST_REFERENCE}”"


def test_a_long_name_is_read_to_its_limit() -> None:
    """What stands behind the limit does not count."""
    assert [fact.id for fact in found(APPLES + " " * LONGEST_REFERENCE + "x").facts] == [APPLES]


def test_the_nearest_names() -> None:
    """The best first, none that are far, and no more than so many."""
    assert nearest("apples", ["pears", "apples-2024", "apple"])[0] in {"apple", "apples-2024"}
    assert nearest("apples", ["zzz", "qqq"]) == ()
    assert len(nearest("apples", [f"apples-{n}" for n in range(9)])) == SUGGESTED
    assert 0 < CLOSE < 100


def test_the_section_of_a_paragraph() -> None:
    """Each paragraph stands in one section."""
    assert section_of(2, orchard()[0]).id == "A"


def test_facts_share_footnotes() -> None:
    """The other facts on which a fact's footnotes bear; none for a fact without notes."""
    base, _ = orchard()
    apples, pears = base.fact(APPLES), base.fact(PEARS)
    assert apples is not None
    assert pears is not None
    assert fellows(apples, base) == {1: []}
    assert fellows(pears, base) == {}
    assert fellows(apples._replace(id="other"), base) == {1: [APPLES]}


WITHIN = [("E.1.a", "E.1", True), ("E.1.a", "E", True), ("E.1", "E.1", True), ("E.11", "E.1", False), ("E", "E.1", False)]


@pytest.mark.parametrize(("section", "outer", "inside"), WITHIN)
def test_sections_lie_in_sections(section: str, outer: str, *, inside: bool) -> None:
    """A section lies in itself and in those whose number it continues."""
    assert within(section, outer) == inside
