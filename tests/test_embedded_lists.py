"""What must be true of the lists shipped in ``lists/``: they agree with themselves and with their notices."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sanctions_screen.model import DateWindow, Name, Notice, Party
from sanctions_screen.store import ListStore
from sanctions_screen.store._jsonlines import SnapshotFile, read_notices, read_snapshot

LISTS = Path(__file__).resolve().parents[1] / "lists"
LIST_IDS = sorted(path.name for path in LISTS.iterdir() if path.is_dir())
SNAPSHOTS = sorted(path for path in LISTS.glob("*/*.jsonl") if path.name != "notices.jsonl")

# OFAC wrote UKRAINE2 when it listed the first of them and renamed the tag in 2014, without a notice each.
RENAMED = {"UKRAINE2": "UKRAINE-EO13661"}
# Two parties that left the SDN list before any edition at hand that gives reference numbers.
UNNUMBERED = {"us-ofac-sdn:unnumbered-shwe-mann", "us-ofac-sdn:unnumbered-thein-sein"}


@cache
def _snapshots(list_id: str) -> tuple[SnapshotFile, ...]:
    """Return a list's snapshots, oldest first."""
    return tuple(read_snapshot(path) for path in SNAPSHOTS if path.parent.name == list_id)


@cache
def _notices(list_id: str) -> tuple[Notice, ...]:
    return read_notices(LISTS / list_id / "notices.jsonl")[1]


@cache
def _all_parties() -> tuple[Party, ...]:
    """Return every party as every snapshot holds it."""
    return tuple(party for list_id in LIST_IDS for s in _snapshots(list_id) for party in s.parties)


def _held(snapshot: SnapshotFile) -> dict[str, Party]:
    return {party.party_id: party for party in snapshot.parties}


def _imo_check_digit_is_right(number: str) -> bool:
    """IMO ship numbers: the last digit is the last of the sum of the first six times 7, 6, 5, 4, 3, 2."""
    if not re.fullmatch(r"[0-9]{7}", number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False))
    return total % 10 == int(number[-1])


def test_both_lists_of_the_story_are_there() -> None:
    assert LIST_IDS == ["un-sc", "us-ofac-sdn"]


@pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_snapshot_file_is_whole_and_says_what_it_is(path: Path) -> None:
    snapshot = read_snapshot(path)  # recomputes count, order and digest
    header = snapshot.header
    assert (header.list_id, header.published_on.isoformat()) == (path.parent.name, path.stem)
    assert header.selection
    assert header.title
    assert header.publisher


@pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_snapshot_file_can_be_reviewed_by_eye(path: Path) -> None:
    assert path.stat().st_size < 64_000
    assert max(len(line) for line in path.read_text(encoding="utf-8").splitlines()) < 2_000


def test_there_are_at_least_eighty_parties() -> None:
    assert len({party.party_id for party in _all_parties()}) >= 80


@pytest.mark.parametrize("list_id", LIST_IDS)
def test_each_list_has_at_least_eight_snapshots_from_2012_to_2024(list_id: str) -> None:
    years = [snapshot.header.published_on.year for snapshot in _snapshots(list_id)]
    assert sum(2012 <= year <= 2024 for year in years) >= 8
    assert min(years) <= 2007


def test_every_kind_of_party_and_many_scripts_and_cultures_are_there() -> None:
    parties = list(_all_parties())
    assert {party.kind for party in parties} == {"person", "organisation", "vessel", "aircraft"}
    assert any(name.script == "Arab" for party in parties for name in party.names)
    assert {"MM", "KP", "IR", "SY", "RU", "CN", "MX", "CO", "PK"} <= {
        code for party in parties for code in party.country_codes
    }


def test_every_party_has_the_publishers_reference_but_two_that_say_they_have_none() -> None:
    ids = {party.party_id for party in _all_parties()}
    numbered = {party_id for party_id in ids if re.fullmatch(r"us-ofac-sdn:[0-9]+", party_id)}
    permanent = {party_id for party_id in ids if re.fullmatch(r"un-sc:[A-Z]{2}[ie]\.[0-9]{3}", party_id)}
    assert ids - numbered - permanent == UNNUMBERED


def test_every_imo_number_has_a_right_check_digit() -> None:
    vessels = [party for party in _all_parties() if party.kind == "vessel"]
    numbers = [one.value for party in vessels for one in party.identifiers if one.type == "imo"]
    assert len(numbers) == len(vessels) > 0
    assert [number for number in numbers if not _imo_check_digit_is_right(number)] == []


@pytest.mark.parametrize("number", ["9110237", "911023", "ABCDEFG"])
def test_the_check_of_imo_numbers_can_fail(number: str) -> None:
    assert not _imo_check_digit_is_right(number)


def test_only_facts_are_kept_and_no_remarks() -> None:
    assert [party.party_id for party in _all_parties() if party.remarks or party.extra] == []


def test_every_name_has_letters_and_stands_once_in_its_party() -> None:
    for party in _all_parties():
        texts = [name.text for name in party.names]
        assert len(texts) == len(set(texts)), party.party_id
        assert all(any(letter.isalpha() for letter in text) for text in texts), party.party_id


def test_no_record_states_a_day_after_its_snapshot() -> None:
    for snapshot in (one for list_id in LIST_IDS for one in _snapshots(list_id)):
        for party in snapshot.parties:
            stated = [*party.amended_on, *([party.listed_on] if party.listed_on else [])]
            assert all(day <= snapshot.header.published_on for day in stated), (party, snapshot.header)


def test_every_linked_party_that_is_named_by_id_is_on_the_list() -> None:
    ids = {party.party_id for party in _all_parties()}
    linked = {link.party_id for party in _all_parties() for link in party.linked_parties if link.party_id}
    assert linked
    assert linked <= ids


@pytest.mark.parametrize("list_id", LIST_IDS)
def test_every_notice_is_about_a_party_of_the_list_and_cites_its_source(list_id: str) -> None:
    ids = {party.party_id for party in _all_parties()}
    notices = _notices(list_id)
    assert notices
    for notice in notices:
        assert notice.party_id in ids
        assert notice.citation.strip()
        assert notice.programmes


@pytest.mark.parametrize("list_id", LIST_IDS)
def test_a_party_announced_as_delisted_is_absent_from_the_next_snapshot(list_id: str) -> None:
    told = [notice for notice in _notices(list_id) if notice.kind == "delisted"]
    for notice in told:
        after = [s for s in _snapshots(list_id) if s.header.published_on >= notice.on]
        assert all(notice.party_id not in _held(s) for s in after[:1]), (notice.party_id, notice.on)
        before = [s for s in _snapshots(list_id) if s.header.published_on < notice.on]
        assert any(notice.party_id in _held(s) for s in before[-1:]) or _came_after(before, notice), notice


def _came_after(before: list[SnapshotFile], notice: Notice) -> bool:
    """Return whether the party was announced as listed after the last of *before*: no snapshot held it."""
    listed = [n.on for n in _notices(notice.list_id) if n.party_id == notice.party_id and n.kind == "listed"]
    return any(before[-1].header.published_on < day <= notice.on for day in listed)


@pytest.mark.parametrize("list_id", LIST_IDS)
def test_a_party_announced_as_listed_is_in_the_next_snapshot_and_not_in_the_one_before(list_id: str) -> None:
    notices = _notices(list_id)
    for notice in notices:
        if notice.kind != "listed":
            continue
        days = [n.on for n in notices if n.party_id == notice.party_id and n.kind == "delisted"]
        gone = min((day for day in days if day >= notice.on), default=date.max)
        for snapshot in _snapshots(list_id):
            day = snapshot.header.published_on
            if day < notice.on:
                assert notice.party_id not in _held(snapshot), (notice.party_id, day)
        after = [s for s in _snapshots(list_id) if notice.on <= s.header.published_on < gone]
        assert all(notice.party_id in _held(s) for s in after[:1]), (notice.party_id, notice.on)


@pytest.mark.parametrize("list_id", LIST_IDS)
def test_the_programmes_of_the_last_notice_are_those_of_the_next_snapshot(list_id: str) -> None:
    compared = 0
    by_party: dict[str, list[Notice]] = {}
    for notice in _notices(list_id):
        by_party.setdefault(notice.party_id or "", []).append(notice)
    for party_id, notices in by_party.items():
        for notice, following in zip(notices, [*notices[1:], None], strict=True):
            end = following.on if following else date.max
            after = [s for s in _snapshots(list_id) if notice.on <= s.header.published_on < end]
            if notice.kind == "delisted" or not after:
                continue
            told = [RENAMED.get(programme, programme) for programme in notice.programmes]
            held = _held(after[0])[party_id].programmes
            assert sorted(held) == sorted(told), (party_id, notice.on)
            compared += 1
    assert compared > 10


@pytest.mark.parametrize("list_id", LIST_IDS)
def test_what_an_amendment_added_is_in_the_next_snapshot_and_what_it_removed_is_not(list_id: str) -> None:
    for notice in _notices(list_id):
        after = [s for s in _snapshots(list_id) if s.header.published_on >= notice.on]
        if notice.kind != "amended" or not after or notice.party_id not in _held(after[0]):
            continue
        names = {_text(name) for name in _held(after[0])[notice.party_id].names}
        for change in notice.changes:
            if change.field == "names":
                assert set(change.added) <= names, (notice.party_id, notice.on)
                assert not set(change.removed) & names, (notice.party_id, notice.on)


def _text(name: Name) -> str:
    return name.text if name.role == "primary" else f"{name.text} ({name.role})"


@pytest.fixture(scope="module")
def store() -> Iterator[ListStore]:
    with ListStore.embedded() as embedded:
        yield embedded


def test_the_embedded_store_verifies(store: ListStore) -> None:
    store.verify()


def test_the_embedded_store_is_what_its_files_say_though_it_is_kept(store: ListStore) -> None:
    fresh = ListStore.in_memory()
    fresh.import_folder(LISTS)
    with ListStore.embedded() as again:
        assert store.seal() == again.seal() == fresh.seal()


def test_lists_changed_since_the_embedded_store_was_kept_are_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(LISTS, tmp_path / "lists")
    shutil.rmtree(tmp_path / "lists" / LIST_IDS[0])
    monkeypatch.setattr("sanctions_screen.store._embedded.embedded_folder", lambda: tmp_path / "lists")
    monkeypatch.setattr("sanctions_screen._kept._FOLDER", tmp_path)
    with ListStore.embedded() as changed:
        assert [info.list_id for info in changed.lists()] == LIST_IDS[1:]


def test_an_older_sqlite_gives_the_same_embedded_store(
    store: ListStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sanctions_screen.store._database.Database.has_content", lambda: False)
    monkeypatch.setattr("sanctions_screen.store._embedded.kept", None)
    with ListStore.embedded() as read:
        assert read.seal() == store.seal()


def test_the_embedded_store_holds_every_snapshot_file_as_a_version(store: ListStore) -> None:
    for list_id in LIST_IDS:
        files = [(s.header.published_on, s.header.digest) for s in _snapshots(list_id)]
        assert [(v.published_on, v.digest) for v in store.versions(list_id)] == files


def test_the_embedded_store_says_that_its_lists_are_selections(store: ListStore) -> None:
    assert [(info.list_id, info.selection) for info in store.lists()] == [(i, True) for i in LIST_IDS]


def test_every_event_has_evidence_and_only_iran_entries_that_came_back_state_another_day(
    store: ListStore,
) -> None:
    contradicted = set()
    for party_id in sorted({party.party_id for party in _all_parties()}):
        for event in store.history(party_id).events:
            assert event.evidence, (party_id, event)
            contradicted |= {
                (party_id.partition(".")[0], event.kind, item.kind)
                for item in event.evidence
                if item.contradicts
            }
    # The UN put them back with their first listing date, as if they had never left.
    assert contradicted == {("un-sc:IRe", "relisted", "stated"), ("un-sc:IRi", "relisted", "stated")}


def test_every_history_agrees_with_every_snapshot(store: ListStore) -> None:
    for list_id in LIST_IDS:
        ids = sorted({p.party_id for s in _snapshots(list_id) for p in s.parties})
        histories = {party_id: store.history(party_id) for party_id in ids}
        for snapshot in _snapshots(list_id):
            held = _held(snapshot)
            for party_id, history in histories.items():
                status = history.status(snapshot.header.published_on)
                assert (status == "listed") == (party_id in held), (party_id, snapshot.header.published_on)


@pytest.mark.parametrize(
    ("party_id", "kind", "after", "until"),
    [
        ("us-ofac-sdn:20604", "listed", date(2016, 10, 11), date(2018, 1, 27)),
        ("us-ofac-sdn:20603", "listed", date(2016, 10, 11), date(2018, 1, 27)),
        ("us-ofac-sdn:24283", "listed", date(2018, 1, 27), date(2019, 1, 4)),
        ("us-ofac-sdn:24226", "delisted", date(2019, 1, 4), date(2020, 3, 7)),
        ("us-ofac-sdn:24227", "delisted", date(2019, 1, 4), date(2020, 3, 7)),
        ("us-ofac-sdn:24228", "delisted", date(2019, 1, 4), date(2020, 3, 7)),
        ("us-ofac-sdn:27225", "listed", date(2019, 1, 4), date(2020, 3, 7)),
        ("us-ofac-sdn:27225", "amended", date(2021, 1, 14), date(2021, 3, 10)),
        ("us-ofac-sdn:11317", "relisted", date(2018, 1, 27), date(2019, 1, 4)),
        ("us-ofac-sdn:38499", "delisted", date(2022, 8, 8), date(2022, 11, 15)),
        ("us-ofac-sdn:39796", "listed", date(2022, 8, 8), date(2022, 11, 15)),
        ("un-sc:IRi.039", "delisted", date(2023, 3, 27), date(2024, 9, 26)),
        ("un-sc:IRi.039", "relisted", date(2024, 9, 26), date(2025, 11, 29)),
        ("un-sc:IRe.066", "delisted", date(2023, 3, 27), date(2024, 9, 26)),
        ("un-sc:IRe.066", "relisted", date(2024, 9, 26), date(2025, 11, 29)),
    ],
)
def test_where_only_snapshots_bound_a_date_the_answer_is_the_window(
    store: ListStore, party_id: str, kind: str, after: date, until: date
) -> None:
    windows = [event.window for event in store.history(party_id).events if event.kind == kind]
    assert windows == [DateWindow(after=after, until=until)]


def test_days_that_the_publishers_announced_are_those_of_the_known_facts(
    store: ListStore, shared_dir: Path
) -> None:
    lists = {"OFAC SDN": "us-ofac-sdn", "UN": "un-sc"}
    kinds = {"listed": "listed", "removed": "delisted", "changed": "amended", "re-listed new uid": "listed"}
    checked = 0
    with (shared_dir / "data" / "known_history_facts.csv").open(encoding="utf-8", newline="") as facts:
        for row in csv.DictReader(facts):
            kind = kinds.get(row["event"])
            exact = re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"])
            if row["list"] not in lists or kind is None or exact is None or not row["id"]:
                continue
            history = store.history(f"{lists[row['list']]}:{row['id']}")
            days = [event.on for event in history.events if event.kind == kind]
            assert date.fromisoformat(row["date"]) in days, row
            checked += 1
    assert checked >= 15
