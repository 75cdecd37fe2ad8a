"""What a screening asks of its lists on a day, many parties at once: records to compare, then what hits tell.

Reach for :class:`Telling`. Guarantees: what is told of a party is the same whoever else is asked about; a
record is read once for all the questions of a batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from ..model import ListingHistory, Party, PartyId
from ._records import OtherRecord, compared_record
from .states import ListState, PartyState

__all__ = ["Telling", "Told"]

_KEPT: Final = 2048
"""Records that stay in memory: those of names that many customers have are asked for again and again."""


class Told(NamedTuple):
    """What is told of a party that was found by one of its names."""

    member: PartyState
    party: Party
    history: ListingHistory
    name_seen_on: date | None
    """The day of the version in which the name stands; None when the party's own record has it."""
    compared_digest: str | None
    """Of all that was compared of it, where that is more than its own record."""


class Telling:
    """Tells of the parties of several lists on one day. The lists' states never change, so nor do answers.

    Args:
        states: By list id.
    """

    def __init__(self, states: Mapping[str, ListState]) -> None:
        self._states = states
        self._records = lru_cache(maxsize=_KEPT)(self._read)
        self._histories = lru_cache(maxsize=_KEPT)(self._history)

    def compared(self, party_id: PartyId) -> Party:
        """Return what a screening compares of a party: see :meth:`~.states.ListState.compared`."""
        return compared_record(*self._records(party_id))

    def told(self, found: Iterable[tuple[PartyId, str]]) -> dict[tuple[PartyId, str], Told]:
        """Return what is told of each party found, with the name that it was found by."""
        return {each: self._told(*each) for each in dict.fromkeys(found)}

    def _told(self, party_id: PartyId, name: str) -> Told:
        party, others = self._records(party_id)
        return Told(
            self._state(party_id).member(party_id),
            party,
            self._histories(party_id),
            None
            if _has_name(party, name)
            else next((o.seen_on for o in others if _has_name(o.record, name)), None),
            compared_record(party, others).content_digest() if others else None,
        )

    def _read(self, party_id: PartyId) -> tuple[Party, Sequence[OtherRecord]]:
        return self._state(party_id)._records(party_id)

    def _history(self, party_id: PartyId) -> ListingHistory:
        return self._state(party_id).history(party_id)

    def _state(self, party_id: PartyId) -> ListState:
        return self._states[party_id.partition(":")[0]]


def _has_name(party: Party, text: str) -> bool:
    return any(name.text == text for name in party.names)
