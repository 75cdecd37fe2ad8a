"""A response read within its limits of bytes and seconds, from the first byte of its header on.

Reach for this module in :mod:`.download`. Guarantees: an attempt ends when its seconds are over, also while
the server drips the header, or a compressed body that decodes to nothing; no more than the allowed bytes are
read from the network, and no more than these are handed out decoded; a compression that is not known here is
an error.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

__all__ = ["Deadline", "DecodingFailure", "deadline_of", "decoded_pieces"]

_PIECE = 1 << 16


class DecodingFailure(Exception):  # noqa: N818 -- caught in this package: the download says what happened
    """The body is not in the compression the server says it is in."""


class Deadline:
    """Whether an attempt's seconds are over."""

    def __init__(self) -> None:
        self.passed = False


@contextmanager
def deadline_of(seconds: float, close: Callable[[], None]) -> Iterator[Deadline]:
    """Call *close* from another thread when the seconds are over: whatever waits for the server then ends."""
    deadline = Deadline()

    def end() -> None:
        deadline.passed = True
        close()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield deadline
    finally:
        timer.cancel()


def decoded_pieces(
    raw: Iterable[bytes], encoding: str, most: int, over: Callable[[], None]
) -> Iterator[bytes]:
    """Yield the decoded body piece by piece; *over* is called, to raise, at more than *most* raw bytes."""
    name = encoding.strip().casefold()
    if name not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise DecodingFailure(f"it is compressed as {encoding!r}, which was not asked for")
    counted = _counted(raw, most, over)
    yield from counted if name in ("", "identity") else _inflated(counted, name)


def _counted(raw: Iterable[bytes], most: int, over: Callable[[], None]) -> Iterator[bytes]:
    size = 0
    for piece in raw:
        size += len(piece)
        if size > most:
            over()
        yield piece


def _inflated(raw: Iterable[bytes], name: str) -> Iterator[bytes]:
    decoder, ended = _decoder(name), False
    for piece in raw:
        rest = piece
        while rest:
            if decoder.eof:  # a gzip file may be several, one after another
                decoder, ended = _decoder(name), False
            try:
                out = decoder.decompress(rest, _PIECE)
            except zlib.error as error:
                raise DecodingFailure(str(error)) from error
            ended = decoder.eof
            rest = decoder.unconsumed_tail or decoder.unused_data
            if out:
                yield out
    if not ended:
        raise DecodingFailure("it ends in the middle")


def _decoder(name: str) -> zlib._Decompress:
    return zlib.decompressobj(zlib.MAX_WBITS if name == "deflate" else zlib.MAX_WBITS | 16)
