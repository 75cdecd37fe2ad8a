"""Answers that no honest server gives, ten or more of a kind, written byte by byte."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler
from itertools import chain, repeat

from test_refresh_download import Answer, send

__all__ = ["KINDS", "LIST", "OK", "leading_to", "raw"]

LIST = b"party_id,name,programmes\n" + b"".join(b"%d,Person Number %d,P\n" % (n, n) for n in range(100))
OK = b"HTTP/1.1 200 OK\r\n"
_PIECE = b"x" * 65_536
_NEVER = 100.0


def raw(pieces: Iterable[bytes], pause: float = 0.0) -> Answer:
    """Send the pieces as they are, one every *pause* seconds, until the client hangs up."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)

    return answer


def endless(first: bytes, then: bytes, pause: float = 0.0) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        raw(chain([first], repeat(then)), pause)(handler)

    return answer


def silent(first: bytes, seconds: float = 3.0) -> Answer:
    """Send *first*, then nothing for longer than anybody waits."""
    return raw([first, b""], seconds)


def packed(body: bytes, encoding: str, length: int | None = None) -> Answer:
    return send(body=body, headers={"Content-Encoding": encoding}, length=length)


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> Answer:
    head = OK + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    return raw([head, *(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks), end])


_GZIP, _CLOSE = b"Content-Encoding: gzip\r\n", b"Connection: close\r\n\r\n"
_ZEROS = zlib.compress(bytes(1_000_000))
_WHOLE = gzip.compress(LIST)

SLOW = {
    "status": endless(b"", b"H", 0.05),
    "header lines": endless(OK, b"X-Slow: 1\r\n", 0.1),
    "one header's name": endless(OK, b"X", 0.05),
    "one header's value": endless(OK + b"X-Slow: ", b"y", 0.05),
    "interim answers": endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.05),
    "body": endless(OK + b"Content-Length: 1000000\r\n\r\n", b"x", 0.05),
    "body of no length": endless(OK + _CLOSE, b"x", 0.05),
    "chunks": endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", 0.05),
    "a chunk's length": endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"0", 0.2),
    "gzip of nothing": endless(OK + _GZIP + _CLOSE, gzip.compress(b""), 0.05),
    "silence": silent(b""),
    "silence after the header": silent(OK + b"Content-Length: 10\r\n\r\n"),
    "silence before the end": silent(OK + b"Content-Length: 10\r\n\r\n123456789"),
}
TOO_LARGE = {
    "plain": send(body=_PIECE * 4),
    "of no length": endless(OK + _CLOSE, _PIECE),
    "chunks": endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + _PIECE + b"\r\n"),
    "gzip bomb": packed(gzip.compress(bytes(5_000_000)), "gzip"),
    "deflate bomb": packed(zlib.compress(bytes(5_000_000)), "deflate"),
    "gzip twice over": packed(gzip.compress(bytes(60_000)) * 20, "gzip"),
    "gzip's file name": endless(OK + _GZIP + _CLOSE + b"\x1f\x8b\x08\x08\0\0\0\0\0\x03", _PIECE),
    "gzip's comment": endless(OK + _GZIP + _CLOSE + b"\x1f\x8b\x08\x10\0\0\0\0\0\x03", _PIECE),
    "gzip of nothing": endless(OK + _GZIP + _CLOSE, gzip.compress(b"") * 3_000),
    "header lines": endless(OK, b"X-Large: %s\r\n" % _PIECE[:900]),
    "one header": endless(OK + b"X-Large: ", _PIECE),
    "status": endless(b"HTTP/1.1 200 ", _PIECE),
    "a chunk's extension": endless(OK + b"Transfer-Encoding: chunked\r\n\r\n1;x=", _PIECE),
}
CUT = {
    "before the status": raw([b""]),
    "in the status": raw([b"HTTP/1.1 2"]),
    "in the header": raw([OK + b"Content-Le"]),
    "before the body": raw([OK + b"Content-Length: 10\r\n\r\n"]),
    "in the body": send(body=LIST, length=len(LIST) + 1),
    "in the body of half": send(body=LIST[:500], length=len(LIST)),
    "in a chunk": chunked(LIST, end=b"100\r\nshort"),
    "before the last chunk": chunked(LIST, end=b""),
    "in gzip": packed(_WHOLE[:-20], "gzip"),
    "before gzip's checksum": packed(_WHOLE[:-8], "gzip"),
    "in deflate": packed(zlib.compress(LIST)[:-20], "deflate"),
    "in gzip's header": packed(_WHOLE[:8], "gzip"),
}
BROKEN = {
    "gzip's checksum": packed(_WHOLE[:-8] + bytes(4) + _WHOLE[-4:], "gzip"),
    "gzip's length": packed(_WHOLE[:-4] + bytes(4), "gzip"),
    "gzip with more behind it": packed(_WHOLE + LIST, "gzip"),
    "plain, said to be gzip": packed(LIST, "gzip"),
    "plain, said to be deflate": packed(LIST, "deflate"),
    "deflate, said to be gzip": packed(zlib.compress(LIST), "gzip"),
    "a chunk's length": raw([OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + LIST]),
    "a negative length": raw([OK + b"Content-Length: -1\r\n\r\n" + LIST]),
    "two lengths": raw([OK + b"Content-Length: 10\r\nContent-Length: 20\r\n\r\n" + LIST]),
    "no HTTP": raw([LIST]),
    "a header without a name": raw([OK + b": 1\r\n\r\n" + LIST]),
    "a zero byte in a header": raw([OK + b"X: \0\r\n\r\n" + LIST]),
}
ENCODED = {
    name: packed(LIST, name)
    for name in ("br", "zstd", "compress", "x-compress", "gzip, gzip", "gzip, br", "bzip2", "xz", "x-unknown",
                 "pack200-gzip", "aes128gcm", "exi")
}  # fmt: skip
STATUS = {
    str(status): send(status, LIST)
    for status in (201, 202, 203, 206, 226, 400, 401, 402, 403, 404, 405, 406, 410, 418, 451, 501)
}
TEMPORARY = {
    str(status): send(status, LIST) for status in (408, 425, 429, 500, 502, 503, 504)
} | {
    f"{status} for {seconds}": send(status, LIST, {"Retry-After": seconds})
    for status in (429, 503)
    for seconds in ("99999999", "-1", "Fri, 31 Dec 9999 23:59:59 GMT", "soon")
}  # fmt: skip
_HOSTS = (
    "http://localhost:{port}/SDN.CSV", "http://127.0.0.2:{port}/x", "http://example.invalid/x",
    "//localhost:{port}/x", "http://127.0.0.1.example.invalid/", "http://user@localhost:{port}/",
    "http://[::1]:{port}/", "http://0.0.0.0:{port}/", "http://localhost.:{port}/", "http://metadata/",
    "http://127.0.0.1@localhost:{port}/", "http://127.1:{port}/",
)  # fmt: skip
_SCHEMES = (
    "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "data:text/csv,a", "javascript:0",
    "ws://127.0.0.1:{port}/", "ldap://127.0.0.1/", "jar:http://127.0.0.1:{port}/!/x", "unix:///var/run/x",
    "about:blank", "mailto:a@example.invalid", "http+unix://x/",
)  # fmt: skip


def leading_to(place: str, status: int = 302) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        port = handler.connection.getsockname()[1]
        send(status, b"", {"Location": place.format(port=port)})(handler)

    return answer


REDIRECTS = {place: leading_to(place) for place in _HOSTS}
OTHER_SCHEMES = {place: leading_to(place) for place in _SCHEMES}
ENDLESS_REDIRECTS = {
    f"{status} to {place or 'nowhere'}": leading_to(place, status)
    for status in (301, 302, 303, 307, 308)
    for place in ("/SDN.CSV", "?again", "")
}
KINDS: dict[str, dict[str, Answer]] = {
    "slow": SLOW, "too large": TOO_LARGE, "cut": CUT, "broken": BROKEN, "compressed unasked": ENCODED,
    "a status that is none of a list": STATUS, "a status that passes": TEMPORARY, "another host": REDIRECTS,
    "no web address": OTHER_SCHEMES, "redirects without end": ENDLESS_REDIRECTS,
}  # fmt: skip
