"""Where fact bases and their compiled forms lie; the only file that touches the disk."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from kzfacts.errors import BadFacts
from kzfacts.facts.base import SCHEMA, Base

PACKAGE = Path(__file__).resolve().parent.parent

BUNDLED = (PACKAGE / "facts.json", PACKAGE.parent.parent / "facts.json")
"""In a wheel the base lies inside the package; in a checkout and an editable install, at the top level."""

LARGEST = 2**31
"""Bytes of a fact base that are read: about 100,000 facts with all their questions."""

Fill = Callable[[bytes, sqlite3.Connection], None]
"""Compiles the bytes of a base into a database that has the tables of `SCHEMA`."""


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


def open_base(path: Path | None, edition: str, fill: Fill) -> Base:
    """The base at *path* (the bundled one for none), compiled by *fill* unless a compiled form is at hand.

    *edition* names the compiler; the compiled form is kept in the user's cache under the digest of both, so
    that it can never be stale. Where nothing can be written it is made in memory.
    """
    content = read(path or bundled())
    name = hashlib.blake2b(content, digest_size=16, key=edition.encode()).hexdigest() + ".sqlite"
    for folder in (PACKAGE, cache()):
        database = folder and _opened(folder / name)
        if database:
            return Base(database)
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA)
    fill(content, database)
    database.commit()
    folder = cache()
    if folder:
        _keep(database, folder / name)
    return Base(database)


def cache() -> Path | None:
    """The user's cache folder for kzfacts; none where there is no home."""
    if os.environ.get("KZFACTS_CACHE") == "":
        return None
    from platformdirs import user_cache_path  # only here: 3 ms that an installed base never needs

    try:
        return Path(os.environ.get("KZFACTS_CACHE") or user_cache_path("kzfacts", appauthor=False))
    except (OSError, RuntimeError, KeyError):
        return None


def _opened(path: Path) -> sqlite3.Connection | None:
    """The compiled base at *path*, read only; none where it is missing or broken."""
    if not path.is_file():
        return None
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        database.execute("SELECT json FROM part WHERE name = 'data_version'").fetchone()
    except sqlite3.Error:
        return None
    return database


def _keep(database: sqlite3.Connection, path: Path) -> None:
    """Write *database* beside *path* and rename it there, so that no reader meets half a file."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError, sqlite3.Error):
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError), closing(sqlite3.connect(beside)) as copy:
            database.backup(copy)
        beside.replace(path)
        return
    with suppress(OSError):
        beside.unlink()
