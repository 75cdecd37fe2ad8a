"""What a screening asks of its lists on a day, many parties at once: records to compare, then what hits tell.

Reach for :class:`Telling`. Guarantees: what is told of a party is the same whoever else is asked about; all
that is not known yet is read in one request.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeVar

from ..model import ListingHistory, Party, PartyId
from ._records import OtherRecord, compared_record
from .evidence import read_ahead
from .states import ListState, PartyState

__all__ = ["Telling", "Told"]

_KEPT: Final = 4096
"""Parties that stay in memory: those that many customers are like are asked for again and again."""

T = TypeVar("T")


class Told(NamedTuple):
    """What is told of a party."""

    member: PartyState
    party: Party
    compared: Party
    """What a screening compares: see :meth:`~.states.ListState.compared`."""
    history: ListingHistory
    names_seen_on: Mapping[str, date]
    """The day of the version in which a name that is compared stands, of those its own record has not."""
    compared_digest: str | None
    """Of all that was compared of it, where that is more than its own record."""


class Telling:
    """Tells of the parties of several lists on one day. The lists' states never change, so nor do answers.

    Args:
        states: By list id.
    """

    def __init__(self, states: Mapping[str, ListState]) -> None:
        self._states = states
        self._compared: dict[PartyId, Party] = {}
        self._told: dict[PartyId, Told] = {}

    def compared(self, party_ids: Iterable[PartyId]) -> dict[PartyId, Party]:
        """Return what a screening compares of some parties: see :meth:`~.states.ListState.compared`."""
        found: dict[PartyId, Party] = {}
        missing: list[PartyId] = []
        for party_id in dict.fromkeys(party_ids):
            told = self._told.get(party_id)
            party = told.compared if told else self._compared.get(party_id)
            if party is None:
                missing.append(party_id)
            else:
                found[party_id] = party
        by_list = self._by_list(missing)
        read_ahead([state._records_of(some) for state, some in by_list])
        for state, some in by_list:
            found |= zip(some, state.compared_many(some), strict=True)
        _keep(self._compared, {party_id: found[party_id] for party_id in missing})
        return found

    def of(self, party_ids: Iterable[PartyId]) -> dict[PartyId, Told]:
        """Return what is told of some parties."""
        wanted = list(dict.fromkeys(party_ids))
        found = {party_id: told for party_id in wanted if (told := self._told.get(party_id))}
        by_list = self._by_list(each for each in wanted if each not in found)
        read_ahead([state._histories_of(some) for state, some in by_list])
        missing = {
            party_id: _told(state.member(party_id), *told)
            for state, some in by_list
            for party_id, told in zip(some, state._told(some), strict=True)
        }
        _keep(self._told, missing)
        return found | missing

    def _by_list(self, party_ids: Iterable[PartyId]) -> list[tuple[ListState, list[PartyId]]]:
        some: dict[str, list[PartyId]] = {}
        for party_id in party_ids:
            some.setdefault(party_id.partition(":")[0], []).append(party_id)
        return [(self._states[list_id], of_list) for list_id, of_list in some.items()]


def _told(member: PartyState, party: Party, others: Sequence[OtherRecord], history: ListingHistory) -> Told:
    if not others:
        return Told(member, party, party, history, {}, None)
    own = {name.text for name in party.names}
    seen_on: dict[str, date] = {}
    for other in others:
        for name in other.record.names:
            if name.text not in own:
                seen_on.setdefault(name.text, other.seen_on)
    compared = compared_record(party, others)
    return Told(member, party, compared, history, seen_on, compared.content_digest())


def _keep(known: dict[PartyId, T], more: Mapping[PartyId, T]) -> None:
    """Remember more; beyond the bound what came first is let go."""
    known.update(more)
    if len(known) > _KEPT:
        for party_id in list(known)[:-_KEPT]:
            known.pop(party_id, None)
