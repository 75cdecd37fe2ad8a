"""Bytes to text, and text to lines and fields, without ever swallowing a record.

Reach for this module to read a text format. Guarantees: a file is read in one encoding or not at all
(UTF-8, UTF-16 with its mark, else Windows-1252); a file that mixes encodings, or holds NUL bytes, fails
with its line; a stray quotation mark ends at the end of its line instead of eating the records after it.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from ..errors import MalformedFileError, UnsafeFileError
from .files import ListFile

__all__ = ["MAX_FIELD_CHARS", "csv_rows", "decoded", "fields_of_line", "is_utf8", "json_value"]

MAX_FIELD_CHARS = 2_000_000
"""The longest field read. The longest real one, an advanced-schema legal text, has some 20,000."""

_UTF8_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decoded(file: ListFile, data: bytes | None = None) -> str:
    """Return the text of a file; MalformedFileError names the line of the first byte that does not fit."""
    data = file.read() if data is None else data
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(file, data, "utf-16")
    if b"\0" in data:
        _fail(file, data, data.index(b"\0"), "a NUL byte, which no text holds")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # UTF-8 text with one bad byte is damaged UTF-8; read as Windows-1252 every name in it would be wrong.
        if _UTF8_MULTIBYTE.search(data):
            _fail(file, data, error.start, "mixed encodings: UTF-8 elsewhere, but not here")
        return _strictly(file, data, "cp1252")


def is_utf8(chunks: Iterable[bytes]) -> bool:
    """True when the bytes are UTF-8 and more than plain ASCII: no other encoding looks so by chance."""
    decoder, plain = codecs.getincrementaldecoder("utf-8")(), True
    try:
        for chunk in chunks:
            decoder.decode(chunk)
            plain = plain and chunk.isascii()
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return not plain


def json_value(text: str) -> Any:
    """Return the value of JSON text; ValueError, also for a key that stands twice in one object.

    Two objects run together by a lost piece of the file would otherwise become one, and the first be lost.
    """
    return json.loads(text, object_pairs_hook=_distinct)


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands twice")
    return found


def fields_of_line(file: ListFile, number: int, line: str, delimiter: str) -> list[str]:
    """Split one line that is one record; MalformedFileError when its quotation marks do not pair up."""
    if len(line) > MAX_FIELD_CHARS:
        raise UnsafeFileError(f"{file.name}, line {number}: longer than {MAX_FIELD_CHARS:,} characters")
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration) as error:
        raise MalformedFileError(f"{file.name}, line {number}: {error or 'an empty record'}") from error


def csv_rows(file: ListFile, text: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Yield (line, fields) of every record of a CSV; fields may hold line ends, blank lines are skipped."""
    csv.field_size_limit(MAX_FIELD_CHARS)
    # newline="" splits at LF, CR and CRLF only; str.splitlines would also cut a field at U+2028 or form feed.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield start, row
            start = reader.line_num + 1
    except csv.Error as error:
        raise MalformedFileError(f"{file.name}, record at line {start}: {error}") from error


def _strictly(file: ListFile, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        _fail(file, data, error.start, f"neither UTF-8 nor {encoding}")


def _fail(file: ListFile, data: bytes, position: int, message: str) -> NoReturn:
    line = data.count(b"\n", 0, position) + 1
    raise MalformedFileError(f"{file.name}, line {line}: {message} (byte 0x{data[position]:02x})")
