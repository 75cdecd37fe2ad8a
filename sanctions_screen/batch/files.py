"""The files a batch writes: partial ones that grow while it runs, whole ones once it is done.

Reach for :class:`BatchFiles` to write a batch's output safely. Until :meth:`~BatchFiles.publish`, what is
written lies under ``.partial`` names, so whoever finds the output's own name finds a complete file.
"""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from ..errors import BatchError

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
        self.working = (
            *self._partial.values(),
            self._fresh_summary,
            self.journal,
            fresh_journal(self.journal),
        )
        """Every name that is written to on the way; none is left when the run is done."""

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

    def sizes(self) -> tuple[int, int]:
        """Return the bytes in the partial output and errors file."""
        output, errors = (self._partial[path].stat().st_size for path in (self.output, self.errors))
        return output, errors

    def cut(self, output_size: int, errors_size: int) -> None:
        """Cut both back to these sizes, which drops what was written after the journal."""
        self._open[self.output].truncate(output_size)
        self._open[self.errors].truncate(errors_size)

    def append(self, output: bytes, errors: bytes) -> None:
        """Add to both files, on disk before this returns."""
        for path, data in ((self.output, output), (self.errors, errors)):
            if data:
                _write(self._open[path], data, path)

    def publish(self, summary: bytes, output_size: int, errors_size: int) -> None:
        """Give all files their own names, then drop the journal. May be repeated after a stop."""
        self._fresh_summary.write_bytes(summary)
        self._fresh_summary.replace(self.summary)
        if os.name == "nt":  # where an open file cannot be renamed
            self._close()
        self._name(self.errors, errors_size)
        self._name(self.output, output_size)
        self.journal.unlink(missing_ok=True)

    def _name(self, path: Path, size: int) -> None:
        """Move the partial file to *path*, unless a run that stopped amid publishing has done so already."""
        partial = self._partial[path]
        if size and not partial.stat().st_size and path.is_file() and path.stat().st_size == size:
            partial.unlink()
        else:
            partial.replace(path)

    def published(self, output_size: int, errors_size: int) -> bool:
        """Tell whether each file is there whole, under its own name or the partial one."""
        wanted = ((self.output, output_size), (self.errors, errors_size))
        return all(
            self._partial[path].stat().st_size == size or (path.is_file() and path.stat().st_size == size)
            for path, size in wanted
        )

    def tidy(self) -> None:
        """Remove partial files when nothing can be resumed from them."""
        if not self.journal.exists():
            for partial in self._partial.values():
                partial.unlink(missing_ok=True)


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
