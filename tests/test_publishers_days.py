"""What a record itself says of its days: they narrow what two versions leave open, or contradict it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, notice, party, store_with

from sanctions_screen import DateWindow, ListStore
from sanctions_screen.model import ListingEvent


def first_listing(store: ListStore) -> ListingEvent:
    return next(event for event in store.history(f"{LIST}:1").events if event.kind in ("listed", "relisted"))


def stated(event: ListingEvent, *, contradicts: bool = False) -> list[str]:
    return [e.text for e in event.evidence if e.kind == "stated" and e.contradicts == contradicts]


def test_one_who_was_amended_on_a_day_was_on_the_list_by_then() -> None:
    """1,082 of 2,248 parties of the EU's list of 2021-03-02 state an amendment of years before."""
    store = store_with((day(0), []), (day(100), [party(1, amended_on=(day(40), day(60)))]))
    event = first_listing(store)
    assert event.window == DateWindow(after=day(0), until=day(40))
    assert stated(event) == [
        f"the record itself states {day(40)} as a date of amendment: it was listed by then"
    ]
    assert store.state(LIST, day(39)).member(f"{LIST}:1").status == "unsettled"
    assert store.state(LIST, day(40)).member(f"{LIST}:1").status == "listed"
    assert [e.on for e in store.history(f"{LIST}:1").events if e.kind == "amended"] == [day(40), day(60)]


def test_of_one_in_the_first_version_too() -> None:
    event = first_listing(store_with((day(100), [party(1, amended_on=(day(40),))])))
    assert event.window == DateWindow(after=None, until=day(40))


def test_a_listing_day_says_more_than_an_amendment() -> None:
    held = party(1, listed_on=day(20), amended_on=(day(40),))
    event = first_listing(store_with((day(0), []), (day(100), [held])))
    assert (event.on, event.window) == (day(20), None)


@pytest.mark.parametrize("field", ["listed_on", "amended_on"])
def test_what_a_later_record_states_counts_where_the_first_states_nothing(field: str) -> None:
    """A publisher's older format has no dates."""
    value: Any = day(40) if field == "listed_on" else (day(40),)
    store = store_with((day(0), []), (day(100), [party(1)]), (day(200), [party(1, **{field: value})]))
    event = first_listing(store)
    assert event.effective_by == day(40)
    assert stated(event)


def test_an_amendment_of_a_day_on_which_no_version_shows_the_party_contradicts() -> None:
    store = store_with((day(50), []), (day(100), [party(1, amended_on=(day(40),))]))
    event = first_listing(store)
    assert event.window == DateWindow(after=day(50), until=day(100))
    (told,) = stated(event, contradicts=True)
    assert told.startswith(
        f"the record itself states {day(40)} as a date of amendment, and no snapshot before"
    )


def test_amendments_of_its_first_time_on_the_list_say_nothing_of_its_return() -> None:
    old = party(1, amended_on=(day(5),))
    store = store_with((day(10), [old]), (day(50), []), (day(100), [party(1, amended_on=(day(5), day(70)))]))
    back = store.history(f"{LIST}:1").events[-2]
    assert (back.kind, back.window) == ("relisted", DateWindow(after=day(50), until=day(70)))
    assert stated(back, contradicts=True) == []


def test_a_listing_day_left_as_it_was_contradicts_a_return() -> None:
    """84 references of the UN come back with LISTED_ON unchanged."""
    held = [party(1, listed_on=day(1))]
    store = store_with((day(10), held), (day(50), []), (day(100), held))
    back = store.history(f"{LIST}:1").events[-1]
    assert (back.kind, back.on, back.window) == ("relisted", None, DateWindow(after=day(50), until=day(100)))
    assert stated(back, contradicts=True) == [f"the record itself states {day(1)} as its listing date"]


def test_an_announced_listing_stays_the_day() -> None:
    store = store_with((day(0), []), (day(100), [party(1, amended_on=(day(40),))]))
    store.add_notices(LIST, [notice("listed", day(30), 1)])
    assert first_listing(store).on == day(30)


DAYS = st.integers(-20, 140).map(day)


@given(st.lists(st.booleans(), min_size=1, max_size=5), st.frozensets(DAYS, max_size=3), st.none() | DAYS)
def test_stated_days_only_narrow_the_windows_that_versions_give(
    held: list[bool], amended: frozenset[date], listed: date | None
) -> None:
    """No window is moved out of that of the versions alone, and nobody comes or goes by an amendment."""

    def told(**fields: Any) -> list[ListingEvent]:
        record = party(1, **fields)
        versions = [(day(n * 30), [record] if each else []) for n, each in enumerate(held)]
        if not any(held):
            return []
        return [e for e in store_with(*versions).history(f"{LIST}:1").events if e.kind != "amended"]

    plain = told()
    narrowed = told(amended_on=tuple(sorted(amended)), listed_on=listed)
    assert [event.kind for event in narrowed] == [event.kind for event in plain]
    for wide, narrow in zip(plain, narrowed, strict=True):
        assert wide.window is not None
        assert narrow.effective_by <= wide.effective_by
        if wide.window.after:
            since = narrow.on or (narrow.window.after if narrow.window else None)
            assert since is not None
            assert since >= wide.window.after
