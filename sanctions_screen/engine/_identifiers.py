"""Find the parties that hold an identifier of a subject, without comparing them all."""

from __future__ import annotations

from collections.abc import Iterable

from ..identifiers import compared_values, same_identifier
from ..model import Party, PartyId, Subject

__all__ = ["IdentifierIndex"]


class IdentifierIndex:
    """Which parties hold which identifiers. Guarantee: every party whose identifier settles is found."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._holders: dict[str, set[PartyId]] = {}
        self._parties: dict[PartyId, Party] = {}
        for party in parties:
            self._parties[party.party_id] = party
            for identifier in party.identifiers:
                for value in compared_values(identifier):
                    self._holders.setdefault(value, set()).add(party.party_id)

    def parties(self, subject: Subject) -> list[PartyId]:
        """Return, sorted, the parties one of whose identifiers is one of the subject's."""
        found = {
            held
            for mine in subject.identifiers
            for value in compared_values(mine)
            for held in self._holders.get(value, ())
        }
        return sorted(party_id for party_id in found if self.holds(subject, party_id))

    def holds(self, subject: Subject, party_id: PartyId) -> bool:
        """Return whether an identifier of the subject is one of the party's."""
        theirs = self._parties[party_id].identifiers
        return any(same_identifier(mine, other) for mine in subject.identifiers for other in theirs)
