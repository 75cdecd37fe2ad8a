"""Fetch one file over HTTP, bounded in size and time, and only when it has changed.

Reach for this module to bring a publisher's file to disk. Guarantees: the target file appears whole or not
at all; no more than ``max_bytes`` is ever read, nor written after decompression; an attempt is given
``total_seconds``, however slowly the server drips, header or body; a redirect leads to no other host than
those named; whatever goes wrong is one :class:`FetchError` that names the URL. Needs the extra ``fetch``.
Proxies and certificate authorities come from the environment (``HTTPS_PROXY``, ``NO_PROXY``,
``SSL_CERT_FILE``), as the HTTP client reads them.
"""

from __future__ import annotations

import hashlib
import logging
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

from ..errors import FetchError, MissingExtraError
from .bounded import Deadline, DecodingFailure, deadline_of, decoded_pieces

if TYPE_CHECKING:
    import httpx2

Progress = Callable[[int, int | None], None]
"""Called with the bytes so far and the expected total, None when the server does not say."""

__all__ = ["Download", "FetchLimits", "Progress", "Validators", "download"]

_REDIRECTS = 5
_AGENT = "Mozilla/5.0 (compatible; sanctions_screen)"
"""Who asks, in the form that robots have: DFAT's servers drop a connection that begins with another word."""
_RETRIED_STATUS = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server said last time about the file's version (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """Return the request headers that ask for the file only if it has changed."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much and how long: bytes after decompression, seconds, and attempts in all."""

    max_bytes: int = 500_000_000
    """The largest list published today is under 200 MB; a list ten times as large is not a list."""
    connect_seconds: float = 20.0
    read_seconds: float = 60.0
    """The longest silence between two pieces."""
    total_seconds: float = 900.0
    """For one attempt, so that a slow drip ends."""
    attempts: int = 4
    first_wait_seconds: float = 1.0
    """Before the second attempt; doubled, with jitter, before each later one."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that was fetched, or the word that it has not changed (``path`` None)."""

    url: str
    path: Path | None
    size: int
    sha256: str | None
    validators: Validators


class _TransientFailure(Exception):  # noqa: N818 -- users never see it: it tells the retry loop to go on
    """The attempt failed in a way that another attempt may not."""


def download(
    url: str,
    target: Path,
    *,
    validators: Validators | None = None,
    limits: FetchLimits | None = None,
    progress: Progress | None = None,
    hosts: Sequence[str] = (),
) -> Download:
    """Fetch *url* into *target*, or learn that it has not changed since *validators*.

    *hosts* are those a redirect may lead to beside the one asked: exactly these, for what stands before a
    storage's name is whose it is.

    Raises FetchError (all attempts failed, or the answer is final: 404, too large, too slow, a redirect
    loop) and MissingExtraError (the extra ``fetch`` is not installed).
    """
    try:
        import stamina
    except ImportError as error:
        raise MissingExtraError("fetching lists", "fetch") from error
    # Its notes on each retry are for the application's log; without one they must not reach the terminal.
    logging.getLogger("stamina").addHandler(logging.NullHandler())
    limits = limits or FetchLimits()
    _refuse_other_places(url, url, hosts)
    try:
        for attempt in stamina.retry_context(
            on=_TransientFailure,
            attempts=limits.attempts,
            timeout=None,
            wait_initial=limits.first_wait_seconds,
            wait_max=60.0,
            wait_jitter=limits.first_wait_seconds,
        ):
            with attempt:
                return _attempt(url, target, validators or Validators(), limits, progress, hosts)
    except _TransientFailure as error:
        raise FetchError(f"{url}: {error} (tried {limits.attempts} times)") from error
    raise AssertionError("the retry loop returns or raises")


def _attempt(
    url: str,
    target: Path,
    validators: Validators,
    limits: FetchLimits,
    progress: Progress | None,
    hosts: Sequence[str],
) -> Download:
    with _response_of(url, validators, limits, hosts) as (response, deadline):
        if response.status_code == 304:
            if not validators.headers():
                raise FetchError(f"{url}: the server says it has not changed, and was not asked whether")
            return Download(url, None, 0, None, validators)
        if response.status_code in _RETRIED_STATUS:
            raise _TransientFailure(f"the server answered {response.status_code}")
        if response.status_code != 200:
            raise FetchError(f"{url}: the server answered {response.status_code}")
        partial = target.with_name(target.name + ".part")
        try:
            size, sha256 = _write(response, partial, url, limits, deadline, progress)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        seen = Validators(response.headers.get("etag"), response.headers.get("last-modified"))
        return Download(url, target, size, sha256, seen)


@contextmanager
def _response_of(
    url: str, validators: Validators, limits: FetchLimits, hosts: Sequence[str]
) -> Iterator[tuple[httpx2.Response, Deadline]]:
    """Open the response, following redirects, and turn the client's errors into ours."""
    try:
        import httpx2
    except ImportError as error:
        raise MissingExtraError("fetching lists", "fetch") from error
    timeout = httpx2.Timeout(limits.read_seconds, connect=limits.connect_seconds)
    client = httpx2.Client(timeout=timeout)
    client.headers |= {"User-Agent": _AGENT, "Accept-Encoding": "gzip, deflate"}
    sockets = _Sockets()
    with client, deadline_of(limits.total_seconds, sockets.cut) as deadline:
        try:
            with _followed(client, url, validators, hosts, sockets) as response:
                yield response, deadline
        except DecodingFailure as error:
            raise _TransientFailure(f"the compressed answer cannot be decoded ({error})") from error
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol) as error:
            raise FetchError(f"{url}: not a usable address ({error})") from error
        except (httpx2.TransportError, httpx2.StreamError, OSError, ValueError) as error:
            if deadline.passed:
                raise FetchError(f"{url}: not done after {limits.total_seconds:g} s") from error
            raise _TransientFailure(f"{type(error).__name__}: {error}") from error


@contextmanager
def _followed(
    client: httpx2.Client, url: str, validators: Validators, hosts: Sequence[str], sockets: _Sockets
) -> Iterator[httpx2.Response]:
    """Open the response the address leads to; each step is looked at before it is asked."""
    asked = url
    for _ in range(_REDIRECTS + 1):
        request = client.build_request("GET", asked, headers=validators.headers())
        request.extensions = {**request.extensions, "trace": sockets.trace}
        response = client.send(request, stream=True)
        try:
            if response.next_request is None:
                yield response
                return
            asked = str(response.next_request.url)
            _refuse_other_places(url, asked, hosts)
        finally:
            response.close()
    raise FetchError(f"{url}: more than {_REDIRECTS} redirects")


class _Sockets:
    """The connections of an attempt, to cut them from another thread: a wait for the server ends then."""

    def __init__(self) -> None:
        self._streams: list[Any] = []

    def trace(self, name: str, info: Mapping[str, Any]) -> None:
        """Note each connection as the client makes it."""
        if name in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._streams.append(info["return_value"])

    def cut(self) -> None:
        """End every connection both ways."""
        for stream in self._streams:
            connection = stream.get_extra_info("socket")
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def _write(
    response: httpx2.Response,
    partial: Path,
    url: str,
    limits: FetchLimits,
    deadline: Deadline,
    progress: Progress | None,
) -> tuple[int, str]:
    """Stream the body to *partial* within the limits; return its size and SHA-256.

    A body whose length the header does not tell ends where the connection does, also where it was cut because
    the time was over: what came until then is half a list, not a list.
    """

    def over() -> NoReturn:
        raise FetchError(f"{url}: over the limit of {limits.max_bytes:,} bytes")

    expected = response.headers.get("content-length", "")
    encoding = response.headers.get("content-encoding", "")
    total = int(expected) if expected.isdecimal() and not encoding else None
    digest, size = hashlib.sha256(), 0
    with partial.open("wb") as out:
        for piece in decoded_pieces(response.iter_raw(), encoding, limits.max_bytes, over):
            size += len(piece)
            if size > limits.max_bytes:
                over()
            if deadline.passed:
                break
            digest.update(piece)
            out.write(piece)
            if progress is not None:
                progress(size, total)
    if deadline.passed:
        raise FetchError(f"{url}: not done after {limits.total_seconds:g} s ({size:,} bytes so far)")
    return size, digest.hexdigest()


def _refuse_other_places(asked: str, reached: str, hosts: Sequence[str]) -> None:
    """Only http and https, never from https down to http, and no host but the one asked and *hosts*."""
    scheme = reached.partition(":")[0].lower()
    if scheme != "https" and not (scheme == "http" and asked.lower().startswith("http:")):
        raise FetchError(
            f"{asked}: leads to {reached}; only https is followed (http only where you asked for it)"
        )
    first, last = (_host(address) for address in (asked, reached))
    if last != first and last not in hosts:
        raise FetchError(f"{asked}: leads to another host, {last}; give its address instead if you trust it")


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
