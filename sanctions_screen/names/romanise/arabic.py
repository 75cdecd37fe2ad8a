"""Romanise Arabic script: names in Arabic, Persian, Dari, Pashto, Urdu and Kurdish.

Reach for this module for a name in Arabic letters. The script leaves short vowels out, so a word is looked up
among known names first (data/arabic_names.tsv), then taken apart into known halves and endings, and
only then spelled as a consonant pattern in which ``*`` stands for a vowel or none (حلبوس is ``h*l*bus``).
Guarantees: total over strings, deterministic, at most ``LIMIT`` romanisations, the likeliest first; forms of
one letter (ي and ی, ك and ک, ة and ه, hamza or none) make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from ..parts import VOWELS_GUESSED
from ..sounds.spelling import WILD_VOWEL
from ..tables import read_table
from . import Romanisation
from ._chinese_in_arabic import chinese
from ._readings import LIMIT, combine, distinct_readings
from ._translated import translated

__all__ = ["romanisations"]

_ARTICLE: Final = "ال"
_SHORTEST_STEM: Final = 3
# Vowel signs, the tatweel, and invisible marks of direction and joining.
_IGNORED: Final = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b\u200d-\u200f\u202a-\u202e\u2066-\u2069]"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
# At the start an alef may carry any vowel, and waw and ya are consonants.
_AT_START: Final = {"ا": WILD_VOWEL, "أ": WILD_VOWEL, "إ": WILD_VOWEL, "و": "w", "ي": "y", "ی": "y"}
_AS_A_DIPHTHONG: Final = (
    (re.compile(r"\*j\*?(?=[^aeiou*]|$)"), "aj"),
    (re.compile("(?<=a)je$"), "ja"),
)
"""A jim behind an a, which in Latin letters is heard as a diphthong too: Ajmal, Fajr, Taj."""
_FOREIGN: Final = tuple(
    (re.compile(written), sound) for written, sound in ((r"t\*?sh", "ch"), (r"n\*?gh$", "ng"), ("zh", "j"))
)
_OWNER: Final = "ذو"
_SERVANT: Final = ("عبد", "عبيد")
_WITH_NEXT: Final = {"الدين": "uddin", "الله": "ullah"}


@cache
def _letters() -> tuple[dict[int, str], dict[str, str]]:
    unified, latin = {}, {}
    for letter, one, sound, _note in read_table("arabic_letters.tsv", 4):
        unified[ord(letter)] = "" if one == "-" else one
        latin[letter] = "" if sound == "-" else sound
    return unified, latin


def _unify(word: str) -> str:
    return word.translate(_letters()[0])


@cache
def _names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for element, spellings, _where in read_table("arabic_names.tsv", 3):
        key = _unify(element)
        names[key] = (*names.get(key, ()), *spellings.split())
    for element, foreign in read_table("foreign_names_in_arabic.tsv", 2):
        names.setdefault(_unify(element), tuple(foreign.split()))
    return names


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = [(_unify(ending), tuple(s.split())) for ending, s, _note in read_table("arabic_endings.tsv", 3)]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def _latin_letter(word: str, position: int) -> str:
    """The letter in Latin, by its neighbours: waw and ya are consonants beside alef and at the start."""
    letter = word[position]
    latin = _letters()[1].get(letter, "")
    before, after = word[position - 1 : position], word[position + 1 : position + 2]
    if position == 0:
        return _AT_START.get(letter, latin)
    if latin in ("u", "i") and "ا" in (before, after) and after:
        return "w" if latin == "u" else "y"
    if latin == "h" and not after and letter in "هةہۀۃە" and before not in "اويی":
        return "e"
    return latin


def _ends_in_a_consonant(pattern: str) -> bool:
    return pattern[-1:] not in f"aeiou{WILD_VOWEL}"  # nothing ends in none


def _spell(word: str) -> str:
    """Return *word*, one word in Arabic letters, as a consonant pattern in small Latin letters and ``*``."""
    pattern = ""
    for position in range(len(word)):
        latin = _latin_letter(word, position)
        # An ain has no Latin letter, but a vowel goes with it, also at the start.
        if latin == "" or (latin[0] not in "aeiou*" and _ends_in_a_consonant(pattern)):
            pattern += WILD_VOWEL
        pattern += latin
    # A pattern must hold the sign, or it would be compared as a word with all its vowels.
    return pattern if WILD_VOWEL in pattern else WILD_VOWEL + pattern


def _spellings(word: str) -> tuple[str, ...]:
    """Return the pattern of a word, and what it is where two letters write one sound that Arabic lacks, or
    one letter a sound that others say otherwise: dh is z in Persian and Urdu, and zh often j.

    Tashrin has a t and a sh; but the Korean Chol and Song are written so too.
    """
    pattern = _spell(word)
    foreign = pattern
    for written, sound in _FOREIGN:
        foreign = written.sub(sound, foreign)
    with_jim = pattern
    for written, sound in _AS_A_DIPHTHONG:
        with_jim = written.sub(sound, with_jim)
    return tuple(dict.fromkeys((pattern, foreign, pattern.replace("dh", "z"), with_jim)))


def _halves(word: str) -> tuple[str, ...]:
    """Two known names written as one word, Persian fashion: محمدرضا."""
    names = _names()
    for cut in range(len(word) - _SHORTEST_STEM, _SHORTEST_STEM - 1, -1):
        first, second = word[:cut], word[cut:]
        if first in names and second in names:
            return tuple(f"{a} {b}" for a in names[first][:2] for b in names[second][:2])
    return ()


def _with_ending(word: str, written: str) -> tuple[str, ...]:
    for ending, spellings in _endings():
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= _SHORTEST_STEM:
            known = _names().get(stem)
            if known:
                return tuple(k + s for k in known[:3] for s in spellings)
            if len(ending) >= _SHORTEST_STEM:
                return tuple(_spell(written[: len(written) - len(ending)]) + s for s in spellings)
    return ()


@lru_cache(maxsize=1 << 14)
def _word_readings(written: str, *, behind_article: bool = False) -> tuple[str, ...]:
    """Return the readings of a word, which has one article at most: al-Albani begins as if with another."""
    word = _unify(written)
    known = _names().get(word)
    if known:
        return distinct_readings(known)
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + 2 and not behind_article:
        rest = written[len(_ARTICLE) :]
        return tuple(f"al {reading}" for reading in _word_readings(rest, behind_article=True))
    for servant in _SERVANT:
        rest = written[len(servant) :]
        if word.startswith(servant + _ARTICLE) and len(rest) > _SHORTEST_STEM:
            inner = _word_readings(rest[len(_ARTICLE) :], behind_article=True)
            return tuple(f"abdul {reading}" for reading in inner)
    found = _halves(word) or _with_ending(word, written)
    # What one letter may stand for is not found by sound, though it sounds alike: dh, z.
    return distinct_readings(found) if found else _spellings(written)


def _words(text: str) -> list[str]:
    # The zero-width non-joiner parts the halves of a Persian compound, so it parts words here.
    return _WORD.findall(_IGNORED.sub("", unicodedata.normalize("NFKC", text).replace("\u200c", " ")))


def _owners(words: Sequence[str]) -> Iterator[str]:
    """Yield the words of a name with "owner of" and what is owned as one, where that is a name: Zulfiqar."""
    held = ""
    for word in words:
        joined = held + word
        if held and _unify(joined) not in _names():
            yield held
            joined = word
        held = joined if _unify(joined) == _OWNER else ""
        if not held:
            yield joined
    if held:
        yield held


def _readings(text: str) -> tuple[tuple[str, ...], ...]:
    """Return for each word of *text* its readings, the likeliest first; one may be two words: al masri."""
    found: list[tuple[str, ...]] = []
    after_servant = False
    for word in _owners(_words(text)):
        unified = _unify(word)
        if found and unified in _WITH_NEXT:
            found[-1] = tuple(f"{reading} {_WITH_NEXT[unified]}" for reading in found[-1])
        elif after_servant and unified.startswith(_ARTICLE):
            found[-1] = tuple(f"abdul {reading}" for reading in _word_readings(word[len(_ARTICLE) :]))
        else:
            found.append(_word_readings(word))
        after_servant = unified in _SERVANT
    return tuple(found)


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the likely Latin spellings of *text*, the likeliest first; none when it holds no letters."""
    spelled = tuple(
        Romanisation(spelling, VOWELS_GUESSED) for spelling in combine(_readings(text), LIMIT - 1)
    )
    words = _words(text)
    of_china = tuple(Romanisation(spelling, "chinese-arabic") for spelling in chinese(words, _unify))
    in_english = dict.fromkeys((*translated(words, _likeliest), *translated(words, _with_vowels)))
    return (*spelled[: LIMIT - 1 - len(of_china)], *of_china, *in_english)


def _likeliest(word: str) -> str:
    return _word_readings(word)[0]


def _with_vowels(word: str) -> str:
    """Return the likeliest reading whose vowels are known: Fajr, where f*j*r may be Fujur as well."""
    found = _word_readings(word)
    return next((one for one in found if WILD_VOWEL not in one), found[0])
