"""How the characters of Chinese names are read and their readings spelled.

Reach for :func:`characters` and :func:`surnames` for readings, for :func:`wade_giles` and :func:`hong_kong`
for the spellings of a Mandarin or Cantonese syllable, most usual first. Pinyin has ü as ``v`` here, which
:func:`shown` writes as names are printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..tables import read_table, spelling_weights

__all__ = ["Readings", "Surname", "characters", "hong_kong", "shown", "surnames", "wade_giles"]


class Surname(NamedTuple):
    """A Chinese surname: its pinyin, and its customary spellings, most usual first."""

    pinyin: str
    cantonese: tuple[str, ...]
    southern: tuple[str, ...]


class Readings(NamedTuple):
    """How one character is read: pinyin, jyutping, Hangul; each most usual first."""

    pinyin: tuple[str, ...]
    jyutping: tuple[str, ...]
    hangul: tuple[str, ...]


@lru_cache(maxsize=1)
def characters() -> dict[str, Readings]:
    """Return the readings of every character of the table."""
    return {
        character: Readings(tuple(p.split()), tuple(j.split()), tuple(h.split()))
        for character, p, j, h in read_table("han_readings.tsv", 4)
    }


@lru_cache(maxsize=1)
def surnames() -> dict[str, Surname]:
    """Return surnames in simplified and in traditional characters."""
    found: dict[str, Surname] = {}
    for forms, pinyin, cantonese, southern in read_table("chinese_surnames.tsv", 4):
        size = 2 if _is_compound(pinyin) else 1
        for start in range(0, len(forms), size):
            surname = Surname(pinyin, tuple(cantonese.split()), tuple(southern.split()))
            found.setdefault(forms[start : start + size], surname)
    return found


def _is_compound(pinyin: str) -> bool:
    """Return whether a surname's pinyin has two syllables: two groups of vowels."""
    return len("".join(c if c in "aeiouv" else " " for c in pinyin).split()) > 1


@lru_cache(maxsize=1)
def _parts() -> dict[tuple[str, str, str], dict[str, float]]:
    return {
        (system, part, sound): {s.strip("_"): w for s, w in spelling_weights(spelled).items()}
        for system, part, sound, spelled in read_table("chinese_parts.tsv", 4)
    }


def _spell(system: str, sound: str, initials: tuple[str, ...]) -> dict[str, float]:
    parts = _parts()
    whole = parts.get((system, "syllable", sound))
    if whole:
        return whole
    head = next((i for i in initials if sound.startswith(i)), "")
    heads = parts.get((system, "initial", head), {head: 1.0})
    tail = sound[len(head) :]
    tails = parts.get((system, "final", tail), {tail: 1.0})
    found: dict[str, float] = {}
    for a, v in heads.items():
        for b, w in tails.items():
            found.setdefault(a + b, round(v * w, 3))
    return found


_PINYIN_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_JYUTPING_INITIALS = ("ng", "gw", "kw", *"bpmfdtnlgkhwzcsj")


@lru_cache(maxsize=2048)
def wade_giles(pinyin: str) -> Mapping[str, float]:
    """Return a pinyin syllable in Wade-Giles without marks, and in habits near it, most usual first."""
    return _spell("wg", pinyin, _PINYIN_INITIALS)


@lru_cache(maxsize=2048)
def hong_kong(jyutping: str) -> Mapping[str, float]:
    """Return a jyutping syllable as Hong Kong spells it, most usual first."""
    return _spell("hk", jyutping, _JYUTPING_INITIALS)


def shown(pinyin: str) -> str:
    """Return pinyin as it is printed in plain letters: ü as u."""
    return pinyin.replace("v", "u")
