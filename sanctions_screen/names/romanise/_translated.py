"""Give a firm's name one more spelling: its usual words in English, as lists have them.

Reach for :func:`translated` from the romaniser of an alphabet. Guarantee: nothing for a name none of whose
words is known to name firms, such as a person's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .. import firms
from . import Romanisation

__all__ = ["translated"]


def translated(words: Sequence[str], romanise: Callable[[str], str]) -> tuple[Romanisation, ...]:
    """Return *words* with the known ones in English, the rest as *romanise* has them; () if none is known."""
    spelled = firms.translated(words, romanise)
    return (Romanisation(spelled, "translated"),) if spelled else ()
