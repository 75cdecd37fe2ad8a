"""Compare names and find the parties a subject may be."""

from __future__ import annotations

from .comparison import compare_names
from .matcher import PartyMatch, PartyMatcher

__all__ = ["PartyMatch", "PartyMatcher", "compare_names"]
