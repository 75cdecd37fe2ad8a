"""CSV text as records, of which none is lost and none takes its neighbours along.

Reach for this module to read CSV from an untrusted file. Guarantee: every line that is not blank belongs
to exactly one record, in order. Where a quotation mark is missing, the line it is missing from is one
faulty record and reading goes on with the very next line, so rows cannot vanish inside a quoted value.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .lines import MAX_LINE_BYTES, Line

__all__ = ["MAX_RECORD_LINES", "CsvRecord", "RecordReader"]

MAX_RECORD_LINES = 1000
"""Most lines a quoted value may run over."""

_EXCERPT = 300


@dataclass(frozen=True, slots=True)
class CsvRecord:
    """One record: its cells, or the fault that keeps it from being read."""

    line: int
    """Number of its first line."""
    cells: tuple[str, ...]
    fault: str | None
    text: str
    """The beginning of its first line, for the errors file."""
    end: int
    """Offset of the first byte after the record."""
    next_line: int
    pieces: tuple[str, ...] = ()
    """Of a record that cannot be read: what stands between the delimiters of that beginning."""


class RecordReader:
    """Iterates the records of a CSV file. ``blank_lines`` counts the lines with nothing on them so far.

    Args:
        lines: The file's lines, from :func:`~.lines.read_lines`.
        delimiter: One character.
        width: How many cells a record must have; None while the header is being read.
    """

    def __init__(self, lines: Iterable[Line], delimiter: str, width: int | None = None) -> None:
        self._lines = iter(lines)
        self._again: deque[Line] = deque()
        self._delimiter = delimiter
        self._width = width
        self._empty = f'{delimiter}" \t\r\n\u00a0'
        self.blank_lines = 0

    def __iter__(self) -> Iterator[CsvRecord]:
        while (line := self._next_line()) is not None:
            if line.fault is None and self._is_blank(line.text):
                self.blank_lines += 1
            else:
                yield self._record(line)

    def _is_blank(self, text: str) -> bool:
        """Return whether a line has nothing on it, or empty cells, as spreadsheets write below a table."""
        if text.strip(self._empty):
            return False
        return all(piece.strip() in ("", '""') for piece in text.split(self._delimiter))

    def _next_line(self) -> Line | None:
        return self._again.popleft() if self._again else next(self._lines, None)

    def _record(self, first: Line) -> CsvRecord:
        if first.fault is not None:
            return self._faulty(first, first.fault)
        if '"' not in first.text:
            cells = tuple(first.text.rstrip("\r\n").split(self._delimiter))
            return self._checked(first, first, cells, self._width_fault(cells))
        group = [first]
        try:
            cells = tuple(next(csv.reader(self._quoted(group), delimiter=self._delimiter, strict=True)))
        except (csv.Error, StopIteration) as error:
            return self._only_first(group, _why(error, len(group)))
        if len(group) == 1:
            return self._checked(first, first, cells, self._width_fault(cells))
        split = self._width_fault(cells) or self._swallowed(group)
        if split:
            return self._only_first(group, f"{split}; is a quotation mark missing?")
        return self._checked(first, group[-1], cells, self._doubtful(group))

    def _quoted(self, group: list[Line]) -> Iterator[str]:
        """Give the CSV parser the first line, then as many more as an open quotation mark asks for."""
        yield group[0].text
        size = len(group[0].text)
        while len(group) < MAX_RECORD_LINES and size < MAX_LINE_BYTES:
            line = self._next_line()
            if line is None:
                return
            if line.fault is not None:
                self._again.appendleft(line)
                return
            group.append(line)
            size += len(line.text)
            yield line.text

    def _only_first(self, group: list[Line], fault: str) -> CsvRecord:
        self._again.extendleft(reversed(group[1:]))
        return self._faulty(group[0], fault)

    def _width_fault(self, cells: tuple[str, ...]) -> str | None:
        if self._width is None or len(cells) == self._width:
            return None
        if len(cells) > self._width and not any(cell.strip() for cell in cells[self._width :]):
            return None  # spreadsheets leave empty cells at the end of a row
        count = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
        return f"the row has {count} where the header has {self._width}"

    def _swallowed(self, group: list[Line]) -> str | None:
        """Tell whether a value over several lines holds, amid it, a line that would be a whole row.

        Two stray quotation marks some rows apart make valid CSV of which the rows between are one cell.
        """
        for line in group[1:-1]:
            if self._is_row(line):
                return f"its quoted value takes in line {line.number}, which looks like a row of its own"
        return None

    def _doubtful(self, group: list[Line]) -> str | None:
        """Tell whether two rows side by side may have become one, which no line amid them can show.

        A true value that begins in a later column ends on a line with fewer cells than a row, and one
        that begins in the first column begins on such a line, unless it happens to hold just as many
        delimiters. Both readings are possible then, so a person must look.
        """
        began_in_first = group[0].text.startswith('"')
        naive = group[0].text.count(self._delimiter) + 1
        if self._width in (None, 1) or not (
            naive == self._width if began_in_first else self._is_row(group[-1])
        ):
            return None
        return (
            f"lines {group[0].number} to {group[-1].number} are one row by their quotation marks, but could "
            "be several; put the marks right, or take the line end out of the value"
        )

    def _is_row(self, line: Line) -> bool:
        if self._width is None or self._width < 2:
            return False
        try:
            cells = next(csv.reader([line.text], delimiter=self._delimiter, strict=True), [])
        except csv.Error:
            return False
        return len(cells) == self._width

    def _checked(self, first: Line, last: Line, cells: tuple[str, ...], fault: str | None) -> CsvRecord:
        if fault:
            return replace(self._faulty(first, fault), end=last.end, next_line=last.number + 1)
        kept = cells if self._width is None else cells[: self._width]
        return CsvRecord(first.number, kept, None, _excerpt(first), last.end, last.number + 1)

    def _faulty(self, line: Line, fault: str) -> CsvRecord:
        text = _excerpt(line)
        pieces = tuple(text.split(self._delimiter))
        return CsvRecord(line.number, (), fault, text, line.end, line.number + 1, pieces)


def _excerpt(line: Line) -> str:
    text = line.text.rstrip("\r\n")
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"


def _why(error: Exception, lines: int) -> str:
    message = str(error)
    if "field larger" in message:
        return f"a cell has more than {csv.field_size_limit():,} characters; is a quotation mark missing?"
    if "expected after" in message:
        return "there is text after a closing quotation mark, or a quotation mark is missing"
    span = f" in the {lines} lines that follow" if lines > 1 else ""
    return f"a quotation mark is opened and not closed{span}"
