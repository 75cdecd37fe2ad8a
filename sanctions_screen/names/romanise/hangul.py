"""Romanise names in Hangul by the standards and habits that occur on lists and in passports.

Reach for this module when a name is in Hangul. Names are romanised syllable by syllable, as passports and
both states' rules for names have it; the Revised Romanization's sound changes between the syllables of a
given name are given as a further spelling. A name comes out as surname, blank, given name with its
syllables joined by ``-`` (``Kim Seok-cheol``).

Standards: ``rr`` Revised Romanization, ``mr`` McCune-Reischauer without its marks (``mccune_reischauer``
gives the marks), ``dprk`` the northern way, ``common`` the spelling Koreans most often choose. Surnames are
spelled as is customary; ``rr-strict`` has the rule's own.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import islice, product

from ..tables import read_table, spelling_weights, words
from . import Romanisation
from .hangul_chinese import by_reading, by_sound
from .organisations_east import names_organisation, translated

__all__ = [
    "decompose",
    "mccune_reischauer",
    "revised",
    "romanisations",
    "splits",
    "syllable_key",
    "syllable_spellings",
]

_FIRST = 0xAC00
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
# Clusters at the end of a syllable sound as one consonant: the table of the Revised rules, section 3-1.
_FINALS = ("", *"ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅂㄹㅁㅂㅂㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_MOST = 12
_MOST_CHINESE = 2


@lru_cache(maxsize=1)
def _parts() -> dict[str, dict[str, tuple[tuple[str, ...], str]]]:
    """Read the table: part → jamo → ((rr, mr, mr-voiced, dprk), customary spellings)."""
    table: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {}
    for part, jamo, *standards, customary in read_table("korean_parts.tsv", 7):
        table.setdefault(part, {})[jamo] = (tuple(standards), customary)
    return table


@lru_cache(maxsize=1)
def _customary() -> dict[str, dict[str, float]]:
    return {
        syllable: spelling_weights(spellings) for syllable, spellings in read_table("korean_syllables.tsv", 2)
    }


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(words("korean_surnames.tsv"))


def decompose(syllable: str) -> tuple[str, str, str]:
    """Return initial, vowel and final sound of a Hangul syllable as jamo; the last may be empty."""
    index = ord(syllable) - _FIRST
    if not 0 <= index < 11172:
        raise ValueError(f"not a Hangul syllable: {syllable!r}")
    return _INITIALS[index // 588], _VOWELS[index // 28 % 21], _FINALS[index % 28]


def _spell(syllable: str, column: int) -> str:
    parts = _parts()
    kinds = ("initial", "vowel", "final")
    return "".join(
        parts[kind][jamo][0][column] for kind, jamo in zip(kinds, decompose(syllable), strict=True)
    )


def syllable_key(syllable: str) -> str:
    """Return the canonical key of a syllable: Revised Romanization, an initial ㄹ as the South has it."""
    initial, vowel, _ = decompose(syllable)
    spelled = _spell(syllable, 0)
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
    for spelling, weight in _customary().get(syllable, {}).items():
        found[spelling] = max(found.get(spelling, 0.0), weight)
    return found


def _part_spellings(part: str, jamo: str) -> dict[str, float]:
    standard, customary = _parts()[part][jamo]
    return {**spelling_weights(customary), **dict.fromkeys(standard, 1.0)}


def _vowel_spellings(vowel: str, final: str) -> dict[str, float]:
    standard, customary = _parts()["vowel"][vowel]
    found = dict.fromkeys(standard, 1.0)
    for spelling, weight in spelling_weights(customary.replace(".:", ".=").replace(",:", ",=")).items():
        text, _, value = spelling.partition("=")
        wanted = text[-1:]
        if (wanted == "." and final) or (wanted == "," and not final):
            continue
        found[text.rstrip(".,")] = float(value) if value else weight
    return found


def _joined(initial: str, vowel: str, final: str, weight: float) -> list[tuple[str, float]]:
    """Join the parts; *s* is also *sh* before *i* and *wi*; a bare *u*, *i* may take *w*, *y*."""
    found = [(initial + vowel + final, weight)]
    if (initial == "s" and vowel[:1] in "iy") or (initial == "s" and vowel == "wi"):
        found.append(("sh" + vowel + final, weight * 0.8))
    if not initial and vowel in ("u", "oo"):
        found.append(("w" + vowel + final, weight))
    return found


def mccune_reischauer(text: str, *, marks: bool = True) -> str:
    """Return one word of Hangul in McCune-Reischauer, voiced between voiced sounds; ASCII without marks."""
    spelled = ""
    voiced = False
    for syllable in text:
        initial, vowel, final = decompose(syllable)
        parts = _parts()
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
        kinds = _parts()
        spelled += tail + head + kinds["vowel"][decompose(syllable)[1]][0][0]
        final = decompose(syllable)[2]
    return spelled + (_parts()["final"][final][0][0])


def _boundary(final: str, initial: str, *, first: bool) -> tuple[str, str]:
    """Return how a final and the next initial are written side by side."""
    tail = _parts()["final"][final][0][0]
    head = _parts()["initial"][initial][0][0]
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


# Surnames of two syllables whose bearers far outnumber those of the shorter surname with such a given name.
_SURELY_LONG = frozenset(("남궁", "제갈", "사공", "독고", "동방", "망절"))


def splits(text: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to part a name in Hangul into surname and given name, the likelier first.

    Blanks part it as written. Else a surname has one syllable, or two where those make a surname: 황보라
    is Hwang Bo-ra or Hwangbo Ra.
    """
    parts = text.split()
    if len(parts) > 1:
        return ((parts[0], "".join(parts[1:])),)
    short, long = (text[:1], text[1:]), (text[:2], text[2:])
    if len(text) < 3 or text[:2] not in _surnames():
        return (short,)
    if text[:1] not in _surnames():
        return (long,)
    return (long, short) if len(text) > 3 or text[:2] in _SURELY_LONG else (short, long)


def _usual(syllable: str) -> str:
    """Return the spelling most often chosen for a syllable: the first of its customary ones."""
    return next(iter(_customary().get(syllable, {})), None) or _spell(syllable, 0)


def _surname_spellings(surname: str, limit: int) -> list[str]:
    """Return the customary spellings of a surname, most usual first."""
    if len(surname) > 1:
        return ["".join(map(_usual, surname)), "".join(_spell(s, 0) for s in surname)][:limit]
    found = [s for s, weight in _customary().get(surname, {}).items() if weight >= 0.7]
    return [*dict.fromkeys([*found, _spell(surname, 0)])][:limit] if surname else [""]


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the likely Latin spellings of a name in Hangul, most likely first, at most 12.

    What is not Hangul is left as it is; a text of more than six syllables is taken for words, not for a
    person's name, and each word is given in ``rr`` and ``mr``.
    """
    cleaned = " ".join(unicodedata.normalize("NFC", text).split())
    syllables = cleaned.replace(" ", "")
    if names_organisation(cleaned):
        return (*_ordered([(translated(cleaned, _spelled_run), "rr-words")]), *_words(cleaned))
    if not syllables or not all(0 <= ord(c) - _FIRST < 11172 for c in syllables) or len(syllables) > 6:
        return _words(cleaned)
    korean = [way for surname, given in splits(cleaned) for way in _candidates(surname, given)]
    chinese = [(name, "hanja-pinyin") for name in by_reading(syllables, _MOST_CHINESE)]
    sounds = [(name, "hangul-pinyin") for name in by_sound(syllables)]
    room = _MOST - len(chinese) - len(sounds)
    return _ordered([*sounds, *_unique(korean)[:room], *chinese])


def _unique(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Drop later repeats of a spelling under another standard."""
    return [(text, standard) for at, (text, standard) in enumerate(found) if text not in dict(found[:at])]


def _candidates(surname: str, given: str) -> list[tuple[str, str]]:
    usual, *others = _surname_spellings(surname, 4)
    common = "-".join(map(_usual, given))
    rr = "-".join(_spell(s, 0) for s in given)
    mr = mccune_reischauer(given, marks=False)
    dprk = "-".join(_spell(s, 3) for s in given)
    found = [(f"{usual} {common}", "common"), (f"{usual} {rr}", "rr"), (f"{usual} {dprk}", "dprk")]
    found += [(f"{usual} {mr}", "mr"), (f"{usual} {revised(given)}", "rr-sound")]
    found += [(f"{other} {common}", "common") for other in others]
    found += [(f"{other} {rr}", "rr") for other in others[:2]]
    found += [(f"{other} {dprk}", "dprk") for other in others[:2]]
    found.append(("".join(_spell(s, 0) for s in surname) + " " + rr, "rr-strict"))
    return found


def _ordered(found: list[tuple[str, str]]) -> tuple[Romanisation, ...]:
    """Drop repeats, keep the first; give each part its capital letter."""
    unique: dict[str, str] = {}
    for text, standard in found:
        unique.setdefault(text.strip(), standard)
    return tuple(Romanisation(_titled(t), s) for t, s in islice(unique.items(), _MOST) if t)


def _titled(text: str) -> str:
    return " ".join(part[:1].upper() + part[1:] for part in text.split())


def _spelled_run(run: str) -> str:
    return revised(run) if all(0 <= ord(c) - _FIRST < 11172 for c in run) else run


def _words(text: str) -> tuple[Romanisation, ...]:
    if not text:
        return ()

    def spelled(word: str, way: int) -> str:
        out, run = "", ""
        for c in [*word, ""]:
            if c and 0 <= ord(c) - _FIRST < 11172:
                run += c
                continue
            out += (revised(run) if way == 0 else mccune_reischauer(run, marks=False)) if run else ""
            out += c
            run = ""
        return out

    return _ordered(
        [
            (" ".join(spelled(word, way) for word in text.split()), standard)
            for way, standard in enumerate(("rr", "mr"))
        ]
    )
