"""A sheet for reviewers, made of a batch's JSON lines: no need to screen the file a second time.

Reach for :func:`write_sheet` before decisions are made; what comes back is for
:func:`~.sheet.enter_decisions`. Guarantee: the sheet has the rows that the same batch would have written for
its hits, suppressed ones too, and nothing stands under its name until it is complete.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..errors import BatchError
from ..screening.rows import InputRow, OutputRow
from .render import Layout, OutputFormat
from .results import HitsFile, HitsRow
from .workbooks import write_workbook

__all__ = ["write_sheet"]

_FORMATS: Final[dict[str, OutputFormat]] = {".csv": "csv", ".xlsx": "xlsx"}
_NOT_OWN: Final = frozenset({"not_used", "only_delisted", "text"})
"""What a line says beside its result that is no column of the customer's file."""


def write_sheet(results: HitsFile, sheet: Path) -> int:
    """Write a row a hit, with the columns that a reviewer fills in; return how many rows.

    Args:
        results: A batch's JSON lines, as read.
        sheet: A file that is not there yet: .csv, which begins with a byte-order mark, or .xlsx.

    Raises BatchError for another ending, a file that is there (a reviewer's work may be in it), and one that
    cannot be written; MissingExtraError without the extra ``spreadsheets``.
    """
    wanted = _FORMATS.get(sheet.suffix.casefold())
    if wanted is None:
        raise BatchError(f"cannot write {sheet}: a sheet for reviewers is .csv or .xlsx")
    hits = [row for row in results.rows if row.result and (row.result.hits or row.result.suppressed)]
    titles = tuple(dict.fromkeys(title for row in hits for title, _ in _own(row)))
    layout = Layout(wanted, titles, mark=True)
    rows = io.BytesIO(layout.beginning() + b"".join(layout.result(each) for each in _rows(hits, titles)))
    made = io.BytesIO()
    if wanted == "xlsx":
        write_workbook(rows, made)
    try:
        with sheet.open("xb") as target:
            target.write((made if wanted == "xlsx" else rows).getvalue())
    except FileExistsError as error:
        raise BatchError(f"{sheet} is there already, perhaps with somebody's decisions in it") from error
    except OSError as error:
        raise BatchError(f"cannot write {sheet}: {error.strerror}") from error
    return sum(len((*row.result.hits, *row.result.suppressed)) for row in hits if row.result)


def _own(row: HitsRow) -> Iterator[tuple[str, str]]:
    return ((title, text) for title, text in row.further if title not in _NOT_OWN)


def _rows(hits: list[HitsRow], titles: tuple[str, ...]) -> Iterator[OutputRow]:
    for row in hits:
        assert row.result is not None
        own, further = dict(_own(row)), dict(row.further)
        not_used = tuple(json.loads(further["not_used"])) if "not_used" in further else ()
        cells = tuple(own.get(title, "") for title in titles)
        given = InputRow(row.row, row.line, row.result.subject, not_used=not_used, own=cells)
        yield OutputRow(given, row.result)
