"""Options that every command takes where they make sense, so that no command has to remember them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kzfacts.cli.options import Fields, Pager
from kzfacts.cli.streams import Reply
from kzfacts.errors import BadRequest

if TYPE_CHECKING:
    from kzfacts.render.narrow import Cut

Command = Callable[..., Reply | Iterator[Reply] | None]

WHOLE = frozenset({"schema", "export"})
"""Commands whose JSON is no reply with facts that could be cut down."""


def shared(command: Command, name: str) -> Command:
    """*command* with ``--fields`` where it has ``--json``, and with ``--pager`` where it writes for people."""
    signature = inspect.signature(command, eval_str=True)
    own = signature.parameters
    wanted: dict[str, Any] = {"fields": Fields} if "as_json" in own and name not in WHOLE else {}
    wanted |= {"pager": Pager} if "color" in own else {}
    extra = {option: kind for option, kind in wanted.items() if option not in own}
    defaults = {"fields": None, "pager": False}

    def called(**given: Any) -> Reply | Iterator[Reply] | None:
        asked = {option: given.pop(option) for option in extra}
        if asked.get("fields") is not None:
            return _narrowed(command, given, name, asked["fields"])
        result = command(**given)
        return result._replace(paged=True) if asked.get("pager") and isinstance(result, Reply) else result

    parameters = list(own.values())
    for option, kind in extra.items():
        parameter = inspect.Parameter(option, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=defaults[option], annotation=kind)
        parameters.insert(_place(parameters, option), parameter)
    called.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {parameter: entry.annotation for parameter, entry in own.items()} | extra
    called.__doc__ = command.__doc__
    return called


def _place(parameters: Sequence[inspect.Parameter], option: str) -> int:
    """Where *option* stands on the help page: after ``--json``, the pager last."""
    names = [parameter.name for parameter in parameters]
    return names.index("as_json") + 1 if option == "fields" else len(names)


def _narrowed(command: Command, given: Mapping[str, Any], name: str, wish: str) -> Reply | Iterator[Reply] | None:
    """What *command* returns, its objects cut down to the fields that *wish* names."""
    from kzfacts.render.narrow import cut, narrowed

    if not given["as_json"]:
        raise BadRequest("--fields goes with --json", f"kzfacts {name} --json --fields {wish}")
    kept = cut(name, given.get("kind"), wish)
    result = command(**given)
    if isinstance(result, Reply):
        return result._replace(out=narrowed(result.out, kept))
    return _each(result or (), kept)


def _each(replies: Iterable[Reply], kept: Cut) -> Iterator[Reply]:
    from kzfacts.render.narrow import narrowed

    return (reply._replace(out=narrowed(reply.out, kept)) for reply in replies)
