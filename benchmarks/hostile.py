"""Questions and fact bases as nobody should write them, each the same for the same seed and number."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

ODD = (
    "\0\x1b[31m\x07\x7f\x85",
    "\ud800\udfff",
    "\u202e\u2066\u200b\ufeff",
    "\u0301\u0345\u20dd",
    "\ufdfa\ufb03ﬁ²½①٣Ⅷ㌀",
    "ıİſßẞŐ",
    "қаЗақстанӘё",
    "中文字 ไทย עברית العربية",
    "😀👩‍👩‍👧🇰🇿",
    "'\"`;--/*%_?*()[]{}<>&|\\",
    "[bold]red[/] {0} {} %s",
)
"""Characters that break programs, by the way in which they do."""

ALPHABET = "".join(ODD) + "aeinorst AEINORST 0123456789 .,?!'-\n\t"


def question(random: Random, words: Sequence[str], asked: Sequence[str]) -> str:
    """A question made of *words*, or one of the real ones *asked* with slips, or no question at all."""
    made = random.random()
    if made < 0.45:
        return _slipped(random.choice(asked), random)
    if made < 0.7:
        return " ".join(random.choices(words, k=random.randint(1, 12)))
    if made < 0.8:
        return "".join(random.choices(ALPHABET, k=random.randint(0, 60)))
    if made < 0.9:
        return "".join(chr(random.randrange(0x110000)) for _ in range(random.randint(1, 30)))
    if made < 0.999:
        return " ".join(_number(random) for _ in range(random.randint(1, 8)))
    piece = random.choice([*ODD, *words[:50]])
    return piece * random.choice([100, 2_000, 10_000])


def _slipped(text: str, random: Random) -> str:
    letters = list(text)
    for _ in range(random.randint(0, 4)):
        place = random.randrange(len(letters) + 1)
        letters[place : place + random.randint(0, 2)] = random.choices(ALPHABET, k=random.randint(0, 2))
    return "".join(letters)


def _number(random: Random) -> str:
    return random.choice(["{}", "{}%", "{}th", "-{}", "{}.5", "{},5", "¶{}", "note {}", "{}x{}", "1 {}"]).replace(
        "{}", str(random.choice([0, 7, 44, 999, 1991, 2024, 2025, 10**9, 10**40]))
    )


WRONG: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 1.0, 2, 1e15, 1e300, 10**30, 2**63, -0.0, 0.5, "", " ", "a", "A", "B", "AB", "en", "0", "2024",
    "2024-99", "0000/9999", "trade", "report", "nowhere", "ruritania", "rassendyll", "ruritania-apples", "apples-price", "harvest-start",
    "../../etc/passwd", "\x1b[31mred", "\ud800", "\u202e", "[bold]x[/bold]", "{}", "a\nb", "é" * 5_000, "x" * 6_000, "a-" * 39 + "a",
    "how many how many", "\ufdfa" * 300, [], {}, [[]], [None], [1], [1, 1], ["a"], ["trade", "trade"], {"en": "a"}, {"en": "a", "fr": "b"},
    {"en": ["a"], "xx": []}, ["", "\0"],
)  # fmt: skip
"""Values that may stand anywhere in a base; some are valid in some places."""

Step = str | int


def base(random: Random, model: dict[str, Any]) -> bytes:
    """The bytes of a base that is *model* with some changes, or of one that is not even JSON."""
    made = copy.deepcopy(model)
    for _ in range(random.choice([1, 1, 1, 2, 3, 8])):
        random.choice(CHANGES)(made, random)
    content = json.dumps(made).encode()
    return _torn(content, random) if random.random() < 0.15 else content


def _places(value: Any, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    """The path of every value inside *value*."""
    steps: list[Any] = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    return [found for step, inner in steps for found in ((*path, step), *_places(inner, (*path, step)))]


def _holder(made: Any, random: Random) -> tuple[Any, Step] | None:
    places = _places(made)
    if not places:
        return None
    path = random.choice(places)
    for step in path[:-1]:
        made = made[step]
    return made, path[-1]


def _changed(made: Any, random: Random) -> None:
    if found := _holder(made, random):
        found[0][found[1]] = copy.deepcopy(random.choice(WRONG))


def _dropped(made: Any, random: Random) -> None:
    if found := _holder(made, random):
        del found[0][found[1]]


def _doubled(made: Any, random: Random) -> None:
    found = _holder(made, random)
    if found and isinstance(found[0], list):
        found[0].extend(copy.deepcopy(found[0][found[1]]) for _ in range(random.choice([1, 2, 30])))
    elif found:
        found[0][f"{found[1]}{random.choice(ODD)}"] = copy.deepcopy(found[0][found[1]])


def _moved(made: Any, random: Random) -> None:
    """A value from one place stands in another."""
    source, target = _holder(made, random), _holder(made, random)
    if source and target:
        target[0][target[1]] = copy.deepcopy(source[0][source[1]])


def _worded(made: Any, random: Random) -> None:
    """A text becomes another one that is valid."""
    found = _holder(made, random)
    if found and isinstance(found[0][found[1]], str):
        found[0][found[1]] = "".join(random.choices("abc déЯқ '0123456789-?.\ufdfa²", k=random.randint(1, 40)))


def _nested(made: Any, random: Random) -> None:
    if found := _holder(made, random):
        for _ in range(random.choice([2, 20, 80])):
            found[0][found[1]] = random.choice([[found[0][found[1]]], {"en": found[0][found[1]]}])


CHANGES: tuple[Callable[[Any, Random], None], ...] = (
    _changed,
    _changed,
    _changed,
    _dropped,
    _doubled,
    _moved,
    _worded,
    _worded,
    _worded,
    _nested,
)


def _torn(content: bytes, random: Random) -> bytes:
    place = random.randrange(len(content))
    return random.choice(
        [
            content[:place],
            content[:place] + bytes(random.choices(range(256), k=4)) + content[place + 4 :],
            content[:place] + b"[" * 5_000 + content[place:],
            content[:place] + b"9" * 5_000 + content[place:],
            content.replace(b": 1", random.choice([b": 1e400", b": NaN", b": -Infinity", b": 0x1", b": 01"]), 1),
            content + content,
        ]
    )
