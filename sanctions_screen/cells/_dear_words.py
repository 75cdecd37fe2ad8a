"""Leave out what is said behind a given name and written to it: Zafarjon, Bharatbhai, Kokilaben.

Reach for :func:`without_dear_words` with a person's name. Uzbeks and Tajiks say -jon (soul), Gujaratis -bhai
and -ben (brother, sister), and all leave it out at will. Guarantee: a stem of three letters is left at least.
"""

from __future__ import annotations

import re
from typing import Final

from .._late_pattern import late

__all__ = ["DEAR_PIECES", "without_dear_words"]

DEAR_PIECES: Final = ("jon", "zhon", "bhai", "behn", "bahen", "aben", "iben")
"""What a name needs one of, in small letters."""
_DEAR: Final = late(
    r"(?<![^\W\d_])(?P<stem>[^\W\d_]{3,}?)"
    r"(?:(?<=[^\W\d_]{4})(?:d?zhon|d?jon)|bhai|behn|bahen|(?<=[^\W\d_]{3}[ai])be(?:n|hen))(?![^\W\d_])",
    re.IGNORECASE,
)


def without_dear_words(text: str) -> str:
    """Return a name without the words said behind given names in it."""
    return _DEAR.sub(lambda found: found["stem"], text)
