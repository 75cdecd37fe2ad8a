"""Know a usual word of firms' names that was written wrong: Tradding and Trdng are Trading, and no name.

Reach for :func:`mistyped` with a word in small Latin letters, and for :func:`glued` with one that may be two.
Guarantees: a word that any table of firms' words knows is none, nor is a short one; the first letter and the
last stand, since a word with another ending is another form or a brand (Generali).
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ..sounds.known_names import families, originals
from ..tables import phrase_list, phrase_table
from . import _own_script
from ._by_sound import with_one_left_out
from ._english import english

__all__ = ["glued", "is_usual", "mistyped", "usual_words"]

_SHORTEST = 7
"""A slip in a shorter word makes another word."""
_LONGEST = 40
_SHORTEST_GLUED = 6
_SHORTEST_BESIDE = 3
"""Letters of what a usual word is written to: KOHANACOMPANY."""
_FEWEST_CONSONANTS = 4
_VOWELS = frozenset("aeiou")
_TABLES = ("firm_generic_words.tsv", "legal_forms.tsv")


@cache
def _usual(*, places: bool) -> frozenset[str]:
    """Return the words in Latin letters that say what a firm does, what form it has and, if asked, where it
    is."""
    left_out = frozenset() if places else phrase_list("firm_places.txt")
    rows = (row for name in _TABLES for row in phrase_table(name).items())
    return frozenset(word for words, standing in rows if (standing,) not in left_out for word in words)


@cache
def usual_words() -> frozenset[str]:
    """Return the words in Latin letters that say what a firm does, what form it has or where it is, as tables
    spell them."""
    return _usual(places=True).union(*phrase_table("british_american.tsv"))


@cache
def _long(*, places: bool) -> tuple[str, ...]:
    return tuple(sorted(word for word in _usual(places=places) if len(word) >= _SHORTEST))


@cache
def _shorter() -> dict[str, tuple[str, ...]]:
    """Return the long usual words by each spelling of theirs with a letter left out."""
    found: dict[str, tuple[str, ...]] = {}
    for word in _long(places=True):
        for shorter in with_one_left_out(word):
            found[shorter] = (*found.get(shorter, ()), word)
    return found


@cache
def _ends() -> frozenset[tuple[str, str]]:
    """Return what long usual words begin and end with: a slip leaves three letters of one of them."""
    ends = ({(word[:3], word[-1]), (word[:3], word[-2]), (word[0], word[-3:])} for word in _long(places=True))
    return frozenset(chain.from_iterable(ends))


@cache
def _consonants() -> dict[str, str]:
    """Return the long usual words, but places, by their first letter and the consonants behind it, where
    those are no other's."""
    found: dict[str, set[str]] = {}
    for word in _long(places=False):
        found.setdefault(_without_vowels(word), set()).add(word)
    return {short: min(words) for short, words in found.items() if len({*map(_meaning, words)}) == 1}


def _meaning(word: str) -> str:
    return next(phrase_table(name)[(word,)] for name in _TABLES if (word,) in phrase_table(name))


def _without_vowels(word: str) -> str:
    return word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)


def is_usual(word: str) -> bool:
    """Return whether *word* (folded, or in letters of its own) says what a firm does, what form it has or
    where it is, in any language known."""
    return (
        word in usual_words()
        or bool(english(word))
        or (not word.isascii() and bool(_own_script.english(word)))
    )


class Mistyped(NamedTuple):
    """The usual word that another was meant to be."""

    word: str
    is_place: bool = False
    """Whether it says where a firm is, as names of people do too."""


def mistyped(word: str) -> Mistyped | None:
    """Return the usual word of which one slip makes *word*, or that it is without its vowels; None where none
    is. One that says what a firm does, or what form it has, before one that says where it is."""
    if not _FEWEST_CONSONANTS <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha():
        return None
    if _VOWELS.isdisjoint(word[1:]) and (usual := _consonants().get(word)) and not _is_known(word):
        return Mistyped(usual)
    ends = ((word[:3], word[-1]), (word[0], word[-3:]))
    if len(word) < _SHORTEST - 1 or _ends().isdisjoint(ends):
        return None  # as most are
    near = {usual for shorter in with_one_left_out(word) for usual in _shorter().get(shorter, ())}
    found = [usual for usual in near if _is_slip(usual, word)]
    if not found or _is_known(word):
        return None
    return min((Mistyped(usual, usual not in _usual(places=False)) for usual in found), key=_rank)


def _is_known(word: str) -> bool:
    """Return whether a word is one by itself, and no other's slip: Hermitage is no heritage, nor is Sharifah
    a sharikah, a company."""
    return is_usual(word) or bool(families(word)) or bool(originals(word))


def _rank(found: Mistyped) -> tuple[bool, str]:
    return found.is_place, found.word


def _is_slip(usual: str, word: str) -> bool:
    """Return whether one slip makes *word* of a usual one, not in its first letter, nor in its last but where
    it was swapped."""
    ends = usual[-1] == word[-1] or usual[-2:] == word[:-3:-1]
    return usual[0] == word[0] and ends and OSA.distance(usual, word, score_cutoff=1) == 1


@cache
def _of_forms() -> tuple[str, ...]:
    phrases = chain.from_iterable(phrase_table("legal_forms.tsv"))
    return tuple(sorted({word for word in phrases if len(word) >= _SHORTEST_GLUED}))


def glued(word: str) -> tuple[str, str] | None:
    """Return a word of a legal form and what stands before or behind it without a blank, in their order; None
    where there is none, or the word is known. Of the longest such one."""
    shortest = _SHORTEST_GLUED + _SHORTEST_BESIDE
    if not shortest <= len(word) <= _LONGEST or not (
        word.startswith(_of_forms()) or word.endswith(_of_forms())
    ):
        return None
    cuts = range(_SHORTEST_BESIDE, len(word) - _SHORTEST_BESIDE + 1)
    parts = [(word[:at], word[at:]) for at in cuts]
    sizes = [max(len(part) * (part in _of_forms()) for part in both) for both in parts]
    longest = max(sizes)
    return parts[sizes.index(longest)] if longest and not is_usual(word) else None
