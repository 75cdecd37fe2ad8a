"""Put a firm's or institution's name into English where its words are ones that lists translate.

Reach for this module with the words of a name in its own script: lists write بنك as Bank and университет as
University, and no spelling of the sounds finds that. So they do with obshchestvo, which is held in Cyrillic
alone. Guarantees: a word that is not known gives None, never a guess; forms of one letter, cases and the
Arabic article make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from ..alphabets import spell
from ..sounds.spelling import sounds
from ..tables import read_table
from . import Romanisation

__all__ = ["english", "english_from_latin", "translation"]

_ARTICLES: Final = ("ال", "وال", "بال", "لل")
_SHORTEST_STEM: Final = 3
_LEFT_OUT: Final = "-"
_SHORTEST_ROMANISED: Final = 6
_FEWEST_CONSONANTS: Final = 4
_SHORTEST_MISTYPED: Final = 9
"""A slip in a shorter word makes another word."""
_GREEK: Final = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
# Letters that Persian, Arabic and Urdu keyboards write differently, and forms writers do not tell apart.
_UNIFIED: Final = str.maketrans("یىکةۀأإآؤئё", "ييكههاااويе")


def _key(word: str) -> str:
    plain = unicodedata.normalize("NFC", word).lower().translate(_UNIFIED)
    if _GREEK.match(plain):
        plain = unicodedata.normalize("NFD", plain).replace("\u0301", "").replace("\u0308", "")
    return plain.replace("\u200c", "").replace("'", "").replace("’", "").replace('"', "")


_WORDS: Final = "firm_words_in_own_script.tsv"
_PLACES: Final = "firm_places_in_own_script.tsv"


@cache
def _words(*tables: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the words and the beginnings of words of *tables*, each with its English."""
    whole, beginnings = {}, {}
    for word, meaning, _language in (row for table in tables for row in read_table(table, 3)):
        if word.endswith("*"):
            beginnings[_key(word[:-1])] = meaning
        else:
            whole[_key(word)] = meaning
    return whole, beginnings


def _look_up(key: str) -> str | None:
    whole, beginnings = _words(_WORDS, _PLACES)
    if key in whole:
        return whole[key]
    lengths = range(len(key), _SHORTEST_STEM, -1)
    return next((beginnings[key[:n]] for n in lengths if key[:n] in beginnings), None)


@lru_cache(maxsize=1 << 13)
def english(word: str) -> str | None:
    """Return the English of *word* (one word of a name in its own script), "" if English leaves it out."""
    key = _key(word)
    found = _look_up(key)
    for article in _ARTICLES:
        if found is None and key.startswith(article) and len(key) >= len(article) + _SHORTEST_STEM:
            found = _look_up(key.removeprefix(article))
    return "" if found == _LEFT_OUT else found


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
    words = (key for some in _words(_WORDS, _PLACES) for key in some if _CYRILLIC.match(key))
    return {letter: _usual(f"{letter}т")[:1] for letter in sorted({word[0] for word in words})}


@cache
def _romanised(initial: str, *tables: str) -> dict[str, str]:
    """Return the Cyrillic words of *tables* too long to be met by chance, by the sounds of their stem.

    Only those that begin with one sound: a first comparison waits for few of them.
    """
    found: dict[str, str] = {}
    for words in _words(*tables):
        for key, meaning in words.items():
            if _initials().get(key[0]) == initial:
                heard = _usual(key).rstrip("aiu")
                if len(heard) >= _SHORTEST_ROMANISED and _firm(heard) >= _FEWEST_CONSONANTS:
                    found.setdefault(heard, "" if meaning == _LEFT_OUT else meaning)
    return found


def _firm(heard: str) -> int:
    return sum(sound not in "aiu" for sound in heard)


@cache
def _mistyped(initial: str) -> dict[str, str]:
    """The long stems, by each spelling of theirs with a sound left out; Grodno is no slip for Grozny."""
    found: dict[str, str] = {}
    for stem in _romanised(initial, _WORDS):
        if len(stem) >= _SHORTEST_MISTYPED:
            for shorter in _with_one_left_out(stem):
                found.setdefault(shorter, stem)
    return found


def _with_one_left_out(heard: str) -> set[str]:
    return {heard, *(heard[:i] + heard[i + 1 :] for i in range(len(heard)))}


def english_from_latin(word: str) -> str | None:
    """Return the English of a Russian, Ukrainian or Belarusian *word* in small Latin letters.

    Any standard and any case will do, and one slip in a long word: aktsionernoe and akcyjanernaje are ``joint
    stock``.
    """
    if len(word) < _SHORTEST_ROMANISED:
        return None
    heard = _heard(word)
    initial = heard[:1]  # a slip in the first letter is rare
    stems = _romanised(initial, _WORDS, _PLACES)
    longest, shortest = len(heard), max(_SHORTEST_ROMANISED, len(heard) - _LONGEST_ENDING)
    ends = [n for n in range(longest, shortest - 1, -1) if _ENDING.fullmatch(heard, n)]
    for end in ends:
        if (meaning := stems.get(heard[:end])) is not None:
            return meaning
    for end in ends:
        if end < _SHORTEST_MISTYPED - 1:
            break
        for shorter in sorted(_with_one_left_out(heard[:end])):
            stem = _mistyped(initial).get(shorter)
            if stem is not None and OSA.distance(stem, heard[:end]) == 1:
                return stems[stem]
    return None


def translation(words: Sequence[str], romanise: Callable[[str], str]) -> tuple[Romanisation, ...]:
    """Return *words* with the known ones in English, the rest as *romanise* gives them; () if none is."""
    known = [english(word) for word in words]
    if not any(known):
        return ()
    spelled = (
        romanise(word) if meaning is None else meaning for word, meaning in zip(words, known, strict=True)
    )
    return (Romanisation(" ".join(filter(None, spelled)), "translated"),)
