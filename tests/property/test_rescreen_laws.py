"""Rescreening gives what screening everybody anew gives, and judges no more than it must."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from subject_strategies import updated_lists

from sanctions_screen import ListStore, Screener, ScreeningSettings, Subject
from sanctions_screen.model import Party
from sanctions_screen.screening.rescreen import answer_changes, rescreen
from sanctions_screen.testing import person_names

OLD, NEW = date(2020, 1, 1), date(2020, 6, 1)


@st.composite
def updates(draw: st.DrawFn) -> tuple[list[Party], list[Party], list[Subject]]:
    """Draw a list before and after, and customers some of whom are called like its parties."""
    pool, before, after = draw(updated_lists())
    names = [name.text for party in pool for name in party.names]
    asked = draw(st.lists(st.sampled_from(names) | person_names(), min_size=1, max_size=8))
    return before, after, [Subject(name=name, reference=str(place)) for place, name in enumerate(asked)]


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(update=updates(), delisted=st.booleans(), fresh=st.integers(0, 3))
def test_rescreening_gives_what_two_full_runs_give(
    update: tuple[list[Party], list[Party], list[Subject]], delisted: bool, fresh: int
) -> None:
    before, after, subjects = update
    chosen = ScreeningSettings(include_delisted=delisted)
    with ListStore.in_memory() as store:
        store.add_snapshot("own", before, published_on=OLD)
        old = Screener(store, settings=chosen)
        answers = [None if place < fresh else old.screen(subject) for place, subject in enumerate(subjects)]
        store.add_snapshot("own", after, published_on=NEW)
        new = Screener(store, settings=chosen)
        found = list(rescreen(zip(subjects, answers, strict=True), store, new))
    full = [new.screen(subject) for subject in subjects]
    assert [each.result for each in found] == full
    assert [each.changes for each in found] == list(map(answer_changes, answers, full))


def test_only_customers_whose_answer_can_have_changed_are_judged() -> None:
    with ListStore.embedded() as store:
        then = Screener(store, lists=["us-ofac-sdn"], as_of=date(2024, 7, 1))
        now = Screener(store, lists=["us-ofac-sdn"], as_of=date(2024, 7, 2))
        subjects = [Subject(name=name) for name in ("Thein Htay", "Bob Stone", "Ann Lee", "***")]
        found = list(rescreen(zip(subjects, then.screen_batch(subjects), strict=True), store, now))
    assert [each.judged for each in found] == [True, False, False, False]
    assert [each.result for each in found] == [now.screen(subject) for subject in subjects]


def test_everybody_is_judged_where_the_settings_differ() -> None:
    with ListStore.embedded() as store:
        then = Screener(store, settings=ScreeningSettings(threshold=0.9))
        now = Screener(store)
        subject = Subject(name="Bob Stone")
        (found,) = rescreen([(subject, then.screen(subject))], store, now)
    assert found.judged
