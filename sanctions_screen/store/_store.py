"""The list store: every version of every list, and what they tell of each party.

Reach for :class:`ListStore`. It is a context manager; several may have one file open at once, and reading
goes on while an import runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..errors import NoVersionError, StoreError, UnknownListError, UnknownPartyError
from ..history.between_days import snapshot_diff
from ..history.histories import Histories
from ..history.states import ListState, Snapshot, oldest_day, state_of
from ..history.statistics import statistics_of
from ..model import (
    ListInfo,
    ListingHistory,
    ListStatistics,
    ListVersion,
    Notice,
    Party,
    SnapshotDiff,
    SourceFile,
    StatisticsPeriod,
)
from ..sources import read_list
from ..sources.collector import collector_held
from ..sources.ofac_changes import ChangeFile
from ._checking import check_state
from ._content import unpack
from ._contents import party_from
from ._database import Database
from ._embedded import embedded_folder
from ._evidence import load_list, load_parties
from ._folders import export_notices, export_version, import_folder, list_folders
from ._former_ids import current_id
from ._importing import ListFacts, SnapshotFacts, import_notices, import_snapshot
from ._integrity import IntegrityReport, seal, verify
from ._name_keys import shared_names
from ._retying import put_change_files, retie, stored_changes, tells_changes
from ._schema import position_of
from ._versions import ListRow, find_list, list_rows, versions_of

if TYPE_CHECKING:
    from ..sources import ParsedList

__all__ = ["ListStore"]


class ListStore:
    """Versioned lists in one SQLite file, or in memory. Make one with :meth:`open` or :meth:`embedded`."""

    def __init__(self, database: Database) -> None:
        self._db, self.file = database, database.file

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, create: bool = True) -> Self:
        """Open the store at *path*; it is created when missing, unless *read_only* or *create* is False.

        A store of an older schema is brought to this library's, in one transaction, unless *read_only*.

        Raises StoreFormatError for a file that is no store, or that a newer library wrote; StoreError when
        it cannot be opened.
        """
        return cls(Database.open(Path(path), read_only=read_only, create=create))

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty store that lives as long as the object."""
        return cls(Database.in_memory("the store in memory"))

    @classmethod
    def embedded(cls) -> Self:
        """Return the lists that travel with the library, in a store in memory that can only be read."""
        store = cls(Database.in_memory("the embedded lists"))
        store.import_folder(embedded_folder())
        store._db.read_only = True
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; results and states read from it stay usable."""
        self._db.close()

    # --- what there is ---------------------------------------------------------------------------------

    def lists(self) -> tuple[ListInfo, ...]:
        """Return what the store holds, sorted by list id."""
        with self._db.reading():
            return tuple(self._info(row) for row in list_rows(self._db))

    def _info(self, row: ListRow) -> ListInfo:
        versions = versions_of(self._db, row)
        return ListInfo(
            list_id=row.list_id,
            title=row.title or row.list_id,
            publisher=row.publisher,
            version_count=len(versions),
            first_published_on=versions[0].published_on if versions else None,
            last_published_on=versions[-1].published_on if versions else None,
            party_count=versions[-1].party_count if versions else 0,
            notice_count=row.notice_count,
            selection=row.selection,
        )

    def versions(self, list_id: str) -> tuple[ListVersion, ...]:
        """Return all versions of a list, oldest first; of several for one day the last imported counts."""
        with self._db.reading():
            return tuple(versions_of(self._db, find_list(self._db, list_id)))

    def newest_day(self, list_id: str) -> date:
        """Return the newest day that a version or a notice of the list tells of."""
        with self._db.reading():
            row = find_list(self._db, list_id)
            found = self._db.rows(
                "SELECT max(published_on) FROM versions WHERE list_no = ? UNION "
                "SELECT max(on_day) FROM notices WHERE list_no = ?",
                (row.list_no, row.list_no),
            )
        days = [date.fromisoformat(value) for (value,) in found if value]
        if not days:
            raise NoVersionError(f"list {list_id}: it holds no version and no notice yet")
        return max(days)

    # --- a list on a day -------------------------------------------------------------------------------

    def state(self, list_id: str, as_of: date | None = None) -> ListState:
        """Return every party that was listed, or had been delisted, on a day; None is the newest day.

        Raises UnknownListError, and NoVersionError for a day before anything is known of the list.
        """
        return self._state(list_id, as_of, linked=True)

    def _state(self, list_id: str, as_of: date | None, *, linked: bool) -> ListState:
        with collector_held():
            with self._db.reading():
                day = as_of or self.newest_day(list_id)
                row = find_list(self._db, list_id)
                evidence = load_list(self._db, row)
                check_state(self._db, row, evidence, day)
                namesakes = shared_names(self._db, row.list_no) if linked else {}
            return state_of(evidence, day, Histories(evidence, namesakes))

    def snapshot(self, list_id: str, as_of: date | None = None) -> Snapshot:
        """Return the list as it stood on a day; None is the newest day. Errors as for :meth:`state`."""
        return Snapshot(self._state(list_id, as_of, linked=False))  # it tells no histories

    def content(self, list_id: str, digest: str) -> tuple[Party, ...]:
        """Return exactly what a version was imported with, by its digest, superseded or not."""
        with self._db.reading():
            row = find_list(self._db, list_id)
            for version in versions_of(self._db, row):
                if version.digest == digest:
                    return self._content(row, version)
        raise NoVersionError(f"list {list_id}: no version has the digest {digest}")

    def _content(self, row: ListRow, version: ListVersion) -> tuple[Party, ...]:
        position = position_of(version.published_on, version.sequence)
        rows = self._db.rows(
            "SELECT c.body FROM contents c JOIN held h USING (content_no) "
            "WHERE c.list_no = ? AND h.first <= ? AND h.last >= ? ORDER BY c.party_id",
            (row.list_no, position, position),
        )
        return tuple(party_from(body) for (body,) in rows)

    def diff(self, list_id: str, day_a: date, day_b: date) -> SnapshotDiff:
        """Return what differs between a list as of two days, field by field for amended parties."""
        before, after = (self._state(list_id, day, linked=False) for day in (day_a, day_b))
        return snapshot_diff(before, after)

    def statistics(self, list_id: str, by: StatisticsPeriod = "year") -> ListStatistics:
        """Return a list's size and its additions, removals and amendments over time, by year or by month.

        Raises UnknownListError, and NoVersionError for a list of which nothing is known yet.
        """
        with self._db.reading():
            newest = self.newest_day(list_id)
            evidence = load_list(self._db, find_list(self._db, list_id))
        oldest = oldest_day(evidence) or newest
        return statistics_of(evidence, by, oldest, max(oldest, newest))

    # --- one party -------------------------------------------------------------------------------------

    def history(self, party_id: str) -> ListingHistory:
        """Return all that is known of a party's listing, with its listings under other references.

        An id that the party had before its reference was known is answered with the party as it is known now.
        Raises UnknownPartyError when nothing tells of the party.
        """
        with self._db.reading():
            row = self._list_of(party_id)
            party_id = self._known_now(row, party_id)
            namesakes = shared_names(self._db, row.list_no, party_id).get(party_id, set())
            tied = {
                other
                for pair in self._db.rows(
                    "SELECT party_id, previous_party_id FROM notices WHERE +list_no = ? "
                    "AND (party_id = ? OR previous_party_id = ?)",
                    (row.list_no, party_id, party_id),
                )
                for other in pair
                if other
            }
            evidence = load_parties(self._db, row, sorted({party_id, *namesakes, *tied}))
        if party_id not in evidence.parties:
            raise self._unknown(party_id)
        return Histories(evidence, {party_id: namesakes}).history(party_id)

    def party(self, party_id: str, as_of: date | None = None) -> Party:
        """Return a party's record, the newest or as known on a day; UnknownPartyError when there is none."""
        with self._db.reading():
            row = self._list_of(party_id)
            party_id = self._known_now(row, party_id)
            evidence = load_parties(self._db, row, [party_id])
            day = as_of or self.newest_day(row.list_id)
        if party_id not in evidence.parties:
            raise self._unknown(party_id)
        return state_of(evidence, day, Histories(evidence)).party(party_id)

    def _known_now(self, row: ListRow, party_id: str) -> str:
        """Return the id, or the one that took its place."""
        known = self._db.row("SELECT 1 FROM name_keys WHERE party_id = ? LIMIT 1", (party_id,))
        return party_id if known else current_id(self._db, row.list_no, party_id) or party_id

    def _list_of(self, party_id: str) -> ListRow:
        list_id, colon, _ = party_id.partition(":")
        try:
            return find_list(self._db, list_id)
        except UnknownListError as error:
            hint = "" if colon else " (write LIST:REFERENCE, such as us-ofac-sdn:16102)"
            raise UnknownPartyError(f"no party {party_id!r}{hint}: {error}") from error

    def _unknown(self, party_id: str) -> UnknownPartyError:
        return UnknownPartyError(f"no party {party_id!r} in any version or notice in {self._db.where}")

    # --- putting in ------------------------------------------------------------------------------------

    def import_file(
        self, path: str | Path, list_id: str | None = None, published_on: date | None = None
    ) -> ListVersion:
        """Import one publisher's file as the list's version of a day; return the version.

        Args:
            path: The file. Its format is told from the content; siblings that belong to it are read too.
            list_id: The list it is of; None takes what the format says.
            published_on: The day it was published; needed where the file does not tell it.

        Raises SourceError when the file cannot be read, StoreError when its day is not known.
        """
        with collector_held():
            return self.import_parsed(read_list(Path(path), list_id=list_id), published_on)

    def import_parsed(self, parsed: ParsedList, published_on: date | None = None) -> ListVersion:
        """Import a list that was read already, as :meth:`import_file` does; what was not understood is in it.

        Raises StoreError when neither *published_on* nor the file tells the day.
        """
        from ..sources import published_list

        day = published_on or parsed.published_on
        if day is None:
            raise StoreError(
                f"{parsed.files[0].name}: the file does not tell the day it was published; give published_on"
            )
        known = published_list(parsed.list_id)
        return self.add_snapshot(
            parsed.list_id,
            parsed.parties,
            published_on=day,
            files=parsed.files,
            format=parsed.format,
            parser_version=parsed.parser_version,
            title=known.title,
            publisher=known.publisher,
        )

    def add_snapshot(
        self,
        list_id: str,
        parties: Iterable[Party],
        *,
        published_on: date,
        files: Sequence[SourceFile] = (),
        format: str = "records",  # noqa: A002 - the word the version's field has
        parser_version: str = "",
        imported_at: datetime | None = None,
        title: str = "",
        publisher: str = "",
        selection: bool | None = None,
    ) -> ListVersion:
        """Put in what a list held as published on a day; return its version.

        The same content for that day again changes nothing and returns the version there is; other content
        becomes a later version of the day, and the earlier one can still be read by its digest.
        """
        with self._db.writing():
            before = [row.head_chain for row in list_rows(self._db) if row.list_id == list_id]
            version = import_snapshot(
                self._db,
                ListFacts(list_id, title, publisher, selection),
                SnapshotFacts(published_on, tuple(files), format, parser_version, imported_at),
                parties,
            )
            if before and version.previous_chain in before:  # it is new, and so may be what notices tell
                retie(self._db, list_id)
        return version

    def add_notices(
        self,
        list_id: str,
        notices: Iterable[Notice],
        *,
        complete: Sequence[tuple[date, date]] = (),
    ) -> int:
        """Put in a publisher's notices; return how many were new.

        Args:
            list_id: The list they are about.
            notices: Additions, removals and changes, each with its day.
            complete: Spans of days, both ends included, of which the notices tell every change: a party
                seen at a span's end and not announced in it was there before it began.
        """
        notices = list(notices)
        with self._db.writing():
            count = import_notices(self._db, ListFacts(list_id), notices, complete)
            if tells_changes(self._db, list_id, notices):
                retie(self._db, list_id)
        return count

    def import_changes(
        self, paths: Iterable[str | Path], list_id: str = "us-ofac-sdn", *, until: date | None = None
    ) -> tuple[ChangeFile, ...]:
        """Import OFAC's change files; return each as read, with what was not.

        Each announcement is tied to the party of the list it is about, or to one of its own: anew with each
        version that is imported later, so the order of imports changes nothing. A file takes the place of
        one of the same name. The files are taken as the complete record of changes from their first day, as
        far as years follow one another, to *until*; by default to their newest day, or to the day of the
        next version where that follows within a week.
        """
        with collector_held():
            return put_change_files(self._db, list_id, [Path(path) for path in paths], until)

    def notices(self, list_id: str) -> tuple[Notice, ...]:
        """Return a list's notices by day."""
        with self._db.reading():
            row = find_list(self._db, list_id)
            rows = self._db.rows(
                "SELECT body FROM notices WHERE list_no = ? ORDER BY on_day, party_id, digest", (row.list_no,)
            )
        return tuple(Notice.model_validate_json(unpack(body)) for (body,) in rows)

    # --- text and integrity ----------------------------------------------------------------------------

    def import_folder(self, folder: str | Path) -> tuple[str, ...]:
        """Import a folder of lists, or of one list, written as JSON lines; return the lists' ids."""
        with self._db.writing():
            return tuple(import_folder(self._db, each) for each in list_folders(Path(folder)))

    def export(self, list_id: str, folder: str | Path) -> tuple[Path, ...]:
        """Write every version and notice of a list as JSON lines into ``folder/list_id``; return paths."""
        with self._db.reading():
            row = find_list(self._db, list_id)
            target = Path(folder) / list_id
            versions = versions_of(self._db, row)
            days = [version.published_on for version in versions]
            paths = [
                export_version(target, row, v, self._content(row, v), alone=days.count(v.published_on) == 1)
                for v in versions
            ]
            if row.notice_count or row.periods:
                paths += export_notices(target, row, self.notices(list_id), stored_changes(self._db, row))
        return tuple(paths)

    def verify(self) -> IntegrityReport:
        """Recompute every digest and the chain; IntegrityError names list, version and what differs."""
        return verify(self._db)

    def seal(self) -> str:
        """Return one digest of all that the store holds, to be kept elsewhere and compared years later."""
        return seal(self._db)
