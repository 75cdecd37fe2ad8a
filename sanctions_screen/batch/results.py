"""A file of results read again: what ``batch`` or ``screen --json`` wrote, one JSON object a line.

Reach for :func:`read_hits` to show results that were written earlier. Guarantee: a line that is no result is
an error naming it; none is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..errors import ReportError
from ..model import ScreeningResult, sha256_hex
from ..model.result import RESULT_SCHEMA

__all__ = ["HitsFile", "HitsRow", "read_hits"]

_RESULT_FIELDS = frozenset(ScreeningResult.model_fields)
_OWN = frozenset({"row", "line"})


@dataclass(frozen=True, slots=True)
class HitsRow:
    """One line of the file: a result, or why the subject has none."""

    row: int
    """The customer's row where the file tells it, else the line of this file."""
    result: ScreeningResult | None
    fault: str | None = None
    further: tuple[tuple[str, str], ...] = ()
    """What else the line says, by its name: a customer's own columns."""
    line: int = 0
    """The line of the customers' file on which the row begins; 0 where the results do not tell it."""


@dataclass(frozen=True, slots=True)
class HitsFile:
    """A file of results."""

    name: str
    sha256: str
    rows: tuple[HitsRow, ...]


def read_hits(path: Path) -> HitsFile:
    """Return the results of a file of JSON lines.

    Raises ReportError when the file cannot be read, or a line is no result of this library's.
    """
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise ReportError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReportError(
            f"{path}: not UTF-8 at byte {error.start:,}; give the JSON lines of batch"
        ) from error
    rows = tuple(_rows(path, text))
    if not rows:
        raise ReportError(f"{path}: holds no result; write some with batch IN {path}")
    return HitsFile(path.name, sha256_hex(raw), rows)


def _rows(path: Path, text: str) -> Iterator[HitsRow]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _row(f"{path}, line {number}", line, number)


def _row(where: str, line: str, number: int) -> HitsRow:
    try:
        whole = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReportError(
            f"{where}: no JSON object: {error}; give the JSON lines of batch, not CSV"
        ) from error
    if not isinstance(whole, dict):
        raise ReportError(f"{where}: no JSON object but {type(whole).__name__}")
    row = whole.get("row", number)
    row = row if isinstance(row, int) else number
    known = {key: value for key, value in whole.items() if key in _RESULT_FIELDS}
    others = {key: value for key, value in whole.items() if key not in _RESULT_FIELDS | _OWN}
    cells = others.pop("input", {})
    others |= cells if isinstance(cells, dict) else {"input": cells}
    further = tuple((key, _words(value)) for key, value in others.items())
    if "provenance" not in known:
        if not isinstance(whole.get("outcome"), str):
            raise ReportError(f"{where}: no result: it has neither provenance nor outcome")
        return HitsRow(row, None, _words(whole.get("reason") or whole["outcome"]), further)
    line = whole.get("line", 0)
    return HitsRow(row, _result(where, known), None, further, line if isinstance(line, int) else 0)


def _result(where: str, known: dict[str, Any]) -> ScreeningResult:
    schema = known.get("schema_version", RESULT_SCHEMA)
    if schema != RESULT_SCHEMA:
        raise ReportError(
            f"{where}: a result of schema {schema}, and this library reads {RESULT_SCHEMA}; screen again"
        )
    try:
        return ScreeningResult.model_validate_json(json.dumps(known))
    except (ValidationError, RecursionError) as error:
        first = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise ReportError(f"{where}: no result: {place}: {first['msg']}") from error


def _words(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
