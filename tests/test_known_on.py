"""Two times: what an answer is about, and what was known when it was given."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from cli_helpers import error_of, run
from store_parties import LIST, day, notice, parties, party

from sanctions_screen import ListStore, Screener
from sanctions_screen.errors import NoVersionError, SettingsError, StoreError, UnknownListError
from sanctions_screen.model import Name

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def named(reference: int, name: str) -> object:
    return party(reference, names=(Name(text=name),))


def grown() -> ListStore:
    """Return a store that knew of Ann, then that she left, then that she had been there five days earlier."""
    store = ListStore.in_memory()
    ann, cal = named(1, "Ann Example"), named(2, "Cal Sample")
    for number, on, held in ((0, 5, [ann, cal]), (1, 9, [cal]), (2, 0, [ann])):
        at = NOON + timedelta(days=number)
        store.add_snapshot(LIST, held, published_on=day(on), imported_at=at)  # type: ignore[arg-type]
    return store


def test_a_late_file_changes_todays_answer_and_not_the_one_known_before_it() -> None:
    store = grown()
    windows = [store.history(f"{LIST}:1", known_on=known).events[0].effective_by for known in (1, 2, 3, None)]
    assert windows == [day(5), day(5), day(0), day(0)]
    assert [event.kind for event in store.history(f"{LIST}:1", known_on=1).events] == ["listed"]
    with pytest.raises(NoVersionError):
        store.state(LIST, day(2), known_on=2)
    assert len(store.state(LIST, day(2), known_on=3)) == 2
    assert store.newest_day(LIST, known_on=1) == day(5)
    assert store.newest_day(LIST) == day(9)


def test_an_answer_says_on_which_revision_it_is_known_and_another_list_raises_none_of_its_own() -> None:
    store = grown()
    before = Screener(store, lists=[LIST]).screen("Ann Example")
    assert before.provenance.known_on == 3
    (of,) = before.provenance.lists
    assert (of.head_sequence, of.head_chain) == (3, store.versions(LIST)[0].chain)
    store.add_snapshot("other", [party(9, list_id="other")], published_on=day(1))
    assert store.revision() == 4
    assert Screener(store, lists=[LIST]).screen("Ann Example") == before
    assert Screener(store, lists=[LIST], known_on=4).screen("Ann Example") == before


def test_a_moment_means_what_was_known_by_then_in_whatever_time_zone_it_is_written() -> None:
    store = grown()
    later = NOON + timedelta(days=1)
    for moment in (later, later + timedelta(hours=23), later.astimezone(timezone(timedelta(hours=9)))):
        assert store.revision(moment) == 2
        assert Screener(store, known_on=moment).provenance.known_on == 2
    assert store.revision(later - timedelta(microseconds=1)) == 1


@pytest.mark.parametrize(
    ("known_on", "error", "told"),
    [
        (4, SettingsError, "has not come; the newest is 3"),
        (0, NoVersionError, "nothing was known"),
        (True, SettingsError, "number of a revision or a moment"),
        ("3", SettingsError, "number of a revision or a moment"),
        (day(3), SettingsError, "number of a revision or a moment"),
        (datetime(2026, 3, 1, 12), SettingsError, "no time zone"),  # noqa: DTZ001 - that is the point
        (NOON - timedelta(days=1), NoVersionError, "knew nothing by"),
        (datetime(9999, 1, 1, tzinfo=UTC), SettingsError, "has not come"),
    ],
)
def test_what_cannot_have_been_known_is_an_error(known_on: object, error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        Screener(grown(), known_on=known_on)  # type: ignore[arg-type]


def test_a_list_that_came_later_was_not_known() -> None:
    store = grown()
    store.add_snapshot("other", [party(9, list_id="other")], published_on=day(1))
    assert [info.list_id for info in store.lists(known_on=3)] == [LIST]
    with pytest.raises(UnknownListError, match=r"on revision 3; it holds: my-list"):
        store.state("other", known_on=3)


def test_moments_never_go_back_though_a_clock_may() -> None:
    store = grown()
    store.add_snapshot(LIST, parties([(3, "x")]), published_on=day(20), imported_at=NOON - timedelta(days=99))
    moments = [revision.at for revision in store.revisions(LIST)]
    assert moments == sorted(moments)


# --- taking back ---------------------------------------------------------------------------------------


def wrongly_dated() -> ListStore:
    """Return a dense series into which an old file was put under too late a day."""
    store = ListStore.in_memory()
    ann, cal, old = named(1, "Ann Example"), named(2, "Cal Sample"), named(3, "Old Instance")
    for on, held in ((0, [ann, old]), (7, [ann, cal]), (14, [ann, cal]), (10, [ann, old])):
        store.add_snapshot(LIST, held, published_on=day(on))  # type: ignore[arg-type]
    return store


def kinds(store: ListStore, reference: int) -> list[str]:
    return [event.kind for event in store.history(f"{LIST}:{reference}").events]


def test_a_version_that_is_withdrawn_has_no_say_and_its_answers_stay_known() -> None:
    store = wrongly_dated()
    assert kinds(store, 2) == ["listed", "delisted", "relisted"]
    before = store.state(LIST, day(10)).provenance
    done = store.withdraw(LIST, day(10), reason="an old copy under a new day")
    assert (done.kind, done.withdrawn, done.reason) == ("withdrawal", 4, "an old copy under a new day")
    assert kinds(store, 2) == ["listed"]
    assert [v.published_on for v in store.versions(LIST)] == [day(0), day(7), day(14)]
    assert len(store.versions(LIST, withdrawn=True)) == 4
    assert store.state(LIST, day(10), known_on=done.number - 1).provenance == before
    after = store.state(LIST, day(10)).provenance
    assert (after.withdrawn, after.published_on) == (1, day(7))
    store.verify()


def test_a_version_whose_day_is_corrected_stands_under_the_right_one() -> None:
    store = wrongly_dated()
    corrected = store.correct_day(LIST, day(10), day(2), reason="the copy is of the 3rd")
    assert (corrected.published_on, corrected.sequence) == (day(2), 5)
    assert corrected.digest == store.versions(LIST, known_on=4)[2].digest
    assert kinds(store, 2) == ["listed"]
    window = store.history(f"{LIST}:2").events[0].window
    assert window is not None
    assert (window.after, window.until) == (day(2), day(7))
    store.verify()


def test_of_several_versions_of_a_day_the_one_before_holds_again() -> None:
    store = ListStore.in_memory()
    for text in ("right", "wrong"):
        store.add_snapshot(LIST, parties([(1, text)]), published_on=day(1))
    store.withdraw(LIST, day(1), reason="a test file")
    assert [p.remarks for p in store.snapshot(LIST)] == ["right"]
    store.withdraw(LIST, day(1), reason="so was this")
    with pytest.raises(NoVersionError):
        store.snapshot(LIST)
    store.add_snapshot(LIST, parties([(1, "right")]), published_on=day(1))
    assert [p.remarks for p in store.snapshot(LIST)] == ["right"], "what was withdrawn can be imported again"
    store.verify()


def test_taking_back_asks_for_a_reason_a_version_and_a_change() -> None:
    store = wrongly_dated()
    with pytest.raises(StoreError, match="say why"):
        store.withdraw(LIST, day(10), reason=" ")
    with pytest.raises(NoVersionError, match="no version is of 2020-01-06"):
        store.withdraw(LIST, day(5), reason="x")
    with pytest.raises(StoreError, match="is of that day already"):
        store.correct_day(LIST, day(10), day(10), reason="x")
    assert len(store.revisions()) == 4, "what was refused raised no revision"


# --- the command ---------------------------------------------------------------------------------------


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "lists.db"
    with ListStore.open(path) as store:
        for number, on, name in ((0, 5, "Ann Example"), (1, 9, "Cal Sample")):
            held = [named(number, name)]
            at = NOON + timedelta(days=number)
            store.add_snapshot(LIST, held, published_on=day(on), imported_at=at)  # type: ignore[arg-type]
        store.add_notices(LIST, [notice("delisted", day(7), 0)])
    return path


def test_the_command_answers_as_known_on_a_revision_or_by_a_moment(db: Path) -> None:
    for known in ("1", "2026-03-01T12:00:00Z", "2026-03-01T21:00:00+09:00"):
        result = run("screen", "Cal Sample", "--db", db, "--known-on", known)
        assert (result.exit_code, "known on revision 1" in result.stdout) == (0, True)
    assert run("screen", "Cal Sample", "--db", db).exit_code == 1
    assert "delisted" in run("history", f"{LIST}:0", "--db", db).stdout
    assert "delisted" not in run("history", f"{LIST}:0", "--db", db, "--known-on", "1").stdout
    assert (
        json.loads(run("lists", "versions", LIST, "--db", db, "--known-on", "1", "--json").stdout)["sequence"]
        == 1
    )
    assert (
        run("lists", "diff", LIST, "2020-01-06", "2020-01-06", "--db", db, "--known-on", "1").exit_code == 0
    )
    assert run("lists", "stats", LIST, "--db", db, "--known-on", "1").exit_code == 0


@pytest.mark.parametrize("known", ["yesterday", "2026-03-01", "2026-03-01T12:00", "-1", "1.0"])
def test_the_command_refuses_what_is_no_revision_and_no_moment(db: Path, known: str) -> None:
    assert "no revision and no moment" in error_of(
        run("screen", "Cal Sample", "--db", db, "--known-on", known)
    )


def test_the_command_withdraws_corrects_and_shows_what_was_done(db: Path) -> None:
    assert (
        "revision 4" in run("lists", "withdraw", LIST, "2020-01-10", "--db", db, "--reason", "a test").stdout
    )
    done = run(
        "lists",
        "correct-day",
        LIST,
        "2020-01-06",
        "--archived-by",
        "2020-01-08",
        "--db",
        db,
        "--reason",
        "late",
    )
    assert "by 2020-01-08" in done.stdout
    shown = run("lists", "revisions", LIST, "--db", db).stdout
    assert [word in shown for word in ("withdrawal", "correction", "a test", "late")] == [True] * 4
    lines = run("lists", "revisions", "--db", db, "--json").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == [
        "version", "version", "notices", "withdrawal", "correction",
    ]  # fmt: skip
    assert run("lists", "verify", "--db", db).exit_code == 0
    assert "--reason" in error_of(run("lists", "withdraw", LIST, "2020-01-08", "--db", db))
    assert "--archived-by" in error_of(
        run("lists", "correct-day", LIST, "2020-01-08", "--db", db, "--reason", "x")
    )
    assert "name your own store" in error_of(run("lists", "withdraw", LIST, "2020-01-08", "--reason", "x"))
