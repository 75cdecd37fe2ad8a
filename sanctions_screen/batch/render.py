"""Results as bytes of CSV or JSON lines.

Reach for this module to write results down. Guarantee: the bytes depend on the results alone. A CSV cell
that a spreadsheet would run as a formula is given an apostrophe in front, also behind characters that do not
show; a control character, or one that turns the direction of writing, is written as its code (``\\u001b``).
Taking one apostrophe off every cell that :func:`is_neutralised` gives the text back; JSON lines are verbatim.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..model import canonical_json
from ..screening.rows import OUTPUT_COLUMNS, OutputRow, lost_in_part, own_titles, records_of, result_dict

__all__ = [
    "ERROR_COLUMNS",
    "Layout",
    "OutputFormat",
    "csv_bytes",
    "error_bytes",
    "flat_rows",
    "is_neutralised",
    "json_line",
    "shown",
]

OutputFormat = Literal["csv", "jsonl", "xlsx", "parquet"]
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


@dataclass(frozen=True, slots=True)
class Layout:
    """How results are laid out."""

    format: OutputFormat
    titles: tuple[str, ...] = ()
    """Of the user's own columns, as they are in the input."""
    delimiter: str = ","
    """Of CSV."""
    mark: bool = False
    """Whether CSV begins with a byte-order mark, by which Excel knows UTF-8."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The titles of all columns."""
        return (*OUTPUT_COLUMNS, *own_titles(self.titles))

    def beginning(self) -> bytes:
        """Return what the output begins with: the column names, or nothing for JSON lines."""
        if self.format == "csv":
            return (codecs.BOM_UTF8 if self.mark else b"") + csv_bytes([self.columns], self.delimiter)
        return b"" if self.format == "jsonl" else rows_line(self.columns)

    def result(self, output: OutputRow) -> bytes:
        """Return one row's result: for a table a row a hit, for JSON lines one object with everything."""
        if self.format == "jsonl":
            return json_line(_whole(output, self.titles))
        if self.format == "csv":
            return csv_bytes(flat_rows(output, len(self.titles)), self.delimiter)
        own = _own(output, len(self.titles))
        return b"".join(rows_line((*record, *own)) for record in records_of(output))


def _whole(output: OutputRow, titles: Sequence[str]) -> dict[str, Any]:
    row = output.input
    where: dict[str, Any] = {"row": row.row, "line": row.line}
    if row.not_used:
        where["not_used"] = list(row.not_used)
    if row.own:
        where["input"] = dict(zip(own_titles(titles), map(_plain, row.own), strict=False))
    if output.result is None:
        return where | {"outcome": "error", "hits": [], "reason": row.fault, "text": row.text}
    if output.result.only_delisted:
        where["only_delisted"] = True
    if in_part := lost_in_part(output):
        where["unscreenable"] = in_part
    return where | result_dict(output.result)


def _own(output: OutputRow, count: int) -> list[Any]:
    """Return the user's own cells, as many as there are columns."""
    own = [_plain(value) for value in output.input.own[:count]]
    return own + [None] * (count - len(own))


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float) else str(value)


def flat_rows(output: OutputRow, own: int = 0) -> list[tuple[str, ...]]:
    """Return the CSV rows of one result: :func:`records_of` as text, then so many of the user's own cells."""
    cells = ["" if value is None else str(value) for value in _own(output, own)]
    return [(*map(_cell_of, record), *cells) for record in records_of(output)]


def _cell_of(value: Any) -> str:
    return "" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)


def rows_line(values: Iterable[Any]) -> bytes:
    """Return the values of a row as a line of JSON, from which a sheet or a Parquet file is made."""
    return json.dumps(list(values), ensure_ascii=True).encode("ascii") + b"\n"


def csv_bytes(rows: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """Return rows as CSV: UTF-8, LF, quoted where needed, formulas neutralised."""
    return "".join(delimiter.join(_cell(cell, delimiter) for cell in row) + "\n" for row in rows).encode(
        "utf-8"
    )


def _cell(text: str, delimiter: str) -> str:
    """Return one cell, quoted where needed, for a bare CR too, which csv.writer leaves to end the row."""
    safe = _safe(shown(text))
    if _QUOTED.search(safe) or delimiter in safe:
        return '"' + safe.replace('"', '""') + '"'
    return safe


def error_bytes(output: OutputRow) -> bytes:
    """Return the errors file's row for a faulty row, and one for each thing in a row that nobody can have."""
    row = output.input
    faults = row.wrong if row.fault is None else (row.fault,)
    return csv_bytes([(str(row.row), str(row.line), fault, row.text) for fault in faults])
