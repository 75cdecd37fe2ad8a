"""Identities and decisions on the command line: what is shown, and what the exit code says."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from cli_helpers import error_of, objects, run


def test_hits_that_are_one_bearer_are_shown_to_be(tmp_path: Path) -> None:
    shown = run("screen", "Kim Sok-chol", "--exit-zero").stdout
    assert "Held to be one bearer" in shown
    assert "un-sc: listed 2016-11-30  un-sc:KPi.036" in shown


def test_the_history_of_a_name_is_one_timeline_over_all_lists_first() -> None:
    shown = run("history", "Kim Sok-chol").stdout
    first = shown.index("2015-11-13  listed   us-ofac-sdn:17622")
    assert first < shown.index("2016-11-30  listed   un-sc:KPi.036") < shown.index("announced as listed")
    assert "certain: un-sc:KPi.036, us-ofac-sdn:17622: both have passport 472310082" in shown


def test_in_json_each_history_names_those_it_is_one_bearer_with() -> None:
    told = {
        each["party_id"]: each.get("one_bearer_with")
        for each in objects(run("history", "Kim Sok-chol", "--json"))
    }
    assert told["un-sc:KPi.036"] == ["us-ofac-sdn:17622"]


def test_a_batch_a_sheet_and_a_log_from_the_command_line(tmp_path: Path) -> None:
    customers, sheet = tmp_path / "customers.csv", tmp_path / "hits.csv"
    results, log = tmp_path / "hits.jsonl", tmp_path / "log.jsonl"
    customers.write_text("id,name\nC-1,Thein Htay\n", encoding="utf-8")
    for out in (sheet, results):
        first = run("batch", str(customers), str(out), "--decisions", str(log))
        assert first.exit_code == 4
        assert f"there is no log {log} yet" in first.stderr
    with sheet.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0] |= {"verdict": "cleared", "decision_reason": "a dentist in Mandalay"}
    with sheet.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    add = ("decisions", "add", str(sheet), "--results", str(results), "--log", str(log))
    assert "needs decided_by" in error_of(run(*add))
    assert json.loads(run(*add, "--by", "A. Reviewer", "--json").stdout)["entered"] == 1
    again = run(
        "batch", str(customers), str(results), "--decisions", str(log), "--restart", "--max-hits", "1"
    )
    assert again.exit_code == 0
    assert "there is no log" not in again.stderr
    assert "1  suppressed" in again.stdout
    assert "dentist" in run("decisions", "list", "--log", str(log)).stdout
    head = json.loads(run("decisions", "verify", "--log", str(log), "--json").stdout)["head"]
    assert run("decisions", "verify", "--log", str(log), "--head", head).exit_code == 0
    page = tmp_path / "page.html"
    assert run("report", str(results), "-o", str(page)).exit_code == 0
    assert "a dentist in Mandalay" in page.read_text(encoding="utf-8")


def test_a_log_that_is_not_there_and_a_file_of_no_results_are_one_error(tmp_path: Path) -> None:
    missing = str(tmp_path / "log.jsonl")
    assert "there is no log" in error_of(run("decisions", "verify", "--log", missing))
    (tmp_path / "hits.csv").write_text("name\n", encoding="utf-8")
    refused = run("report", str(tmp_path / "hits.csv"), "-o", str(tmp_path / "page.html"))
    assert "give the JSON lines of batch" in error_of(refused)
