"""Write a word of Hangul by the standards that join its syllables.

Reach for this module for a given name or a word; a name spelled syllable by syllable is ``hangul``'s work.
Guarantee: the same word gives the same spelling, in plain letters unless marks are asked for.
"""

from __future__ import annotations

from ..languages.korean_syllables import decompose, letters

__all__ = ["mccune_reischauer", "revised"]


def mccune_reischauer(text: str, *, marks: bool = True) -> str:
    """Return one word of Hangul in McCune-Reischauer, voiced between voiced sounds; ASCII without marks."""
    spelled = ""
    voiced = False
    for syllable in text:
        initial, vowel, final = decompose(syllable)
        parts = letters()
        head = parts["initial"][initial][0][2 if voiced else 1]
        middle = parts["vowel"][vowel][0][1]
        if marks:
            head += "'" if initial in "ㅊㅋㅌㅍ" else ""
            middle = middle.replace("o", "ŏ") if vowel in "ㅓㅕㅝ" and vowel != "ㅝ" else middle
            middle = {"ㅝ": "wŏ", "ㅡ": "ŭ", "ㅢ": "ŭi"}.get(vowel, middle)
        spelled += head + middle + parts["final"][final][0][1]
        voiced = final in ("", "ㄴ", "ㄹ", "ㅁ", "ㅇ")
    return spelled


# Assimilation between syllables in the Revised rules (section 3-1): final, next initial → both as written.
_NASAL = {"ㄱ": "ng", "ㄷ": "n", "ㅂ": "m", "ㅅ": "n", "ㅈ": "n", "ㅊ": "n", "ㅌ": "n", "ㅋ": "ng", "ㅍ": "m"}
_LIAISON = {
    "ㄱ": "g",
    "ㄷ": "d",
    "ㅂ": "b",
    "ㅅ": "s",
    "ㅈ": "j",
    "ㅊ": "ch",
    "ㅋ": "k",
    "ㅌ": "t",
    "ㅍ": "p",
    "ㄹ": "r",
}


def revised(text: str) -> str:
    """Return one word of Hangul in the Revised Romanization with its sound changes (박락 → *bangnak*)."""
    spelled = ""
    final = ""
    for syllable in text:
        initial, _, _ = decompose(syllable)
        tail, head = _boundary(final, initial, first=not spelled)
        kinds = letters()
        spelled += tail + head + kinds["vowel"][decompose(syllable)[1]][0][0]
        final = decompose(syllable)[2]
    return spelled + (letters()["final"][final][0][0])


def _boundary(final: str, initial: str, *, first: bool) -> tuple[str, str]:
    """Return how a final and the next initial are written side by side."""
    tail = letters()["final"][final][0][0]
    head = letters()["initial"][initial][0][0]
    if first or not final:
        return tail, head
    if initial == "ㅇ" and final in _LIAISON:
        return "", _LIAISON[final]
    if (final, initial) in (("ㄹ", "ㄹ"), ("ㄴ", "ㄹ"), ("ㄹ", "ㄴ")):
        return "l", "l"
    if initial in "ㄴㅁㄹ" and final in _NASAL:
        return _NASAL[final], "n" if initial == "ㄹ" else head
    if initial == "ㄹ" and final in "ㅁㅇ":
        return tail, "n"
    return tail, head
