"""Announcements that were tied to a party, as the notices a history is told from.

Reach for :func:`notices_of` behind :func:`~.tying.tie`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import groupby

from ..model import AnnouncedSweep, Notice, PartyAnnouncement, PartyId
from .differences import field_changes
from .tying import Tied, misspelt, own_id

__all__ = ["notices_of"]


def notices_of(
    list_id: str, tied: Sequence[tuple[str, Tied]], sweeps: Sequence[AnnouncedSweep] = ()
) -> list[Notice]:
    """Return the notices to store, in order of day.

    An addition of a party already announced as listed is told as a change, and so are a removal and an
    addition of one party on one day.

    *sweeps* are removals of whole programmes: each removes whoever was announced last as listed under
    no other programme. A tag that only one party was ever announced under, and that is one of these but for
    a letter, or for two exchanged, is that tag misspelt.
    """
    return [*_announced(list_id, tied), *_swept(list_id, tied, sweeps)]


def _swept(
    list_id: str, tied: Sequence[tuple[str, Tied]], sweeps: Sequence[AnnouncedSweep]
) -> Iterator[Notice]:
    by_party: dict[str, list[PartyAnnouncement]] = {}
    for party_id, one in tied:
        by_party.setdefault(party_id, []).append(one.announcement)
    lone = _lone_programmes(by_party)
    for sweep in sweeps:
        for party_id, told in by_party.items():
            before = [a for a in told if a.on <= sweep.on]
            programmes = {p for a in before for p in a.programmes}
            stays = any(a.on > sweep.on and a.kind != "listed" for a in told)
            if (
                not before
                or before[-1].kind == "delisted"
                or stays
                or not _are_swept(programmes, sweep, lone)
            ):
                continue
            yield Notice(
                list_id=list_id,
                kind="delisted",
                on=sweep.on,
                party_id=PartyId(party_id),
                programmes=tuple(sorted(programmes)),
                citation=sweep.citation,
                tied_by=("all entries of its programme were removed",),
            )


def _lone_programmes(by_party: Mapping[str, Sequence[PartyAnnouncement]]) -> frozenset[str]:
    """Return the programmes that one party alone was ever announced under."""
    counts = Counter(p for told in by_party.values() for p in {p for a in told for p in a.programmes})
    return frozenset(programme for programme, count in counts.items() if count == 1)


def _are_swept(programmes: Set[str], sweep: AnnouncedSweep, lone: Set[str]) -> bool:
    return all(
        programme in sweep.programmes
        or (programme in lone and any(misspelt(programme, each) for each in sweep.programmes))
        for programme in programmes
    )


def _joined(tied: Iterable[tuple[str, Tied]]) -> Iterator[tuple[str, Tied]]:
    """Yield the announcements; one party's removal and addition on one day are a change: it never left."""
    for (_, party_id), of_day in groupby(tied, key=lambda pair: (pair[1].announcement.on, pair[0])):
        told = [one for _, one in of_day]
        removed = next((one.announcement for one in told if one.announcement.kind == "delisted"), None)
        stays = removed is not None and any(one.announcement.kind == "listed" for one in told)
        for one in told:
            if stays and one.announcement.kind == "delisted":
                continue
            if stays and removed and one.announcement.kind == "listed":
                one = replace(
                    one, announcement=replace(one.announcement, kind="amended", before=removed.party)
                )
            yield party_id, one


def _announced(list_id: str, tied: Iterable[tuple[str, Tied]]) -> list[Notice]:
    listed: set[str] = set()
    notices: list[Notice] = []
    for party_id, one in _joined(tied):
        announcement, kind, before = one.announcement, one.announcement.kind, one.announcement.before
        again = kind == "listed" and party_id in listed
        if kind == "listed":
            listed.add(party_id)
        elif kind == "delisted":
            listed.discard(party_id)
        notices.append(
            Notice(
                list_id=list_id,
                kind="amended" if again else kind,
                on=announcement.on,
                party_id=PartyId(party_id),
                announced_as=PartyId(own_id(list_id, announcement)),
                programmes=announcement.programmes,
                citation=announcement.citation,
                party=announcement.party.model_copy(update={"party_id": party_id}),
                party_before=announcement.before
                and announcement.before.model_copy(update={"party_id": party_id}),
                changes=field_changes(before, announcement.party) if before else (),
                tied_by=(*one.reasons, *(("announced as added while listed",) if again else ())),
            )
        )
    return notices
