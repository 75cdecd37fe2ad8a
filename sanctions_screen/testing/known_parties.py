"""What is known of the parties a screener screens against: who they are, and how each stands on the day.

Reach for :func:`known_parties` to take that from a store. Laws about status need it: who has been delisted
must be told as such, and who is not listed yet must not be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..errors import NoVersionError
from ..model import Party, Record
from ..store import ListState, ListStore

__all__ = ["KnownParties", "ListBasis", "known_parties"]


class ListBasis(Record):
    """The version of one list that parties were taken from."""

    list_id: str
    published_on: date
    digest: str
    evidence_digest: str
    """Digest of all that decides who is listed on the day, later notices and versions included."""


@dataclass(frozen=True)
class KnownParties:
    """The parties of a screener on a day.

    Attributes:
        parties: Those that are listed, may be, or have been delisted.
        delisted: Ids of those of them that have been delisted.
        unsettled: Ids of those of which nobody can say, for the day lies between two files.
        not_yet: Parties that are listed only after the day, in whatever form they are listed then.
        basis: The versions of lists they come from.
        as_of: The day; None when the parties were given without one.
        past_days: A few days before it on which a list changed.
        on: Tells the same of another day; None where only this one is known.
    """

    parties: tuple[Party, ...]
    delisted: frozenset[str] = frozenset()
    unsettled: frozenset[str] = frozenset()
    not_yet: tuple[Party, ...] = ()
    basis: tuple[ListBasis, ...] = ()
    as_of: date | None = None
    past_days: tuple[date, ...] = ()
    on: Callable[[date], KnownParties] | None = None


_PAST_DAYS = 3


def known_parties(
    store: ListStore,
    lists: Iterable[str] | None = None,
    as_of: date | None = None,
    *,
    include_delisted: bool = True,
    leave_out_later_lists: bool = False,
) -> KnownParties:
    """Return who is on *lists* (None: all of the store) on a day (None: the newest any of them holds).

    Raises what :meth:`ListStore.state` raises: UnknownListError, and NoVersionError unless
    *leave_out_later_lists*.
    """
    list_ids = sorted({info.list_id for info in store.lists()} if lists is None else set(lists))
    day = as_of or max(store.newest_day(list_id) for list_id in list_ids)

    def on(other: date) -> KnownParties:
        return known_parties(
            store, list_ids, other, include_delisted=include_delisted, leave_out_later_lists=True
        )

    states = list(_states(store, list_ids, day, leave_out=leave_out_later_lists))
    members = [
        (state, member)
        for state in states
        for member in state
        if include_delisted or member.status != "delisted"
    ]
    return KnownParties(
        parties=tuple(state.party(member.party_id) for state, member in members),
        delisted=frozenset(member.party_id for _, member in members if member.status == "delisted"),
        unsettled=frozenset(member.party_id for _, member in members if member.status == "unsettled"),
        not_yet=tuple(party for state in states for party in _later(store, state)),
        basis=tuple(_basis(state) for state in states),
        as_of=day,
        past_days=_past_days(store, list_ids, day),
        on=on,
    )


def _past_days(store: ListStore, lists: Iterable[str], as_of: date) -> tuple[date, ...]:
    """Return a few days before *as_of* on which a list changed hands: the oldest and some between."""
    days = sorted(
        {
            version.published_on
            for list_id in lists
            for version in store.versions(list_id)
            if version.published_on < as_of
        }
    )
    if len(days) <= _PAST_DAYS:
        return tuple(days)
    return tuple(days[round(place * (len(days) - 1) / (_PAST_DAYS - 1))] for place in range(_PAST_DAYS))


def _states(store: ListStore, list_ids: list[str], day: date, *, leave_out: bool) -> Iterator[ListState]:
    for list_id in list_ids:
        try:
            yield store.state(list_id, day)
        except NoVersionError:
            if not leave_out:
                raise


def _later(store: ListStore, state: ListState) -> Iterator[Party]:
    """Yield the parties that the list's newest day knows and the day of *state* does not."""
    if store.newest_day(state.list_id) <= state.as_of:
        return
    newest = store.state(state.list_id)
    known = {member.party_id for member in state}
    for member in newest:
        if member.party_id not in known:
            yield newest.party(member.party_id)


def _basis(state: ListState) -> ListBasis:
    told = state.provenance
    return ListBasis(
        list_id=told.list_id,
        published_on=told.published_on,
        digest=told.digest,
        evidence_digest=told.evidence_digest,
    )
