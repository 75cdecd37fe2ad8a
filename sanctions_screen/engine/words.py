"""Tell whether a name is a single word, whatever script it is in.

Reach for :func:`is_one_word`. Guarantee: the answer is the same whichever engine runs.
"""

from __future__ import annotations

from ..matching import sides
from ..model import PartyKind
from . import name

__all__ = ["is_one_word"]


def is_one_word(text: str, kind: PartyKind | None) -> bool:
    """Return whether a name, as one of *kind*, has a single part: 王淑华 has two, though no blank."""
    if name() != "reference":
        from .reading import read_name  # only where the engine was built

        return len(read_name(text, kind).name.parts) == 1
    return sides.is_one_word(text, kind)
