"""The cache of compiled bases: never stale, never in the way, and the only thing that is written."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kzfacts.engine.ask import ask, languages_of
from kzfacts.engine.library import EDITION, fill
from kzfacts.errors import BadFacts
from kzfacts.facts import store
from kzfacts.facts.rows import SCHEMA
from kzfacts.facts.store import digest, open_base
from tests.conftest import PASSED_ON

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

    Kzfacts = Callable[..., Run]

SMALL = Path(__file__).resolve().parent.parent / "small.json"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder that does not exist yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("KZFACTS_CACHE", str(folder))
    return folder


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A fact base in a file of its own."""
    path = tmp_path / "facts.json"
    path.write_bytes(SMALL.read_bytes())
    return path


def quick(content: bytes, database: sqlite3.Connection) -> None:
    """A compiler that keeps only the bytes, as the version of the base."""
    database.execute("INSERT INTO part VALUES ('data_version', ?)", [json.dumps(content.decode())])


def never(_content: bytes, _database: sqlite3.Connection) -> None:
    """A compiler that must not be called."""
    raise AssertionError("compiled again")


def kept(cache: Path) -> Path:
    """The one compiled form in *cache*."""
    (path,) = cache.glob("*.sqlite")
    return path


def listing(folder: Path) -> dict[str, tuple[int, int]]:
    """Each file below *folder* with its size and time."""
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def test_the_key_changes_with_content_and_edition() -> None:
    """Another content or another compiler is another compiled form; the same of both is the same one."""
    keys = [digest(b"a", "1"), digest(b"b", "1"), digest(b"a", "2"), digest(b"", "1")]
    assert len({*keys}) == len(keys)
    assert digest(b"a", "1") == keys[0]


def test_a_base_is_compiled_once(facts: Path, cache: Path) -> None:
    """An unchanged base is read from the cache, where its compiled form and a stamp lie."""
    open_base(facts, "1", quick)
    assert open_base(facts, "1", never).data_version == facts.read_text(encoding="utf-8")
    assert sorted(path.suffix for path in cache.iterdir()) == [".sqlite", ".stamp"]


def test_the_same_content_elsewhere_is_not_compiled_again(facts: Path, cache: Path, tmp_path: Path) -> None:
    """The compiled form belongs to the content, wherever the base lies."""
    open_base(facts, "1", quick)
    other = tmp_path / "other.json"
    other.write_bytes(facts.read_bytes())
    assert open_base(other, "1", never).data_version == facts.read_text(encoding="utf-8")
    assert kept(cache)


def _longer(path: Path) -> None:
    path.write_text("another base that is longer than the first", encoding="utf-8")


def _same_size_and_time(path: Path) -> None:
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"1,200", b"1,300"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _replaced(path: Path) -> None:
    status = path.stat()
    other = path.with_name("next.json")
    other.write_bytes(path.read_bytes().replace(b"1,200", b"1,400"))
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize("edit", [_longer, _same_size_and_time, _replaced])
def test_an_edited_base_is_compiled_again(facts: Path, cache: Path, edit: Callable[[Path], None]) -> None:
    """A changed base is never answered from its former state, which leaves the cache."""
    open_base(facts, "1", quick)
    edit(facts)
    assert open_base(facts, "1", quick).data_version == facts.read_text(encoding="utf-8")
    assert kept(cache).stem == digest(facts.read_bytes(), "1")


def test_another_edition_compiles_again(facts: Path, cache: Path) -> None:
    """What an earlier version of the program has compiled is not used."""
    open_base(facts, "1", never if cache.exists() else quick)
    with pytest.raises(AssertionError, match="compiled again"):
        open_base(facts, "2", never)


BROKEN: dict[str, bytes | int] = {
    "empty": b"",
    "garbage": b"\xff\0garbage" * 1_000,
    "zeros": bytes(20_000),
    "a page": 4_096,
    "half": -2,
    "all but a byte": -1,
}


@pytest.mark.parametrize("left", BROKEN.values(), ids=BROKEN)
def test_a_broken_compiled_form_is_made_again(facts: Path, cache: Path, left: bytes | int) -> None:
    """A compiled form that is cut off or no database at all is replaced, and the answer is right."""
    open_base(facts, "1", quick)
    content = kept(cache).read_bytes()
    kept(cache).write_bytes(left if isinstance(left, bytes) else content[: len(content) // 2] if left == -2 else content[:left])
    assert open_base(facts, "1", quick).data_version == facts.read_text(encoding="utf-8")
    assert open_base(facts, "1", never).data_version == facts.read_text(encoding="utf-8")


@pytest.mark.parametrize("share", [0.3, 0.9, 0.99])
def test_a_cut_off_index_is_made_again(facts: Path, cache: Path, share: float) -> None:
    """A compiled form that has its first pages and lacks the rest is not used for what it still has."""
    open_base(facts, EDITION, fill)
    content = kept(cache).read_bytes()
    kept(cache).write_bytes(content[: int(share * len(content)) // 4_096 * 4_096])
    base = open_base(facts, EDITION, fill)
    assert ask("how many apples did ruritania sell", base, languages_of(base)).found
    assert kept(cache).read_bytes() == content


@pytest.mark.parametrize("statement", ["UPDATE part SET json = '{'", "UPDATE part SET json = NULL", "DROP TABLE part"])
def test_a_damaged_compiled_form_ends_in_a_clear_line(facts: Path, cache: Path, statement: str) -> None:
    """A compiled form that is whole but does not hold what it must is named, so that it can be deleted."""
    open_base(facts, "1", quick)
    with closing(sqlite3.connect(kept(cache))) as database:
        database.execute(statement)
        database.commit()
    with pytest.raises(BadFacts, match="compiled fact base is damaged") as caught:
        _ = open_base(facts, "1", never).data_version
    assert str(kept(cache)) in (caught.value.hint or "")


@pytest.mark.parametrize("stamp", [b"", b"../../../etc/passwd", b"\xff\xfe", b"nothing.sqlite", b"a\0b"])
def test_a_broken_stamp_is_not_followed(facts: Path, cache: Path, stamp: bytes) -> None:
    """A stamp that names nothing in the cache is passed over and mended."""
    open_base(facts, "1", quick)
    (path,) = cache.glob("*.stamp")
    path.write_bytes(stamp)
    assert open_base(facts, "1", quick).data_version == facts.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8") == kept(cache).name


@pytest.mark.parametrize("folder", ["/dev/null", "/proc/nothing/here", "x" * 300], ids=["a device", "no folder", "long"])
def test_a_cache_that_cannot_be_written_does_no_harm(facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """Where the cache cannot be made, the base is compiled in memory."""
    monkeypatch.chdir(tmp_path)
    before = listing(tmp_path)
    monkeypatch.setenv("KZFACTS_CACHE", folder)
    assert open_base(facts, "1", quick).data_version == facts.read_text(encoding="utf-8")
    assert listing(tmp_path) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_read_only_cache_does_no_harm(facts: Path, cache: Path, mode: int) -> None:
    """Where nothing may be written, or not even read, the base is compiled in memory."""
    cache.mkdir()
    cache.chmod(mode)
    try:
        assert open_base(facts, "1", quick).data_version == facts.read_text(encoding="utf-8")
    finally:
        cache.chmod(0o700)
    assert not list(cache.iterdir())


def test_a_full_disk_does_no_harm(facts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails half-way, nothing stays in the cache and the answer is right."""

    def half(_database: sqlite3.Connection, path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "_copied", half)
    assert open_base(facts, "1", quick).data_version == facts.read_text(encoding="utf-8")
    assert not list(cache.glob("*.sqlite*"))


def test_an_empty_name_turns_the_cache_off(kzfacts: Kzfacts, tmp_path: Path) -> None:
    """With KZFACTS_CACHE empty nothing at all is written, not even in the home folder."""
    run = kzfacts("ask", "--facts", str(SMALL), "who buys the pears", env={"KZFACTS_CACHE": "", "HOME": str(tmp_path)})
    assert (run.code, "Rassendyll" in run.out) == (0, True)
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_outside_the_cache(kzfacts: Kzfacts, facts: Path, cache: Path, tmp_path: Path) -> None:
    """Asking changes the cache folder and nothing else in the home folder, beside the base or in the temporary folder."""
    home = tmp_path / "home"
    home.mkdir()
    before = listing(tmp_path)
    env = {"HOME": str(home), "TMPDIR": str(home), "KZFACTS_CACHE": str(cache)}
    for arguments in (
        ["ask", "who buys the pears"],
        ["partner", "ruritania"],
        ["show", "1"],
        ["list", "facts"],
        ["export", "--format", "jsonl"],
    ):
        assert kzfacts(*arguments, "--facts", str(facts), env=env).code == 0
    after = {path: entry for path, entry in listing(tmp_path).items() if not path.startswith(str(cache))}
    assert after == before


COMMAND = [sys.executable, "-m", "kzfacts", "ask", "--value", "--facts"]


def environment(cache: Path) -> dict[str, str]:
    """A bare environment with this *cache*."""
    return PASSED_ON | {"HOME": str(cache.parent), "KZFACTS_CACHE": str(cache), "LANG": "C.UTF-8"}


MANY = 100
"""Processes that share one new cache."""


def test_processes_can_share_a_new_cache(facts: Path, cache: Path) -> None:
    """A hundred processes that start at once on an empty cache, some of them killed in the middle, give right answers.

    None but the killed fail, and one whole compiled form stays.
    """
    line = [*COMMAND, str(facts), "how many apples did ruritania sell"]
    started = [subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(cache)) for _ in range(MANY)]
    for process in started[::9]:
        time.sleep(0.1)
        process.kill()
    ended = [(*process.communicate(timeout=300), process.returncode) for process in started]
    whole = [end for end in ended if end[2] >= 0]
    assert whole == [(b"1200\n", b"", 0)] * len(whole)
    assert len(whole) >= MANY - len(started[::9])
    assert open_base(facts, EDITION, fill).size == 3
    assert sorted(path.suffix for path in cache.iterdir() if path.suffix in {".sqlite", ".stamp"}) == [".sqlite", ".stamp"]


def test_what_dead_writers_left_is_swept(facts: Path, cache: Path) -> None:
    """Half-written files go when they are an hour old; younger ones may still be written."""
    cache.mkdir()
    old, young, stamp = (cache / name for name in ("a.sqlite.1", "b.sqlite.2", "c.stamp.3"))
    for path in (old, young, stamp):
        path.write_bytes(b"half")
    for path in (old, stamp):
        os.utime(path, (time.time() - 4_000,) * 2)
    open_base(facts, "1", quick)
    assert [path.exists() for path in (old, young, stamp)] == [False, True, False]


KILLED = """
import os, signal, sys
from kzfacts.facts import store
def half(database, path):
    path.write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
setattr(store, sys.argv.pop(1), half)
from kzfacts.cli import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(os.name != "posix", reason="other systems have no SIGKILL")
def test_killed_writers_leave_no_half_file(facts: Path, cache: Path) -> None:
    """A process that is killed while it writes leaves nothing under a final name, and the next one answers."""
    line = [sys.executable, "-c", KILLED, "_copied", "ask", "--facts", str(facts), "pears"]
    assert subprocess.run(line, env=environment(cache), timeout=60, check=False).returncode == -signal.SIGKILL
    assert [path.read_bytes() for path in cache.iterdir()] == [b"half"]
    assert not [path for path in cache.iterdir() if path.suffix in {".sqlite", ".stamp"}]
    assert open_base(facts, EDITION, fill).size == 3


def test_processes_can_be_killed_at_any_time(facts: Path, cache: Path) -> None:
    """Whenever a process is killed, what stands under a final name is whole."""
    for milliseconds in (0, 100, 250, 350):
        with subprocess.Popen([*COMMAND, str(facts), "pears"], stdout=subprocess.DEVNULL, env=environment(cache)) as process:
            time.sleep(milliseconds / 1000)
            process.kill()
        for path in cache.glob("*.sqlite"):
            with closing(sqlite3.connect(path)) as database:
                assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert open_base(facts, EDITION, fill).size == 3


def test_a_writer_that_dies_in_the_middle_is_not_believed(facts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that a killed process of the same number left beside the final name is overwritten."""
    cache.mkdir()
    compiled = cache / f"{digest(facts.read_bytes(), '1')}.sqlite"
    compiled.with_name(f"{compiled.name}.{os.getpid()}").write_bytes(b"half")
    open_base(facts, "1", quick)
    assert open_base(facts, "1", quick).data_version == facts.read_text(encoding="utf-8")
    assert not [path for path in cache.iterdir() if path.suffix not in {".sqlite", ".stamp"}]
    monkeypatch.undo()


OFFLINE = """
import socket, sys
def refuse(*_, **__):
    raise SystemExit("a socket was opened")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
sys.addaudithook(lambda event, _: refuse() if event.startswith("socket.") else None)
from kzfacts.cli import main
raise SystemExit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("arguments", [["ask", "who buys the pears"], ["partner", "ruritania"], ["cite", "ruritania-apples"], ["export"]])
def test_no_socket_is_opened(facts: Path, cache: Path, arguments: list[str]) -> None:
    """The program never goes to the network, a base full of addresses included."""
    line = [sys.executable, "-c", OFFLINE, *arguments, "--facts", str(facts)]
    done = subprocess.run(line, capture_output=True, env=environment(cache), timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_guard_against_sockets_works(cache: Path) -> None:
    """A socket would have been seen."""
    program = OFFLINE.replace("from kzfacts.cli import main", "import _socket; _socket.socket()")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment(cache), timeout=60, check=False)
    assert b"a socket was opened" in done.stderr


def test_the_compiled_tables_are_those_of_the_schema(facts: Path, cache: Path) -> None:
    """The compiled form has the tables that the program reads, and says which compiler and content it is from."""
    open_base(facts, EDITION, fill)
    with closing(sqlite3.connect(kept(cache))) as database:
        names = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        origin: dict[str, Any] = dict(database.execute("SELECT name, value FROM origin"))
    assert all(f"CREATE TABLE {name} " in SCHEMA for name in names)
    assert origin == {"edition": EDITION, "size": str(facts.stat().st_size)}
