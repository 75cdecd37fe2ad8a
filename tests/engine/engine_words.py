"""What the laws of the engine's words draw on: the engine made once, and words as folding leaves them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from sanctions_screen.engine import _engine

ANY_WORD = st.text("abcdefghijklmnopqrstuvwxyz0123456789*", min_size=1, max_size=16)
"""A word of small Latin letters, digits and the wild vowel."""


@cache
def engine_words() -> _engine.Words:
    """Return what the engine reads words with; only where it was built."""
    from sanctions_screen.engine import _engine
    from sanctions_screen.engine.handed_firms import firm_data

    return _engine.Words(**firm_data())
