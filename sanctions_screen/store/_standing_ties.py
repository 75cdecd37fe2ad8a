"""Whether a version that was put in can change which party an announcement is about.

Reach for :func:`ties_stand` before everything is tied anew, which takes seconds: most versions of a series
that goes on after the last announcement change no tie. Guarantee: it says yes only where tying anew would
give the very same notices; whatever it cannot rule out is tied anew. What a tie is made from is told in
:mod:`sanctions_screen.history.tying`: the first version after each announcement, the newest reference by
then, and what records say of a party that an announcement could be about.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ..history.tying import OLDER_THAN_ITS_DAY, PartyFacts
from ..model import AnnouncedSweep, ListVersion, PartyAnnouncement
from ._contents import parties_of, party_from
from ._database import Database
from ._revisions import ListRow
from ._schema import OPEN_END, position_of
from ._versions import effective, versions_of

__all__ = ["Announced", "ties_stand"]


class Announced:
    """What a list's change files announce, as far as it decides whom a tie could be about."""

    def __init__(self, announcements: Sequence[PartyAnnouncement], sweeps: Sequence[AnnouncedSweep]) -> None:
        self.facts: frozenset[object] = frozenset(
            fact
            for announcement in announcements
            for fact in (*announcement.keys, *PartyFacts.of(announcement.party).found_by)
        )
        days = [*(each.on for each in announcements), *(each.on for each in sweeps)]
        self.last = max(days, default=date.min)


def ties_stand(db: Database, row: ListRow, version: ListVersion, announced: Announced) -> bool:
    """Return whether the version, which was put in last, leaves every tie as it is."""
    versions = versions_of(db, row, withdrawn=True)
    holding = effective(versions_of(db, row))
    if len(holding) != len(versions) or any(each.precision != "stated" for each in versions):
        return False  # what was taken out, took another's place or may be older: a tie may rest on it
    settled = announced.last + OLDER_THAN_ITS_DAY + timedelta(days=1)
    if not any(settled <= each.published_on < version.published_on for each in holding):
        return False  # it may be the first version after an announcement
    new = _new_records(db, row, version)
    return not any(_could_be_about(db, party_id, body, announced) for party_id, body in new)


def _new_records(db: Database, row: ListRow, version: ListVersion) -> list[tuple[str, bytes]]:
    """Return (party id, packed record) of each record that no other version holds."""
    position = position_of(version.published_on, version.sequence)
    rows = db.rows(
        "SELECT c.party_id, c.body FROM held h JOIN contents c USING (content_no) "
        "WHERE c.list_no = ? AND h.first = ? AND h.last IN (?, ?) AND NOT EXISTS "
        "(SELECT 1 FROM held o WHERE o.content_no = h.content_no AND o.first <> h.first)",
        (row.list_no, position, position, OPEN_END),
    )
    return [(party_id, body) for party_id, body in rows]


def _could_be_about(db: Database, party_id: str, body: bytes, announced: Announced) -> bool:
    """Return whether a new record tells of its party what no other did, and an announcement might use it."""
    told = PartyFacts.of(party_from(body))
    records = [PartyFacts.of(party) for party in parties_of(db, [party_id])]
    others = list(records)
    others.remove(told)
    if told in others or (others and _adds_nothing(told, others)):
        return False
    return any(facts.found_by & announced.facts for facts in records)


def _adds_nothing(told: PartyFacts, others: Sequence[PartyFacts]) -> bool:
    return (
        any(told.kind == each.kind for each in others)
        and any(told.own == each.own for each in others)
        and told.keys <= frozenset().union(*(each.keys for each in others))
        and told.born <= frozenset().union(*(each.born for each in others))
        and told.numbers <= frozenset().union(*(each.numbers for each in others))
        and told.programmes <= frozenset().union(*(each.programmes for each in others))
    )
