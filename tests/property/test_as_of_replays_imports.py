"""Law: an as-of answer is what replaying the imports gives, and unsettled where the next file differs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, parties

from sanctions_screen.errors import NoVersionError
from sanctions_screen.store import ListStore

DAYS = 6
content = st.dictionaries(st.integers(0, 4), st.sampled_from(["a", "b"]), max_size=5).map(
    lambda held: tuple(sorted(held.items()))
)
imports = st.lists(st.tuples(st.integers(0, DAYS - 1), content), min_size=1, max_size=9)
Content = tuple[tuple[int, str], ...]


def replay(done: list[tuple[int, Content]], on: int) -> Content | None:
    """Return what the list held on a day: the last import of the newest day on or before it."""
    days = [number for number, _ in done if number <= on]
    return [held for number, held in done if number == max(days)][-1] if days else None


def following(done: list[tuple[int, Content]], on: int) -> Content | None:
    """Return what the next file after a day held; None after the last, and on a file's own day."""
    later = [number for number, _ in done if number > on]
    if not later or on in [number for number, _ in done]:
        return None
    return replay(done, min(later))


def held_on(store: ListStore, on: date) -> tuple[dict[int, str], set[int]] | None:
    """Return the text of each party that was on the list for certain, and who may have been."""
    try:
        snapshot = store.snapshot(LIST, on)
    except NoVersionError:
        return None
    held = {int(party.reference): party.remarks or "" for party in snapshot}
    return held, {int(party_id.partition(":")[2]) for party_id in snapshot.unsettled}


def told_of(done: list[tuple[int, Content]], on: int) -> tuple[dict[int, str], set[int]] | None:
    """Return the same by the imports alone: who is in both files around the day, and who in one of them."""
    before, after = replay(done, on), following(done, on)
    if before is None:
        return None
    now, then = dict(before), dict(before if after is None else after)
    return {key: text for key, text in now.items() if key in then}, now.keys() ^ then.keys()


@given(imports)
def test_the_list_as_of_any_day_is_what_replaying_the_imports_gives(done: list[tuple[int, Content]]) -> None:
    with ListStore.in_memory() as store:
        for number, held in done:
            store.add_snapshot(LIST, parties(held), published_on=day(number))
        for on in range(-1, DAYS + 1):
            assert held_on(store, day(on)) == told_of(done, on)
        store.verify()


@given(imports)
def test_every_version_can_be_read_by_its_digest_superseded_or_not(done: list[tuple[int, Content]]) -> None:
    with ListStore.in_memory() as store:
        for number, held in done:
            version = store.add_snapshot(LIST, parties(held), published_on=day(number))
            assert version.party_count == len(held)
        digests = {}
        for _, held in done:
            digest = ListStore.in_memory().add_snapshot(LIST, parties(held), published_on=day(0)).digest
            digests[digest] = held
        assert {version.digest for version in store.versions(LIST)} == digests.keys()
        for digest, held in digests.items():
            assert store.content(LIST, digest) == tuple(parties(held))


@given(imports)
def test_the_status_of_a_party_on_a_day_is_whether_the_list_of_that_day_holds_it(
    done: list[tuple[int, Content]],
) -> None:
    with ListStore.in_memory() as store:
        for number, held in done:
            store.add_snapshot(LIST, parties(held), published_on=day(number))
        first = min(number for number, _ in done)
        for on in range(first, DAYS):
            now = {reference for reference, _ in replay(done, on) or ()}
            ever = {r for past in range(first, on + 1) for r, _ in replay(done, past) or ()}
            state = store.state(LIST, day(on))
            found = {member.party_id: member.status for member in state}
            told = told_of(done, on)
            assert told is not None
            expected = {r: "listed" if r in now else "delisted" for r in ever}
            expected |= dict.fromkeys(told[1], "unsettled")
            assert found == {f"{LIST}:{r}": status for r, status in expected.items()}
            for member in state:
                assert store.history(member.party_id).status(day(on)) == member.status
                assert state.history(member.party_id).status(day(on)) == member.status


@given(imports, st.randoms(use_true_random=False))
def test_the_order_of_imports_of_different_days_changes_no_answer(
    done: list[tuple[int, Content]], random: object
) -> None:
    one_a_day = list({number: (number, held) for number, held in done}.values())
    shuffled = list(one_a_day)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    answers = []
    for order in (one_a_day, shuffled):
        with ListStore.in_memory() as store:
            for number, held in order:
                store.add_snapshot(LIST, parties(held), published_on=day(number))
            states = [store.state(LIST, v.published_on) for v in store.versions(LIST)]
            histories = [state.history(member.party_id) for state in states for member in state]
            answers.append(([list(state) for state in states], histories))
    assert answers[0] == answers[1]


def test_a_day_before_all_that_is_known_is_an_error_that_names_the_oldest_day() -> None:
    store = ListStore.in_memory()
    store.add_snapshot(LIST, parties([(1, "a")]), published_on=day(3))
    with pytest.raises(NoVersionError, match=r"my-list.*2019-12-31.*2020-01-04"):
        store.state(LIST, day(-1))
