"""Whether a version that was put in can change which party an announcement is about.

Reach for :func:`ties_stand` before everything is tied anew, which takes seconds: most versions of a series
that goes on after the last announcement change no tie. Guarantee: it says yes only where tying anew would
give the very same notices; whatever it cannot rule out is tied anew. What a tie is made from is told in
:mod:`sanctions_screen.history.tying`: the first version after each announcement, the newest reference by
then, and what records say of a party that an announcement could be about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from ..history.evidence import PartyEvidence
from ..history.standing import Announced
from ..history.tying import OLDER_THAN_ITS_DAY, PartyFacts, facts_of, reference_number
from ..model import ListVersion
from ._database import Database
from ._evidence import load_parties
from ._name_keys import marked_apart
from ._revisions import ListRow
from ._schema import OPEN_END, position_of
from ._versions import effective, versions_of

__all__ = ["ties_stand"]


def ties_stand(db: Database, row: ListRow, version: ListVersion, announced: Callable[[], Announced]) -> bool:
    """Return whether the version, which was put in last, leaves every tie as it is.

    *announced* reads all change files, which takes seconds too: it is asked only where it decides.
    """
    versions = versions_of(db, row, withdrawn=True)
    if sum(each.published_on == version.published_on for each in versions) > 1:
        return False  # it took another's place: a tie may have rested on what that one alone held
    holding = effective(versions_of(db, row))
    settled = _settled(row, holding, version)
    if settled is None:
        return False  # it may be the first version after an announcement
    newest = _newest_reference(db, row, settled)
    if any(_could_be_old(each, newest) for each in _gone_between(db, row, holding, version)):
        return False  # who bears the reference behind it may be another than who bore it before
    party_ids = [each for each in _with_new_records(db, row, version) if _could_be_old(each, newest)]
    if not party_ids:
        return True
    if marked_apart(db, row.list_no) & set(party_ids):
        return False  # a reference may have been given to another, and whoever had it has another id
    known = load_parties(db, row, party_ids)
    index = known.days.index(version.published_on)
    told = [pair for party in known.parties.values() for pair in _new_facts(party, index)]
    return not any(_adds(*pair) and announced().tells_otherwise(*pair) for pair in told)


def _settled(row: ListRow, holding: Sequence[ListVersion], version: ListVersion) -> ListVersion | None:
    """Return the first version that comes after all announcements, with nothing uncertain about its day."""
    last = max((last for _, last in row.periods), default=None)
    if last is None:
        return None
    since = last + OLDER_THAN_ITS_DAY + timedelta(days=1)
    return next(
        (v for v in holding if since <= v.published_on < version.published_on and v.precision == "stated"),
        None,
    )


def _newest_reference(db: Database, row: ListRow, settled: ListVersion) -> int:
    """Return the highest reference by a version: the publisher gave no other before."""
    rows = db.rows(
        "SELECT DISTINCT c.party_id FROM held h JOIN contents c USING (content_no) "
        "WHERE c.list_no = ? AND h.first <= ?",
        (row.list_no, position_of(settled.published_on, settled.sequence)),
    )
    return max((reference_number(party_id) or 0 for (party_id,) in rows), default=0)


def _could_be_old(party_id: str, newest: int) -> bool:
    number = reference_number(party_id)
    return number is None or number <= newest


def _with_new_records(db: Database, row: ListRow, version: ListVersion) -> list[str]:
    """Return the parties of which the version holds a record that no version beside it holds."""
    position = position_of(version.published_on, version.sequence)
    rows = db.rows(
        "SELECT c.party_id FROM held h JOIN contents c USING (content_no) "
        "WHERE c.list_no = ? AND h.first = ? AND h.last IN (?, ?)",
        (row.list_no, position, position, OPEN_END),
    )
    return [party_id for (party_id,) in rows]


def _gone_between(
    db: Database, row: ListRow, holding: Sequence[ListVersion], version: ListVersion
) -> list[str]:
    """Return the parties that the version does not hold, though those beside it do."""
    here = position_of(version.published_on, version.sequence)
    places = [position_of(each.published_on, each.sequence) for each in holding]
    before = max((place for place in places if place < here), default=None)
    behind = min((place for place in places if place > here), default=None)
    if before is None or behind is None:
        return []
    rows = db.rows(
        "SELECT c.party_id FROM held h JOIN contents c USING (content_no) "
        "WHERE c.list_no = ? AND h.last = ? INTERSECT "
        "SELECT c.party_id FROM held h JOIN contents c USING (content_no) "
        "WHERE c.list_no = ? AND h.first = ?",
        (row.list_no, before, row.list_no, behind),
    )
    return [party_id for (party_id,) in rows]


def _new_facts(party: PartyEvidence, index: int) -> Iterator[tuple[PartyFacts, list[PartyFacts]]]:
    """Yield the facts of the record that the version alone holds, with those of all others of the party."""
    held = party.segment_at(index)
    if held is None:
        return
    others = {s.content.digest: s.content for s in party.segments if s is not held}
    if held.content.digest not in others:
        yield facts_of(held.content), [facts_of(content) for content in others.values()]


def _adds(told: PartyFacts, others: list[PartyFacts]) -> bool:
    """Return whether the facts say anything that the others do not: it is cheap, and seldom so."""
    return not others or not (
        any(told.kind == each.kind for each in others)
        and any(told.own == each.own for each in others)
        and all(
            getattr(told, name) <= frozenset().union(*(getattr(each, name) for each in others))
            for name in ("keys", "born", "numbers", "programmes")
        )
    )
