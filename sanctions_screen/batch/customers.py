"""The customers of a file, for whoever needs them as subjects and no results.

Reach for :func:`customers_in`. Guarantee: a row is the subject that :func:`~.run.screen_csv` would screen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import BatchError
from ..screening.columns import ReadRow, RowError
from .source import header_of, opened, read_from, with_date_format

__all__ = ["CustomerRow", "customers_in"]


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A row of a file of customers."""

    line: int
    read: ReadRow
    """The subject, and what of the row could not be used for it."""
    cells: dict[str, str]
    """By title."""


def customers_in(
    path: str | os.PathLike[str],
    *,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    date_format: str | None = None,
) -> Iterator[CustomerRow]:
    """Yield the rows of a file, which is read as a batch reads it with the same arguments.

    Raises BatchError as :func:`~.run.screen_csv` does, and for a row that cannot be read, with its line.
    """
    with opened(Path(path), encoding) as source:
        header = header_of(source, columns, delimiter, date_format)
        header = with_date_format(source, header)
        for record in read_from(source, header, header.end, header.next_line):
            if record.fault is not None:
                raise BatchError(f"{path}, line {record.line}: {record.fault}")
            try:
                read = header.plan.read(record.cells)
            except RowError as error:
                raise BatchError(f"{path}, line {record.line}: {error}") from None
            yield CustomerRow(record.line, read, dict(zip(header.plan.header, record.cells, strict=True)))
        source.check()
