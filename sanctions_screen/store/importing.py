"""Putting a snapshot or notices into a store: one import, one transaction.

Reach for this module to change a store. Guarantees: an import happens as a whole or not at all; the same
content for the same day again changes nothing; other content for that day becomes a later version of it, and
the earlier one stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from ..errors import StoreError
from ..model import ListVersion, Notice, Party, SourceFile
from .content import pack, unpack
from .contents import content_numbers, parties_of, put_contents
from .database import Database
from .jsonlines import digest_of_digests, digest_of_pairs
from .linking import put_name_keys
from .ranges import insert_version
from .schema import position_of
from .versions import ListRow, chain_of, list_rows, put_list, put_version, versions_of

__all__ = ["ListFacts", "SnapshotFacts", "import_notices", "import_snapshot", "notice_columns"]


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
        row = _list_row(db, of)
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
    db: Database,
    of: ListFacts,
    notices: Iterable[Notice],
    periods: Sequence[tuple[date, date]] = (),
    replacing: Callable[[Notice], bool] | None = None,
) -> int:
    """Put notices in; return how many were new.

    *periods* are the spans of which they tell every change. Stored notices for which *replacing* is true go.
    """
    notices = list(notices)
    with db.writing():
        row = _list_row(db, of)
        if replacing is not None:
            _drop_notices(db, row, replacing)
        known = {r[0] for r in db.rows("SELECT digest FROM notices WHERE list_no = ?", (row.list_no,))}
        new: dict[bytes, Notice] = {}
        for notice in notices:
            _check_notice(notice, row.list_id)
            digest = bytes.fromhex(notice.content_digest())
            if digest not in known:
                new.setdefault(digest, notice)
        db.run_many(
            "INSERT INTO notices (list_no, party_id, previous_party_id, kind, on_day, party_digest, digest, "
            "body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (notice_columns(row.list_no, digest, notice) for digest, notice in new.items()),
        )
        put_name_keys(db, row.list_no, (n.party for n in new.values() if n.party is not None))
        digests = known | new.keys()
        put_list(
            db,
            replace(
                row,
                notice_count=len(digests),
                notices_digest=digest_of_digests(d.hex() for d in digests) if digests else None,
                periods=tuple(sorted({*row.periods, *periods})),
            ),
        )
    return len(new)


def _drop_notices(db: Database, row: ListRow, replacing: Callable[[Notice], bool]) -> None:
    """Take notices out, and the names that only they brought in."""
    stored = db.rows("SELECT notice_no, body FROM notices WHERE list_no = ?", (row.list_no,))
    told = [(number, Notice.model_validate_json(unpack(body))) for number, body in stored]
    dropped = [(number, notice) for number, notice in told if replacing(notice)]
    db.run_many("DELETE FROM notices WHERE notice_no = ?", ((number,) for number, _ in dropped))
    party_ids = {notice.party.party_id for _, notice in dropped if notice.party is not None}
    db.run_many("DELETE FROM name_keys WHERE party_id = ?", ((party_id,) for party_id in sorted(party_ids)))
    gone = {number for number, _ in dropped}
    kept = [n.party for number, n in told if number not in gone and n.party and n.party.party_id in party_ids]
    put_name_keys(db, row.list_no, [*kept, *parties_of(db, sorted(party_ids))])


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


def _list_row(db: Database, of: ListFacts) -> ListRow:
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
