"""Read names of other tongues in katakana by their own sound: キム・ヨンチョル, セルゲイ・イワノフ.

Reach for :func:`korean_or_burmese` with the words of a name, parted by blanks or dots. Guarantee: nothing
unless every syllable is one of the table's; Japanese and western names seldom are. For others reach for
:func:`foreign` with its words in Hepburn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product
from typing import Final

from ..tables import read_table

__all__ = ["foreign", "korean_or_burmese", "spelled_elsewhere"]

_MOST: Final = 4
_LONGEST: Final = 3
_MOST_FOREIGN: Final = 8
_AS_ELSEWHERE: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(?<=[bdfghjkmprstz])u$|(?<=[td])o$|(?<=[td])o(?=r)", ""),
        (r"(?<=.[kszfbpgr])(?<!u)u(?=[^aeiouy]+[aeiou])", ""),  # a single u between consonants
        (r"(?<=r)u(?=[bcdgkmnptsz]$)|(?<=[aeiou]tch)i$", ""),
        (r"([oe])f$", r"\1v"),
        ("n(?=[mbp])", "m"),
        (r"([aeiou])\1", r"\1"),
        (r"t(?=ch)|([bdfgkpstz])(?=\1)", ""),
    )
)
"""What kana added, and what they write otherwise."""
_ELSEWHERE: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\b([kgpbf])u(?=r[aeiou])", r"\1"),
        (r"\buraji", "vladi"),
        (r"(?<=[dkn])aji\b", "ady"),
        (r"(?<=na)ji\b", "dy"),
        (r"\bmur(?=[aeiou])", "ml"),
        ("m(?=b)", "n"),
        (r"\bfu", "hu"),
        ("rr", "rl"),
        (r"\br", "l"),
        ("(?<=[aeiou])f(?=[bdgkmnrstz])", "h"),
        ("chi", "ti"),
        (r"(?<=[oe])wa\b", "va"),
        ("(?<!^)r", "l"),
    )
)
"""What else kana may stand for, each beside what it is."""
_Spellings = tuple[str, ...]


@cache
def _table(part: str) -> dict[str, _Spellings]:
    rows = read_table("names_in_kana.tsv", 3)
    return {kana: tuple(spellings.split()) for which, kana, spellings in rows if which == part}


def korean_or_burmese(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return the spellings of a name with their standards, the likeliest first; none of a name of others."""
    if len(words) < 2:
        return []
    burmese = [spellings for word in words for spellings in _burmese(word)]
    korean = (
        (surname, *given)
        for given in _given("".join(words[1:]))
        if (surname := _table("surname").get(words[0]))
    )
    found = [(" ".join(name), "burmese-kana") for name in islice(product(*burmese), _MOST)]
    for parts in korean:
        found += [
            (f"{surname} {'-'.join(given)}", "korean-kana")
            for surname, *given in islice(product(*parts), _MOST)
        ]
    return found


def _burmese(word: str) -> list[_Spellings]:
    """Return the spellings of a word, or of the two that it is written of: アウンサン."""
    table = _table("word")
    if word in table:
        return [table[word]]
    cuts = (cut for cut in range(2, len(word) - 1) if word[:cut] in table and word[cut:] in table)
    cut = next(cuts, None)
    return [()] if cut is None else [table[word[:cut]], table[word[cut:]]]


def _given(kana: str) -> Iterator[tuple[_Spellings, ...]]:
    """Yield each way to cut a given name into its one or two syllables."""
    table = _table("given")
    if kana in table:
        yield (table[kana],)
    for cut in range(1, min(_LONGEST, len(kana) - 1) + 1):
        if kana[:cut] in table and kana[cut:] in table:
            yield table[kana[:cut]], table[kana[cut:]]


def foreign(parts: Sequence[str]) -> list[tuple[str, str]]:
    """Return how a name of several words in Hepburn may be written where it comes from, the likeliest first.

    Kana put a vowel behind each consonant and have one letter for l and r: セルゲイ is Sergei.
    """
    if len(parts) < 2:
        return []
    return [(name, "foreign-kana") for name in spelled_elsewhere(parts)[:_MOST_FOREIGN]]


def spelled_elsewhere(parts: Sequence[str]) -> list[str]:
    """Return how words in Hepburn may be written where they come from, the likeliest first."""
    found = dict.fromkeys([" ".join(map(_without_added_vowels, parts))])
    for pattern, instead in _ELSEWHERE:
        found |= {pattern.sub(instead, name): None for name in tuple(found)}
    return list(found)


def _without_added_vowels(word: str) -> str:
    for pattern, instead in _AS_ELSEWHERE:
        word = pattern.sub(instead, word)
    return word
