"""The same answers as ``matching.reference`` gives, fast."""

from __future__ import annotations

from .matcher import PartyMatcher

__all__ = ["PartyMatcher"]
