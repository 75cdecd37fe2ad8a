"""The record a party is known by on a day: of which version or notice, with what was announced in between.

Reach for :func:`record_source` to learn where the record stands, :func:`rebuilt_record` for the record itself
where notices changed it between the day it was seen and the day asked for, and :func:`other_records` for
what it may have been besides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..model import Name, Party
from ._remaking import remade
from .evidence import HeldRecord, ListEvidence, PartyEvidence, Segment

__all__ = [
    "OtherRecord",
    "compared_record",
    "have_others",
    "other_records",
    "rebuilt_record",
    "record_of",
    "record_source",
    "seen_at",
]

_COMPARED = ("birth_dates", "nationalities", "citizenships", "identifiers")
"""The fields beside the names that a screening compares."""


def record_source(known: PartyEvidence, evidence: ListEvidence, as_of: date) -> tuple[str, date] | None:
    """Return digest and day of the record a party is known by on a day.

    That is the record of the newest version on or before the day that holds it, else of the oldest after it,
    else that of a notice: the newest on or before the day, or the next after it where that is nearer. None
    when only notices without a record name the party.
    """
    days = evidence.days
    index = bisect_right(days, as_of) - 1
    for segment in reversed(known.segments):
        if segment.first <= index:
            return segment.content.digest, days[min(segment.last, index)]
    if known.segments:
        return known.segments[0].content.digest, days[known.segments[0].first]
    told = [(notice.party_digest, notice.on) for notice in known.notices if notice.party_digest]
    before = [pair for pair in told if pair[1] <= as_of][-1:]
    after = [pair for pair in told if pair[1] > as_of][:1]
    return min([*before, *after], key=lambda pair: abs(pair[1] - as_of), default=None)


def rebuilt_record(
    evidence: ListEvidence, known: PartyEvidence, digest: str, seen_on: date, as_of: date
) -> Party | None:
    """Return a party's record as of a day, when notices changed it since it was seen; None when none did.

    A record seen later has the changes announced in between taken back, one seen earlier has them made.
    """
    if not known.notices and known.segments:
        return None
    first, last = min(seen_on, as_of), max(seen_on, as_of)
    amended = [n for n in known.notices if n.kind == "amended" and first < n.on <= last]
    announced_only = not known.segments and seen_on > as_of
    if not amended and not announced_only:
        return None
    seen = record_of(evidence, known, digest)
    record = remade(seen, [n.notice for n in amended], backwards=seen_on > as_of)
    if announced_only:
        # A removal may print only the programme it is told under; those announced before stand till its day.
        told = next(
            (n.notice.party for n in reversed(known.notices) if n.on <= as_of and n.notice.party), None
        )
        programmes = tuple(dict.fromkeys((*(told.programmes if told else ()), *record.programmes)))
        if programmes != record.programmes:
            record = record.model_copy(update={"programmes": programmes})
    return None if record is seen else record


def record_of(evidence: ListEvidence, known: PartyEvidence, digest: str) -> Party:
    """Return the party's record that has the digest."""
    for segment in known.segments:
        if segment.content.digest == digest:
            return evidence.record(segment.content)
    return next(n.notice.party for n in known.notices if n.party_digest == digest and n.notice.party)


class OtherRecord(NamedTuple):
    """A record that is compared beside the one the party is known by."""

    held: HeldRecord
    seen_on: date
    """The day of the version it stands in."""
    whole: bool
    """False when only its names are wanted: the version nearest to the day was read without them."""

    evidence: ListEvidence
    """What it is read from."""

    @property
    def record(self) -> Party:
        """The record itself."""
        return self.evidence.record(self.held)


def have_others(evidence: ListEvidence, as_of: date) -> bool:
    """Return whether :func:`other_records` can yield anything of any party on a day."""
    index = bisect_right(evidence.days, as_of) - 1
    lies_between = index + 1 < len(evidence.days) and (index < 0 or evidence.floors[index] < as_of)
    return lies_between or any(map(evidence.has_fuller, map(_names_wanted, set(evidence.read_without))))


def _names_wanted(left_out: Iterable[str]) -> frozenset[str]:
    """Return what a fuller version must have: it is names that are wanted, though it lack addresses."""
    wanted = frozenset(left_out)
    return wanted & {"aliases"} or wanted


def other_records(known: PartyEvidence, evidence: ListEvidence, as_of: date) -> Iterator[OtherRecord]:
    """Yield what else may be true of a party on a day, beside the record it is known by.

    Between two versions with different records an amendment lies, and nobody knows its day: of a day
    strictly between, both are compared. A version of an uncertain day may be of any since the one before.
    Where the version nearest to the day was read without a file of its publisher's, the names of the nearest
    version that was read with it are compared too.
    """
    index = bisect_right(evidence.days, as_of) - 1
    held = known.segment_at(index)
    while held and index + 1 < len(evidence.days) and evidence.floors[index] < as_of:
        index += 1
        following = known.segment_at(index)
        if following and following is not held:
            yield OtherRecord(following.content, evidence.days[index], whole=True, evidence=evidence)
        held = following
    at = seen_at(known, bisect_right(evidence.days, as_of) - 1)
    if at is not None and evidence.read_without[at]:
        fuller = _nearest_fuller(known, evidence, at)
        if fuller is not None:
            segment, at = fuller
            yield OtherRecord(segment.content, evidence.days[at], whole=False, evidence=evidence)


def seen_at(known: PartyEvidence, index: int) -> int | None:
    """Return the version, by index, whose record :func:`record_source` takes; None for that of a notice."""
    past = [segment for segment in known.segments if segment.first <= index]
    if past:
        return min(past[-1].last, index)
    return known.segments[0].first if known.segments else None


def _nearest_fuller(known: PartyEvidence, evidence: ListEvidence, index: int) -> tuple[Segment, int] | None:
    """Return the stretch, with its version, that is nearest to a version and was read with more files."""
    left_out = _names_wanted(evidence.read_without[index])
    found = [
        (abs(at - index), at > index, at, segment)
        for segment in known.segments
        for at in evidence.fuller_than(left_out, segment.first, segment.last)
    ]
    best = min(found, key=lambda each: each[:3], default=None)
    return (best[3], best[2]) if best else None


def compared_record(record: Party, others: Sequence[OtherRecord]) -> Party:
    """Return *record* with the names, dates, countries and numbers of the others beside its own."""
    if not others:
        return record
    texts = {name.text for name in record.names}
    names: list[Name] = list(record.names)
    for other in others:
        for name in other.record.names:
            if name.text not in texts:
                texts.add(name.text)
                names.append(name.model_copy(update={"role": "strong"}) if name.role == "primary" else name)
    update: dict[str, object] = {"names": tuple(names)}
    records = [record, *(other.record for other in others if other.whole)]
    for field in _COMPARED:
        update[field] = tuple(dict.fromkeys(value for each in records for value in getattr(each, field)))
    return record.model_copy(update=update)
