"""Tell the language of a text in Cyrillic from letters that only it uses.

Reach for :func:`languages`. Guarantee: every text has a language; one without such letters is Russian first.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["languages"]

# Told from letters, the narrowest sign first; each language by letters of which one must be there.
_SIGNS: Final = (
    ("mk", "ѓќѕ"),
    ("sr", "јљњћђџ"),
    ("tg", "ӣӯҷ"),
    ("tt", "җҫҙҡҹҝӏ"),
    ("uz", "ҳ"),
    ("kk", "әғқұһ"),
    ("ky", "ң"),
    ("mn", "өү"),
    ("be", "ў"),
    ("uk", "їєґ"),
)
# Bulgarian's ъ is a vowel and stands between consonants; Russian's stands before a soft vowel.
_BULGARIAN: Final = re.compile("[бвгджзйклмнпрстфхцчшщ]ъ[бвгджзйклмнпрстфхцчшщ]")
_RUSSIAN_ONLY: Final = re.compile("[ыэё]|ъ[еёюя]")


def languages(text: str) -> tuple[str, ...]:
    """Return the languages *text* (small letters) may be in, as ISO 639-1 codes, the likeliest first."""
    for language, letters in _SIGNS:
        if any(letter in text for letter in letters):
            return (language,)
    if "і" in text:
        return ("be", "uk", "kk") if _RUSSIAN_ONLY.search(text) else ("uk", "be")
    if _BULGARIAN.search(text):
        return ("bg",)
    return ("ru",) if _RUSSIAN_ONLY.search(text) else ("ru", "uk")
