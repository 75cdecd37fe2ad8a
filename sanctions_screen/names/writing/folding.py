"""Write a name without case and accents, as a clerk without the keys for them does.

Reach for :func:`fold` for the form in which two spellings alike but for these meet. Guarantees: folding twice
changes nothing; accents are taken off Latin and Greek letters alone: in other scripts they make letters.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from ..tables import read_table
from .cleaning import clean
from .scripts import COMMON, LATIN, script_of

__all__ = ["fold"]


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): plain for letter, plain in read_table("latin_letters_undecomposed.tsv", 2)}


def _is_latin_mark(marks: str, base: str) -> bool:
    return unicodedata.combining(marks) != 0 and script_of(base) in (LATIN, "Greek", COMMON)


def _fold_latin(text: str) -> str:
    """Return cleaned text in small letters, Latin and Greek letters without accents; other scripts stay."""
    text = unicodedata.normalize("NFKD", text.casefold()).translate(_letters())
    kept: list[str] = []
    base = " "
    for character in text:
        if unicodedata.combining(character):
            if _is_latin_mark(character, base):
                continue
        else:
            base = character
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return *text* cleaned, in small letters and without accents: two spellings alike but for these meet."""
    before, text = None, clean(text)
    if text.isascii():  # nothing to take off
        return text.lower()
    while before != text:  # a letter whose fold folds further: settled after two or three rounds
        before, text = text, clean(_fold_latin(text))
    return text
