"""The file of what decisions suppressed, taken from the output itself once that is complete.

Reach for :func:`write_suppressed`. Guarantee: it has a row for each suppressed hit in the output, and no
other.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..model import ScreeningResult
from ..screening.rows import OUTPUT_COLUMNS, InputRow, OutputRow
from .render import OutputFormat, csv_bytes, flat_rows, is_neutralised
from .target import check_working_file

__all__ = ["write_suppressed"]

_Cells = Sequence[str]


def write_suppressed(output: Path, output_format: OutputFormat, file: Path) -> None:
    """Write the rows of all suppressed hits in *output* to *file*, as CSV with the columns of CSV output.

    For a workbook and for Parquet, *output* is the rows that it is made of.
    """
    read = {"csv": _rows_of_csv, "jsonl": _rows_of_json}.get(output_format, _rows_of_lines)
    fresh = file.with_name(f"{file.name}.partial")
    check_working_file(fresh)
    with fresh.open("wb") as stream:
        for row in read(output):
            stream.write(csv_bytes([row]))
    fresh.replace(file)


def _rows_of_csv(output: Path) -> Iterator[_Cells]:
    with output.open(encoding="utf-8-sig", newline="") as stream:
        titles = stream.readline()
        stream.seek(0)
        delimiter = next(each for each in ",;\t|" if "outcome" in titles.rstrip().split(each))
        rows = csv.reader(stream, delimiter=delimiter)
        header = next(rows)
        fate = header.index("outcome")
        yield header
        for row in rows:
            if row[fate] == "suppressed":
                yield [cell[1:] if is_neutralised(cell) else cell for cell in row]


def _rows_of_lines(output: Path) -> Iterator[_Cells]:
    fate = OUTPUT_COLUMNS.index("outcome")
    with output.open(encoding="ascii") as stream:
        yield json.loads(stream.readline())
        for row in map(json.loads, stream):
            if row[fate] == "suppressed":
                yield ["" if value is None else str(value) for value in row]


def _rows_of_json(output: Path) -> Iterator[_Cells]:
    fate = OUTPUT_COLUMNS.index("outcome")
    yield OUTPUT_COLUMNS
    with output.open(encoding="utf-8") as stream:
        for line in stream:
            whole = json.loads(line)
            if not whole.get("suppressed"):
                continue
            known = {key: value for key, value in whole.items() if key in ScreeningResult.model_fields}
            result = ScreeningResult.model_validate_json(json.dumps(known))
            row = OutputRow(InputRow(whole["row"], whole["line"], result.subject), result)
            yield from (cells for cells in flat_rows(row) if cells[fate] == "suppressed")
