"""Write kana in Hepburn, in full or as Japanese passports do.

Reach for this module for the letters alone; ``kana`` and ``han`` romanise names with it. ``hepburn`` writes
every kana (*Kouichirou*); ``short_vowels`` drops the length of vowels (*Koichiro*).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..tables import read_table

__all__ = ["hepburn", "is_kana", "short_vowels"]

_HIRAGANA_TO_KATAKANA = 0x30A1 - 0x3041
_KATAKANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc\u309d\u309e\u30fd\u30fe]")


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return dict(read_table("kana_letters.tsv", 2))  # type: ignore[arg-type]


def is_kana(character: str) -> bool:
    """Return whether a character is a kana, the long-vowel mark or a repetition mark."""
    return bool(_KATAKANA.match(character))


def _katakana(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    text = "".join(chr(ord(c) + _HIRAGANA_TO_KATAKANA) if "\u3041" <= c <= "\u3096" else c for c in text)
    text = re.sub("(.)[\u309d\u30fd]", r"\1\1", text)
    return re.sub("(.)[\u309e\u30fe]", lambda m: m[1] + unicodedata.normalize("NFC", m[1] + "\u3099"), text)


def hepburn(text: str) -> str:
    """Return kana in Hepburn with every kana written; other characters stay as they are."""
    text = _katakana(text)
    out = ""
    double = False
    at = 0
    while at < len(text):
        pair = text[at : at + 2]
        kana = pair if pair in _table() and len(pair) == 2 else text[at]
        at += len(kana)
        if kana == "ッ":
            double = True
            continue
        spelled = _spelled(kana, out, text[at : at + 1])
        out += ("t" if spelled.startswith("ch") else spelled[:1]) + spelled if double and spelled else spelled
        double = False
    return out


def _spelled(kana: str, before: str, following: str) -> str:
    if kana == "ン":
        return "n'" if following and following in "アイウエオヤユヨ" else "n"
    if kana == "ー":
        return before[-1:] if before[-1:] in "aiueo" else ""
    return _table().get(kana, kana)


def short_vowels(romaji: str) -> str:
    """Return romaji with long *o* and *u* written short, and *n'* as *n*: the passport's way."""
    romaji = re.sub("ou(?![aeou])|oo", "o", romaji.replace("n'", "n"))
    return re.sub(r"([aiueo])\1+", lambda m: m[0] if m[1] == "i" else m[1], romaji)
