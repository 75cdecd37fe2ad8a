"""Fetching one file, against a real server on the loopback address that misbehaves in every known way."""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sanctions_screen.errors import FetchError

pytest.importorskip("httpx2")
pytest.importorskip("stamina")

from sanctions_screen.refresh.download import FetchLimits, Validators, download

BODY = b"ent_num,name\n" * 500
QUICK = FetchLimits(first_wait_seconds=0.01, read_seconds=2.0, total_seconds=1.0, max_bytes=100_000)

Answer = Callable[[BaseHTTPRequestHandler], None]


class _Server(ThreadingHTTPServer):
    answers: list[Answer]
    seen: list[dict[str, str]]
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what several of these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, _Server)
        server.seen.append({name.lower(): value for name, value in self.headers.items()})
        answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
        self.close_connection = True
        answer(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class names it so
        """Keep the tests' output clean."""


def send(
    status: int = 200, body: bytes = BODY, headers: dict[str, str] | None = None, length: int | None = None
) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        # Said, so that a client does not go on, behind a redirect, on a connection about to be closed.
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Handler) as running:
        running.answers, running.seen = [send()], []
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def url_of(server: _Server) -> str:
    return f"http://127.0.0.1:{server.server_port}/SDN.CSV"


def test_a_good_file_arrives_whole_with_its_digest_and_validators(server: _Server, tmp_path: Path) -> None:
    server.answers = [send(headers={"ETag": '"v1"', "Last-Modified": "Fri, 07 Oct 2016 12:00:00 GMT"})]
    steps: list[tuple[int, int | None]] = []
    got = download(url_of(server), tmp_path / "f", limits=QUICK, progress=lambda n, of: steps.append((n, of)))
    assert got.path is not None
    assert got.path.read_bytes() == BODY
    assert (got.size, got.sha256) == (len(BODY), hashlib.sha256(BODY).hexdigest())
    assert got.validators == Validators('"v1"', "Fri, 07 Oct 2016 12:00:00 GMT")
    assert steps[-1] == (len(BODY), len(BODY))


def test_an_unchanged_file_is_not_fetched_again(server: _Server, tmp_path: Path) -> None:
    server.answers = [send(304, b"")]
    known = Validators('"v1"', "Fri, 07 Oct 2016 12:00:00 GMT")
    got = download(url_of(server), tmp_path / "f", validators=known, limits=QUICK)
    assert got.path is None
    assert got.validators == known
    assert server.seen[0]["if-none-match"] == '"v1"'
    assert server.seen[0]["if-modified-since"] == "Fri, 07 Oct 2016 12:00:00 GMT"
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_recovers_is_asked_again(server: _Server, tmp_path: Path) -> None:
    server.answers = [send(500, b"oops"), send(503, b"oops"), send()]
    assert download(url_of(server), tmp_path / "f", limits=QUICK).size == len(BODY)
    assert len(server.seen) == 3


def test_a_connection_cut_midway_is_tried_again(server: _Server, tmp_path: Path) -> None:
    server.answers = [send(length=len(BODY) + 999), send()]
    assert download(url_of(server), tmp_path / "f", limits=QUICK).size == len(BODY)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (send(500, b"oops"), r"answered 500 \(tried 4 times\)"),
        (send(404, b"gone"), "answered 404"),
        (send(length=len(BODY) + 1), "tried 4 times"),
        (send(302, b"", {"Location": "/SDN.CSV"}), "redirects"),
        (send(302, b"", {"Location": "file:///etc/passwd"}), "file:|not a usable address"),
        (send(body=b"x" * 200_000), "over the limit of 100,000 bytes"),
        (send(body=gzip.compress(b"x" * 5_000_000), headers={"Content-Encoding": "gzip"}), "over the limit"),
        (send(body=b"no gzip at all", headers={"Content-Encoding": "gzip"}), "cannot be decoded"),
        (drip, r"not done after 1 s"),
    ],
    ids=["500", "404", "cut", "redirect-loop", "to-a-file", "too-large", "gzip-bomb", "bad-gzip", "drip"],
)
def test_every_failure_is_one_error_with_the_address_and_leaves_no_file(
    server: _Server, tmp_path: Path, answer: Answer, message: str
) -> None:
    server.answers = [answer]
    with pytest.raises(FetchError, match=message) as caught:
        download(url_of(server), tmp_path / "f", limits=QUICK)
    assert url_of(server) in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_fetch_leaves_the_earlier_file_as_it_was(server: _Server, tmp_path: Path) -> None:
    target = tmp_path / "f"
    target.write_bytes(b"yesterday")
    server.answers = [send(length=len(BODY) + 1)]
    with pytest.raises(FetchError):
        download(url_of(server), target, limits=QUICK)
    assert target.read_bytes() == b"yesterday"


def test_nobody_listening_is_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="ConnectError"):
        download("http://127.0.0.1:9/x", tmp_path / "f", limits=QUICK)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/x", "SDN.CSV"])
def test_only_http_and_https_are_fetched(url: str, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="only https is followed"):
        download(url, tmp_path / "f", limits=QUICK)
