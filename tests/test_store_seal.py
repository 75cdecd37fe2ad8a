"""What a store is must not change unseen: two hundred tamperings, none unnoticed by ``verify --seal``."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli_helpers import error_of, run
from store_parties import LIST, day, notice, parties, party

from sanctions_screen.errors import SanctionsScreenError, StoreError, StoreFormatError
from sanctions_screen.store import ListStore

OLD = Path(__file__).parent / "data/stores"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sealed") / "store.db"
    with ListStore.open(path) as store:
        for number in range(4):
            store.add_snapshot(LIST, parties([(n, "a") for n in range(number, 8)]), published_on=day(number))
        store.add_snapshot("other", [party(9, list_id="other")], published_on=day(1))
        store.add_notices(LIST, [notice("delisted", day(1), 0)], complete=[(day(0), day(3))])
    with connected(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    return path


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def _without_list(connection: sqlite3.Connection, list_id: str) -> None:
    """Take a list out with all that is its own, as a careful forger would."""
    (number,) = connection.execute("SELECT list_no FROM lists WHERE list_id = ?", (list_id,)).fetchone()
    own = "SELECT content_no FROM contents WHERE list_no = ?"
    connection.execute(f"DELETE FROM held WHERE content_no IN ({own})", (number,))
    for table in ("contents", "versions", "notices", "change_files", "name_keys", "revisions", "lists"):
        connection.execute(f"DELETE FROM {table} WHERE list_no = ?", (number,))


def _emptied(connection: sqlite3.Connection) -> None:
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        connection.execute(f"DELETE FROM {table}")


STATEMENTS = (
    "CREATE TRIGGER t AFTER INSERT ON versions BEGIN DELETE FROM versions; END",
    "CREATE TRIGGER t2 AFTER INSERT ON contents BEGIN DELETE FROM held; END",
    "CREATE TABLE more (x)",
    "CREATE VIEW seen AS SELECT * FROM lists",
    "CREATE INDEX i ON versions (digest)",
    "DROP INDEX contents_by_party",
    "DROP INDEX notices_by_previous",
    "ALTER TABLE versions ADD COLUMN more TEXT",
    "ALTER TABLE revisions RENAME COLUMN title TO name",
    "UPDATE revisions SET title = 'Another'",
    "DELETE FROM revisions WHERE revision = 3",
    "UPDATE notices SET known_from = known_from + 1",
    "UPDATE revisions SET at = '1999-01-01T00:00:00+00:00'",
    "UPDATE versions SET imported_at = '1999-01-01T00:00:00Z'",
    "DELETE FROM notices",
    "DELETE FROM name_keys",
    "DELETE FROM held",
    "DELETE FROM versions WHERE sequence = 4",
    "DROP TABLE change_files",
    "DROP TABLE name_keys",
)


def _tampered(path: Path, number: int) -> None:
    rng = random.Random(number)
    with connected(path) as connection:
        if number < len(STATEMENTS):
            connection.execute(STATEMENTS[number])
        elif number == len(STATEMENTS):
            _emptied(connection)
        elif number == len(STATEMENTS) + 1:
            connection.execute("ALTER TABLE versions RENAME TO versions_kept")
            connection.execute("CREATE VIEW versions AS SELECT * FROM versions_kept WHERE sequence < 4")
        elif number < len(STATEMENTS) + 12:
            _without_list(connection, (LIST, "other")[number % 2])
        else:
            _one_row(connection, rng, (_deleted, _altered, _doubled)[number % 3])


TABLES = (
    "lists", "revisions", "versions", "filled", "contents", "held", "notices", "change_files", "name_keys",
)  # fmt: skip
_NUMBERING = {"notices": {"notice_no"}}
"""Columns that say nothing: the number of a row, which no other row has."""


def _one_row(connection: sqlite3.Connection, rng: random.Random, change: Callable[..., None]) -> None:
    """Change, take out or put in one row of a table that has any, until something is other than it was."""
    before = _all_rows(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    while _all_rows(connection) == before:
        table = rng.choice([name for name in TABLES if before[name]])
        titles = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        row = rng.choice(before[table])
        at = rng.choice([place for place, each in enumerate(titles) if each not in _NUMBERING.get(table, ())])
        with suppress(sqlite3.IntegrityError):
            change(connection, table, titles, row, at, _other(row[at], rng))


def _all_rows(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def _other(value: Any, rng: random.Random) -> Any:
    """Return a value near the one there is, as a careful forger would write."""
    if isinstance(value, int):
        return value + rng.choice((-1, 1, 1000))
    if isinstance(value, bytes):
        at = rng.randrange(len(value))
        return value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]
    if isinstance(value, str):
        return rng.choice((f"{value} ", value[:-1], f"x{value}", value.replace("2020", "2021")))
    return rng.choice((0, "x"))


def _where(titles: list[str]) -> str:
    return " AND ".join(f"{title} IS ?" for title in titles)


def _deleted(
    connection: sqlite3.Connection, table: str, titles: list[str], row: tuple[Any, ...], *_: Any
) -> None:
    connection.execute(f"DELETE FROM {table} WHERE {_where(titles)}", row)


def _altered(
    connection: sqlite3.Connection, table: str, titles: list[str], row: tuple[Any, ...], at: int, value: Any
) -> None:
    connection.execute(f"UPDATE {table} SET {titles[at]} = ? WHERE {_where(titles)}", (value, *row))


def _doubled(
    connection: sqlite3.Connection, table: str, titles: list[str], row: tuple[Any, ...], at: int, value: Any
) -> None:
    more = (*row[:at], value, *row[at + 1 :])
    connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(titles))})", more)


@pytest.mark.parametrize("number", range(200))
def test_no_tampering_goes_unnoticed_by_a_seal_kept_elsewhere(
    original: Path, tmp_path: Path, number: int
) -> None:
    with ListStore.open(original, read_only=True) as store:
        sealed = store.seal()
    copy = tmp_path / "copy.db"
    shutil.copy(original, copy)
    _tampered(copy, number)
    try:
        with ListStore.open(copy, read_only=True) as store:
            store.verify()
            found = store.seal()
    except SanctionsScreenError:
        return
    assert found != sealed


@pytest.mark.parametrize("number", range(100))
def test_whatever_byte_of_a_store_is_changed_it_is_one_error_or_says_the_same(
    original: Path, tmp_path: Path, number: int
) -> None:
    with ListStore.open(original, read_only=True) as store:
        sealed = store.seal()
    raw, rng = bytearray(original.read_bytes()), random.Random(number)
    with connected(original) as connection:
        before = _all_rows(connection)
    raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
    (tmp_path / "copy.db").write_bytes(raw)
    try:
        with ListStore.open(tmp_path / "copy.db", read_only=True) as store:
            store.verify()
            assert store.seal() == sealed
    except SanctionsScreenError:
        return
    with connected(tmp_path / "copy.db") as connection:
        assert _all_rows(connection) == before, "what changed is of no row: space that no row has"


def test_a_last_version_taken_out_with_the_seals_made_anew_is_noticed(tmp_path: Path) -> None:
    longer, shorter = tmp_path / "longer.db", tmp_path / "shorter.db"
    for path, count in ((longer, 3), (shorter, 2)):
        with ListStore.open(path) as store:
            for number in range(count):
                store.add_snapshot(LIST, parties([(number, "a")]), published_on=day(number))
            store.verify()
    sealed = run("lists", "seal", "--db", longer).stdout.strip()
    assert run("lists", "verify", "--db", longer, "--seal", sealed).exit_code == 0
    assert "not the one that was sealed" in error_of(
        run("lists", "verify", "--db", shorter, "--seal", sealed)
    )


def test_a_seal_changes_with_each_import_and_with_nothing_else(original: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(original, copy)
    with ListStore.open(copy) as store:
        before = store.seal()
        store.add_snapshot(LIST, parties([(n, "a") for n in range(3, 8)]), published_on=day(3))
        assert store.seal() == before, "the same content for the same day changes nothing"
        store.add_snapshot(LIST, parties([(1, "z")]), published_on=day(9))
        assert store.seal() != before


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 7])
def test_a_store_of_an_older_schema_is_brought_up_with_all_that_it_holds(
    tmp_path: Path, version: int
) -> None:
    copy = tmp_path / "old.db"
    shutil.copy(OLD / f"schema{version}.db", copy)
    with connected(copy) as connection:
        chains = connection.execute("SELECT chain FROM versions ORDER BY 1").fetchall()
    lists = ["my-list", "other", *(["us-ofac-sdn"] if version > 2 else [])]
    with pytest.raises(StoreFormatError, match="lists migrate"):
        ListStore.open(copy, read_only=True)
    for migrated in (True, False):
        told = json.loads(run("lists", "migrate", "--db", copy, "--json").stdout)
        assert (told["store"], told["migrated"]) == (str(copy), migrated)
    with ListStore.open(copy, read_only=True) as store:
        store.verify()
        assert [info.list_id for info in store.lists()] == lists
        assert {p.primary_name.text for p in store.snapshot("my-list")} == {"Ann Example", "Cal Example"}
        assert [event.kind for event in store.history("my-list:2").events] == ["listed", "delisted"]
        assert store.history("my-list:2").events[-1].on == date(2020, 1, 3)
    with connected(copy) as connection:
        assert connection.execute("SELECT chain FROM versions ORDER BY 1").fetchall() == chains


def test_a_store_brought_up_tells_of_a_reference_given_to_another_and_of_days_of_amendment(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "old.db"
    shutil.copy(OLD / "schema5.db", copy)
    with ListStore.open(copy) as store:
        former = [member.party_id for member in store.state("other") if "~was-" in member.party_id]
        assert [store.party(each).primary_name.text for each in former] == ["Haji Gul KHAN"]
        assert store.party(former[0]).amended_on == (date(2019, 1, 2),)


@pytest.mark.parametrize("damage", ["UPDATE lists SET title = 'x'", "CREATE TABLE more (x)"])
def test_a_migration_that_fails_changes_nothing(tmp_path: Path, damage: str) -> None:
    copy = tmp_path / "old.db"
    shutil.copy(OLD / "schema2.db", copy)
    with connected(copy) as connection:
        connection.execute(damage)
        before = list(connection.iterdump())
    with pytest.raises(StoreError):
        ListStore.open(copy)
    with connected(copy) as connection:
        assert list(connection.iterdump()) == before
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_store_is_made_only_where_that_is_wanted_and_never_in_silence(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for options in ({"create": False}, {"read_only": True}):
        with pytest.raises(StoreError, match="no such store"):
            ListStore.open(tmp_path / "typo.db", **options)
    assert list(tmp_path.iterdir()) == []
    ListStore.open(tmp_path / "meant.db", create=True).close()
    ListStore.open(tmp_path / "meant.db").close()
    assert caplog.text == ""
    ListStore.open(tmp_path / "new.db").close()
    assert (tmp_path / "new.db").exists()
    assert f"there was no store {tmp_path / 'new.db'}: a new, empty one was made" in caplog.text


def test_a_pipe_or_a_loop_of_links_is_no_store_and_nothing_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for name in ("pipe", "a"):
        for command in (("lists", "verify"), ("lists", "list"), ("screen", "Nobody")):
            assert error_of(run(*command, "--db", tmp_path / name))
        with pytest.raises(StoreError):
            ListStore.open(tmp_path / name)
