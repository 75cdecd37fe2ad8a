"""Romanise names in Hangul by the standards and habits that occur on lists and in passports.

Reach for this module when a name is in Hangul. Names are romanised syllable by syllable, as passports and
both states' rules for names have it; the Revised Romanization's sound changes between the syllables of a
given name are given as a further spelling. A name comes out as surname, blank, given name with its
syllables joined by ``-`` (``Kim Seok-cheol``).

Standards: ``rr`` Revised Romanization, ``mr`` McCune-Reischauer without its marks, ``dprk`` the northern
way, ``common`` the spelling Koreans most often choose. Surnames are spelled as is customary; ``rr-strict``
has the rule's own. A name that is no Korean's is read as one from abroad as well (``foreign-hangul``).
"""

from __future__ import annotations

import unicodedata
from itertools import islice

from ..firms import names_east_asian_firm, translated_east_asian
from ..languages.korean_syllables import customary, is_syllable, spelled_by
from . import Romanisation
from ._chinese_in_hangul import by_reading, by_sound
from ._foreign_in_hangul import foreign
from ._korean_names import splits
from ._korean_standards import mccune_reischauer, revised
from ._vietnamese_abroad import vietnamese

__all__ = ["romanisations"]

_MOST = 12
_MOST_CHINESE = 2
_LEAST_KOREAN = 2


def _usual(syllable: str) -> str:
    """Return the spelling most often chosen for a syllable: the first of its customary ones."""
    return next(iter(customary().get(syllable, {})), None) or spelled_by(syllable, 0)


def _surname_spellings(surname: str, limit: int) -> list[str]:
    """Return the customary spellings of a surname, most usual first."""
    if len(surname) > 1:
        return ["".join(map(_usual, surname)), "".join(spelled_by(s, 0) for s in surname)][:limit]
    found = [s for s, weight in customary().get(surname, {}).items() if weight >= 0.7]
    return [*dict.fromkeys([*found, spelled_by(surname, 0)])][:limit] if surname else [""]


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the likely Latin spellings of a name in Hangul, most likely first, at most 12.

    What is not Hangul is left as it is; a text of more than six syllables is taken for words, not for a
    person's name, and each word is given in ``rr`` and ``mr``.
    """
    cleaned = " ".join(unicodedata.normalize("NFC", text).split())
    syllables = cleaned.replace(" ", "")
    if names_east_asian_firm(cleaned):
        ways = ((_spelled_run, "rr-words"), (_northern_run, "mr-words"))
        words = [(translated_east_asian(cleaned, spell), standard) for spell, standard in ways]
        return (*_ordered(words), *_words(cleaned))
    from_abroad = [
        *((name, "vietnamese-hangul") for name in vietnamese(cleaned.split(), "vietnamese_in_hangul.tsv")),
        *foreign(cleaned),
    ]
    if not syllables or not all(map(is_syllable, syllables)) or len(syllables) > 6:
        return (*_ordered(from_abroad), *_words(cleaned))
    korean = [way for surname, given in splits(cleaned) for way in _candidates(surname, given)]
    chinese = [(name, "hanja-pinyin") for name in by_reading(syllables, _MOST_CHINESE)]
    sounds = [(name, "hangul-pinyin") for name in by_sound(syllables)]
    room = max(_LEAST_KOREAN, _MOST - len(chinese) - len(sounds) - len(from_abroad))
    return _ordered([*sounds, *from_abroad, *_unique(korean)[:room], *chinese])


def _unique(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Drop later repeats of a spelling under another standard."""
    return [(text, standard) for at, (text, standard) in enumerate(found) if text not in dict(found[:at])]


def _candidates(surname: str, given: str) -> list[tuple[str, str]]:
    usual, *others = _surname_spellings(surname, 4)
    common = "-".join(map(_usual, given))
    rr = "-".join(spelled_by(s, 0) for s in given)
    mr = mccune_reischauer(given, marks=False)
    dprk = "-".join(spelled_by(s, 3) for s in given)
    found = [(f"{usual} {common}", "common"), (f"{usual} {rr}", "rr"), (f"{usual} {dprk}", "dprk")]
    found += [(f"{usual} {mr}", "mr"), (f"{usual} {revised(given)}", "rr-sound")]
    found += [(f"{other} {common}", "common") for other in others]
    found += [(f"{other} {rr}", "rr") for other in others[:2]]
    found += [(f"{other} {dprk}", "dprk") for other in others[:2]]
    found.append(("".join(spelled_by(s, 0) for s in surname) + " " + rr, "rr-strict"))
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
    return revised(run) if all(map(is_syllable, run)) else run


def _northern_run(run: str) -> str:
    """Return a run as the north writes its firms' names: Koryo, Taesong."""
    return mccune_reischauer(run, marks=False) if all(map(is_syllable, run)) else run


def _words(text: str) -> tuple[Romanisation, ...]:
    if not text:
        return ()

    def spelled(word: str, way: int) -> str:
        out, run = "", ""
        for c in [*word, ""]:
            if c and is_syllable(c):
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
