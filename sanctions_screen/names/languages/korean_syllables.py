"""How a Hangul syllable of a Korean name is spelled in Latin letters.

Reach for :func:`syllable_spellings` for every spelling in use, with its weight, for :func:`spelled_by` for
that of one standard, and for :func:`syllable_key` for the one key that all spellings of a syllable share.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from ..tables import read_table, spelling_weights, words

__all__ = [
    "customary", "decompose", "is_syllable", "letters", "spelled_by", "surnames", "syllable_key",
    "syllable_spellings",
]  # fmt: skip

_FIRST = 0xAC00
_SYLLABLES = 11172
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
# Clusters at the end of a syllable sound as one consonant: the table of the Revised rules, section 3-1.
_FINALS = ("", *"ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅂㄹㅁㅂㅂㅅㅆㅇㅈㅊㅋㅌㅍㅎ")


@lru_cache(maxsize=1)
def letters() -> dict[str, dict[str, tuple[tuple[str, ...], str]]]:
    """Return part → jamo → ((rr, mr, mr-voiced, dprk), customary spellings)."""
    table: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {}
    for part, jamo, *standards, customary in read_table("korean_parts.tsv", 7):
        table.setdefault(part, {})[jamo] = (tuple(standards), customary)
    return table


@lru_cache(maxsize=1)
def customary() -> dict[str, dict[str, float]]:
    """Return syllables with spellings of their own, the one most used first, with weights."""
    return {
        syllable: spelling_weights(spellings) for syllable, spellings in read_table("korean_syllables.tsv", 2)
    }


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Return the Korean surnames in Hangul."""
    return frozenset(words("korean_surnames.tsv"))


def is_syllable(character: str) -> bool:
    """Return whether a character is a Hangul syllable."""
    return 0 <= ord(character) - _FIRST < _SYLLABLES


def decompose(syllable: str) -> tuple[str, str, str]:
    """Return initial, vowel and final sound of a Hangul syllable as jamo; the last may be empty."""
    index = ord(syllable) - _FIRST
    if not 0 <= index < _SYLLABLES:
        raise ValueError(f"not a Hangul syllable: {syllable!r}")
    return _INITIALS[index // 588], _VOWELS[index // 28 % 21], _FINALS[index % 28]


def spelled_by(syllable: str, column: int) -> str:
    """Return a syllable spelled by one standard: the *column* of its parts in :func:`letters`."""
    parts = letters()
    kinds = ("initial", "vowel", "final")
    return "".join(
        parts[kind][jamo][0][column] for kind, jamo in zip(kinds, decompose(syllable), strict=True)
    )


def syllable_key(syllable: str) -> str:
    """Return the canonical key of a syllable: Revised Romanization, an initial ㄹ as the South has it."""
    initial, vowel, _ = decompose(syllable)
    spelled = spelled_by(syllable, 0)
    if initial != "ㄹ":
        return spelled
    return spelled[1:] if vowel in "ㅑㅕㅖㅛㅠㅣ" else "n" + spelled[1:]


@lru_cache(maxsize=4096)
def syllable_spellings(syllable: str) -> dict[str, float]:
    """Return every way a syllable of a name is spelled, with its weight in (0, 1]."""
    initial, vowel, final = decompose(syllable)
    choices = [_part_spellings("initial", initial), _vowel_spellings(vowel, final)]
    choices.append(_part_spellings("final", final))
    found: dict[str, float] = {}
    for (a, v), (b, w), (c, x) in product(*(choice.items() for choice in choices)):
        for spelling, weight in _joined(a, b, c, v * w * x):
            found[spelling] = max(found.get(spelling, 0.0), weight)
    for spelling, weight in customary().get(syllable, {}).items():
        found[spelling] = max(found.get(spelling, 0.0), weight)
    return found


def _part_spellings(part: str, jamo: str) -> dict[str, float]:
    standard, customary = letters()[part][jamo]
    return {**spelling_weights(customary), **dict.fromkeys(standard, 1.0)}


def _vowel_spellings(vowel: str, final: str) -> dict[str, float]:
    standard, customary = letters()["vowel"][vowel]
    found = dict.fromkeys(standard, 1.0)
    for spelling, weight in spelling_weights(customary.replace(".:", ".=").replace(",:", ",=")).items():
        text, _, value = spelling.partition("=")
        wanted = text[-1:]
        if (wanted == "." and final) or (wanted == "," and not final):
            continue
        found[text.rstrip(".,")] = float(value) if value else weight
    return found


def _joined(initial: str, vowel: str, final: str, weight: float) -> list[tuple[str, float]]:
    """Join the parts; *s* is also *sh* before *i* and *wi*; a *u*, *i* without one may take *w*, *y*."""
    found = [(initial + vowel + final, weight)]
    if (initial == "s" and vowel[:1] in "iy") or (initial == "s" and vowel == "wi"):
        found.append(("sh" + vowel + final, weight * 0.8))
    if not initial and vowel in ("u", "oo"):
        found.append(("w" + vowel + final, weight))
    return found
