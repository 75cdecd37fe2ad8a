"""Two words that a scanner, or a small print, reads as one: Bumham, Burnham."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from ..model import MatchRule
from ..weights import weights
from ._whole import is_whole

__all__ = ["RULE", "alike", "keys"]

RULE: MatchRule = "spelling"
# Letters that together are read as one, by what optical character recognition is known to mistake.
_READ_AS: Final = (("rn", "m"), ("cl", "d"), ("vv", "w"))
_READ: Final = frozenset("mdw")


@lru_cache(maxsize=1 << 14)
def keys(word: str) -> frozenset[str]:
    """Return *word* as it may be read; nothing where no letter of it is mistaken.

    In a short word these letters make another name, Clara and Dara, but not where only one of the two is one:
    Ornar and Omar.
    """
    seen = word
    for letters, read in _READ_AS:
        seen = seen.replace(letters, read)
    mistaken = seen != word or not _READ.isdisjoint(word)
    enough = len(seen) >= weights().rules.typed_one or (
        len(seen) >= weights().rules.swapped and is_whole(seen) and (seen == word or not is_whole(word))
    )
    return frozenset({f"s:{seen}"}) if mistaken and enough else frozenset()


def alike(first: str, second: str) -> int:
    """Return the likeness of two words that are read as one; 0 of any others."""
    return 0 if keys(first).isdisjoint(keys(second)) else weights().rules.scanned
