"""Tell the words of a person's name from titles before and behind it, suffixes, particles and initials.

Reach for :func:`spelled_parts` with the words between two commas. Guarantee: every word is in a part.
"""

from __future__ import annotations

from collections.abc import Sequence

from .._phrases import longest_phrase
from ..parts import Part
from ..tables import phrase_list, phrase_table
from ._arabic_compounds import ARTICLES, join_parts

__all__ = ["SURNAMES_TOO", "spelled_parts"]

SURNAMES_TOO = frozenset((
    "akhund", "akhundzada", "akhunzada", "begum", "bey", "bishop", "cardinal", "chaudhry", "effendi", "hafiz",
    "imam", "khalifa", "khanum", "khanom", "lord", "major", "marshal", "maulana", "maulavi", "molavi",
    "molla", "mollah", "mufti", "mulla", "mullah", "nawab", "pandit", "pasha", "pir", "qadi", "qari", "qazi",
    "rabbi", "saheb", "sahib", "sardar", "sayed", "sayid", "sayyed", "sayyid", "seyed", "seyyed", "shaikh",
    "shaykh", "sheik", "sheikh", "swami", "syed", "ustad",
))  # fmt: skip
"""Titles that many bear as a family name: behind a given name alone they are one, Omar Sheikh, Anne Bishop.
Behind an article any title is one: Jasim al-Hajj, Layth al-Muhandis."""


def spelled_parts(words: Sequence[str], *, alone: bool = False) -> list[Part]:
    """Return the parts of some folded words of a person's name, titles in front and behind among them.

    *alone*: they are the whole name.
    """
    start, parts = 0, []
    while start < len(words) and (found := longest_phrase(words, start, "honorifics.txt")):
        parts.append(Part(found[0], "honorific"))
        start = found[1]
    end = len(words)
    behind: list[Part] = []
    while end - 1 > start and _title_behind(words[end - 1]) and words[end - 2] not in ARTICLES:
        if alone and (start, end) == (0, 2) and words[1] in SURNAMES_TOO:
            break
        end -= 1
        behind.insert(0, Part(words[end], "honorific"))
    for joined in join_parts(tuple(words[start:end])):
        parts.append(_part(joined.text, first=not parts))
    return [*parts, *behind]


def _title_behind(word: str) -> bool:
    return (word,) in phrase_list("honorifics.txt") and (word,) not in phrase_table("suffixes.tsv")


def _part(word: str, *, first: bool) -> Part:
    if word.isdigit():
        return Part(word, "honorific")  # a year of birth, a file's number: no part of a person's name
    suffix = phrase_table("suffixes.tsv").get((word,))
    if suffix is not None and not first:
        return Part(suffix, "suffix")
    if len(word) == 1:
        return Part(word, "initial")
    if (word,) in phrase_list("particles.txt"):
        return Part(word, "particle")
    return Part(word, "word")
