"""What scripts rely on, case by case: exit code, standard output, standard error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.cli.command import SMALL, run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

APPLES = "how many apples did ruritania sell in 2024"
FACTS = ("--facts", SMALL)
NONE = ""
SOME = r"(?s:.+)"


class Case(NamedTuple):
    """Arguments, and what must come of them: the outputs are patterns that must match as a whole."""

    arguments: Sequence[str | bytes]
    code: int
    out: str
    err: str = NONE
    stdin: str | bytes = ""
    env: Mapping[str, str] | None = None
    turned: str | None = None


def error(message: str, hint: str | None = SOME) -> str:
    """The pattern of an error in text: one line, and one with a hint."""
    return f"error: {message}\n" + (f"hint: {hint}\n" if hint else "")


def small(*words: str | bytes) -> tuple[str | bytes, ...]:
    """The command line *words* with the small base."""
    return (*words, *FACTS)


ASK = [
    Case(small("ask", *APPLES.split()), 0, r"About 1,200 in 2024\n(?s:.+)https://example.org/apples\n(?s:.+)"),
    Case(small("ask", APPLES), 0, r"About 1,200 in 2024\n(?s:.+)"),
    Case(small("ask", APPLES, "--lang", "fr"), 0, "Environ 1 200 en 2024\n(?s:.+)"),
    Case(small("ask", APPLES, "--lang", "FR"), 0, "Environ 1 200 en 2024\n(?s:.+)"),
    Case(small("ask", APPLES), 0, "Environ 1 200 en 2024\n(?s:.+)", env={"KZFACTS_LANG": "fr"}),
    Case(small("ask", APPLES, "--lang", "en"), 0, "About(?s:.+)", env={"KZFACTS_LANG": "fr"}),
    Case(small("ask", APPLES), 0, "About(?s:.+)", env={"LANGUAGE": "fr", "LANG": "fr_FR.UTF-8"}),
    Case(small("ask", "combien de pommes la ruritanie a-t-elle vendues ?"), 0, "Environ 1 200 en 2024\n(?s:.+)"),
    Case(small("ask", "сколько яблок продала Руритания"), 0, "About 1,200 in 2024\n(?s:.+)"),
    Case(small("ask", "--value", APPLES), 0, "1200\n"),
    Case(small("ask", "--value", APPLES, "--lang", "fr"), 0, "1200\n"),
    Case(small("ask", "--value", "who buys the pears"), 0, "Rassendyll\n"),
    Case(small("ask", "-", "--value"), 0, "1200\n", stdin=APPLES),
    Case(small("ask", "-", "--value"), 0, "1200\n", stdin=f"\n  \n{APPLES}\r\nwho buys the pears\n"),
    Case(small("ask", "-", "--value"), 0, "1200\n", stdin=b"\xef\xbb\xbf" + APPLES.encode()),
    Case(small("ask", "who won the tennis in narnia"), 1, NONE, SOME),
    Case(small("ask", "--value", "who won the tennis in narnia"), 1, NONE, SOME),
    Case(small("ask", ""), 1, NONE, "The report does not say.\n(?s:.*)"),
    Case(small("ask", "   "), 1, NONE, SOME),
    Case(small("ask", "?!…"), 1, NONE, SOME),
    Case(small("ask", "-"), 1, NONE, SOME),
    Case(small("ask", "--explain", "--value", APPLES), 0, "1200\n", "Why\n(?s:.+)"),
    Case(("ask",), 2, NONE, error("ask takes a question, or --batch and none")),
    Case(("ask", "--batch", "word"), 2, NONE, error("ask takes a question, or --batch and none")),
    Case(("ask", "--value", "--json", "x"), 2, '{"schema_version": 1, "command": "ask", "error": .+\n'),
    Case(("ask", "inflation in 2022", "--value"), 0, "20.3\n"),
    Case(("ask", "how many chinese companies work in kazakhstan", "--value"), 0, "6000\n"),
]

BATCH = [
    Case(small("ask", "--batch"), 0, NONE),
    Case(small("ask", "--batch"), 0, "About 1,200 in 2024\tRuritania sold.+\tTest report, section A, ¶1\truritania-apples\n", stdin=APPLES),
    Case(small("ask", "--batch", "--value"), 0, "1200\nRassendyll\n", stdin=f"{APPLES}\nwho buys the pears\n"),
    Case(small("ask", "--batch", "--value"), 1, "1200\n\n1200\n", "2: The report does not say.\n", stdin=f"{APPLES}\n\n{APPLES}\n"),
    Case(small("ask", "--batch"), 1, "\n", "1: The report does not say. .narnia.\n", stdin="narnia\n"),
    Case(small("ask", "--batch", "--json"), 0, NONE),
    Case(small("ask", "--batch", "--json"), 1, r"\{.+\}\n\{.+no_answer.+\}\n\{.+\}\n", stdin=f"{APPLES}\n\n{APPLES}\n"),
    Case(small("ask", "--batch", "--json", "--fields", "value"), 0, r'.+"results": \[\{"value": 1200\}.*\n', stdin=APPLES),
    Case(small("ask", "--batch", "--json", "--fields", "valu"), 2, ".+no such field: valu.+\n", stdin=APPLES),
    Case(small("ask", "--batch", "--value"), 1, "1200\n\n", SOME, stdin=APPLES.encode() + b"\n\xff\xfe\x00\n"),
    Case(small("ask", "--batch", "--value"), 0, "1200\n", "1: only the first 2000 .+\n", stdin=APPLES.encode() + b" apples" * 500_000),
]

LOOKUPS = [
    Case(small("partner", "ruritania"), 0, "Ruritania\nA neighbour.\n(?s:.+)"),
    Case(small("partner", "Руритания"), 0, "Ruritania\n(?s:.+)"),
    Case(small("partner", "ruritanie", "--lang", "fr"), 0, "Ruritanie\nUn voisin.\n(?s:.+)"),
    Case(small("partner", "ruritania"), 0, "Ruritanie\n(?s:.+)", env={"LANGUAGE": "fr:en"}),
    Case(small("partner", "ruritania"), 0, "Ruritanie\n(?s:.+)", env={"LANG": "fr_CA.UTF-8"}),
    Case(small("partner", "ruritania"), 0, "Ruritania\n(?s:.+)", env={"LC_ALL": "C", "LANG": "fr_FR"}),
    Case(small("partner", "ruritannia"), 0, "Ruritania\n(?s:.+)", "“ruritannia” is read as Ruritania\n"),
    Case(small("partner", "narnia"), 1, NONE, error("the report names no partner “narnia”")),
    Case(("partner", "rusia", "and", "chna"), 1, NONE, error("the report names no partner “rusia and chna”")),
    Case(("partner",), 2, NONE, error(".+")),
    Case(small("show", "ruritania-apples"), 0, "About 1,200 in 2024\n(?s:.+)"),
    Case(small("show", "ruritania-apples", "--value"), 0, "1200\n"),
    Case(small("show", "harvest-start", "--value"), 0, "2024-09\n"),
    Case(small("show", "note", "1"), 0, "Note 1: Counted at the border.\n(?s:.+)"),
    Case(small("show", "1"), 0, "Note 1: Counted(?s:.+)"),
    Case(small("show", "p1"), 0, "¶1, section A, Trade\n(?s:.+)"),
    Case(small("show", "¶1"), 0, "¶1, section A, Trade\n(?s:.+)"),
    Case(small("show", "A"), 0, "A Trade\n(?s:.+)"),
    Case(small("show", "trade"), 0, "Trade\n(?s:.+)"),
    Case(small("show", "note", "1", "--value"), 2, NONE, error("--value goes with a fact")),
    Case(
        small("show", "ruritania-aples"), 1, NONE, error("the base has nothing named “ruritania-aples”", "did you mean ruritania-apples.+")
    ),
    Case(small("show", "note", "9"), 1, NONE, error(".+")),
    Case(("show",), 2, NONE, error(".+")),
    *(Case(small("list", kind), 0, SOME) for kind in ("facts", "partners", "topics", "notes", "sections")),
    Case(small("list", "partners"), 0, "ruritania\tRuritania\n"),
    Case(small("list", "partners", "--lang", "fr"), 0, "ruritania\tRuritanie\n"),
    Case(("list", "fact"), 2, NONE, error(".+", "did you mean facts.")),
    Case(small("timeline"), 0, SOME),
    Case(small("timeline", "--since", "2030"), 0, NONE, SOME),
    Case(small("timeline", "--partner", "narnia"), 1, NONE, error(".+")),
    Case(small("timeline", "--since", "yesterday"), 2, NONE, error(".+")),
    Case(small("figures"), 0, SOME),
    Case(small("figures", "--topic", "war"), 1, NONE, error(".+")),
    Case(("compare", "russia", "china"), 0, SOME),
    Case(("compare", "russia"), 2, NONE, error("compare takes two partners or more")),
    Case(small("cite", "ruritania-apples"), 0, ".+\n"),
    Case(small("cite", "nothing-at-all"), 1, NONE, error(".+")),
    Case(small("export", "--format", "jsonl"), 0, r"(?:\{.+\}\n){3}"),
    Case(small("export", "--format", "sqlite"), 2, NONE, error(".+")),
]

JSON = [
    Case(small("ask", "--json", APPLES), 0, r'\{"schema_version": 1, .+"found": true, "status": "answered".+\}\n'),
    Case(small("ask", "--json", "narnia"), 1, r'\{"schema_version": 1, .+"found": false, "status": "no_answer", "results": \[\].+\}\n'),
    Case(small("partner", "--json", "narnia"), 1, r'\{.+"partner": null, "facts": \[\], "suggestions": \[\]\}\n'),
    Case(small("show", "--json", "narnia"), 1, r'\{.+"found": false, "facts": \[\], "error": \{"kind": "unknown_name".+\}\n'),
    Case(small("cite", "--json", "narnia"), 1, r'\{.+"found": false, "error": \{"kind": "unknown_name".+\}\n'),
    Case(small("timeline", "--json", "--since", "2030"), 0, r'\{.+"facts": \[\].+\}\n'),
    Case(("ask", "--json"), 2, r'\{"schema_version": 1, "command": "ask", "error": \{"kind": "usage", .+\}\}\n'),
    Case(("ask", "--json", "--nope", "x"), 2, r'\{"schema_version": 1, "command": "ask", "error": \{"kind": "usage", .+\}\}\n'),
    Case(("list", "--json", "cats"), 2, r'\{"schema_version": 1, "command": "list", "error": \{"kind": "usage", .+\}\}\n'),
    Case(("show", "--json"), 2, r'\{"schema_version": 1, "command": "show", "error": \{"kind": "usage", .+\}\}\n'),
    Case(("nope", "--json"), 2, r'\{"schema_version": 1, "command": "kzfacts", "error": \{"kind": "usage", .+\}\}\n'),
    Case(("--json",), 2, r'\{"schema_version": 1, "command": "kzfacts", "error": \{"kind": "usage", .+\}\}\n'),
    Case(("ask", "--json", "x", "--lang", "de"), 2, r'\{.+"error": \{"kind": "usage", .+\}\}\n'),
    Case(("ask", "--json", "x", "--facts", "/nowhere"), 3, r'\{.+"command": "ask", "error": \{"kind": "fact_base", .+\}\}\n'),
    Case(("ask", *FACTS, "--", "--json", APPLES), 0, "About(?s:.+)"),
    Case(("ask", "--nope", "--", "--json"), 2, NONE, error("no such option: --nope")),
    Case(small("ask", "--json", "--fields", "id,value", APPLES), 0, r'.+"results": \[\{"id": "ruritania-apples", "value": 1200\}.+\n'),
    Case(small("ask", "--json", "--fields", " value , id ", APPLES), 0, r'.+"results": \[\{"value": 1200, "id": "ruritania-apples"\}.+\n'),
    Case(small("ask", "--json", "--fields", "colour", APPLES), 2, r'.+"no such field: colour", "hint": "the fields are id, score, .+\n'),
    Case(small("ask", "--json", "--fields", "", APPLES), 2, r'.+"no such field: \(none\)".+\n'),
    Case(small("ask", "--fields", "id", APPLES), 2, NONE, error("--fields goes with --json")),
    Case(small("partner", "ruritania", "--json", "--fields", "id"), 0, r'.+"facts": \[\{"id": "ruritania-apples"\}.+\n'),
    Case(small("show", "note", "1", "--json", "--fields", "id"), 0, r'.+"facts": \[\{"id": "ruritania-apples"\}\].+\n'),
    Case(small("list", "partners", "--json", "--fields", "name"), 0, r'.+"partners": \[\{"name": "Ruritania"\}\]\}\n'),
    Case(small("list", "partners", "--json", "--fields", "value"), 2, r'.+"the fields are key, name".+\n'),
    Case(small("timeline", "--json", "--fields", "date"), 0, r'.+"facts": \[\{"date": "2024"\}, \{"date": "2024-09"\}\].*\n'),
    Case(small("figures", "--json", "--fields", "value"), 0, r'.+"facts": \[\{"value": 1200\}\].*\n'),
    Case(("compare", "russia", "china", "--json", "--fields", "id"), 0, r'.+"facts": \[\{"id": "[^"]+"\}, .+\n'),
    Case(small("cite", "ruritania-apples", "--json", "--fields", "citation"), 0, r'.+"found": true, "citation": "[^"]+.+"\}\n'),
]

HELP = [
    Case((), 0, r"kzfacts: .+\n\n  kzfacts ask .+\n  kzfacts partner .+\n  kzfacts show .+\n(?s:.+)"),
    Case(("--version",), 0, r"kzfacts \d+\.\d+\.\d+\n"),
    Case(("-V",), 0, r"kzfacts \d+\.\d+\.\d+\n"),
    Case(("--help",), 0, "Usage: kzfacts COMMAND(?s:.+)"),
    Case(("-h",), 0, "Usage: kzfacts COMMAND(?s:.+)"),
    Case(("help",), 0, "Usage: kzfacts COMMAND(?s:.+)"),
    Case(("ask", "-h"), 0, r"Usage: kzfacts ask \[OPTIONS\] \[WORDS…\]\n(?s:.+)"),
    Case(("help", "ask"), 0, r"Usage: kzfacts ask \[OPTIONS\] \[WORDS…\]\n(?s:.+)"),
    Case(("ask", "words", "--help", "--json"), 0, "Usage: kzfacts ask(?s:.+)"),
    Case(("-h",), 0, "Usage: kzfacts COMMAND\\b(?s:.+)Demander(?s:.+)", env={"LANG": "fr_FR.UTF-8"}),
    Case(("help", "exit-codes"), 0, "Exit codes\n(?s:.+)"),
    Case(("help", "exit-code"), 2, NONE, error("no such topic: exit-code", "did you mean exit-codes.")),
    Case(("aks", "x"), 2, NONE, error("no such command: aks", "did you mean kzfacts ask.; .+")),
    Case(("how", "many", "tractors"), 2, NONE, error("no such command: how", ".+kzfacts ask how many tractors")),
    Case(("",), 2, NONE, error(r"no such command: \(empty\)")),
    Case(("--lang", "fr", "ask", "x"), 2, NONE, error("no such option: --lang", "options stand after the command.+")),
    Case(("ask", "--valeu", "x"), 2, NONE, error("no such option: --valeu", "did you mean --value.+")),
    Case(("ask", "-5", "degrees"), 2, NONE, error("no such option: -5", ".+put -- before words that begin with a dash")),
    Case(("ask", "x", "--color", "allways"), 2, NONE, error(".+", "did you mean always.")),
    Case(("ask", "x", "--color"), 2, NONE, error(".+")),
    Case(("schema",), 0, r"ask\t.+\n(?s:.+)\nfacts\t.+\n"),
    Case(("schema", "--json"), 0, r'\{"schema_version": 1, "command": "schema", "found": true, "schemas": \[.+\]\}\n'),
    Case(("schema", "aks"), 2, NONE, error("no such schema: aks", "did you mean ask.")),
    *(Case(("completion", shell), 0, SOME) for shell in ("bash", "zsh", "fish", "powershell")),
    Case(("completion", "tcsh"), 2, NONE, error(".+")),
]

HOSTILE = [
    Case(small("ask", "[bold red]apples[/] [link=http://x]y[/link]"), 1, NONE, SOME),
    Case(small("partner", "[red]x[/red]"), 1, NONE, error(r"the report names no partner “\[red\]x\[/red\]”")),
    Case(("[red]x[/red]",), 2, NONE, error(r"no such command: \[red\]x\[/red\]")),
    Case(("ask", "--[red]"), 2, NONE, error(r"no such option: --\[red\]")),
    Case(small("show", "\x1b[31m\x07\u202e\u009b2J"), 1, NONE, error("the base has nothing named “�\\[31m���2J”")),
    Case(("\x1b]0;title\x07",), 2, NONE, error("no such command: �]0;title�")),
    Case(("ask", "--\x1b[31m"), 2, NONE, error(r"no such option: --�\[31m")),
    Case(("list", "\x1b[31m\u202e"), 2, NONE, error(".+")),
    Case(("ask", "x", "--lang", "\x1b[31m"), 2, NONE, error(".+")),
    Case(("ask", "x", "--facts", "\x1b[31m"), 3, NONE, error(r"cannot read the fact base �\[31m.+", None)),
    Case(small("ask", "--json", "\x1b[31m\u202eapples\u009b"), 1, r'.+"question": "\\u001b\[31m\\u202eapples\\u009b".+\n'),
    Case(small("ask", b"how many appl\xe9s did ruritania sell", "--json"), 0, '.+"question": "how many appl�s did ruritania sell".+\n'),
    Case(small("partner", b"\xff\xfe"), 1, NONE, error("the report names no partner “��”")),
    Case(small("show", b"\xff"), 1, NONE, error("the base has nothing named “�”")),
    Case((b"\xff",), 2, NONE, error("no such command: �")),
    Case(("ask", "x", "--facts", b"/\xff/base.json"), 3, NONE, error("cannot read the fact base /�/base.json.+", None)),
    Case(small("ask", "-"), 1, NONE, SOME, stdin=b"\xff\x00\xfe" * 100),
    Case(small("ask", "-"), 1, NONE, "only the first 2000 characters.+\n(?s:.+)", stdin=b"a" * 3_000_000),
    Case(small("ask", "--value", "-"), 0, "1200\n", "only the first 2000 characters.+\n", stdin=APPLES.encode() + b" apples" * 500_000),
    Case(small("ask", *["word"] * 20_000), 1, NONE, "only the first 2000 characters.+\n(?s:.+)"),
    Case(["x" * 100_000] * 10, 2, NONE, error("no such command: x{59}…", ".{0,100}")),
    Case(small("partner", "x" * 100_000), 1, NONE, error(".{0,200}")),
    Case(small("show", "x" * 100_000), 1, NONE, error(".{0,300}")),
    Case(("list", "x" * 100_000), 2, NONE, error(".{0,400}")),
    Case(("ask", "x", "--facts", "/" + "x" * 5000), 3, NONE, "error: cannot read the fact base .+\n"),
    Case(("ask", "x", "--facts", ""), 3, NONE, error(".+", None)),
    Case(("ask", "x", "--facts", "/"), 3, NONE, error(".+", None)),
    Case(("ask", "x", "--facts", "/dev/null"), 3, NONE, error("the fact base is not JSON.+")),
    Case(("list", "topics"), 3, NONE, error(".+", None), env={"KZFACTS_FACTS": "/nowhere"}),
    Case(("list", "topics"), 0, SOME, env={"KZFACTS_FACTS": "", "KZFACTS_LANG": ""}),
    Case(("list", "topics"), 2, NONE, error(".+"), env={"KZFACTS_LANG": "de"}),
]

ENVIRONMENT = [
    *(
        Case(small("ask", "--value", APPLES), 0, "1200\n", env=env)
        for env in (
            {"LC_ALL": "C"},
            {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"LC_ALL": "xx_YY.nonsense"},
            {"LANG": "", "LANGUAGE": ":::"},
            {"HOME": ""},
            {"HOME": "/nonexistent", "KZFACTS_CACHE": ""},
            {"KZFACTS_CACHE": "/proc/nowhere"},
            {"KZFACTS_CACHE": "/dev/null"},
            {"KZFACTS_CACHE": "/dev/null/\x1b[31m"},
            {"PYTHONIOENCODING": "latin-1:strict"},
            {"COLUMNS": "0"},
            {"COLUMNS": "wide"},
            {"TERM": ""},
        )
    ),
    Case(
        small("show", "note", "1", "--lang", "fr"), 0, "Note 1 : Comptées(?s:.+)", env={"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C"}
    ),
    Case(small("ask", "--value", APPLES), 0, "1200\n", turned='env -i "$@"'),
    Case(small("ask", "--value", "-"), 0, "1200\n", stdin=APPLES.encode(), turned='env -i "$@"'),
    Case(small("ask", APPLES), 2, NONE, error("cannot write the answer: .+", None), turned='"$@" >/dev/full'),
    Case(("--version",), 2, NONE, error("cannot write the answer: .+", None), turned='"$@" >/dev/full'),
    Case(("--help",), 2, NONE, error("cannot write the answer: .+", None), turned='"$@" >/dev/full'),
    Case(("list", "nope", "--json"), 2, NONE, error("cannot write the answer: .+", None), turned='"$@" >/dev/full'),
    Case(small("ask", APPLES), 2, NONE, error("cannot write the answer: .+", None), turned='"$@" >&-'),
    Case(small("ask", APPLES), 2, NONE, turned='"$@" >&- 2>&-'),
    Case(small("ask", "narnia"), 1, NONE, turned='"$@" >&-  2>&-'),
    Case(small("ask", "narnia"), 1, NONE, turned='"$@" 2>/dev/full'),
    Case(small("ask", "--value", APPLES), 0, "1200\n", turned='"$@" 2>&-'),
    Case(small("ask", "-"), 1, NONE, SOME, turned='"$@" <&-'),
    Case(small("ask", "--batch"), 0, NONE, turned='"$@" <&-'),
    Case(small("ask", "--batch"), 2, NONE, error("cannot read standard input: .+", None), turned='"$@" 0>/dev/null'),
    Case(small("list", "facts"), 0, "0\n", turned='{ "$@"; echo $? >&2; } 2>&1 >/dev/null | cat'),
    Case(("list", "facts"), 0, ".+\n0\n", turned='{ { "$@"; echo $? >&3; } | head -1; } 3>&1'),
    Case(small("ask", "--batch"), 0, ".+\n", turned=f'yes "{APPLES}" | "$@" | head -1'),
    Case(small("ask", "--value", APPLES), 0, "1200\n", turned='cd "$(mktemp -d)" && rmdir "$PWD" && "$@"'),
    Case(small("ask", "--value", APPLES), 0, "1200\n", turned='ulimit -n 16; "$@"'),
    Case(small("ask", "--value", APPLES), 0, "1200\n", turned='umask 777; KZFACTS_CACHE="$(mktemp -d)/x" "$@"'),
]

CASES = {
    f"{name}-{place}": case
    for name, cases in {
        "ask": ASK,
        "batch": BATCH,
        "lookup": LOOKUPS,
        "json": JSON,
        "help": HELP,
        "hostile": HOSTILE,
        "environment": ENVIRONMENT,
    }.items()
    for place, case in enumerate(cases)
}


def test_there_are_enough_cases() -> None:
    """The table holds at least 120 cases."""
    assert len(CASES) >= 120


@pytest.mark.parametrize("name", CASES)
def test_the_contract_holds(name: str, home: Path) -> None:
    """A run ends with the exit code and the outputs of its case, and nothing in them steers a terminal."""
    case = CASES[name]
    ended = run(home, case.arguments, stdin=case.stdin, env=case.env, turned=case.turned)
    assert ended.code == case.code, ended
    assert re.fullmatch(case.out, ended.out), ended
    assert re.fullmatch(case.err, ended.err), ended
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ended.out + ended.err)
