"""Bring one list up to date: fetch, read, judge, then import or hold back.

Reach for :func:`refresh` in a scheduled job. Guarantees: whatever fails, the version in use stays as it was,
and the failure is in the outcome and in the ledger, never swallowed; a version the guard does not pass is
kept aside with its report until :func:`accept`.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Literal

from ..errors import MissingExtraError, SanctionsScreenError, StoreError, UnknownListError
from ..model import ListVersion, Record
from ..sources import ParsedList, read_list
from ..sources.publishers import PublishedFile, files_of, published_list
from ..store import ListStore
from .download import Download, FetchLimits, Validators, download
from .guard import DEFAULT_MAX_LOST_SHARE, judge
from .ledger import FetchedFile, Ledger, LedgerEntry
from .verdict import GuardReport

__all__ = ["RefreshOutcome", "accept", "import_guarded", "refresh"]

logger = logging.getLogger(__name__)

_RECENT = 10
_RECENT_DAYS = timedelta(days=366)
"""Back to which a loss in small steps is counted together: so many versions, and all of a year."""

ListProgress = Callable[[str, int, int | None], None]
"""Called with the file's name, the bytes so far and the expected total."""


class RefreshOutcome(Record):
    """What came of one refresh of one list."""

    list_id: str
    status: Literal["updated", "unchanged", "held", "failed"]
    published_on: date | None = None
    party_count: int | None = None
    unread: int = 0
    """Passages the reader did not understand; the import reports each."""
    guard: GuardReport | None = None
    error: str | None = None


def refresh(
    store: ListStore,
    list_id: str,
    ledger: Ledger,
    *,
    urls: Mapping[str, str] | None = None,
    limits: FetchLimits | None = None,
    max_lost_share: float = DEFAULT_MAX_LOST_SHARE,
    progress: ListProgress | None = None,
    now: datetime | None = None,
) -> RefreshOutcome:
    """Fetch a list from its publisher and put it into the store if the guard passes it.

    Only what the caller must mend is raised: UnknownListError (no address known), MissingExtraError (the
    extra ``fetch``). Whatever the publisher or the network does wrong is an outcome of status ``failed``.
    """
    published = files_of(list_id, urls)
    now = now or datetime.now(UTC)
    before = ledger.entry(list_id)
    try:
        with tempfile.TemporaryDirectory(prefix="sanctions_screen-") as folder:
            known = before.files if _still_stands(store, before, ledger) else ()
            fetched = _fetch(
                published, Path(folder), known, limits, progress, published_list(list_id).redirects
            )
            if fetched is None:
                outcome = _unchanged(list_id, ledger)
                fetched = before.files
            else:
                parsed = read_list(Path(folder) / published[0].name, list_id=list_id)
                day = parsed.published_on or _last_modified(fetched) or now.date()
                outcome = import_guarded(
                    store, parsed, day, ledger, Path(folder), max_lost_share=max_lost_share, today=now.date()
                )
    except (MissingExtraError, UnknownListError):
        raise
    except SanctionsScreenError as error:
        ledger.record(before.model_copy(update={"last_attempt": now, "last_error": str(error)}))
        logger.warning("%s: %s", list_id, error)
        return RefreshOutcome(list_id=list_id, status="failed", error=str(error))
    logger.info("%s: %s", list_id, outcome.status)
    success = before.last_success if outcome.status == "held" else now
    seen = {"last_attempt": now, "last_success": success, "last_error": None, "files": fetched}
    ledger.record(before.model_copy(update=seen | {"version": _newest_digest(store, list_id)}))
    return outcome


def _still_stands(store: ListStore, entry: LedgerEntry, ledger: Ledger) -> bool:
    """True when the store holds what the ledger's word on the server's files was about, or it waits."""
    if ledger.held(entry.list_id) is not None:
        return True
    return entry.version is not None and entry.version == _newest_digest(store, entry.list_id)


def _newest_digest(store: ListStore, list_id: str) -> str | None:
    found = _versions(store, list_id)
    return found[-1].chain if found else None


def _versions(store: ListStore, list_id: str) -> tuple[ListVersion, ...]:
    try:
        return store.versions(list_id)
    except UnknownListError:
        return ()


def _unchanged(list_id: str, ledger: Ledger) -> RefreshOutcome:
    """The publisher still serves what it served last: in use, or still waiting for a human."""
    report = ledger.held(list_id)
    return RefreshOutcome(list_id=list_id, status="held" if report else "unchanged", guard=report)


def import_guarded(
    store: ListStore,
    parsed: ParsedList,
    published_on: date,
    ledger: Ledger,
    files: Path,
    *,
    max_lost_share: float = DEFAULT_MAX_LOST_SHARE,
    today: date | None = None,
) -> RefreshOutcome:
    """Import a parsed list if the guard passes it, else hold the raw files in *files* back."""
    versions = _versions(store, parsed.list_id)
    newest = versions[-1] if versions else None
    recent = _recent(versions, published_on, ledger.entry(parsed.list_id).accepted_on)
    report = judge(
        parsed.list_id,
        parsed.parties,
        published_on=published_on,
        current=store.content(parsed.list_id, newest.digest) if newest else (),
        current_published_on=newest.published_on if newest else None,
        max_lost_share=max_lost_share,
        unread=len(parsed.unread),
        format_name=parsed.format,
        current_format=newest.format if newest else "",
        most_parties=max((each.party_count for each in recent), default=0),
        earlier=store.content(parsed.list_id, recent[0].digest) if len(recent) > 1 else (),
        today=today or datetime.now(UTC).date(),
    )
    facts = {"published_on": published_on, "party_count": len(parsed.parties), "unread": len(parsed.unread)}
    if not report.passed:
        ledger.hold(report, files)
        return RefreshOutcome(list_id=parsed.list_id, status="held", guard=report, **facts)
    store.import_parsed(parsed, published_on)
    ledger.release(parsed.list_id)
    return RefreshOutcome(list_id=parsed.list_id, status="updated", guard=report, **facts)


def accept(store: ListStore, list_id: str, ledger: Ledger, *, today: date | None = None) -> RefreshOutcome:
    """Use the version held back, as it was judged.

    Raises StoreError when none is held back, or when it says that it is of a day that has not come.
    """
    report = ledger.held(list_id)
    if report is None:
        raise StoreError(f"nothing of the list {list_id} is held back")
    folder = ledger.held_files(list_id)
    first = _main_file(list_id, folder)
    parsed = read_list(first, list_id=list_id)
    if report.published_on > (today or datetime.now(UTC).date()) + timedelta(days=1):
        raise StoreError(
            f"the version of {list_id} held back says that it is of {report.published_on}, a day that has "
            "not come: it would hide every version after it. Import its file by hand with the day it came"
        )
    store.import_parsed(parsed, report.published_on)
    ledger.release(list_id)
    taken = {"accepted_on": report.published_on, "version": _newest_digest(store, list_id)}
    ledger.record(ledger.entry(list_id).model_copy(update=taken))
    return RefreshOutcome(
        list_id=list_id,
        status="updated",
        published_on=report.published_on,
        party_count=len(parsed.parties),
        unread=len(parsed.unread),
        guard=report,
    )


def _main_file(list_id: str, folder: Path) -> Path:
    names = sorted(path.name for path in folder.iterdir() if path.name != "report.json")
    try:
        wanted = files_of(list_id)[0].name
    except UnknownListError:
        wanted = ""
    return folder / (wanted if wanted in names else names[0])


def _recent(versions: Sequence[ListVersion], day: date, accepted_on: date | None) -> list[ListVersion]:
    """Return the versions recent on *day*, none before the last that a human accepted."""
    year = sum(version.published_on >= day - _RECENT_DAYS for version in versions)
    last = versions[-max(_RECENT, year) :]
    return [each for each in last if accepted_on is None or each.published_on >= accepted_on]


def _fetch(
    published: tuple[PublishedFile, ...],
    folder: Path,
    before: tuple[FetchedFile, ...],
    limits: FetchLimits | None,
    progress: ListProgress | None,
    hosts: tuple[str, ...],
) -> tuple[FetchedFile, ...] | None:
    """Bring every file of the list into *folder*; None when the publisher says that none has changed."""
    known = {file.url: Validators(file.etag, file.last_modified) for file in before}
    got = {file: _get(file, folder, known.get(file.url), limits, progress, hosts) for file in published}
    unchanged = [file for file in published if got[file].path is None]
    if len(unchanged) == len(published):
        return None
    # A list is read from all its files together, so one change asks for the others again.
    got |= {file: _get(file, folder, None, limits, progress, hosts) for file in unchanged}
    return tuple(
        FetchedFile(
            url=file.url,
            etag=got[file].validators.etag,
            last_modified=got[file].validators.last_modified,
            sha256=got[file].sha256,
        )
        for file in published
    )


def _get(
    file: PublishedFile,
    folder: Path,
    validators: Validators | None,
    limits: FetchLimits | None,
    progress: ListProgress | None,
    hosts: tuple[str, ...],
) -> Download:
    def report(size: int, total: int | None) -> None:
        if progress is not None:
            progress(file.name, size, total)

    return download(
        file.url, folder / file.name, validators=validators, limits=limits, progress=report, hosts=hosts
    )


def _last_modified(files: tuple[FetchedFile, ...]) -> date | None:
    """Return the day the server says the list last changed, where it says so readably."""
    try:
        return max(parsedate_to_datetime(file.last_modified) for file in files if file.last_modified).date()
    except (ValueError, TypeError):
        return None
