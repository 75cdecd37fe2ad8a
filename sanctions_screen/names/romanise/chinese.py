"""Romanise Chinese names in Han characters: pinyin, Wade-Giles, the spellings of Hong Kong and of the south.

Reach for this module when a name in Han characters is Chinese. A name comes out as surname, blank, given
name: joined in pinyin (*Li Xiaolong*), its syllables joined by ``-`` elsewhere (*Li Hsiao-lung*, *Lee
Siu-lung*). Surnames are read as surnames are (曾 *Zeng*, 单 *Shan*) and may have two characters (欧阳).

Standards: ``pinyin``, ``wade-giles`` (without marks), ``cantonese``, ``southern`` (a surname as Hokkien,
Teochew or Hakka speakers spell it, with the given name in Hong Kong's way).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from ..tables import read_table, spelling_weights

__all__ = [
    "Surname",
    "candidates",
    "characters",
    "hong_kong",
    "split_surname",
    "surnames",
    "wade_giles",
]


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


@lru_cache(maxsize=1)
def _compound() -> frozenset[str]:
    return frozenset(surname for surname in surnames() if len(surname) == 2)


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


def split_surname(text: str) -> tuple[str, str]:
    """Split a name in Han characters into surname and given name, by blanks or by the known surnames."""
    parts = text.split()
    if len(parts) > 1:
        return parts[0], "".join(parts[1:])
    size = 2 if len(text) > 2 and text[:2] in _compound() else 1
    return text[:size], text[size:]


def shown(pinyin: str) -> str:
    """Return pinyin as it is printed in plain letters: ü as u."""
    return pinyin.replace("v", "u")


def candidates(text: str) -> list[tuple[str, str]]:
    """Return (spelling, standard) of a name read as Chinese, most likely first; empty when unreadable."""
    surname, given = split_surname(text)
    table = characters()
    if not surname or not all(c in table and table[c].pinyin for c in surname + given):
        return []
    known = surnames().get(surname) or Surname(
        "".join(table[c].pinyin[0] for c in surname),
        ("".join(_hong_kong_first(table[c].jyutping) for c in surname),),
        (),
    )
    first = [table[c].pinyin[0] for c in given]
    hk = "-".join(_hong_kong_first(table[c].jyutping) for c in given)
    wg = "-".join(next(iter(wade_giles(p))) for p in first)
    wg_surname = "".join(next(iter(wade_giles(table[c].pinyin[0]))) for c in surname)
    if len(surname) == 1:
        wg_surname = next(iter(wade_giles(known.pinyin)))
    found = [(f"{known.pinyin} {''.join(first)}", "pinyin"), (f"{wg_surname} {wg}", "wade-giles")]
    found += [(f"{spelled} {hk}", "cantonese") for spelled in known.cantonese[:1]]
    found += [(f"{known.pinyin} {other}", "pinyin") for other in _other_readings(given)]
    found += [(f"{spelled} {hk}", "cantonese") for spelled in known.cantonese[1:2]]
    found += [(f"{spelled} {hk}", "southern") for spelled in known.southern[:1]]
    return [(shown(spelled), standard) for spelled, standard in found]


def _hong_kong_first(sounds: tuple[str, ...]) -> str:
    return next(iter(hong_kong(sounds[0])), "") if sounds else ""


def _other_readings(given: str) -> list[str]:
    """Return the given name with one character in its second reading, at most two such."""
    table = characters()
    first = [table[c].pinyin[0] for c in given]
    others = [
        "".join([*first[:at], table[c].pinyin[1], *first[at + 1 :]])
        for at, c in enumerate(given)
        if len(table[c].pinyin) > 1
    ]
    return [*islice(others, 2)]
