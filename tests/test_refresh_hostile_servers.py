"""Servers that would have a refresh believe or wait for them: of each kind ten or more, none is accepted."""

from __future__ import annotations

import gzip
import time
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hostile_answers import KINDS, LIST, OK, leading_to, raw
from test_refresh_download import Answer, _Server, send, server, url_of

from sanctions_screen.errors import FetchError
from sanctions_screen.refresh import FetchLimits, Ledger, refresh
from sanctions_screen.refresh.download import download
from sanctions_screen.sources import published_list
from sanctions_screen.store import ListStore

pytest.importorskip("httpx2")
pytest.importorskip("stamina")

__all__ = ["server"]

SHORT = FetchLimits(
    first_wait_seconds=0.01, read_seconds=5.0, total_seconds=0.5, attempts=2, max_bytes=100_000
)
_TOLD = {
    "slow": r"not done after 0\.5 s|tried 2 times",
    "too large": r"over the limit|not done after 0\.5 s|tried 2 times",
    "cut": "tried 2 times",
    "broken": "tried 2 times",
    "compressed unasked": "cannot be decoded",
    "a status that is none of a list": "the server answered",
    "a status that passes": "the server answered .*tried 2 times",
    "another host": "another host|not a usable address|tried 2 times",
    "no web address": "only https is followed|not a usable address|the server answered 302",
    "redirects without end": "redirects|the server answered",
}


def test_of_each_kind_there_are_ten() -> None:
    assert set(_TOLD) == set(KINDS)
    assert all(len(answers) >= 10 for answers in KINDS.values())


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, answers in KINDS.items() for name in answers]
)
def test_a_hostile_server_is_not_accepted_nor_waited_for(
    server: _Server, tmp_path: Path, kind: str, name: str
) -> None:
    server.answers = [KINDS[kind][name]]
    with ListStore.open(tmp_path / "lists.db") as store:
        ledger, began = Ledger(tmp_path / "lists.db"), time.monotonic()
        outcome = refresh(
            store, "my-list", ledger, urls={"my-list": url_of(server)}, limits=SHORT,
            now=datetime(2024, 1, 6, tzinfo=UTC),
        )  # fmt: skip
        assert time.monotonic() - began < 10
        assert outcome.status == "failed"
        assert outcome.error
        assert "\n" not in outcome.error
        assert outcome.error.startswith(url_of(server))
        assert store.lists() == ()
        assert ledger.entry("my-list").last_success is None
    with pytest.raises(FetchError, match=_TOLD[kind]):
        download(url_of(server), tmp_path / "f", limits=SHORT)
    assert not list(tmp_path.glob("f*"))


def test_half_a_list_that_came_in_time_is_no_list(server: _Server, tmp_path: Path) -> None:
    """Its length is not told, so that it ends where the connection was cut: when the time was over."""
    server.answers = [raw([OK + b"Connection: close\r\n\r\n" + LIST[:500], LIST[500:]], 3.0)]
    with pytest.raises(FetchError, match=r"not done after 0\.5 s"):
        download(url_of(server), tmp_path / "f", limits=SHORT)
    assert list(tmp_path.iterdir()) == []


def test_the_honest_answer_that_these_are_changed_from_is_accepted(server: _Server, tmp_path: Path) -> None:
    server.answers = [send(body=LIST)]
    with ListStore.open(tmp_path / "lists.db") as store:
        ledger = Ledger(tmp_path / "lists.db")
        assert refresh(store, "my-list", ledger, urls={"my-list": f"{url_of(server)}"}).status == "updated"


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate"])
def test_a_compressed_answer_is_read(server: _Server, tmp_path: Path, encoding: str) -> None:
    packed = zlib.compress(b"list") if encoding == "deflate" else gzip.compress(b"li") + gzip.compress(b"st")
    server.answers = [send(body=packed, headers={"Content-Encoding": encoding})]
    got = download(url_of(server), tmp_path / "f", limits=SHORT)
    assert got.path is not None
    assert got.path.read_bytes() == b"list"


@pytest.mark.parametrize("place", KINDS["another host"])
def test_another_host_is_not_even_asked(server: _Server, tmp_path: Path, place: str) -> None:
    server.answers = [leading_to(place), send()]
    with pytest.raises(FetchError):
        download(url_of(server), tmp_path / "f", limits=SHORT)
    assert len(server.seen) <= 2  # once for each attempt, and never further


def test_a_redirect_to_a_host_the_publisher_is_known_to_use_is_followed(
    server: _Server, tmp_path: Path
) -> None:
    server.answers = [leading_to("http://localhost:{port}/x"), send()]
    got = download(url_of(server), tmp_path / "f", limits=SHORT, hosts=("localhost",))
    assert got.path is not None


def _elsewhere(host: str) -> Answer:
    return leading_to(f"http://{host}:{{port}}/x")


@pytest.mark.parametrize(
    "host",
    [
        "evil.localhost", "localhost.evil", "xlocalhost", "localhostx", "local.host", "www.evil.localhost",
        "localhost%2eevil", "localhost-evil", "evil-localhost", "localhost.localhost",
    ],
)  # fmt: skip
def test_no_host_but_the_very_one_named_is_followed(server: _Server, tmp_path: Path, host: str) -> None:
    server.answers = [_elsewhere(host), send()]
    with pytest.raises(FetchError, match=r"another host|not a usable address"):
        download(url_of(server), tmp_path / "f", limits=SHORT, hosts=("localhost",))


def test_the_stores_that_publishers_hand_their_files_out_of_are_named_to_the_bucket() -> None:
    assert published_list("us-ofac-sdn").redirects == (
        "wc2h-sls-prod-public-published.s3.us-gov-west-1.amazonaws.com",
    )
    assert published_list("un-sc").redirects == ("unsolprodfiles.blob.core.windows.net",)
