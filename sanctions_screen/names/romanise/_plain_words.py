"""Take a name apart into words of small letters without accents.

Reach for this module from the romaniser of an alphabet whose accents say nothing about the letters.
Guarantee: every word returned is made of letters only and is not empty.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["plain_words"]

_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = re.compile("['’ʼ`´]")


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of *text* in small letters, marks taken off."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(
        c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
    )
    return tuple(_WORD.findall(_APOSTROPHES.sub("", letters)))
