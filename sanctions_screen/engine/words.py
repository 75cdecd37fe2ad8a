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
        from .compiled import engine_matching  # only where the engine was built
        from .texts import given_texts

        matching = engine_matching()
        try:
            ((*_, readings),) = matching.comparable(given_texts(matching, [text]), kind)
        except ValueError:  # only Python can read it
            pass
        else:
            return bool(readings) and len(readings[0][1]) == 1
    return sides.is_one_word(text, kind)
