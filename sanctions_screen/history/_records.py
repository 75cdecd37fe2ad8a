"""The record a party is known by on a day: of which version or notice, with what was announced in between.

Reach for :func:`record_source` to learn where the record stands, :func:`rebuilt_record` for the record itself
where notices changed it between the day it was seen and the day asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from ..model import Party
from ._remaking import remade
from .evidence import ListEvidence, PartyEvidence

__all__ = ["rebuilt_record", "record_of", "record_source"]


def record_source(known: PartyEvidence, evidence: ListEvidence, as_of: date) -> tuple[str, date] | None:
    """Return digest and day of the record a party is known by on a day.

    That is the record of the newest version on or before the day that holds it, else of the oldest after it,
    else that of a notice: the newest on or before the day, or the next after it where that is nearer. None
    when only notices without a record name the party.
    """
    days = evidence.days
    index = bisect_right(days, as_of) - 1
    past = [segment for segment in known.segments if segment.first <= index]
    if past:
        return past[-1].content.digest, days[min(past[-1].last, index)]
    if known.segments:
        return known.segments[0].content.digest, days[known.segments[0].first]
    told = [(notice.party_digest, notice.on) for notice in known.notices if notice.party_digest]
    before = [pair for pair in told if pair[1] <= as_of][-1:]
    after = [pair for pair in told if pair[1] > as_of][:1]
    return min([*before, *after], key=lambda pair: abs(pair[1] - as_of), default=None)


def rebuilt_record(known: PartyEvidence, digest: str, seen_on: date, as_of: date) -> Party | None:
    """Return a party's record as of a day, when notices changed it since it was seen; None when none did.

    A record seen later has the changes announced in between taken back, one seen earlier has them made.
    """
    first, last = min(seen_on, as_of), max(seen_on, as_of)
    amended = [n for n in known.notices if n.kind == "amended" and first < n.on <= last]
    announced_only = not known.segments and seen_on > as_of
    if not amended and not announced_only:
        return None
    seen = record_of(known, digest)
    record = remade(seen, [n.notice for n in amended], backwards=seen_on > as_of)
    if announced_only:
        # A removal may print only the programme it is told under; those announced before stand till its day.
        told = next((n.party for n in reversed(known.notices) if n.on <= as_of and n.party), None)
        programmes = tuple(dict.fromkeys((*(told.programmes if told else ()), *record.programmes)))
        if programmes != record.programmes:
            record = record.model_copy(update={"programmes": programmes})
    return None if record is seen else record


def record_of(known: PartyEvidence, digest: str) -> Party:
    """Return the party's record that has the digest."""
    for segment in known.segments:
        if segment.content.digest == digest:
            return segment.content.party()
    return next(n.party for n in known.notices if n.party_digest == digest and n.party)
