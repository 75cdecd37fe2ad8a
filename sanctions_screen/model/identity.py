"""One bearer on several lists: parties held to be one, why, and where each stands.

Reach for this module to read ``result.identities``. A link is ``certain`` where a publisher itself names the
other list's party, or where both have one strong identifier; it is ``inferred`` where birth date and name, or
for a firm name and country, agree. Parties are never merged: each list's record stays as it was published.
"""

from __future__ import annotations

from typing import Literal

from .history import ListingEvent, ListingHistory
from .party import PartyId
from .record import Record

__all__ = ["Identity", "IdentityLink", "IdentityMember", "LinkBasis", "LinkCertainty"]

LinkCertainty = Literal["certain", "inferred"]
LinkBasis = Literal["reference", "identifier", "listing", "birth-date", "name"]
"""What a link rests on. ``reference``: a publisher's own for the other list's party, or both state one of a
third list. ``identifier``: an equal strong one. ``listing``: an earlier or later listing on one list, as its
history links them. ``birth-date``: an equal day and a name that the matching model finds alike. ``name``: a
firm's name the same, and its country."""


class IdentityLink(Record):
    """Why two parties are held to be one bearer."""

    one: PartyId
    other: PartyId
    """The two in order of their ids."""
    certainty: LinkCertainty
    basis: LinkBasis
    evidence: tuple[str, ...]
    """In plain words, each with where it stands."""
    score: float | None = None
    """How alike the matching model finds the two, in [0, 1]; None where the link does not rest on it."""


class IdentityMember(Record):
    """One party of an identity, as it stood on the as-of day."""

    party_id: PartyId
    name: str
    """By which its list lists it."""
    status: Literal["listed", "delisted", "unsettled"]
    listed: ListingEvent | None = None
    """The last listing or relisting by that day, its evidence left out."""
    left: ListingEvent | None = None
    """The last delisting by that day; of a listed party one that it came back from."""
    certain: bool = True
    """Whether certain links tie it to the identity's first member: else some link on the way is inferred."""
    history: ListingHistory | None = None
    """For a member that is no hit; a hit has its own."""


class Identity(Record):
    """Parties held to be one bearer, the hits among them first, each as its list publishes it."""

    members: tuple[IdentityMember, ...]
    links: tuple[IdentityLink, ...] = ()
    """In order of their parties; several where the two are tied by several things."""

    @property
    def certain(self) -> bool:
        """Whether certain links alone make it one."""
        return all(member.certain for member in self.members)

    @property
    def party_ids(self) -> tuple[PartyId, ...]:
        """The members' ids."""
        return tuple(member.party_id for member in self.members)
