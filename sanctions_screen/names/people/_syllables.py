"""Know an eastern name whose syllables are articles, particles, titles or letters elsewhere.

Reach for :func:`syllable_parts` before words are looked up one by one: Kim Il-sung, Li Wei, Do Van Minh, Lee
A-reum. Guarantee: nothing unless the name as a whole reads as Korean, Chinese or Vietnamese.
"""

from __future__ import annotations

from collections.abc import Sequence

from .._phrases import longest_phrase
from ..languages import chinese, korean, vietnamese
from ..parts import Part
from ..tables import phrase_list

__all__ = ["syllable_parts"]

_KOREAN_SYLLABLES = frozenset({"il", "ul", "ol", "do", "du", "ji", "an", "so"})
"""Articles, particles and titles of other languages that are Korean syllables too: Kim Il-sung, An Min-ji."""
_LEAST_USUAL = 0.3
_FRENCH = frozenset({"le", "la"})
"""Articles that are rare as Chinese surnames: with one word behind them they are articles."""
_SURNAMES_OF_A_LETTER = frozenset({"o", "i"})
"""The Korean surnames 오 and 이 as the North and McCune and Reischauer spell them: O Kwang-chol."""
_NO_GIVEN_NAMES = frozenset({"kim", "lee", "pak", "park", "choe", "choi", "ri", "yi"})
"""Surnames that behind two words leave the first for a letter: O Jong Kim may be Oscar Jong Kim."""
_WITH_SPLIT_GIVEN_NAME = 3
"""A surname and two syllables: in fewer parts a letter is an initial."""


def syllable_parts(segments: Sequence[Sequence[str]]) -> list[Part] | None:
    """Return the parts of an eastern name with a syllable that is no name elsewhere; else None.

    That is an article, a particle, a title, or, in Korean, one letter: Kim Il-sung, Li Wei, Do Van Minh,
    Lee A-reum.
    """
    words = [word for segment in segments for word in segment]
    front: list[Part] = []
    while words and not _of_syllables(words) and (found := longest_phrase(words, 0, "honorifics.txt")):
        front.append(Part(found[0], "honorific"))
        words = words[found[1] :]
    if not (_korean_beside_articles(words) or (_with_particle(words) and _whole_elsewhere(words))):
        return None
    return [*front, *(Part(word, "word") for word in words)]


def _of_syllables(words: Sequence[str]) -> bool:
    return korean.looks(words) or _whole_elsewhere(words)


def _whole_elsewhere(words: Sequence[str]) -> bool:
    french = len(words) < _WITH_SPLIT_GIVEN_NAME and words[0] in _FRENCH  # Le Pen, Le Bon
    return (chinese.looks(words) and not french) or vietnamese.looks(words)


def _korean_beside_articles(words: Sequence[str]) -> bool:
    letters = len(words) == _WITH_SPLIT_GIVEN_NAME and (
        _letter_surname(words) or any(len(word) == 1 for word in words[1:])
    )
    return (letters or not _KOREAN_SYLLABLES.isdisjoint(words)) and korean.looks(words) and _usual(words)


def _letter_surname(words: Sequence[str]) -> bool:
    """Return whether a name begins with a Korean surname of one letter, and has no other behind."""
    return words[0] in _SURNAMES_OF_A_LETTER and words[-1] not in _NO_GIVEN_NAMES


def _usual(words: Sequence[str]) -> bool:
    """Return whether every word is spelled as Korean ones are: carmo is 찰모 only by a stretch."""
    best = (
        max((r.weight for r in (*korean.surname_readings(w), *korean.given_readings(w))), default=0.0)
        for w in words
    )
    return min(best) >= _LEAST_USUAL


def _with_particle(words: Sequence[str]) -> bool:
    return any((word,) in phrase_list("particles.txt") and len(word) > 1 for word in words)
