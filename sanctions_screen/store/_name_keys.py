"""The index of names: which parties of a list have ever had a name, so that namesakes are found at once.

Reach for :func:`shared_names` before listings are linked. The table is derived: it holds what :func:`keys_of`
says of every record that a version or a notice gives, names first and then what other lists know a party by.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

from ..history.bearers import are_apart
from ..history.linking import name_keys_of
from ..model import Notice, Party
from ._content import unpack
from ._database import Database
from ._identity_keys import MARK, identity_keys_of

__all__ = [
    "apart_keys",
    "keys_of",
    "marked_apart",
    "put_apart_keys",
    "put_name_keys",
    "shared_names",
    "tell_keys_anew",
]

_APART: Final = f"{MARK}apart"
"""The key of a reference two of whose records are not alike. Whether it was given to another is looked at for
these alone, see :mod:`sanctions_screen.history.bearers`: not every record need be read for that."""
_AT_ONCE: Final = 500
"""References asked for in one query."""


def keys_of(party: Party) -> set[tuple[str, str]]:
    """Return (key, party id) of all that a party is found by."""
    return name_keys_of(party) | identity_keys_of(party)


def put_name_keys(db: Database, list_no: int, parties: Iterable[Party]) -> None:
    """Store the keys of parties of a list."""
    _put(db, list_no, {pair for party in parties for pair in keys_of(party)})


def apart_keys(records: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return (key, party id) of the references two of whose records, given as (party id, text), differ so."""
    by_reference: dict[str, list[str]] = {}
    for party_id, text in records:
        by_reference.setdefault(party_id, []).append(text)
    return {(_APART, each) for each, texts in by_reference.items() if len(texts) > 1 and _are_apart(texts)}


def _are_apart(texts: list[str]) -> bool:
    """Return whether two records of one reference are not alike.

    Nearly all have a name written the same: these are not read in full, which takes ten times as long.
    """
    written = [{name["text"] for name in json.loads(text)["names"]} for text in texts]
    return any(
        not written[one] & written[other]
        and are_apart([Party.model_validate_json(texts[one]), Party.model_validate_json(texts[other])])
        for one in range(len(texts))
        for other in range(one)
    )


def marked_apart(db: Database, list_no: int) -> set[str]:
    """Return the references of a list that are marked so."""
    rows = db.rows("SELECT party_id FROM name_keys WHERE list_no = ? AND key = ?", (list_no, _APART))
    return {party_id for (party_id,) in rows}


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


def put_apart_keys(db: Database, list_no: int, party_ids: Sequence[str]) -> None:
    """Mark those of some references that have two records which are not alike."""
    for start in range(0, len(party_ids), _AT_ONCE):
        some = party_ids[start : start + _AT_ONCE]
        rows = db.rows(
            f"SELECT party_id, body FROM contents WHERE party_id IN ({', '.join('?' * len(some))})",  # noqa: S608
            some,
        )
        _put(db, list_no, apart_keys((party_id, unpack(body)) for party_id, body in rows))


def tell_keys_anew(db: Database) -> None:
    """Put the table's rows anew from every record in the store."""
    db.run("DELETE FROM name_keys")
    for list_no, body in db.rows("SELECT list_no, body FROM contents"):
        put_name_keys(db, list_no, [Party.model_validate_json(unpack(body))])
    for list_no, body in db.rows("SELECT list_no, body FROM notices"):
        party = Notice.model_validate_json(unpack(body)).party
        put_name_keys(db, list_no, [party] if party else [])
    several = "SELECT list_no, party_id FROM contents GROUP BY list_no, party_id HAVING count(*) > 1"
    for list_no, party_id in db.rows(several):
        put_apart_keys(db, list_no, [party_id])


def _put(db: Database, list_no: int, keys: set[tuple[str, str]]) -> None:
    db.run_many("INSERT OR IGNORE INTO name_keys VALUES (?, ?, ?)", sorted((list_no, *pair) for pair in keys))
