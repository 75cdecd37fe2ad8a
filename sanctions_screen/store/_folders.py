"""Lists carried between a store and a folder of readable text.

Reach for this module to export a list or to read a folder of lists; :mod:`._jsonlines` tells the format.
Guarantee: what is exported and imported into an empty store gives the same versions, chain included, and the
same revisions: an answer known on one of them is the same there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from .. import sources
from .._whole_file import naming
from ..errors import MalformedFileError, StoreError, UnsafeFileError
from ..model import ListVersion, Notice, Party, sha256_hex
from ._content import unpack
from ._database import Database
from ._importing import ListFacts, RaisedAs, import_notices, import_snapshot, standing_notices
from ._journal import JOURNAL, Bundle, facts_of, journal_of, read_journal, restore, write_journal
from ._jsonlines import (
    ChangesHeader,
    SnapshotFile,
    read_notices,
    read_snapshot,
    write_notices,
    write_snapshot,
)
from ._retying import StoredChanges, former_changes, put_changes, retie, stored_changes
from ._revisions import ListRow, list_rows, newest_revision
from ._versions import versions_of

__all__ = ["export_list", "import_folder", "list_folders"]

_NOTICES = "notices.jsonl"
_FORMER = "former-notices.jsonl"
_CHANGES = "changes"
_NO_SNAPSHOTS = frozenset({_NOTICES, _FORMER, JOURNAL})


def list_folders(folder: Path) -> list[Path]:
    """Return the list folders in *folder*, or *folder* itself when it is one; StoreError when none is."""
    if not folder.is_dir():
        raise StoreError(f"{folder}: no such folder of lists")
    if _snapshot_paths(folder) or (folder / _NOTICES).is_file():
        return [folder]
    found = [sub for sub in sorted(folder.iterdir()) if sub.is_dir() and any(sub.glob("*.jsonl"))]
    if not found:
        raise StoreError(
            f"{folder}: holds no list: a folder a list, each with files such as 2024-07-02.jsonl"
        )
    return found


def import_folder(db: Database, folder: Path, *, fresh: bool) -> str:
    """Import one list's folder, all or nothing; return the list's id.

    *fresh* says that the store was empty: then what a folder says of when it was known is taken over.
    """
    read = _Folder(folder)
    with db.writing():
        before = newest_revision(db)
        if read.journal and all(row.list_id != read.list_id for row in list_rows(db)):
            restore(db, read.bundle(), keep=fresh)
        else:
            read.put_in(db, fresh=fresh)
            if newest_revision(db) > before:
                retie(db, read.list_id)
    return read.list_id


class _Folder:
    """One list's folder, read and checked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.files = sorted((read_snapshot(path) for path in _snapshot_paths(folder)), key=_order)
        self.notices: tuple[Notice, ...] = ()
        self.periods: tuple[tuple[date, date], ...] = ()
        self.changes: tuple[ChangesHeader, ...] = ()
        list_ids = {file.header.list_id for file in self.files}
        if (folder / _NOTICES).is_file():
            header, self.notices = read_notices(folder / _NOTICES)
            list_ids.add(header.list_id)
            self.periods = tuple(span for span in header.periods if span not in (header.file_periods or ()))
            self.changes = header.change_files or ()
            _check_names(folder / _NOTICES, self.changes)
        self.journal = None
        if (folder / JOURNAL).is_file():
            list_id, self.journal = read_journal(folder / JOURNAL)
            list_ids.add(list_id)
        if len(list_ids) != 1:
            raise MalformedFileError(
                f"{folder}: files of several lists in one folder: {', '.join(sorted(list_ids))}"
            )
        (self.list_id,) = list_ids

    def bundle(self) -> Bundle:
        """Return what the journal needs to be put in step by step."""
        assert self.journal is not None
        former = read_notices(self._folder / _FORMER)[1] if (self._folder / _FORMER).is_file() else ()
        files = {file.sha256: file for line in self.journal for file in line.changes_came}
        _check_names(self._folder / JOURNAL, files.values())
        return Bundle(
            path=self._folder / JOURNAL,
            list_id=self.list_id,
            lines=self.journal,
            versions={file.header.sequence: file for file in self.files if file.header.sequence},
            notices={bytes.fromhex(n.content_digest()): n for n in (*former, *self.notices)},
            changes={sha256: _change_file(self._folder, file) for sha256, file in files.items()},
        )

    def put_in(self, db: Database, *, fresh: bool) -> None:
        """Put in what the folder holds now, with nothing of what was known when."""
        gone = {line.withdrawn for line in self.journal or ()}
        for file in self.files:
            if file.header.sequence is None or file.header.sequence not in gone:
                _import_file(db, file, fresh=fresh)
        at = _imported_at(self.files[-1]) if fresh and self.files else None
        if self.notices or self.periods:
            import_notices(db, ListFacts(self.list_id), self.notices, self.periods, at)
        if self.changes:
            changes = [(each.name, _change_file(self._folder, each), each.until) for each in self.changes]
            put_changes(db, self.list_id, changes, at)


def _check_names(told_in: Path, files: Iterable[ChangesHeader]) -> None:
    for file in files:
        if Path(file.name).name != file.name:  # it would lead out of the folder
            raise UnsafeFileError(f"{told_in}: {file.name!r} is no file name")


def _change_file(folder: Path, header: ChangesHeader) -> bytes:
    path = folder / _CHANGES / _former_name(header)
    if not path.exists():
        path = folder / _CHANGES / header.name
    raw = sources.ofac_changes.bytes_of(path)
    if sha256_hex(raw) != header.sha256:
        raise MalformedFileError(f"{path}: its SHA-256 is not the one that {_NOTICES} says")
    return raw


def _former_name(file: ChangesHeader | StoredChanges) -> str:
    """Return the name under which a change file lies that another of its name took the place of."""
    return f"{file.sha256}-{file.name}"


def _import_file(db: Database, file: SnapshotFile, *, fresh: bool) -> None:
    head = file.header
    facts = replace(
        facts_of(file), imported_at=_imported_at(file), raised=RaisedAs(_imported_at(file) if fresh else None)
    )
    of = ListFacts(head.list_id, head.title, head.publisher, head.selection)
    import_snapshot(db, of, facts, file.parties)


def _imported_at(file: SnapshotFile) -> datetime:
    """Return when a version was imported first, where its file says so."""
    if file.header.imported_at:
        return datetime.fromisoformat(file.header.imported_at)
    # A fixed time, so that a store made from a folder is the same everywhere.
    return datetime.combine(file.header.published_on, time(), UTC)


def export_list(
    db: Database, row: ListRow, folder: Path, content: Callable[[ListVersion], Iterable[Party]]
) -> list[Path]:
    """Write all that was known of a list on the row's revision, and on those before; return the paths."""
    versions = versions_of(db, row, withdrawn=True)
    days = [version.published_on for version in versions]
    paths = [
        export_version(folder, row, v, content(v), alone=days.count(v.published_on) == 1) for v in versions
    ]
    lines = journal_of(db, row)
    if row.notice_count or row.periods:
        paths += export_notices(folder, row, _notices(db, row), stored_changes(db, row))
    standing = {digest for digest, _, _ in standing_notices(db, row)}
    former = {n.content_digest(): n for n in _all_notices(db, row)}
    if gone := [n for digest, n in former.items() if bytes.fromhex(digest) not in standing]:
        write_notices(folder / _FORMER, row.list_id, gone)
        paths.append(folder / _FORMER)
    standing_files = {file.sha256 for file in stored_changes(db, row)}
    for file in former_changes(db, row):
        if file.sha256 in standing_files:  # it lies there under its name: only what was said of it changed
            continue
        paths.append(folder / _CHANGES / _former_name(file))
        paths[-1].parent.mkdir(parents=True, exist_ok=True)
        with naming(paths[-1]):
            paths[-1].write_bytes(file.raw)
    return [*paths, write_journal(folder, row.list_id, lines)]


def _notices(db: Database, row: ListRow) -> list[Notice]:
    return [Notice.model_validate_json(unpack(body)) for _, _, body in standing_notices(db, row)]


def _all_notices(db: Database, row: ListRow) -> list[Notice]:
    """Return every notice that stood on the row's revision or on one before it."""
    rows = db.rows(
        "SELECT DISTINCT digest, body FROM notices WHERE list_no = ? AND known_from <= ?",
        (row.list_no, row.revision),
    )
    return [Notice.model_validate_json(unpack(body)) for _, body in rows]


def export_version(
    folder: Path, row: ListRow, version: ListVersion, parties: Iterable[Party], *, alone: bool
) -> Path:
    """Write one version into *folder*; *alone* when it is the only one of its day. Return the file's path."""
    name = version.published_on.isoformat()
    path = folder / (f"{name}.jsonl" if alone else f"{name}.{version.sequence}.jsonl")
    write_snapshot(
        path,
        parties,
        list_id=version.list_id,
        published_on=version.published_on,
        title=row.title,
        publisher=row.publisher,
        selection=row.selection,
        files=version.files,
        sequence=version.sequence,
        imported_at=version.imported_at.isoformat(),
        source_format=version.format,
        parser_version=version.parser_version,
        precision=None if version.precision == "stated" else version.precision,
    )
    return path


def export_notices(
    folder: Path, row: ListRow, notices: Iterable[Notice], changes: Sequence[StoredChanges]
) -> list[Path]:
    """Write a list's notices into *folder*, and the change files they were made from; return the paths."""
    headers = tuple(ChangesHeader(name=f.name, sha256=f.sha256, until=f.until) for f in changes)
    path = folder / _NOTICES
    write_notices(
        path,
        row.list_id,
        notices,
        row.periods,
        file_periods=row.file_periods or None,
        change_files=headers or None,
    )
    paths = [path]
    for file in changes:
        paths.append(folder / _CHANGES / file.name)
        paths[-1].parent.mkdir(exist_ok=True)
        with naming(paths[-1]):
            paths[-1].write_bytes(file.raw)
    return paths


def _snapshot_paths(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.jsonl")) if path.name not in _NO_SNAPSHOTS]


def _order(file: SnapshotFile) -> tuple[int, date]:
    """Sort by the order of the first import where the files tell it, else by day."""
    return file.header.sequence or 0, file.header.published_on
