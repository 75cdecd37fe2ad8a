"""OFAC's change files kept as published, and their announcements tied anew whenever a version comes.

Which party an announcement is about is told from every version of the list and from every other
announcement: a version imported late may hold the very party that left before the next. So the store keeps
the files themselves, and the notices made from them are derived. Reach for :func:`retie` after whatever may
change them.

Guarantee: what change files tell is a function of the versions and the change files in the store, whatever
the order in which they came; and it is put in with what changed it, in one transaction, so that no reader
sees the one without the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path

from ..errors import IntegrityError
from ..history.evidence import Spans
from ..history.notices import notices_of
from ..history.tying import tie
from ..model import AnnouncedSweep, Notice, PartyAnnouncement, sha256_hex
from ..sources.collector import collector_held
from ..sources.ofac_change_told import told
from ..sources.ofac_changes import ChangeFile, bytes_of, changes_in
from ._content import pack, unpack
from ._database import Database
from ._evidence import load_list
from ._importing import ListFacts, is_told_by, list_row, replace_notices
from ._versions import ListRow, list_rows, seal_of

__all__ = [
    "StoredChanges",
    "put_change_files",
    "put_changes",
    "retie",
    "stored_changes",
    "tells_changes",
    "verify_change_files",
]

_AT_MOST_BEHIND = 7
"""Days by which the version after the newest announcement may follow for the files to reach up to it."""


@dataclass(frozen=True, slots=True)
class StoredChanges:
    """A change file in the store."""

    name: str
    until: date | None
    sha256: str
    raw: bytes
    """Its content, as published."""
    seal: str

    def read(self) -> ChangeFile:
        """Return the file as read."""
        return _read(self.name, self.raw)

    def told(self, list_id: str) -> _Told:
        """Return what it announces."""
        return _announced(self.name, self.raw, list_id)


_Told = tuple[tuple[PartyAnnouncement, ...], tuple[AnnouncedSweep, ...]]


@lru_cache(maxsize=64)
def _read(name: str, raw: bytes) -> ChangeFile:
    """Return a change file as read: many versions imported one after another need the same few files."""
    return changes_in(name, raw)


@lru_cache(maxsize=64)
def _announced(name: str, raw: bytes, list_id: str) -> _Told:
    return told(_read(name, raw), list_id)


def put_change_files(
    db: Database, list_id: str, paths: Sequence[Path], until: date | None
) -> tuple[ChangeFile, ...]:
    """Put change files in, and tie all that the store has; return those read, oldest first.

    *until* is the last day that the newest of them tells every change of.
    """
    raw = {path: bytes_of(path) for path in paths}
    given = sorted(((_read(path.name, raw[path]), raw[path]) for path in paths), key=lambda f: _age(f[0]))
    ends = [*(None for _ in given[1:]), until]
    with db.writing():
        put_changes(
            db, list_id, [(file.file.name, body, end) for (file, body), end in zip(given, ends, strict=True)]
        )
        retie(db, list_id)
    return tuple(file for file, _ in given)


def put_changes(db: Database, list_id: str, files: Iterable[tuple[str, bytes, date | None]]) -> None:
    """Put the (name, content, last day complete) of change files in; what they tell comes with :func:`retie`.

    A file takes the place of one of the same name, since the year's file grows; the latest day ever stated
    for one holds.
    """
    with db.writing():
        row = list_row(db, ListFacts(list_id))
        stated = {stored.name: stored.until for stored in stored_changes(db, row)}
        for name, raw, until in files:
            last = max((day for day in (until, stated.get(name)) if day), default=None)
            columns = (row.list_no, name, last and last.isoformat(), sha256_hex(raw))
            body = pack(raw.decode("latin-1"))  # each byte as the character of that number
            db.run(
                "INSERT OR REPLACE INTO change_files (list_no, name, until, sha256, body, seal) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (*columns, body, seal_of(columns)),
            )


def retie(db: Database, list_id: str) -> None:
    """Tie every announcement in a list's change files anew; nothing happens to a list without such files."""
    with collector_held(), db.writing():  # records by the hundred thousand live until the end
        row = next((row for row in list_rows(db) if row.list_id == list_id), None)
        files = stored_changes(db, row) if row else []
        if row and files:
            notices, periods = _told(db, row, files)
            replace_notices(db, ListFacts(list_id), notices, [file.name for file in files], periods)


def tells_changes(db: Database, list_id: str, notices: Iterable[Notice]) -> bool:
    """Return whether any of the notices is one that a change file in the store tells."""
    row = next((row for row in list_rows(db) if row.list_id == list_id), None)
    names = [file.name for file in stored_changes(db, row)] if row else []
    return bool(names) and any(is_told_by(names, notice.citation) for notice in notices)


def verify_change_files(db: Database, row: ListRow) -> None:
    """Raise IntegrityError when a change file was changed, or the notices stored are not those it tells."""
    files = stored_changes(db, row)
    for file in files:
        columns = (row.list_no, file.name, file.until and file.until.isoformat(), file.sha256)
        if sha256_hex(file.raw) != file.sha256 or seal_of(columns) != file.seal:
            raise IntegrityError(f"list {row.list_id}: the change file {file.name} was changed")
    with collector_held():
        notices, periods = _told(db, row, files) if files else ([], ())
    names = [file.name for file in files]
    stored = (
        Notice.model_validate_json(unpack(body))
        for (body,) in db.rows("SELECT body FROM notices WHERE list_no = ?", (row.list_no,))
    )
    held = {n.content_digest() for n in stored if is_told_by(names, n.citation)}
    if held != {notice.content_digest() for notice in notices} or row.file_periods != periods:
        raise IntegrityError(
            f"list {row.list_id}: its notices are not those that its change files and versions tell"
        )


def _told(db: Database, row: ListRow, files: Sequence[StoredChanges]) -> tuple[list[Notice], Spans]:
    """Return what the change files tell by all that the store holds, and the spans they cover."""
    evidence = load_list(db, row)
    announced, sweeps = zip(*(file.told(row.list_id) for file in files), strict=True)
    return notices_of(row.list_id, tie(evidence, chain(*announced)), [*chain(*sweeps)]), _periods(
        files, evidence.days
    )


def stored_changes(db: Database, row: ListRow) -> list[StoredChanges]:
    """Return a list's change files, oldest first."""
    rows = db.rows(
        "SELECT name, until, sha256, body, seal FROM change_files WHERE list_no = ?", (row.list_no,)
    )
    try:
        files = [
            StoredChanges(
                name, date.fromisoformat(until) if until else None, sha, unpack(body).encode("latin-1"), seal
            )
            for name, until, sha, body, seal in rows
        ]
    except ValueError as error:
        raise IntegrityError(
            f"list {row.list_id}: a change file in the store is damaged ({error})"
        ) from error
    return sorted(files, key=lambda file: _age(file.read()))


def _age(file: ChangeFile) -> tuple[date, str]:
    return min(change.on for change in file.changes), file.file.name


def _periods(files: Sequence[StoredChanges], days: Sequence[date]) -> Spans:
    """Return the spans of days of which the files tell every change.

    There is one file a year. Those of years that follow one another are one record, whether they were
    imported together or one at a time; a missing year parts the record.
    """
    spans: list[tuple[date, date]] = []
    newest: date | None = None  # announcement in the span that is being made
    for file in files:
        told = sorted(change.on for change in file.read().changes)
        end = file.until or _up_to_next_version(told[-1], days)
        if newest is not None and told[0].year <= newest.year + 1:
            first, before = spans.pop()
            spans.append((first, max(before, end)))
            newest = max(newest, told[-1])
        else:
            spans.append((told[0], end))
            newest = told[-1]
    return tuple(spans)


def _up_to_next_version(last: date, days: Sequence[date]) -> date:
    """Return the day of the first version after *last* when it follows soon, else *last*."""
    following = next((day for day in days if day >= last), last)
    return following if (following - last).days <= _AT_MOST_BEHIND else last
