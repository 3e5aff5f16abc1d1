"""``kzfacts export`` as a person runs it: what is written where, and what is kept."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.errors import BadRequest
from kzfacts.facts import store
from kzfacts.render.export import FORMS, exported

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kzfacts.facts.base import Base
    from tests.conftest import Run

    Kzfacts = Callable[..., Run]

TEXTS = [form for form in FORMS if form != "sqlite"]


@pytest.mark.parametrize("form", TEXTS)
def test_text_goes_to_standard_output(kzfacts: Kzfacts, base: Base, form: str) -> None:
    """A text form is printed as it is and nothing is said beside it."""
    run = kzfacts("export", "--format", form)
    assert (run.code, run.err) == (0, "")
    assert run.out.encode() == exported(base, form, "en")


@pytest.mark.parametrize("form", FORMS)
def test_output_writes_a_file(kzfacts: Kzfacts, base: Base, form: str, tmp_path: Path) -> None:
    """With --output the file holds the export, standard output nothing, and what was done is said beside it."""
    path = tmp_path / "café facts"
    run = kzfacts("export", "--format", form, "--output", str(path), "--lang", "fr")
    assert (run.code, run.out, run.err) == (0, "", f"{base.size} faits écrits dans {path}\n")
    assert path.read_bytes() == exported(base, form, "fr")
    assert list(tmp_path.iterdir()) == [path]


def test_the_name_says_the_form(kzfacts: Kzfacts, base: Base, tmp_path: Path) -> None:
    """Without --format the end of the file's name decides; without either it is JSON."""
    path = tmp_path / "facts.sqlite"
    assert kzfacts("export", "--output", str(path)).code == 0
    assert sqlite3.connect(path).execute("SELECT count(*) FROM facts").fetchone() == (base.size,)
    assert len(kzfacts("export").json["facts"]) == base.size
    assert kzfacts("export", "--output", "-", "--format", "jsonl").out.count("\n") == base.size


def test_a_database_needs_a_file(kzfacts: Kzfacts) -> None:
    """A database does not go to standard output, and the refusal shows the command that works."""
    run = kzfacts("export", "--format", "sqlite")
    assert (run.code, run.out) == (2, "")
    assert "--output facts.sqlite" in run.err


def test_an_existing_file_is_kept(kzfacts: Kzfacts, tmp_path: Path) -> None:
    """A file that is there stays as it is unless --force says otherwise."""
    path = tmp_path / "facts.csv"
    path.write_text("mine", encoding="utf-8")
    run = kzfacts("export", "--format", "csv", "--output", str(path))
    assert (run.code, run.out, path.read_text(encoding="utf-8")) == (2, "", "mine")
    assert "hint: --force" in run.err
    assert kzfacts("export", "--format", "csv", "--output", str(path), "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("id,answer,")


@pytest.mark.parametrize(
    ("name", "said"), [("no/such/facts.json", "No such file or directory"), ("", "is not a file"), ("x" * 300, "File name too long")]
)
def test_what_cannot_be_written(kzfacts: Kzfacts, tmp_path: Path, name: str, said: str) -> None:
    """A missing folder, a folder and an impossible name are wrong command lines, in JSON too."""
    run = kzfacts("export", "--output", str(tmp_path / name), "--force", "--json")
    assert run.code == 2
    assert said in run.json["error"]["message"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", [form for form in TEXTS if form != "json"])
def test_json_holds_every_form(kzfacts: Kzfacts, form: str) -> None:
    """With --json each text form comes in the envelope."""
    reply = kzfacts("export", "--format", form, "--json").json
    assert list(reply) == ["schema_version", "data_version", "command", "found", "language", "format", "count", "content"]
    assert reply["content"] == kzfacts("export", "--format", form).out


def test_json_tells_what_was_written(kzfacts: Kzfacts, base: Base, tmp_path: Path) -> None:
    """With --json and --output the object names the file; the JSON export itself is its own object."""
    path = tmp_path / "facts.json"
    reply = kzfacts("export", "--output", str(path), "--json").json
    assert (reply["format"], reply["count"], reply["output"], reply["bytes"]) == ("json", base.size, str(path), path.stat().st_size)
    assert kzfacts("export", "--json").json == json.loads(path.read_text(encoding="utf-8"))


def test_formulas_are_told_of(kzfacts: Kzfacts, small: dict[str, Any], tmp_path: Path) -> None:
    """A base with texts that a spreadsheet would run is exported unchanged, with a warning beside it."""
    small["facts"][0]["answer"]["en"] = "=1+1"
    (tmp_path / "base.json").write_text(json.dumps(small), encoding="utf-8")
    run = kzfacts("export", "--format", "csv", "--facts", str(tmp_path / "base.json"))
    assert run.code == 0
    assert ",=1+1," in run.out
    assert "formulas: 1" in run.err


def test_a_failed_write_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, the old file stays whole and nothing lies beside it."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "facts.csv"
    path.write_bytes(b"mine")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadRequest, match="No space left"):
        store.save(path, b"new", force=True)
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_force_keeps_permissions_and_links(tmp_path: Path) -> None:
    """A replaced file keeps its permissions, and a link to it stays a link."""
    path, link = tmp_path / "facts.csv", tmp_path / "link.csv"
    path.write_bytes(b"old")
    path.chmod(0o600)
    link.symlink_to(path)
    store.save(link, b"new", force=True)
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    """Only files are written: --force does not put a file in the place of a device or a pipe."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BadRequest, match="not a file"):
        store.save(pipe, b"new", force=True)
    assert pipe.is_fifo()


def test_a_new_file_obeys_the_umask(tmp_path: Path) -> None:
    """A new file can be read by whom the person's umask lets read."""
    former = os.umask(0o027)
    try:
        store.save(tmp_path / "facts.csv", b"new")
    finally:
        os.umask(former)
    assert (tmp_path / "facts.csv").stat().st_mode & 0o777 == 0o640
