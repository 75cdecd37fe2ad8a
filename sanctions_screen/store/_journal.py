"""What a list's revisions say, as readable text, so that what was known when goes with it to another store.

Reach for this module beside :mod:`._jsonlines`. A list's folder has, where an export wrote it::

    revisions.jsonl          one revision a line, oldest first
    former-notices.jsonl     notices that stood on an earlier revision and stand no more

Each line is what the store's row of the revision holds, and what came and went with it: notices by their
digests, change files by name and SHA-256. A change file that stands no more lies in ``changes/`` under its
SHA-256 and its name.

Guarantee: a list put together from its journal has the same revisions, with the same versions, notices and
change files known on each, or an error names the revision that has not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from ..errors import MalformedFileError
from ..model import Notice, Record, RevisionKind
from ._contents import put_contents
from ._database import Database
from ._importing import (
    ListFacts,
    SnapshotFacts,
    count_notices,
    end_notices,
    list_row,
    put_notices,
    put_on_day,
    standing_notices,
)
from ._jsonlines import ChangesHeader, SnapshotFile, read_lines, read_record, write_lines
from ._retying import StoredChanges, put_change_file, stored_changes
from ._revisions import ListRow, find_list, put_row, raised, rows_of

__all__ = ["JOURNAL", "Bundle", "JournalLine", "journal_of", "read_journal", "restore", "write_journal"]

JOURNAL = "revisions.jsonl"
JOURNAL_FORMAT = "sanctions_screen.revisions/1"


class JournalHeader(Record):
    """The first line of a journal."""

    format: str = JOURNAL_FORMAT
    list_id: str
    revision_count: int


class JournalLine(Record):
    """One revision, and what came and went with it."""

    revision: int
    at: datetime
    kind: RevisionKind
    withdrawn: int | None = None
    reason: str = ""
    title: str = ""
    publisher: str = ""
    selection: bool = False
    head_chain: str | None = None
    head_sequence: int = 0
    notice_count: int = 0
    notices_digest: str | None = None
    stated_periods: tuple[tuple[date, date], ...] = ()
    file_periods: tuple[tuple[date, date], ...] = ()
    changes_digest: str | None = None
    notices_came: tuple[str, ...] = ()
    """Digests, sorted."""
    notices_went: tuple[str, ...] = ()
    changes_came: tuple[ChangesHeader, ...] = ()


_MOVES = frozenset({"notices_came", "notices_went", "changes_came"})
_OF_ROW = tuple(name for name in JournalLine.model_fields if name not in _MOVES)


def journal_of(db: Database, row: ListRow) -> list[JournalLine]:
    """Return what is to be written of each revision of a list up to the row's, oldest first."""
    rows = [known for known in rows_of(db, row.list_id) if known.revision <= row.revision]
    came: dict[int, list[str]] = {}
    went: dict[int, list[str]] = {}
    for digest, first, last in db.rows(
        "SELECT digest, known_from, known_until FROM notices WHERE list_no = ?", (row.list_no,)
    ):
        came.setdefault(first, []).append(digest.hex())
        if last is not None:
            went.setdefault(last, []).append(digest.hex())
    files: dict[int, list[ChangesHeader]] = {}
    for name, until, sha256, first in db.rows(
        "SELECT name, until, sha256, known_from FROM change_files WHERE list_no = ? ORDER BY name",
        (row.list_no,),
    ):
        files.setdefault(first, []).append(ChangesHeader(name=name, sha256=sha256, until=until))
    return [
        JournalLine(
            **{field: getattr(known, field) for field in _OF_ROW},  # pydantic reads the moment
            notices_came=tuple(sorted(came.get(known.revision, ()))),
            notices_went=tuple(sorted(went.get(known.revision, ()))),
            changes_came=tuple(files.get(known.revision, ())),
        )
        for known in rows
    ]


def write_journal(folder: Path, list_id: str, lines: Sequence[JournalLine]) -> Path:
    """Write a list's revisions into *folder*; return the file's path."""
    path = folder / JOURNAL
    write_lines(path, JournalHeader(list_id=list_id, revision_count=len(lines)), lines)
    return path


def read_journal(path: Path) -> tuple[str, list[JournalLine]]:
    """Return a journal's list and its revisions; MalformedFileError when it is none or is cut short."""
    texts = read_lines(path)
    header = read_record(path, 1, texts[0], JournalHeader)
    if header.format != JOURNAL_FORMAT:
        raise MalformedFileError(f"{path}, line 1: format is {header.format!r}, not {JOURNAL_FORMAT!r}")
    lines = [read_record(path, number, text, JournalLine) for number, text in enumerate(texts[1:], start=2)]
    numbers = [line.revision for line in lines]
    if len(lines) != header.revision_count or numbers != sorted(set(numbers)):
        raise MalformedFileError(
            f"{path}: its {len(lines)} revisions are out of order, or not the {header.revision_count} it says"
        )
    return header.list_id, lines


@dataclass(frozen=True)
class Bundle:
    """A list as an export wrote it: all that its revisions speak of."""

    path: Path
    """Of the journal."""
    list_id: str
    lines: Sequence[JournalLine]
    versions: Mapping[int, SnapshotFile]
    """By sequence."""
    notices: Mapping[bytes, Notice]
    """By digest."""
    changes: Mapping[str, bytes]
    """By SHA-256."""


def restore(db: Database, bundle: Bundle, *, keep: bool) -> None:
    """Put a list that the store does not know in, revision by revision.

    With *keep* the revisions have the numbers and the moments that they had: right for a store that holds
    nothing else, where they are free. Without it they are the store's next ones, of now: it knew no earlier.
    Raises MalformedFileError naming a revision that does not come out as its line says.
    """
    with db.writing():
        for line in bundle.lines:
            _step(db, bundle, line, keep=keep)
            found = find_list(db, bundle.list_id)
            for field in ("head_chain", "head_sequence", "notice_count", "notices_digest", "changes_digest"):
                if getattr(found, field) != getattr(line, field):
                    raise MalformedFileError(
                        f"{bundle.path}: revision {line.revision}: {field} says {getattr(line, field)}, the "
                        f"files give {getattr(found, field)}"
                    )


def _step(db: Database, bundle: Bundle, line: JournalLine, *, keep: bool) -> None:
    """Put one revision in: its row, then what came with it."""
    before = list_row(db, ListFacts(bundle.list_id))
    row = raised(db, before, line.kind, withdrawn=line.withdrawn, reason=line.reason)
    if keep:
        row = replace(row, revision=line.revision, at=line.at.astimezone(UTC).isoformat())
    row = replace(
        row,
        title=line.title,
        publisher=line.publisher,
        selection=line.selection,
        stated_periods=line.stated_periods,
        file_periods=line.file_periods,
    )
    put_row(db, row)
    if line.head_sequence > before.head_sequence:
        row = _put_version(db, bundle, row, line)
    for file in line.changes_came:
        if file.sha256 not in bundle.changes:
            raise _missing(bundle, line, f"the change file {file.name}")
        put_change_file(
            db, row, StoredChanges(file.name, file.until, file.sha256, bundle.changes[file.sha256])
        )
    if line.changes_came:
        row = replace(row, changes_digest=line.changes_digest)  # which is what reading them checks
        put_row(db, row)
        stored_changes(db, row)
    if line.notices_came or line.notices_went:
        _move_notices(db, bundle, row, line)


def _put_version(db: Database, bundle: Bundle, row: ListRow, line: JournalLine) -> ListRow:
    file = bundle.versions.get(line.head_sequence)
    if file is None:
        raise _missing(bundle, line, f"version {line.head_sequence}")
    held = put_contents(db, row.list_no, row.list_id, file.parties)
    put_on_day(db, row, facts_of(file), held)
    return find_list(db, row.list_id)


def facts_of(file: SnapshotFile) -> SnapshotFacts:
    """Return where a snapshot written as text comes from."""
    head = file.header
    return SnapshotFacts(
        published_on=head.published_on,
        files=head.files,
        format=head.source_format or head.format,
        parser_version=head.parser_version or "",
        imported_at=datetime.fromisoformat(head.imported_at) if head.imported_at else None,
        precision=head.precision or "stated",
    )


def _move_notices(db: Database, bundle: Bundle, row: ListRow, line: JournalLine) -> None:
    standing = {digest: (number, body) for digest, number, body in standing_notices(db, row)}
    went = [bytes.fromhex(digest) for digest in line.notices_went]
    came = [bytes.fromhex(digest) for digest in line.notices_came]
    if missing := [d for d in came if d not in bundle.notices] + [d for d in went if d not in standing]:
        raise _missing(bundle, line, f"the notice {missing[0].hex()[:12]}")
    end_notices(db, row, [standing[digest] for digest in went])
    put_notices(db, row, {digest: bundle.notices[digest] for digest in came})
    count_notices(db, row, (standing.keys() - set(went)) | set(came))


def _missing(bundle: Bundle, line: JournalLine, what: str) -> MalformedFileError:
    return MalformedFileError(f"{bundle.path}: revision {line.revision}: {what} is not beside it")
