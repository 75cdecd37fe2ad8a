"""Parties that links hold together, parted where an inference would make two of one list's into one.

Reach for :func:`parted`. A publisher that lists two parties at once means two bearers: of the inferred links
that would make them one, the weaker ones fall. Certain links never do. Guarantee: the parts depend on the
parties and the links alone, not on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import IdentityLink, PartyId

__all__ = ["Reached", "parted", "parts_of"]

Reached = tuple[set[PartyId], set[IdentityLink]]
"""The parties that links lead to from one, itself too, and the links between them."""

_WEAKEST_LAST = ("listing", "identifier", "birth-date", "name", "reference")


def parts_of(reached: Mapping[PartyId, Reached]) -> dict[PartyId, set[PartyId]]:
    """Return of each of some parties, with all that links lead to from it, the part that it is in."""
    return {party_id: parted(*each)[party_id] for party_id, each in reached.items()}


def parted(members: Iterable[PartyId], links: Iterable[IdentityLink]) -> Mapping[PartyId, set[PartyId]]:
    """Return the part each party is in."""
    part = {party_id: {party_id} for party_id in members}
    inferred: list[IdentityLink] = []
    for link in sorted(links, key=_strength):
        if link.one not in part or link.other not in part or part[link.one] is part[link.other]:
            continue
        if link.certainty == "inferred" and link.basis != "listing":
            inferred.append(link)
        else:
            _join(part, link)
    for link in inferred:
        one, other = part[link.one], part[link.other]
        if one is not other and not _lists(one) & _lists(other):
            _join(part, link)
    return part


def _strength(link: IdentityLink) -> tuple[object, ...]:
    certainty = link.certainty != "certain"
    return (
        certainty,
        -(link.score or 0.0),
        _WEAKEST_LAST.index(link.basis),
        link.one,
        link.other,
        link.evidence,
    )


def _join(part: dict[PartyId, set[PartyId]], link: IdentityLink) -> None:
    whole = part[link.one] | part[link.other]
    for party_id in whole:
        part[party_id] = whole


def _lists(part: set[PartyId]) -> set[str]:
    return {party_id.partition(":")[0] for party_id in part}
