"""Workbooks and Parquet files: read as CSV of our own, written from rows of results.

Reach for this module for every table that is no text. What it needs is imported when it is used: the extra
``spreadsheets`` for workbooks, ``parquet`` for Parquet. Guarantee: a file is written from the rows alone, so
the same rows give the same bytes with the same version of the writing library.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final

from ..errors import BatchError, MissingExtraError
from ..screening.columns import plan_columns
from ..screening.headings import plain
from ..screening.rows import OUTPUT_TYPES
from ..screening.values import cell_text

__all__ = [
    "is_parquet",
    "is_workbook",
    "parquet_as_csv",
    "workbook_as_csv",
    "write_parquet",
    "write_workbook",
]

_ROW_GROUP: Final = 10_000
_SHEET_ROWS: Final = 1_048_576
"""Of a sheet, in Excel's own specification."""
_CELL: Final = 32_767
"""Characters of a cell, likewise."""


def is_workbook(head: bytes) -> bool:
    """Return whether a file that begins so is a workbook: XLSX and ODS are zip archives, XLS is OLE."""
    return head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))


def _is_other_zip(stream: BinaryIO) -> bool:
    """Return whether a whole ZIP archive has nothing in it of which a workbook is made."""
    try:
        with zipfile.ZipFile(stream) as archive:
            return not any(name.startswith(("xl/", "content.xml")) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def is_parquet(head: bytes) -> bool:
    """Return whether a file that begins so is Parquet."""
    return head.startswith(b"PAR1")


def workbook_as_csv(stream: BinaryIO, path: Path, notes: list[str], left: list[str]) -> BinaryIO:
    """Return the customers as CSV: of the first sheet one of whose first rows names the columns.

    The rows of other sheets with the same titles follow it. Sheets that have customers under other titles are
    named in *left*; what else was decided is said in *notes*.
    """
    try:
        import python_calamine
    except ImportError as error:
        raise MissingExtraError(f"reading {path}, which is a workbook,", "spreadsheets") from error
    try:
        book = python_calamine.load_workbook(stream)
        sheets = [
            (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names
        ]
    except Exception as error:
        what = (
            "is a ZIP archive, and no workbook"
            if _is_other_zip(stream)
            else "looks like a workbook, but is damaged"
        )
        raise BatchError(f"cannot read {path}: it {what} ({error})") from error
    filled = [(name, rows) for name, rows in sheets if _has_rows(rows)]
    if not filled:
        raise BatchError(f"{path} has nothing on any sheet")
    headed = [(name, rows, place) for name, rows in filled if (place := _header_place(rows)) is not None]
    if not headed:
        (name, rows), *others = filled
        _tell_others(notes, [name], [other for other, _ in others])
        return _as_csv(iter(rows))
    _, first, place = headed[0]
    titles = _titles(first[place])
    alike = [(name, rows[at + 1 :]) for name, rows, at in headed[1:] if _titles(rows[at]) == titles]
    read = [headed[0][0], *(name for name, _ in alike)]
    left += [name for name, rows, at in headed if name not in read and _has_rows(rows[at + 1 :])]
    _tell_others(notes, read, [name for name, _ in filled if name not in (*read, *left)])
    if left:
        notes.append(
            f"NOT SCREENED: {_listed(left)} {_have(left)} names too, under other titles than the sheet "
            f"{read[0]!r}; save what is to be screened as a file of its own"
        )
    return _as_csv(iter(first), *(iter(rows) for _, rows in alike))


def _tell_others(notes: list[str], read: list[str], others: list[str]) -> None:
    if len(read) > 1:
        notes.append(f"{_listed(read)} have the same titles and were read one after the other")
    if others:
        notes.append(
            f"{_listed(others)} {_have(others)} no column of names, and no customers were read there"
        )


def _listed(sheets: list[str]) -> str:
    return f"the sheet{'s' if len(sheets) > 1 else ''} {', '.join(map(repr, sheets))}"


def _have(sheets: list[str]) -> str:
    return "have" if len(sheets) > 1 else "has"


def _titles(row: Sequence[Any]) -> list[str]:
    titles = [plain(_text(value)) for value in row]
    while titles and not titles[-1]:
        titles.pop()
    return titles


def _has_rows(rows: Sequence[Sequence[Any]]) -> bool:
    return any(any(map(_is_filled, row)) for row in rows)


def _is_filled(value: Any) -> bool:
    return value is not None and value != ""


def _header_place(rows: Sequence[Sequence[Any]]) -> int | None:
    """Return where the row stands that names the columns, if there is one."""
    for place, row in enumerate(rows[:20]):
        try:
            plan_columns([_text(value) for value in row])
        except BatchError:
            continue
        return place
    return None


def parquet_as_csv(
    stream: BinaryIO,
    path: Path,
    notes: list[str],  # noqa: ARG001 - one shape
    left: list[str],  # noqa: ARG001
) -> BinaryIO:
    """Return a Parquet file's rows as CSV, its column names the header; read a part at a time."""
    parquet = _parquet(f"reading {path}")
    try:
        file = parquet.ParquetFile(stream)
        names = file.schema_arrow.names
        rows = (
            row
            for batch in file.iter_batches(batch_size=_ROW_GROUP)
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True)
        )
        return _as_csv(iter([names]), rows)
    except (OSError, ValueError) as error:
        raise BatchError(f"cannot read {path}: it looks like Parquet, but is damaged ({error})") from error


def _as_csv(*tables: Iterator[Sequence[Any]]) -> BinaryIO:
    """Return rows as CSV in a temporary file, a row a line: a line end in a cell becomes U+2028."""
    spool: Any = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the batch reads it
    text = io.TextIOWrapper(spool, encoding="utf-8", newline="", write_through=True, errors="replace")
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for rows in tables:
        writer.writerows([_text(value) for value in row] for row in rows)
    text.detach()
    spool.seek(0)
    return spool  # type: ignore[no-any-return]


def _text(value: Any) -> str:
    if isinstance(value, str):
        text = value
    elif isinstance(value, list | tuple):
        text = "; ".join(map(_text, value))
    else:
        text = cell_text(value)
    return "\u2028".join(text.replace("\0", "").splitlines()) if text else text


def write_workbook(rows: BinaryIO, target: BinaryIO) -> None:
    """Write rows of results, one JSON array a line with the titles first, as a workbook.

    Text is text, never a formula or a link. Raises BatchError for more rows than a sheet has.
    """
    xlsxwriter = _workbooks()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        sheet = book.add_worksheet("results")
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        last = 0
        for number, line in enumerate(rows):
            if number >= _SHEET_ROWS:
                raise BatchError(
                    f"a sheet has at most {_SHEET_ROWS - 1:,} rows under its header, and there are more "
                    "results; write CSV, JSON lines or Parquet"
                )
            for place, value in enumerate(json.loads(line)):
                text = value[:_CELL] if isinstance(value, str) else value
                sheet.write(number, place, text, *((bold,) if number == 0 else ()))
                last = max(last, place)
        sheet.autofilter(0, 0, max(number, 0), last)


def write_parquet(rows: BinaryIO, target: BinaryIO) -> None:
    """Write rows of results, one JSON array a line with the titles first, as Parquet.

    Our own columns have their types; the user's are text.
    """
    parquet = _parquet(_TO_PARQUET)
    import pyarrow as pa

    titles = json.loads(rows.readline())
    types = {int: pa.int64(), float: pa.float64(), str: pa.string()}
    schema = pa.schema([(title, types[OUTPUT_TYPES.get(title, str)]) for title in titles])
    with parquet.ParquetWriter(target, schema) as writer:
        while some := [json.loads(line) for line in islice(rows, _ROW_GROUP)]:
            columns = [
                [value if value is None or title in OUTPUT_TYPES else str(value) for value in column]
                for title, column in zip(titles, zip(*some, strict=True), strict=True)
            ]
            writer.write_batch(pa.record_batch(columns, schema=schema))


def check_extra(wanted: str) -> None:
    """Raise MissingExtraError where results cannot be made into *wanted*, a format, for want of an extra."""
    if wanted == "xlsx":
        _workbooks()
    elif wanted == "parquet":
        _parquet(_TO_PARQUET)


def _workbooks() -> Any:
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError("writing a workbook", "spreadsheets") from error
    return xlsxwriter


_TO_PARQUET: Final = "writing Parquet"


def _parquet(what: str) -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError(what, "parquet") from error
    return parquet
