"""A version whose day is only the last it can be of, and one that looks wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_helpers import error_of, run
from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, notice, parties, party

from sanctions_screen import DateWindow, DayPrecision, ListStore, Screener, ScreeningSettings
from sanctions_screen.errors import StoreError
from sanctions_screen.model import Name, UnsettledSpan
from sanctions_screen.report import history_lines
from sanctions_screen.report.standing import standing_text

UNSTATED: DayPrecision = "no-later-than"


def put(store: ListStore, on: int, held: str, *, archived: bool = False) -> None:
    """Put a version in that holds a party a letter."""
    store.add_snapshot(
        LIST,
        parties([(letter, "") for letter in held]),
        published_on=day(on),
        precision=UNSTATED if archived else "stated",
    )


def windows(store: ListStore, letter: str) -> list[tuple[str, DateWindow | None]]:
    return [(event.kind, event.window) for event in store.history(f"{LIST}:{letter}").events]


def test_a_window_after_an_archived_copy_begins_with_the_version_before_it() -> None:
    """A copy archived on the 25th held the list of some day since the 19th: 157 windows began too late."""
    store = ListStore.in_memory()
    put(store, 0, "ab")
    put(store, 6, "ac", archived=True)
    put(store, 9, "c")
    assert windows(store, "a")[1] == ("delisted", DateWindow(after=day(0), until=day(9)))
    assert windows(store, "b")[1] == ("delisted", DateWindow(after=day(0), until=day(6)))
    assert windows(store, "c")[0] == ("listed", DateWindow(after=day(0), until=day(6)))
    on_its_day = {m.party_id[-1]: m.status for m in store.state(LIST, day(6))}
    assert on_its_day == {"a": "unsettled", "b": "delisted", "c": "listed"}
    assert "archived by" in store.history(f"{LIST}:c").events[0].evidence[-1].text
    assert store.state(LIST, day(6)).provenance.precision == UNSTATED
    store.verify()


def test_an_archived_copy_that_alone_says_otherwise_makes_nobody_leave_or_return() -> None:
    store = ListStore.in_memory()
    put(store, 0, "ab")
    put(store, 5, "a")
    put(store, 8, "b", archived=True)
    put(store, 9, "a")
    assert [kind for kind, _ in windows(store, "a")] == ["listed"]
    assert [kind for kind, _ in windows(store, "b")] == ["listed", "delisted"]


def test_the_days_around_a_copy_that_alone_says_otherwise_are_unsettled() -> None:
    store = ListStore.in_memory()
    put(store, 0, "ab")
    put(store, 5, "a")
    put(store, 8, "b", archived=True)
    put(store, 9, "a")
    told = {n: {m.party_id[-1]: m.status for m in store.state(LIST, day(n))} for n in (5, 6, 8, 9)}
    assert told[5] == told[9] == {"a": "listed", "b": "delisted"}
    assert told[6] == told[8] == {"a": "unsettled", "b": "unsettled"}
    for letter, kind in (("a", "delisted"), ("b", "listed")):
        history = store.history(f"{LIST}:{letter}")
        window = DateWindow(after=day(5), until=day(9))
        assert history.events[-1].doubts == (UnsettledSpan(kind=kind, window=window, copied_by=day(8)),)
        assert [history.status(day(n)) for n in (5, 6, 8, 9)] == [told[n][letter] for n in (5, 6, 8, 9)]
        assert not history.up_to(day(5)).events[-1].doubts
    settings = ScreeningSettings(include_delisted=False)
    (hit,) = Screener(store, as_of=day(8), settings=settings).screen("Name b").hits
    assert standing_text(hit).endswith(f"or not at all: a copy archived by {day(8)} alone says so")
    assert f"in doubt: {standing_text(hit)}" in "\n".join(history_lines(hit.history))


def test_a_notice_within_the_days_around_such_a_copy_settles_them() -> None:
    store = ListStore.in_memory()
    for on, letters in ((0, "ab"), (5, "b"), (9, "ab")):
        put(store, on, letters, archived=on == 5)
    store.add_notices(LIST, [notice("delisted", day(3), "a"), notice("listed", day(7), "a")])
    assert [store.history(f"{LIST}:a").status(day(n)) for n in (2, 3, 6, 7)] == [
        "listed", "delisted", "delisted", "listed",
    ]  # fmt: skip


def test_a_notice_of_a_day_that_an_archived_copy_may_be_older_than_is_not_contradicted_by_it() -> None:
    store = ListStore.in_memory()
    put(store, 0, "a")
    put(store, 9, "ab", archived=True)
    put(store, 12, "b")
    store.add_notices(LIST, [notice("delisted", day(5), "a")])
    (_, gone) = store.history(f"{LIST}:a").events
    assert (gone.kind, gone.on) == ("delisted", day(5))
    assert not any(each.contradicts for each in gone.evidence)


def test_an_amendment_between_archived_copies_is_compared_on_every_day_it_may_be_of() -> None:
    store = ListStore.in_memory()
    for on, name, precision in (
        (0, "Ann Example", "stated"),
        (5, "Ann Example", UNSTATED),
        (9, "Cal Sample", "stated"),
    ):
        held = [party(1, names=(Name(text=name),))]
        store.add_snapshot(LIST, held, published_on=day(on), precision=precision)  # type: ignore[arg-type]
    for on in (1, 5, 8):
        (hit,) = Screener(store, as_of=day(on)).screen("Cal Sample").hits
        assert hit.name_seen_on == day(9)
    assert Screener(store, as_of=day(0)).screen("Cal Sample").outcome == "clear"


truth = st.lists(st.sets(st.sampled_from("abc")), min_size=12, max_size=12)
copies = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 4)), min_size=1, max_size=8)


@given(truth, copies)
def test_no_day_told_as_certain_is_wrong_however_late_copies_were_archived(
    held: list[set[str]], taken: list[tuple[int, int]]
) -> None:
    """Copies in the order of their content, each archived some days later, and before the next was taken."""
    store = ListStore.in_memory()
    last, made_on, first = -1, list[int](), 12
    for made, late in sorted(taken):
        if made <= last:
            continue
        last = made + late
        made_on.append(made)
        first = min(first, last)
        put(store, last, "".join(sorted(held[made])), archived=late > 0)
    present = [number for number, _ in sorted(taken)]
    for letter in "abc":
        try:
            history = store.history(f"{LIST}:{letter}")
        except StoreError:
            continue
        for event in history.events:
            assert event.window is not None
            after = -1 if event.window.after is None else (event.window.after - day(0)).days
            before, then = letter in held[after] if after >= 0 else False, event.kind != "delisted"
            days = range(max(after, 0), min((event.window.until - day(0)).days, 11) + 1)
            assert any((letter in held[on]) == then for on in days)
            assert after < 0 or before != then or any((letter in held[on]) != then for on in days)
        for on in range(first, made_on[-1]):
            status = history.status(day(on))
            around = [max(made for made in made_on if made <= on), min(m for m in made_on if m >= on)]
            copied = {letter in held[made] for made in around}
            assert status == "unsettled" or copied == {status == "listed"}
    assert present


def test_a_file_says_its_day_or_the_last_it_can_be_and_not_two_that_contradict(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("party_id,name\n1,Ann Example\n", encoding="utf-8")
    store = ListStore.in_memory()
    version = store.import_file(own, "mine", archived_by=day(3))
    assert (version.published_on, version.precision) == (day(3), UNSTATED)
    with pytest.raises(StoreError, match="not both"):
        store.import_file(own, "mine", day(3), archived_by=day(3))
    with pytest.raises(StoreError, match="archived_by where it may be older"):
        store.import_file(own, "mine")
    assert store.import_file(own, "mine", day(3)).sequence == 2, "the same content, and its day is stated now"


def test_the_command_asks_which_day_is_meant(tmp_path: Path) -> None:
    own, db = tmp_path / "own.csv", tmp_path / "lists.db"
    own.write_text("party_id,name\n1,Ann Example\n", encoding="utf-8")
    asked = ("lists", "import", own, "--list", "mine", "--db", db)
    assert "--archived-by DAY where the copy may be older" in error_of(run(*asked))
    assert "not both" in error_of(run(*asked, "--published-on", "2020-01-04", "--archived-by", "2020-01-04"))
    assert "by 2020-01-04" in run(*asked, "--archived-by", "2020-01-04").stdout
    exported = tmp_path / "out"
    assert run("lists", "export", exported, "--db", db).exit_code == 0
    assert run("lists", "import", exported, "--db", tmp_path / "copy.db").exit_code == 0
    with ListStore.open(tmp_path / "copy.db") as copy, ListStore.open(db) as store:
        assert copy.versions("mine") == store.versions("mine")


# --- what looks wrong ----------------------------------------------------------------------------------


def test_a_version_that_undoes_the_one_before_and_is_undone_by_the_next_looks_wrong(tmp_path: Path) -> None:
    store = ListStore.in_memory()
    for on, held in ((0, "abcdef"), (7, "abcdgh"), (14, "abcdef"), (21, "abcdgh"), (28, "abcdghi")):
        put(store, on, held)
    doubts = store.doubts(LIST)
    assert [(d.published_on, d.undone, d.changed) for d in doubts] == [(day(7), 4, 4), (day(14), 4, 4)]
    store.withdraw(LIST, day(14), reason="an old file")
    assert store.doubts(LIST) == ()
    assert len(store.doubts(LIST, known_on=5)) == 2


def test_a_busy_week_with_one_slip_taken_back_looks_right() -> None:
    store = ListStore.in_memory()
    for on, held in ((0, "abc"), (7, "abdefg"), (14, "abcdefg"), (21, "abcdefg")):
        put(store, on, held)
    assert store.doubts(LIST) == ()


def test_the_command_tells_of_it_with_the_import_that_shows_it(tmp_path: Path) -> None:
    db = tmp_path / "lists.db"
    for on, names in ((1, "abcd"), (8, "abef"), (15, "abcd")):
        file = tmp_path / f"{on}.csv"
        file.write_text("party_id,name\n" + "".join(f"{n},Name {n}\n" for n in names), encoding="utf-8")
        done = run(
            "lists", "import", file, "--list", "mine", "--db", db, "--published-on", f"2020-01-{on:02}"
        )
    assert "mine of 2020-01-08 looks wrong: of 4 parties" in " ".join(done.stderr.split())
    assert "lists withdraw" in done.stderr
