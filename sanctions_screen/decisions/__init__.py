"""What was decided about hits: kept, and held to, only while both sides are what they were.

:class:`DecisionLog` keeps decisions in a file that can only grow; :class:`DecidedScreener` screens with them.
Scores are never touched: a decision says whether a hit is shown, and what is not shown is counted and told.
"""

from __future__ import annotations

from .contents import PartyContent, party_content
from .entry import Decision
from .log import DecisionLog
from .screener import DecidedScreener

__all__ = [
    "DecidedScreener",
    "Decision",
    "DecisionLog",
    "PartyContent",
    "party_content",
]
