"""A batch since an earlier run gives the bytes of a full run, and tells what changed."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from cli_helpers import run

from sanctions_screen import ListStore, Screener, Subject
from sanctions_screen.batch.since import SinceScreener
from sanctions_screen.model import Party, Provenance
from sanctions_screen.screening import rescreen

CUSTOMERS = "id,name,dob\n1,Thein Htay,07/09/1955\n2,Bob Stone,31/12/1960\n3,***,\n4\n5,Kim Sok-chol,\n"


@pytest.fixture
def previous(tmp_path: Path) -> Path:
    (tmp_path / "in.csv").write_text(CUSTOMERS)
    run("batch", tmp_path / "in.csv", tmp_path / "then.jsonl", "--as-of", "2016-10-06")
    return tmp_path / "then.jsonl"


@pytest.mark.parametrize("day", ["2016-10-06", "2012-06-30", "2017-06-30"])
def test_the_output_is_that_of_a_full_run(tmp_path: Path, previous: Path, day: str) -> None:
    options = ("--as-of", day, "--leave-out-later-lists") if day == "2012-06-30" else ("--as-of", day)
    full = run("batch", tmp_path / "in.csv", tmp_path / "full.jsonl", *options)
    since = run("batch", tmp_path / "in.csv", tmp_path / "now.jsonl", "--since", previous, *options)
    assert since.exit_code == full.exit_code
    assert (tmp_path / "now.jsonl").read_bytes() == (tmp_path / "full.jsonl").read_bytes()


def test_what_changed_is_told_by_party_and_few_are_judged(tmp_path: Path, previous: Path) -> None:
    told = run(
        "batch", tmp_path / "in.csv", tmp_path / "now.csv", "--since", previous, "--as-of", "2017-06-30"
    )
    with (tmp_path / "now.changes.csv").open() as stream:
        changes = [
            (row["reference"], row["change"], row["before"], row["after"]) for row in csv.DictReader(stream)
        ]
    assert ("1", "changed-status", "listed", "delisted") in changes
    assert "2 of 5 rows were judged anew" in told.stderr


def test_what_is_no_earlier_run_is_refused_in_one_line(tmp_path: Path, previous: Path) -> None:
    previous.write_text("name\nBob\n")
    told = run("batch", tmp_path / "in.csv", tmp_path / "now.csv", "--since", previous)
    assert told.exit_code == 2
    assert "line 1: no result of batch" in told.stderr


def test_what_the_lists_were_is_read_once_however_often_rows_are_asked(
    previous: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    changed_parties = rescreen.changed_parties

    def counted(store: ListStore, before: Provenance, screener: rescreen.ScreensAnew) -> list[Party]:
        read.append(str(before.as_of))
        return changed_parties(store, before, screener)

    monkeypatch.setattr(rescreen, "changed_parties", counted)
    with ListStore.embedded() as store:
        since = SinceScreener(Screener(store, as_of=date(2017, 6, 30)), store, previous)
        for _ in range(3):
            since.screen(Subject(name="Kim Sok-chol", reference="5"))
    assert since.judged == 3
    assert read == ["2016-10-06"]


@pytest.mark.parametrize("decided_before", [False, True])
def test_since_an_earlier_run_decisions_are_held_to_as_in_a_full_run(
    tmp_path: Path, previous: Path, decided_before: bool
) -> None:
    log = tmp_path / "log.jsonl"
    with_log = ("--decisions", log)
    run("batch", tmp_path / "in.csv", tmp_path / "then.csv", "--as-of", "2016-10-06")
    _clear(tmp_path / "then.csv", "Thein Htay")
    if decided_before:
        run("batch", tmp_path / "in.csv", previous, "--as-of", "2016-10-06", *with_log)
    entered = run("decisions", "add", tmp_path / "then.csv", "--results", previous, "--log", log)
    assert entered.exit_code == 0
    for day in ("2016-10-06", "2017-06-30"):
        full = run("batch", tmp_path / "in.csv", tmp_path / "full.jsonl", *with_log, "--as-of", day)
        since = run(
            "batch",
            tmp_path / "in.csv",
            tmp_path / "now.jsonl",
            *with_log,
            "--since",
            previous,
            "--as-of",
            day,
        )
        assert since.exit_code == full.exit_code
        assert (tmp_path / "now.jsonl").read_bytes() == (tmp_path / "full.jsonl").read_bytes()
        assert "2 of 5 rows were judged anew" in since.stderr
        with (tmp_path / "now.jsonl.changes.csv").open() as stream:
            changes = {(row["reference"], row["change"]) for row in csv.DictReader(stream)}
        assert bool(changes) == (day == "2017-06-30")  # what was decided is no news of the lists
        assert "gone-hit" not in {change for _, change in changes}


def _clear(sheet: Path, name: str) -> None:
    with sheet.open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    told = {"verdict": "cleared", "decided_by": "A", "decision_reason": "younger"}
    with sheet.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | (told if row["name"] == name and row["party_id"] else {}) for row in rows)
