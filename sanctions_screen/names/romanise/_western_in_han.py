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

from ..languages.han_forms import in_one_form
from ..tables import spellings
from ._readings import combine

__all__ = ["western"]

_DOT: Final = re.compile("[·•‧∙・]")
_MOST: Final = 6


def western(text: str, spelled: Callable[[str], str]) -> tuple[str, ...]:
    """Return the spellings of a name, the likeliest first; words that are not known as *spelled* has them."""
    parts = ["".join(part.split()) for part in _DOT.split(text)]
    known = [_table().get(in_one_form(part)) for part in parts]
    if len(parts) == 1 or not all(parts) or not any(known):
        return ()
    each = (some or (spelled(part),) for some, part in zip(known, parts, strict=True))
    return combine(tuple(each), _MOST)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {in_one_form(word): known for word, known in spellings("western_names_in_han.tsv").items()}
