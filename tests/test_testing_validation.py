"""A validation run counts what it says it counts, and gives the same bytes for the same seed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cli_helpers import error_of, run
from hypothesis import given
from hypothesis import strategies as st
from plain_screener import PARTIES, under_test

from sanctions_screen.errors import BatchError, SettingsError
from sanctions_screen.model import Subject
from sanctions_screen.store import ListStore
from sanctions_screen.testing import CONTROLS, ScreenerUnderTest, control_named
from sanctions_screen.testing.validation import (
    CleanSubject,
    ValidationReport,
    built_in_population,
    compare_validations,
    difference,
    draw_cases,
    draw_controls,
    interval,
    read_judgements,
    read_population,
    sample_size,
    validate_screener,
    write_line_cases,
)

COUNTS = st.integers(0, 500).flatmap(lambda tried: st.tuples(st.integers(0, tried), st.just(tried)))


@pytest.fixture(scope="module")
def own() -> ScreenerUnderTest:
    return ScreenerUnderTest.of_store(ListStore.embedded())


@pytest.fixture(scope="module")
def report(own: ScreenerUnderTest) -> ValidationReport:
    return validate_screener(own, cases=150, clean=150)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_cases(
    own: ScreenerUnderTest, report: ValidationReport
) -> None:
    assert validate_screener(own, cases=150, clean=150).canonical_json() == report.canonical_json()
    assert validate_screener(own, cases=150, clean=150, random_seed=1).cases_digest != report.cases_digest


def test_several_processes_give_the_bytes_of_one(
    own: ScreenerUnderTest, report: ValidationReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sanctions_screen.testing.validation.asking._WORTH_IT", 10)
    several = validate_screener(own, cases=150, clean=150, processes=2)
    assert several.canonical_json() == report.canonical_json()


def test_a_report_survives_json(report: ValidationReport) -> None:
    assert ValidationReport.model_validate_json(report.canonical_json()) == report


def test_every_table_counts_each_case_once(report: ValidationReport) -> None:
    for by in ("depth", "script", "kind", "list"):
        rows = report.table(by).rows
        assert sum(row.tried for row in rows) == report.detection.tried == len(report.case_scores)
        assert sum(row.found for row in rows) == report.detection.found
    for by in ("culture", "kind of the clean"):
        assert (
            sum(row.tried for row in report.table(by).rows) == report.alerts.tried == report.population.size
        )


def test_the_curve_falls_and_meets_today_s_figures_at_today_s_threshold(report: ValidationReport) -> None:
    detected = [point.detected for point in report.curve]
    alerted = [point.alerted for point in report.curve]
    assert detected == sorted(detected, reverse=True)
    assert alerted == sorted(alerted, reverse=True)
    today = next(point for point in report.curve if point.threshold == report.threshold)
    assert (today.detected, today.alerted) == (report.detection.found, report.alerts.found)


def test_the_report_tells_all_that_makes_it_again(report: ValidationReport) -> None:
    assert report.provenance is not None
    assert {each.list_id for each in report.lists} == {each.list_id for each in report.provenance.lists}
    assert report.provenance.weights_digest
    assert (report.screener, report.seed, report.made_on) == ("sanctions_screen.Screener", 0, None)


def test_a_listed_name_as_it_is_listed_is_found(report: ValidationReport) -> None:
    assert report.baseline.found == report.baseline.tried > 0


def test_any_screener_is_validated_at_the_threshold_that_is_given() -> None:
    plain = under_test(PARTIES)
    scored = validate_screener(plain, cases=60, clean=60, threshold=0.8)
    assert scored.provenance is None
    assert 0 < scored.detection.found < scored.detection.tried
    with pytest.raises(SettingsError, match="tells no threshold"):
        validate_screener(plain)


def test_a_screener_whose_scores_are_percent_is_refused_in_words() -> None:
    percent = replace(
        under_test(PARTIES), screen=lambda _: {"my-list:1": 87.0}, with_threshold=None, screen_many=None
    )
    with pytest.raises(SettingsError, match=r"scores 87\.0"):
        validate_screener(percent, cases=5, clean=5, threshold=0.8)


def test_a_screener_that_fails_is_named_with_whom_it_was_asked_for() -> None:
    def failing(subject: Subject) -> dict[str, float]:
        if not subject.name.isascii():
            raise RuntimeError("no such\nletter")
        return {}

    with pytest.raises(
        SettingsError, match=r"under test failed when .* asked for '.*': RuntimeError: no such letter"
    ):
        validate_screener(
            replace(under_test(PARTIES), screen=failing, with_threshold=None, screen_many=None),
            threshold=0.8,
            cases=60,
            clean=60,
        )


def test_what_changed_is_told_case_by_case_where_the_cases_are_the_same(
    own: ScreenerUnderTest, report: ValidationReport
) -> None:
    assert compare_validations(report, report).rates == ()
    stricter = validate_screener(own, cases=150, clean=150, threshold=0.95)
    changed = compare_validations(report, stricter, draw_cases(own.parties or (), 150))
    assert changed.same_cases
    assert changed.same_population
    assert changed.lost_count == report.detection.found - stricter.detection.found > 0
    assert changed.found_count == changed.alerts_new == 0
    assert all(each.asked and each.before >= 0.8 and each.now < 0.95 for each in changed.lost)
    assert ("threshold", "0.8", "0.95") in changed.differs


def test_other_cases_are_compared_by_their_shares_alone(
    own: ScreenerUnderTest, report: ValidationReport
) -> None:
    other = compare_validations(report, validate_screener(own, cases=150, clean=150, random_seed=1))
    assert not other.same_cases
    assert other.lost == ()
    assert all(each.low <= each.change <= each.high for each in other.rates)


@given(COUNTS)
def test_an_interval_holds_its_share_and_lies_between_0_and_1(counted: tuple[int, int]) -> None:
    found, tried = counted
    low, high = interval(found, tried)
    assert 0.0 <= low <= high <= 1.0
    assert tried == 0 or low <= found / tried + 1e-6
    assert tried == 0 or found / tried <= high + 1e-6


def test_intervals_and_sample_sizes_are_those_of_the_textbook() -> None:
    low, high = interval(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)  # Newcombe 1998, table I
    change, low, high = difference(56, 70, 48, 80)
    assert (change, round(low, 4), round(high, 4)) == (0.2, 0.0524, 0.3339)  # the same paper's example (a)
    assert sample_size(10_000_000, margin=0.05) == 385
    assert sample_size(50, margin=0.1) == 34
    assert sample_size(0) == 0


@given(COUNTS, COUNTS)
def test_a_difference_holds_itself(now: tuple[int, int], before: tuple[int, int]) -> None:
    change, low, high = difference(*now, *before)
    assert low <= change <= high


def test_the_built_in_population_has_names_of_its_own_in_every_culture() -> None:
    population = built_in_population(700)
    assert population == built_in_population(700)
    assert len({each.subject.name for each in population}) == len(population) == 700
    assert {"arabic", "burmese", "korean", "firms", "ships"} <= {each.culture for each in population}


def test_cases_are_the_same_in_whatever_order_the_parties_come() -> None:
    assert draw_cases(PARTIES, 80) == draw_cases(PARTIES[::-1], 80)
    assert {case.depth for case in draw_cases(PARTIES, 80)} == {0, 1, 2, 3}
    assert draw_cases((), 80) == ()


def test_controls_are_close_to_a_party_and_none() -> None:
    names = {name.text for party in PARTIES for name in party.names}
    drawn = draw_controls(PARTIES, 100)
    assert drawn == draw_controls(PARTIES[::-1], 100)
    for each in drawn:
        assert each.control.name == "born-another-day" or each.subject.name not in names
    assert len({each.name for each in CONTROLS}) == len(CONTROLS)
    with pytest.raises(KeyError, match="tokens-swapped"):
        control_named("nonsense")


def _customers(folder: Path, text: str) -> Path:
    path = folder / "customers.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_customers_are_read_with_what_is_known_of_them(tmp_path: Path) -> None:
    path = _customers(tmp_path, "name,culture,birth_date\nJan Bos,dutch,1970-01-02\nKim,,\n,,\n")
    first, second = read_population(path)
    assert first == CleanSubject(Subject(name="Jan Bos", birth_date="1970-01-02"), "dutch")
    assert (second.subject.name, second.culture) == ("Kim", "customers")
    assert len(read_population(path, 1)) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [("who\nKim\n", "no column holds the name"), ("name\n", "no customers"), ("name,kind\nKim\n", "line 2")],
)
def test_customers_that_cannot_be_read_are_refused_with_their_place(
    text: str, fault: str, tmp_path: Path
) -> None:
    with pytest.raises(BatchError, match=fault):
        read_population(_customers(tmp_path, text))
    with pytest.raises(BatchError, match="cannot read"):
        read_population(tmp_path / "nowhere.csv")


def test_customers_are_read_as_a_batch_reads_them(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = 'Kundenname;Geburtsdatum;Land\nJan Bos;16.07.1968;KP\n"Kim";soon;NL\n'
    first, second = read_population(_customers(tmp_path, text))
    assert first.subject == Subject(name="Jan Bos", birth_date="1968-07-16", countries=("KP",))
    assert second.subject == Subject(name="Kim", countries=("NL",))
    assert "line 3: Geburtsdatum 'soon'" in caplog.text


def test_judged_cases_come_back_as_figures(tmp_path: Path, own: ScreenerUnderTest) -> None:
    customers = tuple(
        CleanSubject(Subject(name=f"{name} {more}".strip()), "customers")
        for name in ("Kim Sok Chol", "Thein Htay", "Ri Yong", "Kim Jong", "Ocean Shipping", "Korea Mining")
        for more in ("", "Jun", "Ltd", "Su")
    )
    handed_out = validate_screener(own, cases=20, clean=customers)
    assert handed_out.line_cases
    assert sum(stratum.sampled for stratum in handed_out.strata) == len(handed_out.line_cases)
    path = tmp_path / "line.csv"
    write_line_cases(handed_out.line_cases, path)
    rows = path.read_text(encoding="utf-8-sig").splitlines()
    path.write_text("\n".join([rows[0], *(f"{row}same" for row in rows[1:])]), encoding="utf-8")
    verdicts = read_judgements(path)
    judged = validate_screener(own, cases=20, clean=customers, judgements=verdicts)
    assert sum(stratum.same for stratum in judged.strata) == len(handed_out.line_cases)
    above = next(stratum for stratum in judged.strata if stratum.side == "above" and stratum.judged)
    assert above.share_low == interval(above.same, above.judged)[0]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "case_id,verdict\nx,perhaps\n"])
def test_judgements_in_other_words_are_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "judged.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BatchError, match="verdict"):
        read_judgements(path)


def test_customers_are_read_as_is_told(tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_bytes("who|born\nFran\u00e7ois|03/04/1968\n".encode("cp1252"))
    told: dict[str, Any] = {
        "columns": {"name": "who", "birth_date": "born"}, "encoding": "cp1252", "delimiter": "|",
        "date_format": "dd/mm/yyyy",
    }  # fmt: skip
    (only,) = read_population(path, **told)
    assert only.subject == Subject(name="Fran\u00e7ois", birth_date="1968-04-03")
    for wrong in ({"delimiter": "||"}, {"date_format": "soon"}, {"columns": {"name": "whom"}}):
        with pytest.raises(BatchError):
            read_population(path, **(told | wrong))


def test_the_command_reads_customers_as_is_told_and_takes_no_such_option_without_them(tmp_path: Path) -> None:
    path, figures = _customers(tmp_path, "who\nJan Bos\n"), tmp_path / "figures.json"
    few = ("--cases", "20", "--clean", "20", "--json-file", figures)
    refused = run("validate", *few, "--customers", path)
    assert refused.exit_code == 2
    assert "--column" in error_of(refused)
    assert "--customers" in error_of(run("validate", *few, "--column", "name=who"))
    assert not figures.exists()
    done = run("validate", *few, "--customers", path, "--column", "name=who")
    assert (done.exit_code, json.loads(figures.read_text())["population"]["size"]) == (0, 1)
