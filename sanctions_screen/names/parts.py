"""The parts of a name as it is compared.

Reach for this module to read a :class:`ComparableName`'s readings. What a part weighs is not decided here but
in ``matching.score``: names say what a part is, matching how much that counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

__all__ = ["ACRONYM", "CUT_OFF", "SURNAME_FIRST", "VOWELS_GUESSED", "NamePartRole", "Part", "Reading"]

ACRONYM: Final = "acronym"
"""The standard of a reading that is an organisation's name shortened to its initials."""
SURNAME_FIRST: Final = "surname first"
"""The standard of a name in Latin letters with a comma behind an eastern surname: WEI, Jin."""
VOWELS_GUESSED: Final = "usual"
"""The standard of a name in Arabic or Hebrew letters, which leave short vowels out."""
CUT_OFF: Final = "..."
"""What stands behind a text whose last word is cut off; an ellipsis, once cleaned."""

NamePartRole = Literal[
    "word", "initial", "number", "particle", "honorific", "suffix", "legal-form", "generic"
]
"""``word``: what names the bearer. ``generic``: a word that says what an organisation does. ``legal-form``:
Ltd and its like. ``initial``: a letter, or the letters that are left of a word cut off. ``suffix``: junior,
II. ``honorific`` also covers ranks and, for ships, M/V."""


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

    @property
    def is_begun(self) -> bool:
        """Whether it is the beginning of a word that was cut off."""
        return self.role == "initial" and len(self.text) > 1


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name in Latin letters: its parts in the order written, and the romanisation used."""

    parts: tuple[Part, ...]
    standard: str | None = None
    """The romanisation's standard (``pinyin``, ``mr``, ``unidecode``…), :data:`ACRONYM` for an organisation's
    name shortened to its initials, :data:`SURNAME_FIRST`; None for what else is Latin already."""

    @property
    def text(self) -> str:
        """The parts, separated by blanks; behind one cut off the mark that says so."""
        text = " ".join(part.text for part in self.parts)
        return text + CUT_OFF if self.parts and self.parts[-1].is_begun else text
