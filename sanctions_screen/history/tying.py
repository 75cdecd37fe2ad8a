"""PartyAnnouncements that name a party, tied to the reference it has, or had, on the list.

OFAC's change files give names, birth dates, numbers and programmes, and no reference. Reach for this module
to find the party each announcement is about. The walk is backwards, from the versions into the past: what an
announcement adds to what is known of a party (a former name, an old number) helps to recognise it further
back. A party that no version holds, gone before the first, gets an id of its own, made from its earliest
announcement: the same announcements give the same id.

The weights say how much each agreement tells, in units in which a name alone is not quite enough.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ..model import Party, PartyAnnouncement, sha256_hex
from ..names.keys import name_key
from ._timeline import Run
from .evidence import HeldRecord, ListEvidence
from .turns import runs_of

__all__ = [
    "OLDER_THAN_ITS_DAY",
    "PartyFacts",
    "Tied",
    "differs_by_spelling",
    "facts_of",
    "own_id",
    "reference_number",
    "tie",
]

TIE_FROM = 0.5

_NAMES_SHARED = 0.4  # times the share of the announced names that the party has
_OWN_NAME = 0.2  # the name the party is listed by is among those announced
_RESPELT = 0.3  # no name is the same, and the one it is listed by differs in the spelling of one word
_OTHER_KIND = -0.3  # a ship or an aircraft, and a firm: early entries of ships do not always mark them
_BIRTH_DATE = 0.4
_OTHER_BIRTH_DATE = -0.7
_NUMBER = 0.4
_PROGRAMME = 0.2
_OTHER_PROGRAMME = -0.15
_FITS = 0.25  # it was on the list, or not, as the announcement leaves it
_FITS_NOT = -0.35
_ADDED_TWICE = -0.15  # announced as added, and again, and not as removed in between

OLDER_THAN_ITS_DAY = timedelta(days=31)
"""A copy from an archive may be older than the day it was archived, which is all that is known of it."""


class PartyFacts(NamedTuple):
    """What of a record an announcement is tied by."""

    kind: str
    own: str
    """The key of the name it is listed by."""
    keys: frozenset[str]
    born: frozenset[tuple[date, date]]
    numbers: frozenset[tuple[str, str]]
    programmes: frozenset[str]

    @classmethod
    def of(cls, party: Party) -> PartyFacts:
        """Return the facts of a record."""
        return cls(
            party.kind,
            name_key(party.primary_name.text),
            frozenset(name_key(name.text) for name in party.names),
            frozenset((born.earliest, born.latest) for born in party.birth_dates),
            frozenset(_numbers(party)),
            frozenset(party.programmes),
        )

    @property
    def found_by(self) -> frozenset[object]:
        """By which of them a party is looked for."""
        return frozenset((*self.keys, *_proofs(self.born, self.numbers)))


@lru_cache(maxsize=1 << 17)
def facts_of(record: HeldRecord) -> PartyFacts:
    """Return the facts of a stored record, kept by its content: neighbouring versions share nearly all."""
    return PartyFacts.of(record.party())


@dataclass(slots=True)
class _Known:
    """What is known of one party at this point of the walk."""

    party_id: str | None
    """None for a party that only announcements tell of, until its id is made."""
    kinds: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    """Keys of the names it is listed by."""
    keys: set[str] = field(default_factory=set)
    born: set[tuple[date, date]] = field(default_factory=set)
    numbers: set[tuple[str, str]] = field(default_factory=set)
    programmes: set[str] = field(default_factory=set)
    days: Sequence[date] = ()
    """The days of the versions."""
    runs: Sequence[Run] = ()
    """The stretches of versions that show the party."""
    told: list[Tied] = field(default_factory=list)

    def learn(self, facts: PartyFacts) -> None:
        self.kinds.add(facts.kind)
        self.own.add(facts.own)
        self.keys.update(facts.keys)
        self.born.update(facts.born)
        self.numbers.update(facts.numbers)
        self.programmes.update(facts.programmes)

    def added_next(self, day: date) -> bool:
        """Return whether the next announcement after *day* tells of an addition again."""
        announced = next((t for t in reversed(self.told) if t.announcement.on >= day), None)
        return announced is not None and announced.announcement.kind == "listed"

    def listed_after(self, day: date) -> bool | None:
        """Return whether the party was on the list right after *day*, by the evidence next to it in time."""
        later = bisect_right(self.days, day)
        shown_on = self.days[later] if later < len(self.days) else None
        announced = next((t for t in reversed(self.told) if t.announcement.on >= day), None)
        if announced and (shown_on is None or announced.announcement.on <= shown_on):
            return announced.announcement.kind != "listed"
        return None if shown_on is None else any(run.first <= later <= run.last for run in self.runs)


@dataclass(frozen=True, slots=True)
class Tied:
    """An announcement with the party it is held to be about."""

    announcement: PartyAnnouncement
    reasons: tuple[str, ...]


def tie(evidence: ListEvidence, announced: Iterable[PartyAnnouncement]) -> list[tuple[str, Tied]]:
    """Return (party id, tied announcement) for each announcement, oldest first."""
    walk = _Walk(evidence)
    for announcement in sorted(
        announced, key=lambda a: (a.on, a.kind != "delisted", a.file, a.line), reverse=True
    ):
        walk.take(announcement)
    found = [
        (known.party_id or _own_id(evidence.list_id, known), t) for known in walk.known for t in known.told
    ]
    return sorted(found, key=lambda pair: (pair[1].announcement.on, pair[0], pair[1].announcement.line))


class _Walk:
    """The walk backwards through the announcements."""

    def __init__(self, evidence: ListEvidence) -> None:
        self.known: list[_Known] = []
        self._by_fact: dict[object, list[int]] = {}
        """Parties by the key of each name, by birth day and by number."""
        self._days = evidence.days
        self._newest = _newest_references(evidence)
        for party_id, of in evidence.parties.items():
            if of.segments:
                known = _Known(party_id, days=evidence.days, runs=runs_of(evidence, of))
                for segment in of.segments:
                    known.learn(facts_of(segment.content))
                self._keep(known)

    def _keep(self, known: _Known) -> None:
        self.known.append(known)
        self._index(len(self.known) - 1)

    def _index(self, number: int) -> None:
        known = self.known[number]
        for fact in (*known.keys, *_proofs(known.born, known.numbers)):
            numbers = self._by_fact.setdefault(fact, [])
            if number not in numbers:
                numbers.append(number)

    def _sharing(self, facts: Iterable[object]) -> set[int]:
        return {number for fact in facts for number in self._by_fact.get(fact, ())}

    def _best(
        self, candidates: set[int], announcement: PartyAnnouncement, party: Party
    ) -> tuple[float, tuple[str, ...], int] | None:
        """Return (score, reasons, number) of the party the announcement fits best, if any well enough."""
        keys = announcement.keys
        judged = [
            (*_judge(self.known[n], announcement, party, keys), n)
            for n in sorted(candidates)
            if self._was_given(self.known[n], announcement.on)
        ]
        best = max(judged, key=lambda j: (j[0], -j[2]), default=None)
        return best if best is not None and best[0] >= TIE_FROM else None

    def _was_given(self, known: _Known, day: date) -> bool:
        """Return whether a party's reference can be as old as a day: OFAC counts them up.

        A party listed again under a new reference is linked to its earlier listing, not made one with it.
        """
        after = bisect_left(self._days, day + OLDER_THAN_ITS_DAY)
        number = reference_number(known.party_id)
        return number is None or after == len(self._days) or number <= self._newest[after]

    def take(self, announcement: PartyAnnouncement) -> None:
        """Tie one announcement to the party it fits best, or to a new one."""
        party, before = announcement.party, announcement.before
        best = self._best(self._sharing(announcement.keys), announcement, party)
        if best is None:  # a name may have been misspelt: look among those that share a rarer fact
            proofs = _proofs(((d.earliest, d.latest) for d in party.birth_dates), _numbers(party))
            best = self._best(self._sharing(proofs), announcement, party)
        if best is None:
            self._keep(_Known(None))
            best = (0.0, ("known from announcements alone",), len(self.known) - 1)
        known = self.known[best[2]]
        told = Tied(announcement, best[1])
        known.learn(PartyFacts.of(party))
        if before is not None:  # what was corrected then was the truth further back
            known.learn(PartyFacts.of(before))
        known.keys.update(announcement.keys)
        known.programmes.update(announcement.told_programmes)
        known.told.append(told)
        self._index(best[2])


def reference_number(party_id: str | None) -> int | None:
    """Return the publisher's own reference where it is a number: of OFAC's, which counts them up."""
    reference = (party_id or "").rpartition(":")[2]
    return int(reference) if reference.isdecimal() else None


def _newest_references(evidence: ListEvidence) -> list[int]:
    """Return the highest reference that each version, or one before it, shows."""
    newest = [0] * len(evidence.days)
    for party_id, of in evidence.parties.items():
        number = reference_number(party_id)
        if number is not None and of.segments:
            first = of.segments[0].first
            newest[first] = max(newest[first], number)
    return list(accumulate(newest, max))


def _proofs(born: Iterable[tuple[date, date]], numbers: Iterable[tuple[str, str]]) -> set[object]:
    """Return what few parties share: birth dates known to the day, and numbers."""
    return {*(days for days in born if days[0] == days[1]), *numbers}


def _judge(
    known: _Known, announcement: PartyAnnouncement, party: Party, keys: frozenset[str]
) -> tuple[float, tuple[str, ...]]:
    """Return how well an announcement fits a party, with the reasons that speak for it."""
    if known.kinds and party.kind not in known.kinds and "person" in {party.kind, *known.kinds}:
        return 0.0, ()
    score, reason = _names(known, party, keys)
    if not reason:
        return 0.0, ()
    reasons = [reason]
    for weight, reason in (*_facts(known, party), *_programmes(known, announcement)):
        score += weight
        if reason:
            reasons.append(reason)
    listed = known.listed_after(announcement.on)
    if listed is not None:
        fits = listed == (announcement.kind != "delisted")
        if not fits and not keys & known.keys:
            return 0.0, ()  # sister firms share numbers, and their names may differ by a letter
        twice = announcement.kind == "listed" and known.added_next(announcement.on)
        score += _FITS if fits else _ADDED_TWICE if twice else _FITS_NOT
        if fits:
            reasons.append("the list before and after agrees")
    return score, tuple(reasons)


def _names(known: _Known, party: Party, keys: frozenset[str]) -> tuple[float, str]:
    """Return what the names tell, with the reason; none when neither a name nor its spelling is near."""
    shared = keys & known.keys
    if shared:
        own = _OWN_NAME if known.own & keys else 0.0
        return own + _NAMES_SHARED * len(shared) / len(keys), f"{len(shared)} of {len(keys)} names the same"
    name = name_key(party.primary_name.text)
    if any(differs_by_spelling(name, other) for other in known.own):
        return _RESPELT, "the same name but for the spelling of one word"
    return 0.0, ""


def differs_by_spelling(one: str, other: str) -> bool:
    """Return whether two names' keys differ in one word only, by one letter or by letters exchanged."""
    words, others = one.split(), other.split()
    left, right = _without(words, others), _without(others, words)
    return len(words) > 1 and len(left) == len(right) == 1 and misspelt(left[0], right[0])


def misspelt(word: str, other: str) -> bool:
    """Return whether two words differ by one letter, or by letters exchanged."""
    a, b = sorted((word, other), key=len)
    if sorted(a) == sorted(b):
        return True
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[start + (len(a) == len(b)) :] == b[start + 1 :]


def _without(words: list[str], others: list[str]) -> list[str]:
    return list((Counter(words) - Counter(others)).elements())


def _facts(known: _Known, party: Party) -> Iterable[tuple[float, str]]:
    if known.kinds and party.kind not in known.kinds:
        yield _OTHER_KIND, ""
    born = {(day.earliest, day.latest) for day in party.birth_dates}
    if born and known.born:
        near = any(
            a[0].year - 1 <= b[1].year and b[0].year - 1 <= a[1].year for a in born for b in known.born
        )
        if born & known.born:
            yield _BIRTH_DATE, "same birth date"
        elif not near:
            yield _OTHER_BIRTH_DATE, ""
    if _numbers(party) & known.numbers:
        yield _NUMBER, "same number"


def _programmes(known: _Known, announcement: PartyAnnouncement) -> Iterable[tuple[float, str]]:
    told = announcement.told_programmes
    if told and known.programmes:
        same = sorted(told & known.programmes)
        yield (_PROGRAMME, f"same programme {same[0]}") if same else (_OTHER_PROGRAMME, "")


def _numbers(party: Party) -> set[tuple[str, str]]:
    return {
        (item.type, "".join(char for char in item.value.casefold() if char.isalnum()))
        for item in party.identifiers
    }


def own_id(list_id: str, first: PartyAnnouncement) -> str:
    """Return the id of a party without a reference: the day of its earliest announcement and its name.

    A party that a version gives its reference keeps the ids it had until then as former ones: each of its
    announcements may once have been the earliest known, so each has such an id.
    """
    mark = sha256_hex(f"{first.on} {first.line} {first.name_key}")[:8]
    return f"{list_id}:notice-{first.on:%Y%m%d}-{mark}"


def _own_id(list_id: str, known: _Known) -> str:
    first = min((t.announcement for t in known.told), key=lambda a: (a.on, a.file, a.line))
    return own_id(list_id, first)
