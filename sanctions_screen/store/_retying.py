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
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from .. import sources
from .._collector import collector_held
from .._version import __version__
from ..errors import IntegrityError
from ..history.evidence import Spans
from ..history.notices import notices_of
from ..history.standing import Announced
from ..history.tying import tie
from ..model import AnnouncedSweep, ListVersion, Notice, PartyAnnouncement, sha256_hex
from ._content import pack, unpack
from ._database import Database
from ._evidence import load_list
from ._importing import ListFacts, is_told_by, list_row, replace_notices, standing_notices
from ._revisions import ListRow, list_rows, put_row, raised, rows_of
from ._standing_ties import ties_stand

if TYPE_CHECKING:
    from ..sources.ofac_changes import ChangeFile

__all__ = [
    "StoredChanges",
    "changes_digest",
    "former_changes",
    "put_change_file",
    "put_change_files",
    "put_changes",
    "retie",
    "retie_after",
    "stored_changes",
    "tells_changes",
    "tie_anew",
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

    @property
    def key(self) -> tuple[str, str | None, str]:
        """Its name, last day and SHA-256."""
        return self.name, self.until.isoformat() if self.until else None, self.sha256

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
    return sources.ofac_changes.changes_in(name, raw)


@lru_cache(maxsize=64)
def _announced(name: str, raw: bytes, list_id: str) -> _Told:
    return sources.ofac_change_told.told(_read(name, raw), list_id)


def put_change_files(
    db: Database, list_id: str, paths: Sequence[Path], until: date | None
) -> tuple[ChangeFile, ...]:
    """Put change files in, and tie all that the store has; return those read, oldest first.

    *until* is the last day that the newest of them tells every change of.
    """
    raw = {path: sources.ofac_changes.bytes_of(path) for path in paths}
    given = sorted(((_read(path.name, raw[path]), raw[path]) for path in paths), key=lambda f: _age(f[0]))
    ends = [*(None for _ in given[1:]), until]
    put_changes(
        db, list_id, [(file.file.name, body, end) for (file, body), end in zip(given, ends, strict=True)]
    )
    return tuple(file for file, _ in given)


def put_changes(
    db: Database,
    list_id: str,
    files: Iterable[tuple[str, bytes, date | None]],
    at: datetime | None = None,
) -> None:
    """Put the (name, content, last day complete) of change files in, and tie all that the store has.

    A file takes the place of one of the same name, since the year's file grows; the latest day ever stated
    for one holds. What was known before stays known on the revisions before.
    """
    with db.writing():
        row = list_row(db, ListFacts(list_id))
        standing = {stored.name: stored for stored in stored_changes(db, row)}
        grown = dict(standing)
        for name, raw, until in files:
            grown[name] = _grown(grown.get(name), name, raw, until)
        if grown == standing:
            return
        row = raised(db, row, "changes", at=at)
        for name, file in grown.items():
            if file != standing.get(name):
                put_change_file(db, row, file)
        put_row(db, replace(row, changes_digest=changes_digest(f.key for f in grown.values())))
        retie(db, list_id)


def _grown(old: StoredChanges | None, name: str, raw: bytes, until: date | None) -> StoredChanges:
    last = max((day for day in (until, old and old.until) if day), default=None)
    return StoredChanges(name, last, sha256_hex(raw), raw)


def put_change_file(db: Database, row: ListRow, file: StoredChanges) -> None:
    """Write a change file that stands from the row's revision, in place of the one of its name."""
    db.run(
        "UPDATE change_files SET known_until = ? WHERE list_no = ? AND name = ? AND known_until IS NULL",
        (row.revision, row.list_no, file.name),
    )
    body = pack(file.raw.decode("latin-1"))  # each byte as the character of that number
    db.run(
        "INSERT INTO change_files (list_no, name, until, sha256, body, known_from) VALUES (?, ?, ?, ?, ?, ?)",
        (row.list_no, file.name, file.until and file.until.isoformat(), file.sha256, body, row.revision),
    )


def changes_digest(files: Iterable[tuple[str, str | None, str]]) -> str | None:
    """Return the digest of change files, each (name, last day, SHA-256) in any order; None of none."""
    lines = sorted(f"{sha256} {until or '-'} {name}" for name, until, sha256 in files)
    return sha256_hex("\n".join(lines)) if lines else None


def retie_after(db: Database, version: ListVersion) -> None:
    """Tie anew after a version was put in, unless it is certain that nothing would be tied otherwise."""
    row = next((row for row in list_rows(db) if row.list_id == version.list_id), None)
    if row is None or row.changes_digest is None:
        return
    if ties_stand(db, row, version, partial(_all_announced, db, row)):
        return
    retie(db, version.list_id)


_announced_last: dict[str, Announced] = {}
"""What the change files of one digest announce: many versions are imported after the same files."""


def _all_announced(db: Database, row: ListRow) -> Announced:
    key = f"{row.list_id} {row.changes_digest}"
    if key not in _announced_last:
        files = stored_changes(db, row)
        _announced_last.clear()
        _announced_last[key] = Announced(chain(*(file.told(row.list_id)[0] for file in files)))
    return _announced_last[key]


def retie(db: Database, list_id: str) -> None:
    """Tie every announcement in a list's change files anew; nothing happens to a list without such files.

    What is tied otherwise stands from the list's newest revision, which was raised in this transaction.
    """
    with collector_held(), db.writing():  # records by the hundred thousand live until the end
        row = next((row for row in list_rows(db) if row.list_id == list_id), None)
        files = stored_changes(db, row) if row else []
        if row and files:
            notices, periods = _told(db, row, files)
            replace_notices(db, row, notices, [file.name for file in files], periods)


def tie_anew(db: Database) -> tuple[str, ...]:
    """Tell anew what change files tell, as later revisions, where other code told it otherwise.

    Return the ids of the lists of which it did. What was known stays known on the revisions before.
    """
    with db.writing():
        lists = [row for row in list_rows(db) if not _stands(db, row)]
        for row in lists:
            put_row(db, raised(db, row, "migration", reason=f"tied anew by version {__version__}"))
            retie(db, row.list_id)
    return tuple(row.list_id for row in lists)


def tells_changes(db: Database, list_id: str, notices: Iterable[Notice]) -> bool:
    """Return whether any of the notices is one that a change file in the store tells."""
    row = next((row for row in list_rows(db) if row.list_id == list_id), None)
    names = [file.name for file in stored_changes(db, row)] if row else []
    return bool(names) and any(is_told_by(names, notice.citation) for notice in notices)


def verify_change_files(db: Database, row: ListRow) -> None:
    """Raise IntegrityError when a change file was changed, or the notices stored are not those it tells."""
    _verify_older(db, row)
    if not _stands(db, row):
        raise IntegrityError(
            f"list {row.list_id}: its notices are not those that its change files and versions tell; if "
            "another version of this library wrote them, 'sanctions-screen lists migrate' tells them anew"
        )


def _stands(db: Database, row: ListRow) -> bool:
    """Return whether a list's notices are those that its change files and versions tell."""
    files = stored_changes(db, row)
    with collector_held():
        notices, periods = _told(db, row, files) if files else ([], ())
    names = [file.name for file in files]
    stored = (Notice.model_validate_json(unpack(body)) for _, _, body in standing_notices(db, row))
    held = {n.content_digest() for n in stored if is_told_by(names, n.citation)}
    return held == {notice.content_digest() for notice in notices} and row.file_periods == periods


def _verify_older(db: Database, row: ListRow) -> None:
    """Of each revision the change files that stood then are those it says, each as its digest says."""
    stored = db.rows(
        "SELECT name, until, sha256, body, known_from, known_until FROM change_files WHERE list_no = ?",
        (row.list_no,),
    )
    if any(sha256_hex(unpack(body).encode("latin-1")) != sha for _, _, sha, body, _, _ in stored):
        raise IntegrityError(f"list {row.list_id}: a change file in the store was changed")
    for known in rows_of(db, row.list_id):
        files = (
            (name, until, sha)
            for name, until, sha, _, first, last in stored
            if first <= known.revision and (last is None or last > known.revision)
        )
        if changes_digest(files) != known.changes_digest:
            raise IntegrityError(
                f"list {row.list_id}: the change files of revision {known.revision} are not those imported"
            )


def _told(db: Database, row: ListRow, files: Sequence[StoredChanges]) -> tuple[list[Notice], Spans]:
    """Return what the change files tell by all that the store holds, and the spans they cover."""
    evidence = load_list(db, row)
    announced, sweeps = zip(*(file.told(row.list_id) for file in files), strict=True)
    return notices_of(row.list_id, tie(evidence, chain(*announced)), [*chain(*sweeps)]), _periods(
        files, evidence.days
    )


def stored_changes(db: Database, row: ListRow) -> list[StoredChanges]:
    """Return a list's change files as they stood on the row's revision, oldest first.

    Raises IntegrityError when they are not those the revision says.
    """
    files = _read_files(
        db,
        row,
        "AND known_from <= ? AND (known_until IS NULL OR known_until > ?)",
        row.revision,
        row.revision,
    )
    changed = any(sha256_hex(file.raw) != file.sha256 for file in files)
    if changed or changes_digest(file.key for file in files) != row.changes_digest:
        raise IntegrityError(f"list {row.list_id}: a change file in the store was changed, or is missing")
    return sorted(files, key=lambda file: _age(file.read()))


def former_changes(db: Database, row: ListRow) -> list[StoredChanges]:
    """Return the change files that stood before the row's revision and stand no more."""
    return _read_files(db, row, "AND known_until <= ? ORDER BY name, known_from", row.revision)


def _read_files(db: Database, row: ListRow, which: str, *values: int) -> list[StoredChanges]:
    rows = db.rows(
        f"SELECT name, until, sha256, body FROM change_files WHERE list_no = ? {which}",  # noqa: S608
        (row.list_no, *values),
    )
    try:
        return [
            StoredChanges(
                name, date.fromisoformat(until) if until else None, sha, unpack(body).encode("latin-1")
            )
            for name, until, sha, body in rows
        ]
    except ValueError as error:
        raise IntegrityError(
            f"list {row.list_id}: a change file in the store is damaged ({error})"
        ) from error


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
