"""What is known of each list's fetches, and the versions that wait for a human.

Reach for this module to learn a list's last success or what is held back. It is kept beside the store, in
the folder ``<store>.refresh``: it says how the machine runs, not what was published, and losing it costs a
download, never an answer; what it says of the server is believed only with the version it was said of. One
folder a list: ``ledger.json``, and ``held/`` with the raw files and their ``report.json`` while a version is
held back. Each file is written whole, or not at all.
"""

from __future__ import annotations

import os
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from ..errors import StoreError
from ..model import Record
from .verdict import GuardReport

__all__ = ["FetchedFile", "Ledger", "LedgerEntry"]

R = TypeVar("R", bound=Record)


class FetchedFile(Record):
    """What the server said of one file, to ask for it next time only if it has changed."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None


class LedgerEntry(Record):
    """One list's fetches so far."""

    list_id: str
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    """The last time the publisher's file was seen and needs nothing more: imported, or unchanged."""
    last_error: str | None = None
    files: tuple[FetchedFile, ...] = ()
    version: str | None = None
    """The digest of the newest version the store held then: what the server said is believed only with it."""
    accepted_on: date | None = None
    """The day of the last version a human accepted: what was lost by then was lost knowingly."""


class Ledger:
    """The folder beside a store. ``store_path`` is the store's own file."""

    def __init__(self, store_path: Path) -> None:
        self.folder = store_path.with_name(store_path.name + ".refresh")

    def entry(self, list_id: str) -> LedgerEntry:
        """Return what is known of a list; an empty entry when it was never fetched."""
        path = self._list_folder(list_id) / "ledger.json"
        return _read(path, LedgerEntry) or LedgerEntry(list_id=list_id)

    def record(self, entry: LedgerEntry) -> None:
        """Keep an entry in place of the one before it."""
        _write(self._list_folder(entry.list_id) / "ledger.json", entry)

    def held(self, list_id: str) -> GuardReport | None:
        """Return the report of the version held back, or None."""
        return _read(self._list_folder(list_id) / "held" / "report.json", GuardReport)

    def held_files(self, list_id: str) -> Path:
        """Return the folder of the raw files held back."""
        return self._list_folder(list_id) / "held"

    def hold(self, report: GuardReport, files: Path) -> None:
        """Keep the raw files in the folder *files* aside with their report; an earlier held version goes."""
        held = self.held_files(report.list_id)
        new = held.with_name("held.new")
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(files, new)
        _write(new / "report.json", report)
        self.release(report.list_id)
        new.rename(held)

    def release(self, list_id: str) -> None:
        """Forget the version held back: it was accepted, or a later one took its place."""
        shutil.rmtree(self.held_files(list_id), ignore_errors=True)

    def lists(self) -> tuple[str, ...]:
        """Return the ids of the lists that have an entry, sorted."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path.name for path in self.folder.iterdir() if path.is_dir()))

    def _list_folder(self, list_id: str) -> Path:
        if not list_id or list_id != Path(list_id).name or list_id.startswith("."):
            raise StoreError(f"{list_id!r} is no list id")
        return self.folder / list_id


def _read(path: Path, record: type[R]) -> R | None:
    try:
        return record.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise StoreError(
            f"{path}: not what this library wrote there; remove the file to start afresh"
        ) from error


def _write(path: Path, record: Record) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    with new.open("w", encoding="utf-8") as out:
        out.write(record.canonical_json() + "\n")
        out.flush()
        os.fsync(out.fileno())
    new.replace(path)
