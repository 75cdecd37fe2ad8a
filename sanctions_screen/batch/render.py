"""Results as bytes of CSV or JSON lines.

Reach for this module to write results down. Guarantee: the bytes depend on the results alone. A CSV cell
that a spreadsheet would run as a formula is given an apostrophe in front, and taking one apostrophe off
every cell that :func:`is_neutralised` gives the original text back; JSON lines are verbatim.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from ..model import canonical_json
from .rows import OUTPUT_COLUMNS, OutputRow, flat_rows, result_dict

__all__ = [
    "ERROR_COLUMNS",
    "OutputFormat",
    "csv_bytes",
    "error_bytes",
    "header_bytes",
    "is_neutralised",
    "result_bytes",
]

OutputFormat = Literal["csv", "jsonl"]
ERROR_COLUMNS = ("row", "line", "reason", "text")

# OWASP, "CSV Injection": = + - @ tab and carriage return, and the full-width forms spreadsheets fold to them.
_FORMULA = re.compile(r"'*[\s]*[=+\-@\t\r＝＋－＠]")


def is_neutralised(cell: str) -> bool:
    """Tell whether an apostrophe was put in front of this cell when it was written."""
    return cell.startswith("'") and _FORMULA.match(cell) is not None


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV: UTF-8, commas, LF, quoted where needed, formulas neutralised."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")


def header_bytes(output_format: OutputFormat) -> bytes:
    """Return what the output begins with: the column names, or nothing for JSON lines."""
    return csv_bytes([OUTPUT_COLUMNS]) if output_format == "csv" else b""


def result_bytes(output: OutputRow, output_format: OutputFormat) -> bytes:
    """Return one result: for CSV a row a hit, for JSON lines one object with everything."""
    if output.result is None:
        return b""
    if output_format == "csv":
        return csv_bytes(flat_rows(output))
    whole = {"row": output.input.row, "line": output.input.line} | result_dict(output.result)
    return canonical_json(whole).encode("utf-8") + b"\n"


def error_bytes(output: OutputRow) -> bytes:
    """Return the errors file's row for a faulty row; nothing for any other."""
    fault = output.input.fault
    if fault is None:
        return b""
    return csv_bytes([(str(output.input.row), str(output.input.line), fault, output.input.text)])
