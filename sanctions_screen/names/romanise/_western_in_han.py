"""Spell names from abroad that Chinese texts write in characters with dots between: 谢尔盖·伊万诺夫.

Reach for :func:`western` with such a name. Guarantee: nothing of a name without a dot, nor of one none of
whose words is known.

Standard: ``western-han``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from ..tables import spellings, words
from ._readings import combine

__all__ = ["western"]

_DOT: Final = re.compile("[·•‧∙・]")
_MOST: Final = 6


def western(text: str, spelled: Callable[[str], str]) -> tuple[str, ...]:
    """Return the spellings of a name, the likeliest first; words that are not known as *spelled* has them."""
    parts = ["".join(part.split()) for part in _DOT.split(text)]
    known = [_table().get(_simplified(part)) for part in parts]
    if len(parts) == 1 or not all(parts) or not any(known):
        return ()
    each = (some or (spelled(part),) for some, part in zip(known, parts, strict=True))
    return combine(tuple(each), _MOST)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {_simplified(word): known for word, known in spellings("western_names_in_han.tsv").items()}


def _simplified(text: str) -> str:
    """Return a text with one form of each character that has several."""
    return "".join(_forms().get(character, character) for character in text)


@cache
def _forms() -> dict[str, str]:
    return {character: some[0] for some in words("han_variants.txt") for character in some}
