"""The errors that a person can cause, each with the exit code that scripts rely on."""

from __future__ import annotations


class KzfactsError(Exception):
    """Something the person can mend: *message* says what is wrong, *hint* what to do instead."""

    exit_code = 1
    kind = "error"

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnknownName(KzfactsError):
    """No such partner or reference; *suggestions* holds the nearest names, best first."""

    kind = "unknown_name"

    def __init__(self, message: str, hint: str | None = None, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.suggestions = suggestions


class BadRequest(KzfactsError):
    """The command line asks for something that cannot be done as it stands."""

    exit_code = 2
    kind = "usage"


class BadFacts(KzfactsError):
    """The fact base cannot be read or is not valid."""

    exit_code = 3
    kind = "fact_base"


class BadReport(BadRequest):
    """The file that facts were to be held against is not the report, or cannot be read."""

    kind = "report"


class HalfReport(KzfactsError):
    """The file is the report, but only a part of it."""

    kind = "half_report"
