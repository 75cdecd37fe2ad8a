"""Whether a decision stands for a hit, and what is not as it was where it does not.

Reach for :func:`decided`. Guarantee: a hit is ``known`` only when the subject's and the party's contents are
those of the newest decision on the two, the party's but for its form, and its last day has not passed.
"""

from __future__ import annotations

from datetime import date

from ..model import Hit, HitDecision, Subject
from .contents import party_changes, party_content, subject_changes
from .entry import Decision

__all__ = ["decided"]


def decided(subject: Subject, hit: Hit, last: Decision | None, on: date) -> HitDecision:
    """Return what the newest decision on a subject and a party says of a hit between them, on a day."""
    if last is None or last.verdict == "withdrawn":
        return HitDecision(mark="new")
    why = (
        *((f"the decision was made until {last.until}",) if last.until and on > last.until else ()),
        *subject_changes(last.subject, subject),
        *party_changes(last.party, party_content(hit)),
    )
    return HitDecision(
        mark="reopened" if why else "known",
        verdict=last.verdict,
        by=last.by,
        at=last.at,
        reason=last.reason,
        until=last.until,
        why=why,
        entry=last.chain,
    )
