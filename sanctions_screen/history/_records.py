"""The record a party is known by on a day: of which version or notice, with what was announced in between.

Reach for :func:`record_source` to learn where the record stands, :func:`rebuilt_record` for the record itself
where notices changed it between the day it was seen and the day asked for, :func:`other_records` for what it
may have been besides, and :func:`compared_of` for all of that together, of many parties.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..model import Name, Party
from ._announced import AnnouncedRecord, announced_records
from ._remaking import remade
from .evidence import HeldRecord, ListEvidence, PartyEvidence, Records, Segment, Wanted, read_records

__all__ = [
    "Compared",
    "OtherRecord",
    "Source",
    "compared_of",
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


def rebuilt_record(known: PartyEvidence, digest: str, seen_on: date, as_of: date) -> Party | None:
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
    seen = record_of(known, digest)
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


def record_of(known: PartyEvidence, digest: str) -> Party:
    """Return the party's record that has the digest."""
    return next((held.party() for held in _held(known, digest)), None) or _announced(known, digest)


def _held(known: PartyEvidence, digest: str) -> list[HeldRecord]:
    """Return the record of that digest as versions hold it; nothing where a notice alone has it."""
    return [segment.content for segment in known.segments if segment.content.digest == digest][:1]


def _announced(known: PartyEvidence, digest: str) -> Party:
    return next(n.notice.party for n in known.notices if n.party_digest == digest and n.notice.party)


class OtherRecord(NamedTuple):
    """A record that is compared beside the one the party is known by."""

    held: HeldRecord
    seen_on: date
    """The day of the version it stands in, or of the notice."""
    whole: bool
    """False when only its names are wanted: the version nearest to the day was read without them."""

    @property
    def is_announced(self) -> bool:
        """Whether it is a notice's, and no version's."""
        return isinstance(self.held, AnnouncedRecord)

    @property
    def is_what_it_becomes(self) -> bool:
        """Whether it is the whole record of a version: what the party is by then."""
        return self.whole and not self.is_announced


class Source(NamedTuple):
    """Where the record that a party is known by on a day stands."""

    evidence: ListEvidence
    known: PartyEvidence
    digest: str
    """Of the record."""
    rebuilt: Party | None
    """The record itself, where notices changed it since it was seen."""
    as_of: date
    may_have_others: bool
    """Whether anything may be true of any party of the list besides its record: see :func:`have_others`."""
    has_left: bool
    """Whether it is certain that the party is off the list on that day."""


class Compared(NamedTuple):
    """What a screening compares of a party."""

    record: Party
    """The one it is known by on the day."""
    others: Sequence[tuple[OtherRecord, Party]]
    """What it may have been besides."""
    whole: Party
    """The record with the names, dates, countries and numbers of the others beside its own."""


def compared_of(sources: Sequence[Source], records: Records | None = None) -> list[Compared]:
    """Return what is compared of some parties, in their order.

    *records*: those that all of it stands in, by digest; None reads them, in one request.
    """
    others = [
        list(other_records(each.known, each.evidence, each.as_of, has_left=each.has_left))
        if each.may_have_others
        else []
        for each in sources
    ]
    if records is None:
        records = read_records(map(_wanted, sources, others))
    found: list[Compared] = []
    for source, beside in zip(sources, others, strict=True):
        digest = source.digest
        record = source.rebuilt or records.get(digest) or _announced(source.known, digest)
        read = [
            (other, other.held.party() if other.is_announced else records[other.held.digest])
            for other in beside
        ]
        found.append(Compared(record, read, _together(record, read)))
    return found


def _wanted(source: Source, others: Sequence[OtherRecord]) -> Wanted:
    own = [] if source.rebuilt else _held(source.known, source.digest)
    notices = [
        told
        for other in others
        if isinstance(other.held, AnnouncedRecord)
        for told in (other.held.told, *other.held.since)
    ]
    return Wanted(
        source.evidence, [*own, *(other.held for other in others if not other.is_announced)], notices
    )


def have_others(evidence: ListEvidence, as_of: date) -> bool:
    """Return whether :func:`other_records` can yield anything of any party on a day."""
    index = bisect_right(evidence.days, as_of) - 1
    lies_between = index + 1 < len(evidence.days) and (index < 0 or evidence.floors[index] < as_of)
    return (
        lies_between
        or evidence.announces_records
        or any(
            left_out and _fuller(evidence, left_out)
            for left_out in map(_names_wanted, set(evidence.read_without))
        )
    )


def _names_wanted(left_out: Iterable[str]) -> frozenset[str]:
    """Return what a fuller version must have: it is names that are wanted, though it lack addresses."""
    wanted = frozenset(left_out)
    return wanted & {"aliases"} or wanted


def other_records(
    known: PartyEvidence, evidence: ListEvidence, as_of: date, *, has_left: bool
) -> Iterator[OtherRecord]:
    """Yield what else may be true of a party on a day, beside the record it is known by.

    Between two versions with different records an amendment lies, and nobody knows its day: of a day
    strictly between, both are compared. So they are where the older does not show the party, which comes back
    in the newer with another record, unless it is certain that it *has_left* and is not back yet.
    A version of an uncertain day may be of any since the one before.
    Where the version nearest to the day was read without a file of its publisher's, the names of the nearest
    version that was read with it are compared too; and so are records that notices give: see
    :func:`~._announced.announced_records`.
    """
    index = bisect_right(evidence.days, as_of) - 1
    held = _segment_at(known, index)
    if held is None and not has_left:
        held = next((each for each in reversed(known.segments) if each.first <= index), None)
    while held and index + 1 < len(evidence.days) and evidence.floors[index] < as_of:
        index += 1
        following = _segment_at(known, index)
        if following is None and has_left:
            break
        if following and following.content.digest != held.content.digest:
            yield OtherRecord(following.content, evidence.days[index], whole=True)
        held = following or held
    at = seen_at(known, bisect_right(evidence.days, as_of) - 1)
    if at is not None and evidence.read_without[at]:
        fuller = _nearest_fuller(known, evidence, at)
        if fuller is not None:
            segment, at = fuller
            yield OtherRecord(segment.content, evidence.days[at], whole=False)
    if known.notices:
        seen = seen_at(known, bisect_right(evidence.days, as_of) - 1)
        for announced, on in announced_records(known, evidence, as_of, seen):
            yield OtherRecord(announced, on, whole=True)


def _segment_at(known: PartyEvidence, index: int) -> Segment | None:
    # As PartyEvidence.segment_at, without leaving this module for each of thousands.
    for segment in known.segments:
        if segment.first <= index <= segment.last:
            return segment
    return None


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
        for at in _ends(_fuller(evidence, left_out), segment)
    ]
    best = min(found, key=lambda each: each[:3], default=None)
    return (best[3], best[2]) if best else None


def _fuller(evidence: ListEvidence, left_out: frozenset[str]) -> tuple[int, ...]:
    """Return the versions, by index, read with all that *left_out* names; found once for all parties."""
    found = evidence.once.fuller.get(left_out)
    if found is None:
        found = tuple(at for at, without in enumerate(evidence.read_without) if not left_out & set(without))
        evidence.once.fuller[left_out] = found
    return found


def _ends(versions: Iterable[int], segment: Segment) -> dict[int, None]:
    """Return the first and the last of versions within a stretch: the nearest to whatever lies outside."""
    whole = [at for at in versions if segment.first <= at <= segment.last]
    return dict.fromkeys([*whole[:1], *whole[-1:]])


def _together(record: Party, others: Sequence[tuple[OtherRecord, Party]]) -> Party:
    """Return *record* with the names, dates, countries and numbers of the others beside its own."""
    if not others:
        return record
    texts = {name.text for name in record.names}
    names: list[Name] = list(record.names)
    for _, party in others:
        for name in party.names:
            if name.text not in texts:
                texts.add(name.text)
                names.append(name.model_copy(update={"role": "strong"}) if name.role == "primary" else name)
    update: dict[str, object] = {"names": tuple(names)}
    records = [record, *(party for other, party in others if other.whole)]
    for field in _COMPARED:
        update[field] = tuple(dict.fromkeys(value for each in records for value in getattr(each, field)))
    return record.model_copy(update=update)
