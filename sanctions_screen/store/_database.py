"""The SQLite file under a list store: opening, transactions, and errors in the library's own words.

Reach for this module for a connection; nothing else in the package imports sqlite3. Guarantees: a file that
is no list store, or one of a newer schema, is refused before anything is read from it; everything inside
:meth:`Database.writing` happens or nothing does; everything read inside one :meth:`Database.reading` is of
one state of the file, whatever an import does meanwhile.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import IntegrityError, StoreError, StoreFormatError, StoreReadOnlyError
from ._schema import APPLICATION_ID, SCHEMA, SCHEMA_VERSION

__all__ = ["Database"]

_BUSY_SECONDS = 30.0
"""How long a writer waits for another process's import before it gives up."""

_ROOM = 1 << 20
"""Bytes: SQLite needs a little more than it is to write."""

Row = tuple[Any, ...]


class Database:
    """One connection to one store file, or to a store in memory. Safe to use from several threads."""

    def __init__(self, connection: sqlite3.Connection, where: str, *, read_only: bool) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._depth = 0
        self.remembered: dict[tuple[str, int], Any] = {}
        """What a reader keeps of the file, under a key that changes with what it was read from."""
        self.where = where
        self.file: Path | None = None
        """The file it is in; None in memory."""
        self.read_only = read_only
        self.migrated = False
        """Whether opening it brought it to this library's schema."""
        self._seen: _Seen | None = None

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, create: bool = True) -> Database:
        """Open the store at *path*; created when missing, unless *read_only* or *create* is False.

        Raises StoreFormatError for a file that is no store or is of a newer schema, StoreError when the
        file cannot be opened or created.
        """
        _check_path(path, missing_is_right=create and not read_only)
        read_only = read_only or (path.exists() and not _may_write(path))
        seen = _seen(path) if read_only and _untouched(path) else None
        try:
            connection = _connect(path, read_only=read_only, unchanging=seen is not None)
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot be opened as a list store: {error}") from error
        database = cls(connection, str(path), read_only=read_only)
        database.file, database._seen = path, seen
        try:
            database._prepare()
        except BaseException:
            connection.close()
            raise
        return database

    @classmethod
    def in_memory(cls, where: str, content: bytes | None = None) -> Database:
        """Return a new store in memory, or one of that :meth:`content`; *where* names it in messages."""
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        if content is not None:
            connection.deserialize(content)
        database = cls(connection, where, read_only=False)
        database._prepare()
        return database

    def close(self) -> None:
        """Close the connection; closing twice does no harm."""
        with self._lock:
            self._connection.close()

    @staticmethod
    def has_content() -> bool:
        """Return whether this machine's SQLite gives a store as bytes: those before 3.36 seldom do."""
        return hasattr(sqlite3.Connection, "deserialize")

    def content(self) -> bytes:
        """Return all that the store holds, as the bytes of a file."""
        with self._lock, self._own_words():
            return self._connection.serialize()

    def copy_to(self, path: Path) -> None:
        """Write all that the store holds into a new file; StoreError when that cannot be done."""
        with self._lock, self._own_words(), closing(sqlite3.connect(path)) as other:
            self._connection.backup(other)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read one state of the file, untouched by what others write meanwhile."""
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all or nothing. Raises StoreReadOnlyError on a store that can only be read."""
        if self.read_only:
            raise StoreReadOnlyError(self._not_written())
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        with self._lock, self._own_words(), self._as_it_is():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, None when there is none."""
        rows = self.rows(sql, values)
        return rows[0] if rows else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run a statement; return the row number it inserted, if any."""
        with self._lock, self._own_words():
            return self._connection.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run a statement once a row of values."""
        with self._lock, self._own_words():
            self._connection.executemany(sql, values)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._lock:
            if self._depth:  # already inside one: the outer transaction decides
                yield
                return
            with self._as_it_is():
                self.run(begin)
                self._depth += 1
                try:
                    yield
                except BaseException:
                    self._connection.rollback()
                    self.remembered.clear()  # it may hold what was undone
                    raise
                else:
                    self.run("COMMIT")
                finally:
                    self._depth -= 1

    @contextmanager
    def _as_it_is(self) -> Iterator[None]:
        """Read the file as it now is, where SQLite was told that nobody changes it; see :func:`_connect`.

        Raises StoreError where another changed it meanwhile: what was read may be of two states.
        """
        if self._seen is None or self._depth or self.file is None:
            yield
            return
        if self._seen != _seen(self.file):
            self.remembered.clear()
            self._connection.close()
            self._seen = (
                _seen(self.file) if _untouched(self.file) else None
            )  # else SQLite reads beside a writer
            with self._own_words():
                self._connection = _connect(self.file, read_only=True, unchanging=self._seen is not None)
        try:
            yield
        finally:
            if self._seen is not None and self._seen.file != _seen(self.file).file:
                self.remembered.clear()
                raise StoreError(f"{self.where}: another process wrote to this store while it was read; "
                                 f"try again")  # fmt: skip

    @contextmanager
    def _own_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # none where the schema itself is damaged
            if code == sqlite3.SQLITE_READONLY:
                raise StoreReadOnlyError(self._not_written()) from error
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StoreError(f"{self.where}: another process is writing to this store; "
                                 f"try again when it is done") from error  # fmt: skip
            if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) and self._is_crowded():
                raise StoreError(
                    f"{self.where}: there is no room left on its disk; make room and try again"
                ) from error
            if code == sqlite3.SQLITE_CANTOPEN and self.file and _beside(self.file, "-wal").exists():
                raise StoreError(
                    f"{self.where}: what was imported last lies beside it in {self.file.name}-wal, and "
                    "cannot be read where you may not write: have whoever may open the store once"
                ) from error
            raise StoreError(f"{self.where}: {error}") from error
        except sqlite3.ProgrammingError as error:
            raise StoreError(f"{self.where}: the store is closed ({error})") from error
        except sqlite3.IntegrityError:
            raise
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise IntegrityError(f"{self.where}: the file is damaged: {error}") from error

    def _is_crowded(self) -> bool:
        return self.file is not None and shutil.disk_usage(self.file.resolve().parent).free < _ROOM

    def _not_written(self) -> str:
        why = ""
        if self.file is not None and not _may_write(self.file):
            why = ": you may not write its file, or not what SQLite keeps beside it"
        return f"{self.where}: this store can be read, not written{why}"

    def _prepare(self) -> None:
        """Check that the file is a store this library reads; make it one when it is new."""
        try:
            self.run("PRAGMA foreign_keys = ON")
            # NORMAL is safe against a crash of the program in WAL mode; after a power cut the last import
            # may be missing as a whole, never in part (https://www.sqlite.org/pragma.html#pragma_synchronous).
            self.run("PRAGMA synchronous = NORMAL")
            application, version, tables = self._marks()
        except IntegrityError as error:
            raise StoreFormatError(f"{self.where}: not a list store, or a damaged one ({error})") from error
        if application == 0 and tables == 0 and not self.read_only:
            self._create()
            return
        if application != APPLICATION_ID:
            raise StoreFormatError(f"{self.where}: not a list store (a database of something else)")
        if version > SCHEMA_VERSION:
            raise StoreFormatError(
                f"{self.where}: the store has schema version {version}, this library reads up to version "
                f"{SCHEMA_VERSION}; use the newer sanctions_screen that wrote it"
            )
        if version != SCHEMA_VERSION:
            self._migrate(version)

    def _migrate(self, version: int) -> None:
        if self.read_only or not version:
            raise StoreFormatError(
                f"{self.where}: the store has schema version {version}, this library reads version "
                f"{SCHEMA_VERSION}; bring it up with: sanctions-screen lists migrate --db {self.where}"
            )
        from ._migrations import migrate  # it reads rows through this module

        migrate(self, version)
        self.migrated = True

    def _marks(self) -> tuple[int, int, int]:
        values = (
            self.row("PRAGMA application_id"),
            self.row("PRAGMA user_version"),
            self.row("SELECT count(*) FROM sqlite_master"),
        )
        application, version, tables = (int(value[0]) if value else 0 for value in values)
        return application, version, tables

    def _create(self) -> None:
        # WAL: readers go on reading the state before an import while it runs.
        self.run("PRAGMA journal_mode = WAL")
        with self.writing():
            if self._marks()[2]:  # another process made the store between our look and our lock
                return
            for statement in SCHEMA.split(";\n"):
                self.run(statement)
            self.run(f"PRAGMA application_id = {APPLICATION_ID}")
            self.run(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _check_path(path: Path, *, missing_is_right: bool) -> None:
    """Refuse what is no file: SQLite would wait for ever on a pipe, and follow a loop of links in vain."""
    try:
        there = path.resolve(strict=True)
    except FileNotFoundError:
        if not missing_is_right:
            raise StoreError(f"{path}: there is no such store") from None
        there = None
    except (OSError, RuntimeError) as error:  # a loop of links is the one or the other by Python's version
        raise StoreError(f"{path}: cannot be opened as a list store: {error}") from error
    if not path.parent.is_dir() or (there is not None and not there.is_file()):
        raise StoreError(f"{path}: not a file in an existing folder; give the path of a store file")


class _Seen(NamedTuple):
    """What a store's file, and the log that a writer keeps beside it, look like from outside."""

    file: tuple[int, int, int] | None
    log: tuple[int, int, int] | None


def _seen(path: Path) -> _Seen:
    return _Seen(_look(path), _look(_beside(path, "-wal")))


def _look(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _beside(path: Path, ending: str) -> Path:
    real = path.resolve()
    return real.with_name(real.name + ending)


def _may_write(path: Path) -> bool:
    """Return whether the store can be written: its file, and what SQLite keeps beside it."""
    real = path.resolve()
    beside = (real, *(each for ending in ("-wal", "-shm") if (each := _beside(path, ending)).exists()))
    return os.access(real.parent, os.W_OK) and all(os.access(each, os.W_OK) for each in beside)


def _untouched(path: Path) -> bool:
    """Return whether who reads a store must leave no file beside it, and nobody is writing to it."""
    log = _look(_beside(path, "-wal"))
    is_empty = log is not None and not log[1] and not _beside(path, "-shm").exists()
    return not _may_write(path) and (log is None or is_empty)


def _connect(path: Path, *, read_only: bool, unchanging: bool = False) -> sqlite3.Connection:
    """Return a connection that leaves nothing behind, and that keeps nobody from writing.

    SQLite keeps two files beside a store in use, which only who may write it takes away again. Who may does,
    also where it is only read. Those of a reader who may not would be the reader's own and lock the
    owner out for good: where nobody is writing, SQLite is told that the file is *unchanging*, and
    :meth:`Database._as_it_is` looks whether that is so.
    """
    only_looking = read_only and _may_write(path)
    options = "?mode=rwc" if not read_only else "?mode=rw" if only_looking else "?mode=ro"
    connection = sqlite3.connect(
        path.resolve().as_uri() + options + "&immutable=1" * unchanging,
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    if only_looking:
        connection.execute("PRAGMA query_only = ON")
    return connection
