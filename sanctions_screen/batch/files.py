"""The files a batch writes: partial ones that grow while it runs, whole ones once it is done.

Reach for :class:`BatchFiles` to write a batch's output safely. Until :meth:`~BatchFiles.publish`, what is
written lies under ``.partial`` names, so whoever finds the output's own name finds a complete file.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

from ..errors import BatchError

if TYPE_CHECKING:
    from hashlib import _Hash

__all__ = ["BatchFiles", "companion", "fresh_journal", "to_disk"]


def companion(output: Path, ending: str) -> Path:
    """Return the file that goes with an output: ``hits.errors.csv`` with ``hits.csv``.

    Only ``.csv`` is dropped: ``hits.jsonl`` beside it has ``hits.jsonl.errors.csv``, another file.
    """
    name = output.stem if output.suffix.casefold() == ".csv" else output.name
    return output.with_name(f"{name}.{ending}")


class BatchFiles:
    """The output, errors and summary files of one run, held for it alone while open.

    None of them may be a link: it would be replaced, not followed (see :func:`~.target.written_file`).
    Raises BatchError when another run is writing the same output, or the folder cannot be written.
    """

    def __init__(self, output: Path, errors: Path, summary: Path) -> None:
        self.output, self.errors, self.summary = output, errors, summary
        self.journal = _beside(output, ".journal")
        self._partial = {output: _beside(output, ".partial"), errors: _beside(errors, ".partial")}
        self._open: dict[Path, BinaryIO] = {}
        self._fresh_summary = _beside(summary, ".partial")
        self._made = _beside(output, ".made")
        self.working = (
            *self._partial.values(),
            self._fresh_summary,
            self._made,
            self.journal,
            fresh_journal(self.journal),
        )
        """Every name that is written to on the way; none is left when the run is done."""
        self._digests = {output: sha256(), errors: sha256()}

    def __enter__(self) -> BatchFiles:
        try:
            for path, partial in self._partial.items():
                self._open[path] = partial.open("ab")
            for path, stream in self._open.items():
                _lock(stream, path)
        except OSError as error:
            self._close()
            raise BatchError(f"cannot write {error.filename or self.output}: {error.strerror}") from error
        except BatchError:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        if error is not None:
            self.tidy()

    def _close(self) -> None:
        for stream in self._open.values():
            stream.close()
        self._open.clear()

    @property
    def rows(self) -> Path:
        """The file that the output grows in."""
        return self._partial[self.output]

    def written(self) -> dict[str, Any]:
        """Return size and digest of the partial output and errors file, as a position keeps them."""
        found: dict[str, Any] = {}
        for name, path in (("output", self.output), ("errors", self.errors)):
            found[f"{name}_size"] = self._partial[path].stat().st_size
            found[f"{name}_sha256"] = self._digests[path].hexdigest()
        return found

    def cut(self, output_size: int, errors_size: int) -> None:
        """Cut both back to these sizes, which drops what was written after the journal."""
        for path, size in ((self.output, output_size), (self.errors, errors_size)):
            self._open[path].truncate(size)
            if not size:
                self._digests[path] = sha256()

    def append(self, output: bytes, errors: bytes) -> None:
        """Add to both files, on disk before this returns."""
        for path, data in ((self.output, output), (self.errors, errors)):
            if data:
                _write(self._open[path], data, path)
                self._digests[path].update(data)

    def publish(
        self,
        summary: bytes,
        output_size: int,
        errors_size: int,
        made: Callable[[BinaryIO, BinaryIO], None] | None = None,
    ) -> None:
        """Give all files their own names, then drop the journal. May be repeated after a stop.

        *made* writes the output from the rows in its partial file, where those are not the output itself.
        """
        self._fresh_summary.write_bytes(summary)
        self._fresh_summary.replace(self.summary)
        if os.name == "nt":  # where an open file cannot be renamed
            self._close()
        self._name(self.errors, errors_size)
        if made is None:
            self._name(self.output, output_size)
        else:
            self._make(made)
        self.journal.unlink(missing_ok=True)

    def _make(self, made: Callable[[BinaryIO, BinaryIO], None]) -> None:
        rows = self._partial[self.output]
        try:
            with rows.open("rb") as given, self._made.open("wb") as target:
                made(given, target)
                to_disk(target)
        except OSError as error:
            raise BatchError(f"cannot write {self.output}: {error.strerror}") from error
        self._made.replace(self.output)
        rows.unlink()

    def _name(self, path: Path, size: int) -> None:
        """Move the partial file to *path*, unless a run that stopped amid publishing has done so already."""
        partial = self._partial[path]
        if size and not partial.stat().st_size and path.is_file() and path.stat().st_size == size:
            partial.unlink()
        else:
            partial.replace(path)

    def whole(self, sizes: tuple[int, int], digests: tuple[str, str], *, finished: bool) -> bool:
        """Tell whether each file holds what a run wrote before it stopped, to the byte.

        One that is *finished* may be there under its own name already. The digests go on from there.
        """
        for path, size, digest in zip((self.output, self.errors), sizes, digests, strict=True):
            places = (self._partial[path], path) if finished else (self._partial[path],)
            found = (_digest_of(place, size, exact=finished) for place in places)
            whole = next((each for each in found if each is not None and each.hexdigest() == digest), None)
            if whole is None:
                return False
            self._digests[path] = whole
        return True

    def tidy(self) -> None:
        """Remove partial files when nothing can be resumed from them."""
        self._made.unlink(missing_ok=True)
        if not self.journal.exists():
            for partial in self._partial.values():
                partial.unlink(missing_ok=True)


def _digest_of(path: Path, size: int, *, exact: bool) -> _Hash | None:
    """Return the digest of a file's first *size* bytes; None when it has fewer, or *exact* and more."""
    if not path.is_file() or path.stat().st_size < size or (exact and path.stat().st_size != size):
        return None
    digest, left = sha256(), size
    with path.open("rb") as stream:
        while left and (piece := stream.read(min(left, 1 << 20))):
            digest.update(piece)
            left -= len(piece)
    return digest


def fresh_journal(journal: Path) -> Path:
    """Return the name a journal is written under before it replaces the one before it."""
    return _beside(journal, ".new")


def to_disk(stream: BinaryIO) -> None:
    """Return once what was written to *stream* would survive a power cut."""
    stream.flush()
    os.fsync(stream.fileno())


def _write(stream: BinaryIO, data: bytes, path: Path) -> None:
    try:
        stream.write(data)
        to_disk(stream)
    except OSError as error:
        raise BatchError(
            f"cannot write {path}: {error.strerror}; make room and run the batch again to go on"
        ) from error


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _lock(stream: BinaryIO, path: Path) -> None:
    """Hold a partial file for this process; the system lets go of it however the process ends."""
    try:
        import fcntl
    except ImportError:  # Windows refuses to rename a file that another process has open
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise BatchError(f"another batch is writing {path}; wait for it, or choose another output") from error
