"""What a publisher announced of a party it names but gives no reference for, before it is tied to one.

Reach for this module between a source that reads announcements and :mod:`sanctions_screen.history`, which
ties them: neither needs to know the other. The words are no publisher's: a day, what happened, the names by
their keys, the party as the announcement writes it, where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .history import NoticeKind
from .party import Party

__all__ = ["AnnouncedSweep", "PartyAnnouncement"]


@dataclass(frozen=True, slots=True)
class PartyAnnouncement:
    """One party listed, changed or delisted on a day, as announced."""

    kind: NoticeKind
    on: date
    file: str
    line: int
    citation: str
    """Where it can be read: publisher, title, file, day and line."""
    name_key: str
    """The key of the name it is filed under."""
    keys: frozenset[str]
    """The keys of every name that is told, of both sides of a change."""
    programmes: tuple[str, ...]
    """Those it is announced under."""
    told_programmes: frozenset[str]
    """Those that any of its entries tells."""
    party: Party
    """As announced; its id is a place holder, for nobody has said yet who it is."""
    before: Party | None = None
    """As it was until then, where both sides of a change are announced."""


@dataclass(frozen=True, slots=True)
class AnnouncedSweep:
    """Everybody of some programmes taken off the list at once, nobody named."""

    on: date
    citation: str
    programmes: frozenset[str]
