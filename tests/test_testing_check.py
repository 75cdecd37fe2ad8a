"""Checking a screener from outside: what it takes, what it reports, what it refuses."""

from __future__ import annotations

import doctest
import math
import subprocess
import sys
from typing import Any

import pytest
from plain_screener import PARTIES, under_test

from sanctions_screen import testing
from sanctions_screen.errors import SettingsError
from sanctions_screen.model import Name, Subject
from sanctions_screen.testing import (
    ALL_LAWS,
    Law,
    LawReport,
    LawsBrokenError,
    Perturbation,
    RawAnswer,
    Screen,
    ScreenerUnderTest,
    Trial,
    Violation,
    answer_of,
    catalogue,
    check,
    check_screener,
    law_named,
    measure_survival,
    perturbation_named,
    perturbations,
    survives,
)
from sanctions_screen.testing.drawing import is_unrelated

GOOD = under_test(PARTIES)
BLIND = ScreenerUnderTest(lambda _: (), parties=PARTIES)
SAME_NAME = [law_named("same-name")]


def test_a_bare_callable_is_judged_and_what_cannot_be_judged_says_what_it_needs() -> None:
    report = check_screener(GOOD.screen, PARTIES, max_examples=20)
    assert report.ok
    reasons = {result.law: result.reason for result in report.not_checked}
    assert reasons.keys() == {
        "batch", "threshold", "list-order", "status", "delisted-is-found", "not-yet-listed",
        "day-asked",
    }  # fmt: skip
    assert "screen_many" in (reasons["batch"] or "")


def test_a_law_without_a_party_to_try_it_on_says_so() -> None:
    result = check_screener(GOOD, PARTIES[:1], laws=[law_named("survives-legal-form")]).result_of(
        "survives-legal-form"
    )
    assert (result.outcome, result.reason) == (
        "not-checked",
        "there is no organisation with a name that this changes",
    )


def test_a_screener_that_scores_everybody_is_judged_at_a_threshold() -> None:
    def scores_everybody(subject: Subject) -> dict[str, float]:
        found = dict(row[:2] for row in GOOD.screen(subject))  # type: ignore[misc]
        return {party.party_id: found.get(party.party_id, 0.1) for party in PARTIES}

    laws = [law_named("unrelated-is-clear")]
    assert not check_screener(scores_everybody, PARTIES, laws=laws).ok
    assert check_screener(ScreenerUnderTest(scores_everybody, threshold=0.8), PARTIES, laws=laws).ok


def test_the_same_check_twice_gives_the_same_report_byte_for_byte() -> None:
    broken = under_test(PARTIES, "case")
    laws = [law_named(name) for name in ("survives-case", "same-answer", "unrelated-is-clear")]
    first, second = (check_screener(broken, laws=laws, max_examples=30) for _ in range(2))
    assert first.canonical_json() == second.canonical_json()
    assert first.failures


def test_another_seed_tries_other_examples() -> None:
    asked: list[list[str]] = [[], []]

    def noting(names: list[str]) -> Screen:
        def screen(subject: Subject) -> RawAnswer:
            names.append(subject.name)
            return ()

        return screen

    for seed, names in enumerate(asked):
        check_screener(noting(names), PARTIES, laws=[law_named("any-text")], random_seed=seed)
    assert asked[0] != asked[1]


def test_no_more_examples_are_tried_than_asked_for() -> None:
    report = check_screener(GOOD, max_examples=7)
    # These ask one set of questions, again or in another process: not by example.
    sets = {"in-time", "same-answer", "other-process"}
    assert all(result.examples <= 7 for result in report.results if result.law not in sets)


def test_failures_are_raised_as_an_assertion_with_the_table() -> None:
    with pytest.raises(AssertionError, match="is not found by its own name") as caught:
        check_screener(BLIND, laws=SAME_NAME).raise_for_failures()
    assert isinstance(caught.value, LawsBrokenError)
    check_screener(GOOD, laws=SAME_NAME).raise_for_failures()


def test_a_report_in_which_nothing_could_be_checked_is_not_a_pass() -> None:
    report = check_screener(GOOD.screen, PARTIES, laws=[law_named("batch")])
    assert not report.failures
    assert not report.ok


def test_the_table_names_every_law_and_each_failure_with_what_was_asked() -> None:
    text = str(check_screener(BLIND, max_examples=3))
    assert all(law.name in text for law in ALL_LAWS)
    assert "'name': 'HTAY, Thein'" in text


def test_a_report_survives_json() -> None:
    report = check_screener(BLIND, laws=SAME_NAME)
    assert LawReport.model_validate_json(report.canonical_json()).failures[0].law == "same-name"


def test_a_law_of_one_s_own_is_checked_like_the_others() -> None:
    def check_never_thein_sein(trial: Trial, data: object) -> None:
        subject = Subject(name="Thein Sein")
        if trial.ask(subject).scores:
            raise Violation("Thein Sein is nobody on this list", subject=subject)

    mine = Law("not-thein-sein", "Thein Sein is clear.", check_never_thein_sein)
    assert check_screener(GOOD, laws=[mine]).ok
    everybody = ScreenerUnderTest(lambda _: {"my-list:1": 1.0}, parties=PARTIES)
    assert [result.law for result in check_screener(everybody, laws=[mine]).failures] == ["not-thein-sein"]


def test_a_perturbation_of_one_s_own_makes_a_law() -> None:
    backwards = Perturbation("backwards", "a name is spelt backwards", "must", lambda name, _: name[::-1])
    assert not check_screener(GOOD, laws=[survives(backwards)]).ok


@pytest.mark.parametrize("answer", ["a text", 3, [("only-an-id",)], [(1, 0.5)], {"id": "much"}, None])
def test_an_answer_no_law_can_read_is_the_caller_s_mistake_and_says_the_forms(answer: object) -> None:
    with pytest.raises(SettingsError, match="mapping from party id to score"):
        check_screener(lambda _: answer, PARTIES)  # type: ignore[arg-type,return-value]


@pytest.mark.parametrize("how", [{"parties": ()}, {"laws": ()}, {"max_examples": 0}])
def test_a_check_of_nothing_is_refused(how: dict[str, object]) -> None:
    with pytest.raises(SettingsError):
        check_screener(GOOD.screen, **{"parties": PARTIES, **how})  # type: ignore[arg-type]


def test_a_party_that_is_answered_twice_counts_with_its_best_score() -> None:
    assert answer_of([("a", 0.8), ("b", 0.9), ("a", 0.85)], threshold=0.81).scores == {"a": 0.85, "b": 0.9}


def test_a_score_at_the_threshold_is_a_hit_and_the_best_of_two_counts_whatever_their_order() -> None:
    assert answer_of({"a": 0.8}, threshold=0.8).scores == {"a": 0.8}
    assert answer_of([("a", 0.9), ("a", 0.8)]).scores == {"a": 0.9}


def test_a_score_that_is_no_number_is_not_hidden_by_one_that_is() -> None:
    scores = answer_of([("a", 0.9), ("a", float("nan")), ("b", float("nan"))], threshold=0.5).scores
    assert all(math.isnan(score) for score in scores.values())
    assert scores.keys() == {"a", "b"}


def test_nobody_is_asked_to_find_a_party_by_a_name_its_publisher_calls_weak() -> None:
    party = PARTIES[0].model_copy(
        update={"names": (*PARTIES[0].names, Name(text="The General", role="weak"))}
    )
    assert check_screener(GOOD.screen, [party], laws=SAME_NAME).ok


def test_a_failure_that_does_not_come_back_is_still_a_failure() -> None:
    asked: list[Subject] = []

    def fails_once(subject: Subject) -> RawAnswer:
        asked.append(subject)
        return () if len(asked) == 1 else GOOD.screen(subject)

    result = check_screener(fails_once, PARTIES, laws=SAME_NAME).result_of("same-name")
    assert result.outcome == "broken"
    assert result.counterexample is not None
    assert "asked again" in result.counterexample.said


@pytest.mark.parametrize(
    ("text", "unrelated"),
    [
        ("Thein Wojuki", False),  # shares a part with a listed name
        ("Theinhtay", False),  # is one, written together
        ("Thein Htai", False),
        ("Vopuki Wojazu", True),
    ],
)
def test_a_name_counts_as_unrelated_only_when_it_is_far_from_every_listed_one(
    text: str, unrelated: bool
) -> None:
    assert is_unrelated(Trial(GOOD, PARTIES), text) is unrelated


def test_survival_leaves_weak_names_and_names_not_found_as_listed_out() -> None:
    named = PARTIES[0].model_copy(
        update={"names": (Name(text="Thein Htay"), Name(text="Nay Win", role="weak"))}
    )
    chosen = [perturbation_named("full-width")]
    everybody = measure_survival(lambda _: {named.party_id: 1.0}, [named], perturbations=chosen)
    assert everybody.rows[0].tried == 1
    assert measure_survival(BLIND.screen, PARTIES, perturbations=chosen).rows[0].tried == 0


def test_survival_counts_what_is_still_found_and_keeps_examples_of_what_is_not() -> None:
    chosen = [perturbation_named("case"), perturbation_named("letter-dropped")]
    report = measure_survival(GOOD.screen, PARTIES, perturbations=chosen)
    case, dropped = report.rows
    assert case.share == 1.0
    assert dropped.share is not None
    assert dropped.share < 0.5
    assert len(dropped.lost) == 3
    assert "letter-dropped" in str(report)
    assert report == measure_survival(GOOD.screen, PARTIES, perturbations=chosen)


@pytest.mark.parametrize("module", [check, catalogue, perturbations])
def test_the_examples_in_the_documentation_run(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted > 0
    assert result.failed == 0


def _python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_without_hypothesis_the_import_names_the_extra() -> None:
    done = _python("import sys; sys.modules['hypothesis'] = None\nimport sanctions_screen.testing")
    assert "MissingExtraError" in done.stderr
    assert "pip install 'sanctions_screen[testing]'" in done.stderr


def test_the_library_itself_does_not_need_hypothesis() -> None:
    done = _python("import sanctions_screen.screening, sys; print('hypothesis' in sys.modules)")
    assert done.stdout.strip() == "False", done.stderr


def test_every_public_name_is_there() -> None:
    assert all(hasattr(testing, name) for name in testing.__all__)


@pytest.mark.parametrize("parties", [3, "text", b"bytes", [None], [{"party_id": "a:1"}], object()])
def test_parties_that_are_none_are_refused_in_one_line(parties: Any) -> None:
    with pytest.raises(SettingsError, match=r"^parties are Party records or a ListStore, not "):
        check_screener(lambda _: {}, parties, max_examples=1)
