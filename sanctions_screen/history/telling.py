"""What a screening asks of its lists on a day, many parties at once: records to compare, then what hits tell.

Reach for :class:`Telling`. Guarantees: what is told of a party is the same whoever else is asked about; all
that is not known yet is read in one request.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple, TypeVar

from ..model import ListingHistory, Party, PartyId
from ._records import Compared, compared_of
from .histories import told_of
from .states import ListState, PartyState, Standing, standings_of

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
    names_announced_on: Mapping[str, date]
    """Likewise the day of the notice, of those that no such version has."""
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
        if missing:
            standings = standings_of(self._states, missing)
            compared = compared_of([each.source for each in standings.values()])
            anew = dict(zip(standings, (each.whole for each in compared), strict=True))
            _keep(self._compared, anew)
            found |= anew
        return found

    def of(self, party_ids: Iterable[PartyId]) -> dict[PartyId, Told]:
        """Return what is told of some parties."""
        wanted = list(dict.fromkeys(party_ids))
        found = {party_id: told for party_id in wanted if (told := self._told.get(party_id))}
        if len(found) < len(wanted):
            anew = self._tell([each for each in wanted if each not in found])
            _keep(self._told, anew)
            found |= anew
        return found

    def _tell(self, party_ids: Iterable[PartyId]) -> dict[PartyId, Told]:
        """Return what is told of parties, stage by stage for all of them: standings, histories, records."""
        standings = standings_of(self._states, party_ids)
        told = told_of([(standing.histories, party_id) for party_id, standing in standings.items()])
        compared = compared_of([standing.source for standing in standings.values()], told.records)
        return {
            party_id: _told(standing, one, told.histories[party_id])
            for (party_id, standing), one in zip(standings.items(), compared, strict=True)
        }


def _told(standing: Standing, one: Compared, history: ListingHistory) -> Told:
    own = {name.text for name in one.record.names}
    seen_on: dict[str, date] = {}
    announced_on: dict[str, date] = {}
    for other, party in one.others:  # those of versions come first
        for name in party.names:
            if name.text not in own and name.text not in seen_on:
                (announced_on if other.is_announced else seen_on).setdefault(name.text, other.seen_on)
    digest = one.whole.content_digest() if one.others else None
    of_the_day = history.up_to(standing.source.as_of)
    return Told(standing.member, one.record, one.whole, of_the_day, seen_on, announced_on, digest)


def _keep(known: dict[PartyId, T], more: Mapping[PartyId, T]) -> None:
    """Remember more; beyond the bound what came first is let go."""
    known.update(more)
    if len(known) > _KEPT:
        for party_id in list(known)[:-_KEPT]:
            known.pop(party_id, None)
