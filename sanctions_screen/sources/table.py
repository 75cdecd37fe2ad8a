"""A table with a header: rows as column → text, whatever order the publisher gives the columns.

Reach for this module in a source that reads CSV or a spreadsheet. Guarantees: a missing column that the
source needs is an error; a column it does not know is reported once; a row of another width than the header
is an error with its line, so a broken quotation mark cannot hide rows; a header in the middle is reported and
skipped; a row without any text is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .account import Heard
from .base import ListBuilder
from .labels import fact_of

__all__ = ["Row", "column_key", "rows_under_header"]

_HEADER_WITHIN = 20
# A preamble says when the list was made: "Last Updated,02/04/2014". A wider row is a record out of its place.
_PREAMBLE_CELLS = 2


class Row(dict[str, str]):
    """One row: texts by column key; a column the file does not have is the empty text."""

    line: int = 0
    heard: Heard
    """The row's texts by column, for the party it belongs to."""

    def __missing__(self, key: str) -> str:
        return ""

    def first(self, *keys: str) -> str:
        """Return the first of these columns that has text."""
        return next((self[key] for key in keys if self[key]), "")


def column_key(name: str) -> str:
    """Return a column's name as its key: lower-case letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def rows_under_header(
    build: ListBuilder,
    rows: Iterable[tuple[int, list[str]]],
    needed: Iterable[str],
    known: Iterable[str],
    before: list[list[str]] | None = None,
) -> Iterator[Row]:
    """Yield the rows under the header, which is the first row that has all *needed* columns.

    *before* takes the rows that stand before the header; *known* are further columns the source reads.
    """
    header: list[str] = []
    wanted, expected = set(needed), {*needed, *known}
    for line, cells in rows:
        if not header:
            header = _header(build, line, cells, wanted, expected, before)
            continue
        if not any(cell.strip() for cell in cells):
            continue
        cells = _fitted(build, line, cells, len(header))
        if [_known_key(column_key(cell), expected) for cell in cells] == header:
            build.unread(cells[0], "a header in the middle of the file", line=line)
            continue
        row = Row(zip(header, (cell.strip() for cell in cells), strict=True))
        row.line = line
        row.heard = build.hear_row(zip(header, cells, strict=True), line)
        yield row
    if not header:
        build.fail(f"has no header with the columns {', '.join(sorted(wanted))}")


def _header(
    build: ListBuilder,
    line: int,
    cells: list[str],
    wanted: set[str],
    expected: set[str],
    before: list[list[str]] | None,
) -> list[str]:
    keys = [_known_key(column_key(cell), expected) for cell in cells]
    while keys and not keys[-1]:
        keys.pop()
    if not wanted <= set(keys):
        if line > _HEADER_WITHIN:
            missing = ", ".join(sorted(wanted - set(keys)))
            build.fail(f"has no header with the column {missing} in its first {_HEADER_WITHIN} rows")
        if sum(bool(cell.strip()) for cell in cells) > _PREAMBLE_CELLS:
            build.fail("a row of data where the header should be", line=line)
        if before is not None:
            before.append(cells)
        return []
    if doubled := next((key for key in keys if key and keys.count(key) > 1), None):
        build.fail(f"the column {doubled} stands twice", line=line)
    for cell, key in zip(cells, keys, strict=False):
        if key not in expected:
            build.unread(cell, "a column this reader does not know", line=line)
    return keys


def _known_key(key: str, expected: set[str]) -> str:
    """Return the key under which the source reads a column: ``dob`` also where it is called Date of Birth."""
    if key in expected or (fact := fact_of(key)) is None:
        return key
    return next((known for known in sorted(expected) if fact_of(known) == fact), key)


def _fitted(build: ListBuilder, line: int, cells: list[str], width: int) -> list[str]:
    """Return the row at the header's width; empty cells beyond it do not matter."""
    if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        cells = cells[:width]
    if len(cells) != width:
        build.fail(f"{len(cells)} cells under a header of {width}", line=line)
    return cells
