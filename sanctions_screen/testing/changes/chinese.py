"""Chinese names: from Pinyin to Wade-Giles.

Source: the table of syllables in Wade-Giles that libraries used until 2000, as rules on initials and finals.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from random import Random

__all__ = ["chinese_otherwise"]


@cache
def _families() -> frozenset[str]:
    rows = files(__package__).joinpath("chinese_families.txt").read_text("utf-8").splitlines()
    return frozenset(word for row in rows if not row.startswith("#") for word in row.split())


_SYLLABLE = re.compile(
    r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(iang|iong|uang|ueng|ian|iao|ing|ong|uai|uan|ang|eng|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
)
_INITIALS = {
    "b": "p",
    "p": "p'",
    "d": "t",
    "t": "t'",
    "g": "k",
    "k": "k'",
    "j": "ch",
    "q": "ch'",
    "x": "hs",
    "zh": "ch",
    "ch": "ch'",
    "r": "j",
    "z": "ts",
    "c": "ts'",
}
_WHOLE = {
    "zhi": "chih",
    "chi": "ch'ih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tz'u",
    "si": "ssu",
    "you": "yu",
    "yan": "yen",
    "ye": "yeh",
    "yue": "yueh",
    "yi": "i",
    "er": "erh",
    "he": "ho",
    "ge": "ko",
    "ke": "k'o",
    "yong": "yung",
    "guo": "kuo",
    "kuo": "k'uo",
    "huo": "huo",
    "shuo": "shuo",
    "gui": "kuei",
    "kui": "k'uei",
}
_FINALS = {"ian": "ien", "ie": "ieh", "ue": "ueh", "ong": "ung", "uo": "o", "iong": "iung"}


def _syllables(word: str) -> list[str] | None:
    """Return the word cut into syllables of Pinyin; None when it cannot be."""
    if not word:
        return []
    found = _SYLLABLE.match(word)
    for end in range(found.end() if found else 0, 0, -1):
        whole = _SYLLABLE.fullmatch(word, 0, end)
        # Without an initial, finals that begin with i or u are written with y and w.
        possible = whole is not None and (whole[1] or word[0] in "aeo")
        rest = _syllables(word[end:]) if possible else None
        if rest is not None:
            return [word[:end], *rest]
    return None


def _in_wade_giles(syllable: str) -> str:
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    found = _SYLLABLE.fullmatch(syllable)
    assert found is not None
    initial, final = found[1] or "", found[2]
    return _INITIALS.get(initial, initial) + _FINALS.get(final, final)


def chinese_otherwise(name: str, random: Random) -> str:
    """A Chinese name in Wade-Giles, its apostrophes written or left out: Chiang for Jiang."""
    words = re.findall(r"[a-z]+", name.casefold()) if name.isascii() else []
    if not 2 <= len(words) <= 3 or words[0] not in _families():
        return name
    given = _syllables("".join(words[1:]))
    if given is None or not 1 <= len(given) <= 2:
        return name
    parts = [_in_wade_giles(words[0]).capitalize(), "-".join(map(_in_wade_giles, given)).capitalize()]
    text = " ".join(parts)
    return text if random.random() < 0.5 else text.replace("'", "")
