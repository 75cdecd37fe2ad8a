"""Servers and files that would have a refresh believe them: none is accepted, ten of each kind."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cli_helpers import run as command
from hypothesis import given
from hypothesis import strategies as st
from publishing import Publisher, csv_of, publishing
from test_refresh_guard import DAY, LATER, parties

from sanctions_screen.errors import StoreError
from sanctions_screen.model import Identifier, Name, PartialDate, Party, SourceFile
from sanctions_screen.refresh import FetchLimits, Ledger, RefreshOutcome, accept, import_guarded, refresh
from sanctions_screen.refresh.guard import judge
from sanctions_screen.sources import ParsedList
from sanctions_screen.store import ListStore

pytest.importorskip("httpx2")
pytest.importorskip("stamina")

LIST = "my-list"
NOW = datetime(2024, 1, 6, tzinfo=UTC)
LIMITS = FetchLimits(first_wait_seconds=0.01, read_seconds=2.0, total_seconds=2.0, attempts=2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ListStore]:
    with ListStore.open(tmp_path / "lists.db") as opened:
        yield opened


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "lists.db")


def fetched(store: ListStore, publisher: Publisher, ledger: Ledger, list_id: str = LIST) -> RefreshOutcome:
    return refresh(store, list_id, ledger, urls={list_id: publisher.url}, limits=LIMITS, now=NOW)


def rich(count: int) -> list[Party]:
    """Parties with an alias, a birth date and an identifier each."""
    return [
        party.model_copy(
            update={
                "names": (*party.names, Name(text=f"Alias {number}", role="strong")),
                "birth_dates": (PartialDate.of_day(date(1950, 1, 1) + timedelta(days=number)),),
                "identifiers": (Identifier(type="passport", value=f"P{number}"),),
            }
        )
        for number, party in enumerate(parties(count))
    ]


@pytest.mark.parametrize(
    ("kept", "told"),
    [("names", "aliases"), ("birth_dates", "birth dates"), ("identifiers", "identifiers")],
)
@given(lost=st.integers(6, 100))
def test_a_version_that_lost_facts_of_its_parties_waits(kept: str, told: str, lost: int) -> None:
    before = rich(100)
    bare = {kept: before[0].names[:1] if kept == "names" else ()}
    after = [party.model_copy(update=bare) if at < lost else party for at, party in enumerate(before)]
    report = judge(LIST, after, published_on=LATER, current=before, current_published_on=DAY)
    assert any(told in reason for reason in report.reasons)


@pytest.mark.parametrize("count", [60, 80, 100, 200, 400, 1000, 2000, 5000, 10_000, 20_000])
def test_a_version_mostly_not_understood_waits(count: int) -> None:
    assert judge(LIST, parties(count), published_on=DAY, unread=count // 20).passed
    assert not judge(LIST, parties(count), published_on=DAY, unread=max(count // 20, 3) + 1).passed


@pytest.mark.parametrize("days", [1, 7])
@pytest.mark.parametrize("lost", range(1, 11))
def test_no_sequence_of_losses_that_are_allowed_ends_in_half_a_list(
    tmp_path: Path, store: ListStore, ledger: Ledger, lost: int, days: int
) -> None:
    counts, day = [200], DAY
    (tmp_path / "files").mkdir()
    for number in range(50):
        file = SourceFile(name="list.csv", sha256=f"{number:064x}", size=1)
        made = ParsedList(LIST, tuple(parties(counts[-1])), "user-csv", "1", (file,))
        if import_guarded(store, made, day, ledger, tmp_path / "files", today=day).status != "updated":
            break
        counts.append(counts[-1] - lost)
        day += timedelta(days=days)
    assert counts[-2] >= 180, "a tenth may go within a year before anybody looks, and no more"


@pytest.mark.parametrize("lost", range(1, 11))
def test_facts_lost_little_by_little_wait_too(
    tmp_path: Path, store: ListStore, ledger: Ledger, lost: int
) -> None:
    (tmp_path / "files").mkdir()
    counts, whole = [200], rich(200)
    for number in range(50):
        day, file = DAY + timedelta(days=number), SourceFile(name="x", sha256=f"{number:064x}", size=1)
        now = tuple(p if at < counts[-1] else p.model_copy(update={"names": p.names[:1]})
                    for at, p in enumerate(whole))  # fmt: skip
        made = ParsedList(LIST, now, "user-csv", "1", (file,))
        if import_guarded(store, made, day, ledger, tmp_path / "files", today=day).status != "updated":
            break
        counts.append(counts[-1] - lost)
    assert counts[-2] >= 180


def test_a_loss_little_by_little_waits(store: ListStore, publisher: Publisher, ledger: Ledger) -> None:
    statuses = []
    for number, count in enumerate((1000, 952, 907, 864)):
        day = f"{['Mon', 'Tue', 'Wed', 'Thu'][number]}, 0{number + 1} Jan 2024 08:00:00 GMT"
        publisher.publish(csv_of(count), tag=f'"{number}"', day=day)
        statuses.append(fetched(store, publisher, ledger).status)
    assert statuses == ["updated", "updated", "updated", "held"]
    accept(store, LIST, ledger)
    publisher.publish(csv_of(860), tag='"9"', day="Fri, 05 Jan 2024 08:00:00 GMT")
    assert fetched(store, publisher, ledger).status == "updated", "a human has accepted what was lost by then"


UN = b"""<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2024-01-01"><INDIVIDUALS><INDIVIDUAL>
<FIRST_NAME>SOMEBODY</FIRST_NAME><REFERENCE_NUMBER>QDi.%d</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS>
</CONSOLIDATED_LIST>"""


@pytest.mark.parametrize(
    "list_id", ["us-ofac-sdn", "us-ofac-cons", "eu-fsf", "gb-fcdo", "ca-sema", "ch-seco"]
)
def test_another_publisher_s_file_waits_at_the_first_fetch(
    store: ListStore, publisher: Publisher, ledger: Ledger, list_id: str
) -> None:
    for number in range(10):
        publisher.publish(UN % number, tag=f'"{number}"')
        outcome = fetched(store, publisher, ledger, list_id)
        assert outcome.status == "held"
        assert outcome.guard is not None
        assert "it is no file of" in outcome.guard.reasons[0]


@pytest.mark.parametrize("count", [1, 2, 5, 10, 20, 50, 100, 200, 400, 505])
def test_a_first_fetch_far_too_small_waits(
    store: ListStore, publisher: Publisher, ledger: Ledger, count: int
) -> None:
    one = UN[UN.index(b"<INDIVIDUAL>") : UN.index(b"</INDIVIDUALS>")]
    records = b"".join(one % number for number in range(count))
    head, tail = UN[: UN.index(b"<INDIVIDUAL>")], UN[UN.index(b"</INDIVIDUALS>") :]
    publisher.publish(head + records + tail, tag='"1"')
    outcome = fetched(store, publisher, ledger, "un-sc")
    assert outcome.status == "held"
    assert outcome.guard is not None
    assert "known to hold about 1,011" in outcome.guard.reasons[0]


@dataclass
class Place:
    """Where a store stands, what is published, and what becomes of the store between two fetches."""

    path: Path
    publisher: Publisher

    def fetch(self, list_id: str = LIST) -> str:
        with ListStore.open(self.path) as store:
            return fetched(store, self.publisher, Ledger(self.path), list_id).status

    def without_store(self) -> None:
        for file in self.path.parent.glob("lists.db*"):
            if file.is_file():
                file.unlink()

    def put_back(self) -> None:
        """As it was before the last version: from a copy."""
        shutil.copy(self.path, self.path.with_name("copy"))
        self.publisher.publish(csv_of(101), tag='"2"')
        assert self.fetch() == "updated"
        self.without_store()
        shutil.copy(self.path.with_name("copy"), self.path)

    def withdrawn(self) -> None:
        self.publisher.publish(csv_of(101), tag='"2"')
        assert self.fetch() == "updated"
        with ListStore.open(self.path) as store:
            store.withdraw(LIST, date(2024, 1, 2), reason="a mistake")

    def others_store(self) -> None:
        """Another list's store under the same name."""
        self.without_store()
        with ListStore.open(self.path) as store:
            store.add_snapshot("other", [], published_on=DAY)

    def same_list_of_another_day(self) -> None:
        self.without_store()
        with ListStore.open(self.path) as store:
            store.add_snapshot(LIST, parties(99), published_on=DAY)

    def same_day_of_another_list(self) -> None:
        """A ledger copied from one list's folder to another's."""
        folder = Ledger(self.path).folder
        self.without_store()
        text = (folder / LIST / "ledger.json").read_text("utf-8").replace(LIST, "other")
        (folder / "other").mkdir()
        (folder / "other/ledger.json").write_text(text, "utf-8")
        assert self.fetch("other") == "updated"

    def ledger_of_another_time(self) -> None:
        """The ledger kept from before, the store emptied, and another version in it by hand."""
        self.same_list_of_another_day()
        with ListStore.open(self.path) as store:
            store.add_snapshot(LIST, parties(98), published_on=LATER)

    def imported_by_hand(self) -> None:
        with ListStore.open(self.path) as store:
            store.add_snapshot(LIST, parties(100), published_on=LATER)

    def rebuilt_in_place(self) -> None:
        self.without_store()
        ListStore.open(self.path).close()

    def held_and_thrown_away(self) -> None:
        self.publisher.publish(csv_of(2), tag='"2"')
        assert self.fetch() == "held"
        shutil.rmtree(Ledger(self.path).held_files(LIST))
        self.without_store()


BETWEEN = [
    Place.without_store, Place.put_back, Place.withdrawn, Place.others_store, Place.same_list_of_another_day,
    Place.same_day_of_another_list, Place.ledger_of_another_time, Place.imported_by_hand,
    Place.rebuilt_in_place, Place.held_and_thrown_away,
]  # fmt: skip


@pytest.mark.parametrize("happens", BETWEEN, ids=lambda each: each.__name__)
def test_not_changed_is_believed_only_of_what_the_store_holds(
    tmp_path: Path, publisher: Publisher, happens: Callable[[Place], None]
) -> None:
    place = Place(tmp_path / "lists.db", publisher)
    assert place.fetch() == "updated"
    assert place.fetch() == "unchanged"
    happens(place)
    assert place.fetch() != "unchanged"


@pytest.mark.parametrize("known", range(2))
def test_not_changed_from_a_server_that_was_not_asked_is_no_answer(
    store: ListStore, publisher: Publisher, ledger: Ledger, known: int
) -> None:
    for _ in range(known):
        publisher.status, publisher.body = 200, csv_of(100)
        publisher.etag = publisher.day = ""
        assert fetched(store, publisher, ledger).status == "updated"
    publisher.status, publisher.body = 304, b""
    for _ in range(5):
        outcome = fetched(store, publisher, ledger)
        assert outcome.status == "failed"
        assert "was not asked whether" in str(outcome.error)


PAGES = {
    "html": b"<html><body>Down for maintenance</body></html>", "nothing": b"", "blanks": b" \n\t\n",
    "json": b'{"error": "rate limited"}', "an empty table": b"[]", "xml": b"<Error><Code>Gone</Code></Error>",
    "half an archive": b"PK\x03\x04\x14", "an empty archive": b"PK\x05\x06" + bytes(18),
    "an archive of a page": gzip.compress(b"<!doctype html><title>x</title>"), "pdf": b"%PDF-1.7\n%",
    "a picture": b"\x89PNG\r\n\x1a\n", "a feed": b"<rss version='2.0'><channel/></rss>",
    "noughts": bytes(5_000), "a header alone": b"party_id,name,programmes\n", "half a header": b"party_id,na",
    "a bomb of entities": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>',
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_a_list_s_place_is_not_taken(
    store: ListStore, publisher: Publisher, ledger: Ledger, name: str
) -> None:
    for number, list_id in enumerate((LIST, "un-sc")):
        publisher.publish(PAGES[name], tag=f'"{number}"')
        assert fetched(store, publisher, ledger, list_id).status in ("failed", "held")
    assert store.lists() == ()
    publisher.publish(csv_of(100), tag='"8"')
    assert fetched(store, publisher, ledger).status == "updated"
    publisher.publish(PAGES[name], tag='"9"')
    assert fetched(store, publisher, ledger).status in ("failed", "held")
    assert [version.party_count for version in store.versions(LIST)] == [100]


@pytest.mark.parametrize("year", [2025, 2026, 2027, 2030, 2099, 2100, 2500, 2999, 9000, 9999])
def test_a_day_that_has_not_come_waits_and_cannot_be_accepted(
    store: ListStore, publisher: Publisher, ledger: Ledger, year: int
) -> None:
    publisher.publish(csv_of(100), tag='"1"', day=f"Fri, 01 Jan {year} 08:00:00 GMT")
    assert fetched(store, publisher, ledger).status == "held"
    with pytest.raises(StoreError, match="has not come"):
        accept(store, LIST, ledger, today=NOW.date())
    assert store.lists() == ()


def test_six_lists_of_which_two_fail_bring_four_and_say_which(tmp_path: Path) -> None:
    db = tmp_path / "own.db"
    names = [f"list-{letter}" for letter in "abcdef"]
    with publishing() as good, publishing() as bad:
        bad.status = 404
        urls = dict.fromkeys(("list-a", "list-c", "list-d", "list-f"), good.url) | {"list-b": bad.url}
        words = [word for name, url in urls.items() for word in ("--url", f"{name}={url}")]
        told = command("lists", "fetch", *names, "--db", db, *words, "--json")
    assert told.exit_code == 2
    outcomes = {each["list_id"]: each for each in map(json.loads, told.stdout.splitlines())}
    assert [outcomes[name]["status"] for name in names] == [
        "updated", "failed", "updated", "updated", "failed", "updated",
    ]  # fmt: skip
    assert "no address is known" in outcomes["list-e"]["error"]
    with ListStore.open(db) as store:
        assert len(store.lists()) == 4


def test_a_list_not_seen_for_too_long_has_exit_code_3(tmp_path: Path) -> None:
    db, file = tmp_path / "own.db", tmp_path / "mine.csv"
    file.write_bytes(csv_of(3))
    old = (datetime.now(UTC).date() - timedelta(days=60)).isoformat()
    assert command("lists", "import", file, "--list", LIST, "--published-on", old, "--db", db).exit_code == 0
    for age, code in (("90d", 0), ("3d", 3), ("48h", 3), ("9w", 0)):
        assert command("lists", "status", "--db", db, "--max-age", age).exit_code == code
    assert command("lists", "status", "--db", db, "--max-age", "soon").exit_code == 2
    told = command("screen", "Nobody Here", "--db", db)
    assert "TOO OLD: my-list is 60 days old" in told.stderr
    quiet = command("screen", "Nobody Here", "--db", db, "--max-age", "9w").stderr
    assert "my-list is 60 days old" in quiet
    assert "TOO OLD" not in quiet
    assert "days old" not in command("screen", "Nobody Here", "--db", db, "--as-of", old).stderr
    with publishing() as publisher:
        publisher.body = csv_of(3)
        publisher.day = datetime.now(UTC).strftime("%a, %d %b %Y 00:00:00 GMT")
        command("lists", "fetch", LIST, "--db", db, "--url", f"{LIST}={publisher.url}")
    assert command("lists", "status", "--db", db, "--max-age", "3d").exit_code == 0


def test_a_list_too_old_for_the_day_asked_for_is_shouted_of_unless_a_newer_one_tells(tmp_path: Path) -> None:
    db, file = tmp_path / "own.db", tmp_path / "mine.csv"
    today = datetime.now(UTC).date()
    file.write_bytes(csv_of(3))

    def told(back: int, *more: str) -> str:
        on = (today - timedelta(days=back)).isoformat()
        return command("screen", "Nobody Here", "--db", db, "--as-of", on, *more).stderr

    for back in (200, 60):
        on = (today - timedelta(days=back)).isoformat()
        assert (
            command("lists", "import", file, "--list", LIST, "--published-on", on, "--db", db).exit_code == 0
        )
    assert "TOO OLD: my-list is 60 days old" in told(0)
    assert "TOO OLD: my-list is 60 days old" in told(-400), "a day that has not come"
    assert "TOO OLD: my-list is 40 days old" in told(20)
    assert "TOO OLD" not in told(0, "--max-age", "9w")
    assert "TOO OLD" not in told(61), "139 days after one file and a day before the next"


def test_a_file_of_a_day_to_come_is_refused_by_hand_too(tmp_path: Path) -> None:
    (tmp_path / "un.xml").write_bytes(UN.replace(b"2024-01-01", b"2999-08-03") % 1)
    refused = command("lists", "import", tmp_path / "un.xml", "--db", tmp_path / "own.db")
    assert refused.exit_code == 2
    assert "has not come" in refused.stderr
