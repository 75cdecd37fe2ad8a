"""Spell western names that Russian and Ukrainian texts write in Cyrillic as they are spelled at home.

Reach for :func:`western` with the words of a name: Джордж Хьюз is *George Hughes*, Шарль Мишель *Charles
Michel*, and no spelling of the letters says so. Guarantee: nothing of a name none of whose words is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from ..tables import spellings
from ._readings import combine

__all__ = ["western"]

_MOST: Final = 3


def western(words: Sequence[str], spelled: Callable[[str], str]) -> tuple[str, ...]:
    """Return a name's spellings at home, the likeliest first; words not known are as *spelled* has them."""
    table = spellings("western_names_in_cyrillic.tsv")
    if not any(word in table for word in words):
        return ()
    return combine([table.get(word) or (spelled(word),) for word in words], _MOST)
