"""Servers and files that would have a refresh believe them: none is accepted, ten of each kind."""

from __future__ import annotations

import gzip
import json
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from cli_helpers import run as command
from hypothesis import given
from hypothesis import strategies as st
from publishing import Publisher, csv_of, publishing
from test_refresh_download import Answer, _Server, send, server, url_of
from test_refresh_guard import DAY, LATER, parties

from sanctions_screen.errors import FetchError, StoreError
from sanctions_screen.model import Identifier, Name, PartialDate, Party
from sanctions_screen.refresh import FetchLimits, Ledger, RefreshOutcome, accept, refresh
from sanctions_screen.refresh.download import download
from sanctions_screen.refresh.guard import judge
from sanctions_screen.sources import published_list
from sanctions_screen.store import ListStore

pytest.importorskip("httpx2")
pytest.importorskip("stamina")

__all__ = ["server"]

LIST = "my-list"
NOW = datetime(2024, 1, 6, tzinfo=UTC)
LIMITS = FetchLimits(first_wait_seconds=0.01, read_seconds=2.0, total_seconds=2.0, attempts=2)
SHORT = FetchLimits(
    first_wait_seconds=0.01, read_seconds=5.0, total_seconds=1.0, attempts=1, max_bytes=100_000
)


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


def test_a_version_mostly_not_understood_waits() -> None:
    assert judge(LIST, parties(100), published_on=DAY, unread=5).passed
    assert not judge(LIST, parties(100), published_on=DAY, unread=6).passed


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


def test_a_304_without_a_stored_version_is_not_believed(
    tmp_path: Path, publisher: Publisher, ledger: Ledger
) -> None:
    with ListStore.open(tmp_path / "lists.db") as store:
        assert fetched(store, publisher, ledger).status == "updated"
    (tmp_path / "lists.db").unlink()
    with ListStore.open(tmp_path / "lists.db") as store:
        assert fetched(store, publisher, ledger).status == "updated"
        assert len(store.versions(LIST)) == 1
        assert fetched(store, publisher, ledger).status == "unchanged"


def test_a_304_is_not_believed_of_a_store_put_back_from_another_day(
    tmp_path: Path, publisher: Publisher, ledger: Ledger
) -> None:
    path = tmp_path / "lists.db"
    with ListStore.open(path) as store:
        fetched(store, publisher, ledger)
    shutil.copy(path, tmp_path / "backup.db")
    publisher.publish(csv_of(101), tag='"2"')
    with ListStore.open(path) as store:
        assert fetched(store, publisher, ledger).status == "updated"
    shutil.copy(tmp_path / "backup.db", path)
    for beside in tmp_path.glob("lists.db-*"):
        beside.unlink()
    with ListStore.open(path) as store:
        assert fetched(store, publisher, ledger).status == "updated"
        assert store.versions(LIST)[-1].party_count == 101


@pytest.mark.parametrize("year", [2025, 2026, 2027, 2030, 2099, 2100, 2500, 2999, 9000, 9999])
def test_a_day_that_has_not_come_waits_and_cannot_be_accepted(
    store: ListStore, publisher: Publisher, ledger: Ledger, year: int
) -> None:
    publisher.publish(csv_of(100), tag='"1"', day=f"Fri, 01 Jan {year} 08:00:00 GMT")
    assert fetched(store, publisher, ledger).status == "held"
    with pytest.raises(StoreError, match="has not come"):
        accept(store, LIST, ledger, today=NOW.date())
    assert store.lists() == ()


def drip_header(seconds: float) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(200):
            handler.wfile.write(b"X-Slow-%d: 1\r\n" % number)
            handler.wfile.flush()
            time.sleep(seconds)

    return answer


def drip_status(seconds: float) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(200):
            handler.wfile.write(b"H")
            handler.wfile.flush()
            time.sleep(seconds)

    return answer


def endless_gzip_name(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(b"\x1f\x8b\x08\x08\0\0\0\0\0\x03")
    for _ in range(100_000):
        handler.wfile.write(b"x" * 65_536)


def nested_gzip_of_nothing(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(1_000_000):
        handler.wfile.write(gzip.compress(b""))


@pytest.mark.parametrize(
    "answer",
    [
        *(drip_header(0.05 * (1 + number % 5)) for number in range(5)),
        *(drip_status(0.05 * (1 + number % 5)) for number in range(3)),
        endless_gzip_name,
        nested_gzip_of_nothing,
    ],
)
def test_no_server_is_waited_for_or_read_beyond_the_limits(
    server: _Server, tmp_path: Path, answer: Answer
) -> None:
    server.answers = [answer]
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"not done after 1 s|over the limit"):
        download(url_of(server), tmp_path / "f", limits=SHORT)
    assert time.monotonic() - began < 5
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, gzip", "x-unknown"])
def test_a_compression_that_was_not_asked_for_is_refused(
    server: _Server, tmp_path: Path, encoding: str
) -> None:
    server.answers = [send(body=b"anything", headers={"Content-Encoding": encoding})]
    with pytest.raises(FetchError, match="cannot be decoded"):
        download(url_of(server), tmp_path / "f", limits=SHORT)


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate"])
def test_a_compressed_answer_is_read(server: _Server, tmp_path: Path, encoding: str) -> None:
    import zlib

    packed = zlib.compress(b"list") if encoding == "deflate" else gzip.compress(b"li") + gzip.compress(b"st")
    server.answers = [send(body=packed, headers={"Content-Encoding": encoding})]
    got = download(url_of(server), tmp_path / "f", limits=SHORT)
    assert got.path is not None
    assert got.path.read_bytes() == b"list"


@pytest.mark.parametrize(
    "place",
    [
        "http://localhost:{port}/SDN.CSV", "http://127.0.0.2:{port}/x", "http://example.invalid/x",
        "//localhost:{port}/x", "http://127.0.0.1.example.invalid/", "http://user@localhost:{port}/",
        "http://[::1]:{port}/", "http://0.0.0.0:{port}/", "http://localhost.:{port}/", "http://metadata/",
    ],
)  # fmt: skip
def test_a_redirect_to_another_host_is_not_followed(server: _Server, tmp_path: Path, place: str) -> None:
    server.answers = [send(302, b"", {"Location": place.format(port=server.server_port)}), send()]
    with pytest.raises(FetchError, match="another host"):
        download(url_of(server), tmp_path / "f", limits=SHORT)
    assert len(server.seen) == 1


def test_a_redirect_to_a_host_the_publisher_is_known_to_use_is_followed(
    server: _Server, tmp_path: Path
) -> None:
    server.answers = [send(302, b"", {"Location": f"http://localhost:{server.server_port}/x"}), send()]
    got = download(url_of(server), tmp_path / "f", limits=SHORT, hosts=("localhost",))
    assert got.path is not None


@pytest.mark.parametrize("host", ["evil.localhost", "localhost.evil", "xlocalhost"])
def test_no_host_but_the_very_one_named_is_followed(server: _Server, tmp_path: Path, host: str) -> None:
    server.answers = [send(302, b"", {"Location": f"http://{host}:{server.server_port}/x"}), send()]
    with pytest.raises(FetchError, match="another host"):
        download(url_of(server), tmp_path / "f", limits=SHORT, hosts=("localhost",))


def test_the_stores_that_publishers_hand_their_files_out_of_are_named_to_the_bucket() -> None:
    assert published_list("us-ofac-sdn").redirects == (
        "wc2h-sls-prod-public-published.s3.us-gov-west-1.amazonaws.com",
    )
    assert published_list("un-sc").redirects == ("unsolprodfiles.blob.core.windows.net",)


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


def test_a_file_of_a_day_to_come_is_refused_by_hand_too(tmp_path: Path) -> None:
    (tmp_path / "un.xml").write_bytes(UN.replace(b"2024-01-01", b"2999-08-03") % 1)
    refused = command("lists", "import", tmp_path / "un.xml", "--db", tmp_path / "own.db")
    assert refused.exit_code == 2
    assert "has not come" in refused.stderr
