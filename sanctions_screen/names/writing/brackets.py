"""Take out what stands in brackets: another name, a note of the clerk's, a place.

Reach for :func:`without_brackets` with a cleaned name. Guarantee: a name that is wholly in brackets stays.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["without_brackets"]

_BRACKETS: Final = re.compile(r"[(\[{][^)\]}]*[)\]}]")


def without_brackets(text: str) -> str:
    """Return *text* without what stands in brackets, unless nothing else has a letter or a digit."""
    rest = _BRACKETS.sub(" ", text)
    return rest if any(character.isalnum() for character in rest) else text
