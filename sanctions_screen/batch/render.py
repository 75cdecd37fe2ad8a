"""Results as bytes of CSV or JSON lines.

Reach for this module to write results down. Guarantee: the bytes depend on the results alone. A CSV cell
that a spreadsheet would run as a formula is given an apostrophe in front, also behind characters that do not
show; a control character, or one that turns the direction of writing, is written as its code (``\\u001b``).
Taking one apostrophe off every cell that :func:`is_neutralised` gives the text back; JSON lines are verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from ..model import canonical_json
from .rows import OUTPUT_COLUMNS, OutputRow, flat_rows, result_dict

__all__ = [
    "ERROR_COLUMNS",
    "OutputFormat",
    "csv_bytes",
    "error_bytes",
    "header_bytes",
    "is_neutralised",
    "json_line",
    "result_bytes",
    "shown",
]

OutputFormat = Literal["csv", "jsonl"]
ERROR_COLUMNS = ("row", "line", "reason", "text")

# OWASP, "CSV Injection": = + - @ tab and carriage return, and the full-width forms spreadsheets fold to them.
# Before them a spreadsheet may pass over what does not show: spaces, joiners, marks of direction.
_UNSEEN = (
    r"\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef"
)
_FORMULA = re.compile(rf"[{_UNSEEN}]*'*[{_UNSEEN}]*[=+\-@\t\r＝＋－＠]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


_QUOTED = re.compile(r'[",\r\n]')
# Characters that are no line end in JSON but are one to some readers, or a control code to a terminal, or
# half a character: an argument that is not in the terminal's encoding reaches Python as such halves.
_UNSAFE_IN_A_LINE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def json_line(value: dict[str, Any]) -> bytes:
    """Return *value* as one line of UTF-8: canonical JSON, with what could break the line escaped."""
    text = _UNSAFE_IN_A_LINE.sub(lambda found: f"\\u{ord(found[0]):04x}", canonical_json(value))
    return text.encode("utf-8") + b"\n"


def is_neutralised(cell: str) -> bool:
    """Tell whether an apostrophe was put in front of this cell when it was written."""
    return cell.startswith("'") and _FORMULA.match(cell[1:]) is not None


def shown(text: str) -> str:
    """Return *text* with what steers a terminal or turns the direction of writing as its code."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV: UTF-8, commas, LF, quoted where needed, formulas neutralised."""
    return "".join(",".join(map(_cell, row)) + "\n" for row in rows).encode("utf-8")


def _cell(text: str) -> str:
    """Return one cell, quoted where needed, for a bare CR too, which csv.writer leaves to end the row."""
    safe = _safe(shown(text))
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe


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
    return json_line(whole)


def error_bytes(output: OutputRow) -> bytes:
    """Return the errors file's row for a faulty row; nothing for any other."""
    fault = output.input.fault
    if fault is None:
        return b""
    return csv_bytes([(str(output.input.row), str(output.input.line), fault, output.input.text)])
