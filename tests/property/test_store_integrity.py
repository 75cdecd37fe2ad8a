"""Law: verify finds any edited row; a flipped byte is found or changes no answer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, notice, parties, party

from sanctions_screen.errors import SanctionsScreenError, StoreError
from sanctions_screen.model import SourceFile
from sanctions_screen.store import ListStore

CHANGES = """01/03/20:

The following [SDGT] entries have been added to OFAC's SDN list:

Name 3 (individual) [SDGT].
"""


def filled(path: Path) -> Path:
    with ListStore.open(path) as store:
        raw = SourceFile(name="list.csv", sha256="ab" * 32, size=7)
        store.add_snapshot(
            LIST, parties([(1, "a"), (2, "a")]), published_on=day(0), files=[raw], title="Mine"
        )
        store.add_snapshot(
            LIST, [*parties([(1, "b"), (3, "a")]), party(4, listed_on=day(1))], published_on=day(2)
        )
        store.add_snapshot(LIST, parties([(2, "a"), (3, "a")]), published_on=day(1))
        store.add_snapshot("other", [party(9, list_id="other")], published_on=day(1))
        told = notice("delisted", day(1), 1, party=party(1, "told"), previous_party_id=f"{LIST}:8")
        store.add_notices(LIST, [told, notice("listed", day(2), 3)], complete=[(day(0), day(2))])
        changes = path.with_name("sdnew20.txt")
        changes.write_bytes(CHANGES.replace("\n", "\r\n").encode())
        store.import_changes([changes], LIST, until=day(8))
        store.verify()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("original") / "store.db")


@pytest.fixture(scope="module")
def expected(original: Path) -> list[object]:
    return answers(original)


def columns(path: Path) -> list[tuple[str, str, int]]:
    """Return (table, column, row number in order) of every value the store holds."""
    connection = sqlite3.connect(path)
    tables = [
        r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
    ]
    found = []
    for table in tables:
        count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        names = [r[1] for r in connection.execute(f"PRAGMA table_info({table})")]
        found += [(table, name, row) for name in names for row in range(count)]
    connection.close()
    return found


def edited(value: object) -> object:
    """Return another value of the same type, the smallest change there is."""
    if value is None:
        return "2020-01-01"
    if isinstance(value, int):
        return 1 - value if value in (0, 1) else value + 1
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    text = str(value)
    return text[:-1] + ("1" if text[-1:] != "1" else "2") if text else "x"


def _first(names: list[str]) -> str:
    """Return the first three columns of a table, or as many as it has, by number."""
    return ", ".join(str(number) for number, _ in enumerate(names[:3], start=1))


def edit(path: Path, table: str, column: str, row: int) -> bool:
    """Change one value; return False where the tables' own rules forbid it."""
    connection = sqlite3.connect(path)
    names = [r[1] for r in connection.execute(f"PRAGMA table_info({table})")]
    values = connection.execute(f"SELECT * FROM {table} ORDER BY {_first(names)}").fetchall()[row]
    where = " AND ".join(f"{name} IS ?" for name in names)
    new = edited(values[names.index(column)])
    try:
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (new, *values))
        connection.commit()
    except sqlite3.IntegrityError:
        return False
    finally:
        connection.close()
    return True


def test_every_value_of_every_table_is_guarded(original: Path, tmp_path: Path) -> None:
    # One value changes in one place; a number used in two places would have to change in both.
    missed = []
    for table, column, row in columns(original):
        copy = tmp_path / "copy.db"
        copy.write_bytes(original.read_bytes())
        if not edit(copy, table, column, row):
            continue
        try:
            with ListStore.open(copy) as store:
                store.verify()
        except SanctionsScreenError:
            continue
        missed.append((table, column, row))
    unused = {("notices", "notice_no")}  # nothing refers to it
    assert [place for place in missed if place[:2] not in unused] == []


@pytest.mark.parametrize(
    "table", ["versions", "contents", "held", "notices", "name_keys", "lists", "change_files"]
)
def test_a_missing_row_is_found(original: Path, tmp_path: Path, table: str) -> None:
    count = sum(
        1 for name, column, _ in columns(original) if name == table and column in ("list_no", "first")
    )
    assert count
    for row in range(count):
        copy = tmp_path / "copy.db"
        copy.write_bytes(original.read_bytes())
        connection = sqlite3.connect(copy)
        names = [r[1] for r in connection.execute(f"PRAGMA table_info({table})")]
        values = connection.execute(f"SELECT * FROM {table} ORDER BY {_first(names)}").fetchall()[row]
        connection.execute(f"DELETE FROM {table} WHERE {' AND '.join(f'{n} IS ?' for n in names)}", values)
        connection.commit()
        connection.close()
        with ListStore.open(copy) as store, pytest.raises(StoreError):
            store.verify()


def answers(path: Path) -> list[object]:
    with ListStore.open(path) as store:
        store.verify()
        found: list[object] = [store.lists()]
        for info in store.lists():
            found += [store.versions(info.list_id), store.notices(info.list_id)]
            state = store.state(info.list_id)
            found += [
                (member, state.party(member.party_id), state.history(member.party_id)) for member in state
            ]
        return found


@given(st.integers(min_value=0), st.integers(0, 7))
def test_a_flipped_bit_anywhere_in_the_file_is_found_or_changes_no_answer(
    original: Path,
    expected: list[object],
    tmp_path_factory: pytest.TempPathFactory,
    place: int,
    bit: int,
) -> None:
    data = bytearray(original.read_bytes())
    data[place % len(data)] ^= 1 << bit
    path = tmp_path_factory.mktemp("flip") / "store.db"
    path.write_bytes(data)
    try:
        found = answers(path)
    except SanctionsScreenError:
        return
    assert found == expected
