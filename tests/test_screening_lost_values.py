"""A value that cannot be used costs itself alone, and is told; nobody is clear by a number that was lost."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from test_batch_as_people_have_them import table

from sanctions_screen import ListStore, Screener, Subject, screen_csv
from sanctions_screen.errors import SubjectError


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener(ListStore.embedded(), lists=["us-ofac-sdn"])


def test_a_birth_date_ahead_costs_itself_alone_in_a_batch(screener: Screener) -> None:
    subjects = [Subject(name="Thein Htay", birth_date="2055-09-07"), Subject(name="Nemo Vopuki")]
    first, second = screener.screen_batch(subjects)
    assert first.outcome == "hit"
    assert [note.sort for note in first.notes] == ["birth-date"]
    assert "without it" in first.notes[0].says
    assert first.hits == screener.screen(Subject(name="Thein Htay")).hits
    assert second.outcome == "clear"
    assert not second.notes
    assert [result.outcome for result in screener.screen_many(subjects)] == ["hit", "clear"]


def test_one_subject_with_a_birth_date_ahead_is_an_error(screener: Screener) -> None:
    with pytest.raises(SubjectError, match="is the century right"):
        screener.screen(Subject(name="Thein Htay", birth_date="2055-09-07"))


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_a_row_whose_number_lost_digits_is_not_clear(tmp_path: Path, screener: Screener, suffix: str) -> None:
    source = tmp_path / "customers.csv"
    source.write_text("name,imo\nNemo Vopuki,9.07473E+06\nThein Htay,9.07473E+06\nNemo Vopuki,9074729\n")
    summary = screen_csv(source, tmp_path / f"hits.{suffix}", screener=screener)
    assert (summary.clear, summary.unscreenable, summary.hits) == (1, 1, 1)
    if suffix == "csv":
        lost, found, *_, whole = table(summary)
        assert (lost["outcome"], whole["outcome"]) == ("unscreenable", "clear")
        assert found["outcome"].startswith("hit")
        assert "digits may be lost" in lost["explanation"]
    else:
        lost = json.loads(Path(summary.output).read_text().splitlines()[0])
        assert "digits may be lost" in lost["unscreenable"]


@pytest.mark.parametrize(
    ("born", "number", "told"),
    [
        ("2055-09-07", "", "nobody screened is born so late"),
        ("1334-06-16", "", "no customer is born in 1334"),
        ("", "9.07473E+06", "digits may be lost"),
        ("2055-09-07", "9.07473E+06", "digits may be lost"),
    ],
)
def test_what_nobody_can_have_is_in_the_errors_file_and_costs_no_screening(
    tmp_path: Path, screener: Screener, born: str, number: str, told: str
) -> None:
    source = tmp_path / "customers.csv"
    source.write_text(f"name,dob,imo\nThein Htay,1955-09-07,\nThein Htay,{born},{number}\n")
    summary = screen_csv(source, tmp_path / "hits.csv", screener=screener)
    assert (summary.rows, summary.hits, summary.errors, summary.partly_screened) == (2, 2, 0, 1)
    wrong = list(csv.DictReader(Path(summary.errors_file).read_text(encoding="utf-8").splitlines()))
    assert {(row["row"], row["line"]) for row in wrong} == {("2", "3")}
    assert len(wrong) == bool(born) + bool(number)
    assert any(told in row["reason"] for row in wrong)
    assert all(row["reason"].endswith("screened without it") for row in wrong)
    assert all(row["reason"] in table(summary)[-1]["not_used"] for row in wrong)


def test_a_cell_that_cannot_be_read_is_no_error_of_the_row(tmp_path: Path, screener: Screener) -> None:
    source = tmp_path / "customers.csv"
    source.write_text("name,dob,kind\nThein Htay,31/31/1955,Sole trader\n")
    summary = screen_csv(source, tmp_path / "hits.csv", screener=screener)
    assert (summary.hits, summary.partly_screened) == (1, 1)
    assert Path(summary.errors_file).read_text() == "row,line,reason,text\n"
