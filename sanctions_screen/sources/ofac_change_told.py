"""What change files announce, party by party: rows that come and go put back to the party that stays.

Until 2004 a change file writes a party once for each spelling of its name. A spelling that is dropped is then
a row under "removed", one that comes a row under "added", while the party's other rows stand under "changed";
and a party whose programme changes is removed under the old and added under the new, on one day. None of
these is a delisting or a listing. Reach for :func:`told`, which hands on announcements in no publisher's
words. Guarantee: of a party that two sections of one day name, each by the other's names, one announcement
is made, and it is a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from ..model import AnnouncedSweep, NoticeKind, PartyAnnouncement
from ..names.keys import name_key
from .ofac_change_parties import LAST_YEAR_OF_ENTRIES_BY_ADDRESS, Announcement, announcements
from .ofac_changes import ChangeFile

__all__ = ["told"]

_TOLD_BY: tuple[NoticeKind, ...] = ("amended", "listed", "delisted")
"""Which section tells most of a party that several name."""


def told(file: ChangeFile, list_id: str) -> tuple[tuple[PartyAnnouncement, ...], tuple[AnnouncedSweep, ...]]:
    """Return what a change file announces, party by party and for whole programmes."""
    name = file.file.name
    return (
        tuple(
            _neutral(group, f"{list_id}:announced") for group in _parties(announcements(file.changes, name))
        ),
        tuple(
            AnnouncedSweep(sweep.on, _citation(name, sweep.on, sweep.line), frozenset(sweep.programmes))
            for sweep in file.sweeps
        ),
    )


def _parties(found: Iterable[Announcement]) -> Iterator[list[Announcement]]:
    """Yield the announcements of each party on a day, the one that tells it first."""
    for on, of_day in groupby(sorted(found, key=lambda one: one.on), key=lambda one: one.on):
        groups: list[list[Announcement]] = []
        for one in sorted(of_day, key=lambda each: _TOLD_BY.index(each.kind)):
            rows = on.year <= LAST_YEAR_OF_ENTRIES_BY_ADDRESS
            group = next((g for g in groups if rows and _stays(g[0], one)), None)
            if group is None:
                groups.append([one])
            else:
                group.append(one)
        yield from groups


def _stays(one: Announcement, other: Announcement) -> bool:
    """Return whether two sections of one day speak of one party, so that it was there before and after."""
    if one.kind == other.kind or one.entry.kind != other.entry.kind:
        return False
    born = one.entry.born, other.entry.born
    if born[0] and born[1] and not born[0] & born[1]:
        return False
    return bool(one.heads & other.keys and other.heads & one.keys)


def _neutral(group: list[Announcement], party_id: str) -> PartyAnnouncement:
    """Return one announcement of all that a day says of a party."""
    one = group[0]
    removed = next((each for each in group if each.kind == "delisted"), None)
    before = one.leading.before
    if before is None and len(group) > 1 and removed is not None:
        before = removed.entry
    entries = [entry for each in group for entry in each.entries]
    return PartyAnnouncement(
        kind=one.kind if len(group) == 1 else "amended",
        on=one.on,
        file=one.file,
        line=one.leading.line,
        citation=_citation(one.file, one.on, one.leading.line),
        name_key=name_key(one.entry.name),
        keys=frozenset(key for each in group for key in each.keys),
        programmes=one.entry.programmes,
        told_programmes=frozenset(programme for entry in entries for programme in entry.programmes),
        party=one.entry.party(party_id),
        before=before.party(party_id) if before else None,
    )


def _citation(file: str, on: date, line: int) -> str:
    return f"OFAC, changes to the SDN List ({file}), {on:%m/%d/%y}, line {line}"
