"""Putting a snapshot or notices into a store: one import, one transaction.

Reach for this module to change a store. Guarantees: an import happens as a whole or not at all; the same
content for the same day again changes nothing; other content for that day becomes a later version of it, and
the earlier one stays.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from ..errors import StoreError
from ..history.evidence import Spans
from ..model import ListVersion, Notice, Party, SourceFile
from ._content import pack, unpack
from ._contents import content_numbers, parties_of, put_contents
from ._database import Database
from ._jsonlines import digest_of_digests, digest_of_pairs
from ._name_keys import put_name_keys
from ._ranges import insert_version
from ._schema import position_of
from ._versions import ListRow, chain_of, list_rows, put_list, put_version, versions_of

__all__ = [
    "ListFacts",
    "SnapshotFacts",
    "import_notices",
    "import_snapshot",
    "is_told_by",
    "list_row",
    "notice_columns",
    "replace_notices",
]


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What is said of a list as a whole; empty fields leave what the store has."""

    list_id: str
    title: str = ""
    publisher: str = ""
    selection: bool | None = None


@dataclass(frozen=True, slots=True)
class SnapshotFacts:
    """Where a snapshot comes from."""

    published_on: date
    files: tuple[SourceFile, ...] = ()
    format: str = "records"
    parser_version: str = ""
    imported_at: datetime | None = None


def import_snapshot(
    db: Database, of: ListFacts, facts: SnapshotFacts, parties: Iterable[Party]
) -> ListVersion:
    """Put one snapshot in; return its version, or the one that already says the same of that day."""
    parties = list(parties)
    with db.writing():
        row = list_row(db, of)
        held = put_contents(db, row.list_no, row.list_id, parties)
        versions = versions_of(db, row)
        version = _next_version(row, versions, facts, held)
        same_day = [old for old in versions if old.published_on == facts.published_on]
        if same_day and same_day[-1].digest == version.digest:
            return same_day[-1]
        numbers = content_numbers(db, row.list_no, list(held.values()))
        put_version(db, row.list_no, version)
        insert_version(db, row.list_no, position_of(version.published_on, version.sequence), numbers)
        put_list(db, replace(row, head_chain=version.chain))
    return version


def _next_version(
    row: ListRow, versions: Sequence[ListVersion], facts: SnapshotFacts, held: dict[str, str]
) -> ListVersion:
    unchained = ListVersion(
        list_id=row.list_id,
        published_on=facts.published_on,
        sequence=max((version.sequence for version in versions), default=0) + 1,
        digest=digest_of_pairs(held.items()),
        party_count=len(held),
        files=facts.files,
        format=facts.format,
        parser_version=facts.parser_version,
        imported_at=(facts.imported_at or datetime.now(UTC)).replace(microsecond=0),
        previous_chain=row.head_chain,
        chain="",
    )
    return unchained.model_copy(update={"chain": chain_of(unchained)})


def import_notices(
    db: Database, of: ListFacts, notices: Iterable[Notice], periods: Sequence[tuple[date, date]] = ()
) -> int:
    """Put notices in; return how many were new. *periods* are the spans of which they tell every change."""
    given = _by_digest(notices, of.list_id)
    with db.writing():
        row = list_row(db, of)
        known = {r[0] for r in db.rows("SELECT digest FROM notices WHERE list_no = ?", (row.list_no,))}
        new = {digest: notice for digest, notice in given.items() if digest not in known}
        _put_notices(db, row, new)
        row = replace(row, stated_periods=tuple(sorted({*row.stated_periods, *periods})))
        _count_notices(db, row, known | new.keys())
    return len(new)


def replace_notices(
    db: Database, of: ListFacts, notices: Iterable[Notice], names: Collection[str], periods: Spans
) -> None:
    """Put in what change files of these *names* tell, in place of all that the store holds as told by them.

    A notice that stays the same is left alone: most do, and an import waits for this.
    """
    given = _by_digest(notices, of.list_id)
    with db.writing():
        row = list_row(db, of)
        stored = {
            digest: (number, body)
            for number, digest, body in db.rows(
                "SELECT notice_no, digest, body FROM notices WHERE list_no = ?", (row.list_no,)
            )
        }
        gone = {
            digest
            for digest, (_, body) in stored.items()
            if digest not in given and is_told_by(names, json.loads(unpack(body))["citation"])
        }
        kept = {digest: body for digest, (_, body) in stored.items() if digest not in gone}
        dropped = [stored[digest] for digest in gone]
        db.run_many("DELETE FROM notices WHERE notice_no = ?", ((number,) for number, _ in dropped))
        _drop_name_keys(db, row, [body for _, body in dropped], kept.values())
        _put_notices(db, row, {d: notice for d, notice in given.items() if d not in kept})
        _count_notices(db, replace(row, file_periods=periods), kept.keys() | given.keys())


def is_told_by(names: Collection[str], citation: str) -> bool:
    """Return whether a notice's citation names one of these change files."""
    return any(f"({name})" in citation for name in names)


def _by_digest(notices: Iterable[Notice], list_id: str) -> dict[bytes, Notice]:
    found: dict[bytes, Notice] = {}
    for notice in notices:
        _check_notice(notice, list_id)
        found.setdefault(bytes.fromhex(notice.content_digest()), notice)
    return found


def _put_notices(db: Database, row: ListRow, new: dict[bytes, Notice]) -> None:
    db.run_many(
        "INSERT INTO notices (list_no, party_id, previous_party_id, kind, on_day, party_digest, digest, "
        "body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (notice_columns(row.list_no, digest, notice) for digest, notice in new.items()),
    )
    put_name_keys(db, row.list_no, (n.party for n in new.values() if n.party is not None))


def _count_notices(db: Database, row: ListRow, digests: Collection[bytes]) -> None:
    """Write a list's row with the count and the digest of the notices that it has now."""
    digest = digest_of_digests(d.hex() for d in digests) if digests else None
    put_list(db, replace(row, notice_count=len(digests), notices_digest=digest))


def _drop_name_keys(db: Database, row: ListRow, dropped: Iterable[bytes], kept: Iterable[bytes]) -> None:
    """Take out the names that only the dropped notices brought in."""
    party_ids = {party.party_id for party in _told_parties(dropped)}
    if not party_ids:
        return
    db.run_many("DELETE FROM name_keys WHERE party_id = ?", ((party_id,) for party_id in sorted(party_ids)))
    still = [party for party in _told_parties(kept) if party.party_id in party_ids]
    put_name_keys(db, row.list_no, [*still, *parties_of(db, sorted(party_ids))])


def _told_parties(bodies: Iterable[bytes]) -> Iterator[Party]:
    for body in bodies:
        party = Notice.model_validate_json(unpack(body)).party
        if party is not None:
            yield party


def _check_notice(notice: Notice, list_id: str) -> None:
    records = (notice.party, notice.party_before)
    for party_id in (notice.party_id, notice.previous_party_id, *(r.party_id for r in records if r)):
        if party_id and party_id.partition(":")[0] != list_id:
            raise StoreError(f"a notice of list {list_id!r} names {party_id}, of another list "
                             f"({notice.on}, {notice.citation})")  # fmt: skip
    if notice.list_id != list_id:
        raise StoreError(f"a notice of list {notice.list_id!r} was given for {list_id!r} ({notice.citation})")


def notice_columns(list_no: int, digest: bytes, notice: Notice) -> tuple[object, ...]:
    """Return a notice's row as stored."""
    return (
        list_no,
        notice.party_id,
        notice.previous_party_id,
        notice.kind,
        notice.on.isoformat(),
        bytes.fromhex(notice.party.content_digest()) if notice.party else None,
        digest,
        pack(notice.canonical_json()),
    )


def list_row(db: Database, of: ListFacts) -> ListRow:
    """Return the list's row, made or brought up to date with what *of* says."""
    if not of.list_id or ":" in of.list_id or of.list_id != of.list_id.strip():
        raise StoreError(
            f"{of.list_id!r} is no list id: give a short word without a colon, such as 'my-list'"
        )
    rows = {row.list_id: row for row in list_rows(db)}
    old = rows.get(of.list_id)
    row = old or ListRow(max((r.list_no for r in rows.values()), default=0) + 1, of.list_id)
    row = replace(
        row,
        title=of.title or row.title,
        publisher=of.publisher or row.publisher,
        selection=row.selection if of.selection is None else of.selection,
    )
    if row != old:
        put_list(db, row)
    return row
