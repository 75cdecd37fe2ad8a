"""The list store: every version of every list, and what they tell of each party.

Reach for :class:`ListStore`, a context manager; several may read one file while an import runs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .. import sources
from .._collector import collector_held
from ..history.states import ListState, Snapshot
from ..model import (
    DayPrecision,
    KnownOn,
    ListInfo,
    ListingHistory,
    ListStatistics,
    ListVersion,
    Notice,
    Party,
    Revision,
    SnapshotDiff,
    SourceFile,
    StatisticsPeriod,
    VersionDoubt,
)
from ..model.arguments import DAY, PATH, PATHS, SEVERAL, TEXT, checked
from ._database import Database
from ._embedded import embedded_database
from ._folders import export_list, import_folder, list_folders
from ._importing import (
    ListFacts,
    SnapshotFacts,
    day_of_file,
    import_notices,
    import_snapshot,
    tell_newly_without,
)
from ._integrity import IntegrityReport, seal, verify
from ._key_lookup import KeyLookup, key_lookup
from ._knowledge import Knowledge, content_of
from ._retying import put_change_files, retie, retie_after, tells_changes, tie_anew
from ._revisions import as_revision, find_list, list_rows, newest_revision, revision_known_on, rows_of
from ._withdrawing import correct_day, withdraw

if TYPE_CHECKING:
    from ..sources import ParsedList
    from ..sources.ofac_changes import ChangeFile

__all__ = ["ListStore"]

logger = logging.getLogger("sanctions_screen.store")


@checked(
    path=PATH, folder=PATH, list_id=TEXT, party_id=TEXT, as_of=DAY, day=DAY, day_a=DAY, day_b=DAY,
    right_day=DAY, until=DAY, published_on=DAY, archived_by=DAY, paths=PATHS, parties=SEVERAL,
    notices=SEVERAL, reason=TEXT,
)  # fmt: skip
class ListStore:
    """Versioned lists in one SQLite file, or in memory. Make one with :meth:`open` or :meth:`embedded`."""

    def __init__(self, database: Database) -> None:
        self._db, self.file, self.migrated = database, database.file, database.migrated

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, create: bool | None = None) -> Self:
        """Open the store at *path*.

        A missing one is created where *create* is True, and an error where it is False or the store is to be
        *read_only*; None creates it, and says so as a warning of :mod:`logging`: the path may be mistyped.
        One of an older schema is brought to this library's, unless *read_only*; ``migrated`` tells whether.

        Raises StoreFormatError for a file that is no store, or that a newer library wrote; StoreError when
        it cannot be opened.
        """
        missing = create is None and not Path(path).exists()
        store = cls(Database.open(Path(path), read_only=read_only, create=create is not False))
        if missing:
            logger.warning(
                "there was no store %s: a new, empty one was made (create=True says it is meant)", path
            )
        return store

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty store that lives as long as the object."""
        return cls(Database.in_memory("the store in memory"))

    @classmethod
    def embedded(cls) -> Self:
        """Return the lists that travel with the library, in a store in memory that can only be read."""
        database = embedded_database(lambda database, folder: cls(database).import_folder(folder))
        database.read_only = True
        return cls(database)

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

    def copy_to(self, path: str | Path) -> None:
        """Write the whole store into a new file; StoreError when that cannot be done."""
        self._db.copy_to(Path(path))

    # --- what there is ---------------------------------------------------------------------------------

    def lists(self, *, known_on: KnownOn | None = None) -> tuple[ListInfo, ...]:
        """Return what the store holds, sorted by list id.

        *known_on* is, here and below, the revision or the moment (with its time zone) by whose knowledge to
        answer; None means all that the store knows now. An answer known on a revision is the same for ever,
        whatever is imported, withdrawn or corrected later. SettingsError for one that has not come,
        NoVersionError for one before the store knew anything.
        """
        return Knowledge(self._db, known_on).lists()

    def revisions(self, list_id: str | None = None) -> tuple[Revision, ...]:
        """Return what changed what the store knows, oldest first: of one list, or of all."""
        with self._db.reading():
            if list_id is not None:
                find_list(self._db, list_id)
            return tuple(as_revision(row) for row in rows_of(self._db, list_id))

    def revision(self, known_on: KnownOn | None = None, lists: Iterable[str] | None = None) -> int | None:
        """Return the newest revision that was there by *known_on*: as a number, whatever way it is asked for.

        With *lists* the newest that changed what is known of these. None for a store that knows nothing.
        """
        with self._db.reading():
            known = revision_known_on(self._db, known_on)
            rows = list_rows(self._db, known)
            wanted = None if lists is None else frozenset(lists)
            return max((r.revision for r in rows if wanted is None or r.list_id in wanted), default=None)

    def versions(
        self, list_id: str, *, known_on: KnownOn | None = None, withdrawn: bool = False
    ) -> tuple[ListVersion, ...]:
        """Return all versions of a list, oldest first; of several for one day the last imported counts.

        Those that were withdrawn are left out unless *withdrawn* asks for them too.
        """
        return Knowledge(self._db, known_on).versions(list_id, withdrawn=withdrawn)

    def newest_day(self, list_id: str, *, known_on: KnownOn | None = None) -> date:
        """Return the newest day that a version or a notice of the list tells of."""
        return Knowledge(self._db, known_on).newest_day(list_id)

    # --- a list on a day -------------------------------------------------------------------------------

    def state(self, list_id: str, as_of: date | None = None, *, known_on: KnownOn | None = None) -> ListState:
        """Return every party that was listed, or had been delisted, on a day; None is the newest day.

        Raises UnknownListError, and NoVersionError for a day before anything is known of the list.
        """
        return Knowledge(self._db, known_on).state(list_id, as_of)

    def snapshot(
        self, list_id: str, as_of: date | None = None, *, known_on: KnownOn | None = None
    ) -> Snapshot:
        """Return the list as it stood on a day; None is the newest day. Errors as for :meth:`state`."""
        return Knowledge(self._db, known_on).snapshot(list_id, as_of)

    def content(self, list_id: str, digest: str) -> tuple[Party, ...]:
        """Return exactly what a version was imported with, by its digest, superseded or withdrawn or not."""
        return Knowledge(self._db).content(list_id, digest)

    def diff(
        self, list_id: str, day_a: date, day_b: date, *, known_on: KnownOn | None = None
    ) -> SnapshotDiff:
        """Return what differs between a list as of two days, field by field for amended parties."""
        return Knowledge(self._db, known_on).diff(list_id, day_a, day_b)

    def statistics(
        self, list_id: str, by: StatisticsPeriod = "year", *, known_on: KnownOn | None = None
    ) -> ListStatistics:
        """Return a list's size and its additions, removals and amendments over time, by year or by month.

        Raises UnknownListError, and NoVersionError for a list of which nothing is known yet.
        """
        return Knowledge(self._db, known_on).statistics(list_id, by)

    def doubts(self, list_id: str, *, known_on: KnownOn | None = None) -> tuple[VersionDoubt, ...]:
        """Return the versions that look wrong: what they changed, the next one changed back.

        :meth:`withdraw` takes one out, :meth:`correct_day` puts it under its right day.
        """
        return Knowledge(self._db, known_on).doubts(list_id)

    def history(self, party_id: str, *, known_on: KnownOn | None = None) -> ListingHistory:
        """Return all that is known of a party's listing, with its listings under other references.

        An id that the party had before its reference was known is answered with the party as it is known now.
        Raises UnknownPartyError when nothing tells of the party.
        """
        return Knowledge(self._db, known_on).history(party_id)

    def party(self, party_id: str, as_of: date | None = None, *, known_on: KnownOn | None = None) -> Party:
        """Return a party's record, the newest or as known on a day; UnknownPartyError when there is none."""
        return Knowledge(self._db, known_on).party(party_id, as_of)

    def key_lookup(self, list_ids: Sequence[str]) -> KeyLookup:
        """Return a look-up of parties by what other lists know them by; it outlives the store's closing."""
        return key_lookup(self._db, list_ids)

    # --- putting in ------------------------------------------------------------------------------------

    def import_file(
        self,
        path: str | Path,
        list_id: str | None = None,
        published_on: date | None = None,
        *,
        archived_by: date | None = None,
    ) -> ListVersion:
        """Import one publisher's file as the list's version of a day; return the version.

        Args:
            path: The file. Its format is told from the content; siblings that belong to it are read too.
            list_id: The list it is of; None takes what the format says.
            published_on: The day it was published; needed where the file does not tell it.
            archived_by: Instead, where nobody tells: the last day it can be of, such as that on which an
                archive kept the copy. What it shows then bounds no window from below.

        A file read without those of its publisher's that the version before had (SDN.CSV without ALT.CSV) is
        taken, and logged: the names that a reference had go on being compared, and each answer says so in its
        provenance (``read_without``). The command refuses such a file unless ``--incomplete`` is given.

        Raises SourceError when the file cannot be read, StoreError when its day is not known.
        """
        with collector_held():
            parsed = sources.read_list(Path(path), list_id=list_id)
            return self.import_parsed(parsed, published_on, archived_by=archived_by)

    def import_parsed(
        self, parsed: ParsedList, published_on: date | None = None, *, archived_by: date | None = None
    ) -> ListVersion:
        """Import a list that was read already, as :meth:`import_file` does; what was not understood is in it.

        Raises StoreError when neither the arguments nor the file tells the day, or they contradict.
        """
        day, precision = day_of_file(parsed, published_on, archived_by)
        known = sources.published_list(parsed.list_id)
        if parsed.list_id in {info.list_id for info in self.lists()}:
            for before in self.versions(parsed.list_id)[-1:]:
                tell_newly_without(parsed, before)
        return self.add_snapshot(
            parsed.list_id,
            parsed.parties,
            published_on=day,
            files=parsed.files,
            format=parsed.format,
            parser_version=parsed.parser_version,
            title=known.title,
            publisher=known.publisher,
            precision=precision,
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
        precision: DayPrecision = "stated",
    ) -> ListVersion:
        """Put in what a list held as published on a day; return its version.

        The same content for that day again changes nothing and returns the version there is; other content
        becomes a later version of the day, and the earlier one can still be read by its digest.
        """
        with self._db.writing():
            before = newest_revision(self._db)
            version = import_snapshot(
                self._db,
                ListFacts(list_id, title, publisher, selection),
                SnapshotFacts(published_on, tuple(files), format, parser_version, imported_at, precision),
                parties,
            )
            if newest_revision(self._db) > before:  # it is new, and so may be what notices tell
                retie_after(self._db, version)
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
            if count and tells_changes(self._db, list_id, notices):
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

    def tie_anew(self) -> tuple[str, ...]:
        """Tell anew, as later revisions, what change files tell, where other code did; return the lists."""
        return tie_anew(self._db)

    def notices(self, list_id: str, *, known_on: KnownOn | None = None) -> tuple[Notice, ...]:
        """Return a list's notices by day."""
        return Knowledge(self._db, known_on).notices(list_id)

    def withdraw(self, list_id: str, day: date, *, reason: str) -> Revision:
        """Take out the version that holds for a day, as a later revision; return that.

        Of several versions for the day the one imported before holds again. What was answered from the
        version stays known on the revisions before, and its content can be read by its digest.

        Raises NoVersionError when no version is of that day, StoreError without a reason.
        """
        return withdraw(self._db, list_id, day, reason)

    def correct_day(
        self, list_id: str, day: date, right_day: date, *, reason: str, precision: DayPrecision = "stated"
    ) -> ListVersion:
        """Put the version that holds for a day under its right day, as a later revision; return it.

        *precision* says whether that day is stated or only the last it can be. Errors as for
        :meth:`withdraw`; StoreError also when nothing would change.
        """
        return correct_day(self._db, list_id, day, right_day, reason, precision)

    # --- text and integrity ----------------------------------------------------------------------------

    def import_folder(self, folder: str | Path) -> tuple[str, ...]:
        """Import a folder of lists, or of one list, written as JSON lines; return the lists' ids.

        Into an empty store what was known when is taken over, revisions and moments, so that a result known
        on one of them can be replayed.
        """
        with self._db.writing():
            fresh = not newest_revision(self._db)
            return tuple(import_folder(self._db, each, fresh=fresh) for each in list_folders(Path(folder)))

    def export(
        self, list_id: str, folder: str | Path, *, known_on: KnownOn | None = None
    ) -> tuple[Path, ...]:
        """Write all that is known of a list as JSON lines into ``folder/list_id``; return the paths."""
        with self._db.reading():
            row = find_list(self._db, list_id, revision_known_on(self._db, known_on))
            return tuple(
                export_list(self._db, row, Path(folder) / list_id, partial(content_of, self._db, row))
            )

    def verify(self) -> IntegrityReport:
        """Recompute every digest and the chain; IntegrityError names list, version and what differs."""
        return verify(self._db)

    def seal(self) -> str:
        """Return one digest of all that the store holds, to be kept elsewhere and compared years later."""
        return seal(self._db)
