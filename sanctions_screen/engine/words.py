"""Tell whether a name is a single word, whatever script it is in.

Reach for :func:`is_one_word`. Guarantee: the answer is the same whichever engine runs.
"""

from __future__ import annotations

from ..matching import sides
from ..model import PartyKind
from . import name

__all__ = ["is_one_word"]


def is_one_word(text: str, kind: PartyKind | None) -> bool:
    """Return whether a name, as one of *kind*, has one part beside titles: 王淑华 has two."""
    if name() != "reference":
        from .reading import read_name  # only where the engine was built

        return sides.has_one_word(read_name(text, kind).name.parts)
    return sides.is_one_word(text, kind)
