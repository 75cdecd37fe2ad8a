"""Decisions entered from an edited file of hits: what a reviewer wrote into a batch's CSV or workbook.

Reach for :func:`enter_decisions` when a sheet comes back. The reviewer fills ``verdict`` (cleared, confirmed,
open or withdrawn), ``decided_by``, ``decision_reason`` and, if the decision has a last day,
``decision_until``; what the decision is on is taken from the results the sheet was made from, in full.
Guarantee: either every changed row is entered or, with one error that names them, none.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

from ..decisions import Decision, DecisionLog
from ..errors import BatchError, DecisionError
from ..model import Hit, ScreeningResult, Verdict
from .render import is_neutralised
from .results import HitsFile
from .workbooks import is_workbook, workbook_as_csv

__all__ = ["enter_decisions"]

_NEEDED = ("row", "party_id", "verdict", "decided_by", "decision_reason")
_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_WORDS: dict[str, Verdict] = {
    **{each: each for each in _VERDICTS},
    "false positive": "cleared", "false match": "cleared", "false hit": "cleared",
    "true positive": "confirmed", "true match": "confirmed", "true hit": "confirmed",
}  # fmt: skip
"""What reviewers call them."""
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y")
_SHOWN = 5
"""Faults told in one error; the count tells of the rest."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row that says something new."""

    result: ScreeningResult
    hit: Hit
    verdict: Verdict
    by: str
    reason: str
    until: date | None


def enter_decisions(
    sheet: Path, results: HitsFile, log: DecisionLog, *, by: str | None = None
) -> tuple[Decision, ...]:
    """Enter what a sheet decides; return the entries, in its order.

    Args:
        sheet: The edited CSV or workbook. A row whose verdict, reviewer, reason and last day are as the
            results have them says nothing new.
        results: The same batch's JSON lines.
        log: Where they are entered.
        by: The reviewer of rows that name none.

    Raises DecisionError, before anything is entered, for a sheet that is none or a row that cannot be.
    """
    hits = _hits(results)
    entries: list[_Entry] = []
    faults: list[str] = []
    for line, row in _rows(sheet):
        try:
            entry = _entry(row, hits, by)
        except ValueError as error:
            faults.append(f"line {line}: {error}")
        else:
            entries += [entry] if entry else []
    if faults:
        more = f"; and {len(faults) - _SHOWN:,} more" if len(faults) > _SHOWN else ""
        raise DecisionError(f"{sheet}: nothing was entered: {'; '.join(faults[:_SHOWN])}{more}")
    return tuple(
        log.decide(
            each.result.subject, each.hit, each.result.provenance,
            by=each.by, verdict=each.verdict, reason=each.reason, until=each.until,
        )
        for each in entries
    )  # fmt: skip


def _hits(results: HitsFile) -> dict[tuple[str, str], tuple[ScreeningResult, Hit]]:
    return {
        (str(row.row), hit.party.party_id): (row.result, hit)
        for row in results.rows
        if row.result
        for hit in (*row.result.hits, *row.result.suppressed)
    }


def _rows(sheet: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows under the header with their lines, of a CSV file or of a workbook."""
    try:
        raw = sheet.read_bytes()
    except OSError as error:
        raise DecisionError(f"cannot read {sheet}: {error.strerror}") from error
    saved = is_workbook(raw[:8])
    rows = _table(_workbook_text(raw, sheet) if saved else _text(raw, sheet))
    missing = [title for title in _NEEDED if title not in (rows.fieldnames or ())]
    if missing:
        raise DecisionError(f"{sheet}: no column {', '.join(missing)}; edit the file that batch wrote")
    try:
        for row in rows:
            cells = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
            # In a workbook text is text: no apostrophe was put before what looks like a formula.
            yield rows.line_num, cells if saved else {key: _bare(cell) for key, cell in cells.items()}
    except csv.Error as error:
        raise DecisionError(f"{sheet}, line {rows.line_num}: {error}") from error


def _text(raw: bytes, sheet: Path) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DecisionError(
            f"{sheet}: not UTF-8 at byte {error.start:,}; save it as 'CSV UTF-8', or as a workbook (.xlsx)"
        ) from error


def _workbook_text(raw: bytes, sheet: Path) -> str:
    """Return the sheet of a workbook that a batch wrote, as CSV, a row a line."""
    try:
        with workbook_as_csv(io.BytesIO(raw), sheet, [], []) as stream:
            text = stream.read().decode("utf-8")
    except BatchError as error:
        raise DecisionError(str(error)) from error
    return text.replace("\u2028", " ")


def _table(text: str) -> csv.DictReader[str]:
    """Return the rows of CSV; a sheet saved by Excel may have other delimiters than it was written with."""
    titles = text.partition("\n")[0].strip().replace('"', "")
    delimiter = next((each for each in ",;\t|" if "verdict" in titles.split(each)), ",")
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)


def _bare(text: str) -> str:
    return text[1:] if is_neutralised(text) else text


def _entry(
    row: Mapping[str, str], hits: Mapping[tuple[str, str], tuple[ScreeningResult, Hit]], by: str | None
) -> _Entry | None:
    """Return what a row decides, None when that is nothing new; ValueError when it cannot be entered."""
    verdict = _WORDS.get(" ".join(row["verdict"].lower().replace("-", " ").split()))
    if not row["verdict"]:
        return None
    if verdict is None:
        raise ValueError(f"{row['verdict']!r} is no verdict; write {', '.join(_VERDICTS)}")
    found = hits.get((row["row"], row["party_id"]))
    if found is None:
        raise ValueError(f"the results have no hit of row {row['row']!r} on {row['party_id']!r}")
    result, hit = found
    until = _day(row.get("decision_until", ""))
    told = (verdict, row["decided_by"] or by or "", row["decision_reason"], until)
    made = hit.decision
    if made and made.mark == "known" and told == (made.verdict, made.by, made.reason, made.until):
        return None
    if not told[1] or not told[2]:
        raise ValueError("a decision needs decided_by and decision_reason")
    return _Entry(result, hit, *told)


def _day(text: str) -> date | None:
    """Return a day in ISO 8601, or as a spreadsheet makes it when it saves CSV, where it has one reading."""
    if not text:
        return None
    found = sorted({day for form in _DAYS if (day := _as(text, form)) is not None})
    if len(found) == 1:
        return found[0]
    seen = f"may be {' or '.join(map(str, found))}" if found else "is no day"
    raise ValueError(f"decision_until {text!r} {seen}; write YYYY-MM-DD")


def _as(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).replace(tzinfo=UTC).date()
    except ValueError:
        return None
