"""A day between two files is never answered with more certainty than the two files give."""

from __future__ import annotations

import json
from pathlib import Path

from cli_helpers import run
from rich.console import Console
from store_parties import LIST, day, notice, parties, party, store_with

from sanctions_screen import Screener, ScreeningSettings
from sanctions_screen.model import Name, PartialDate
from sanctions_screen.report import basis_lines, diff_view, result_view
from sanctions_screen.store import ListStore

PUTIN = party(1, names=(Name(text="PUTIN, Vladimir Vladimirovich"),))
RENAMED = party(1, names=(Name(text="AL-EXAMPLE, Mahmud Testing"),))


def between() -> ListStore:
    """Return a store of a list on which a party came between two files."""
    return store_with((day(0), []), (day(8), [PUTIN]))


def test_a_party_that_came_between_two_files_is_a_hit_on_the_days_between_them() -> None:
    result = Screener(between(), as_of=day(4)).screen("Vladimir Vladimirovich Putin")
    assert result.outcome == "hit"
    (hit,) = result.hits
    assert hit.status == "unsettled"
    assert hit.unsettled is not None
    assert (hit.unsettled.kind, hit.unsettled.window.after, hit.unsettled.window.until) == (
        "listed",
        day(0),
        day(8),
    )
    assert [event.kind for event in hit.history.events] == ["listed"]


def test_a_party_that_left_between_two_files_is_unsettled_even_where_delisted_parties_are_left_out() -> None:
    store = store_with((day(0), [PUTIN]), (day(8), []))
    settings = ScreeningSettings(include_delisted=False)
    (hit,) = Screener(store, as_of=day(4), settings=settings).screen("Vladimir Putin").hits
    assert (hit.status, hit.unsettled and hit.unsettled.kind) == ("unsettled", "delisted")
    assert Screener(store, as_of=day(8), settings=settings).screen("Vladimir Putin").outcome == "clear"


def test_the_days_of_the_files_themselves_are_settled() -> None:
    store = between()
    assert Screener(store, as_of=day(0)).screen("Vladimir Putin").outcome == "clear"
    assert Screener(store, as_of=day(8)).screen("Vladimir Putin").hits[0].status == "listed"


def test_a_notice_of_the_day_settles_it() -> None:
    store = between()
    store.add_notices(LIST, [notice("listed", day(5), 1)])
    assert Screener(store, as_of=day(4)).screen("Vladimir Putin").outcome == "clear"
    assert Screener(store, as_of=day(5)).screen("Vladimir Putin").hits[0].status == "listed"


def test_of_equal_scores_listed_parties_come_first_then_unsettled_then_delisted_ones() -> None:
    same = [party(number, names=PUTIN.names) for number in (1, 2, 3)]
    store = store_with((day(0), same[:1]), (day(2), same[2:]), (day(8), same[1:]))
    hits = Screener(store, as_of=day(4)).screen("Vladimir Vladimirovich Putin").hits
    assert [(hit.status, hit.party.reference) for hit in hits] == [
        ("listed", "3"), ("unsettled", "2"), ("delisted", "1"),
    ]  # fmt: skip


def test_inside_an_amendments_window_both_records_are_compared_and_the_hit_says_which() -> None:
    store = store_with((day(0), [PUTIN]), (day(8), [RENAMED]))
    screener = Screener(store, as_of=day(4))
    (old,), (new,) = (screener.screen(name).hits for name in ("Vladimir Putin", "Mahmud Testing Al-Example"))
    assert (old.status, old.name_seen_on) == ("listed", None)
    assert (new.status, new.name_seen_on) == ("listed", day(8))
    assert new.party == PUTIN
    assert Screener(store, as_of=day(0)).screen("Mahmud Testing Al-Example").outcome == "clear"


BORN = (PartialDate.parse("1961-02-03"),)
LEFT = party(1, names=(Name(text="BREZHKOVA, Orlagh"),), birth_dates=BORN)
BACK = party(1, names=(Name(text="MWORIA, Gulbahar"),), birth_dates=BORN)


def test_who_comes_back_between_two_files_is_compared_by_the_next_files_record_too() -> None:
    store = store_with((day(0), [LEFT]), (day(4), []), (day(8), [BACK]))
    screener = Screener(store, as_of=day(6))
    (old,), (new,) = (screener.screen(name).hits for name in ("Orlagh Brezhkova", "Gulbahar Mworia"))
    assert (old.status, old.name_seen_on) == ("unsettled", None)
    assert (new.status, new.name_seen_on) == ("unsettled", day(8))
    assert Screener(store, as_of=day(4)).screen("Gulbahar Mworia").outcome == "clear"


def test_who_is_announced_as_back_before_the_next_file_is_compared_by_its_record_from_that_day_on() -> None:
    store = store_with((day(0), [LEFT]), (day(4), []), (day(8), [BACK]))
    store.add_notices(LIST, [notice("listed", day(6), 1)])
    assert Screener(store, as_of=day(5)).screen("Gulbahar Mworia").outcome == "clear"
    (hit,) = Screener(store, as_of=day(6)).screen("Gulbahar Mworia").hits
    assert (hit.status, hit.name_seen_on) == ("listed", day(8))


def test_a_difference_of_two_days_between_the_same_files_is_unsettled_and_not_none() -> None:
    store = store_with((day(0), [PUTIN, *parties([(2, "a")])]), (day(8), parties([(2, "b")])))
    diff = store.diff(LIST, day(3), day(5))
    assert (diff.added, diff.removed, diff.amended) == ((), (), ())
    assert [(p.party_id, p.before, p.after) for p in diff.unsettled] == [
        (f"{LIST}:1", "unsettled", "unsettled")
    ]
    assert [change.party_id for change in diff.undated] == [f"{LIST}:2"]
    assert store.diff(LIST, day(0), day(8)).unsettled == ()


def test_provenance_tells_how_far_the_files_around_the_day_are() -> None:
    (basis,) = Screener(between(), as_of=day(5)).provenance.lists
    assert (basis.days_since_file, basis.days_to_next_file) == (5, 3)
    (own_day,) = Screener(between(), as_of=day(0)).provenance.lists
    assert (own_day.days_since_file, own_day.days_to_next_file) == (0, None)


def test_people_read_that_a_hit_is_unsettled_and_between_which_files() -> None:
    console = Console(width=200, color_system=None)
    screener = Screener(between(), as_of=day(5))
    with console.capture() as captured:
        console.print(result_view(screener.screen("Vladimir Putin")))
        console.print(diff_view(between().diff(LIST, day(3), day(5))))
    shown = captured.get()
    assert f"unsettled: listed between {day(0)} and {day(8)}, and nothing tells on which day" in shown
    assert "0 added, 0 removed, 0 amended, 1 unsettled" in shown
    assert any("Between two files: my-list" in line for line in basis_lines(screener.provenance))


def test_the_command_exits_as_for_a_hit_and_its_json_and_history_say_unsettled(tmp_path: Path) -> None:
    path = tmp_path / "lists.db"
    with ListStore.open(path) as store:
        for on, held in ((day(0), []), (day(8), [PUTIN])):
            store.add_snapshot(LIST, held, published_on=on)
    asked = ["--db", str(path), "--as-of", str(day(5)), "--json"]
    screened = run("screen", "Vladimir Putin", *asked)
    assert screened.exit_code == 1
    assert json.loads(screened.stdout)["hits"][0]["status"] == "unsettled"
    told = run("history", f"{LIST}:1", "--db", str(path), "--as-of", str(day(5)))
    assert f"{LIST}:1 on {day(5)}: unsettled" in told.output
