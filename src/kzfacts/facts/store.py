"""Where fact bases and their compiled forms lie; the only file that touches the disk."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from kzfacts.errors import BadFacts, BadReport, BadRequest
from kzfacts.facts.base import Base
from kzfacts.facts.rows import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable

    Fill = Callable[[bytes, sqlite3.Connection], None]
    """Compiles the bytes of a base into a database that has the tables of `SCHEMA`."""

PACKAGE = Path(__file__).resolve().parent.parent

BUNDLED = (PACKAGE / "facts.json", PACKAGE.parent.parent / "facts.json")
"""In a wheel the base lies inside the package; in a checkout and an editable install, at the top level."""

SHIPPED = PACKAGE / "facts.sqlite"
"""The compiled form that a wheel brings along; a checkout has none."""

LARGEST = 2**31
"""Bytes of a fact base that are read: about 100,000 facts with all their questions."""


def bundled() -> Path:
    """The fact base that comes with the program."""
    for path in BUNDLED:
        if path.is_file():
            return path
    raise BadFacts("the bundled fact base is missing", "reinstall kzfacts, or name a base with --facts FILE")


def read(path: Path) -> bytes:
    """The bytes of the fact base at *path*."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadFacts(f"cannot read the fact base {path}: {reason}") from None
    if len(content) > LARGEST:
        raise BadFacts(f"the fact base {path} is larger than {LARGEST:,} bytes")
    return content


def read_report(path: Path) -> bytes:
    """The bytes of a reader's copy of the report at *path*."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_REPORT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadReport(f"cannot read the report {path}: {reason}") from None
    if len(content) > LARGEST_REPORT:
        raise BadReport(f"{path} is no text of the report: it is larger than {LARGEST_REPORT:,} bytes")
    return content


LARGEST_REPORT = 2**26
"""Bytes of a copy of the report that are read; the whole page as text has about half a million."""


def open_base(path: Path | None, edition: str, fill: Fill) -> Base:
    """The base at *path* (the bundled one for none), compiled by *fill* unless a compiled form is at hand.

    *edition* names the compiler. A compiled form is kept in the user's cache under the digest of the base's
    content and the edition, so that it can never be stale; beside it a stamp with the file's size and time says
    which digest that is, so that an unchanged base need not be read. Where nothing can be written the base is
    compiled in memory.
    """
    path = path or bundled()
    if path == BUNDLED[0] and (shipped := _shipped(path, edition)):
        return Base(shipped, SHIPPED)
    folder = cache()
    stamp = folder / _stamp(path, edition) if folder else None
    kept = _stamped(stamp) if stamp else None
    if kept:
        return kept
    content = read(path)
    compiled = folder / f"{digest(content, edition)}.sqlite" if folder else None
    database = _opened(compiled) if compiled else None
    if database is None:
        database = compiled_in_memory(content, edition, fill)
        if compiled:
            _write(compiled, lambda beside: _copied(database, beside))
    if stamp and compiled:
        _write(stamp, lambda beside: beside.write_text(compiled.name, encoding="utf-8"))
        _forget(stamp, compiled)
    return Base(database, compiled)


def reopen(base: Base) -> None:
    """Open anew what *base* lies in, in a copy of the process that opened it: SQLite wants a connection each."""
    database = _opened(base.path) if base.path else None
    if database:
        base.database = database


def compiled_in_memory(content: bytes, edition: str, fill: Fill) -> sqlite3.Connection:
    """A database in memory that *fill* has made of *content*."""
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA)
    fill(content, database)
    database.executemany("INSERT INTO origin VALUES (?, ?)", [("edition", edition), ("size", str(len(content)))])
    database.commit()
    return database


def digest(content: bytes, edition: str) -> str:
    """What names the compiled form of *content*: another one for every other content and compiler."""
    from hashlib import blake2b  # only here: it loads OpenSSL, 5 ms that an unchanged base never needs

    return blake2b(content, digest_size=16, key=edition.encode()).hexdigest()


def cache() -> Path | None:
    """The user's cache folder for kzfacts, or the one that KZFACTS_CACHE names; none where that is empty."""
    chosen = os.environ.get("KZFACTS_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    from platformdirs import user_cache_path  # only here: 4 ms that an installed base never needs

    try:
        return user_cache_path("kzfacts", appauthor=False)
    except (OSError, RuntimeError, KeyError):
        return None


def _shipped(path: Path, edition: str) -> sqlite3.Connection | None:
    """The compiled form that came with the base at *path*, if it is of this edition and the base has its size."""
    database = _opened(SHIPPED)
    if database is None:
        return None
    origin = dict(database.execute("SELECT name, value FROM origin"))
    return database if origin == {"edition": edition, "size": str(path.stat().st_size)} else None


def _stamp(path: Path, edition: str) -> str:
    """A file name that changes with the place, size and times of the base at *path*: one of them can be set back, not both."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return "none"
    place = f"{crc32(str(path.absolute()).encode(errors='replace')):08x}"
    return f"{place}-{status.st_size:x}-{status.st_mtime_ns:x}-{status.st_ctime_ns:x}-{edition}.stamp"


def _stamped(stamp: Path) -> Base | None:
    """The compiled base that *stamp* names; none where either is missing or broken."""
    try:
        compiled = stamp.parent / Path(stamp.read_text(encoding="utf-8")).name
    except (OSError, ValueError):
        return None
    database = _opened(compiled)
    return Base(database, compiled) if database else None


def _opened(path: Path) -> sqlite3.Connection | None:
    """The compiled base at *path*, read only; none where it is missing or broken."""
    try:
        if not path.is_file():
            return None
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        database.execute(f"PRAGMA mmap_size = {MAPPED}")
        database.execute("SELECT value FROM origin").fetchone()
    except (OSError, ValueError, sqlite3.Error):
        return None
    return database


MAPPED = 2**30
"""Bytes of a compiled base that are read where they lie, in the system's own cache, and not copied first."""


def _copied(database: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        database.backup(copy)


def _write(path: Path, write: Callable[[Path], object]) -> None:
    """Have *write* make a file beside *path* and rename it there, so that no reader meets half a file.

    Where that cannot be done nothing is kept: the cache is a convenience.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError, sqlite3.Error):
        path.parent.mkdir(parents=True, exist_ok=True)
        write(beside)
        beside.replace(path)
        return
    with suppress(OSError):
        beside.unlink()


def _forget(stamp: Path, compiled: Path) -> None:
    """Take away what earlier states of the same base, and writers that died, have left in the cache."""
    place = stamp.name.partition("-")[0]
    with suppress(OSError):
        others = [other for other in stamp.parent.glob(f"{place}-*.stamp") if other != stamp]
        for other in others:
            former = stamp.parent / Path(other.read_text(encoding="utf-8")).name
            other.unlink(missing_ok=True)
            if former != compiled:
                former.unlink(missing_ok=True)
        dead = stamp.stat().st_mtime - LONGEST_WRITE
        for half in (*stamp.parent.glob("*.sqlite.*"), *stamp.parent.glob("*.stamp.*")):
            if half.stat().st_mtime < dead:
                half.unlink(missing_ok=True)


LONGEST_WRITE = 3_600
"""Seconds after which a half-written file is nobody's any more; the largest base takes some minutes."""


def save(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write *content* beside *path* and rename it there; an existing file is kept unless *force* is set.

    `BadRequest` for a file that is kept, for anything there that is no file, and for what the system refuses; in
    each case *path* is as it was. With *force* the new file has the permissions of the old one, and a link stays a link.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".kzfacts-{os.getpid()}")
    try:
        _refuse(path, force=force)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except (OSError, ValueError) as error:
        raise BadRequest(f"cannot write {path}: {getattr(error, 'strerror', None) or error}") from None
    finally:
        with suppress(OSError, ValueError):
            beside.unlink()


def _refuse(path: Path, *, force: bool) -> None:
    if path.exists() and not path.is_file():
        raise BadRequest(f"{path} is not a file", "leave --output out to write to standard output")
    if path.exists() and not force:
        raise BadRequest(f"{path} exists and is kept", "--force replaces it")
