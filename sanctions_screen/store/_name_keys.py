"""The index of names: which parties of a list have ever had a name, so that namesakes are found at once.

Reach for :func:`shared_names` before listings are linked. The table is derived: it holds what :func:`keys_of`
says of every record that a version or a notice gives, names first and then what other lists know a party by.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..history.linking import name_keys_of
from ..model import Notice, Party
from ._content import unpack
from ._database import Database
from ._identity_keys import MARK, identity_keys_of

__all__ = ["keys_of", "put_name_keys", "shared_names", "tell_keys_anew"]


def keys_of(party: Party) -> set[tuple[str, str]]:
    """Return (key, party id) of all that a party is found by."""
    return name_keys_of(party) | identity_keys_of(party)


def put_name_keys(db: Database, list_no: int, parties: Iterable[Party]) -> None:
    """Store the keys of parties of a list."""
    keys = {(list_no, *pair) for party in parties for pair in keys_of(party)}
    db.run_many("INSERT OR IGNORE INTO name_keys VALUES (?, ?, ?)", sorted(keys))


def shared_names(db: Database, list_no: int, party_id: str | None = None) -> dict[str, set[str]]:
    """Return party → other parties of the list that have had one of its names; of one party, or of all."""
    only = "" if party_id is None else " AND a.party_id = ?"
    rows = db.rows(
        "SELECT DISTINCT a.party_id, b.party_id FROM name_keys a JOIN name_keys b "  # noqa: S608
        f"ON b.list_no = a.list_no AND b.key = a.key AND b.party_id <> a.party_id WHERE a.list_no = ?{only} "
        f"AND a.key NOT GLOB '{MARK}*'",
        (list_no,) if party_id is None else (list_no, party_id),
    )
    found: dict[str, set[str]] = {}
    for one, other in rows:
        found.setdefault(one, set()).add(other)
    return found


def tell_keys_anew(db: Database) -> None:
    """Put the table's rows anew from every record in the store."""
    db.run("DELETE FROM name_keys")
    for list_no, body in db.rows("SELECT list_no, body FROM contents"):
        put_name_keys(db, list_no, [Party.model_validate_json(unpack(body))])
    for list_no, body in db.rows("SELECT list_no, body FROM notices"):
        party = Notice.model_validate_json(unpack(body)).party
        put_name_keys(db, list_no, [party] if party else [])
