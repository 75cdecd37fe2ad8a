"""Arabic names: from one habit of romanising to another.

English, French and German newspapers, passports of the Maghreb and of the Gulf write the same name otherwise;
the rules below are those differences, compiled by hand.
"""

from __future__ import annotations

import re
from random import Random

__all__ = ["arabic_otherwise"]

_ARABIC = re.compile(
    r"\b(?:al|el|abd\w*|abu|bin|ibn|m[uo]ham\w+|ahm[ae]d|hass?an|h[uo]ss?[ea][iy]n|ali|omar|umar|khal\w+|ibrahim"
    r"|yus[ue]f|mahm[ou]u?d|mustafa|mohsen|hamid|salih|saleh|rashid|said)\b",
    re.IGNORECASE,
)
_RULES = (
    (r"\bal-", "el-"),
    (r"\bal-", "al "),
    (r"\bel-", "al-"),
    (r"\bal ", "al-"),
    (r"sh", "ch"),
    (r"(?<!o)u(?!\b)", "ou"),
    (r"ou", "u"),
    (r"oo", "u"),
    (r"ee", "i"),
    (r"q", "k"),
    (r"kh", "h"),
    (r"gh", "g"),
    (r"dh", "d"),
    (r"dh", "z"),
    (r"j", "dj"),
    (r"\bmuh", "moh"),
    (r"\bmoh", "muh"),
    (r"mm", "m"),
    (r"ss", "s"),
    (r"ad\b", "ed"),
    (r"ed\b", "ad"),
    (r"i\b", "y"),
    (r"y\b", "i"),
    (r"ai", "ay"),
    (r"ay", "ai"),
    (r"aw", "au"),
    (r"th", "t"),
    (r"w", "ou"),
    (r"iyy?a", "ia"),
    (r"\babd al-?\s?", "abdul "),
    (r"\babdul\s?", "abd al-"),
    (r"\babdul ", "abdel "),
    (r"ei", "ay"),
    (r"a\b", "ah"),
)


def arabic_otherwise(name: str, random: Random) -> str:
    """An Arabic name romanised by one or two other habits: el- for al-, ou for u, Mohamed for Muhammad."""
    if not name.isascii() or not _ARABIC.search(name):
        return name
    for _ in range(random.randrange(1, 3)):
        fitting = [rule for rule in _RULES if re.search(rule[0], name, re.IGNORECASE)]
        if fitting:
            name = _replaced(name, *random.choice(fitting))
    return name


def _replaced(name: str, pattern: str, by: str) -> str:
    def spelt(found: re.Match[str]) -> str:
        if found[0].isupper() and len(found[0]) > 1:
            return by.upper()
        return by.capitalize() if found[0][:1].isupper() else by

    return re.sub(pattern, spelt, name, count=1, flags=re.IGNORECASE)
