"""When parties came onto their list and left it: what versions show and notices claim of each, gathered.

Reach for :func:`gathered` with many parties whose records are read, for :func:`turns_of` with one of tens of
thousands. What the days mean is told in :mod:`._timeline`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ._timeline import Claim, Run, Sightings, Turn, turns_of_each
from .evidence import HeldRecord, ListEvidence, PartyEvidence, Records, Segment

__all__ = ["Gathered", "gathered", "runs_of", "runs_shown", "turns_of"]


class Gathered(NamedTuple):
    """All that is known of one party, its records read: what its events are told from."""

    evidence: ListEvidence
    known: PartyEvidence
    records: Records
    """By digest: those of the party, and maybe others."""
    runs: Sequence[Run]
    """The stretches of versions that show it as listed."""
    turns: Sequence[Turn]
    """When it came and when it left."""


def gathered(parties: Iterable[tuple[ListEvidence, PartyEvidence]], records: Records) -> dict[str, Gathered]:
    """Return by id what is known of parties whose *records* are read."""
    sightings = [(evidence, known, _sightings(evidence, known)) for evidence, known in parties]
    turns = turns_of_each([seen for _, _, seen in sightings])
    return {
        known.party_id: Gathered(evidence, known, records, seen.runs, of_party)
        for (evidence, known, seen), of_party in zip(sightings, turns, strict=True)
    }


def turns_of(evidence: ListEvidence, known: PartyEvidence) -> list[Turn]:
    """Return when a party came onto the list and when it left it.

    Parties that no notice names, and of which versions show the same, share theirs: thousands do.
    """
    if known.notices:
        return turns_of_each([_sightings(evidence, known)])[0]
    shown = tuple(
        [
            (first, last, held.listed_on, held.delisted_on, held.amended_on)
            for first, last, held in known.segments
        ]
    )
    found = evidence.once.turns.get(shown)
    if found is None:
        found = evidence.once.turns[shown] = turns_of_each([_sightings(evidence, known)])[0]
    return found


def runs_of(evidence: ListEvidence, known: PartyEvidence) -> list[Run]:
    """Return the stretches of versions that show a party as listed.

    A copy of an uncertain day that alone says otherwise than the versions before and after it may be older
    than it seems: it makes nobody leave, and brings nobody back. It leaves the days around it in doubt.
    """
    return _runs_and_alone(evidence, known, ())[0]  # announcements are tied by them: none is asked here


def _runs_and_alone(
    evidence: ListEvidence, known: PartyEvidence, claims: Sequence[Claim]
) -> tuple[list[Run], list[int]]:
    """Return the stretches, and the copies that are left out of them."""
    runs = runs_shown(known, evidence.days)
    if not evidence.uncertain or not runs:
        return runs, []
    return _without_flicker(runs, evidence, claims)


def runs_shown(known: PartyEvidence, days: Sequence[date]) -> list[Run]:
    """Return the stretches of versions that show the party as listed, each version believed."""
    runs: list[Run] = []
    held: list[HeldRecord] = []  # by the stretch that is being made
    first, until = 0, -1
    for segment in known.segments:
        last = _last_listed(segment, days)
        if last < segment.first:
            continue
        if held and until + 1 != segment.first:
            runs.append(_run(first, until, held))
            held = []
        first, until = first if held else segment.first, last
        held.append(segment.content)
    if held:
        runs.append(_run(first, until, held))
    return runs


def _sightings(evidence: ListEvidence, known: PartyEvidence) -> Sightings:
    claims = _claims(known, evidence)
    runs, alone = _runs_and_alone(evidence, known, claims)
    return Sightings(evidence.days, runs, claims, evidence.periods, evidence.floors, alone)


def _claims(known: PartyEvidence, evidence: ListEvidence) -> list[Claim]:
    """Return what notices announce, and what records state, about coming and going.

    A change proves that the party was on the list, but where the announcements are the complete record: they
    tell of its coming themselves, and a change of who had left is likelier another's.
    """
    announced = [
        Claim(notice.kind, notice.on, number)
        for number, notice in enumerate(known.notices)
        if notice.kind != "amended" or not any(a <= notice.on <= b for a, b in evidence.periods)
    ]
    stated = {
        Claim("delisted", gone, stated_listing=segment.content.listed_on): None
        for segment in known.segments
        if segment.content.delisted_on and (gone := _gone_on(segment.content)) is not None
    }
    return [*announced, *stated]


def _run(first: int, last: int, held: Sequence[HeldRecord]) -> Run:
    listed = next((record.listed_on for record in held if record.listed_on), None)
    amended = {day for record in held for day in record.amended_on}
    return Run(first, last, listed, tuple(sorted(amended)) if amended else ())


def _without_flicker(
    runs: list[Run], evidence: ListEvidence, claims: Sequence[Claim]
) -> tuple[list[Run], list[int]]:
    """Return runs without what a single uncertain version says against its neighbours, and these versions.

    One that an announcement since the version before it agrees with does not stand alone.
    """
    days, uncertain, count = evidence.days, evidence.uncertain, len(evidence.versions)

    def backed(at: int, *, listed: bool) -> bool:
        return any(
            claim.number is not None and listed == (claim.kind != "delisted")
            for claim in claims
            if at and days[at - 1] <= claim.on <= days[at]
        )

    kept: list[Run] = []
    left_out: list[int] = []
    for run in runs:
        before = kept[-1] if kept else None
        alone = run.first == run.last and run.first in uncertain and run.last + 1 < count
        if (
            before and alone and not backed(run.first, listed=True)
        ):  # it had left before, and is there no more: the copy is from before it left
            left_out.append(run.first)
            continue
        gap = run.first - 1
        if before and before.last + 1 == gap and gap in uncertain and not backed(gap, listed=False):
            left_out.append(before.last + 1)
            kept[-1] = before._replace(last=run.last)
        else:
            kept.append(run)
    return kept, left_out


def _gone_on(content: HeldRecord) -> date | None:
    """Return the delisting day the record states, unless it states a later listing too."""
    listed_on, delisted_on = content.listed_on, content.delisted_on
    if delisted_on is None or (listed_on is not None and listed_on > delisted_on):
        return None
    return delisted_on


def _last_listed(segment: Segment, days: Sequence[date]) -> int:
    """Return the last version of a segment before the day from which the record calls the party delisted."""
    gone = _gone_on(segment.content) if segment.content.delisted_on else None
    return segment.last if gone is None else min(segment.last, bisect_left(days, gone) - 1)
