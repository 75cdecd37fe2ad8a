"""Refreshing a list from a publisher with good days and bad, over real HTTP on the loopback address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from publishing import Publisher, csv_of

from sanctions_screen.errors import StoreError
from sanctions_screen.refresh import FetchLimits, Ledger, RefreshOutcome, accept, refresh
from sanctions_screen.store import ListStore

pytest.importorskip("httpx2")
pytest.importorskip("stamina")

LIMITS = FetchLimits(first_wait_seconds=0.01, read_seconds=2.0, total_seconds=2.0, attempts=2)
LIST = "my-list"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ListStore]:
    with ListStore.open(tmp_path / "lists.db") as opened:
        yield opened


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "lists.db")


def run(store: ListStore, publisher: Publisher, ledger: Ledger) -> RefreshOutcome:
    return refresh(
        store, LIST, ledger, urls={LIST: publisher.url}, limits=LIMITS, now=datetime(2024, 1, 3, tzinfo=UTC)
    )


def test_a_first_good_file_is_imported_with_the_day_the_server_gives(
    store: ListStore, publisher: Publisher, ledger: Ledger
) -> None:
    outcome = run(store, publisher, ledger)
    assert (outcome.status, outcome.party_count) == ("updated", 100)
    assert store.versions(LIST)[-1].published_on == date(2024, 1, 1)
    assert ledger.entry(LIST).last_success == datetime(2024, 1, 3, tzinfo=UTC)


def test_an_unchanged_file_is_a_success_that_imports_nothing(
    store: ListStore, publisher: Publisher, ledger: Ledger
) -> None:
    run(store, publisher, ledger)
    assert run(store, publisher, ledger).status == "unchanged"
    assert len(store.versions(LIST)) == 1


@pytest.mark.parametrize(
    "body",
    [b"<html><body>Down for maintenance</body></html>", b"", csv_of(100)[:-5].replace(b"name", b"nom", 1)],
    ids=["html-with-200", "empty", "renamed-column"],
)
def test_a_file_that_is_not_the_list_fails_and_the_version_in_use_stays(
    store: ListStore, publisher: Publisher, ledger: Ledger, body: bytes
) -> None:
    run(store, publisher, ledger)
    publisher.publish(body, tag='"2"')
    outcome = run(store, publisher, ledger)
    assert outcome.status == "failed"
    assert outcome.error
    assert ledger.entry(LIST).last_error == outcome.error
    assert [version.party_count for version in store.versions(LIST)] == [100]


def test_a_server_error_fails_loudly_and_the_next_good_day_recovers(
    store: ListStore, publisher: Publisher, ledger: Ledger
) -> None:
    run(store, publisher, ledger)
    publisher.status, publisher.etag = 500, '"2"'
    assert run(store, publisher, ledger).status == "failed"
    publisher.status = 200
    publisher.publish(csv_of(101), tag='"3"')
    assert run(store, publisher, ledger).status == "updated"
    assert ledger.entry(LIST).last_error is None
    assert store.versions(LIST)[-1].party_count == 101


def test_a_list_that_shrank_waits_for_a_human_who_may_accept_it(
    store: ListStore, publisher: Publisher, ledger: Ledger
) -> None:
    run(store, publisher, ledger)
    publisher.publish(csv_of(50), tag='"2"')
    held = run(store, publisher, ledger)
    assert held.status == "held"
    assert held.guard is not None
    assert held.guard.removed == 50
    assert store.versions(LIST)[-1].party_count == 100
    assert run(store, publisher, ledger).status == "held", "asking again must not make it pass"
    assert accept(store, LIST, ledger).party_count == 50
    assert store.versions(LIST)[-1].party_count == 50
    assert store.versions(LIST)[-1].published_on == date(2024, 1, 2)
    assert ledger.held(LIST) is None


def test_a_good_version_after_a_held_one_takes_its_place(
    store: ListStore, publisher: Publisher, ledger: Ledger
) -> None:
    run(store, publisher, ledger)
    publisher.publish(csv_of(50), tag='"2"')
    run(store, publisher, ledger)
    publisher.publish(csv_of(102), tag='"3"', day="Wed, 03 Jan 2024 08:00:00 GMT")
    assert run(store, publisher, ledger).status == "updated"
    assert ledger.held(LIST) is None


def test_a_version_held_back_is_no_success(store: ListStore, publisher: Publisher, ledger: Ledger) -> None:
    run(store, publisher, ledger)
    success = ledger.entry(LIST).last_success
    publisher.publish(csv_of(50), tag='"2"')
    assert run(store, publisher, ledger).status == "held"
    assert (ledger.entry(LIST).last_success, success is None) == (success, False)


def test_a_programme_lost_whole_and_an_older_file_wait_too(
    store: ListStore, publisher: Publisher, ledger: Ledger
) -> None:
    publisher.publish(csv_of(99) + b"100,Rare Person,RARE\n", tag='"1"')
    run(store, publisher, ledger)
    publisher.publish(csv_of(100), tag='"2"')
    assert run(store, publisher, ledger).status == "held"
    publisher.publish(csv_of(99) + b"100,Rare Person,RARE\n", tag='"3"', day="Mon, 01 Jan 2018 08:00:00 GMT")
    outcome = run(store, publisher, ledger)
    assert outcome.guard is not None
    assert "older than the version in use" in " ".join(outcome.guard.reasons)


def test_there_is_nothing_to_accept_when_nothing_is_held(store: ListStore, ledger: Ledger) -> None:
    with pytest.raises(StoreError, match="nothing of the list my-list is held back"):
        accept(store, LIST, ledger)


def test_a_ledger_that_was_tampered_with_is_one_clear_error(ledger: Ledger) -> None:
    folder = ledger.folder / LIST
    folder.mkdir(parents=True)
    (folder / "ledger.json").write_text("{not json")
    with pytest.raises(StoreError, match=r"ledger\.json"):
        ledger.entry(LIST)


@pytest.mark.parametrize("list_id", ["../escape", "a/b", "", ".hidden"])
def test_a_list_id_cannot_lead_out_of_the_ledger(ledger: Ledger, list_id: str) -> None:
    with pytest.raises(StoreError, match="no list id"):
        ledger.entry(list_id)
