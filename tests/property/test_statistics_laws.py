"""Laws: the statistics of a list are its histories added up, and its snapshots counted."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_parties import LIST, day, notice, party, store_with

from sanctions_screen.errors import UnknownPartyError
from sanctions_screen.model import Notice, Party, PeriodStatistics
from sanctions_screen.store import ListStore

# Few days, so that versions and notices often fall on one.
days = st.integers(0, 12).map(lambda number: day(number * 75))
references = st.integers(0, 3)


@st.composite
def snapshots(draw: st.DrawFn) -> tuple[date, list[Party]]:
    held = draw(st.dictionaries(references, st.sampled_from(["", "amended"])))
    stated = draw(st.one_of(st.none(), days))
    return draw(days), [party(key, text, listed_on=stated) for key, text in sorted(held.items())]


@st.composite
def notices(draw: st.DrawFn) -> Notice:
    reference = draw(references)
    told = draw(st.one_of(st.none(), st.just(party(reference, "announced"))))
    return notice(draw(st.sampled_from(["listed", "delisted", "amended"])), draw(days), reference, party=told)


@st.composite
def stores(draw: st.DrawFn) -> ListStore:
    store = store_with(*draw(st.lists(snapshots(), min_size=1, max_size=4)))
    spans = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))
    store.add_notices(LIST, draw(st.lists(notices(), max_size=6)), complete=draw(st.lists(spans, max_size=1)))
    return store


@pytest.mark.parametrize("by", ["year", "month"])
@given(store=stores())
@settings(max_examples=60)
def test_the_list_changes_by_what_was_listed_and_relisted_less_what_was_delisted(
    by: str, store: ListStore
) -> None:
    statistics = store.statistics(LIST, by)  # type: ignore[arg-type]
    on_the_list = statistics.opening
    for period in statistics.periods:
        on_the_list += period.listed.total + period.relisted.total - period.delisted.total
        assert period.on_the_list == on_the_list
    firsts = [period.first for period in statistics.periods]
    lasts = [period.last for period in statistics.periods]
    assert [first.toordinal() - 1 for first in firsts[1:]] == [last.toordinal() for last in lasts[:-1]]


@given(store=stores())
@settings(max_examples=60)
def test_each_size_is_that_of_the_snapshot_of_the_day(store: ListStore) -> None:
    for period in store.statistics(LIST, "month").periods:
        snapshot = store.snapshot(LIST, period.last)
        rebuilt = len(snapshot.rebuilt)
        assert (period.size, period.rebuilt) == (len(snapshot), rebuilt)
        assert period.observed == len(snapshot) - rebuilt
        going = {
            m.party_id
            for m in store.state(LIST, period.last)
            if m.unsettled and m.unsettled.kind == "delisted"
        }
        assert period.uncertain >= len(going)
        assert going <= set(snapshot.unsettled)
        assert snapshot.version is not None
        assert period.nearest_version == snapshot.version.published_on


@given(store=stores())
@settings(max_examples=60)
def test_the_counts_are_those_of_the_histories_added_up(store: ListStore) -> None:
    statistics = store.statistics(LIST)
    first, last = statistics.periods[0].first, statistics.periods[-1].last
    told: Counter[tuple[int, str, str]] = Counter()
    there_before = 0
    for reference in range(4):
        try:
            events = store.history(f"{LIST}:{reference}").events
        except UnknownPartyError:
            continue
        for event in events:
            counted = event.effective_by
            opening = event.window is not None and event.window.after is None and counted == first
            if event.kind == "listed" and opening:
                there_before += 1
            elif first <= counted <= last:
                start = max(date(counted.year, 1, 1), first)
                after = event.window.after if event.window else None
                by = event.on is None and (after is None or after < start)
                told[counted.year, event.kind, "by" if by else "exact" if event.on else "within"] += 1
    assert statistics.opening >= there_before
    for period in statistics.periods:
        for kind in ("listed", "relisted", "delisted", "amended"):
            count = getattr(period, kind)
            exact, early, within = (told[period.last.year, kind, how] for how in ("exact", "by", "within"))
            assert (count.total, count.exact, count.by) == (exact + early + within, exact, early)


@given(store=stores(), since=days)
@settings(max_examples=40)
def test_leaving_out_early_periods_changes_none_that_stay(store: ListStore, since: date) -> None:
    whole = store.statistics(LIST)
    kept = whole.since(since)
    gone = whole.periods[: len(whole.periods) - len(kept.periods)]
    assert gone + kept.periods == whole.periods
    assert all(period.last < since for period in gone)
    assert kept.opening == _before(gone, whole.opening)


def _before(gone: tuple[PeriodStatistics, ...], opening: int) -> int:
    return gone[-1].on_the_list if gone else opening
