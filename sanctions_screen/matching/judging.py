"""Judge what a search found: its parties made ready once, each beside the subjects who may be it.

Reach for :class:`Judging` with the parties at hand. Guarantee: an answer never depends on who was judged
before; that parties stay ready saves work alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ..model import Party, PartyId, ScreeningSettings
from .party import Judgement, judge
from .prepared import ReadName, prepared
from .reference import Answer, Searched, answers_of
from .sides import Asked, Listed, Recorded, listed

__all__ = ["Judging"]

_KEPT: Final = 4096
"""Parties that stay ready to be judged."""


class Judging:
    """Judges subjects beside parties.

    Args:
        settings: Whether weak aliases are compared. A party with no other name is found by those it has.
        read: What reads names.
    """

    def __init__(self, settings: ScreeningSettings, read: ReadName = prepared) -> None:
        self._settings, self._read = settings, read
        self._ready: dict[PartyId, Listed] = {}

    def answers(
        self, found: Sequence[Searched], parties: Mapping[PartyId, Party], *, in_words: bool = False
    ) -> list[list[Answer]]:
        """Return what some searches found, judged; *parties* are all of them by id, others too.

        *in_words*: whether judgements come with their explanations.
        """
        wanted = [each for one in found for some in one.candidates for each in some]
        recorded = {party_id: places for one in found for party_id, places in (one.recorded or {}).items()}
        ready = self._listed(parties, wanted, recorded)
        return [answers_of(one, ready, in_words=in_words) for one in found]

    def one(self, subject: Asked, party: Party) -> Judgement:
        """Return how a subject compares with one party."""
        return judge(subject, self._listed({party.party_id: party}, [party.party_id], {})[party.party_id])

    def _listed(
        self,
        parties: Mapping[PartyId, Party],
        wanted: Sequence[PartyId],
        recorded: Mapping[PartyId, Recorded],
    ) -> dict[PartyId, Listed]:
        """Return parties made ready; those that are found again and again stay so."""
        found: dict[PartyId, Listed] = {}
        for party_id in dict.fromkeys(wanted):
            party, ready = parties[party_id], self._ready.get(party_id)
            if ready is None or ready.party is not party:
                ready = listed(party, self._settings, self._read, recorded.get(party_id))
                if len(found) < _KEPT:
                    self._ready[party_id] = ready
            found[party_id] = ready
        if len(self._ready) > _KEPT:
            self._ready.clear()
        return found
