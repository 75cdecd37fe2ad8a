"""An answer is not given under digests of what is no longer in the store."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from store_parties import LIST, day, notice, parties, party

from sanctions_screen import Screener
from sanctions_screen.errors import IntegrityError
from sanctions_screen.model import Name, sha256_hex
from sanctions_screen.store import ListStore
from sanctions_screen.store._content import pack

PUTIN = party(1, names=(Name(text="PUTIN, Vladimir"),))
OTHER = party(1, names=(Name(text="EXAMPLE, Mahmud"),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with ListStore.open(tmp_path / "lists.db") as store:
        store.add_snapshot(LIST, [PUTIN, *parties([(2, "a")])], published_on=day(0))
        store.add_snapshot(LIST, [PUTIN], published_on=day(9))
        store.add_notices(LIST, [notice("delisted", day(5), 2), notice("listed", day(0), 1)])
    return tmp_path / "lists.db"


@pytest.mark.parametrize(
    "change",
    [
        ("UPDATE contents SET body = ? WHERE party_id = ?", (pack(OTHER.canonical_json()), PUTIN.party_id)),
        (
            "UPDATE contents SET body = ?, digest = ? WHERE party_id = ?",
            (pack(OTHER.canonical_json()), bytes.fromhex(sha256_hex(OTHER.canonical_json())), PUTIN.party_id),
        ),
        ("DELETE FROM held WHERE content_no = 2", ()),
        ("DELETE FROM notices", ()),
        ("UPDATE notices SET on_day = '2020-01-03' WHERE kind = 'listed'", ()),
        ("UPDATE versions SET published_on = '2020-01-08' WHERE sequence = 2", ()),
        ('UPDATE revisions SET periods = \'[["2019-01-01","2020-01-09"]]\'', ()),
    ],
    ids=["record", "record and digest", "held", "notices gone", "notice moved", "version moved", "periods"],
)
def test_a_store_that_was_changed_gives_no_answer(path: Path, change: tuple[str, tuple[object, ...]]) -> None:
    connection = sqlite3.connect(path)
    connection.execute(*change)
    connection.commit()
    connection.close()
    with ListStore.open(path, read_only=True) as store, pytest.raises(IntegrityError):
        Screener(store, as_of=day(3)).screen("Vladimir Putin")
