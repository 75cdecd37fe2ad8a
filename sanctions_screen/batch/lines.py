"""A stream of bytes as numbered lines, whatever is in it and however long they are.

Reach for this module to read a file line by line and know, for each line, its number as an editor counts,
where it starts and ends, and whether it can be read at all. Guarantee: every byte of the stream belongs
to exactly one line; a line that cannot be read is there with its fault; memory is bounded by
:data:`MAX_LINE_BYTES`, not by the file.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ..errors import BatchError

__all__ = ["MAX_LINE_BYTES", "Line", "detect_encoding", "is_wide", "read_lines", "utf8_stream"]

MAX_LINE_BYTES = 1 << 20
"""Longest line kept, in bytes. A customer's row is a few hundred; a megabyte is damage or an attack."""

_EXCERPT_BYTES = 400
_HALF = re.compile("[\ud800-\udfff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is how this one begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its terminator; ``text`` can be shown even where ``fault`` says it can't be used."""

    number: int
    """1 for the first line of the file."""
    start: int
    end: int
    """Offsets in bytes of the first byte and of the one after the last."""
    text: str
    fault: str | None = None


def detect_encoding(head: bytes, told: str | None) -> str:
    """Return the encoding to read with: the one *told*, else by byte-order mark, else UTF-8.

    Raises BatchError when Python knows no encoding of the name told.
    """
    marked = next((encoding for bom, encoding in _BOMS if head.startswith(bom)), None)
    if told is None:
        return marked or "utf-8"
    try:
        name = codecs.lookup(told).name
        "a".encode(name)
    except (LookupError, ValueError) as error:  # a NUL is the latter
        raise BatchError(f"no text encoding is called {told!r}; try utf-8, utf-16 or cp1252") from error
    return marked if marked == "utf-8-sig" and name == "utf-8" else name


def is_wide(encoding: str) -> bool:
    """Tell whether a line end may be something else than one byte in this encoding."""
    return codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))


class _Utf8View(io.RawIOBase):
    """The bytes of a wide encoding as UTF-8; what cannot be decoded becomes U+FFFD (refused later)."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._ready = b""
        self._done = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready and not self._done:
            piece = self._stream.read(1 << 16)
            self._done = not piece
            self._ready = self._decoder.decode(piece, final=self._done).encode("utf-8", "replace")
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size


def utf8_stream(stream: BinaryIO, encoding: str) -> BinaryIO:
    """Return a UTF-8 view of *stream* when its encoding is wide; *stream* itself otherwise."""
    return io.BufferedReader(_Utf8View(stream, encoding)) if is_wide(encoding) else stream


def read_lines(stream: BinaryIO, encoding: str, start: int = 0, number: int = 1) -> Iterator[Line]:
    """Yield the lines from the stream's position, which is byte *start* and the first of line *number*.

    Lines end with LF, CRLF or CR. A line that is too long, holds NUL or cannot be decoded has a fault.
    """
    decode = _decoder("utf-8" if is_wide(encoding) else encoding)
    for raw, size in _raw_lines(stream):
        text, fault = decode(raw)
        if size > MAX_LINE_BYTES:
            fault = f"the line has {size:,} bytes; at most {MAX_LINE_BYTES:,} are read"
        if number == 1:
            text = text.removeprefix("\ufeff")
        yield Line(number, start, start + size, text, fault)
        start += size
        number += 1


def _decoder(encoding: str) -> Callable[[bytes], tuple[str, str | None]]:
    shown = "utf-8" if encoding == "utf-8-sig" else encoding

    def decode(raw: bytes) -> tuple[str, str | None]:
        try:
            text = raw.decode(shown)
        except UnicodeDecodeError as error:
            readable = raw.decode(shown, "backslashreplace")
            bad = raw[error.start : error.start + 1].hex()
            return readable, f"byte 0x{bad} is not {shown}; tell the file's encoding if it is another"
        if "\0" in text:
            return text.replace("\0", "\\x00"), "the line holds a NUL character"
        if _HALF.search(text):
            readable = text.encode("utf-8", "backslashreplace").decode("utf-8")
            return readable, "the line holds half a character (a surrogate), which no text can"
        if "\ufffd" in text:
            return text, "the line holds U+FFFD, which stands for a character lost in a conversion"
        return text, None

    return decode


def _raw_lines(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield each line's bytes (the beginning only, when it is too long) and its true size."""
    carry, dropped = b"", 0
    while piece := stream.readline(MAX_LINE_BYTES):
        buffer = carry + piece
        parts = buffer.splitlines(keepends=True) if b"\r" in buffer else [buffer]
        unfinished = b"" if buffer.endswith(b"\n") else parts.pop()
        for part in parts:
            yield part, len(part) + dropped
            dropped = 0
        carry, cut = _shorten(unfinished)
        dropped += cut
    if carry:
        yield carry, len(carry) + dropped


def _shorten(unfinished: bytes) -> tuple[bytes, int]:
    """Return what to keep of a line that has not ended yet, and how many bytes that leaves out.

    The last byte is kept as it is: a CR there may turn out to be half of a CRLF.
    """
    if len(unfinished) <= MAX_LINE_BYTES:
        return unfinished, 0
    kept = unfinished[:_EXCERPT_BYTES] + unfinished[-1:]
    return kept, len(unfinished) - len(kept)
