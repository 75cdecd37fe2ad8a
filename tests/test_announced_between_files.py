"""What notices tell where no file does yet: new names, comings told twice, changes that prove a listing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, notice, party, store_with

from sanctions_screen import Screener, ScreeningSettings, Subject
from sanctions_screen.errors import NoVersionError, StoreError
from sanctions_screen.history._timeline import Claim, Run, Sightings, Turn, standing_on, turns_of_each
from sanctions_screen.model import FieldChange, Name, PartialDate
from sanctions_screen.report import basis_lines, history_lines
from sanctions_screen.report.standing import standing_text
from sanctions_screen.store import ListStore

OLD = party(1, names=(Name(text="BREZHKOVA, Orlagh"),))
NEW = party(1, names=(Name(text="MWORIA, Gulbahar"),), birth_dates=(PartialDate.parse("1961-02-03"),))
OTHER = party(2)
PARTY = OLD.party_id


def found(store: ListStore, name: str, *days: int) -> list[str]:
    """Return how the one party stands by that name on each day: its status, or how else it came out."""
    told: list[str] = []
    for on in days:
        result = Screener(store, as_of=day(on)).screen(name)
        told.append(result.hits[0].status if result.hits else result.outcome)
    return told


# --- a record in a notice ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["listed", "amended"])
def test_who_is_announced_under_another_name_is_found_by_it_until_the_next_file(kind: str) -> None:
    store = store_with((day(0), [OLD]))
    store.add_notices(LIST, [notice(kind, day(5), 1, party=NEW)])
    assert found(store, "Gulbahar Mworia", 0, 4, 5, 9) == ["clear", "clear", "listed", "listed"]
    (hit,) = Screener(store, as_of=day(9)).screen("Gulbahar Mworia").hits
    assert (hit.party.party_id, hit.name_seen_on, hit.name_announced_on) == (PARTY, None, day(5))
    assert hit.matched_where == f"in a notice of {day(5)}"
    assert Screener(store, as_of=day(9)).screen("Orlagh Brezhkova").hits[0].matched_where == ""
    store.add_snapshot(LIST, [OLD], published_on=day(12))
    assert found(store, "Gulbahar Mworia", 9, 12) == ["listed", "clear"]


def test_who_left_and_is_announced_as_back_under_another_name_is_found_by_it_after_the_last_file() -> None:
    store = store_with((day(0), [OLD]), (day(3), [OTHER]))
    store.add_notices(LIST, [notice("listed", day(5), 1, party=NEW)])
    assert found(store, "Gulbahar Mworia", 4, 5, 9) == ["clear", "listed", "listed"]


def test_what_an_announcement_says_before_the_first_file_that_shows_the_party_is_compared() -> None:
    store = store_with((day(0), [OTHER]), (day(8), [OLD]))
    store.add_notices(LIST, [notice("listed", day(5), 1, party=NEW)])
    assert found(store, "Gulbahar Mworia", 4, 5, 8) == ["clear", "listed", "clear"]


def test_a_name_that_a_removal_gives_is_one_of_the_party_since_the_file_before() -> None:
    store = store_with((day(0), [OLD]))
    store.add_notices(LIST, [notice("delisted", day(5), 1, party=NEW)])
    assert found(store, "Gulbahar Mworia", 0, 3, 5, 9) == ["clear", "listed", "delisted", "delisted"]
    store.add_snapshot(LIST, [OLD], published_on=day(2))
    assert found(store, "Gulbahar Mworia", 1, 3) == ["clear", "listed"]


def test_so_is_one_that_a_change_is_announced_to_replace() -> None:
    now = party(1, names=(Name(text="ANDRZEJCZAK, Isolde"),))
    store = store_with((day(0), [OLD]))
    store.add_notices(LIST, [notice("amended", day(5), 1, party_before=NEW, party=now)])
    assert found(store, "Gulbahar Mworia", 0, 3, 5) == ["clear", "listed", "clear"]
    assert found(store, "Isolde Andrzejczak", 3, 5) == ["clear", "listed"]
    assert found(store, "Orlagh Brezhkova", 3, 5) == ["listed", "listed"]


def test_a_name_that_was_announced_and_announced_to_be_replaced_is_found_until_then() -> None:
    now = NEW.model_copy(update={"names": (Name(text="ANDRZEJCZAK, Isolde"),)})
    store = store_with((day(0), [OTHER]))
    store.add_notices(
        LIST,
        [notice("listed", day(2), 1, party=NEW), notice("amended", day(5), 1, party_before=NEW, party=now)],
    )
    store.add_snapshot(LIST, [OLD, OTHER], published_on=day(9))
    assert found(store, "Gulbahar Mworia", 2, 4, 5) == ["listed", "listed", "clear"]
    assert found(store, "Isolde Andrzejczak", 4, 5, 9) == ["clear", "listed", "clear"]


def test_of_one_that_no_file_ever_showed_every_announced_record_counts() -> None:
    short = party(1, names=(Name(text="BREZHKOVA, Orlagh"),))
    long = party(1, names=(*short.names, Name(text="MWORIA, Gulbahar", role="strong")))
    store = store_with((day(0), [OTHER]))
    store.add_notices(
        LIST, [notice("listed", day(2), 1, party=long), notice("delisted", day(60), 1, party=short)]
    )
    assert found(store, "Gulbahar Mworia", 1, 2, 59, 60, 90) == [
        "clear", "listed", "listed", "delisted", "delisted",
    ]  # fmt: skip


def test_a_copy_that_may_be_older_than_a_notice_does_not_do_away_with_it() -> None:
    store = store_with((day(0), [OLD]))
    store.add_snapshot(LIST, [OLD], published_on=day(9), precision="no-later-than")
    store.add_notices(LIST, [notice("listed", day(5), 1, party=NEW)])
    assert found(store, "Gulbahar Mworia", 4, 6, 9, 20) == ["clear", "listed", "listed", "listed"]
    store.add_snapshot(LIST, [OLD], published_on=day(30))
    assert found(store, "Gulbahar Mworia", 20, 30) == ["listed", "clear"]


def test_what_only_a_notice_tells_is_no_amendment_between_two_days() -> None:
    store = store_with((day(0), [OLD]), (day(20), [OLD]))
    store.add_notices(LIST, [notice("listed", day(5), 1, party=NEW)])
    for first, last in ((1, 6), (1, 20), (6, 7)):
        diff = store.diff(LIST, day(first), day(last))
        assert (diff.amended, diff.undated) == ((), ())


def test_a_notice_of_a_file_s_own_day_may_be_later_than_its_morning() -> None:
    store = store_with((day(0), [OLD]))
    store.add_notices(LIST, [notice("listed", day(0), 1, party=NEW)])
    assert found(store, "Gulbahar Mworia", 0, 3) == ["listed", "listed"]


def test_birth_dates_that_a_notice_gives_are_no_contradiction() -> None:
    old = OLD.model_copy(update={"birth_dates": (PartialDate.parse("1948-11-30"),)})
    store = store_with((day(0), [old]))
    store.add_notices(LIST, [notice("listed", day(5), 1, party=NEW)])
    asked = Subject(name="Gulbahar Mworia", kind="person", birth_date="1961-02-03")
    assert Screener(store, as_of=day(6)).screen(asked).hits[0].score == 1


# --- a coming, or going, that is told of though it was so ------------------------------------------------


def test_who_is_announced_as_listed_though_the_file_shows_it_may_have_left_in_between() -> None:
    """Told as certain: a file of these days without the party would have proved it wrong."""
    store = store_with((day(0), [OLD]), (day(8), [OLD]))
    store.add_notices(LIST, [notice("listed", day(5), 1)])
    history = store.history(PARTY)
    assert [history.status(day(n)) for n in (0, 1, 4, 5, 7, 8)] == [
        "listed", "unsettled", "unsettled", "listed", "listed", "listed",
    ]  # fmt: skip
    (hit,) = Screener(store, as_of=day(3)).screen("Orlagh Brezhkova").hits
    window = f"delisted between {day(0)} and {day(5)}"
    said = f"{window}, or not at all: announced on {day(5)} as listed, and was already"
    assert standing_text(hit) == said
    assert f"in doubt: {said}" in "\n".join(history_lines(history))
    with_file = store_with((day(0), [OLD]), (day(3), [OTHER]), (day(8), [OLD]))
    with_file.add_notices(LIST, [notice("listed", day(5), 1)])
    assert with_file.history(PARTY).status(day(3)) == "delisted"


def test_who_is_announced_as_delisted_anew_may_have_been_back_in_between() -> None:
    store = store_with((day(0), [OLD]), (day(3), [OTHER]))
    store.add_notices(LIST, [notice("delisted", day(2), 1), notice("delisted", day(7), 1)])
    history = store.history(PARTY)
    assert [history.status(day(n)) for n in (2, 3, 4, 6, 7, 9)] == [
        "delisted", "delisted", "unsettled", "unsettled", "delisted", "delisted",
    ]  # fmt: skip
    settings = ScreeningSettings(include_delisted=False)
    assert Screener(store, as_of=day(5), settings=settings).screen("Orlagh Brezhkova").outcome == "hit"
    assert "as delisted, and was not listed" in "\n".join(history_lines(history))


def test_no_doubt_is_cast_where_no_day_lies_between_or_announcements_are_complete() -> None:
    store = store_with((day(0), [OLD]))
    store.add_notices(LIST, [notice("listed", day(1), 1)])
    assert not store.history(PARTY).events[0].doubts
    store = store_with((day(0), [OLD]))
    store.add_notices(LIST, [notice("listed", day(5), 1)], complete=[(day(-9), day(9))])
    assert store.history(PARTY).status(day(3)) == "listed"


# --- a change proves a listing -------------------------------------------------------------------------


def test_who_is_announced_as_changed_is_on_the_list_by_then() -> None:
    """A party that nothing but a change told of was clear on every day."""
    store = store_with((day(0), [OTHER]))
    store.add_notices(LIST, [notice("amended", day(5), 1, party=NEW)])
    assert found(store, "Gulbahar Mworia", 0, 1, 4, 5, 9) == [
        "clear", "unsettled", "unsettled", "listed", "listed",
    ]  # fmt: skip
    (came, changed) = store.history(PARTY).events
    assert (came.kind, changed.kind) == ("listed", "amended")
    assert came.evidence[0].text == f"announced as changed on {day(5)}"


def test_one_that_the_next_file_does_not_show_left_after_the_change() -> None:
    store = store_with((day(0), [OTHER]), (day(9), [OTHER]))
    store.add_notices(LIST, [notice("amended", day(5), 1, party=NEW)])
    assert found(store, "Gulbahar Mworia", 4, 5, 7, 9) == ["unsettled", "listed", "unsettled", "delisted"]


def test_who_had_left_and_is_announced_as_changed_is_back() -> None:
    store = store_with((day(0), [OLD]), (day(2), [OTHER]))
    change = FieldChange(field="programmes", added=("B",))
    store.add_notices(LIST, [notice("amended", day(5), 1, changes=(change,))])
    assert found(store, "Orlagh Brezhkova", 2, 4, 5, 30) == ["delisted", "unsettled", "listed", "listed"]


def test_a_change_on_the_day_of_a_coming_or_a_going_adds_no_turn() -> None:
    store = store_with((day(0), [OTHER]))
    for kind, on in (("listed", 2), ("amended", 2), ("amended", 6), ("delisted", 6)):
        store.add_notices(LIST, [*store.notices(LIST), notice(kind, day(on), 1, party=NEW)])
    assert [(e.kind, e.on) for e in store.history(PARTY).events if e.kind != "amended"] == [
        ("listed", day(2)), ("delisted", day(6)),
    ]  # fmt: skip


def test_a_change_of_who_had_left_by_a_complete_record_brings_nobody_back() -> None:
    store = store_with((day(0), [OLD]))
    told = [notice("delisted", day(2), 1), notice("amended", day(5), 1)]
    store.add_notices(LIST, told, complete=[(day(-9), day(9))])
    assert store.history(PARTY).status(day(6)) == "delisted"


# --- the law --------------------------------------------------------------------------------------------

_AROUND = {"listed": (False, True), "amended": (True, True), "delisted": (True, False)}
"""Whether the party was on the list before, and after, what a notice tells of."""


@given(
    st.dictionaries(st.integers(0, 13), st.booleans(), min_size=1, max_size=5),
    st.dictionaries(st.integers(0, 13), st.sampled_from(sorted(_AROUND)), max_size=5),
)
def test_a_day_is_certain_where_the_evidence_on_both_sides_of_it_says_the_same(
    files: dict[int, bool], told: dict[int, str]
) -> None:
    """Evidence are files and notices; what a notice tells was otherwise until then."""
    evidence: list[tuple[int, bool, bool]] = []
    for on in sorted(files.keys() | told.keys()):
        of_day = [(on, *_AROUND[told[on]])] if on in told else []
        if on in files:  # the morning's, but where it shows already what is announced for the day
            first = not of_day or of_day[0][2] != files[on]
            of_day.insert(0 if first else 1, (on, files[on], files[on]))
        evidence += of_day
    turns = _turns(files, told)
    for on in range(min(files), 15):
        before = [each for each in evidence if each[0] <= on][-1]
        after = next((each for each in evidence if each[0] > on), None)
        status = standing_on(turns, day(on))[0]
        if before[0] < on and after is not None and before[2] != after[1]:
            first = (
                after[1] and not after[2] and not any(each[1] or each[2] for each in evidence if each < after)
            )
            if first and after[0] == on + 1:  # nothing but its going proves that it had come
                continue
            assert status == "unsettled"
        else:
            assert (status == "listed", status == "unsettled") == (before[2], False)


def _turns(files: dict[int, bool], told: dict[int, str]) -> list[Turn]:
    days = sorted(files)
    runs: list[Run] = []
    for at, on in enumerate(days):
        if files[on] and runs and runs[-1].last == at - 1:
            runs[-1] = Run(runs[-1].first, at)
        elif files[on]:
            runs.append(Run(at, at))
    claims = [Claim(told[on], day(on), number) for number, on in enumerate(sorted(told))]  # type: ignore[arg-type]
    dates = [day(on) for on in days]
    return turns_of_each([Sightings(dates, runs, claims, (), dates)])[0]


def test_nothing_is_known_before_a_notice_where_there_is_no_file() -> None:
    store = ListStore.in_memory()
    store.add_notices(LIST, [notice("amended", day(5), 1, party=NEW)])
    assert found(store, "Gulbahar Mworia", 5, 6) == ["listed", "listed"]
    with pytest.raises(NoVersionError):
        store.state(LIST, day(4))


# --- what cannot be compared ---------------------------------------------------------------------------


def test_a_notice_without_an_id_is_of_the_party_it_writes_and_one_that_names_none_is_refused() -> None:
    store = store_with((day(0), [OTHER]))
    told = notice("listed", day(5), 1, party=NEW).model_copy(update={"party_id": None})
    assert store.add_notices(LIST, [told]) == 1
    assert store.add_notices(LIST, [told]) == 0
    assert found(store, "Gulbahar Mworia", 4, 5) == ["clear", "listed"]
    with pytest.raises(StoreError, match=f"names no party .{day(6)}, Gazette"):
        store.add_notices(LIST, [notice("listed", day(6), 1).model_copy(update={"party_id": None})])


def test_a_party_announced_as_listed_of_whom_nothing_tells_a_name_is_told_with_every_answer() -> None:
    store = store_with((day(0), [OTHER]))
    store.add_notices(LIST, [notice("listed", day(5), 1)])
    early, late = (Screener(store, as_of=day(n)).screen("Orlagh Brezhkova").provenance for n in (4, 5))
    assert (early.lists[0].unnamed, late.lists[0].unnamed) == ((), (PARTY,))
    (said,) = [line for line in basis_lines(late) if "Mind: of" in line]
    assert said == (
        f"Mind: of 1 party that notices announce on {LIST}, nothing tells a name, so that nothing was "
        f"compared: {PARTY}."
    )
    store.add_snapshot(LIST, [OLD, OTHER], published_on=day(9))
    assert Screener(store, as_of=day(5)).screen("Orlagh Brezhkova").hits[0].status == "listed"
