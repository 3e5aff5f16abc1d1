"""Help pages and complaints about the command line, made from the commands themselves."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from kzfacts.cli.examples import EXAMPLES, GROUPS
from kzfacts.cli.french import spoken
from kzfacts.cli.options import Colour, formatted, interface_language
from kzfacts.cli.streams import Reply
from kzfacts.errors import BadRequest
from kzfacts.render.document import BLANK, Line, line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

COLUMN = 26
"""Where the explanation of an option starts."""


def help_page(context: Any, commands: Mapping[str, str]) -> Reply:
    """The help page of the command in *context*; the program's own lists *commands*."""
    language = interface_language(None)
    rows = _program(commands, language) if context.parent is None else _command(context, language)
    return Reply(formatted(list(rows), Colour.AUTO))


def _program(commands: Mapping[str, str], language: str) -> Iterator[Line]:
    yield line((spoken("Usage", language), "heading"), ": kzfacts COMMAND [OPTIONS] [WORDS]")
    yield BLANK
    yield line(spoken("What a French Senate report says of Kazakhstan's foreign policy, each fact with its source.", language))
    for group, names in GROUPS.items():
        yield BLANK
        yield _heading(group, language)
        yield from (entry_line(name, spoken(commands[name], language)) for name in names if name in commands)
    yield BLANK
    yield _heading("Options", language)
    yield entry_line("-h, --help", spoken("This page; after a command, the page of that command.", language))
    yield entry_line("-V, --version", spoken("Print the version.", language))
    yield BLANK
    yield from _examples("kzfacts", language)
    yield BLANK
    yield line(spoken("kzfacts help exit-codes, environment, output, completion: what scripts and shells need to know.", language))


def _command(context: Any, language: str) -> Iterator[Line]:
    name = context.command.name
    arguments = [entry for entry in context.command.params if entry.param_type_name == "argument"]
    options = [entry for entry in context.command.params if entry.param_type_name == "option" and not entry.hidden]
    yield line((spoken("Usage", language), "heading"), f": kzfacts {name} [OPTIONS] {' '.join(map(usage_of, arguments))}".rstrip())
    yield BLANK
    yield line(spoken(first_paragraph(context.command.help), language))
    if arguments:
        yield BLANK
        yield _heading("Arguments", language)
        yield from (entry_line(metavar(entry), spoken(entry.help or "", language)) for entry in arguments)
    yield BLANK
    yield _heading("Options", language)
    yield from (entry_line(option_names(entry), explained(entry, language)) for entry in options)
    yield entry_line("-h, --help", spoken("This page.", language))
    yield from _fields(name, language)
    yield BLANK
    yield from _examples(name, language)


def _heading(text: str, language: str) -> Line:
    return line((spoken(text, language), "heading"))


def entry_line(name: str, text: str) -> Line:
    """A name, then what it does beside it."""
    return line((name.ljust(COLUMN - 2) if len(name) < COLUMN - 2 else name + "  ", "key"), text, indent=2, hang=COLUMN - 2)


def first_paragraph(text: str | None) -> str:
    """The first paragraph of a docstring as one line."""
    return " ".join((text or "").split("\n\n")[0].split())


def choices(entry: Any) -> list[str]:
    """The only values that a parameter takes; none where it takes any."""
    return [str(getattr(choice, "value", choice)) for choice in getattr(getattr(entry, "type", None), "choices", ())]


def metavar(entry: Any) -> str:
    """What stands for the value of a parameter: its choices, its metavar, or its name in capitals."""
    return "|".join(choices(entry)) or entry.metavar or entry.name.upper()


def usage_of(entry: Any) -> str:
    """An argument as the usage line has it: in brackets where it may be left out, with an ellipsis where it may repeat."""
    name = metavar(entry) + ("…" if entry.nargs == -1 else "")
    return name if entry.required else f"[{name}]"


def option_names(entry: Any) -> str:
    """The spellings of an option, the shortest first, and what stands for its value."""
    names = ", ".join(sorted(entry.opts, key=len))
    return names if entry.is_flag else f"{names} {metavar(entry)}"


def explained(entry: Any, language: str) -> str:
    """What an option does, where else it can be set, and what holds where it is not."""
    parts = [spoken(first_paragraph(entry.help), language)]
    if entry.envvar:
        parts.append(f"({spoken('environment', language)}: {entry.envvar})")
    if not entry.is_flag and isinstance(entry.default, str):
        parts.append(f"({spoken('default', language)}: {getattr(entry.default, 'value', entry.default)})")
    return " ".join(parts)


def _fields(name: str, language: str) -> Iterator[Line]:
    from kzfacts.render.narrow import valid_fields

    if fields := valid_fields(name):
        yield BLANK
        yield _heading("Fields for --fields", language)
        yield line(", ".join(fields), indent=2)


def _examples(name: str, language: str) -> Iterator[Line]:
    if some := EXAMPLES.get(name):
        yield _heading("Examples", language)
        yield from (line(example, indent=2, hang=4) for example in some)


def unknown_command(words: Sequence[str], commands: Mapping[str, str]) -> BadRequest:
    """What to say when nobody knows the command that *words* start with; nothing is run in its stead."""
    hints = [f"did you mean kzfacts {name}?" for name in get_close_matches(words[0].lower(), commands, 1, LIKE)]
    if words[0] and (len(words) > 1 or not hints):
        hints.append(f"to ask a question: kzfacts ask {_cut(' '.join(words))}")
    hint = "; ".join(hints) or "kzfacts --help lists the commands"
    return BadRequest(f"no such command: {_cut(words[0]) or '(empty)'}", hint)


def nearest_of(word: str, names: Sequence[str]) -> str | None:
    """A hint at the one of *names* that *word* was meant to be; none where nothing is near."""
    near = get_close_matches(word.lower(), names, 1, LIKE)
    return f"did you mean {near[0]}?" if near else None


LIKE = 0.6
"""How much alike a name must be to be suggested, as difflib measures it."""


def _cut(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def complaint(error: Any) -> BadRequest:
    """What typer says is wrong with the command line, with a suggestion where one is near."""
    context = getattr(error, "ctx", None)
    name = context.command.name if context is not None and context.parent is not None else ""
    help_hint = f"kzfacts {name} --help lists its options" if name else "kzfacts --help lists the commands"
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):
        return BadRequest(f"no such option: {_cut(option)}", _option_hint(option, context, name) or help_hint)
    message = " ".join(getattr(error, "format_message", lambda: str(error))().split()).rstrip(".")
    near = get_close_matches(_said(message), choices(getattr(error, "param", None)), 1, LIKE)
    return BadRequest(_cut(message[:1].lower() + message[1:], 300), f"did you mean {near[0]}?" if near else help_hint)


def _said(message: str) -> str:
    """The value that a complaint quotes: ``fact`` in ``…: 'fact' is not one of …``."""
    return message.rpartition(" is not one of")[0].rpartition(": ")[2].strip("'\"").lower()


def _option_hint(option: str, context: Any, name: str) -> str | None:
    known = [spelling for entry in context.command.params for spelling in getattr(entry, "opts", ())] + ["--help"]
    near = get_close_matches(option, known, 2, LIKE)
    if near and name:
        return f"did you mean {' or '.join(near)}? kzfacts {name} --help lists its options"
    if not name:
        return f"did you mean {near[0]}?" if near else "options stand after the command: kzfacts ask --json WORDS"
    return f"kzfacts {name} --help lists its options; put -- before words that begin with a dash"
