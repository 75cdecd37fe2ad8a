"""What was decided about a hit: who judged it, when, why, and until when.

Reach for this module to read ``hit.decision``. A decision stands only while both sides' contents are what
they were when it was made; the mark says whether it does.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from .record import Record

__all__ = ["DecisionBasis", "DecisionMark", "HitDecision", "Verdict"]

Verdict = Literal["cleared", "confirmed", "open", "withdrawn"]
"""``cleared``: another bearer than the subject. ``confirmed``: the subject is the party. ``open``: looked at
and not settled yet. ``withdrawn``: an earlier decision no longer stands."""

DecisionMark = Literal["new", "known", "reopened"]
"""``new``: nothing was decided about the hit. ``known``: a decision stands. ``reopened``: one was made and
does not stand any more."""


class HitDecision(Record):
    """The last decision about a hit, and whether it stands."""

    mark: DecisionMark
    verdict: Verdict | None = None
    """Of the last decision; None where there is none."""
    by: str | None = None
    at: datetime | None = None
    reason: str | None = None
    until: date | None = None
    """The last day the decision stands."""
    why: tuple[str, ...] = ()
    """Of a reopened hit: what is not as it was, in plain words."""
    entry: str | None = None
    """The chain of the decision's entry in the log."""


class DecisionBasis(Record):
    """Which decisions an answer rests on."""

    head: str | None
    """The chain of the last entry of the log; None of an empty one."""
    entries: int
    on: date
    """The day by which decisions with a last day were judged."""
    max_hits: int | None = None
    """The limit on hits that was put on what the decisions left."""
