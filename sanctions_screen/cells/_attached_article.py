"""Write the Arabic article apart from a name that the Gulf's passports write it to: Alshaikh, Aldib, Alali.

Reach for :func:`article_apart` with a person's name. What is left of a word is a known name of Arabic, or
another word of the name is one; Albert and Alisa stay. Guarantee: pure.
"""

from __future__ import annotations

import re
from typing import Final

from .._late_pattern import late
from ..names.sounds.known_names import families, is_arabic, originals

__all__ = ["article_apart"]

_WORD: Final = late(r"[A-Za-z]+")
_WITH_AN_ARTICLE: Final = late("(?<![a-z])al[a-z]{3,}", re.IGNORECASE)
_LONG: Final = 4
"""Letters of a name that is no end of another: Alisa is no Isa."""
_VOWELS: Final = frozenset("aeiou")


def article_apart(text: str) -> str:
    """Return a name with the article apart from the names that it is written to."""
    arabic = any(is_arabic(word.lower()) for word in _WORD.findall(text))
    return _WITH_AN_ARTICLE.sub(
        lambda found: (
            f"{found[0][:2]} {found[0][2:]}" if _has_an_article(found[0].lower(), arabic=arabic) else found[0]
        ),
        text,
    )


def _has_an_article(word: str, *, arabic: bool) -> bool:
    """Return whether a word, in small letters, is a name behind the article; *arabic*: an Arabic name is
    beside it."""
    rest = word.removeprefix("al")
    known, firm = is_arabic(rest), rest[0] not in _VOWELS
    if families(word) or (originals(word) and not (known and firm and len(rest) >= _LONG)):
        return False
    return known or (arabic and firm)
