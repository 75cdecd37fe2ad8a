"""The page of a validation shows every figure, and names as text; the command writes it and its JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from cli_helpers import error_of, run

from sanctions_screen.model import Subject
from sanctions_screen.report.validation_page import validation_page
from sanctions_screen.report.validation_plots import bar_of, curve_view
from sanctions_screen.store import ListStore
from sanctions_screen.testing import ScreenerUnderTest
from sanctions_screen.testing.validation import (
    CleanSubject,
    CurvePoint,
    Rate,
    ValidationReport,
    compare_validations,
    validate_screener,
)

DAY = date(2026, 11, 28)
SMALL = ("validate", "--cases", "40", "--clean", "40")


@pytest.fixture(scope="module")
def report() -> ValidationReport:
    clean = tuple(
        CleanSubject(Subject(name=name), "customers")
        for name in ("<script>alert(1)</script> Kim Sok Chol", "Thein Htay", "Nemo Vopuki")
    )
    return validate_screener(ScreenerUnderTest.of_store(ListStore.embedded()), cases=60, clean=clean)


def test_the_page_shows_each_table_the_worst_cases_what_it_rests_on_and_a_place_to_sign(
    report: ValidationReport,
) -> None:
    page = validation_page(report, made_on=DAY, again="sanctions-screen validate")
    for told in ("Validation of sanctions_screen.Screener", "2026-11-28", "Validated by", "Signature"):
        assert told in page
    for row in (*report.table("perturbation").rows, *report.controls.rows):
        assert f"<td>{row.label}</td>" in page
    assert report.lists[0].digest in page
    assert report.cases_digest in page
    assert page.count("<polyline") == 2
    assert "No case above or below the line has been judged yet" in page
    assert page == validation_page(report, made_on=DAY, again="sanctions-screen validate")


def test_names_of_customers_stay_text(report: ValidationReport) -> None:
    assert any("<script>" in case.subject for case in report.line_cases)
    page = validation_page(report, made_on=DAY)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_changed_since_another_run_stands_on_the_page(report: ValidationReport) -> None:
    before = report.model_copy(update={"threshold": 0.95, "alerts": report.detection})
    page = validation_page(report, made_on=DAY, comparison=compare_validations(before, report))
    assert "Since the run compared with" in page
    assert "cases were found then and are missed now" in page


def test_a_curve_without_anybody_to_count_is_still_drawn() -> None:
    view = curve_view([CurvePoint(threshold=0.8, detected=0, alerted=0)], 0, 0, 0.8)
    assert view.found
    assert bar_of(Rate(label="nobody", tried=0, found=0)).width == 0.0


def test_the_command_writes_page_figures_and_pairs_and_reads_them_back(tmp_path: Path) -> None:
    page, figures, pairs = (tmp_path / name for name in ("v.html", "v.json", "pairs.csv"))
    first = run(*SMALL, "--html", page, "--json-file", figures, "--line-cases", pairs)
    assert first.exit_code == 0, first.stderr
    assert "Found least" in first.stdout
    written = figures.read_bytes()
    again = run(*SMALL, "--json-file", figures, "--judged", pairs, "--compare", figures, "--html", page)
    assert again.exit_code == 0, again.stderr
    assert figures.read_bytes() == written
    assert "Since the run compared with" in page.read_text(encoding="utf-8")
    assert json.loads(run(*SMALL, "--json").stdout) == json.loads(written)


def test_another_screener_is_validated_by_its_name(tmp_path: Path) -> None:
    done = run(*SMALL, "--screener", "test_testing_adapters:plain", "--threshold", "0.8", "--json")
    told = ValidationReport.model_validate_json(done.stdout)
    assert told.screener == "test_testing_adapters:plain"
    assert told.detection.found == 0  # it screens against parties of its own


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--screener", "nowhere:screen"), "--threshold"),
        (("--screener", "nowhere:screen", "--threshold", "0.8"), "nowhere"),
        (("--customers", "nowhere.csv"), "nowhere.csv"),
        (("--judged", "nowhere.csv"), "nowhere.csv"),
        (("--compare", "nowhere.json"), "cannot read nowhere.json: No such file or directory"),
        (("--compare", __file__), "no figures of an earlier validation; give what --json-file"),
    ],
)
def test_a_user_s_mistake_is_told_in_one_line(options: tuple[str, ...], told: str) -> None:
    assert told in error_of(run(*SMALL, *options))
