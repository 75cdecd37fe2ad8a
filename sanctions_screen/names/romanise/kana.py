"""Romanise names in kana in Hepburn, with the ways a long vowel is written.

Reach for this module when a name is in hiragana or katakana alone. Kana do not show where a surname ends: a
name without a blank is parted where a known surname and given name meet, and given in one part too unless
both are known. One that can be Korean, Burmese or Chinese is read so as well.

Standards: ``hepburn`` (every kana written, *Kouichirou*), ``hepburn-short`` (*Koichiro*, as in passports),
``hepburn-m`` (*m* before *b*, *m*, *p*), ``hepburn-oh`` (*Kohichiroh*).
"""

from __future__ import annotations

import re

from ..firms import names_east_asian_firm, translated_east_asian
from . import Romanisation, han
from ._chinese_in_kana import chinese
from ._foreign_in_kana import foreign, korean_or_burmese, spelled_elsewhere
from ._hepburn import hepburn, short_vowels
from ._japanese import is_given, kana_splits
from ._vietnamese_abroad import vietnamese
from ._western_in_kana import western

__all__ = ["romanisations"]

_MOST = 12


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the likely Latin spellings of a name in kana, most likely first, at most 12.

    A text with Han characters among its kana is Japanese too, and read by ``han``.
    """
    if any("\u4e00" <= character <= "\u9fff" for character in text):
        return han.romanisations(text)
    if names_east_asian_firm("".join(text.split())):
        return _ordered([(translated_east_asian("".join(text.split()), _short), "hepburn-words")])
    words = re.split("[・＝=\\s]+", text.strip("・＝= "))
    parts = [hepburn(word) for word in words]
    if not any(parts):
        return ()
    names = [" ".join(parts)]
    from_abroad = all(map(_in_katakana, words))
    if len(parts) == 1:
        splits = kana_splits(parts[0])
        surely = not from_abroad and any(is_given(given) for _, given in splits)
        names = [*(" ".join(split) for split in splits), *(() if surely else parts)]
    found = [way for ways in zip(*map(_ways, names), strict=True) for way in ways]
    eastern = korean_or_burmese(words)
    if from_abroad:
        syllables = [word.replace("ー", "") for word in words]
        eastern += [(name, "vietnamese-kana") for name in vietnamese(syllables, "vietnamese_in_kana.tsv")]
    mandarin = chinese(words) if from_abroad else []
    known = western(words, _as_elsewhere) if from_abroad else []
    by_sound = foreign(parts) if not eastern and from_abroad else []
    return _ordered([*found[:2], *eastern, *known, *mandarin, *by_sound, *found[2:]])


def _in_katakana(word: str) -> bool:
    """Return whether a word is in the kana that names from abroad are written in."""
    return all("\u30a0" <= character <= "\u30ff" for character in word)


def _ordered(found: list[tuple[str, str]]) -> tuple[Romanisation, ...]:
    unique: dict[str, str] = {}
    for name, standard in found:
        unique.setdefault(" ".join(part[:1].upper() + part[1:] for part in name.split()), standard)
    return tuple(Romanisation(name, standard) for name, standard in [*unique.items()][:_MOST] if name)


def _as_elsewhere(kana: str) -> list[str]:
    return spelled_elsewhere([hepburn(kana)])


def _short(kana: str) -> str:
    return short_vowels(hepburn(kana))


def _ways(full: str) -> list[tuple[str, str]]:
    short = short_vowels(full)
    return [
        (full, "hepburn"),
        (short, "hepburn-short"),
        (re.sub("n(?=[bmp])", "m", short), "hepburn-m"),
        (re.sub("ou(?![aeou])|oo", "oh", full).replace("uu", "u"), "hepburn-oh"),
    ]
