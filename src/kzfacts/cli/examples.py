"""What the help pages show beside the commands: their groups and examples that work."""

from __future__ import annotations

GROUPS = {
    "Ask and look up": ("ask", "partner", "show", "list"),
    "Compare and follow": ("compare", "timeline", "figures"),
    "Cite and take away": ("cite", "export"),
    "Check": ("verify", "schema"),
    "Shell": ("completion", "help"),
}
"""Heading of the help page -> the commands under it."""

EXAMPLES = {
    "kzfacts": ("kzfacts ask how many chinese companies work in kazakhstan", "kzfacts partner russia", "kzfacts show note 61"),
    "ask": (
        "kzfacts ask inflation in 2022",
        'kzfacts ask --value "what was inflation in 2022?"',
        'kzfacts ask --json --fields id,value,unit "combien d\'entreprises chinoises ?"',
        "kzfacts ask --batch --json < questions.txt",
    ),
    "partner": ("kzfacts partner russia", "kzfacts partner --json --fields id,answer Chine"),
    "show": ("kzfacts show note 61", "kzfacts show E.1.b", "kzfacts show p51", "kzfacts show --value inflation-2022"),
    "list": ("kzfacts list partners", "kzfacts list facts | grep -i inflation"),
    "cite": ("kzfacts cite inflation-2022", "kzfacts cite --format bibtex note 61"),
    "export": ("kzfacts export --format csv --output facts.csv", "kzfacts export --format jsonl | jq .id"),
    "timeline": ("kzfacts timeline --since 2022-06", "kzfacts timeline --partner china"),
    "figures": ("kzfacts figures --partner china", "kzfacts figures --json"),
    "compare": ("kzfacts compare russia china",),
    "verify": ("kzfacts verify report.txt",),
    "schema": ("kzfacts schema", "kzfacts schema ask"),
    "completion": ('eval "$(kzfacts completion bash)"', "kzfacts completion fish > ~/.config/fish/completions/kzfacts.fish"),
    "help": ("kzfacts help ask", "kzfacts help exit-codes"),
}
"""Command -> command lines to start from; the tests run those of the commands that need no file."""
