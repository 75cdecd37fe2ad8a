"""Party records in the store: each distinct content once, known by its digest.

Reach for this module to put records in or to get one out by its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from pydantic import ValidationError

from ..errors import IntegrityError, StoreError
from ..model import Party, sha256_hex
from ._content import pack, unpack
from ._database import Database
from ._name_keys import put_apart_keys, put_name_keys

__all__ = [
    "PackedParty",
    "content_numbers",
    "parties_in",
    "parties_of",
    "party_from",
    "put_contents",
    "stated_dates",
]

_KEPT: Final = 256
"""Records read last that stay in memory: who asks for one by one asks for each several times."""


class PackedParty(NamedTuple):
    """A party's record as stored; reading it in full waits until somebody asks."""

    party_id: str
    digest: str
    body: bytes
    listed_on: date | None
    delisted_on: date | None
    amended_on: tuple[date, ...] = ()

    def party(self) -> Party:
        """Return the record; IntegrityError when it is not the one that its digest and its row say."""
        return _party(self)


def parties_in(packed: Sequence[PackedParty], texts: Iterable[str]) -> list[Party]:
    """Return many records whose *texts* were unpacked; IntegrityError as for one."""
    return [_checked(*each) for each in zip(packed, texts, strict=True)]


@lru_cache(maxsize=_KEPT)
def _party(packed: PackedParty) -> Party:
    return _checked(packed, unpack(packed.body))


def _checked(packed: PackedParty, text: str) -> Party:
    if sha256_hex(text) != packed.digest:
        raise IntegrityError(f"{packed.party_id}: its record differs from its digest {packed.digest[:12]}")
    party = _party_of(text)
    stated = party.listed_on, party.delisted_on, party.amended_on
    if (party.party_id, stated) != (
        packed.party_id,
        (packed.listed_on, packed.delisted_on, packed.amended_on),
    ):
        raise IntegrityError(f"{packed.party_id}: its record is filed under another party or other dates")
    return party


def party_from(body: bytes) -> Party:
    """Return the party that stored bytes hold; IntegrityError when they hold none."""
    return _party_of(unpack(body))


def _party_of(text: str) -> Party:
    try:
        return Party.model_validate_json(text)
    except ValidationError as error:
        raise IntegrityError(f"a stored record is not a party: {error.errors()[0]['msg']}") from error


def put_contents(db: Database, list_no: int, list_id: str, parties: Iterable[Party]) -> dict[str, str]:
    """Store what is new of *parties*; return party_id → digest of all of them.

    Raises StoreError for a party of another list or one that stands twice: nothing is dropped in silence.
    """
    known = {row[0] for row in db.rows("SELECT digest FROM contents WHERE list_no = ?", (list_no,))}
    held: dict[str, str] = {}
    new: list[tuple[object, ...]] = []
    fresh: list[Party] = []
    for party in parties:
        _check(party, list_id, held)
        text = party.canonical_json()
        held[party.party_id] = digest = sha256_hex(text)
        if bytes.fromhex(digest) not in known:
            fresh.append(party)
            new.append((list_no, party.party_id, bytes.fromhex(digest), pack(text), *stated_dates(party)))
    db.run_many(
        "INSERT INTO contents (list_no, party_id, digest, body, listed_on, delisted_on, amended_on) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        new,
    )
    put_name_keys(db, list_no, fresh)
    put_apart_keys(db, list_no, sorted({party.party_id for party in fresh}))
    return held


def _check(party: Party, list_id: str, seen: dict[str, str]) -> None:
    if party.list_id != list_id or not party.reference:
        raise StoreError(f"{party.party_id!r} is no party id of list {list_id!r}: write {list_id}:REFERENCE")
    if party.party_id in seen:
        raise StoreError(f"{party.party_id} stands twice in one snapshot; a party is one record")


def stated_dates(party: Party) -> tuple[str | None, str | None, str | None]:
    """Return the days of listing, delisting and amendment a record states, as stored beside it."""
    return (
        party.listed_on.isoformat() if party.listed_on else None,
        party.delisted_on.isoformat() if party.delisted_on else None,
        " ".join(day.isoformat() for day in party.amended_on) or None,
    )


def parties_of(db: Database, party_ids: Iterable[str]) -> list[Party]:
    """Return every stored record of some parties."""
    rows = (db.rows("SELECT body FROM contents WHERE party_id = ?", (party_id,)) for party_id in party_ids)
    return [party_from(body) for found in rows for (body,) in found]


def content_numbers(db: Database, list_no: int, digests: Sequence[str]) -> set[int]:
    """Return the numbers of stored contents, by their digests."""
    numbers = {
        row[0]: row[1]
        for row in db.rows("SELECT digest, content_no FROM contents WHERE list_no = ?", (list_no,))
    }
    return {numbers[bytes.fromhex(digest)] for digest in digests}
