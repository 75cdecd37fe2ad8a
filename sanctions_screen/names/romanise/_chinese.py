"""Spell a name in Han characters, read as Chinese, in the ways that are in use.

Reach for this module when a name in Han characters is Chinese. A name comes out as surname, blank, given
name: joined in pinyin (*Li Xiaolong*), its syllables joined by ``-`` elsewhere (*Li Hsiao-lung*, *Lee
Siu-lung*). Surnames are read as surnames are (曾 *Zeng*, 单 *Shan*) and may have two characters (欧阳).

Standards: ``pinyin``, ``wade-giles`` (without marks), ``cantonese``, ``southern`` (a surname as Hokkien,
Teochew or Hakka speakers spell it, with the given name in Hong Kong's way).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from ..languages.chinese_syllables import Surname, characters, hong_kong, shown, surnames, wade_giles

__all__ = ["candidates", "split_surname"]


@lru_cache(maxsize=1)
def _compound() -> frozenset[str]:
    return frozenset(surname for surname in surnames() if len(surname) == 2)


def split_surname(text: str) -> tuple[str, str]:
    """Split a name in Han characters into surname and given name, by blanks or by the known surnames."""
    parts = text.split()
    if len(parts) > 1:
        return parts[0], "".join(parts[1:])
    size = 2 if len(text) > 2 and text[:2] in _compound() else 1
    return text[:size], text[size:]


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
