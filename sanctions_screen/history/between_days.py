"""What differs between a list on one day and on another: who came, who left, whose record was amended.

Reach for :func:`snapshot_diff`. Guarantee: a party stands in one place alone; whatever a window leaves open
is in ``unsettled`` or ``undated``, and never told as a change, or as none.
"""

from __future__ import annotations

from ..errors import NoVersionError
from ..model import ListingStatus, PartyId, SnapshotDiff, UnsettledParty
from ..model.versions import AmendedParty
from ._comparable import Told, told_changes
from .differences import field_changes
from .states import ListState, PartyState

__all__ = ["snapshot_diff"]


def snapshot_diff(before: ListState, after: ListState) -> SnapshotDiff:
    """Return what differs between two days of one list; NoVersionError when no version was imported."""
    if before.version is None or after.version is None:
        raise NoVersionError(f"list {before.list_id}: no version was imported, only notices")
    old, new = _listed(before), _listed(after)
    unsettled = _unsettled(before, after)
    doubtful = {party.party_id for party in unsettled}
    both = sorted(old & new)
    differing = [change for key in both if (change := _amended(before, after, key))]
    amended = [each for each in differing if not all(change.of_form for change in each.changes)]
    undated = {key for key in both if before.may_have_become(key) or after.may_have_become(key)}
    return SnapshotDiff(
        list_id=before.list_id,
        before=before.version,
        after=after.version,
        day_before=before.as_of,
        day_after=after.as_of,
        added=tuple(after.party(key) for key in sorted(new - old - doubtful)),
        removed=tuple(before.party(key) for key in sorted(old - new - doubtful)),
        amended=tuple(change for change in amended if change.party_id not in undated),
        unsettled=unsettled,
        undated=tuple(change for change in amended if change.party_id in undated),
        retold=tuple(each for each in differing if all(change.of_form for change in each.changes)),
    )


def _listed(state: ListState) -> set[PartyId]:
    return {member.party_id for member in state if member.status == "listed"}


def _amended(before: ListState, after: ListState, party_id: PartyId) -> AmendedParty | None:
    """Return what the record was and what it is, or may be; None when it is the same."""
    (old, seen), (new, later) = before.record_in(party_id), after.record_in(party_id, latest=True)
    if old == new:
        return None
    if seen is None or later is None:
        changes = list(field_changes(old, new))
    else:
        (changes,) = told_changes([Told(after.evidence, seen, later, (old, new))])
    return AmendedParty(party_id=party_id, before=old, after=new, changes=tuple(changes))


def _unsettled(before: ListState, after: ListState) -> tuple[UnsettledParty, ...]:
    """Return the parties that are unsettled on either day."""
    old, new = ({member.party_id: member for member in state} for state in (before, after))
    return tuple(
        UnsettledParty(
            party_id=party_id,
            before=_status(old.get(party_id)),
            after=_status(new.get(party_id)),
            window=span.window,
        )
        for party_id in sorted(old.keys() | new.keys())
        for span in [m.unsettled for m in (new.get(party_id), old.get(party_id)) if m and m.unsettled][:1]
    )


def _status(member: PartyState | None) -> ListingStatus:
    return member.status if member else "never-listed"
