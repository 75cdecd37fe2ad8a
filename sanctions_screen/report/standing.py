"""How a party stands on the as-of day, and since when, in words.

Reach for :func:`standing_text` wherever a hit's status is shown.
"""

from __future__ import annotations

from ..model import Hit, IdentityMember, ListingHistory
from .text import unsettled_text, when

__all__ = ["member_text", "standing_text"]


def standing_text(hit: Hit) -> str:
    """Return what follows the status: the day, the two days, or why nobody can say."""
    if hit.unsettled is not None:
        return unsettled_text(hit.unsettled)
    return _last(hit.history, ("delisted",) if hit.status == "delisted" else ("listed", "relisted"))


def _last(history: ListingHistory, kinds: tuple[str, ...]) -> str:
    return next((when(event) for event in reversed(history.events) if event.kind in kinds), "")


def member_text(member: IdentityMember) -> str:
    """Return on which list a party of an identity stands, since when, and when it left."""
    list_id = member.party_id.partition(":")[0]
    since = f"{member.listed.kind} {when(member.listed)}" if member.listed else "since an unknown day"
    left = f", left {when(member.left)}" if member.left else ""
    if member.status == "listed":
        before = f", after it had left {when(member.left)}" if member.left else ""
        return f"{list_id}: {since}{before}"
    return f"{list_id}: {member.status}, {since}{left}"
