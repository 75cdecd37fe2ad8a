"""Romanise Cyrillic, by language and by standard: passport, BGN/PCGN, scholarly, German, French, common use.

Reach for this module for a name in Cyrillic letters. The language is told from letters that only it uses;
a name without any is read as Russian first and as Ukrainian last; one that may be Korean, Chinese or Burmese
is read so besides (``cyrillic_syllables``), as is a Japanese one (``cyrillic_japanese``), and
one from the West as it is spelled at home (``western-cyrillic``). Guarantees:
total over strings, deterministic, at most ``LIMIT`` romanisations, the likeliest first; a stress mark or a
Latin look-alike among Cyrillic letters makes no difference.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .._alphabets import spell, standards
from . import Romanisation
from ._cyrillic_languages import languages
from ._east_in_cyrillic import syllabic
from ._japanese_in_cyrillic import japanese
from ._readings import LIMIT, without_echoes
from ._translated import translated
from ._western_in_cyrillic import western

__all__ = ["romanisations"]

_TABLE: Final = "cyrillic_letters.tsv"
_STRESS: Final = re.compile("[\u0300\u0301]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
# Typed with a Latin keyboard, or to hide: letters that look the same inside a Cyrillic word.
_LOOK_ALIKES: Final = str.maketrans("aceopxyijshkmtbĸ", "асеорхуіјѕһкмтвк")


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", _STRESS.sub("", unicodedata.normalize("NFKC", text).lower()))
    found = []
    for word in _WORD.findall(plain):
        letters = re.sub("['’ʼ`]", "", word)
        found.append(letters.translate(_LOOK_ALIKES) if _CYRILLIC.search(letters) else letters)
    return found


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the spellings of *text* by the standards of its likely languages; none if without letters."""
    words = _words(text)
    spellings: dict[str, str] = {}
    likeliest, *others = languages(" ".join(words))
    # Of a language that is only possible, its official way will do.
    ways = [(likeliest, standard) for standard in standards(_TABLE, likeliest)]
    ways += [(language, standards(_TABLE, language)[0]) for language in others]
    for language, standard in ways:
        spelled = " ".join(filter(None, (spell(word, _TABLE, language, standard) for word in words)))
        spellings.setdefault(spelled, f"{language}-{standard}")
    usual = standards(_TABLE, likeliest)[0]
    in_english = translated(words, lambda word: spell(word, _TABLE, likeliest, usual))
    spellings |= dict.fromkeys(
        western(words, lambda word: spell(word, _TABLE, likeliest, usual)), "western-cyrillic"
    )
    spelled_out = without_echoes(Romanisation(text, standard) for text, standard in spellings.items())
    # After the letters: Ли and Ким are Russians' surnames too, and their readings stay as they were. What
    # sounds like one of those is kept: syllables are compared by what they stand for.
    return (*spelled_out, *syllabic(words), *japanese(words))[: LIMIT - len(in_english)] + in_english
