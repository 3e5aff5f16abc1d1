"""The help topics: what scripts and shells need to know, each on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfacts.cli.usage import entry_line
from kzfacts.render.document import BLANK, Line, line

if TYPE_CHECKING:
    from collections.abc import Iterator

TOPICS: dict[str, tuple[str | tuple[str, str], ...]] = {
    "exit-codes": (
        "# Exit codes",
        ("0", "Answered, or done. An empty list is no failure, nor is a reader that goes away."),
        ("1", "Nothing found: no answer in the report, no such partner or reference, a line of a batch unanswered, a fact not verified."),
        ("2", "The command line is wrong, input cannot be read, or the answer cannot be written."),
        ("3", "The fact base cannot be read or is not valid."),
        ("130", "Interrupted by Ctrl-C."),
        "",
        "Standard output holds the answer and nothing else; what is said to a person goes to standard error.",
        "",
        "# In a script",
        '  kzfacts ask --value "$question"',
        "  case $? in",
        "    0) ;;",
        '    1) echo "the report does not say" ;;',
        '    *) echo "something is wrong" >&2 ;;',
        "  esac",
    ),
    "environment": (
        "# Environment",
        ("KZFACTS_LANG", "The language of answers, en or fr; --lang wins over it."),
        ("KZFACTS_FACTS", "Another fact base; --facts wins over it."),
        ("KZFACTS_CACHE", "The folder for compiled fact bases; empty for none."),
        ("LANGUAGE", "Languages in order of preference: fr:en. For ask, the language of the question wins over it."),
        ("LC_ALL, LC_MESSAGES, LANG", "The locale, whose language counts where LANGUAGE names none; English for all but French."),
        ("NO_COLOR", "Not empty: no colour, no bold."),
        ("FORCE_COLOR", "Not empty and not 0: colour, also in a pipe. NO_COLOR wins over it."),
        ("CLICOLOR_FORCE", "The same."),
        ("CLICOLOR", "0: no colour."),
        ("TERM", "dumb: no colour."),
        ("COLUMNS", "The width to fill where it is not the terminal's."),
        ("PAGER", "The program that --pager calls: less -FRX where it is not set, none where it is empty."),
        "",
        "The option --color always or never wins over all of them.",
    ),
    "output": (
        "# Output",
        ("on a terminal", "Text, wrapped to its width, coloured."),
        ("in a pipe or file", "The same text in UTF-8: one line a paragraph, tables with tabs, no escape codes."),
        ("--json", "One JSON object, also when nothing is found or something is wrong; kzfacts schema NAME prints its schema."),
        ("--fields A,B", "With --json, only these fields of each fact, in this order."),
        ("--value", "The bare value: 6000, 20.3, 2022-11-28, else the short answer."),
        ("--batch", "A line for each line of input, as soon as it is known."),
        ("", "In a pipe: answer, statement, place and id with tabs between them; an empty line for a question without an answer."),
        ("", "With --value the value, or an empty line. With --json an object, whatever the question."),
        "",
        "Keys, ids and numbers in JSON are the same in every language.",
        "Keys may be added to a reply; none is taken away or changes its meaning unless schema_version changes.",
    ),
    "completion": (
        "# Completion",
        "Commands, options, partners, facts, topics, footnotes and languages, with what they mean, in your language.",
        "",
        ("bash", 'eval "$(kzfacts completion bash)" in ~/.bashrc'),
        ("zsh", "kzfacts completion zsh > ~/.zfunc/_kzfacts, a folder that is in fpath before compinit"),
        ("fish", "kzfacts completion fish > ~/.config/fish/completions/kzfacts.fish"),
        ("powershell", "kzfacts completion powershell | Out-String | Invoke-Expression in $PROFILE"),
        "",
        "pip, pipx and uv also put them, with the manual page, below share/ of the environment that they install into.",
    ),
}
"""Topic -> its page: headings, entries of two columns, and lines."""


def topic_page(name: str) -> Iterator[Line]:
    """The page of the topic *name*."""
    for row in TOPICS[name]:
        if isinstance(row, tuple):
            yield entry_line(*row)
        elif row.startswith("# "):
            yield line((row[2:], "heading"))
        else:
            indent = len(row) - len(row.lstrip())
            yield line(row.lstrip(), indent=indent, hang=indent) if row else BLANK
