"""Listing histories: exact days from notices and records, windows from snapshots, contradictions shown."""

from __future__ import annotations

from datetime import date

import pytest
from store_parties import LIST, day, notice, parties, party, store_with

from sanctions_screen.errors import NoVersionError
from sanctions_screen.model import (
    Address,
    DateWindow,
    FieldChange,
    ListingEvent,
    SourceFile,
)
from sanctions_screen.store import ListStore

ONE = f"{LIST}:1"


def told(events: tuple[ListingEvent, ...]) -> list[tuple[str, date | tuple[date | None, date]]]:
    """Return each event's kind with its day or window."""
    return [(e.kind, e.on or (e.window.after, e.window.until)) for e in events if e.on or e.window]  # type: ignore[union-attr]


def history(store: ListStore, party_id: str = ONE) -> list[tuple[str, object]]:
    return told(store.history(party_id).events)  # type: ignore[return-value]


def test_two_snapshots_bound_a_listing_and_a_delisting_by_windows_and_no_day_is_invented() -> None:
    store = store_with((day(0), []), (day(10), parties([(1, "a")])), (day(20), []))
    assert history(store) == [("listed", (day(0), day(10))), ("delisted", (day(10), day(20)))]
    listed, delisted = store.history(ONE).events
    assert listed.on is None
    assert [e.kind for e in listed.evidence] == ["snapshot", "snapshot"]
    assert [e.kind for e in delisted.evidence] == ["snapshot", "snapshot"]
    digests = [v.digest for v in store.versions(LIST)]
    assert [e.source for e in listed.evidence] == digests[:2]


def test_a_party_on_the_first_snapshot_was_listed_on_or_before_it() -> None:
    store = store_with((day(0), parties([(1, "a")])))
    assert store.history(ONE).events[0].window == DateWindow(after=None, until=day(0))


def test_a_notice_gives_the_day_within_the_window() -> None:
    store = store_with((day(0), []), (day(10), parties([(1, "a")])), (day(20), []))
    store.add_notices(LIST, [notice("listed", day(4), 1, programmes=("P",)), notice("delisted", day(15), 1)])
    assert history(store) == [("listed", day(4)), ("delisted", day(15))]
    listed = store.history(ONE).events[0]
    assert listed.programmes == ("P",)
    assert listed.evidence[0].source == f"Gazette of {day(4)}"
    assert not any(e.contradicts for event in store.history(ONE).events for e in event.evidence)


@pytest.mark.parametrize("published", [14, 15, 16])
def test_a_notice_of_the_very_day_of_a_snapshot_agrees_with_it_either_way(published: int) -> None:
    holding = store_with((day(0), parties([(1, "a")])), (day(published), parties([(1, "a")])), (day(20), []))
    gone = store_with((day(0), parties([(1, "a")])), (day(published), []))
    for store in (holding, gone):
        store.add_notices(LIST, [notice("delisted", day(15), 1)])
    if published <= 15:
        assert history(holding)[1:] == [("delisted", day(15))]
        assert not holding.history(ONE).events[-1].evidence[0].contradicts
    if published >= 15:
        assert history(gone)[1:] == [("delisted", day(15))]


def test_a_party_that_leaves_and_returns_under_its_reference_is_relisted() -> None:
    held = parties([(1, "a")])
    store = store_with((day(0), held), (day(1), []), (day(2), held), (day(3), []), (day(4), held))
    assert [e.kind for e in store.history(ONE).events] == [
        "listed",
        "delisted",
        "relisted",
        "delisted",
        "relisted",
    ]


def test_a_late_import_narrows_a_window() -> None:
    store = store_with((day(0), []), (day(20), parties([(1, "a")])))
    assert history(store) == [("listed", (day(0), day(20)))]
    store.add_snapshot(LIST, [], published_on=day(9))
    assert history(store) == [("listed", (day(9), day(20)))]
    store.add_snapshot(LIST, parties([(1, "a")]), published_on=day(12))
    assert history(store) == [("listed", (day(9), day(12)))]


def test_the_listing_date_a_record_states_is_the_day_when_no_notice_tells_it() -> None:
    held = [party(1, listed_on=date(2006, 12, 23))]
    store = store_with((day(0), held))
    (event,) = store.history(ONE).events
    assert (event.on, event.evidence[0].kind) == (date(2006, 12, 23), "stated")
    store.add_notices(LIST, [notice("listed", date(2006, 12, 22), 1)])
    (event,) = store.history(ONE).events
    assert event.on == date(2006, 12, 22)
    assert [(e.kind, e.contradicts) for e in event.evidence] == [
        ("notice", False), ("snapshot", False), ("stated", True),
    ]  # fmt: skip


def test_a_stated_listing_date_that_an_earlier_snapshot_denies_is_shown_and_not_believed() -> None:
    store = store_with((day(5), []), (day(9), [party(1, listed_on=day(2))]))
    (event,) = store.history(ONE).events
    assert event.window == DateWindow(after=day(5), until=day(9))
    assert [e.kind for e in event.evidence if e.contradicts] == ["stated"]


def test_references_that_vanish_and_return_with_their_old_date_are_delisted_and_relisted() -> None:
    """84 UN references of 2006 vanished between 2023-03 and 2024-09 and were back in 2025-11."""
    held = [party(1, listed_on=date(2006, 12, 23))]
    store = store_with(
        (date(2023, 3, 27), held), (date(2024, 9, 26), []), (date(2025, 11, 29), held)
    )  # fmt: skip
    assert history(store) == [
        ("listed", date(2006, 12, 23)),
        ("delisted", (date(2023, 3, 27), date(2024, 9, 26))),
        ("relisted", (date(2024, 9, 26), date(2025, 11, 29))),
    ]
    assert any(e.contradicts and "2006-12-23" in e.text for e in store.history(ONE).events[2].evidence)


def test_a_removal_that_a_later_snapshot_denies_is_told_and_the_contradiction_shown() -> None:
    store = store_with((day(0), parties([(1, "a")])), (day(10), parties([(1, "a")])))
    store.add_notices(LIST, [notice("delisted", day(5), 1)])
    events = store.history(ONE).events
    assert told(events) == [
        ("listed", (None, day(0))), ("delisted", day(5)), ("relisted", (day(5), day(10))),
    ]  # fmt: skip
    assert [any(e.contradicts for e in event.evidence) for event in events] == [False, True, True]
    assert store.history(ONE).status(day(10)) == "listed"


def test_an_addition_announced_after_the_party_was_seen_contradicts_its_listing() -> None:
    store = store_with((day(0), parties([(1, "a")])), (day(10), parties([(1, "a")])))
    store.add_notices(LIST, [notice("listed", day(5), 1)])
    (event,) = store.history(ONE).events
    assert event.window == DateWindow(after=None, until=day(0))
    assert [e.source for e in event.evidence if e.contradicts] == [f"Gazette of {day(5)}"]


def test_a_removal_and_an_addition_of_one_day_are_told_in_the_order_that_can_be() -> None:
    """42 parties of 2003-05-29 were removed and put back under another heading, and stayed removed."""
    store = store_with((day(40), []))
    told_of = [
        notice("listed", day(1), 1),
        notice("delisted", day(5), 1),
        notice("listed", day(5), 1),
        notice("delisted", day(30), 1),
    ]
    store.add_notices(LIST, told_of, complete=[(day(0), day(40))])
    assert history(store) == [
        ("listed", day(1)), ("delisted", day(5)), ("relisted", day(5)), ("delisted", day(30)),
    ]  # fmt: skip
    assert not any(e.contradicts for event in store.history(ONE).events for e in event.evidence)


def test_a_notice_repeated_is_more_evidence_and_no_second_event() -> None:
    store = store_with((day(0), []), (day(10), parties([(1, "a")])))
    store.add_notices(
        LIST, [notice("listed", day(4), 1), notice("listed", day(4), 1, citation="Federal Register")]
    )
    (event,) = store.history(ONE).events
    assert {e.source for e in event.evidence if e.kind == "notice"} == {
        f"Gazette of {day(4)}",
        "Federal Register",
    }


def test_several_notices_between_two_snapshots_each_stand() -> None:
    store = store_with((day(0), []), (day(20), []))
    store.add_notices(
        LIST, [notice(kind, day(n), 1) for kind, n in (("listed", 3), ("delisted", 5), ("listed", 7))]
    )
    assert history(store) == [
        ("listed", day(3)), ("delisted", day(5)), ("relisted", day(7)), ("delisted", (day(7), day(20))),
    ]  # fmt: skip


def test_a_removal_proves_a_listing_that_nothing_tells_of() -> None:
    store = store_with((day(20), []))
    store.add_notices(LIST, [notice("delisted", day(5), 1, party=party(1, "as removed"))])
    assert history(store) == [("listed", (None, day(4))), ("delisted", day(5))]
    assert store.state(LIST, day(20)).member(ONE).status == "delisted"


def test_before_the_first_snapshot_the_list_is_rebuilt_from_notices() -> None:
    store = store_with((date(2015, 1, 17), [party(1, "content")]))
    since = (date(2013, 7, 2), date(2015, 1, 17))
    store.add_notices(LIST, [notice("listed", date(2013, 7, 2), 1)], complete=[since])
    state = store.state(LIST, date(2014, 1, 1))
    assert [(m.party_id, m.status, m.seen_on) for m in state] == [(ONE, "listed", date(2015, 1, 17))]
    assert state.party(ONE).remarks == "content"
    with pytest.raises(NoVersionError):
        store.state(LIST, date(2013, 7, 1))


def test_a_complete_record_of_changes_shows_who_was_there_before_it_began() -> None:
    store = store_with((date(2016, 10, 11), parties([(1, "a"), (2, "b")])))
    told_of = [
        notice("listed", date(2015, 6, 1), 2),
        notice("delisted", date(2015, 9, 1), 3, party=party(3, "c")),
    ]
    store.add_notices(LIST, told_of, complete=[(date(2015, 1, 1), date(2016, 12, 31))])
    on = {d: [m.party_id for m in store.state(LIST, d) if m.status == "listed"] for d in (date(2015, 1, 2),)}
    assert on == {date(2015, 1, 2): [f"{LIST}:1", f"{LIST}:3"]}


def test_a_record_that_states_its_delisting_is_delisted_from_that_day() -> None:
    held = [party(1, listed_on=day(0), delisted_on=day(15))]
    store = store_with((day(10), held), (day(20), held))
    assert history(store) == [("listed", day(0)), ("delisted", day(15))]
    assert [len(store.snapshot(LIST, day(n))) for n in (10, 14, 15, 20)] == [1, 1, 0, 0]


def test_a_record_first_seen_delisted_was_listed_before() -> None:
    store = store_with(
        (day(20), [party(1, delisted_on=day(15)), party(2, listed_on=day(3), delisted_on=day(9))])
    )
    assert history(store) == [("listed", (None, day(14))), ("delisted", day(15))]
    assert history(store, f"{LIST}:2") == [("listed", day(3)), ("delisted", day(9))]


def test_an_amendment_seen_between_two_snapshots_tells_the_fields_that_changed() -> None:
    store = store_with((day(0), [party(1, programmes=("A",))]), (day(10), [party(1, programmes=("A", "B"))]))
    event = store.history(ONE).events[1]
    assert (event.kind, event.window) == ("amended", DateWindow(after=day(0), until=day(10)))
    assert event.changes == (FieldChange(field="programmes", added=("B",)),)
    assert event.programmes == ("A", "B")


def test_an_amendment_announced_in_the_window_has_its_day_and_is_told_once() -> None:
    store = store_with((day(0), parties([(1, "a")])), (day(10), parties([(1, "b")])))
    store.add_notices(LIST, [notice("amended", day(4), 1), notice("amended", day(30), 1)])
    assert history(store)[1:] == [("amended", day(4)), ("amended", day(30))]
    assert store.history(ONE).events[1].changes == (
        FieldChange(field="remarks", removed=("a",), added=("b",)),
    )


def test_a_change_seen_later_is_not_put_on_the_day_of_an_announcement_before_it() -> None:
    held = [parties([(1, text)]) for text in ("a", "b", "b", "c")]
    store = store_with(*((day(10 * n), content) for n, content in enumerate(held)))
    store.add_notices(LIST, [notice("amended", day(15), 1)])
    assert history(store)[1:] == [
        ("amended", (day(0), day(10))), ("amended", day(15)), ("amended", (day(20), day(30))),
    ]  # fmt: skip


def test_two_announcements_of_one_day_agree_with_one_another() -> None:
    store = store_with((day(10), parties([(1, "a")])))
    store.add_notices(LIST, [notice("listed", day(5), 1), notice("listed", day(5), 1, citation="Register")])
    (event,) = store.history(ONE).events
    assert [(e.kind, e.contradicts) for e in event.evidence] == [
        ("notice", False), ("notice", False), ("snapshot", False),
    ]  # fmt: skip


def test_amendments_the_record_states_are_told() -> None:
    store = store_with((day(10), [party(1, listed_on=day(0), amended_on=(day(3), day(5)))]))
    assert history(store) == [("listed", day(0)), ("amended", day(3)), ("amended", day(5))]


def test_history_up_to_a_day_leaves_out_what_came_later() -> None:
    store = store_with((day(0), parties([(1, "a")])), (day(10), []))
    assert [e.kind for e in store.state(LIST, day(0)).history(ONE).events] == ["listed"]


def test_history_up_to_a_day_keeps_what_may_have_happened_by_then() -> None:
    store = store_with((day(0), parties([(1, "a")])), (day(10), []))
    assert [e.kind for e in store.state(LIST, day(5)).history(ONE).events] == ["listed", "delisted"]


def test_a_record_of_a_later_version_has_announced_changes_of_programme_taken_back() -> None:
    held = [party(1, programmes=("NPWMD", "DPRK2"))]
    store = store_with((day(20), held), (day(40), held))
    change = FieldChange(field="programmes", removed=("OLD",), added=("DPRK2",))
    later = FieldChange(field="programmes", removed=("NPWMD",), added=("LAST",))
    store.add_notices(
        LIST,
        [
            notice("listed", day(1), 1),
            notice("amended", day(10), 1, changes=(change,)),
            notice("amended", day(50), 1, changes=(later,)),
        ],
        complete=[(day(1), day(60))],
    )
    on = {n: store.snapshot(LIST, day(n)).party(ONE).programmes for n in (5, 10, 20, 45, 50)}
    assert on == {
        5: ("NPWMD", "OLD"),
        10: ("NPWMD", "DPRK2"),
        20: ("NPWMD", "DPRK2"),
        45: ("NPWMD", "DPRK2"),
        50: ("DPRK2", "LAST"),
    }
    state = store.state(LIST, day(5))
    assert state.member(ONE).digest == state.party(ONE).content_digest()


def test_a_removal_denied_by_a_complete_record_is_shown_and_not_believed() -> None:
    held = parties([(1, "a")])
    store = store_with((day(0), held), (day(20), held))
    store.add_notices(LIST, [notice("delisted", day(5), 1)], complete=[(day(0), day(30))])
    (event,) = store.history(ONE).events
    assert event.kind == "listed"
    assert [e.source for e in event.evidence if e.contradicts] == [f"Gazette of {day(5)}"]
    assert len(store.snapshot(LIST, day(10))) == 1


def test_a_party_announced_and_never_seen_is_unsettled_until_the_first_version_without_it() -> None:
    store = store_with((day(5000), []))
    told = [notice("listed", day(100), 1, party=party(1, "as announced"))]
    store.add_notices(LIST, told, complete=[(day(0), day(5000))])
    assert len(store.snapshot(LIST, day(100))) == 1
    for on in (day(200), day(4900)):
        late = store.snapshot(LIST, on)
        assert (len(late), late.unsettled) == (0, (ONE,))
        assert store.state(LIST, on).member(ONE).status == "unsettled"


def test_a_version_read_from_fewer_files_amends_nothing() -> None:
    """A copy of the names alone stands between two that were read with their addresses."""
    full = party(1, programmes=("A",), addresses=(Address(text="1 High Street"),))
    names = party(1, programmes=("A",))
    moved = party(1, programmes=("A",), addresses=(Address(text="2 High Street"),))
    raw = [SourceFile(name=name, sha256="0" * 64, size=1) for name in ("SDN.CSV", "ADD.CSV")]
    store = ListStore.in_memory()
    for on, held, files in ((0, full, raw), (10, names, raw[:1]), (20, moved, raw)):
        store.add_snapshot(LIST, [held], published_on=day(on), files=files, format="ofac")
    _, amended = store.history(ONE).events
    assert amended.window == DateWindow(after=day(0), until=day(20))
    assert [(c.field, len(c.removed), len(c.added)) for c in amended.changes] == [("addresses", 1, 1)]
    store.add_snapshot(
        LIST, [party(1, programmes=("B",))], published_on=day(30), files=raw[:1], format="ofac"
    )
    assert [c.field for c in store.history(ONE).events[-1].changes] == ["programmes"]


def test_an_amendment_seen_between_files_of_one_kind_is_not_told_again_between_those_of_another() -> None:
    """A programme that a list of names showed as gone was told once more when full files came again."""
    street = (Address(text="1 High Street"),)
    old = party(1, "as in 2015", programmes=("A", "B"), addresses=street)
    names, new = (party(1, "as in 2018", programmes=("A",), addresses=where) for where in ((), street))
    raw = [SourceFile(name=name, sha256="0" * 64, size=1) for name in ("SDN.CSV", "ADD.CSV")]
    store = ListStore.in_memory()
    for on, held, files in ((0, old, raw), (10, names, raw[:1]), (20, new, raw)):
        store.add_snapshot(LIST, [held], published_on=day(on), files=files, format="ofac")
    _, first, second = store.history(ONE).events
    assert [(c.field, c.removed, c.added) for c in first.changes] == [("programmes", ("B",), ())]
    assert [c.field for c in second.changes] == ["remarks"]
    store.add_notices(
        LIST,
        [notice("amended", day(5), 1, changes=(FieldChange(field="remarks", removed=("x",), added=("y",)),
                                               FieldChange(field="programmes", removed=("B",))))],
    )  # fmt: skip
    _, only = store.history(ONE).events
    assert only.on == day(5)


def test_a_window_begins_after_an_announcement_that_repeats_what_was_known() -> None:
    store = store_with((day(9), []))
    store.add_notices(LIST, [notice("listed", day(on), 1) for on in (0, 5)])
    (_, gone) = store.history(ONE).events
    assert gone.window is not None
    assert (gone.window.after, gone.window.until) == (day(5), day(9))
