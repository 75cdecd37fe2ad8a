"""Copies of an uncertain day beside notices: what a notice says, until a file that is surely later tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise, product
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, notice, parties, party

from sanctions_screen import Screener, ScreeningSettings
from sanctions_screen.history._timeline import Claim, Run, Sightings, standing_on, turns_of_each
from sanctions_screen.history.turns import _without_flicker
from sanctions_screen.report import history_lines
from sanctions_screen.report.standing import standing_text
from sanctions_screen.store import ListStore

File = tuple[int, str]
"""A day and what is there: ``+`` the party, ``-`` others alone, ``?`` behind it for an archive's copy."""


def store_of(*files: File, told: tuple[tuple[int, str], ...] = (), complete: Any = ()) -> ListStore:
    store = ListStore.in_memory()
    for on, shown in files:
        held = parties([("z", ""), *([("a", "")] if shown[0] == "+" else [])])
        precision: Any = "no-later-than" if shown[1:] else "stated"
        store.add_snapshot(LIST, held, published_on=day(on), precision=precision)
    store.add_notices(
        LIST, [notice(kind, day(on), "a", party=party("a")) for on, kind in told], complete=complete
    )
    return store


def statuses(store: ListStore, *days: int) -> list[str]:
    return [store.history(f"{LIST}:a").status(day(n)) for n in days]


@pytest.mark.parametrize("then", ["+?", "+"])
def test_who_left_and_came_back_by_notices_is_listed_when_a_copy_shows_it(then: str) -> None:
    """The removal was put behind the copy, for it alone did not agree: the party had left for ever."""
    store = store_of((0, "+"), (9, then), told=((5, "delisted"), (7, "listed")))
    assert statuses(store, 4, 5, 6, 7, 9, 30) == [
        "listed", "delisted", "delisted", "listed", "listed", "listed",
    ]  # fmt: skip
    settings = ScreeningSettings(include_delisted=False)
    assert Screener(store, as_of=day(20), settings=settings).screen("Name a").outcome == "hit"


def test_comings_and_goings_are_told_in_the_order_of_their_days() -> None:
    store = store_of((0, "-"), (9, "-?"), told=((5, "listed"), (7, "delisted")))
    assert statuses(store, 4, 5, 6, 7, 9) == ["never-listed", "listed", "listed", "delisted", "delisted"]
    assert [(e.kind, e.on) for e in store.history(f"{LIST}:a").events] == [
        ("listed", day(5)), ("delisted", day(7)),
    ]  # fmt: skip


@pytest.mark.parametrize(("first", "copy", "kind"), [("+", "+?", "delisted"), ("-", "-?", "listed")])
def test_a_copy_archived_after_a_notice_that_it_does_not_agree_with_leaves_it_open(
    first: str, copy: str, kind: str
) -> None:
    store = store_of((0, first), (9, copy), told=((5, kind),))
    assert statuses(store, 5, 6, 9, 400) == [kind, "unsettled", "unsettled", "unsettled"]
    hit = Screener(store, as_of=day(20)).screen("Name a").hits[0]
    other = "listed" if kind == "delisted" else "delisted"
    said = (
        f"{other} after {day(5)}, or not at all: a copy archived by {day(9)} may be older than what was "
        f"announced on {day(5)}"
    )
    assert standing_text(hit) == said
    assert f"in doubt: {said}" in "\n".join(history_lines(hit.history))
    agreeing = "-" if kind == "delisted" else "+"
    store = store_of((0, first), (9, copy), (12, agreeing), told=((5, kind),))
    assert statuses(store, 5, 6, 11, 12, 30) == [kind, "unsettled", "unsettled", kind, kind]


def test_where_notices_are_complete_an_older_copy_leaves_nothing_open() -> None:
    store = store_of((0, "+"), (9, "+?"), told=((5, "delisted"),), complete=[(day(-9), day(10))])
    assert statuses(store, 5, 9, 30) == ["delisted"] * 3
    store = store_of((0, "+"), (19, "+?"), told=((5, "delisted"),), complete=[(day(-9), day(10))])
    assert statuses(store, 5, 10, 11, 30) == ["delisted", "delisted", "unsettled", "unsettled"]


def test_a_copy_that_a_notice_agrees_with_does_not_stand_alone() -> None:
    """Delisted, not shown, and shown again: no notice told of the return, and it was delisted for ever."""
    store = store_of((0, "+?"), (4, "-?"), (8, "+?"), (12, "+?"), told=((2, "delisted"),))
    assert statuses(store, 1, 2, 3, 7, 8, 30) == [
        "listed", "delisted", "unsettled", "unsettled", "listed", "listed",
    ]  # fmt: skip
    store = store_of((0, "-"), (4, "+?"), (8, "-"), told=((2, "listed"),))
    assert statuses(store, 1, 2, 4, 5, 8) == ["never-listed", "listed", *["unsettled"] * 2, "delisted"]


def test_a_notice_of_a_later_day_settles_nothing_of_the_days_around_a_copy_that_stands_alone() -> None:
    store = store_of((0, "+"), (2, "-?"), (9, "+"), told=((7, "delisted"),))
    assert statuses(store, 0, 1, 2, 6, 7) == ["listed", "unsettled", "unsettled", "unsettled", "delisted"]


def test_a_copy_may_be_older_than_what_was_announced_anew() -> None:
    store = store_of((0, "+"), (2, "+?"), (3, "-?"), told=((1, "listed"),))
    assert statuses(store, 0, 3, 30) == ["listed", "unsettled", "unsettled"]
    store = store_of((0, "+"), (2, "+?"), (3, "-?"), (6, "-"), told=((1, "listed"),))
    assert statuses(store, 3, 5, 6, 30) == ["unsettled", "unsettled", "delisted", "delisted"]
    complete = [(day(-1), day(9))]
    store = store_of((0, "+"), (2, "+?"), (3, "-?"), told=((1, "listed"),), complete=complete)
    assert statuses(store, 3, 30) == ["delisted", "delisted"]


def test_a_copy_passed_over_is_of_the_notice_s_day_at_the_latest() -> None:
    store = store_of((3, "+?"), told=((1, "delisted"),))
    assert [(e.kind, e.effective_by) for e in store.history(f"{LIST}:a").events] == [
        ("listed", day(1)), ("delisted", day(1)),
    ]  # fmt: skip
    assert statuses(store, 1, 2, 5) == ["delisted", "unsettled", "unsettled"]


def test_a_change_is_no_older_than_the_copy_that_shows_the_party_before_it() -> None:
    store = store_of((0, "+"), (9, "-?"), told=((5, "amended"),))
    assert statuses(store, 1, 5, 6, 9, 30) == ["listed", "listed", "unsettled", "delisted", "delisted"]
    store = store_of((0, "-"), (9, "-?"), told=((5, "amended"),))
    assert statuses(store, 1, 5, 6, 30) == ["unsettled", "listed", "unsettled", "unsettled"]


# --- the law --------------------------------------------------------------------------------------------

_LAST = 7
Evidence = tuple[int, bool, bool]
"""Its day, and whether the party was on the list before, and after, what it tells."""


def _orders(
    made: tuple[int, ...], shown: list[bool], told: tuple[int, str] | None
) -> Iterator[list[Evidence]]:
    """Yield the orders that files made on these days and a notice may have."""
    files = [(on, held, held) for on, held in zip(made, shown, strict=True)]
    if told is None:
        yield files
        return
    on, kind = told
    claim = on, kind == "delisted", kind == "listed"
    for at in range(len(files) + 1):
        in_order = all(file[0] <= on for file in files[:at]) and all(file[0] >= on for file in files[at:])
        if in_order and not (at < len(files) and files[at][0] == on and files[at][1] != claim[2]):
            yield [*files[:at], claim, *files[at:]]


@given(
    st.dictionaries(st.integers(0, _LAST), st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=3),
    st.none() | st.tuples(st.integers(0, _LAST), st.sampled_from(["listed", "delisted"])),
)
def test_no_day_is_certain_that_copies_of_other_days_would_tell_otherwise(
    files: dict[int, tuple[bool, bool]], told: tuple[int, str] | None
) -> None:
    """Copies may be of any day since the file before. Of all these days, those that need the fewest comings
    and goings that nobody told of agree about each day whose status is certain."""
    days = sorted(files)
    shown = [files[on][0] for on in days]
    stated = [at == 0 or not files[on][1] for at, on in enumerate(days)]
    if told and told[0] in files:
        return
    turns = _turns(days, shown, stated, told)
    first = [
        max(on for on, sure in zip(days[: at + 1], stated, strict=False) if sure) for at in range(len(days))
    ]
    ways = [
        order
        for made in product(*(range(a, b + 1) for a, b in zip(first, days, strict=True)))
        if list(made) == sorted(made)
        for order in _orders(made, shown, told)
    ]
    fewest = min(sum(a[2] != b[1] for a, b in pairwise(way)) for way in ways)
    likely = [way for way in ways if sum(a[2] != b[1] for a, b in pairwise(way)) == fewest]
    for on in range(days[0], _LAST + 3):
        status = standing_on(turns, day(on))[0]
        if status == "unsettled" or (told is not None and told == (on + 1, "delisted")):
            continue  # a going alone proves a coming by the day before
        for way in likely:
            before = [each for each in way if each[0] <= on]
            after = [each for each in way if each[0] > on]
            if not before or any(each[0] == on and each[2] == (status == "listed") for each in before):
                continue
            said = {before[-1][2], *(each[1] for each in after[:1])}
            assert said == {status == "listed"}


def _turns(days: list[int], shown: list[bool], stated: list[bool], told: tuple[int, str] | None) -> Any:
    dates = [day(on) for on in days]
    floors: list[date] = []
    for on, sure in zip(dates, stated, strict=True):
        floors.append(on if sure else floors[-1])
    runs: list[Run] = []
    for at, held in enumerate(shown):
        if held and runs and runs[-1].last == at - 1:
            runs[-1] = Run(runs[-1].first, at)
        elif held:
            runs.append(Run(at, at))
    claims = [Claim(told[1], day(told[0]), 0)] if told else []  # type: ignore[arg-type]
    uncertain = frozenset(at for at, sure in enumerate(stated) if not sure)
    alone: list[int] = []
    if uncertain and runs:
        of: Any = SimpleNamespace(days=dates, uncertain=uncertain, versions=dates)
        runs, alone = _without_flicker(runs, of, claims)
    return turns_of_each([Sightings(dates, runs, claims, (), floors, alone)])[0]
