"""Putting a snapshot or notices into a store: one import, one transaction, one revision.

Reach for this module to change a store. Guarantees: an import happens as a whole or not at all; the same
content for the same day again changes nothing; other content for that day becomes a later version of it, and
the earlier one stays; what was known on an earlier revision stays known on it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ..errors import ArgumentError, StoreError
from ..history.evidence import Spans
from ..model import DayPrecision, ListVersion, Notice, Party, SourceFile
from ..sources.completeness import newly_without
from ._content import pack, unpack
from ._contents import content_numbers, parties_of, put_contents
from ._database import Database
from ._filled import filled_in, put_filled
from ._jsonlines import digest_of_digests, digest_of_pairs
from ._name_keys import put_apart_keys, put_name_keys
from ._ranges import insert_version
from ._revisions import ListRow, list_rows, put_row, raised
from ._schema import position_of
from ._versions import chain_of, put_version, versions_of

if TYPE_CHECKING:
    from ..sources import ParsedList

__all__ = [
    "ListFacts",
    "RaisedAs",
    "SnapshotFacts",
    "count_notices",
    "day_of_file",
    "end_notices",
    "import_notices",
    "import_snapshot",
    "is_told_by",
    "list_row",
    "notice_columns",
    "put_facts",
    "put_notices",
    "put_on_day",
    "replace_notices",
    "standing_notices",
    "tell_newly_without",
]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What is said of a list as a whole; empty fields leave what the store has."""

    list_id: str
    title: str = ""
    publisher: str = ""
    selection: bool | None = None


@dataclass(frozen=True, slots=True)
class RaisedAs:
    """The moment, and the number, that a revision had in the store it is brought from."""

    at: datetime | None = None
    """None means now."""
    number: int | None = None
    """None means the next."""


@dataclass(frozen=True, slots=True)
class SnapshotFacts:
    """Where a snapshot comes from."""

    published_on: date
    files: tuple[SourceFile, ...] = ()
    format: str = "records"
    parser_version: str = ""
    imported_at: datetime | None = None
    precision: DayPrecision = "stated"
    raised: RaisedAs | None = None
    """The revision it is to be, for one brought from another store; None raises the next."""


def day_of_file(
    parsed: ParsedList, published_on: date | None, archived_by: date | None
) -> tuple[date, DayPrecision]:
    """Return the day of a file as read, and how well it is known: as said, else as the file states."""
    name = parsed.files[0].name
    if published_on and archived_by:
        raise StoreError(f"{name}: give published_on or archived_by, not both")
    stated = published_on or parsed.published_on
    if stated and archived_by and archived_by < stated:
        raise StoreError(
            f"{name}: states that it is of {stated}, after {archived_by}, by which it was archived"
        )
    if stated:
        return stated, "stated"
    if archived_by:
        return archived_by, "no-later-than"
    raise StoreError(
        f"{name}: the file does not tell the day it was published; give published_on, or archived_by where "
        "it may be older"
    )


def tell_newly_without(parsed: ParsedList, before: ListVersion) -> None:
    """Log that a list was read without files that the version before it had."""
    now = (parsed.format, [file.name for file in parsed.files])
    lost = newly_without(now, (before.format, [file.name for file in before.files]))
    if lost:
        logger.warning(
            "%s was read without its publisher's files of %s, which the version of %s has: what stands there "
            "is compared as far as another version has it",
            parsed.list_id,
            " and ".join(lost),
            before.published_on,
        )


def import_snapshot(
    db: Database, of: ListFacts, facts: SnapshotFacts, parties: Iterable[Party]
) -> ListVersion:
    """Put one snapshot in; return its version, or the one that already says the same of that day."""
    parties = list(parties)
    for strange in parties:
        if not isinstance(strange, Party):
            raise ArgumentError(f"parties are Party records, not {strange!r:.100}")
    with db.writing():
        row = list_row(db, of)
        held = put_contents(db, row.list_no, row.list_id, parties)
        same_day = [old for old in versions_of(db, row) if old.published_on == facts.published_on]
        if same_day and (same_day[-1].digest, same_day[-1].precision) == (
            digest_of_pairs(held.items()),
            facts.precision,
        ):
            put_facts(db, row)
            return same_day[-1]
        how = facts.raised or RaisedAs(facts.imported_at)
        logger.info("%s of %s: %d parties imported", row.list_id, facts.published_on, len(held))
        return put_on_day(db, raised(db, row, "version", at=how.at, number=how.number), facts, held)


def put_on_day(db: Database, row: ListRow, facts: SnapshotFacts, held: dict[str, str]) -> ListVersion:
    """Put what is *held* (party id → digest of a stored record) in as a version, on the row's revision."""
    unchained = ListVersion(
        list_id=row.list_id,
        published_on=facts.published_on,
        precision=facts.precision,
        sequence=row.head_sequence + 1,
        digest=digest_of_pairs(held.items()),
        party_count=len(held),
        files=facts.files,
        format=facts.format,
        parser_version=facts.parser_version,
        imported_at=(facts.imported_at or datetime.now(UTC)).replace(microsecond=0),
        previous_chain=row.head_chain,
        chain="",
    )
    version = unchained.model_copy(update={"chain": chain_of(unchained)})
    numbers = content_numbers(db, row.list_no, list(held.values()))
    put_version(db, row.list_no, version)
    insert_version(db, row.list_no, position_of(version.published_on, version.sequence), numbers)
    put_filled(db, row.list_no, version.sequence, filled_in(db, row.list_no, held.values()))
    put_row(db, replace(row, head_chain=version.chain, head_sequence=version.sequence))
    return version


def import_notices(
    db: Database,
    of: ListFacts,
    notices: Iterable[Notice],
    periods: Sequence[tuple[date, date]] = (),
    at: datetime | None = None,
) -> int:
    """Put notices in; return how many were new. *periods* are the spans of which they tell every change."""
    given = _by_digest(notices, of.list_id)
    with db.writing():
        row = list_row(db, of)
        known = {digest for digest, _, _ in standing_notices(db, row)}
        new = {digest: notice for digest, notice in given.items() if digest not in known}
        stated = tuple(sorted({*row.stated_periods, *periods}))
        if not new and stated == row.stated_periods:
            put_facts(db, row)
            return 0
        row = replace(raised(db, row, "notices", at=at), stated_periods=stated)
        put_notices(db, row, new)
        count_notices(db, row, known | new.keys())
    return len(new)


def standing_notices(db: Database, row: ListRow) -> list[tuple[bytes, int, bytes]]:
    """Return (digest, number, body) of each notice that stood on the row's revision."""
    rows = db.rows(
        "SELECT digest, notice_no, body FROM notices WHERE list_no = ? AND known_from <= ? "
        "AND (known_until IS NULL OR known_until > ?)",
        (row.list_no, row.revision, row.revision),
    )
    return [(digest, number, body) for digest, number, body in rows]


def replace_notices(
    db: Database, row: ListRow, notices: Iterable[Notice], names: Collection[str], periods: Spans
) -> None:
    """Put in what change files of these *names* tell, in place of all that stands as told by them.

    *row* is of a revision raised in this transaction, from which the new ones stand; those they take the
    place of go on standing for the revisions before. A notice that stays the same is left alone: most do, and
    an import waits for this.
    """
    given = _by_digest(notices, row.list_id)
    with db.writing():
        stored = {digest: (number, body) for digest, number, body in standing_notices(db, row)}
        gone = {
            digest
            for digest, (_, body) in stored.items()
            if digest not in given and is_told_by(names, json.loads(unpack(body))["citation"])
        }
        end_notices(db, row, [stored[digest] for digest in gone])
        kept = stored.keys() - gone
        put_notices(db, row, {d: notice for d, notice in given.items() if d not in kept})
        count_notices(db, replace(row, file_periods=periods), kept | given.keys())


def end_notices(db: Database, row: ListRow, ended: Sequence[tuple[int, bytes]]) -> None:
    """Let notices stand no longer than up to the row's revision; those it brought itself never stood."""
    db.run_many(
        "UPDATE notices SET known_until = ? WHERE notice_no = ? AND known_from < ?",
        ((row.revision, number, row.revision) for number, _ in ended),
    )
    unborn = "SELECT notice_no FROM notices WHERE list_no = ? AND known_from = ?"
    numbers = {number for (number,) in db.rows(unborn, (row.list_no, row.revision))}
    dropped = [body for number, body in ended if number in numbers]
    db.run_many("DELETE FROM notices WHERE notice_no = ?", ((n,) for n, _ in ended if n in numbers))
    _drop_name_keys(db, row, dropped)


def is_told_by(names: Collection[str], citation: str) -> bool:
    """Return whether a notice's citation names one of these change files."""
    return any(f"({name})" in citation for name in names)


def _by_digest(notices: Iterable[Notice], list_id: str) -> dict[bytes, Notice]:
    found: dict[bytes, Notice] = {}
    for notice in notices:
        _check_notice(notice, list_id)
        if notice.party_id is None and notice.party is not None:
            notice = notice.model_copy(update={"party_id": notice.party.party_id})
        found.setdefault(bytes.fromhex(notice.content_digest()), notice)
    return found


def put_notices(db: Database, row: ListRow, new: Mapping[bytes, Notice]) -> None:
    """Write notices that stand from the row's revision on."""
    db.run_many(
        "INSERT INTO notices (list_no, party_id, previous_party_id, kind, on_day, party_digest, digest, "
        "body, known_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((*notice_columns(row.list_no, digest, notice), row.revision) for digest, notice in new.items()),
    )
    put_name_keys(db, row.list_no, (n.party for n in new.values() if n.party is not None))


def count_notices(db: Database, row: ListRow, digests: Collection[bytes]) -> None:
    """Write a list's row with the count and the digest of the notices that it has now."""
    digest = digest_of_digests(d.hex() for d in digests) if digests else None
    put_row(db, replace(row, notice_count=len(digests), notices_digest=digest))


def _drop_name_keys(db: Database, row: ListRow, dropped: Iterable[bytes]) -> None:
    """Take out the names that only the dropped notices brought in."""
    party_ids = {party.party_id for party in _told_parties(dropped)}
    if not party_ids:
        return
    db.run_many("DELETE FROM name_keys WHERE party_id = ?", ((party_id,) for party_id in sorted(party_ids)))
    kept = (body for (body,) in db.rows("SELECT body FROM notices WHERE list_no = ?", (row.list_no,)))
    still = [party for party in _told_parties(kept) if party.party_id in party_ids]
    put_name_keys(db, row.list_no, [*still, *parties_of(db, sorted(party_ids))])
    put_apart_keys(db, row.list_no, sorted(party_ids))


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
    if notice.party_id is None and notice.party is None:
        raise StoreError(f"a notice names no party ({notice.on}, {notice.citation}): give its party_id")
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
    """Return the list's newest row with what *of* says of it; it is written with a revision alone."""
    if not of.list_id or ":" in of.list_id or of.list_id != of.list_id.strip():
        raise StoreError(
            f"{of.list_id!r} is no list id: give a short word without a colon, such as 'my-list'"
        )
    row = next((row for row in list_rows(db) if row.list_id == of.list_id), None) or _new_list(db, of.list_id)
    return replace(
        row,
        title=of.title or row.title,
        publisher=of.publisher or row.publisher,
        selection=row.selection if of.selection is None else of.selection,
    )


def _new_list(db: Database, list_id: str) -> ListRow:
    known = db.row("SELECT list_no FROM lists WHERE list_id = ?", (list_id,))
    if known is None:
        db.run("INSERT INTO lists SELECT coalesce(max(list_no), 0) + 1, ? FROM lists", (list_id,))
        known = db.row("SELECT list_no FROM lists WHERE list_id = ?", (list_id,))
    assert known is not None
    return ListRow(known[0], list_id)


def put_facts(db: Database, row: ListRow) -> None:
    """Write what is said of a list as a whole, on a revision of its own, where it is new."""
    old = next((old for old in list_rows(db) if old.list_id == row.list_id), None)
    if old is None or (old.title, old.publisher, old.selection) != (row.title, row.publisher, row.selection):
        put_row(db, raised(db, row, "list"))
