"""The header of a CSV file: what parts its columns, and where its rows begin.

Reach for this module to open a customer file. The delimiter is told from the header alone, as the one
under which a name column is found; the rows have no say, since commas and semicolons occur in names. A first
line ``sep=;``, as Excel reads it, tells it too. Lines of a title above the header are passed over: the header
is the first line that names the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from ..errors import BatchError
from ..screening.columns import ColumnPlan, known_titles, plan_columns
from .lines import Line, read_lines
from .records import RecordReader

__all__ = ["DELIMITERS", "Header", "read_header"]

DELIMITERS = (",", ";", "\t", "|")
"""Tried in this order; the first with the most columns wins."""

_LINES_BEFORE_HEADER = 50
_TITLE_LINES = 20
"""A header further down than this is none."""
_SEP = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What the top of a file tells: its delimiter, its columns, and where the rows begin."""

    delimiter: str
    plan: ColumnPlan
    end: int
    line: int
    """The line it stands on."""
    next_line: int
    above: int = 0
    """How many lines with something on them stand above it."""


@dataclass(frozen=True, slots=True)
class _Refused:
    """A line that is no header, and how likely it was meant as one."""

    problem: BatchError
    known: int
    """How many of its titles are known."""
    above: int
    width: int


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
    told = _SEP.fullmatch(lines[0].text.rstrip("\r\n"))
    if told and len(lines) > 1:
        delimiter, lines = delimiter or told[1], lines[1:]
    found: list[Header] = []
    refused: list[_Refused] = []
    for candidate in (delimiter,) if delimiter else DELIMITERS:
        for attempt in _attempts(lines, candidate, columns, date_format):
            if isinstance(attempt, Header):
                found.append(attempt)
            else:
                refused.append(attempt)
    if found:
        highest = min(header.line for header in found)
        return max(
            (header for header in found if header.line == highest), key=lambda header: len(header.plan.header)
        )
    # The problem told is that of the line with most titles that are known; of such, of the first and widest.
    raise max(refused, key=lambda each: (each.known, -each.above, each.width)).problem


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


def _attempts(
    lines: list[Line],
    delimiter: str,
    columns: Mapping[str, str | Sequence[str]] | None,
    date_format: str | None,
) -> Iterator[Header | _Refused]:
    """Yield why each record is no header, and the first one that is."""
    for above, record in enumerate(RecordReader(lines, delimiter)):
        if above >= _TITLE_LINES:
            return
        if record.fault is not None:
            told = BatchError(f"line {record.line}, which should name the columns: {record.fault}")
            yield _Refused(told, 0, above, record.text.count(delimiter))
            continue
        try:
            plan = plan_columns(record.cells, columns, date_format)
        except BatchError as error:
            yield _Refused(error, known_titles(record.cells), above, len(record.cells))
        else:
            yield Header(delimiter, plan, record.end, record.line, record.next_line, above)
            return
