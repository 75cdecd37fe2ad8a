"""Undo what reading a document by machine, or writing to be overlooked, does to the letters of a name.

Reach for :func:`letters_restored` with a cleaned name of a person. A digit that looks like a letter stands
for it inside a word of letters (GHA8RA, Sa1eh). Guarantees: pure; total; doing it twice changes nothing; a
number that is a word, an ordinal (2nd) and a word of few letters (B2B, A1) stay, but for two with a 0 or a 1,
which are mistaken most (A1i).
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["letters_restored"]

# The digits that optical character recognition and evaders put for letters of their shape.
_LETTERS: Final = {"0": "o", "2": "z", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b"}
_WORD: Final = re.compile(r"[0-9A-Za-z]+")
_MIXED: Final = re.compile(r"(?:[A-Za-z]*[0-57-8](?![0-9]))+[A-Za-z]*")
_ORDINAL: Final = re.compile(r"[0-9]+(?:st|nd|rd|th)", re.IGNORECASE)
_FEWEST_LETTERS: Final = 3
_FEWEST_OF_MISTAKEN: Final = 2
_MISTAKEN: Final = frozenset("01")
_VOWELS: Final = frozenset("aeiouyAEIOUY")


def letters_restored(text: str) -> str:
    """Return *text* with the digits that stand for letters as these letters."""
    return _WORD.sub(lambda found: _without_digits(found[0]), text)


def _without_digits(word: str) -> str:
    letters = sum(character.isalpha() for character in word)
    mistaken = all(character.isalpha() or character in _MISTAKEN for character in word)
    fewest = _FEWEST_OF_MISTAKEN if mistaken else _FEWEST_LETTERS
    few = letters < fewest or 2 * letters <= len(word)
    if few or letters == len(word) or not _MIXED.fullmatch(word) or _ORDINAL.fullmatch(word):
        return word
    return "".join(
        _letter_for(word, at) if character.isdigit() else character for at, character in enumerate(word)
    )


def _letter_for(word: str, at: int) -> str:
    return _LETTERS.get(word[at]) or _one(word[:at], word[at + 1 :])


def _one(before: str, behind: str) -> str:
    """Return the letter that a 1 stands for: an l beside a vowel, an i among consonants."""
    beside = before[-1:] + behind[:1]
    return "l" if beside and any(letter in _VOWELS for letter in beside) else "i"
