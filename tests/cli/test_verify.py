"""``kzfacts verify`` as a person and a script meet it: exit codes, streams, and what is said of each copy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.command import Ended, run
from tests.verify.orchard import REPORT, small

if TYPE_CHECKING:
    from pathlib import Path


def verify(home: Path, tmp_path: Path, content: str | bytes, *options: str, base: dict[str, Any] | None = None) -> Ended:
    """How verifying a copy of the report with *content* ends."""
    report, facts = tmp_path / "report.txt", tmp_path / "facts.json"
    report.write_bytes(content.encode() if isinstance(content, str) else content)
    facts.write_text(json.dumps(base or small(), ensure_ascii=False), encoding="utf-8")
    return run(home, ["verify", str(report), "--facts", str(facts), *options])


def false() -> dict[str, Any]:
    """The small base with one figure changed in one language."""
    base = small()
    base["facts"][0]["answer"]["fr"] = "Environ 1 300 en 2024"
    return base


def test_a_true_base_holds(home: Path, tmp_path: Path) -> None:
    """All found is exit code 0, with the sums and the line on what is not established, and nothing on standard error."""
    ended = verify(home, tmp_path, REPORT)
    assert (ended.code, ended.err) == (0, "")
    assert "\t0\t0\n" in ended.out
    assert "Not found" not in ended.out.partition("Claims")[0]
    assert ended.out.splitlines()[-1].startswith("Verified: ")


def test_a_false_base_is_told_by_its_claims(home: Path, tmp_path: Path) -> None:
    """Each claim that is not found is a line: who says it, where, what, and where it was looked for."""
    ended = verify(home, tmp_path, REPORT, base=false())
    assert (ended.code, ended.err) == (1, "")
    assert "ruritania-apples\tanswer (fr)\tfigure\t“1 300”\t¶1, note 1\n" in ended.out


def test_it_speaks_french(home: Path, tmp_path: Path) -> None:
    """The same in French."""
    ended = verify(home, tmp_path, REPORT, "--lang", "fr", base=false())
    assert "ruritania-apples\tanswer (fr)\tchiffre\t« 1 300 »\t¶1, note 1\n" in ended.out
    assert ended.out.splitlines()[-1].startswith("Vérifié : ")


def test_json_carries_every_claim(home: Path, tmp_path: Path) -> None:
    """Each claim has its status, and found tells the exit code."""
    reply = verify(home, tmp_path, REPORT, "--json").json
    assert reply["found"] is True
    assert reply["edition"] == {"known": True, "same": True, "differing": []}
    assert len(reply["claims"]) == reply["sums"]["all"]["found"] > 30
    claim = next(claim for claim in reply["claims"] if claim["field"] == "value" and claim["language"] is None)
    assert claim == {
        "id": "ruritania-apples",
        "kind": "value",
        "field": "value",
        "language": None,
        "said": "1200 apples",
        "status": "found",
        "where": "¶1",
        "reason": None,
        "other_edition": False,
    }
    wrong = verify(home, tmp_path, REPORT, "--json", base=false())
    assert (wrong.code, wrong.json["found"]) == (1, False)


def test_another_edition_is_no_false_fact(home: Path, tmp_path: Path) -> None:
    """Where the copy differs the place is named, and what is not found there is listed apart."""
    ended = verify(home, tmp_path, REPORT.replace("1 200", "1 250"))
    assert ended.code == 1
    assert "the text differs at ¶1." in ended.out
    there, _, _ = ended.out.partition("Claims")
    assert "Not found where the text is of another edition" in there
    assert "Not found in the report" not in there
    reply = verify(home, tmp_path, REPORT.replace("1 200", "1 250"), "--json").json
    assert reply["edition"] == {"known": True, "same": False, "differing": ["¶1"]}
    assert {claim["other_edition"] for claim in reply["claims"] if claim["status"] == "not_found"} == {True}


def test_an_edition_with_the_same_figures_fails_too(home: Path, tmp_path: Path) -> None:
    """A copy whose words differ is another edition even where every claim is found."""
    ended = verify(home, tmp_path, REPORT.replace("achète toutes", "prend toutes"))
    assert ended.code == 1
    assert "the text differs at ¶2." in ended.out


def test_a_base_without_fingerprints_says_so(home: Path, tmp_path: Path) -> None:
    """Where the edition cannot be told, that is said, and claims are held all the same."""
    base = small()
    for record in (*base["paragraphs"], *base["footnotes"]):
        del record["fingerprint"]
    ended = verify(home, tmp_path, REPORT, base=base)
    assert ended.code == 0
    assert "holds no fingerprints" in ended.out


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", 2, "is empty"),
        (b"\0\1\2", 2, "is binary"),
        (REPORT.encode("latin-1"), 2, "is not UTF-8"),
        (REPORT.encode("utf-16"), 2, "is UTF-16"),
        (b"Another text.\n\nAltogether.", 2, "is not the report"),
        (b'{"facts": []}', 2, "is not the report"),
        (REPORT.partition("Rassendyll")[0].encode(), 1, "1 of the 2 paragraphs and 0 of the 1 footnotes"),
    ],
)
def test_a_bad_copy_ends_in_one_line(home: Path, tmp_path: Path, content: bytes, code: int, said: str) -> None:
    """What is no whole report ends in a line that says what was found and a hint, and in an object with --json."""
    ended = verify(home, tmp_path, content)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err.splitlines()[0]
    assert len(ended.err.splitlines()) == 2
    assert ended.err.splitlines()[1].startswith("hint: ")
    reply = verify(home, tmp_path, content, "--json")
    assert (reply.code, reply.err) == (code, "")
    assert said in reply.json["error"]["message"]


@pytest.mark.parametrize("name", ["nothing.txt", "."])
def test_a_file_that_cannot_be_read_is_named(home: Path, tmp_path: Path, name: str) -> None:
    """A missing file and a folder end in one line with the system's reason."""
    ended = run(home, ["verify", str(tmp_path / name)])
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"error: cannot read the report {tmp_path / name}: ")
