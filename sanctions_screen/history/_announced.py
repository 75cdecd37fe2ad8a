"""Records that notices give of a party of which no file tells anew: compared beside the one it is known by.

Reach for :func:`announced_records`. Whoever is announced as listed under another name has that name from then
on, though the next file has not come yet; a notice may write more, or other, than any file does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..model import Party, sha256_hex
from ._remaking import remade
from .evidence import ListEvidence, PartyEvidence, ToldNotice

__all__ = ["AnnouncedRecord", "announced_records"]


@dataclass(frozen=True, slots=True)
class AnnouncedRecord:
    """A party's record as a notice writes it, with the changes made that were announced since."""

    told: ToldNotice
    since: tuple[ToldNotice, ...]
    """Notices of changes after it, oldest first."""
    before: bool = False
    """Whether it is what the party was until the notice that is meant."""

    listed_on = delisted_on = None
    amended_on = ()

    @property
    def digest(self) -> str:
        """Of all that makes the record; no notice is read for it."""
        digests = (told.digest.hex() for told in (self.told, *self.since))
        return sha256_hex(" ".join((*digests, "before" if self.before else "")))

    def party(self) -> Party:
        """Return the record."""
        told = self.told.notice
        party = told.party_before if self.before and told.kind == "amended" else told.party
        assert party is not None
        return remade(party, [each.notice for each in self.since], backwards=False)


def announced_records(
    known: PartyEvidence, evidence: ListEvidence, as_of: date, seen: int | None
) -> Iterator[tuple[AnnouncedRecord, date]]:
    """Yield the records that notices give of a party as of a day, each with its notice's day.

    These are of every notice up to the day that the file it is known by may be older than, or of all where
    that file is of a later day. Then what the next notice after the day says that it was until then, where
    no file comes before.

    Args:
        seen: The version, by index, whose record the party is known by; None where that is a notice's.
    """
    if not any(told.party_digest for told in known.notices):
        return
    from_file = seen is not None and evidence.days[seen] <= as_of
    floor = evidence.floors[seen] if from_file and seen is not None else date.min
    until = [told for told in known.notices if floor <= told.on <= as_of]
    for number, told in enumerate(until):
        if told.party_digest is None:
            continue
        changes = tuple(each for each in until[number + 1 :] if each.kind == "amended")
        yield AnnouncedRecord(told, changes), told.on
    index = bisect_right(evidence.days, as_of) - 1
    told_by_file = index >= 0 and evidence.floors[index] == as_of
    if (from_file or seen is None) and not told_by_file:
        yield from _until_the_next(known, evidence, as_of)


def _until_the_next(
    known: PartyEvidence, evidence: ListEvidence, as_of: date
) -> Iterator[tuple[AnnouncedRecord, date]]:
    """Yield what the next notice after a day says that the party was until then."""
    told = next((each for each in known.notices if each.on > as_of), None)
    if told is None or told.kind == "listed":
        return
    first, last = (bisect_right(evidence.days, day) for day in (as_of, told.on))
    if any(evidence.floors[at] > as_of for at in range(first, last)):
        return
    notice = told.notice
    if (notice.party_before if told.kind == "amended" else notice.party) is not None:
        yield AnnouncedRecord(told, (), before=True), told.on
