"""A citation for BibTeX and BibLaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.render.citation.work import name, remark, said
from kzfacts.render.labels import label

if TYPE_CHECKING:
    from kzfacts.render.citation.work import Work

SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # and no \{, whose brace BibTeX would still count
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{char: rf"\{char}" for char in "#$%&_"},
    }
)
"""Characters that mean something to TeX; all others may stand in UTF-8."""

IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
r"""Characters that would end a ``\url`` or its field; the others are taken as they stand."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names under which every style knows the months."""


def bibtex(work: Work, language: str) -> str:
    """A ``@techreport``, the type that BibTeX has for reports of an institution and that BibLaTeX knows as well."""
    fields = {
        "author": _author(work.author),
        "title": _braced(f"{{{tex(work.title)}}}"),  # twice braced, so that no style takes the capitals away
        "origtitle": work.original and _braced(tex(work.original)),
        "institution": _braced(f"{{{tex(work.institution)}}}"),
        "type": _braced(label("report type", language)),
        "number": _braced(tex(work.number)),
        **_date(work.date),
        "note": _braced(tex(_sentence(remark(work, language)))),
        "annote": _braced(tex(said(work, language) or "")),
        "url": _braced(work.url.translate(IN_ADDRESS)),
        "langid": _braced(label("language name", language)),
    }
    rows = (f"  {field} = {value},\n" for field, value in fields.items() if value and value != "{}")
    return f"@techreport{{{work.key},\n{''.join(rows)}}}\n"


def tex(value: str) -> str:
    """*value* with everything escaped that TeX would act on."""
    return value.translate(SPECIAL)


def _braced(value: str) -> str:
    return f"{{{value}}}"


def _author(author: str) -> str:
    family, given = name(author)
    return _braced(f"{tex(family)}, {tex(given)}" if given else _braced(tex(family)))


def _date(date: str) -> dict[str, str]:
    """Year, month and day of *date*, or of its start, as far as they are known; months by BibTeX's own names."""
    year, month, day = [*date.split("/", maxsplit=1)[0].split("-"), "", ""][:3]
    known = month and 1 <= int(month) <= len(MONTHS)
    return {"year": _braced(year), "month": MONTHS[int(month) - 1] if known else "", "day": _braced(day.removeprefix("0"))}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
