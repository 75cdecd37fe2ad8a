"""The file of customers: opened, known by its digest, and looked through once before the first is screened.

Reach for :func:`opened` for any file, sheet or pipe as a stream of CSV, and for :func:`with_date_format` for
what can be told only from all of it. Guarantees: memory does not grow with a CSV file; the stream can be read
again from any place; what was decided for the whole file is said.
"""

from __future__ import annotations

import codecs
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

from ..errors import BatchError
from ..screening.dates import DateColumn, strptime_format
from ..screening.values import cell_text
from .header import Header, read_header
from .lines import detect_encoding, is_wide, read_lines, utf8_stream
from .records import RecordReader
from .workbooks import is_parquet, is_workbook, parquet_as_csv, workbook_as_csv

__all__ = [
    "STANDARD_INPUT", "Source", "header_of", "one_character", "opened", "read_from", "told_date_format",
    "with_date_format",
]  # fmt: skip

STANDARD_INPUT: Final = "-"
"""The name by which standard input is read, as other commands have it."""

_SPOOL_IN_MEMORY: Final = 1 << 20
_NO_TABLES: Final = {
    b"\x1f\x8b": "packed with gzip", b"BZh": "packed with bzip2", b"\xfd7zXZ": "packed with xz",
    b"\x28\xb5\x2f\xfd": "packed with Zstandard", b"7z\xbc\xaf": "a 7-Zip archive", b"Rar!": "a RAR archive",
    b"%PDF-": "a PDF",
}  # fmt: skip
"""What people give instead of a table, by how it begins."""


@dataclass(frozen=True, slots=True)
class Source:
    """An input that can be read."""

    stream: BinaryIO
    encoding: str
    sha256: str
    """Of the file as it is."""
    size: int
    """Of the stream, in bytes."""
    notes: tuple[str, ...] = ()
    marked: bool = False
    """Whether a spreadsheet seems to have written it: it began with a byte-order mark, is in an encoding of
    before Unicode, or is a workbook. A spreadsheet takes UTF-8 without a mark for something else."""
    is_csv: bool = True
    """False for a sheet, which is read as CSV of our own."""
    sheets_left: tuple[str, ...] = ()
    """Of a workbook: sheets that have names too, and were not read."""
    check: Callable[[], None] = lambda: None
    """Raises BatchError when the file was changed since it was opened."""


@contextmanager
def opened(path: Path, encoding: str | None = None) -> Iterator[Source]:
    """Give the input at *path*: CSV, a workbook (by its content), Parquet, a pipe, or ``-``.

    A pipe is read to its end into a temporary file first. Raises BatchError when it cannot be read, was
    changed meanwhile, or is in an encoding that must be told.
    """
    try:
        if str(path) == STANDARD_INPUT or _is_pipe(path):
            with _piped(path) as stream, _source(stream, path, encoding) as source:
                yield source
        else:
            with path.open("rb") as stream:
                before = os.fstat(stream.fileno())
                check = partial(_check_unchanged, path, before, stream)
                with _source(stream, path, encoding) as source:
                    yield replace(source, check=check)
    except OSError as error:
        if error.filename is None or Path(str(error.filename)) != path:
            raise
        raise BatchError(f"cannot read {path}: {error.strerror}") from error


def _is_pipe(path: Path) -> bool:
    mode = path.stat().st_mode
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return False
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        return True
    raise BatchError(f"{path} is not a regular file, nor a pipe; save it to a file first")


@contextmanager
def _piped(path: Path) -> Iterator[BinaryIO]:
    with tempfile.SpooledTemporaryFile(_SPOOL_IN_MEMORY) as spool:
        if str(path) == STANDARD_INPUT:
            shutil.copyfileobj(sys.stdin.buffer, spool)
        else:
            with path.open("rb") as pipe:
                shutil.copyfileobj(pipe, spool)
        spool.rollover()
        yield spool._file  # type: ignore[misc]


@contextmanager
def _source(stream: BinaryIO, path: Path, encoding: str | None) -> Iterator[Source]:
    stream.seek(0)
    head = stream.read(8)
    digest, legacy = _digest(stream)
    if is_workbook(head) or is_parquet(head):
        notes: list[str] = []
        left: list[str] = []
        read = workbook_as_csv if is_workbook(head) else parquet_as_csv
        with read(stream, path, notes, left) as as_csv:
            marked = is_workbook(head)
            source = Source(as_csv, "utf-8", digest, _size(as_csv), tuple(notes), marked=marked, is_csv=False)
            yield replace(source, sheets_left=tuple(left))
        return
    if other := next((what for begins, what in _NO_TABLES.items() if head.startswith(begins)), None):
        raise BatchError(f"cannot read {path}: it is {other}, not a table; give the table itself")
    used = detect_encoding(head[:4], encoding)
    if used == "utf-8" and encoding is None and legacy is not None:
        raise BatchError(
            f"{path} is not UTF-8 (line {legacy[0]} has the byte 0x{legacy[1]:02x}): tell its encoding with "
            "--encoding (encoding=...): cp1252 is what Excel writes in Western Europe, cp1250 in Central "
            "Europe, cp1251 for Cyrillic; or save it as 'CSV UTF-8'"
        )
    marked = head.startswith(codecs.BOM_UTF8) or used not in ("utf-8", "ascii")
    yield Source(stream, used, digest, _size(stream), marked=marked)


def _size(stream: BinaryIO) -> int:
    stream.seek(0, os.SEEK_END)
    size = stream.tell()
    stream.seek(0)
    return size


def _digest(stream: BinaryIO) -> tuple[str, tuple[int, int] | None]:
    """Return the digest, and the first line and byte that is no UTF-8 in a file that has none at all.

    Where other letters are written as UTF-8, such a byte is damage to its own line.
    """
    stream.seek(0)
    digest, line, good = sha256(), 1, 0
    first: tuple[int, int] | None = None
    carry = b""
    while piece := stream.read(1 << 20):
        digest.update(piece)
        if not (piece.isascii() and carry.isascii()):
            for each in (carry + piece).split(b"\n")[:-1]:
                wrong = None if each.isascii() else _not_utf8(each)
                good += not each.isascii() and wrong is None
                first = first or (None if wrong is None else (line, wrong))
                line += 1
        else:
            line += piece.count(b"\n")
        carry = (carry + piece).rpartition(b"\n")[2][-(1 << 20) :]
    if not carry.isascii():
        wrong = _not_utf8(carry)
        good += wrong is None
        first = first or (None if wrong is None else (line, wrong))
    stream.seek(0)
    return digest.hexdigest(), None if good else first


def _not_utf8(line: bytes) -> int | None:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        return line[error.start]
    return None


def read_from(source: Source, header: Header, offset: int, line: int) -> RecordReader:
    """Return the records from a place on, which is a byte of the stream (as UTF-8 where it is wide)."""
    source.stream.seek(0)
    text = utf8_stream(source.stream, source.encoding)
    if is_wide(source.encoding):
        _skip(text, offset)
    else:
        text.seek(offset)
    lines = read_lines(text, source.encoding, offset, line)
    return RecordReader(lines, header.delimiter, len(header.plan.header))


def _skip(stream: BinaryIO, size: int) -> None:
    while size and (piece := stream.read(min(size, 1 << 16))):
        size -= len(piece)


def header_of(
    source: Source,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    delimiter: str | None = None,
    date_format: str | None = None,
) -> Header:
    """Return the header of an input, read as is told; BatchError where it cannot be, or is told wrongly."""
    return read_header(
        utf8_stream(source.stream, source.encoding),
        source.encoding,
        columns=columns,
        delimiter=one_character(delimiter) if source.is_csv else ",",
        date_format=told_date_format(date_format),
    )


def told_date_format(told: str | None) -> str | None:
    """Return the ``strptime`` format of a date format as told; BatchError where it is none."""
    try:
        return strptime_format(told) if told is not None else None
    except ValueError as error:
        raise BatchError(str(error)) from None


def one_character(delimiter: str | None) -> str | None:
    """Return a delimiter; BatchError where it cannot be one."""
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n\0'):
        raise BatchError(f"a delimiter is one character and no quotation mark or line end, not {delimiter!r}")
    return delimiter


def with_date_format(source: Source, header: Header) -> Header:
    """Return the header with the one format that fits every birth date of the file, where none is told; the
    header itself where there is no such."""
    place = header.plan.birth_date_column
    if place is None or header.plan.date_format is not None:
        return header
    column = DateColumn()
    for record in read_from(source, header, header.end, header.next_line):
        if record.fault is None and len(record.cells[place]) < _LONGEST_DATE:
            column.show(cell_text(record.cells[place]))
    return replace(header, plan=header.plan.with_date_format(column.format)) if column.format else header


_LONGEST_DATE: Final = 40


def _check_unchanged(path: Path, before: os.stat_result, stream: BinaryIO) -> None:
    after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise BatchError(f"{path} was changed while it was being screened; start the batch afresh")
