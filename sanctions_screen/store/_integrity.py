"""Recompute every digest of a store and compare.

Reach for :func:`verify` before relying on a store that was copied, restored or kept for years. It finds a
changed, missing or added row in any table, and any change of the tables themselves. What it cannot find is
what a store does not say of itself: a list taken out with all its rows, a last version gone and the seals
made anew, a store forged as a whole. Keep :func:`seal` elsewhere and compare it for that.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import IntegrityError
from ..model import ListVersion, Notice, canonical_json, sha256_hex
from ._checking import check_list_row
from ._content import unpack
from ._contents import party_from, stated_dates
from ._database import Database, Row
from ._filled import columns_in, counted, filled_of
from ._importing import notice_columns
from ._jsonlines import digest_of_digests, digest_of_pairs
from ._name_keys import apart_keys, keys_of
from ._retying import verify_change_files
from ._revisions import ListRow, list_rows, rows_of, seal_of, stored_rows
from ._schema import OPEN_END, position_of
from ._versions import chain_of, version_columns, versions_of

__all__ = ["IntegrityReport", "seal", "verify"]


@dataclass(frozen=True)
class IntegrityReport:
    """How much was recomputed and found right."""

    lists: int
    versions: int
    parties: int
    """Distinct records of parties."""
    notices: int


def verify(db: Database) -> IntegrityReport:
    """Recompute everything; raise IntegrityError naming list, version and what differs."""
    with db.reading():
        problems = [row[0] for row in db.rows("PRAGMA integrity_check") if row[0] != "ok"]
        problems += [f"table {row[0]} refers to a missing row" for row in db.rows("PRAGMA foreign_key_check")]
        if problems:
            raise IntegrityError(f"{db.where}: the file is damaged: {problems[0]}")
        _verify_schema(db)
        lists = list_rows(db)
        _verify_revisions(db)
        counts = [_verify_list(db, row) for row in lists]
    return IntegrityReport(len(lists), *(sum(column) for column in zip((0, 0, 0), *counts, strict=True)))


def seal(db: Database) -> str:
    """Return one digest of the schema, the lists, their versions, notices and change files.

    It says nothing of a store that :func:`verify` does not pass: it is made of the seals and digests that are
    recomputed there. Equal stores have equal seals; importing anything gives another.
    """
    with db.reading():
        held = [
            db.rows("SELECT list_no, list_id FROM lists ORDER BY list_no"),
            db.rows("SELECT revision, seal FROM revisions ORDER BY revision"),
            db.rows("SELECT list_no, sequence, seal FROM versions ORDER BY list_no, sequence"),
            _schema_of(db),
        ]
    return sha256_hex(canonical_json([[list(row) for row in rows] for rows in held]))


def _schema_of(db: Database) -> list[Row]:
    return db.rows("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")


def _verify_schema(db: Database) -> None:
    """Nothing may stand in the file but the tables and indexes of the schema, word for word."""
    fresh = Database.in_memory("a new store")
    expected, found = set(_schema_of(fresh)), set(_schema_of(db))
    fresh.close()
    if strange := sorted(found - expected, key=str):
        raise IntegrityError(f"{db.where}: the {strange[0][0]} {strange[0][1]} is not of this schema")
    if missing := sorted(expected - found, key=str):
        raise IntegrityError(f"{db.where}: the {missing[0][0]} {missing[0][1]} is missing")


def _verify_revisions(db: Database) -> None:
    """Each revision's row is sealed, and each of a list follows on the one before it."""
    before: dict[str, str] = {}
    for row, stored in zip(rows_of(db), stored_rows(db), strict=True):
        check_list_row(db, row)
        if stored != row.columns():
            raise IntegrityError(f"list {row.list_id}: the row of revision {row.revision} was changed")
        if row.previous != before.get(row.list_id):
            raise IntegrityError(f"list {row.list_id}: a revision is missing before revision {row.revision}")
        before[row.list_id] = row.seal()
    empty = db.row("SELECT list_id FROM lists WHERE list_no NOT IN (SELECT list_no FROM revisions)")
    if empty and db.row(
        "SELECT 1 FROM contents WHERE list_no = (SELECT list_no FROM lists WHERE list_id = ?)", empty
    ):
        raise IntegrityError(f"list {empty[0]}: its revisions are missing")


def _verify_list(db: Database, row: ListRow) -> tuple[int, int, int]:
    versions = versions_of(db, row, withdrawn=True)
    _verify_rows(db, row, versions)
    _verify_chain(row, versions)
    notices = _verify_notices(db, row)
    digests, columns = _verify_contents(db, row)
    _verify_ranges(db, row, versions, digests, columns)
    verify_change_files(db, row)
    return len(versions), len(digests), notices


def _verify_rows(db: Database, row: ListRow, versions: list[ListVersion]) -> None:
    """Each version's row is that of its record, to the letter, and sealed."""
    stored = {
        sequence: tuple(columns)
        for sequence, *columns in db.rows(
            "SELECT sequence, * FROM versions WHERE list_no = ?", (row.list_no,)
        )
    }
    for version in versions:
        columns = version_columns(row.list_no, version)
        if stored[version.sequence] != (*columns, seal_of(columns)):
            raise IntegrityError(f"{_named(version)}: its row was changed")


def _verify_chain(row: ListRow, versions: list[ListVersion]) -> None:
    previous: str | None = None
    for number, version in enumerate(sorted(versions, key=lambda v: v.sequence), start=1):
        if version.sequence != number:
            raise IntegrityError(f"list {row.list_id}: version {number} in order of import is missing")
        if version.previous_chain != previous or version.chain != chain_of(version):
            raise IntegrityError(f"{_named(version)}: the chain of versions is broken here")
        previous = version.chain
    if previous != row.head_chain:
        raise IntegrityError(f"list {row.list_id}: the last version in the chain is not the last imported")


def _verify_contents(
    db: Database, row: ListRow
) -> tuple[dict[int, tuple[str, str]], dict[int, frozenset[str]]]:
    """Return content number → (party id, digest), and the columns it fills, recomputed from the record."""
    found: dict[int, tuple[str, str]] = {}
    keys: set[tuple[str, str]] = set()
    columns: dict[int, frozenset[str]] = {}
    records: dict[str, list[tuple[str, bytes]]] = {}
    for number, party_id, digest, body, *stated in db.rows(
        "SELECT content_no, party_id, digest, body, listed_on, delisted_on, amended_on FROM contents "
        "WHERE list_no = ?",
        (row.list_no,),
    ):
        where = f"list {row.list_id}, party {party_id}"
        if sha256_hex(unpack(body)) != digest.hex():
            raise IntegrityError(f"{where}: its record differs from its digest {digest.hex()[:12]}")
        party = party_from(body)
        if (party.party_id, *stated_dates(party)) != (party_id, *stated):
            raise IntegrityError(f"{where}: its record is filed under another party or other dates")
        found[number] = party_id, digest.hex()
        keys.update(keys_of(party))
        columns[number] = columns_in(body)
        records.setdefault(party_id, []).append((party_id, body))
    for bodies in records.values():
        if len(bodies) > 1:
            keys.update(apart_keys((party_id, unpack(body)) for party_id, body in bodies))
    _verify_name_keys(db, row, keys)
    return found, columns


def _verify_name_keys(db: Database, row: ListRow, keys: set[tuple[str, str]]) -> None:
    for (body,) in db.rows("SELECT body FROM notices WHERE list_no = ?", (row.list_no,)):
        party = Notice.model_validate_json(unpack(body)).party
        if party is not None:
            keys.update(keys_of(party))
    stored = {
        (r[0], r[1]) for r in db.rows("SELECT key, party_id FROM name_keys WHERE list_no = ?", (row.list_no,))
    }
    for key, party_id in sorted(stored ^ keys)[:1]:
        raise IntegrityError(
            f"list {row.list_id}, party {party_id}: its name {key!r} is wrong in the index of names"
        )


def _verify_ranges(
    db: Database,
    row: ListRow,
    versions: list[ListVersion],
    digests: dict[int, tuple[str, str]],
    columns: dict[int, frozenset[str]],
) -> None:
    held = db.rows(
        "SELECT h.content_no, h.first, h.last FROM held h JOIN contents c USING (content_no) "
        "WHERE c.list_no = ?",
        (row.list_no,),
    )
    positions = {position_of(v.published_on, v.sequence) for v in versions}
    ends = positions - {max(positions, default=0)} | {OPEN_END}
    for number, first, last in held:
        if first not in positions or last not in ends:
            raise IntegrityError(
                f"list {row.list_id}, party {digests[number][0]}: held from or up to no known version"
            )
    orphans = sorted(digests.keys() - {number for number, _, _ in held})
    if orphans:
        raise IntegrityError(
            f"list {row.list_id}, party {digests[orphans[0]][0]}: a record that no version holds"
        )
    if db.row(
        "SELECT 1 FROM filled WHERE list_no = ? AND sequence NOT IN "
        "(SELECT sequence FROM versions WHERE list_no = ?)",
        (row.list_no, row.list_no),
    ):
        raise IntegrityError(f"list {row.list_id}: columns are counted of a version that there is not")
    counts = filled_of(db, row, versions)
    for version, filled in zip(versions, counts, strict=True):
        position = position_of(version.published_on, version.sequence)
        numbers = [number for number, first, last in held if first <= position <= last]
        pairs = [digests[number] for number in numbers]
        if counted(columns[number] for number in numbers) != filled:
            raise IntegrityError(f"{_named(version)}: the count of the columns it fills was changed")
        if len(pairs) != version.party_count or digest_of_pairs(pairs) != version.digest:
            raise IntegrityError(f"{_named(version)}: its parties ({len(pairs)}) are not those imported "
                                 f"({version.party_count}, digest {version.digest[:12]})")  # fmt: skip


def _verify_notices(db: Database, row: ListRow) -> int:
    columns = (
        "list_no, party_id, previous_party_id, kind, on_day, party_digest, digest, body, known_from, "
        "known_until"
    )
    rows = db.rows(f"SELECT {columns} FROM notices WHERE list_no = ?", (row.list_no,))  # noqa: S608
    for stored in rows:
        on_day, _, digest, body = stored[4:8]
        text = unpack(body)
        if sha256_hex(text) != digest.hex():
            raise IntegrityError(f"list {row.list_id}: a notice of {on_day} differs from its digest")
        if stored[:6] != notice_columns(row.list_no, digest, Notice.model_validate_json(text))[:6]:
            raise IntegrityError(f"list {row.list_id}: a notice of {on_day} is filed wrongly")
    revisions = rows_of(db, row.list_id)
    numbers = {known.revision for known in revisions} | {None}
    if any(not numbers.issuperset(stored[8:10]) for stored in rows):
        raise IntegrityError(f"list {row.list_id}: a notice is known from or until no revision of the list")
    for known in revisions:
        _verify_standing(known, [stored[6:] for stored in rows])
    return row.notice_count


def _verify_standing(row: ListRow, notices: list[Row]) -> None:
    """Of each revision the notices that stood then are those it says."""
    standing = [
        digest.hex()
        for digest, _, since, until in notices
        if since <= row.revision and (until is None or until > row.revision)
    ]
    digest = digest_of_digests(standing) if standing else None
    if (len(standing), digest) != (row.notice_count, row.notices_digest):
        raise IntegrityError(
            f"list {row.list_id}: its notices ({len(standing)}) are not those imported ({row.notice_count})"
            f" by revision {row.revision}"
        )


def _named(version: ListVersion) -> str:
    return f"list {version.list_id}, version {version.sequence} of {version.published_on}"
