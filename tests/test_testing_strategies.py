"""The strategies make what they say they make."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from sanctions_screen.model import Party, Subject
from sanctions_screen.store import ListStore
from sanctions_screen.testing import (
    CULTURES,
    ListTimeline,
    imo_numbers,
    list_timelines,
    partial_dates,
    parties,
    person_names,
    stores,
    subjects,
    timeline_of,
)

SCRIPTS = [("korean", "Hang", "HANGUL"), ("burmese", "Mymr", "MYANMAR"), ("arabic", "Arab", "ARABIC"),
           ("russian", "Cyrl", "CYRILLIC"), ("chinese", "Hani", "CJK")]  # fmt: skip


@pytest.mark.parametrize(("culture", "script", "block"), SCRIPTS)
@given(data=st.data())
def test_names_are_in_the_script_asked_for(
    culture: str, script: str, block: str, data: st.DataObject
) -> None:
    name = data.draw(person_names(culture, script))  # type: ignore[arg-type]
    assert all(block in unicodedata.name(letter) for letter in name if letter.isalpha())


@pytest.mark.parametrize("culture", CULTURES)
@given(data=st.data())
def test_every_culture_has_names_in_latin_letters(culture: str, data: st.DataObject) -> None:
    name = data.draw(person_names(culture, "Latn"))  # type: ignore[arg-type]
    assert all("LATIN" in unicodedata.name(letter) for letter in name if letter.isalpha())
    assert len(name.replace("-", " ").split()) >= 2


def test_a_script_the_culture_is_not_written_in_is_refused() -> None:
    with pytest.raises(ValueError, match="Latn, Hang"):
        find(person_names("korean", "Cyrl"), bool)


@given(number=imo_numbers())
def test_imo_numbers_have_the_right_check_digit(number: str) -> None:
    weighted = sum(int(digit) * (7 - place) for place, digit in enumerate(number[:6]))
    assert len(number) == 7
    assert weighted % 10 == int(number[6])


@given(born=partial_dates(first_year=1950, last_year=1960))
def test_birth_dates_start_in_the_years_asked_for(born: object) -> None:
    assert 1950 <= born.earliest.year <= 1960  # type: ignore[attr-defined]


@given(party=parties(list_id="my-list", kind="vessel"))
def test_parties_are_of_the_list_and_kind_asked_for(party: Party) -> None:
    assert (party.list_id, party.kind) == ("my-list", "vessel")
    assert all(identifier.type == "imo" for identifier in party.identifiers)


@given(subject=subjects(kind="organisation"))
def test_an_organisation_has_no_birth_date(subject: Subject) -> None:
    assert subject.birth_date is None


def test_strategies_shrink_to_something_a_person_can_read() -> None:
    party = find(parties(kind="person"), bool, settings=settings(max_examples=20))
    assert len(party.names) == 1
    assert len(party.birth_dates) == 0


@given(timeline=list_timelines())
def test_a_timeline_s_notices_lie_where_its_snapshots_allow(timeline: ListTimeline) -> None:
    changes = {(change.party_id, change.kind, change.until): change for change in timeline.changes()}
    for notice in timeline.notices:
        fitting = [
            change for change in changes.values()
            if (change.party_id, change.kind) == (notice.party_id, notice.kind)
            and (change.after is None or change.after < notice.on) and notice.on <= change.until
        ]  # fmt: skip
        assert fitting, notice


@given(timeline=list_timelines())
def test_a_change_lies_between_one_snapshot_and_the_next(timeline: ListTimeline) -> None:
    before = dict(zip(timeline.days, (None, *timeline.days), strict=False))
    assert all(change.after == before[change.until] for change in timeline.changes())


@given(timeline=list_timelines())
def test_changes_replayed_give_who_is_present_on_each_day(timeline: ListTimeline) -> None:
    present: set[str] = set()
    changes = list(timeline.changes())
    for day in timeline.days:
        for change in [each for each in changes if each.until == day]:
            (present.add if change.kind == "listed" else present.remove)(change.party_id)
        assert present == timeline.present_on(day).keys()


def test_two_snapshots_of_one_day_are_refused() -> None:
    with pytest.raises(ValueError, match="one day"):
        timeline_of("my-list", [(date(2020, 1, 1), ()), (date(2020, 1, 1), ())])


@given(timeline=list_timelines(max_parties=3, max_snapshots=3), data=st.data())
def test_a_store_holds_the_snapshots_of_its_timeline_whatever_the_order_of_import(
    timeline: ListTimeline, data: st.DataObject
) -> None:
    store = ListStore.in_memory()
    timeline.load_into(store, data.draw(st.permutations(range(len(timeline.snapshots)))))
    days = {version.published_on: version.party_count for version in store.versions(timeline.list_id)}
    assert days == {day: len(members) for day, members in timeline.snapshots}


@given(store=stores())
def test_a_generated_store_can_be_screened_against(store: ListStore) -> None:
    assert sum(info.version_count for info in store.lists()) >= 1
