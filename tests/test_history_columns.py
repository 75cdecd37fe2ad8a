"""A new column of the publisher: a change of form, told apart from what it changed of its parties."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, party, store_with

from sanctions_screen.errors import IntegrityError
from sanctions_screen.history._comparable import new_columns
from sanctions_screen.history.columns import columns_of, without_columns
from sanctions_screen.model import Address, Country, FieldChange, Identifier, LinkedParty, Name, Party
from sanctions_screen.store import ListStore

MANY = range(1, 13)


def held(number: int, *, alias: bool = True, **fields: Any) -> Party:
    names = [Name(text=f"Name {number}"), *([Name(text=f"Alias {number}", role="strong")] if alias else [])]
    return party(number, names=tuple(names), addresses=(Address(text="Street"),), **fields)


def graded(number: int) -> Party:
    names = Name(text=f"Name {number}"), Name(text=f"Alias {number}", role="weak")
    return held(number).model_copy(update={"names": names})


def placed(number: int) -> Party:
    return held(number).model_copy(update={"addresses": (Address(text="Street", city="Yangon"),)})


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        (held, lambda n: held(n, gender="male"), "gender"),
        (held, lambda n: held(n, extra=(("Sanction type", "travel ban"),)), "extra"),
        (held, lambda n: held(n, citizenships=(Country(text="Burma", code="MM"),)), "citizenships"),
        (held, graded, "names"),
        (held, placed, "addresses"),
        (lambda n: held(n, alias=False), held, "names"),
        (lambda n: held(n, extra=(("Old", "x"),)), held, "extra"),
    ],
    ids=[
        "a field",
        "one of its own",
        "a record",
        "a grade",
        "a part of an address",
        "aliases",
        "one that goes",
    ],
)
def test_a_column_that_nobody_had_before_amends_nobody(before: Any, after: Any, field: str) -> None:
    """A new column was told as 836 amendments."""
    store = store_with((day(0), [before(n) for n in MANY]), (day(9), [after(n) for n in MANY]))
    found = store.diff(LIST, day(0), day(9))
    assert found.amended == ()
    assert [[(c.field, c.of_form) for c in each.changes] for each in found.retold] == [[(field, True)]] * 12
    assert [event.kind for event in store.history(f"{LIST}:1").events] == ["listed"]
    assert store.statistics(LIST).periods[0].amended.total == 0


def test_what_was_changed_beside_a_new_column_is_an_amendment() -> None:
    before = [held(n) for n in MANY]
    after = [held(n, extra=(("New", "x"),)) for n in MANY]
    after[0] = held(1, extra=(("New", "x"),), programmes=("IRAN",))
    store = store_with((day(0), before), (day(9), after))
    (amended,) = store.diff(LIST, day(0), day(9)).amended
    assert amended.changes == (
        FieldChange(field="programmes", added=("IRAN",)),
        FieldChange(field="extra", added=("New: x",), of_form=True),
    )
    assert store.history(f"{LIST}:1").events[-1].changes == amended.changes[:1]


@pytest.mark.parametrize("filled", [1, 2, 5])
def test_what_a_few_get_first_is_an_amendment_of_theirs(filled: int) -> None:
    after = [held(n, gender="male") if n <= filled else held(n) for n in MANY]
    store = store_with((day(0), [held(n) for n in MANY]), (day(9), after))
    assert len(store.diff(LIST, day(0), day(9)).amended) == filled


def test_a_column_that_was_gone_for_one_version_is_compared_with_the_last_that_had_it() -> None:
    first = [held(n, gender="male") for n in MANY]
    last = [held(n, gender="female" if n == 1 else "male") for n in MANY]
    store = store_with((day(0), first), (day(9), [held(n) for n in MANY]), (day(20), last))
    events = store.history(f"{LIST}:1").events
    assert [(e.kind, e.window and e.window.after) for e in events] == [("listed", None), ("amended", day(0))]
    assert events[1].changes == (FieldChange(field="gender", removed=("male",), added=("female",)),)
    assert [event.kind for event in store.history(f"{LIST}:2").events] == ["listed"]


def test_versions_in_any_order_and_taken_out_tell_the_same() -> None:
    versions = [(day(0), [held(n) for n in MANY]), (day(9), [held(n, gender="male") for n in MANY])]
    store, other = store_with(*versions), store_with(*reversed(versions))
    for each in (store, other):
        each.add_snapshot(LIST, [held(1)], published_on=day(9))
        each.withdraw(LIST, day(9), reason="an empty file")
        each.correct_day(LIST, day(9), day(8), reason="its own day")
        each.verify()
    assert store.diff(LIST, day(0), day(8)).amended == other.diff(LIST, day(0), day(8)).amended == ()


def test_the_counts_are_verified(tmp_path: Path) -> None:
    path = tmp_path / "lists.db"
    with ListStore.open(path) as store:
        store.add_snapshot(LIST, [held(1)], published_on=day(0))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE filled SET parties = 9 WHERE field = 'names'")
    with ListStore.open(path) as store, pytest.raises(IntegrityError, match="count of the columns"):
        store.verify()


RECORDS = st.builds(
    held,
    st.integers(1, 9),
    alias=st.booleans(),
    gender=st.none() | st.just("male"),
    extra=st.sampled_from([(), (("a", "b"),), (("a", "b"), ("c", "d"))]),
    identifiers=st.sampled_from([(), (Identifier(type="passport", value="1", label="No."),)]),
    linked_parties=st.sampled_from([(), (LinkedParty(relation="of", name="X"),)]),
    birth_dates=st.sampled_from([(), ("1970",)]),
)


@given(st.lists(RECORDS, min_size=1, max_size=30), st.lists(RECORDS, min_size=1, max_size=30))
def test_without_the_new_columns_no_record_fills_one(one: list[Party], other: list[Party]) -> None:
    """A record stays a record, whatever columns are taken from it, and has none of them afterwards."""
    columns = new_columns(
        *(Counter(c for p in each for c in columns_of(p.to_json_dict())) for each in (one, other))
    )
    for each in without_columns((record, columns) for record in (*one, *other)):
        assert not columns_of(each.to_json_dict()) & columns
