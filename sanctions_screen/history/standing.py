"""Whether what a record newly tells of its party can change whom an announcement is about.

Reach for :class:`Announced` before everything is tied anew, which takes seconds. A tie is judged from what
records and earlier ties tell of a party (:mod:`.tying`); so a record that tells more of its party matters
only to announcements that may be held against it, and only where these tell of the same thing. Guarantee:
where :meth:`Announced.tells_otherwise` is false, every announcement is judged as it was without the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import PartyAnnouncement
from .tying import PartyFacts, differs_by_spelling

__all__ = ["Announced"]

_TOO_MANY = 400
"""Announcements that hang together by names: then it is cheaper to tie anew than to look through them."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What of an announcement decides whom it is about."""

    facts: PartyFacts
    keys: frozenset[str]
    programmes: frozenset[str]
    found_by: frozenset[object]
    """By which of its facts, and those of the record as it was before, a party is looked for."""

    @classmethod
    def of(cls, announcement: PartyAnnouncement) -> _Told:
        facts = PartyFacts.of(announcement.party)
        before = PartyFacts.of(announcement.before).found_by if announcement.before else frozenset()
        return cls(
            facts,
            announcement.keys,
            announcement.told_programmes,
            frozenset(announcement.keys) | facts.found_by | before,
        )

    def is_touched(self, new: PartyFacts, known: PartyFacts) -> bool:
        """Return whether facts that come to those *known* of a party can change how it is judged by this."""
        filed = {new.own} - {""}
        return (
            bool(new.kind)
            or bool(self.keys & new.keys)
            or bool(filed and (self.keys & filed or differs_by_spelling(self.facts.own, new.own)))
            or bool(new.born and self.facts.born and not self.facts.born & known.born)
            or bool(new.numbers & self.facts.numbers)
            or bool(new.programmes and self.programmes and not known.programmes)
            or bool(new.programmes & self.programmes)
        )


class Announced:
    """What a list's change files announce, as far as it decides whom a tie could be about."""

    def __init__(self, announcements: Iterable[PartyAnnouncement]) -> None:
        self._told = [_Told.of(announcement) for announcement in announcements]
        self._by_fact: dict[object, list[int]] = {}
        for number, told in enumerate(self._told):
            for fact in told.found_by:
                self._by_fact.setdefault(fact, []).append(number)

    def tells_otherwise(self, told: PartyFacts, others: Sequence[PartyFacts]) -> bool:
        """Return whether a record of a party can change a tie, beside all *others* there are of it."""
        if not others:
            return bool(self._hanging_together(told.found_by, 1))
        known = _together(others)
        new = PartyFacts(
            "" if any(told.kind == each.kind for each in others) else told.kind,
            "" if any(told.own == each.own for each in others) else told.own,
            told.keys - known.keys,
            told.born - known.born,
            told.numbers - known.numbers,
            told.programmes - known.programmes,
        )
        if not any(new):
            return False
        near = self._hanging_together(told.found_by | known.found_by, _TOO_MANY)
        return len(near) >= _TOO_MANY or any(self._told[n].is_touched(new, known) for n in near)

    def _hanging_together(self, facts: Iterable[object], enough: int) -> set[int]:
        """Return the announcements that share a fact with a party, or with one that does, up to *enough*.

        Whatever is tied to a party was found by what was known of it, and adds to that.
        """
        found: set[int] = set()
        seen: set[object] = set()
        waiting = list(facts)
        while waiting and len(found) < enough:
            fact = waiting.pop()
            seen.add(fact)
            for number in self._by_fact.get(fact, ()):
                if number not in found:
                    found.add(number)
                    waiting += self._told[number].found_by - seen
        return found


def _together(facts: Sequence[PartyFacts]) -> PartyFacts:
    return PartyFacts(
        "",
        "",
        frozenset().union(*(each.keys for each in facts)),
        frozenset().union(*(each.born for each in facts)),
        frozenset().union(*(each.numbers for each in facts)),
        frozenset().union(*(each.programmes for each in facts)),
    )
