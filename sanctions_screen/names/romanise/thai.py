"""Romanise Thai by the Royal Institute's system, near enough for names.

Reach for this module when a name is in Thai script. Thai writes neither blanks between words nor every
vowel; what is not written is supplied by rule (*a* after a consonant that opens a syllable, *o* between two
that make one), so the result is a spelling to compare, not to print. Persons' own spellings keep letters
of Sanskrit origin: the second spelling gives each letter its learned value (*Vajira* for *Wachira*).

Standards: ``rtgs`` (Royal Thai General System of Transcription, 1999), ``learned``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..firms import words_in_own_script
from ..tables import read_table
from . import Romanisation
from ._translated import translated

__all__ = ["romanisations"]

_LEADING = "เแโใไ"
_CONSONANT = "ก-ฮ"
_SILENCED = re.compile(f"(?<=[{_CONSONANT}])(?:[ตทด]ร|ษณ|กษ|ทธ|ดร)์|[{_CONSONANT}][ิุ]?์")
"""A letter under the sign of silence, with the one before it where neither can be heard: จันทร์ is Chan."""
_SHORTEST_CUT_OUT = 6
"""A shorter word may be part of a name."""
_BEFORE_THE_LAST_TWO = (2, 3)
_TONES = re.compile("[่-๋็ํ๎ๆฯ]")
# Vowel frames with C for the consonants before the vowel, longest first; (?=…) is where a final must follow.
_C = f"((?:[{_CONSONANT}][รลว](?=.)|ห[งญนมรลวย](?=.)|[{_CONSONANT}]))"


@lru_cache(maxsize=1)
def _letters() -> dict[str, tuple[str, str, str]]:
    return {
        letter: (first, last, learned) for letter, first, last, learned in read_table("thai_letters.tsv", 4)
    }


@lru_cache(maxsize=1)
def _frames() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(frame.replace("C", _C)), v) for frame, v in read_table("thai_vowels.tsv", 2))


def _head(consonants: str, column: int) -> str:
    if len(consonants) > 1 and consonants[0] == "ห":
        consonants = consonants[1:]
    return "".join(_letters()[c][column] for c in consonants)


def _spell(word: str, head: int, *, parted: bool = False) -> str:
    """Spell one word; *head* is the column of the table that consonants at the head of a syllable take.

    *parted*: of three or four consonants without a vowel all but the last two are syllables: ยมก is Yamok.
    """
    word = _TONES.sub("", _SILENCED.sub("", word.replace("ํา", "ำ").replace("รร", "ั")))
    spelled, at, is_open = "", 0, False
    while at < len(word):
        match, vowel = next(((m, v) for f, v in _frames() if (m := f.match(word, at))), (None, ""))
        if match:
            spelled += _head(match[1], head) + vowel
            at, is_open = match.end(), True
        elif is_open and word[at] in _letters():
            spelled, at, is_open = spelled + _letters()[word[at]][1], at + 1, False
        else:
            step, text = _without_sign(word, at, head, parted=parted)
            spelled, at, is_open = spelled + text, at + step, False
    return spelled


def _without_sign(word: str, at: int, head: int, *, parted: bool) -> tuple[int, str]:
    """Spell a consonant that has no vowel sign and closes no syllable: how many letters it takes, and how."""
    if word[at] not in _letters():
        return 1, word[at]
    rest = word[at + 1 :]
    if not rest:
        return 1, ""  # the silent second of two consonants at the end: ชินวัตร Chinnawat
    opens_next = len(rest) > 1 and rest[1] not in _letters() and rest[1] not in _LEADING
    if parted and len(rest) in _BEFORE_THE_LAST_TWO and all(letter in _letters() for letter in rest):
        return 1, _head(word[at], head) + "a"
    if rest[0] in _letters() and not opens_next:
        return 2, _head(word[at], head) + "o" + _letters()[rest[0]][1]
    return 1, _head(word[at], head) + "a"


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the spellings of Thai text: by the Royal Institute's system, then with learned letters, then
    with the words that name firms in English, though no blank stands beside them."""
    found: dict[str, str] = {}
    for column, standard, parted in ((0, "rtgs", False), (2, "learned", False), (0, "rtgs", True)):
        parts = [_spell(word, column, parted=parted) for word in text.split()]
        found.setdefault(" ".join(p[:1].upper() + p[1:] for p in parts if p), standard)
    spellings = tuple(Romanisation(name, standard) for name, standard in found.items() if name)
    return spellings + translated(_parted(text), lambda word: _spell(word, 0))


@cache
def _known() -> re.Pattern[str]:
    long = (word for word in words_in_own_script(_CONSONANT, _LEADING) if len(word) >= _SHORTEST_CUT_OUT)
    words = sorted(long, key=lambda word: (-len(word), word))
    return re.compile(f"({'|'.join(words)})")


def _parted(text: str) -> list[str]:
    """Return the words of a text, those of firms' names cut out of what they are written together with."""
    return _known().sub(r" \1 ", text).split()
