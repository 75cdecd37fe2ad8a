"""How old lists are, in days: said with every answer, and shouted past a limit.

Reach for :func:`ages_of` with the day from which age is counted: the as-of day for what an answer itself
says, today for what is said beside it. No answer asks the clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Provenance
from .text import plural

__all__ = ["OLD", "ListAge", "ages_of"]

OLD = timedelta(days=31)
"""Publishers bring out a list every few days; a month without one is a store that was not kept up."""


@dataclass(frozen=True, slots=True)
class ListAge:
    """How old the version of one list is that an answer rests on."""

    list_id: str
    published_on: date
    days: int
    """From that version to the day of counting; negative where the version is of a later day."""
    loud: bool
    """Whether it is older than the limit."""

    def __str__(self) -> str:
        if self.days < 0:
            return f"{self.list_id} is of {self.published_on}, {plural(-self.days, 'day')} later"
        old = f"{self.list_id} is {plural(self.days, 'day')} old (of {self.published_on})"
        return f"TOO OLD: {old}; whoever was listed since then is not in the answer" if self.loud else old


def ages_of(provenance: Provenance, on: date, limit: timedelta = OLD) -> tuple[ListAge, ...]:
    """Return each list's age on a day, in the order of the lists."""
    found = ((each.list_id, each.published_on, (on - each.published_on).days) for each in provenance.lists)
    return tuple(ListAge(list_id, day, days, days > limit.days) for list_id, day, days in found)
