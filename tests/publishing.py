"""A publisher of one list, over real HTTP on the loopback address, whose next answer a test decides."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Publisher", "csv_of", "publishing"]


def csv_of(count: int, programme: str = "P") -> bytes:
    rows = "".join(f"{n},Person Number {n},{programme}\n" for n in range(1, count + 1))
    return f"party_id,name,programmes\n{rows}".encode()


class Publisher:
    """What the server answers next: a status and a body, dated."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/list.csv"
        self.body = csv_of(100)
        self.status = 200
        self.etag = '"1"'
        self.day = "Mon, 01 Jan 2024 08:00:00 GMT"
        self.requests = 0

    def publish(self, body: bytes, *, tag: str, day: str = "Tue, 02 Jan 2024 08:00:00 GMT") -> None:
        self.body, self.etag, self.day = body, tag, day


@contextmanager
def publishing() -> Iterator[Publisher]:
    """Run a publisher's server on the loopback address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            holder[0].requests += 1
            unchanged = self.headers.get("If-None-Match") == holder[0].etag
            self.send_response(304 if unchanged else holder[0].status)
            self.send_header("ETag", holder[0].etag)
            self.send_header("Last-Modified", holder[0].day)
            body = b"" if unchanged else holder[0].body
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Keep the tests' output clean."""

    holder: list[Publisher] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        holder.append(Publisher(server.server_port))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield holder[0]
        server.shutdown()
        thread.join()
