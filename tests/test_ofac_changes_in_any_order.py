"""Announcements are tied anew with every version: what they tell does not depend on the order of imports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from store_parties import party

from sanctions_screen.errors import (
    IntegrityError,
    MalformedFileError,
    NoVersionError,
    UnknownPartyError,
    UnsafeFileError,
)
from sanctions_screen.model import Name
from sanctions_screen.store import ListStore
from sanctions_screen.store._importing import ListFacts, SnapshotFacts, import_snapshot
from sanctions_screen.store._revisions import list_rows

SDN = "us-ofac-sdn"
NEW = """07/02/13:

The following [BURMA] entries have been added to OFAC's SDN list:

HTAY, Thein; DOB 07 Sep 1955; POB Taunggyi, Burma; General (individual) [BURMA].

07/09/13:

The following [BURMA] entries have been removed:

GOLDEN EXAMPLE CO., LTD., Yangon, Burma [BURMA].
""".replace("\n", "\r\n")
HTAY = party(9, list_id=SDN, names=(Name(text="HTAY, Thein"),))


def told_first(tmp_path: Path) -> ListStore:
    """Return a store to which the change file came before the version that holds the party."""
    path = tmp_path / "sdnew.txt"
    path.write_bytes(NEW.encode())
    store = ListStore.in_memory()
    store.import_changes([path])
    other = party(1, list_id=SDN, names=(Name(text="SOMEBODY, Else"),))
    store.add_snapshot(SDN, [other], published_on=date(2013, 7, 10))
    return store


def test_a_version_imported_after_the_change_files_takes_its_announcements(tmp_path: Path) -> None:
    """They stayed with a party of their own, and the party lost its exact days."""
    store = told_first(tmp_path)
    store.add_snapshot(SDN, [HTAY], published_on=date(2013, 7, 9))
    (listed, _) = store.history(f"{SDN}:9").events
    assert (listed.kind, listed.on) == ("listed", date(2013, 7, 2))
    assert {n.party_id for n in store.notices(SDN) if n.kind == "listed"} == {f"{SDN}:9"}
    store.verify()


def test_verify_finds_announcements_that_are_tied_to_the_wrong_party(tmp_path: Path) -> None:
    """A store that had the fault was called right: nothing was there to compare its notices with."""
    store = told_first(tmp_path)
    import_snapshot(store._db, ListFacts(SDN), SnapshotFacts(date(2013, 7, 9)), [HTAY])
    with pytest.raises(IntegrityError, match="not those that its change files and versions tell"):
        store.verify()


def test_change_files_missing_a_year_leave_that_year_out_of_the_record(tmp_path: Path) -> None:
    store = ListStore.in_memory()
    for year in (2010, 2013, 2011):
        path = tmp_path / f"sdnew{year}.txt"
        path.write_bytes(NEW.replace("/13", f"/{year - 2000}").encode())
        store.import_changes([path])
    with pytest.raises(NoVersionError):
        store.state(SDN, date(2010, 7, 1))
    (row,) = list_rows(store._db)
    assert row.periods == (
        (date(2010, 7, 2), date(2011, 7, 9)), (date(2013, 7, 2), date(2013, 7, 9)),
    )  # fmt: skip


def test_an_exported_list_takes_its_change_files_with_it(tmp_path: Path) -> None:
    """Else a version imported into the copy would leave announcements with whom the export knew."""
    store = told_first(tmp_path)
    store.import_changes([tmp_path / "sdnew.txt"], until=date(2013, 7, 12))
    paths = store.export(SDN, tmp_path / "lists")
    assert [path.name for path in paths] == [
        "2013-07-10.jsonl",
        "notices.jsonl",
        "sdnew.txt",
        "revisions.jsonl",
    ]
    copy = ListStore.in_memory()
    copy.import_folder(tmp_path / "lists")
    copy.verify()
    assert copy.state(SDN).provenance == store.state(SDN).provenance
    for each in (store, copy):
        each.add_snapshot(SDN, [HTAY], published_on=date(2013, 7, 9))
    heads = [(r.kind, r.head_chain, r.notices_digest) for r in store.revisions()]
    assert [(r.kind, r.head_chain, r.notices_digest) for r in copy.revisions()] == heads
    assert copy.history(f"{SDN}:9") == store.history(f"{SDN}:9")
    assert copy.notices(SDN) == store.notices(SDN)


@pytest.mark.parametrize(
    ("name", "raw", "error", "told"),
    [
        ("sdnew.txt", b"else", MalformedFileError, "SHA-256 is not the one"),
        ("../sdnew.txt", NEW.encode(), UnsafeFileError, "is no file name"),
    ],
)
def test_a_change_file_of_an_export_that_was_changed_is_refused(
    tmp_path: Path, name: str, raw: bytes, error: type[Exception], told: str
) -> None:
    folder = told_first(tmp_path).export(SDN, tmp_path / "lists")[0].parent
    header, _, rest = (folder / "notices.jsonl").read_text(encoding="utf-8").partition("\n")
    text = header.replace('"name":"sdnew.txt"', f'"name":"{name}"') + "\n" + rest
    (folder / "notices.jsonl").write_text(text, encoding="utf-8", newline="\n")
    (folder / "changes" / name).write_bytes(raw)
    with pytest.raises(error, match=told):
        ListStore.in_memory().import_folder(folder)


def test_a_notice_carried_in_from_elsewhere_is_tied_as_all_in_the_store_is(tmp_path: Path) -> None:
    """Another store knew less, and tied the announcement to a party of its own."""
    poorer = told_first(tmp_path)
    store = told_first(tmp_path)
    store.add_snapshot(SDN, [HTAY], published_on=date(2013, 7, 9))
    expected = store.notices(SDN)
    store.add_notices(SDN, poorer.notices(SDN))
    assert store.notices(SDN) == expected
    store.verify()


def test_the_real_files_tell_the_same_in_any_order(shared_dir: Path) -> None:
    """A snapshot imported after the change files left its parties' announcements to parties of their own.

    Thein Htay was then found twice: as listed, without his exact days, and as somebody delisted.
    """
    changes = [shared_dir / "data" / "us-ofac-changes" / "sdnew13.txt"]
    answers = []
    for order in (("2018-01-27", "2015-01-17", "changes"), ("2018-01-27", "changes", "2015-01-17")):
        with ListStore.in_memory() as store:
            for step in order:
                if step == "changes":
                    store.import_changes(changes)
                else:
                    file = shared_dir / "data" / SDN / step / "SDN.CSV"
                    store.import_file(file, list_id=SDN, published_on=date.fromisoformat(step))
            days = [date(2013, 6, 3), date(2016, 10, 6)]
            states = [store.state(SDN, day) for day in days]
            notices = store.notices(SDN)
            answers.append(
                (
                    {n.party_id for n in notices if n.party and n.party.primary_name.text == "HTAY, Thein"},
                    store.history(f"{SDN}:16102"),
                    [(list(state), state.provenance.evidence_digest) for state in states],
                    [len(store.snapshot(SDN, day)) for day in days],
                    notices,
                )
            )
    assert answers[0] == answers[1]
    assert answers[0][0] == {f"{SDN}:16102"}
    assert answers[0][1].events[0].on == date(2013, 7, 2)


def test_an_id_that_a_party_had_before_its_reference_was_known_still_leads_to_it(tmp_path: Path) -> None:
    """It led nowhere once a version gave the party its reference."""
    store = told_first(tmp_path)
    (former,) = {n.party_id for n in store.notices(SDN) if n.kind == "listed"}
    assert former is not None
    assert store.history(former).party_id == former
    store.add_snapshot(SDN, [HTAY], published_on=date(2013, 7, 9))
    assert store.history(former).party_id == f"{SDN}:9"
    assert store.party(former).party_id == f"{SDN}:9"


@pytest.mark.parametrize("made_up", ["notice-20130702-00000000", "notice-20139999-00000000", "notice-x"])
def test_an_id_that_nothing_ever_had_is_still_unknown(tmp_path: Path, made_up: str) -> None:
    with pytest.raises(UnknownPartyError):
        told_first(tmp_path).history(f"{SDN}:{made_up}")
