"""How a list grew and shrank: its size at the end of each year or month, and what happened in between.

Reach for this module to read ``store.statistics(...)``. An event counts in the period of its day. Where only
a window is known it counts where the window ends, the first day by which it had happened, and
:attr:`EventCount.by` says how many of the events could therefore belong to an earlier period. Guarantee: from
one period to the next the parties on the list change by what was listed and relisted, less what was delisted;
``size`` and ``uncertain`` parties together are all of them.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from .record import Record

__all__ = ["EventCount", "ListStatistics", "PeriodStatistics", "StatisticsPeriod"]

StatisticsPeriod = Literal["year", "month"]


class EventCount(Record):
    """How often something happened in a period, and how well the days are known.

    What is neither ``exact`` nor ``by`` happened within a window that lies in the period as a whole.
    """

    total: int = 0
    exact: int = 0
    """Of these, those whose very day is known."""
    by: int = 0
    """Of these, those known by a window that begins before the period: some may belong to earlier ones."""


class PeriodStatistics(Record):
    """One year or month of a list, and how it stood at the end of its last day."""

    first: date
    last: date
    """The period's last day, or the newest day that anything is known of."""
    listed: EventCount = EventCount()
    relisted: EventCount = EventCount()
    delisted: EventCount = EventCount()
    amended: EventCount = EventCount()
    size: int = 0
    """Parties that a snapshot of ``last`` holds: ``observed`` and ``rebuilt``."""
    observed: int = 0
    """Of these, those that the version nearest to ``last`` holds."""
    rebuilt: int = 0
    """Of these, those known from notices or from other versions."""
    uncertain: int = 0
    """Parties besides that a snapshot of ``last`` leaves out, though no event before tells that they left: it
    lies in the window in which they did, or nothing gives a record of them."""
    versions: int = 0
    """Versions published in the period."""
    nearest_version: date | None = None
    """The day of the version nearest to ``last``: the newest on or before it, else the oldest after it."""

    @property
    def added(self) -> int:
        """Parties that came: listed and relisted."""
        return self.listed.total + self.relisted.total

    @property
    def on_the_list(self) -> int:
        """Parties on the list at the end of ``last`` by the events, the uncertain ones too."""
        return self.size + self.uncertain


class ListStatistics(Record):
    """The size of a list and what changed it, period by period without a gap, oldest first."""

    list_id: str
    by: StatisticsPeriod
    opening: int
    """Parties that were on the list already when the record of it as a whole begins, or when the first
    period shown begins: no additions."""
    periods: tuple[PeriodStatistics, ...]

    def since(self, day: date) -> ListStatistics:
        """Return the periods that end on *day* or later; ``opening`` is who was on the list before them."""
        gone = [period for period in self.periods if period.last < day]
        return self.model_copy(
            update={
                "opening": gone[-1].on_the_list if gone else self.opening,
                "periods": self.periods[len(gone) :],
            }
        )
