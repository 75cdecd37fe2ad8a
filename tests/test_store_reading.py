"""Reading a store leaves nothing behind, keeps nobody from writing, and sees what others write meanwhile."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from cli_helpers import error_of, run
from store_parties import LIST, day, parties

from sanctions_screen.errors import StoreError, StoreReadOnlyError
from sanctions_screen.model import Subject
from sanctions_screen.screening import Screener
from sanctions_screen.store import ListStore, _database

MANY = [(number, "long " * 50) for number in range(400)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "lists.db"
    with ListStore.open(found, create=True) as store:
        store.add_snapshot(LIST, parties([(1, "a")]), published_on=day(0))
    return found


@pytest.fixture
def reader_s_path(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same store, by a way on which whoever opens it may only read."""
    (path.parent / "reader").symlink_to(path.parent, target_is_directory=True)
    may_write = _database._may_write
    monkeypatch.setattr(
        _database, "_may_write", lambda path: path.parent.name != "reader" and may_write(path)
    )
    yield path.parent / "reader" / path.name
    assert beside(path) == ["lists.db"]


def beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each.is_file())


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_batch_leaves_nothing_of_the_database_beside_the_store(path: Path, workers: str) -> None:
    customers = path.parent / "in" / "customers.csv"
    customers.parent.mkdir()
    customers.write_text("name\nName 1\nName 2\n")
    done = run("batch", customers, customers.with_name("out.csv"), "--db", path, "--workers", workers)
    assert done.exit_code == 1
    assert [name for name in beside(path) if not name.endswith(".image")] == ["lists.db"]


def test_whoever_reads_a_store_read_only_leaves_it_alone_in_its_folder(path: Path) -> None:
    before = path.read_bytes()
    with ListStore.open(path, read_only=True) as store:
        assert Screener(store).screen(Subject(name="Name 1")).outcome == "hit"
        with pytest.raises(StoreReadOnlyError, match=r"not written$"):
            store.withdraw(LIST, day(0), reason="no")
    assert [name for name in beside(path) if not name.endswith(".image")] == ["lists.db"]
    assert path.read_bytes() == before


def test_who_may_only_read_keeps_no_file_beside_the_store_and_the_owner_can_write(
    path: Path, reader_s_path: Path
) -> None:
    with ListStore.open(reader_s_path) as reader:
        assert len(tuple(reader.snapshot(LIST))) == 1
        assert beside(path) == ["lists.db"]
        with ListStore.open(path) as owner:
            owner.add_snapshot(LIST, parties([(1, "a"), (2, "b")]), published_on=day(1))
        assert len(reader.versions(LIST)) == 2
        with pytest.raises(StoreReadOnlyError, match="you may not write its file"):
            reader.withdraw(LIST, day(0), reason="no")
    ListStore.open(path).close()


def test_who_may_only_read_sees_each_import_of_the_owner_s_while_it_is_open_and_after(
    path: Path, reader_s_path: Path
) -> None:
    with ListStore.open(reader_s_path) as reader:
        for number in range(2, 6):
            with ListStore.open(path) as owner:
                owner.add_snapshot(LIST, parties(MANY[:number]), published_on=day(number))
                assert len(tuple(reader.snapshot(LIST))) == number
            assert len(tuple(reader.snapshot(LIST))) == number
    ListStore.open(path).close()


def test_a_state_that_was_written_while_it_was_read_is_told_and_read_anew_next_time(
    path: Path, reader_s_path: Path
) -> None:
    def read_slowly() -> None:
        with reader._db.reading():
            reader.lists()
            with ListStore.open(path) as owner:
                owner.add_snapshot(LIST, parties(MANY), published_on=day(1))

    with ListStore.open(reader_s_path) as reader:
        with pytest.raises(StoreError, match="wrote to this store while it was read"):
            read_slowly()
        assert len(tuple(reader.snapshot(LIST))) == len(MANY)
        reader.verify()


def test_a_log_of_a_stopped_import_that_may_not_be_read_is_told_and_an_empty_one_is_passed_over(
    path: Path, reader_s_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = path.with_name("lists.db-wal")
    log.touch()
    with ListStore.open(reader_s_path) as reader:
        assert len(tuple(reader.snapshot(LIST))) == 1
    log.write_bytes(b"what a stopped import left")

    def no_place(*_: object, **__: object) -> sqlite3.Connection:
        raise error

    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    connection = SimpleNamespace(execute=no_place, close=lambda: None)
    monkeypatch.setattr(_database, "_connect", lambda *_, **__: connection)
    with pytest.raises(StoreError, match=r"imported last lies beside it in lists\.db-wal.*whoever may"):
        ListStore.open(reader_s_path)
    log.unlink()


def test_a_full_disk_is_told_as_such_and_leaves_the_store_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ListStore.open(path) as store:
        before = store.seal()
        store._db.run("PRAGMA max_page_count = 1")
        monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
        with pytest.raises(StoreError, match=r"lists\.db: there is no room left on its disk"):
            store.add_snapshot(LIST, parties(MANY), published_on=day(1))
        assert store.seal() == before
        monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1 << 30))
        with pytest.raises(StoreError, match=r"full$"):
            store.add_snapshot(LIST, parties(MANY), published_on=day(1))


def test_a_failed_first_import_leaves_none_of_the_database_s_files(tmp_path: Path) -> None:
    wrong = tmp_path / "in" / "wrong.csv"
    wrong.parent.mkdir()
    wrong.write_text("party_id,name\n1,\n")
    store = tmp_path / "new.db"
    for ending in ("-wal", "-shm"):
        store.with_name(f"new.db{ending}").touch()  # as SQLite leaves them where the disk is full
    assert run("lists", "import", wrong, "--list", "mine", "--db", store).exit_code == 2
    assert beside(store) == []


def test_an_export_that_cannot_be_written_says_which_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    told = error_of(run("lists", "export", path.parent / "text", "--db", path))
    assert "2020-01-01.jsonl: No space left on device" in told.replace("\n", "")
