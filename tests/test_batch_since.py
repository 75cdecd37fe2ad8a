"""A batch since an earlier run gives the bytes of a full run, and tells what changed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from cli_helpers import run

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
