"""Tables and bars on terminals of any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.render.bars import bar
from kzfacts.render.document import BLANK, Table, line
from kzfacts.render.plain import plain
from kzfacts.render.terminal import terminal

ROWS = (
    (
        "sales",
        "Ruritania",
        "30 billion crowns",
        "2024",
        "They sold apples to all their neighbours.",
        "¶1",
        "apples",
        "",
        "Caveat: Who counted?",
    ),
    ("sales", "Strelsau", "6 billion crowns", "2024", "They sold few.", "¶2, note 3", "strelsau-apples", "Says: Rassendyll", ""),
)
TABLE = Table(ROWS, flow=4, piped=frozenset({0}), breaks=frozenset({7, 8}), shares=((1, 1), (0.2, 0.2)), indent=2)


def shown(width: int, table: Table = TABLE) -> list[str]:
    """The rows of *table* on a terminal."""
    return terminal([table], width, colour=False).splitlines()


def test_text_runs_beside_aligned_cells() -> None:
    """Where there is room cells are aligned, text goes on under itself, and what opens a row does."""
    assert shown(80) == [
        "  Ruritania  30 billion crowns  2024  They sold apples to all their neighbours.",
        "                                      · ¶1 · apples",
        "                                      Caveat: Who counted?",
        "  Strelsau   6 billion crowns   2024  They sold few. · ¶2, note 3 ·",
        "                                      strelsau-apples",
        "                                      Says: Rassendyll",
    ]


def test_text_runs_below_on_a_narrow_terminal() -> None:
    """Where aligned cells would leave no room the text goes under them."""
    assert shown(40)[:5] == [
        "  Ruritania  30 billion crowns  2024",
        "    They sold apples to all their",
        "    neighbours. · ¶1 · apples",
        "    Caveat: Who counted?",
        "  Strelsau  6 billion crowns  2024",
    ]


def test_short_text_stays_beside() -> None:
    """Text that is short enough stays beside the cells on a narrow terminal too."""
    assert shown(40, Table((("european-union", "European Union"), ("nato", "NATO")))) == [
        "european-union  European Union",
        "nato            NATO",
    ]


def test_bars_are_drawn_where_there_is_room() -> None:
    """A wide terminal has bars in proportion, others none, and a pipe never."""
    rows = shown(120)
    assert rows[0].count("█") == 5 * rows[2].count("█") > 0
    assert not any("█" in row for row in shown(80))
    assert "█" not in plain([TABLE])


def test_a_pipe_has_every_cell() -> None:
    """Plain text has one tab-separated row for each, with the cells that a terminal leaves out and the empty ones."""
    assert plain([TABLE]).splitlines() == ["\t".join(row) for row in ROWS]


@pytest.mark.parametrize("width", [20, 33, 40, 57, 80, 100, 120, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    """No row goes beyond the last column, and no word is lost."""
    rows = shown(width)
    assert max(map(len, rows)) <= width
    words = "".join("".join(rows).split())
    for word in ("neighbours.", "strelsau-apples", "Rassendyll", "counted?"):
        assert word in words


def test_columns_without_content_take_no_room() -> None:
    """A column that is empty in every row is left out."""
    assert shown(80, Table((("one", "", "text"), ("two", "", "more")))) == ["one  text", "two  more"]


def test_facts_alone_hang() -> None:
    """Text without cells before it stands further in from its second row on."""
    assert shown(24, Table((("They sold apples to all.",),), flow=0, indent=2)) == ["  They sold apples to", "    all."]


def test_lines_hang_no_further_than_a_third() -> None:
    """A line hangs as far as it asks for, but never leaves less than two thirds of the width."""
    block = line("one two three four five", hang=40)
    assert terminal([block], 20, colour=False).splitlines() == ["one two three four", "      five"]


def test_no_row_ends_in_spaces() -> None:
    """Cells that are padded leave no spaces at the end of a row, nor does an empty line."""
    rows = terminal([Table((("long cell", ""), ("x", "y"))), BLANK], 40, colour=False)
    assert rows == "long cell\nx          y\n\n"


def test_styles_are_escape_codes_where_colour_is_wanted() -> None:
    """Colour is there for those who want it, for each cell its own, and the words are the same without."""
    table = Table((("Key", "text"),), styles=("key", ""))
    assert terminal([table], 40, colour=True) == "\x1b[36mKey\x1b[0m  text\n"
    assert terminal([table], 40, colour=False) == "Key  text\n"


@pytest.mark.parametrize(
    ("solid", "reach", "columns", "drawn"),
    [(1, 1, 4, "████"), (0.5, 0.5, 4, "██"), (0.5, 1, 4, "██░░"), (0.0001, 0.0001, 4, "▏"), (0, 0, 4, ""), (0.9, 0.9, 10, "█████████")],
)
def test_bars_are_in_proportion(solid: float, reach: float, columns: int, drawn: str) -> None:
    """A bar fills its share of the columns, a span is light between its ends, and no figure above zero is invisible."""
    assert bar(solid, reach, columns) == drawn


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 60))
def test_bars_keep_their_order(one: float, other: float, columns: int) -> None:
    """A larger share is never drawn shorter, and nothing is drawn beyond the columns."""
    small, large = sorted((one, other))
    assert len(bar(small, small, columns)) <= len(bar(large, large, columns)) <= columns
