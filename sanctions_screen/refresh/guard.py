"""Decide whether a new version of a list may replace the one in use, or waits for a human.

Reach for this module before a version fetched or delivered by machine is used. A publisher that serves half
a file, an empty one or last year's must not make screening go on against less. Guarantee: a version that
breaks none of the rules passes, one that breaks any does not, and the report names every rule it breaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from pydantic import Field

from ..model import Party, PartyId, Record

__all__ = ["DEFAULT_MAX_LOST_SHARE", "GuardReport", "judge"]

DEFAULT_MAX_LOST_SHARE = 0.05
"""Share of parties a version may lose and still be used unasked: lists lose a few parties at a time, and
half a file loses far more."""

_SHOWN = 20


class GuardReport(Record):
    """What a new version would change, and which rules it breaks."""

    list_id: str
    published_on: date
    replaces: date | None = None
    """The publication day of the version it would replace; None when it is the list's first."""
    parties_before: int = 0
    parties_after: int
    added: int = 0
    removed: int = 0
    removed_examples: tuple[PartyId, ...] = ()
    """The first parties that would be gone, by id, at most 20."""
    programmes_lost: tuple[str, ...] = ()
    reasons: tuple[str, ...] = Field(default=())
    """The rules it breaks, in plain words; empty when it may be used."""

    @property
    def passed(self) -> bool:
        """True when the version may be used."""
        return not self.reasons


def judge(
    list_id: str,
    new: Iterable[Party],
    *,
    published_on: date,
    current: Iterable[Party] = (),
    current_published_on: date | None = None,
    max_lost_share: float = DEFAULT_MAX_LOST_SHARE,
) -> GuardReport:
    """Compare *new* with the version in use. ``max_lost_share`` is a share in [0, 1]."""
    before, programmes_before = _ids_and_programmes(current)
    after, programmes_after = _ids_and_programmes(new)
    removed = sorted(before - after)
    programmes_lost = tuple(sorted(programmes_before.keys() - programmes_after.keys()))
    reasons: list[str] = []
    if not after:
        reasons.append("it holds no party at all")
    if before and len(removed) / len(before) > max_lost_share:
        share = len(removed) / len(before)
        reasons.append(
            f"it lost {len(removed):,} of {len(before):,} parties ({share:.1%}; {max_lost_share:.0%} allowed)"
        )
    reasons += [
        f"it lost the whole programme {programme} ({programmes_before[programme]:,} parties)"
        for programme in programmes_lost
    ]
    if current_published_on is not None and published_on < current_published_on:
        reasons.append(f"it is of {published_on}, older than the version in use, of {current_published_on}")
    return GuardReport(
        list_id=list_id,
        published_on=published_on,
        replaces=current_published_on,
        parties_before=len(before),
        parties_after=len(after),
        added=len(after - before),
        removed=len(removed),
        removed_examples=tuple(removed[:_SHOWN]),
        programmes_lost=programmes_lost,
        reasons=tuple(reasons),
    )


def _ids_and_programmes(parties: Iterable[Party]) -> tuple[set[PartyId], Counter[str]]:
    ids: set[PartyId] = set()
    programmes: Counter[str] = Counter()
    for party in parties:
        ids.add(party.party_id)
        programmes.update(set(party.programmes))
    return ids, programmes
