"""Say which letters of a text no romaniser here can read, before they are dropped.

Reach for :func:`unread`. Guarantee: nothing for a text whose letters are all of scripts that have a reading.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from .._late_pattern import late
from ..names import clean
from ..names.romanise import LAST_RESORT, romanisations
from ..names.writing.scripts import COMMON, LATIN, script_of, script_runs

__all__ = ["readable_signs", "signs_alone", "unread"]

_ENCLOSED: Final = (
    (0x249C, 0x61), (0x1F110, 0x41), (0x1F130, 0x41), (0x1F150, 0x41), (0x1F170, 0x41), (0x1F1E6, 0x41),
)  # fmt: skip
"""Letters in brackets, squares and circles, and flags': first code point of 26, and that of the letter A."""
_LETTERS: Final = 26
_FLAG: Final = late("(?<![\U0001f1e6-\U0001f1ff])[\U0001f1e6-\U0001f1ff]{2}(?![\U0001f1e6-\U0001f1ff])")
"""A flag is two letters of a country's code and no part of a name; of more letters a name is made."""
_WORD: Final = late(r"\S+")
_SCRIPTS_OF_SIGNS: Final = (range(0x2800, 0x2900), range(0x1D300, 0x1D360), range(0x1D800, 0x1DAB0))
"""Braille, counting rods' signs and sign writing: letters that Unicode calls symbols."""
_LINE: Final = late(r"(?<!\S)_{2,}(?!\S)")
_SIGNS_OF_TEXT: Final = "№®©℠™▶►☎\ufffd"
"""What stands beside names, numbers and between cells, and is told where it is read."""
_NO_LETTERS: Final = ("Co", "Cn", "Cs")
"""Private use, unassigned, surrogates: a font may show a letter, nobody else can know which."""


def readable_signs(text: str) -> str:
    """Return *text* with letters that Unicode calls symbols (🅚, 🇰) as letters."""
    if text.isascii() or not any(ord(character) >= _ENCLOSED[0][0] for character in text):
        return text
    return "".join(map(_sign, _FLAG.sub(" ", text)))


def _sign(character: str) -> str:
    code = ord(character)
    for first, letter in _ENCLOSED:
        if first <= code < first + _LETTERS:
            return chr(letter + code - first)
    return character


def signs_alone(text: str) -> tuple[str, ...]:
    """Return the words of *text* that are signs alone: 🙂, or the line of a form that nobody filled in."""
    if text.isascii():
        return tuple(_LINE.findall(text)) if "__" in text else ()
    return tuple(word for word in _WORD.findall(text) if _LINE.fullmatch(word) or all(map(_is_sign, word)))


def _is_sign(character: str) -> bool:
    is_symbol = unicodedata.category(character) == "So" and character not in _SIGNS_OF_TEXT
    return is_symbol and not any(map(str.isalnum, unicodedata.normalize("NFKC", character)))  # Ⓒ is a C


@lru_cache(maxsize=1 << 12)
def unread(text: str) -> tuple[str, ...]:
    """Return the words of *text*, or parts of them, that have letters nobody here can read.

    What Unidecode alone spells is compared, and may be found; where it is not, nobody knows whether it would
    have been (Tibetan, Khmer and Mongolian are not said letter by letter).
    """
    if text.isascii():
        return ()
    lost = [word for word in _WORD.findall(text) if any(map(_is_no_letter, word))]
    for script, run in script_runs(clean(text)):
        if script in (LATIN, COMMON):
            lost += [word for word in _WORD.findall(run) if any(map(_is_lost, word))]
        elif not any(
            character.isascii() and character.isalnum()
            for reading in romanisations(run.strip(" ,،"), script)
            if reading.standard != LAST_RESORT
            for character in reading.text
        ):
            lost += _WORD.findall(run)
    return tuple(dict.fromkeys(lost))


def _is_no_letter(character: str) -> bool:
    code = ord(character)
    return unicodedata.category(character) in _NO_LETTERS or any(code in some for some in _SCRIPTS_OF_SIGNS)


def _is_lost(character: str) -> bool:
    """Return whether a letter outside the scripts known would be dropped."""
    return character.isalpha() and script_of(character) not in (LATIN, COMMON)
