"""Romanise Thai by the Royal Institute's system, near enough for names.

Reach for this module when a name is in Thai script. Thai writes neither blanks between words nor every
vowel: where a syllable ends is found by what the ways to part a text cost (``_thai_syllables``), and since a
text may often be parted in several, the likeliest few are spelled. Persons' own spellings are plainer than
the Institute's (Tanakorn for Thanakon) or keep letters of Sanskrit origin (Vajira for Wachira).

Standards: ``rtgs`` (Royal Thai General System of Transcription, 1999), ``plain``, ``learned``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ..firms import words_in_own_script
from . import Romanisation
from ._thai_syllables import CONSONANTS, LEADING, STANDARDS, parted, spelled
from ._translated import translated

__all__ = ["romanisations"]

_SILENCED: Final = re.compile(f"(?<=[{CONSONANTS}])(?:[ตทด]ร|ษณ|กษ|ทธ|ดร)์|[{CONSONANTS}][ิุ]?์")
"""A letter under the sign of silence, with the one before it where neither can be heard: จันทร์ is Chan."""
_TONES: Final = re.compile("[่-๋็ํ๎ๆฯ]")
_SHORTEST_CUT_OUT: Final = 6
"""A shorter word may be part of a name."""
_WAYS: Final = {"rtgs": 4, "plain": 4, "learned": 3}
"""How many ways to part a text are spelled by each standard, the likeliest first."""


def _said(text: str) -> str:
    """Return what is said of a text: no tones, no letter under the sign of silence, no h within phrom."""
    said = _TONES.sub("", _SILENCED.sub("", text.replace("ํา", "ำ")))
    return said.replace("พรหม", "พรม")


def _spell(word: str) -> str:
    return spelled(parted(_said(word), most=1)[0], "rtgs")


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the spellings of Thai text: by the Royal Institute's system, as people plainly write, with
    learned letters, then with the words that name firms in English, though no blank stands beside them."""
    ways = parted(_said(" ".join(text.split())), most=max(_WAYS.values()))
    found: dict[str, str] = {}
    for standard in STANDARDS:
        for way in ways[: _WAYS[standard]]:
            words = spelled(way, standard).split()
            found.setdefault(" ".join(word[0].upper() + word[1:] for word in words), standard)
    spellings = tuple(Romanisation(name, standard) for name, standard in found.items() if name)
    return spellings + translated(_words(text), _spell)


@cache
def _known() -> re.Pattern[str]:
    long = (word for word in words_in_own_script(CONSONANTS, LEADING) if len(word) >= _SHORTEST_CUT_OUT)
    words = sorted(long, key=lambda word: (-len(word), word))
    return re.compile(f"({'|'.join(words)})")


def _words(text: str) -> list[str]:
    """Return the words of a text, those of firms' names cut out of what they are written together with."""
    return _known().sub(r" \1 ", text).split()
