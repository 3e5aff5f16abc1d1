"""A name as people type it to a partner."""

from __future__ import annotations

import pytest

from kzfacts.engine.partners import LONGEST_NAME, SUGGESTED, find_partner, is_misspelt
from kzfacts.errors import UnknownName
from tests.engine.orchard import orchard


@pytest.mark.parametrize(
    ("name", "misspelt"),
    [
        ("Ruritania", False),
        ("la Ruritanie", False),
        ("ruritania", False),
        ("Strelsau", False),
        ("Руритания", False),
        ("Ruritnia", True),
        ("rurytanie", True),
        ("Strelsao", True),
    ],
)
def test_a_partner_goes_by_many_names(name: str, *, misspelt: bool) -> None:
    """Names in any language, seats and slips lead to the partner, and slips are known for such."""
    assert find_partner(name, *orchard()).key == "ruritania"
    assert is_misspelt(name, orchard()[1]) == misspelt


@pytest.mark.parametrize("name", ["", "...", "Narnia", "India", "Rassendyll", "Ruritania and Narnia", "xyz" * 100, "Stre"])
def test_other_names_are_unknown(name: str) -> None:
    """A stranger, a person without a partner, two names and nonsense are refused."""
    with pytest.raises(UnknownName) as caught:
        find_partner(name, *orchard())
    assert f"“{name.strip()[:LONGEST_NAME]}”" in caught.value.message
    assert len(caught.value.message) < LONGEST_NAME + 60


def test_a_near_name_is_suggested() -> None:
    """What is too far to be meant and near enough to be asked is suggested; else the list of all is named."""
    with pytest.raises(UnknownName) as caught:
        find_partner("Rurxtynxa", *orchard())
    assert caught.value.suggestions == ("ruritania",)
    assert caught.value.hint == "did you mean ruritania?"
    with pytest.raises(UnknownName) as caught:
        find_partner("Narnia and so on", *orchard())
    assert caught.value.hint == "kzfacts list partners names them all"
    assert len(caught.value.suggestions) <= SUGGESTED
