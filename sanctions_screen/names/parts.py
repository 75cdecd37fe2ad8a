"""One part of a name, and what kind of part it is.

Reach for this module to read a :class:`ComparableName`'s parts. What a part weighs is not decided here but in
``matching.score``: names say what a part is, matching what that is worth.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["NamePartRole", "Part"]

NamePartRole = Literal[
    "word", "initial", "number", "particle", "honorific", "suffix", "legal-form", "generic"
]
"""``word``: what names the bearer. ``generic``: a word that says what an organisation does. ``legal-form``:
Ltd and its like. ``suffix``: junior, II. ``honorific`` also covers ranks and, for ships, M/V."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it is compared (small Latin letters and digits, no blanks) and what kind of part it is."""

    text: str
    role: NamePartRole
    written: str = field(default="", compare=False)
    """The one word that a standing form was written as; empty where the text is what was written."""

    @property
    def joined_as(self) -> str:
        """What the part is when written as one with its neighbour: AGRO-PHEN is no agriculturalphen."""
        return self.written or self.text
