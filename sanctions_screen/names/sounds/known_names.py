"""Know the common names: which Latin spellings are of one original, and which are of different ones.

Reach for this module when sounds alone mislead: Hasan and Husain differ by two vowels and are two names,
Mehmet and Muhammad differ by more and are one. Guarantees: symmetric, and silent (None) unless both words are
known spellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from ..._kept import kept
from ..tables import phrase_list, read_table
from .spelling import WILD_VOWEL, sounds

__all__ = ["families", "is_arabic", "is_of_a_woman", "is_usual", "originals", "same_original", "spellings"]

# Tables of known names: their first column is the original, their second its spellings.
_TABLES: Final = (
    ("arabic_names.tsv", 3),
    ("somali_names.tsv", 3),
    ("hebrew_names.tsv", 3),
    ("slavic_names.tsv", 3),
)
# Too short to tell anything by their sound: ben, ali, el.
_SHORTEST: Final = 3
# Adl, Nasr and Bakr end in two consonants, between which most tongues put a vowel: Adel, Nasser, Baker.
_ARABIC: Final = "arabic_names.tsv"
_CLUSTER: Final = re.compile(r"[^aeiouy'](?<!s(?=h))(?<![kcgtdp](?=h))[^aeiouy']$")
_IN_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_BETWEEN: Final = "e"
_DOUBLED: Final = re.compile(r"([^aeiouy])\1+")
_VOWELS: Final = frozenset("aeiou")
_ENDINGS: Final = (
    "yevich", "evich", "ovich", "yevna", "evna", "ovna", "yeva", "jeva", "eva", "ova", "yev", "jev", "ev",
    "ov", "zade", "zada", "zoda",
)  # fmt: skip
"""What makes a family's name of a father's, each before those it ends in: Karimov, Aliyeva, Hasanzade."""
_OF_WOMEN: Final = ("ova", "eva")
"""How a Slavic family name ends where a woman bears it: Ivanova is Ivanov's."""
_A_WOMANS: Final = ("a", "ah")
"""What makes a woman's name of a man's that ends in a consonant: Farhana, Farhan."""
_A_MANS: Final = frozenset({
    "ayouba", "ayuba", "daouda", "haroona", "harouna", "haruna", "ibrahima", "idrisa", "ismaela", "ismaila",
    "yacouba", "yakuba", "yaquba", "younisa", "younousa", "yunusa",
})  # fmt: skip
"""Prophets' names as West Africa has them, which are men's."""
_U_FOR_O: Final = str.maketrans("oO3", "uue")


def _key(token: str) -> str:
    return sounds(token).translate(_U_FOR_O)


@cache
def _index() -> dict[str, frozenset[str]]:
    return kept("known-names", _heard)


def _heard() -> dict[str, frozenset[str]]:
    """Return the originals by the sounds of their spellings."""
    index: dict[str, set[str]] = {}
    for name, columns in _TABLES:
        for row in read_table(name, columns):
            for spelling in row[1].split():
                for spelled in _loosened(spelling) if name == _ARABIC else (spelling,):
                    index.setdefault(_key(spelled), set()).add(row[0])
    return {key: frozenset(found) for key, found in index.items()}


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Return each original with its spellings of the tables, and those that are looser by a vowel."""
    found: dict[str, tuple[str, ...]] = {}
    for name, columns in _TABLES:
        for row in read_table(name, columns):
            each = (_loosened(one) if name == _ARABIC else (one,) for one in row[1].split())
            found[row[0]] = (*found.get(row[0], ()), *(spelled for some in each for spelled in some))
    return found


def _loosened(spelling: str) -> Iterator[str]:
    """Yield a spelling and, where it ends in two consonants, the one with a vowel between them."""
    yield spelling
    if _CLUSTER.search(spelling) and spelling[-1] != spelling[-2]:
        yield f"{spelling[:-1]}{_BETWEEN}{spelling[-1]}"


@lru_cache(maxsize=1 << 14)
def originals(token: str) -> frozenset[str]:
    """Return the originals, in their own scripts, that *token* (small Latin letters) usually spells.

    What is written as some usually are, but for doubled consonants, spells no other that only sounds so:
    Sayed is no Saeed.
    """
    if len(token) < _SHORTEST or WILD_VOWEL in token:
        return frozenset()
    if written := _written().get(_single(token)):
        return written
    found = _index().get(_key(token), frozenset())
    if not found and "j" in token and not _VOWELS.isdisjoint(token):  # German and Slavic habit: Jahja
        found = _index().get(_key(token.replace("j", "y")), frozenset())
    return found


def is_arabic(token: str) -> bool:
    """Return whether *token* (small Latin letters) usually spells a name that Arabic writes."""
    return any(map(_IN_ARABIC.match, originals(token)))


@cache
def _usual() -> frozenset[str]:
    return frozenset(spelled for some in spellings().values() for spelled in some)


@cache
def _written() -> dict[str, frozenset[str]]:
    """Return the originals by their spellings as they are written, doubled consonants written once."""
    found: dict[str, set[str]] = {}
    for original, some in spellings().items():
        for spelled in some:
            found.setdefault(_single(spelled), set()).add(original)
    return {spelled: frozenset(some) for spelled, some in found.items()}


def _single(spelling: str) -> str:
    return _DOUBLED.sub(r"\1", spelling)


def is_usual(token: str) -> bool:
    """Return whether *token* is written as a known name usually is, and does not only sound so: Petr, not
    Petrr."""
    return token in _usual()


@lru_cache(maxsize=1 << 14)
def families(token: str) -> frozenset[str]:
    """Return the name that many bear and that *token* usually spells (Meier, Mayer), or the Arabic name that
    a family's name is made of: Hasan of Hasanov; nothing of any other."""
    if usual := _borne_by_many().get(token) or _borne_by_many().get(_of_a_man(token)):
        return usual
    for ending in _ENDINGS:
        stem = token.removesuffix(ending)
        if stem != token and len(stem) >= _SHORTEST and is_usual(stem):
            found = originals(stem)
            return found if all(map(_IN_ARABIC.match, found)) else frozenset()
    return frozenset()


def is_of_a_woman(token: str, other: str) -> bool:
    """Return whether *token* is no known name, but a woman's made of *other*, a man's that Arabic writes:
    Farhana, of Farhan. Two people bear them.

    The prophets' names that end so in West Africa are men's: Ibrahima.
    """
    stem = next((other for ending in _A_WOMANS if token == other + ending), "")
    if not stem or stem[-1] in _VOWELS or token in _A_MANS or originals(token):
        return False
    found = originals(stem)
    return bool(found) and all(map(_IN_ARABIC.match, found))


def _of_a_man(token: str) -> str:
    return token[:-1] if token.endswith(_OF_WOMEN) else token


@cache
def _borne_by_many() -> dict[str, frozenset[str]]:
    """Return each spelling with the names it may be of: Rustam with one that Rustem is too."""
    found: dict[str, set[str]] = {}
    for some in phrase_list("usual_names.txt"):
        for spelling in some:
            found.setdefault(spelling, set()).add(" ".join(some))
    return {spelling: frozenset(names) for spelling, names in found.items()}


def same_original(first: str, second: str) -> bool | None:
    """Return whether two words are spellings of one known original; None when either is not known."""
    a, b = originals(first), originals(second)
    return not a.isdisjoint(b) if a and b else None
