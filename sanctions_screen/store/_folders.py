"""Lists carried between a store and a folder of readable text.

Reach for this module to export a list or to read a folder of lists; :mod:`._jsonlines` tells the format.
Guarantee: what is exported and imported into an empty store gives the same versions, chain included.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from ..errors import MalformedFileError, StoreError, UnsafeFileError
from ..model import ListVersion, Notice, Party, sha256_hex
from ..sources.ofac_changes import bytes_of
from ._database import Database
from ._importing import ListFacts, SnapshotFacts, import_notices, import_snapshot
from ._jsonlines import (
    ChangesHeader,
    SnapshotFile,
    read_notices,
    read_snapshot,
    write_notices,
    write_snapshot,
)
from ._retying import StoredChanges, put_changes, retie
from ._versions import ListRow

__all__ = ["export_notices", "export_version", "import_folder", "list_folders"]

_NOTICES = "notices.jsonl"
_CHANGES = "changes"


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


def import_folder(db: Database, folder: Path) -> str:
    """Import one list's folder, all or nothing; return the list's id."""
    files = sorted((read_snapshot(path) for path in _snapshot_paths(folder)), key=_order)
    list_ids = {file.header.list_id for file in files}
    notices: tuple[Notice, ...] = ()
    periods: tuple[tuple[date, date], ...] = ()
    changes: list[tuple[str, bytes, date | None]] = []
    if (folder / _NOTICES).is_file():
        header, notices = read_notices(folder / _NOTICES)
        list_ids.add(header.list_id)
        periods = tuple(span for span in header.periods if span not in (header.file_periods or ()))
        changes = [(each.name, _change_file(folder, each), each.until) for each in header.change_files or ()]
    if len(list_ids) != 1:
        raise MalformedFileError(
            f"{folder}: files of several lists in one folder: {', '.join(sorted(list_ids))}"
        )
    list_id = list_ids.pop()
    with db.writing():
        for file in files:
            _import_file(db, file)
        if notices or periods:
            import_notices(db, ListFacts(list_id), notices, periods)
        if changes:
            put_changes(db, list_id, changes)
        retie(db, list_id)
    return list_id


def _change_file(folder: Path, header: ChangesHeader) -> bytes:
    path = folder / _CHANGES / header.name
    if Path(header.name).name != header.name:  # it would lead out of the folder
        raise UnsafeFileError(f"{folder / _NOTICES}, line 1: {header.name!r} is no file name")
    raw = bytes_of(path)
    if sha256_hex(raw) != header.sha256:
        raise MalformedFileError(f"{path}: its SHA-256 is not the one that {_NOTICES} says")
    return raw


def _import_file(db: Database, file: SnapshotFile) -> None:
    head = file.header
    if head.imported_at:
        imported_at = datetime.fromisoformat(head.imported_at)
    else:  # a fixed time, so that a store made from a folder is the same everywhere
        imported_at = datetime.combine(head.published_on, time(), UTC)
    import_snapshot(
        db,
        ListFacts(head.list_id, head.title, head.publisher, head.selection),
        SnapshotFacts(
            published_on=head.published_on,
            files=head.files,
            format=head.source_format or head.format,
            parser_version=head.parser_version or "",
            imported_at=imported_at,
        ),
        file.parties,
    )


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
        paths[-1].write_bytes(file.raw)
    return paths


def _snapshot_paths(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.jsonl")) if path.name != _NOTICES]


def _order(file: SnapshotFile) -> tuple[int, date]:
    """Sort by the order of the first import where the files tell it, else by day."""
    return file.header.sequence or 0, file.header.published_on
