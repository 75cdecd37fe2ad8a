"""Tell a word that is a name as it stands from a piece or a misreading of one: Rahim, Rahi; Omar, Ornar."""

from __future__ import annotations

from functools import lru_cache

from ..names.sounds.counted import is_counted
from ..names.sounds.known_names import originals
from . import _nicknames

__all__ = ["is_whole"]


@lru_cache(maxsize=1 << 14)
def is_whole(word: str) -> bool:
    """Return whether *word* is a known name, or a word that many have in their names."""
    return bool(originals(word) or _nicknames.keys(word)) or is_counted(word)
