"""Which script a text is in, told without the library's own tables, so that a figure or law can be trusted.

Reach for :func:`script_of`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter

__all__ = ["LATIN", "script_of"]

LATIN = "Latin"
_SCRIPTS = {
    "LATIN": LATIN, "CYRILLIC": "Cyrillic", "ARABIC": "Arabic", "HANGUL": "Hangul", "CJK": "Han",
    "HIRAGANA": "Kana", "KATAKANA": "Kana", "MYANMAR": "Burmese", "GREEK": "Greek", "HEBREW": "Hebrew",
    "FULLWIDTH": "full-width Latin", "THAI": "Thai", "GEORGIAN": "Georgian", "ARMENIAN": "Armenian",
}  # fmt: skip


def script_of(text: str) -> str:
    """Return the script that most letters of *text* are of, by Unicode's names: ``Latin``, ``Cyrillic`` …"""
    words = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha())
    for word, _ in words.most_common(1):
        return _SCRIPTS.get(word, word.title())
    return "none"
