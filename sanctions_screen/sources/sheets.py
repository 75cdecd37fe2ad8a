"""Rows of a spreadsheet file, .xlsx or .ods, as plain texts.

Reach for this module in a source whose publisher offers spreadsheets. Guarantees: the sizes the archive
states are bounded before anything is unpacked, and cannot be exceeded; no part of it may hold a DOCTYPE; a
cell is text as the sheet stores it, days are written YYYY-MM-DD and whole numbers without ".0".

Reading .xlsx needs the extra ``spreadsheets`` (python-calamine, which reads a sheet of 18,000 rows in a
quarter of a second); .ods is read here, because not all publishers' .ods files are in the order of parts
that calamine insists on.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import Element

from ..errors import MalformedFileError, MissingExtraError, UnsafeFileError
from .base import ListBuilder
from .files import ARCHIVE_ERRORS, MAX_BYTES, ListFile
from .xml import XmlRecords, root_of

__all__ = ["is_ods", "is_xlsx", "sheet_rows"]

MAX_COLUMNS = 200
_HEADER_WITHIN = 20
_PREAMBLE_CELLS = 2
_XLSX_SHEETS = "xl/worksheets/"


def is_xlsx(file: ListFile) -> bool:
    """True for a ZIP archive that holds a workbook of Office Open XML."""
    return "xl/workbook.xml" in file.members


def is_ods(file: ListFile) -> bool:
    """True for a ZIP archive that holds an OpenDocument."""
    return "content.xml" in file.members and "mimetype" in file.members


def sheet_rows(build: ListBuilder, file: ListFile) -> Iterator[tuple[int, list[str]]]:
    """Yield (row number, cells) of the first sheet, and of every other one with the same header.

    Rows of sheets of another kind are reported.
    """
    _check_archive(file)
    yield from _ods_rows(build, file) if is_ods(file) else _xlsx_rows(build, file)


def _check_archive(file: ListFile) -> None:
    with file.path.open("rb") as raw:
        try:
            infos = zipfile.ZipFile(raw).infolist()
        except ARCHIVE_ERRORS as error:
            raise MalformedFileError(f"{file.name}: a damaged archive ({error})") from error
    # zipfile and calamine both stop at the size an archive states for a part.
    if sum(info.file_size for info in infos) > MAX_BYTES:
        raise UnsafeFileError(f"{file.name}: more than {MAX_BYTES >> 20} MB unpacked; no list is so large")
    if len(infos) > 1000:
        raise UnsafeFileError(f"{file.name}: {len(infos)} parts; no list has so many")
    for info in infos:
        if info.filename.endswith((".xml", ".rels")):
            root_of(file, info.filename)  # refuses a DOCTYPE


def _xlsx_rows(build: ListBuilder, file: ListFile) -> Iterator[tuple[int, list[str]]]:
    try:
        import python_calamine as calamine
    except ImportError as error:
        raise MissingExtraError("reading .xlsx lists", "spreadsheets") from error
    for part in file.members:  # a damaged part shows in its checksum, which calamine does not look at
        for _ in file.chunks(part):
            pass
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(file.path.read_bytes()))
        sheets = [
            workbook.get_sheet_by_index(number).to_python(skip_empty_area=False)
            for number in range(len(workbook.sheet_names))
        ]
    except calamine.CalamineError as error:
        raise MalformedFileError(f"{file.name}: not a readable workbook ({error})") from error
    first, *others = ([[_text(cell) for cell in row] for row in sheet] for sheet in sheets)
    yield from enumerate(first, start=1)
    for name, rows in zip(workbook.sheet_names[1:], others, strict=True):
        yield from _rows_of_another(build, name, first[:_HEADER_WITHIN], rows)


def _rows_of_another(
    build: ListBuilder, name: str, heads: list[list[str]], rows: list[list[str]]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows under the first sheet's header; report the others."""
    headers = [row for row in heads if sum(map(bool, row)) > _PREAMBLE_CELLS]
    start = next((at for at, row in enumerate(rows[:_HEADER_WITHIN]) if row in headers[:1]), len(rows) - 1)
    for number, row in enumerate(rows[: start + 1], start=1):
        if any(row) and row not in headers[:1]:
            text = "; ".join(filter(None, row))
            build.unread(text, f"a row of the sheet {name!r}, which is no list like the first", line=number)
    yield from enumerate(rows[start + 1 :], start=start + 2)


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("_x000D_", "").strip()


def _ods_rows(build: ListBuilder, file: ListFile) -> Iterator[tuple[int, list[str]]]:
    number = 1
    records = XmlRecords(build, file, ("table-row",), "content.xml", rows=True)
    for row in records:
        cells: list[str] = []
        for cell in row:
            if not cell.tag.endswith("table-cell"):
                continue
            repeated = _attribute(cell, "number-columns-repeated") or "1"
            if not (repeated.isdecimal() and len(repeated) < 10):
                records.fail(f"a cell repeated {repeated[:20]!r} times")
            cells += [_cell_text(cell)] * min(int(repeated), MAX_COLUMNS - len(cells))
        yield number, cells
        number += 1


def _cell_text(cell: Element) -> str:
    day = _attribute(cell, "date-value")
    return day[:10] if day else "\n".join(" ".join("".join(part.itertext()).split()) for part in cell)


def _attribute(element: Element, name: str) -> str:
    return next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")
