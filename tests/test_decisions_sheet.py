"""Decisions beside a batch: the sheet a reviewer fills in, and what is entered of it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from deciding import HTAY, clear, log, on, store_of

from sanctions_screen import DecidedScreener, DecisionLog, Screener, screen_csv
from sanctions_screen.batch.results import read_hits
from sanctions_screen.batch.review import write_sheet
from sanctions_screen.batch.sheet import enter_decisions
from sanctions_screen.errors import BatchError, DecisionError

__all__ = ["log"]


@pytest.fixture
def batch(tmp_path: Path, log: DecisionLog) -> Callable[[str], Any]:
    customers = tmp_path / "customers.csv"
    customers.write_text("id,name\nC-1,Thein Htay\nC-2,Maria Fernandez\nC-3,Thein Htay\n", encoding="utf-8")
    store = store_of([HTAY])

    def run(output: str) -> Any:
        screener = DecidedScreener(Screener(store), DecisionLog(log.path), on=on(2))
        return screen_csv(customers, tmp_path / output, screener=screener)

    return run


def _edited(sheet: Path, **cells: str) -> None:
    """Fill in columns of the first row, as a reviewer does."""
    with sheet.open(encoding="utf-8", newline="") as stream:
        header, first, *rest = list(csv.reader(stream))
    edited = [cells.get(title, value) for title, value in zip(header, first, strict=True)]
    with sheet.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, edited, *rest])


REVIEWED = {"verdict": "cleared", "decided_by": "A. Reviewer", "decision_reason": "born in 1990"}


@pytest.mark.parametrize("again", ["again.csv", "again.jsonl"])
def test_what_a_reviewer_writes_into_the_sheet_suppresses_the_hit_next_time(
    batch: Any, tmp_path: Path, log: DecisionLog, again: str
) -> None:
    assert (batch("hits.jsonl").new, batch("hits.csv").suppressed) == (2, 0)
    _edited(tmp_path / "hits.csv", **REVIEWED)
    results = read_hits(tmp_path / "hits.jsonl")
    assert len(enter_decisions(tmp_path / "hits.csv", results, log)) == 1
    summary = batch(again)
    assert (summary.hits, summary.clear, summary.suppressed, summary.new) == (1, 2, 1, 1)
    listed = Path(summary.suppressed_file).read_text(encoding="utf-8").splitlines()
    assert len(listed) == 2
    assert "born in 1990" in listed[1]
    entered = enter_decisions(Path(summary.suppressed_file), read_hits(tmp_path / "hits.jsonl"), log)
    assert len(entered) == 1  # against results of before the decision it is news; against its own it is none


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("False positive", "cleared"),
        ("false-match", "cleared"),
        ("TRUE MATCH", "confirmed"),
        ("Open", "open"),
    ],
)
def test_a_verdict_in_reviewers_usual_words_is_read(
    batch: Any, tmp_path: Path, log: DecisionLog, written: str, meant: str
) -> None:
    batch("hits.jsonl")
    batch("hits.csv")
    _edited(tmp_path / "hits.csv", **(REVIEWED | {"verdict": written}))
    (entered,) = enter_decisions(tmp_path / "hits.csv", read_hits(tmp_path / "hits.jsonl"), log)
    assert entered.verdict == meant


def test_rows_that_say_nothing_new_are_not_entered_again(
    batch: Any, tmp_path: Path, log: DecisionLog
) -> None:
    batch("hits.jsonl")
    batch("hits.csv")
    _edited(tmp_path / "hits.csv", **REVIEWED)
    enter_decisions(tmp_path / "hits.csv", read_hits(tmp_path / "hits.jsonl"), log)
    batch("later.jsonl")
    batch("later.csv")
    assert enter_decisions(tmp_path / "later.csv", read_hits(tmp_path / "later.jsonl"), log) == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"verdict": "fine"}, "'fine' is no verdict"),
        ({"verdict": "cleared"}, "needs decided_by and decision_reason"),
        (REVIEWED | {"decision_until": "soon"}, "'soon' is no day"),
        (REVIEWED | {"party_id": "own:9"}, "no hit of row '1' on 'own:9'"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_entered_keeps_the_whole_sheet_out(
    batch: Any, tmp_path: Path, log: DecisionLog, cells: dict[str, str], said: str
) -> None:
    batch("hits.jsonl")
    batch("hits.csv")
    _edited(tmp_path / "hits.csv", **cells)
    with pytest.raises(DecisionError, match=f"nothing was entered: line 2: .*{said}"):
        enter_decisions(tmp_path / "hits.csv", read_hits(tmp_path / "hits.jsonl"), log)
    assert log.entries == ()


def test_a_sheet_that_excel_saved_with_semicolons_is_read(
    batch: Any, tmp_path: Path, log: DecisionLog
) -> None:
    batch("hits.jsonl")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "\ufeffrow;party_id;verdict;decided_by;decision_reason\r\n1;own:1;Cleared;A;younger\r\n",
        encoding="utf-8",
    )
    (entry,) = enter_decisions(sheet, read_hits(tmp_path / "hits.jsonl"), log)
    assert (entry.verdict, entry.reason) == ("cleared", "younger")


def test_a_workbook_that_a_reviewer_saved_is_read(batch: Any, tmp_path: Path, log: DecisionLog) -> None:
    calamine = pytest.importorskip("python_calamine")
    xlsxwriter = pytest.importorskip("xlsxwriter")
    batch("hits.jsonl")
    batch("hits.xlsx")
    header, *rows = calamine.load_workbook(str(tmp_path / "hits.xlsx")).get_sheet_by_index(0).to_python()
    told = REVIEWED | {"decision_until": date(2026, 12, 31), "decision_reason": "=born\nin 1990"}
    rows[0] = [told.get(title, value) for title, value in zip(header, rows[0], strict=True)]
    options = {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}
    with xlsxwriter.Workbook(str(tmp_path / "saved.xlsx"), options) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([header, *rows]):
            sheet.write_row(number, 0, row)
    (entry,) = enter_decisions(tmp_path / "saved.xlsx", read_hits(tmp_path / "hits.jsonl"), log)
    assert (entry.verdict, entry.reason, entry.until) == ("cleared", "=born in 1990", date(2026, 12, 31))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_made_of_the_results_has_the_batch_s_own_rows_and_is_entered_like_it(
    batch: Any, tmp_path: Path, log: DecisionLog, ending: str
) -> None:
    pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    batch("hits.jsonl")
    batch("hits.csv")
    results, made = read_hits(tmp_path / "hits.jsonl"), tmp_path / f"review.{ending}"
    assert write_sheet(results, made) == 2
    if ending == "csv":
        lines = (tmp_path / "hits.csv").read_text("utf-8").splitlines()
        assert made.read_text("utf-8-sig").splitlines() == [x for x in lines if ",clear," not in x]
        _edited(made, **REVIEWED)
        assert len(enter_decisions(made, results, log)) == 1
    else:
        assert enter_decisions(made, results, log) == ()
    with pytest.raises(BatchError, match="is there already"):
        write_sheet(results, made)


def test_a_sheet_of_another_kind_is_refused(batch: Any, tmp_path: Path) -> None:
    batch("hits.jsonl")
    with pytest.raises(BatchError, match=r"csv or \.xlsx"):
        write_sheet(read_hits(tmp_path / "hits.jsonl"), tmp_path / "review.pdf")


@pytest.mark.parametrize("told", ["2026-12-31", "31/12/2026", "12/31/2026", "31.12.2026", "2026/12/31"])
def test_a_last_day_is_read_as_a_spreadsheet_saves_it(
    batch: Any, tmp_path: Path, log: DecisionLog, told: str
) -> None:
    batch("hits.jsonl")
    batch("hits.csv")
    _edited(tmp_path / "hits.csv", **REVIEWED, decision_until=told)
    (entry,) = enter_decisions(tmp_path / "hits.csv", read_hits(tmp_path / "hits.jsonl"), log)
    assert entry.until == date(2026, 12, 31)


def test_a_last_day_that_has_two_readings_is_refused(batch: Any, tmp_path: Path, log: DecisionLog) -> None:
    batch("hits.jsonl")
    batch("hits.csv")
    _edited(tmp_path / "hits.csv", **REVIEWED, decision_until="03/04/2027")
    with pytest.raises(DecisionError, match="may be 2027-03-04 or 2027-04-03; write YYYY-MM-DD"):
        enter_decisions(tmp_path / "hits.csv", read_hits(tmp_path / "hits.jsonl"), log)


def test_a_damaged_workbook_and_one_without_the_columns_are_one_error(
    batch: Any, tmp_path: Path, log: DecisionLog
) -> None:
    pytest.importorskip("python_calamine")
    batch("hits.jsonl")
    batch("hits.xlsx")
    results = read_hits(tmp_path / "hits.jsonl")
    (tmp_path / "cut.xlsx").write_bytes((tmp_path / "hits.xlsx").read_bytes()[:900])
    with pytest.raises(DecisionError, match="damaged"):
        enter_decisions(tmp_path / "cut.xlsx", results, log)


def test_a_file_that_is_no_sheet_is_one_error(tmp_path: Path, batch: Any, log: DecisionLog) -> None:
    batch("hits.jsonl")
    with pytest.raises(DecisionError, match="no column row, party_id"):
        enter_decisions(tmp_path / "customers.csv", read_hits(tmp_path / "hits.jsonl"), log)


def test_a_stopped_batch_does_not_go_on_under_other_decisions(
    batch: Any, tmp_path: Path, log: DecisionLog
) -> None:
    first = json.loads(batch("hits.jsonl").provenance.decisions.canonical_json())
    clear(log, store_of([HTAY]))
    second = json.loads(batch("hits.jsonl").provenance.decisions.canonical_json())
    assert first != second
