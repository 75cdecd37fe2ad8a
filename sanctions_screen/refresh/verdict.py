"""What the guard found of a new version: a record of its own, which the ledger keeps and commands show.

Reach for :class:`GuardReport` where a verdict is kept or told: nothing that reads list files comes along.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from ..model import PartyId, Record

__all__ = ["GuardReport"]


class GuardReport(Record):
    """What a new version would change, and which rules it breaks."""

    list_id: str
    published_on: date
    replaces: date | None = None
    """The publication day of the version it would replace; None when it is the list's first."""
    parties_before: int = 0
    parties_after: int
    added: int = 0
    removed: int = 0
    removed_examples: tuple[PartyId, ...] = ()
    """The first parties that would be gone, by id, at most 20."""
    programmes_lost: tuple[str, ...] = ()
    reasons: tuple[str, ...] = Field(default=())
    """The rules it breaks, in plain words; empty when it may be used."""

    @property
    def passed(self) -> bool:
        """True when the version may be used."""
        return not self.reasons
