"""Write Han characters that have several forms in one: 张 and 張, 広 and 廣.

Reach for :func:`in_one_form` before characters are compared or looked up. Guarantee: as many characters as
before; which are forms of one is told in ``han_variants.txt``.
"""

from __future__ import annotations

from functools import cache

from ..tables import words

__all__ = ["in_one_form"]


@cache
def _forms() -> dict[str, str]:
    return {character: some[0] for some in words("han_variants.txt") for character in some}


def in_one_form(text: str) -> str:
    """Return a text with one form of each character that has several."""
    return "".join(_forms().get(character, character) for character in text)
