"""Announcements that were tied to a party, as the notices a history is told from.

Reach for :func:`notices_of` behind :func:`~.tying.tie`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model import AnnouncedSweep, Notice, PartyAnnouncement, PartyId
from .differences import field_changes
from .tying import Tied

__all__ = ["notices_of"]


def notices_of(
    list_id: str, tied: Sequence[tuple[str, Tied]], sweeps: Sequence[AnnouncedSweep] = ()
) -> list[Notice]:
    """Return the notices to store. An addition of a party already announced as listed is told as a change.

    *sweeps* are removals of whole programmes: each removes whoever was announced last as listed under
    no other programme.
    """
    return [*_announced(list_id, tied), *_swept(list_id, tied, sweeps)]


def _swept(
    list_id: str, tied: Sequence[tuple[str, Tied]], sweeps: Sequence[AnnouncedSweep]
) -> Iterator[Notice]:
    by_party: dict[str, list[PartyAnnouncement]] = {}
    for party_id, one in tied:
        by_party.setdefault(party_id, []).append(one.announcement)
    for sweep in sweeps:
        for party_id, told in by_party.items():
            before = [a for a in told if a.on <= sweep.on]
            programmes = {p for a in before for p in a.programmes}
            stays = any(a.on > sweep.on and a.kind != "listed" for a in told)
            if not before or before[-1].kind == "delisted" or stays or not programmes <= sweep.programmes:
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


def _announced(list_id: str, tied: Iterable[tuple[str, Tied]]) -> list[Notice]:
    listed: set[str] = set()
    notices: list[Notice] = []
    for party_id, one in tied:
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
