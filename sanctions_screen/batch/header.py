"""The header of a CSV file: what parts its columns, and where its rows begin.

Reach for this module to open a customer file. The delimiter is told from the header alone, as the one
under which a name column is found; the rows have no say, since commas and semicolons occur in names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from ..errors import BatchError
from .columns import ColumnPlan, plan_columns
from .lines import Line, read_lines
from .records import CsvRecord, RecordReader

__all__ = ["DELIMITERS", "Header", "read_header"]

DELIMITERS = (",", ";", "\t", "|")
"""Tried in this order; the first with the most columns wins."""

_LINES_BEFORE_HEADER = 50


@dataclass(frozen=True, slots=True)
class Header:
    """What the top of a file tells: its delimiter, its columns, and where the rows begin."""

    delimiter: str
    plan: ColumnPlan
    end: int
    next_line: int


def read_header(
    stream: BinaryIO,
    encoding: str,
    *,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    delimiter: str | None = None,
    date_format: str | None = None,
) -> Header:
    """Return the header at the start of *stream*; BatchError when there is none or it cannot be used."""
    lines = _first_lines(stream, encoding)
    if not lines:
        raise BatchError("the file is empty; its first line must name the columns")
    problems: list[BatchError] = []
    found: list[Header] = []
    for candidate in (delimiter,) if delimiter else DELIMITERS:
        try:
            found.append(_try(lines, candidate, columns, date_format))
        except BatchError as error:
            problems.append(error)
    if found:
        return max(found, key=lambda header: len(header.plan.header))
    # The problem told is that of the delimiter which parts the header into most columns.
    raise max(zip(problems, _widths(lines, delimiter), strict=True), key=lambda pair: pair[1])[0]


def _first_lines(stream: BinaryIO, encoding: str) -> list[Line]:
    """Return the first lines that may belong to the header; all of them before it are blank."""
    kept: list[Line] = []
    for line in read_lines(stream, encoding):
        if line.fault is not None and not kept:
            raise BatchError(f"line {line.number}, which should name the columns: {line.fault}")
        if kept or line.text.strip():
            kept.append(line)
        if len(kept) >= _LINES_BEFORE_HEADER or line.number >= 2 * _LINES_BEFORE_HEADER:
            break
    return kept


def _first_record(lines: list[Line], delimiter: str) -> CsvRecord:
    record = next(iter(RecordReader(lines, delimiter)))
    if record.fault is not None:
        raise BatchError(f"line {record.line}, which should name the columns: {record.fault}")
    return record


def _try(
    lines: list[Line],
    delimiter: str,
    columns: Mapping[str, str | Sequence[str]] | None,
    date_format: str | None,
) -> Header:
    record = _first_record(lines, delimiter)
    plan = plan_columns(record.cells, columns, date_format)
    return Header(delimiter, plan, record.end, record.next_line)


def _widths(lines: list[Line], delimiter: str | None) -> list[int]:
    candidates = (delimiter,) if delimiter else DELIMITERS
    return [lines[0].text.count(candidate) for candidate in candidates]
