"""Compare names and judge subjects: a ledger of what speaks for two being one, and against it."""

from __future__ import annotations

from .comparison import compare_names
from .party import Judgement, judge
from .reference import Reference

__all__ = ["Judgement", "Reference", "compare_names", "judge"]
