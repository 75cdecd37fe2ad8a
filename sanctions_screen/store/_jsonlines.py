"""Lists as readable text: the JSON-lines format of ``lists/``, of export and of import.

Reach for this module to write a list by hand or by program, or to carry one between stores. One folder a
list, one file a snapshot, one more for the publisher's notices::

    lists/<list_id>/<YYYY-MM-DD>.jsonl        a snapshot: what the list held as published on that day
    lists/<list_id>/<YYYY-MM-DD>.<N>.jsonl    the same, where several versions of one day are kept
    lists/<list_id>/notices.jsonl             additions, removals and changes the publisher announced
    lists/<list_id>/changes/<name>            the publisher's change files from which some were made
    lists/<list_id>/revisions.jsonl           what was known when; see :mod:`._journal`

A file is UTF-8, lines end in LF, every line is one JSON object. The first line is the header. A snapshot's::

    {"digest":"…","files":[],"format":"sanctions_screen.snapshot/1","list_id":"us-ofac-sdn",
     "party_count":85,"published_on":"2014-05-01","publisher":"…","selection":true,"title":"…"}

Required: ``format``, ``list_id``, ``published_on``, ``party_count`` and ``digest`` (see
:func:`content_digest`). Optional: ``title`` and ``publisher``; ``selection`` (default false: true for a
chosen part of what the publisher lists); ``files``, the raw files it was read from (``name``, ``sha256``,
``size``); and, written by an export so that an import into an empty store gives the same chain of versions,
``sequence``, ``imported_at``, ``source_format`` and ``parser_version``; and ``precision`` where the day is
not stated but the last it can be (``no-later-than``). Then one line a party: the canonical JSON (sorted keys,
no spaces, fields at their default left out) of a :class:`~sanctions_screen.model.Party`, sorted by
``party_id``. The header of ``notices.jsonl`` has ``format`` (``sanctions_screen.notices/1``), ``list_id``,
``notice_count`` and ``digest`` (see :func:`notices_digest`), and may have ``periods``, the spans
(``[["1994-01-01","2016-10-07"]]``) for which the notices are the complete record. Where notices were made
from OFAC's change files, it names these in ``change_files`` (``name``, ``sha256`` and, where it was stated,
``until``), and in ``file_periods`` the spans they cover: an import ties their announcements anew. Then one
:class:`~sanctions_screen.model.Notice` a line, sorted by ``on``, then ``party_id``, then canonical JSON.

Guarantee: counts, digests and order are checked on reading; what is wrong is named with file and line, and
nothing is skipped. Write a file with :func:`write_snapshot` or :func:`write_notices` and all of it is right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from .._whole_file import naming
from ..errors import MalformedFileError, UnsafeFileError
from ..model import DayPrecision, Notice, Party, Record, SourceFile, canonical_json, sha256_hex

__all__ = [
    "NOTICES_FORMAT",
    "SNAPSHOT_FORMAT",
    "ChangesHeader",
    "NoticesHeader",
    "SnapshotFile",
    "SnapshotHeader",
    "content_digest",
    "notices_digest",
    "read_lines",
    "read_notices",
    "read_record",
    "read_snapshot",
    "sorted_notices",
    "write_lines",
    "write_notices",
    "write_snapshot",
]

SNAPSHOT_FORMAT = "sanctions_screen.snapshot/1"
NOTICES_FORMAT = "sanctions_screen.notices/1"
MAX_LINE_CHARS = 4_000_000
"""The longest line read. The largest real record (a bank with hundreds of names) has some 60,000."""

R = TypeVar("R", bound=Record)


class SnapshotHeader(Record):
    """The first line of a snapshot file."""

    format: str = SNAPSHOT_FORMAT
    list_id: str
    published_on: date
    party_count: int
    digest: str
    title: str = ""
    publisher: str = ""
    selection: bool = False
    files: tuple[SourceFile, ...] = ()
    sequence: int | None = None
    imported_at: str | None = None
    source_format: str | None = None
    parser_version: str | None = None
    precision: DayPrecision | None = None
    """None means that the day is stated."""


class ChangesHeader(Record):
    """A change file from which notices were made."""

    name: str
    sha256: str
    until: date | None = None
    """The last day it is said to tell every change of."""


class NoticesHeader(Record):
    """The first line of a notices file."""

    format: str = NOTICES_FORMAT
    list_id: str
    notice_count: int
    digest: str
    periods: tuple[tuple[date, date], ...] = ()
    file_periods: tuple[tuple[date, date], ...] | None = None
    """Of the periods, those that the change files cover."""
    change_files: tuple[ChangesHeader, ...] | None = None


@dataclass(frozen=True)
class SnapshotFile:
    """A snapshot read from text: its header and its parties."""

    header: SnapshotHeader
    parties: tuple[Party, ...] = field(repr=False)


def content_digest(parties: Iterable[Party]) -> str:
    """Return the digest of a snapshot's content: SHA-256 of a line ``party_id SPACE party digest`` each.

    The lines are sorted by party_id and end in LF, so the order of the parties given changes nothing.
    """
    return digest_of_pairs((party.party_id, party.content_digest()) for party in parties)


def digest_of_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the digest of (party_id, party digest) pairs, given in any order."""
    return sha256_hex("".join(f"{party_id} {digest}\n" for party_id, digest in sorted(pairs)))


def notices_digest(notices: Iterable[Notice]) -> str:
    """Return the digest of a set of notices: SHA-256 of their own digests, sorted, one a line."""
    return digest_of_digests(notice.content_digest() for notice in notices)


def digest_of_digests(digests: Iterable[str]) -> str:
    """Return the SHA-256 of digests given in any order, sorted, one a line."""
    return sha256_hex("".join(f"{digest}\n" for digest in sorted(digests)))


def sorted_notices(notices: Iterable[Notice]) -> list[Notice]:
    """Return notices in the order of a notices file."""
    return sorted(notices, key=lambda n: (n.on, n.party_id or "", n.canonical_json()))


def write_snapshot(path: Path, parties: Iterable[Party], **header: Any) -> SnapshotHeader:
    """Write one snapshot file; count and digest are computed, the parties may come in any order.

    *header* takes the other fields of :class:`SnapshotHeader`: ``list_id`` and ``published_on`` at least.
    """
    ordered = sorted(parties, key=lambda party: party.party_id)
    head = SnapshotHeader(party_count=len(ordered), digest=content_digest(ordered), **header)
    write_lines(path, head, ordered)
    return head


def write_notices(
    path: Path,
    list_id: str,
    notices: Iterable[Notice],
    periods: Sequence[tuple[date, date]] = (),
    **header: Any,
) -> NoticesHeader:
    """Write one notices file; count, digest and order are made right.

    *header* takes the other fields of :class:`NoticesHeader`.
    """
    ordered = sorted_notices(notices)
    head = NoticesHeader(
        list_id=list_id,
        notice_count=len(ordered),
        digest=notices_digest(ordered),
        periods=tuple(periods),
        **header,
    )
    write_lines(path, head, ordered)
    return head


def read_snapshot(path: Path) -> SnapshotFile:
    """Read one snapshot file.

    Raises MalformedFileError naming file and line when a line is no valid record, the order is wrong, a
    party stands twice, or count or digest differ from the header's; UnsafeFileError for an oversized line.
    """
    lines = read_lines(path)
    header = read_record(path, 1, lines[0], SnapshotHeader)
    _check_format(path, header.format, SNAPSHOT_FORMAT)
    parties = tuple(read_record(path, number, text, Party) for number, text in enumerate(lines[1:], start=2))
    _check_parties(path, header.list_id, parties)
    _check_sum(path, "party_count", header.party_count, len(parties))
    _check_sum(path, "digest", header.digest, content_digest(parties))
    return SnapshotFile(header, parties)


def read_notices(path: Path) -> tuple[NoticesHeader, tuple[Notice, ...]]:
    """Read one notices file; errors as for :func:`read_snapshot`."""
    lines = read_lines(path)
    header = read_record(path, 1, lines[0], NoticesHeader)
    _check_format(path, header.format, NOTICES_FORMAT)
    notices = tuple(read_record(path, number, text, Notice) for number, text in enumerate(lines[1:], start=2))
    ordered = sorted_notices(notices)
    for number, (notice, expected) in enumerate(zip(notices, ordered, strict=True), start=2):
        if notice.list_id != header.list_id:
            raise MalformedFileError(f"{path}, line {number}: a notice of list {notice.list_id!r} in a "
                                     f"file of {header.list_id!r}")  # fmt: skip
        if notice != expected:
            raise MalformedFileError(f"{path}, line {number}: notices are not sorted by day and party_id")
    _check_sum(path, "notice_count", header.notice_count, len(notices))
    _check_sum(path, "digest", header.digest, notices_digest(notices))
    return header, notices


def write_lines(path: Path, head: Record, records: Iterable[Record]) -> None:
    """Write a header and records, one a line; whoever finds the file finds it whole."""
    # The header keeps its defaults: whoever reads the file sees its format and whether it is a selection.
    header = {key: value for key, value in head.model_dump(mode="json").items() if value is not None}
    lines = [canonical_json(header), *(record.canonical_json() for record in records)]
    path.parent.mkdir(parents=True, exist_ok=True)
    # Whoever finds the name finds the whole file; a link or a pipe that stood there is not written through.
    partial = path.with_name(f"{path.name}.partial")
    partial.unlink(missing_ok=True)
    with naming(path):
        partial.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
        partial.replace(path)


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file; MalformedFileError when it has none or is not UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        number = error.object.count(b"\n", 0, error.start) + 1
        raise MalformedFileError(f"{path}, line {number}: not UTF-8 ({error.reason})") from error
    except OSError as error:
        raise MalformedFileError(f"{path}: cannot be read: {error.strerror}") from error
    # Only LF ends a line: str.splitlines would also cut at U+2028 and the like, which JSON text may hold.
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    if not lines:
        raise MalformedFileError(f"{path}: empty; its first line should be a header")
    for number, text_line in enumerate(lines, start=1):
        if len(text_line) > MAX_LINE_CHARS:
            raise UnsafeFileError(f"{path}, line {number}: longer than {MAX_LINE_CHARS:,} characters")
    return lines


def read_record(path: Path, number: int, text: str, kind: type[R]) -> R:
    """Return the record on one line; MalformedFileError naming it when it is none."""
    try:
        return kind.model_validate(json.loads(text))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise MalformedFileError(f"{path}, line {number}: {where or 'record'}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise MalformedFileError(f"{path}, line {number}: not JSON ({error})") from error


def _check_format(path: Path, found: str, expected: str) -> None:
    if found != expected:
        raise MalformedFileError(f"{path}, line 1: format is {found!r}; this library reads {expected!r}")


def _check_parties(path: Path, list_id: str, parties: Sequence[Party]) -> None:
    previous = ""
    for number, party in enumerate(parties, start=2):
        if party.list_id != list_id:
            raise MalformedFileError(f"{path}, line {number}: {party.party_id} is not of list {list_id!r}")
        if party.party_id == previous:
            raise MalformedFileError(f"{path}, line {number}: {party.party_id} stands twice")
        if party.party_id < previous:
            raise MalformedFileError(f"{path}, line {number}: {party.party_id} is out of order: sort by id")
        previous = party.party_id


def _check_sum(path: Path, what: str, stated: object, computed: object) -> None:
    if stated != computed:
        raise MalformedFileError(f"{path}, line 1: {what} says {stated}, the lines below give {computed}")
