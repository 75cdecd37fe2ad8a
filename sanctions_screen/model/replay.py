"""What came of giving an old answer again: the same bytes, or what exactly differs and why.

Reach for this module to read what :func:`sanctions_screen.replay` or ``sanctions-screen replay`` returns.
"""

from __future__ import annotations

from .record import Record
from .result import ScreeningResult

__all__ = ["BatchReplay", "ReplayDifference", "ResultReplay"]


class ReplayDifference(Record):
    """One place where the two answers differ."""

    where: str
    """The path to it, such as ``hits.0.score``."""
    recorded: str | None
    """As JSON; None when it is not there."""
    replayed: str | None


class ResultReplay(Record):
    """One result, given again."""

    same: bool
    """The same in every byte of its canonical JSON, but for what ``not_replayed`` names."""
    known_on: int | None = None
    """The revision of this store whose knowledge it was given again by; None when it could not be."""
    causes: tuple[str, ...] = ()
    """Why the two may differ, or why it could not be given again: the library, the weights, a list version
    that is missing."""
    differences: tuple[ReplayDifference, ...] = ()
    not_replayed: tuple[str, ...] = ()
    """Parts of the recorded result that were left out of the comparison: ``decisions``, ``identities``."""
    recorded: ScreeningResult
    replayed: ScreeningResult | None = None


class BatchReplay(Record):
    """A whole batch, given again."""

    same: bool
    """Its output and its errors file are the same in every byte."""
    known_on: int | None = None
    causes: tuple[str, ...] = ()
    differences: tuple[ReplayDifference, ...] = ()
    """Of lines of the output, by their number (``output.12``), and of the summary; the first of them."""
    rows: int = 0
    """How many rows were screened again."""
