"""What was known of each list from which moment on: one count of revisions for a whole store.

Reach for this module to read a list's row as it was known, and to raise a revision before anything of a list
is changed. Guarantees: a row is written with the revision it belongs to and never changed by a later one, so
what was known on a revision can be asked for ever; revisions of one list are chained by their seals, so a
missing one shows; moments never go back, though a machine's clock may.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, cast

from ..errors import IntegrityError, NoVersionError, SettingsError, UnknownListError
from ..history.evidence import Spans
from ..model import KnownOn, Revision, RevisionKind, canonical_json, sha256_hex
from ._database import Database, Row

__all__ = [
    "ListRow",
    "as_revision",
    "find_list",
    "list_rows",
    "newest_revision",
    "put_row",
    "raised",
    "revision_known_on",
    "rows_of",
    "seal_of",
    "stored_rows",
]

_COLUMNS = (
    "r.revision, r.list_no, l.list_id, r.at, r.kind, r.withdrawn, r.reason, r.title, r.publisher, "
    "r.selection, r.head_chain, r.head_sequence, r.notice_count, r.notices_digest, r.periods, "
    "r.file_periods, r.changes_digest, r.previous"
)
_FROM = "FROM revisions r JOIN lists l USING (list_no)"


@dataclass(frozen=True, slots=True)
class ListRow:
    """What was known of a list as a whole from a revision on."""

    list_no: int
    list_id: str
    revision: int = 0
    """0 for a list that nothing was written of yet."""
    at: str = ""
    kind: RevisionKind = "list"
    withdrawn: int | None = None
    reason: str = ""
    title: str = ""
    publisher: str = ""
    selection: bool = False
    head_chain: str | None = None
    head_sequence: int = 0
    notice_count: int = 0
    notices_digest: str | None = None
    stated_periods: Spans = ()
    """Spans of days whose every change is among the notices, as whoever put these in said."""
    file_periods: Spans = ()
    """Such spans that the change files cover."""
    changes_digest: str | None = None
    previous: str | None = None

    @property
    def periods(self) -> Spans:
        """All spans of days whose every change is among the notices."""
        return tuple(sorted({*self.stated_periods, *self.file_periods}))

    def columns(self) -> Row:
        """Return the row as stored, with the list's id and without its seal."""
        return (
            self.revision, self.list_no, self.list_id, self.at, self.kind, self.withdrawn, self.reason,
            self.title, self.publisher, int(self.selection), self.head_chain, self.head_sequence,
            self.notice_count, self.notices_digest,
            *(
                canonical_json([[first.isoformat(), last.isoformat()] for first, last in spans])
                for spans in (self.stated_periods, self.file_periods)
            ),
            self.changes_digest, self.previous,
        )  # fmt: skip

    def seal(self) -> str:
        """Return the SHA-256 that guards the row."""
        return seal_of(self.columns())

    @classmethod
    def from_columns(cls, row: Row) -> ListRow:
        """Return the row read from the store."""
        try:
            stated, covered = (
                tuple(
                    (date.fromisoformat(first), date.fromisoformat(last)) for first, last in json.loads(text)
                )
                for text in row[14:16]
            )
        except (ValueError, TypeError) as error:
            raise IntegrityError(f"list {row[2]}: its notice periods are damaged ({error})") from error
        plain = ("revision", "list_no", "list_id", "at", "kind", "withdrawn", "reason", "title", "publisher",
                 "selection", "head_chain", "head_sequence", "notice_count", "notices_digest")  # fmt: skip
        facts: dict[str, Any] = dict(zip(plain, row[:14], strict=True))
        facts |= {"selection": bool(facts["selection"]), "changes_digest": row[16], "previous": row[17]}
        return cls(**facts, stated_periods=stated, file_periods=covered)


def seal_of(columns: Sequence[object]) -> str:
    """Return the SHA-256 that guards a row."""
    return sha256_hex(canonical_json(list(columns)))


def as_revision(row: ListRow) -> Revision:
    """Return a row as what is told of it."""
    try:
        at = datetime.fromisoformat(row.at)
    except ValueError as error:
        raise IntegrityError(f"revision {row.revision}: its moment is damaged ({error})") from error
    return Revision(
        number=row.revision,
        at=at,
        list_id=row.list_id,
        kind=row.kind,
        reason=row.reason or None,
        withdrawn=row.withdrawn,
        head_sequence=row.head_sequence,
        head_chain=row.head_chain,
        notices_digest=row.notices_digest,
    )


# --- reading -------------------------------------------------------------------------------------------


def newest_revision(db: Database) -> int:
    """Return the number of the newest revision; 0 for an empty store."""
    row = db.row("SELECT max(revision) FROM revisions")
    return (row and row[0]) or 0


def revision_known_on(db: Database, known_on: KnownOn | None) -> int | None:
    """Return the newest revision that was there by *known_on*; None, which asks for no limit, for None.

    Raises SettingsError for a revision or moment that has not come and for a moment without a time zone,
    NoVersionError for one before anything was known.
    """
    if known_on is None:
        return None
    newest = newest_revision(db)
    if isinstance(known_on, datetime):
        return _by_moment(db, known_on)
    if isinstance(known_on, bool) or not isinstance(known_on, int):
        raise SettingsError(
            f"known_on is the number of a revision or a moment with its time zone, not {known_on!r}"
        )
    if known_on > newest:
        raise SettingsError(f"{db.where}: revision {known_on} has not come; the newest is {newest}")
    if known_on < 1:
        raise NoVersionError(f"{db.where}: nothing was known on revision {known_on}; the first is 1")
    return known_on


def _by_moment(db: Database, moment: datetime) -> int:
    if moment.tzinfo is None:
        raise SettingsError(f"known_on {moment} has no time zone: a moment is another one elsewhere")
    at = moment.astimezone(UTC).isoformat()
    if moment > datetime.now(UTC):
        raise SettingsError(f"known_on {at} has not come: nobody can say what will be known then")
    rows = db.rows("SELECT revision, at FROM revisions ORDER BY revision")
    known = [number for number, raised_at in rows if datetime.fromisoformat(raised_at) <= moment]
    if not known:
        first = f"; the first revision is of {rows[0][1]}" if rows else ", for it is empty"
        raise NoVersionError(f"{db.where}: the store knew nothing by {at}{first}")
    return cast("int", known[-1])


def rows_of(db: Database, list_id: str | None = None) -> list[ListRow]:
    """Return every revision's row, of one list or of all, oldest first."""
    return [ListRow.from_columns(row) for row in stored_rows(db, list_id)]


def stored_rows(db: Database, list_id: str | None = None) -> list[Row]:
    """Return the columns of these rows as they stand in the file."""
    only, values = ("", ()) if list_id is None else (" WHERE l.list_id = ?", (list_id,))
    return db.rows(f"SELECT {_COLUMNS} {_FROM}{only} ORDER BY r.revision", values)


def list_rows(db: Database, known_on: int | None = None) -> list[ListRow]:
    """Return every list as it was known on a revision, sorted by id; None asks for the newest."""
    limit, values = ("", ()) if known_on is None else (" WHERE revision <= ?", (known_on,))
    rows = db.rows(
        f"SELECT {_COLUMNS} {_FROM} WHERE r.revision IN "  # noqa: S608 - constants
        f"(SELECT max(revision) FROM revisions{limit} GROUP BY list_no) ORDER BY l.list_id",
        values,
    )
    return [ListRow.from_columns(row) for row in rows]


def find_list(db: Database, list_id: str, known_on: int | None = None) -> ListRow:
    """Return one list; UnknownListError, naming those there are, when the store does not hold it."""
    known = list_rows(db, known_on)
    for row in known:
        if row.list_id == list_id:
            return row
    names = ", ".join(row.list_id for row in known) or "none yet"
    when = "" if known_on is None else f" on revision {known_on}"
    raise UnknownListError(f"no list {list_id!r} in {db.where}{when}; it holds: {names}")


# --- writing -------------------------------------------------------------------------------------------


def raised(
    db: Database, row: ListRow, kind: RevisionKind, *, at: datetime | None = None, number: int | None = None,
    **facts: Any,
) -> ListRow:  # fmt: skip
    """Return *row* as that of the store's next revision, to be written with :func:`put_row`.

    Args:
        db: The store.
        row: What is known of the list.
        kind: What raises the revision.
        at: Its moment; None means now. A moment before the newest revision's becomes that one's.
        number: Its number, for a revision brought from another store; None means the next.
        facts: ``withdrawn`` and ``reason``, where it takes a version out.
    """
    before = db.row("SELECT max(at) FROM revisions")
    moment = (at or datetime.now(UTC)).astimezone(UTC).isoformat()
    if before and before[0] and datetime.fromisoformat(before[0]) > datetime.fromisoformat(moment):
        moment = before[0]
    stored = db.row(
        "SELECT seal FROM revisions WHERE list_no = ? ORDER BY revision DESC LIMIT 1", (row.list_no,)
    )
    return replace(
        row,
        revision=number or newest_revision(db) + 1,
        at=moment,
        kind=kind,
        withdrawn=facts.get("withdrawn"),
        reason=facts.get("reason", ""),
        previous=stored[0] if stored else None,
    )


def put_row(db: Database, row: ListRow) -> None:
    """Write the row of a revision that was raised in this transaction, anew where more has come to it."""
    columns = (*row.columns()[:2], *row.columns()[3:], row.seal())
    marks = ", ".join("?" * len(columns))
    db.run(f"INSERT OR REPLACE INTO revisions VALUES ({marks})", columns)  # noqa: S608 - question marks
