"""Know a Russian, Ukrainian or Belarusian word of firms' names by its sound, however it was romanised.

Reach for :func:`english_by_sound` with a word in Latin letters: obshchestvo has a dozen spellings and six
cases, and is held once, in Cyrillic. Guarantee: a word that is not known gives None, never a guess.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from rapidfuzz.distance import OSA

from .._alphabets import spell
from ..sounds.spelling import sounds
from ._own_script import LEFT_OUT, PLACES, WORDS, dictionary

__all__ = ["english_by_sound", "with_one_left_out"]

_SHORTEST_ROMANISED: Final = 6
_LONGEST_ROMANISED: Final = 60
"""No stem with its ending is as long, though each left-out sound of a word that is would be tried."""
_FEWEST_CONSONANTS: Final = 4
_SHORTEST_MISTYPED: Final = 9
"""A slip in a shorter word makes another word."""
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_SOUND_CLASSES: Final = str.maketrans(
    {
        **dict.fromkeys("aoO", "a"),
        **dict.fromkeys("eiyjAE3w", "i"),
        **dict.fromkeys("CSQ", "c"),
        **dict.fromkeys("JZ", "z"),
        **dict.fromkeys("xG", "h"),
        "q": "k",
    }
)
"""What the standards write differently is one: ts, c and tch; kh and h; ya and ia; o and a."""
_REPEATED: Final = re.compile(r"(.)\1+")
_ENDING: Final = re.compile(r"[aiu]*(?:[gvhm][aiu]*)?")
"""The endings of Russian, Ukrainian and Belarusian nouns and adjectives, by class of sound."""
_LONGEST_ENDING: Final = 5


def _heard(word: str) -> str:
    """Return a romanised word by its classes of sounds, which hardly differ between the standards."""
    heard = sounds(word.replace("w", "v")).replace("sQ", "C")  # obscestvo, whose letters had carons
    return _REPEATED.sub(r"\1", heard.translate(_SOUND_CLASSES))


def _usual(letters: str) -> str:
    # A vowel behind a stem, for the sounds of a word's end are read in another way.
    return _heard(spell(letters, "cyrillic_letters.tsv", "ru", "usual") + "a")


@cache
def _initials() -> dict[str, str]:
    """Return the first sound of each letter that a Cyrillic word of the tables begins with."""
    words = (key for some in dictionary(WORDS, PLACES) for key in some if _CYRILLIC.match(key))
    return {letter: _usual(f"{letter}т")[:1] for letter in sorted({word[0] for word in words})}


@cache
def _romanised(initial: str, *tables: str) -> dict[str, str]:
    """Return the Cyrillic words of *tables* too long to be met by chance, by the sounds of their stem.

    Only those that begin with one sound: a first comparison waits for few of them.
    """
    found: dict[str, str] = {}
    for words in dictionary(*tables):
        for key, meaning in words.items():
            if _initials().get(key[0]) == initial:
                heard = _usual(key).rstrip("aiu")
                if len(heard) >= _SHORTEST_ROMANISED and _consonants(heard) >= _FEWEST_CONSONANTS:
                    found.setdefault(heard, "" if meaning == LEFT_OUT else meaning)
    return found


def _consonants(heard: str) -> int:
    return sum(sound not in "aiu" for sound in heard)


@cache
def _mistyped(initial: str) -> dict[str, str]:
    """The long stems, by each spelling of theirs with a sound left out; Grodno is no slip for Grozny."""
    found: dict[str, str] = {}
    for stem in _romanised(initial, WORDS):
        if len(stem) >= _SHORTEST_MISTYPED:
            for shorter in with_one_left_out(stem):
                found.setdefault(shorter, stem)
    return found


def with_one_left_out(word: str) -> set[str]:
    """Return a word, or its sounds, with each of them left out: words a slip apart share one of these."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def english_by_sound(word: str) -> str | None:
    """Return the English of a Russian, Ukrainian or Belarusian *word* in small Latin letters.

    Any standard and any case will do, and one slip in a long word: aktsionernoe and akcyjanernaje are ``joint
    stock``.
    """
    if not _SHORTEST_ROMANISED <= len(word) <= _LONGEST_ROMANISED:
        return None
    heard = _heard(word)
    initial = heard[:1]  # a slip in the first letter is rare
    stems = _romanised(initial, WORDS, PLACES)
    longest, shortest = len(heard), max(_SHORTEST_ROMANISED, len(heard) - _LONGEST_ENDING)
    ends = [n for n in range(longest, shortest - 1, -1) if _ENDING.fullmatch(heard, n)]
    for end in ends:
        if (meaning := stems.get(heard[:end])) is not None:
            return meaning
    for end in ends:
        if end < _SHORTEST_MISTYPED - 1:
            break
        for shorter in sorted(with_one_left_out(heard[:end])):
            stem = _mistyped(initial).get(shorter)
            if stem is not None and OSA.distance(stem, heard[:end]) == 1:
                return stems[stem]
    return None
