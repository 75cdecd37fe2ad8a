"""The index of names: which parties of a list have ever had a name, so that namesakes are found at once.

Reach for :func:`shared_names` before listings are linked. The table is derived: it holds what
:func:`~sanctions_screen.history.linking.name_keys_of` says of every record that a version or a notice gives.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..history.linking import name_keys_of
from ..model import Party
from ._database import Database

__all__ = ["put_name_keys", "shared_names"]


def put_name_keys(db: Database, list_no: int, parties: Iterable[Party]) -> None:
    """Store the names by which the listings of a list can be linked."""
    keys = {(list_no, *pair) for party in parties for pair in name_keys_of(party)}
    db.run_many("INSERT OR IGNORE INTO name_keys VALUES (?, ?, ?)", sorted(keys))


def shared_names(db: Database, list_no: int, party_id: str | None = None) -> dict[str, set[str]]:
    """Return party → other parties of the list that have had one of its names; of one party, or of all."""
    only = "" if party_id is None else " AND a.party_id = ?"
    rows = db.rows(
        "SELECT DISTINCT a.party_id, b.party_id FROM name_keys a JOIN name_keys b "  # noqa: S608
        f"ON b.list_no = a.list_no AND b.key = a.key AND b.party_id <> a.party_id WHERE a.list_no = ?{only}",
        (list_no,) if party_id is None else (list_no, party_id),
    )
    found: dict[str, set[str]] = {}
    for one, other in rows:
        found.setdefault(one, set()).add(other)
    return found
