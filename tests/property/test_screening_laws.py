"""This library's own screener keeps every law of its public harness."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from name_strategies import ANY_TEXT

from sanctions_screen import Screener
from sanctions_screen.model import ScreeningResult, ScreeningSettings
from sanctions_screen.store import ListStore
from sanctions_screen.testing import ALL_LAWS, Law, ScreenerUnderTest, Trial, check_screener, stores

EACH_LAW = pytest.mark.parametrize("law", ALL_LAWS, ids=lambda law: law.name)
EACH_DRAWN_LAW = pytest.mark.parametrize(
    "law", [law for law in ALL_LAWS if law.check is not None], ids=lambda law: law.name
)


@pytest.fixture(scope="module")
def embedded() -> ScreenerUnderTest:
    return ScreenerUnderTest.of_store(ListStore.embedded())


@pytest.mark.hypothesis
@EACH_LAW
def test_the_screener_keeps_every_law_on_the_embedded_lists(law: Law, embedded: ScreenerUnderTest) -> None:
    if (reason := law.lacks(Trial(embedded, embedded.parties or ()))) is not None:
        pytest.skip(reason)
    if os.environ.get("HYPOTHESIS_PROFILE", "quick") != "quick":
        check_screener(embedded, laws=[law]).raise_for_failures()  # exactly what a user runs
    else:
        check_screener(embedded, laws=[law], max_examples=5).raise_for_failures()


@EACH_DRAWN_LAW
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(store=stores(), data=st.data())
def test_the_screener_keeps_every_law_on_any_store(law: Law, store: ListStore, data: st.DataObject) -> None:
    under_test = ScreenerUnderTest.of_store(
        store, as_of=max(store.newest_day(i.list_id) for i in store.lists())
    )
    trial = Trial(under_test, under_test.parties or ())
    assume(law.lacks(trial) is None)
    assert law.check is not None
    law.check(trial, data)


@pytest.mark.parametrize(
    "chosen",
    [
        ScreeningSettings(threshold=0.6),
        ScreeningSettings(threshold=0.95),
        ScreeningSettings(include_delisted=False),
        ScreeningSettings(include_weak_aliases=False),
    ],
    ids=["low", "high", "listed-only", "no-weak-aliases"],
)
def test_the_laws_hold_whatever_the_settings(chosen: ScreeningSettings) -> None:
    under_test = ScreenerUnderTest.of_store(ListStore.embedded(), settings=chosen)
    # Names unrelated to every listed one are tried at the default threshold only: a low one asks for them.
    laws = [law for law in ALL_LAWS if law.name in ("same-name", "batch", "score-range", "status")]
    check_screener(under_test, laws=laws, max_examples=4).raise_for_failures()


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener(ListStore.embedded())


@settings(max_examples=300)
@given(
    st.lists(ANY_TEXT | st.sampled_from(["Kim Jong Un", "Aung Hlaing", "Putin", "Smith, John"]), max_size=4)
)
def test_a_result_is_what_checking_all_its_fields_would_leave(screener: Screener, names: list[str]) -> None:
    for result in screener.screen_many(names):
        values = {field: getattr(result, field) for field in result.model_fields_set}
        checked = ScreeningResult.model_validate(values)
        assert checked == result
        assert checked.canonical_json() == result.canonical_json()
        assert ScreeningResult.model_validate(result.model_dump()) == result
