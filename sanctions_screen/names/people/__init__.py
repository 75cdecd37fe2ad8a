"""What kind of part each word of a person's name is.

Reach for :func:`person_parts` with the folded Latin words of a name, cut at its commas. Guarantees: every
word is in a part; classifying the texts of the parts again gives the same parts, apart from the place of a
comma.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..parts import Part
from ._burmese_address import address_marked
from ._syllables import syllable_parts
from ._words import SURNAMES_TOO, spelled_parts

__all__ = ["SURNAMES_TOO", "person_parts"]


def person_parts(segments: Sequence[Sequence[str]]) -> list[Part]:
    """Return the parts of a person's name, given as folded words, cut at its commas."""
    if whole := syllable_parts(segments):
        return whole
    alone = len(segments) == 1
    parts = [part for segment in segments for part in spelled_parts(segment, alone=alone)]
    before_comma = len(spelled_parts(segments[0])) if len(segments) > 1 else 0
    if before_comma:
        parts = _surname_kept(parts, before_comma)
    return address_marked(parts, before_comma)


def _surname_kept(parts: list[Part], before_comma: int) -> list[Part]:
    """Take what stands before a comma for a surname, though it be a title or a particle too: SHEIKH, Omar."""
    if all(part.role in ("honorific", "particle") for part in parts[:before_comma]):
        return [Part(p.text, "word") if i < before_comma else p for i, p in enumerate(parts)]
    return parts
