"""A list file opened for reading: hashed, unpacked and bounded, whatever it turns out to hold.

Reach for this module before reading any file a publisher or user gives. Guarantees: gzip, and a ZIP that
holds one file, are read as what they hold; no more than :data:`MAX_BYTES` unpacked bytes are ever handed
out; a cut or damaged archive is a SourceError; nothing is written to disk, so paths inside archives are
never followed.
"""

from __future__ import annotations

import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import MalformedFileError, UnsafeFileError
from ..model import SourceFile

__all__ = ["ARCHIVE_ERRORS", "MAX_BYTES", "ListFile"]

MAX_BYTES = 512 * 1024 * 1024
"""The largest list published is OFAC's SDN_ADVANCED.XML, about 110 MB in 2025."""

_CHUNK = 64 * 1024
ARCHIVE_ERRORS = (zlib.error, EOFError, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError,
                  RuntimeError, ValueError, OverflowError, OSError)  # fmt: skip
"""What a damaged archive makes the standard library raise; OSError when it seeks where it cannot."""


class ListFile:
    """One file on disk, its content unpacked on the way."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.name = self.path.name

    @cached_property
    def source_file(self) -> SourceFile:
        """Name, SHA-256 and size in bytes of the raw file as it lies on disk."""
        digest, size = hashlib.sha256(), 0
        with self._open_raw() as raw:
            while chunk := raw.read(1 << 20):
                digest.update(chunk)
                size += len(chunk)
        return SourceFile(name=self.name, sha256=digest.hexdigest(), size=size)

    @cached_property
    def members(self) -> tuple[str, ...]:
        """Names of the files in a ZIP archive, in its order; empty when this is none."""
        with self._open_raw() as raw:
            if raw.read(4) != b"PK\x03\x04":
                return ()
            try:
                with zipfile.ZipFile(raw) as archive:
                    return tuple(info.filename for info in archive.infolist() if not info.is_dir())
            except ARCHIVE_ERRORS as error:
                raise MalformedFileError(f"{self.name}: a damaged ZIP archive ({error})") from error

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB of the content."""
        return next(self.chunks(), b"")

    @cached_property
    def head_text(self) -> str:
        """The head as text, for telling formats apart only: what cannot be decoded is replaced."""
        if self.head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return self.head.decode("utf-16", "replace")
        return self.head.decode("utf-8-sig", "replace")

    def chunks(self, member: str | None = None) -> Iterator[bytes]:
        """Yield the content (of one *member* of a ZIP) in pieces of at most 64 KiB, bounded in all."""
        total = 0
        with self._open_raw() as raw:
            try:
                with self._unpacked(raw, member) as stream:
                    while chunk := stream.read(_CHUNK):
                        total += len(chunk)
                        if total > MAX_BYTES:
                            raise UnsafeFileError(
                                f"{self.name}: more than {MAX_BYTES >> 20} MB unpacked; no list is so large"
                            )
                        yield chunk
            except ARCHIVE_ERRORS as error:
                raise MalformedFileError(f"{self.name}: a damaged archive ({error})") from error

    def read(self, member: str | None = None) -> bytes:
        """Return the whole content, bounded like :meth:`chunks`."""
        return b"".join(self.chunks(member))

    def beside(self, *names: str) -> ListFile | None:
        """Return the file in the same folder with one of these names, in any letter case."""
        wanted = {name.casefold() for name in names}
        try:
            found = sorted(entry for entry in self.path.parent.iterdir() if entry.name.casefold() in wanted)
        except OSError:  # a folder that may be searched but not listed
            return None
        return next((ListFile(entry) for entry in found if entry.is_file()), None)

    def _open_raw(self) -> BinaryIO:
        if not self.path.exists():
            raise MalformedFileError(f"{self.path}: no such file")
        if not self.path.is_file():
            raise MalformedFileError(f"{self.path}: not a file")
        try:
            if self.path.stat().st_size > MAX_BYTES:
                raise UnsafeFileError(f"{self.name}: larger than {MAX_BYTES >> 20} MB; no list is so large")
            return self.path.open("rb")
        except OSError as error:
            raise MalformedFileError(f"{self.path}: cannot be read: {error.strerror}") from error

    def _unpacked(self, raw: BinaryIO, member: str | None) -> BinaryIO:
        magic = raw.read(4)
        raw.seek(0)
        if magic.startswith(b"\x1f\x8b"):
            return cast("BinaryIO", gzip.GzipFile(fileobj=raw))
        if magic == b"PK\x03\x04" and (member or len(self.members) == 1):
            return cast("BinaryIO", zipfile.ZipFile(raw).open(member or self.members[0]))
        return raw
