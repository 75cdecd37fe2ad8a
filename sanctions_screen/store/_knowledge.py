"""What a store knew on a revision, asked: a list on a day, a party's history, what differs between two days.

Reach for :class:`Knowledge` behind every question of :class:`~._store.ListStore`. Guarantee: nothing that
came to the store after the revision has a say, so an answer known on a revision is the same for ever,
whatever is imported, withdrawn or corrected later.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from .._collector import collector_held
from ..errors import NoVersionError, UnknownListError, UnknownPartyError
from ..history.bearers import known_as, reference_of
from ..history.between_days import snapshot_diff
from ..history.histories import Histories
from ..history.states import ListState, Snapshot, oldest_day, state_of
from ..history.statistics import statistics_of
from ..history.undoing import doubtful_versions
from ..model import (
    KnownOn,
    ListInfo,
    ListingHistory,
    ListStatistics,
    ListVersion,
    Notice,
    Party,
    SnapshotDiff,
    StatisticsPeriod,
    VersionDoubt,
)
from ._checking import check_state
from ._content import unpack
from ._contents import party_from
from ._database import Database
from ._evidence import load_list, load_parties
from ._former_ids import current_id
from ._importing import standing_notices
from ._name_keys import shared_names
from ._revisions import ListRow, find_list, list_rows, revision_known_on
from ._schema import position_of
from ._versions import versions_of

__all__ = ["Knowledge"]


class Knowledge:
    """A store as it was known on a revision, or by a moment; None asks for all that it knows now."""

    def __init__(self, db: Database, known_on: KnownOn | None = None) -> None:
        self._db = db
        self._asked = known_on

    @contextmanager
    def _reading(self) -> Iterator[int | None]:
        """Read one state of the file; give the revision that is the limit."""
        with self._db.reading():
            yield revision_known_on(self._db, self._asked)

    # --- what there is ---------------------------------------------------------------------------------

    def lists(self) -> tuple[ListInfo, ...]:
        """See :meth:`~._store.ListStore.lists`."""
        with self._reading() as known:
            return tuple(self._info(row) for row in list_rows(self._db, known))

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

    def versions(self, list_id: str, *, withdrawn: bool) -> tuple[ListVersion, ...]:
        """See :meth:`~._store.ListStore.versions`."""
        with self._reading() as known:
            row = find_list(self._db, list_id, known)
            return tuple(versions_of(self._db, row, withdrawn=withdrawn))

    def newest_day(self, list_id: str) -> date:
        """See :meth:`~._store.ListStore.newest_day`."""
        with self._reading() as known:
            return self._newest_day(find_list(self._db, list_id, known))

    def _newest_day(self, row: ListRow) -> date:
        days = [version.published_on for version in versions_of(self._db, row)]
        told = self._db.row(
            "SELECT max(on_day) FROM notices WHERE list_no = ? AND known_from <= ? "
            "AND (known_until IS NULL OR known_until > ?)",
            (row.list_no, row.revision, row.revision),
        )
        if told and told[0]:
            days.append(date.fromisoformat(told[0]))
        if not days:
            raise NoVersionError(f"list {row.list_id}: it holds no version and no notice yet")
        return max(days)

    # --- a list on a day -------------------------------------------------------------------------------

    def state(self, list_id: str, as_of: date | None, *, linked: bool = True) -> ListState:
        """See :meth:`~._store.ListStore.state`; without *linked* its histories have no other listings."""
        with collector_held():
            with self._reading() as known:
                row = find_list(self._db, list_id, known)
                day = as_of or self._newest_day(row)
                evidence = load_list(self._db, row)
                check_state(self._db, row, evidence, day)
                namesakes = shared_names(self._db, row.list_no) if linked else {}
            return state_of(evidence, day, Histories(evidence, namesakes))

    def snapshot(self, list_id: str, as_of: date | None) -> Snapshot:
        """See :meth:`~._store.ListStore.snapshot`."""
        return Snapshot(self.state(list_id, as_of, linked=False))  # it tells no histories

    def diff(self, list_id: str, day_a: date, day_b: date) -> SnapshotDiff:
        """See :meth:`~._store.ListStore.diff`."""
        before, after = (self.state(list_id, day, linked=False) for day in (day_a, day_b))
        return snapshot_diff(before, after)

    def statistics(self, list_id: str, by: StatisticsPeriod) -> ListStatistics:
        """See :meth:`~._store.ListStore.statistics`."""
        with self._reading() as known:
            row = find_list(self._db, list_id, known)
            newest = self._newest_day(row)
            evidence = load_list(self._db, row)
        oldest = oldest_day(evidence) or newest
        return statistics_of(evidence, by, oldest, max(oldest, newest))

    def doubts(self, list_id: str) -> tuple[VersionDoubt, ...]:
        """See :meth:`~._store.ListStore.doubts`."""
        with self._reading() as known:
            return doubtful_versions(load_list(self._db, find_list(self._db, list_id, known)))

    def notices(self, list_id: str) -> tuple[Notice, ...]:
        """See :meth:`~._store.ListStore.notices`."""
        with self._reading() as known:
            standing = standing_notices(self._db, find_list(self._db, list_id, known))
        told = {digest: Notice.model_validate_json(unpack(body)) for digest, _, body in standing}
        ordered = sorted(told, key=lambda d: (told[d].on, told[d].party_id or "", d))
        return tuple(told[digest] for digest in ordered)

    def content(self, list_id: str, digest: str) -> tuple[Party, ...]:
        """See :meth:`~._store.ListStore.content`."""
        with self._reading() as known:
            row = find_list(self._db, list_id, known)
            for version in versions_of(self._db, row, withdrawn=True):
                if version.digest == digest:
                    return content_of(self._db, row, version)
        raise NoVersionError(f"list {list_id}: no version has the digest {digest}")

    # --- one party -------------------------------------------------------------------------------------

    def history(self, party_id: str) -> ListingHistory:
        """See :meth:`~._store.ListStore.history`."""
        with self._reading() as known:
            row = self._list_of(party_id, known)
            party_id = self._known_now(row, party_id)
            reference = reference_of(party_id)
            namesakes = shared_names(self._db, row.list_no, reference).get(reference, set())
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
        return Histories(evidence, {reference: namesakes}).history(party_id)

    def party(self, party_id: str, as_of: date | None) -> Party:
        """See :meth:`~._store.ListStore.party`."""
        with self._reading() as known:
            row = self._list_of(party_id, known)
            party_id = self._known_now(row, party_id)
            evidence = load_parties(self._db, row, [party_id])
            day = as_of or self._newest_day(row)
        if party_id not in evidence.parties:
            raise self._unknown(party_id)
        return state_of(evidence, day, Histories(evidence)).party(party_id)

    def _known_now(self, row: ListRow, party_id: str) -> str:
        """Return the id, or the one that had taken its place by the revision."""
        known = load_parties(self._db, row, [party_id]).parties
        if party_id in known:
            return party_id
        return known_as(party_id, known) or current_id(self._db, row, party_id) or party_id

    def _list_of(self, party_id: str, known: int | None) -> ListRow:
        list_id, colon, _ = party_id.partition(":")
        try:
            return find_list(self._db, list_id, known)
        except UnknownListError as error:
            hint = "" if colon else " (write LIST:REFERENCE, such as us-ofac-sdn:16102)"
            raise UnknownPartyError(f"no party {party_id!r}{hint}: {error}") from error

    def _unknown(self, party_id: str) -> UnknownPartyError:
        when = "" if self._asked is None else f", as known on {self._asked}"
        return UnknownPartyError(f"no party {party_id!r} in any version or notice in {self._db.where}{when}")


def content_of(db: Database, row: ListRow, version: ListVersion) -> tuple[Party, ...]:
    """Return what a version was imported with."""
    position = position_of(version.published_on, version.sequence)
    rows = db.rows(
        "SELECT c.body FROM contents c JOIN held h USING (content_no) "
        "WHERE c.list_no = ? AND h.first <= ? AND h.last >= ? ORDER BY c.party_id",
        (row.list_no, position, position),
    )
    return tuple(party_from(body) for (body,) in rows)
