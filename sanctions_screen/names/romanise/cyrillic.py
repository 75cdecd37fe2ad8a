"""Romanise Cyrillic, by language and by standard: passport, BGN/PCGN, scholarly, German, French, common use.

Reach for this module for a name in Cyrillic letters. The language is told from letters that only it uses;
a name without any is read as Russian first and as Ukrainian last. Guarantees: total over strings, deterministic,
at most ``LIMIT`` romanisations, the likeliest first; a stress mark or a Latin look-alike among Cyrillic
letters makes no difference.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from sanctions_screen.names.romanise import Romanisation
from sanctions_screen.names.romanise.readings import LIMIT
from sanctions_screen.names.romanise.tables import read_table

__all__ = ["LIMIT", "languages", "romanisations"]

_Rules = dict[str, str]

_STRESS: Final = re.compile("[\u0300\u0301]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
# Typed with a Latin keyboard, or to hide: letters that look the same inside a Cyrillic word.
_LOOK_ALIKES: Final = str.maketrans("aceopxyijshkmtbĸ", "асеорхуіјѕһкмтвк")
# Told from letters, the narrowest sign first; each language by letters of which one must be there.
_SIGNS: Final = (
    ("mk", "ѓќѕ"),
    ("sr", "јљњћђџ"),
    ("tg", "ӣӯҷ"),
    ("tt", "җҫҙҡҹҝӏ"),
    ("uz", "ҳ"),
    ("kk", "әғқұһ"),
    ("ky", "ң"),
    ("mn", "өү"),
    ("be", "ў"),
    ("uk", "їєґ"),
)
# Bulgarian's ъ is a vowel and stands between consonants; Russian's stands before a soft vowel.
_BULGARIAN: Final = re.compile("[бвгджзйклмнпрстфхцчшщ]ъ[бвгджзйклмнпрстфхцчшщ]")
_RUSSIAN_ONLY: Final = re.compile("[ыэё]|ъ[еёюя]")


@cache
def _standards() -> dict[str, dict[str, _Rules]]:
    found: dict[str, dict[str, _Rules]] = {}
    for language, standard, base, pairs in read_table("cyrillic.tsv", 4):
        rules: _Rules = {}
        if base != "-":
            base_language, base_standard = base.split("/")
            rules.update(found[base_language][base_standard])
        for pair in pairs.split(" "):
            letters, _, spelling = pair.partition("=")
            rules[letters] = spelling
        found.setdefault(language, {})[standard] = rules
    return found


@cache
def _reader(language: str, standard: str) -> re.Pattern[str]:
    """One pattern for all sequences of a standard, the longest first, anchors counted."""
    rules = sorted(_standards()[language][standard], key=lambda letters: (-len(letters), letters))
    pieces = []
    for letters in rules:
        start, end = letters.startswith("^"), letters.endswith("$")
        core = re.escape(letters.removeprefix("^").removesuffix("$"))
        pieces.append((r"\b" if start else "") + core + (r"\b" if end else ""))
    return re.compile("|".join(pieces))


def _spell(word: str, language: str, standard: str) -> str:
    rules = _standards()[language][standard]

    def spelling(found: re.Match[str]) -> str:
        letters = found.group()
        for key in ("^" + letters, letters + "$"):
            at = found.start() == 0 if key[0] == "^" else found.end() == len(word)
            if at and key in rules:
                return rules[key]
        return rules[letters]

    return _reader(language, standard).sub(spelling, word)


def languages(text: str) -> tuple[str, ...]:
    """Return the languages *text* (small letters) may be in, as ISO 639-1 codes, the likeliest first."""
    for language, letters in _SIGNS:
        if any(letter in text for letter in letters):
            return (language,)
    if "і" in text:
        return ("be", "uk", "kk") if _RUSSIAN_ONLY.search(text) else ("uk", "be")
    if _BULGARIAN.search(text):
        return ("bg",)
    return ("ru",) if _RUSSIAN_ONLY.search(text) else ("ru", "uk")


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", _STRESS.sub("", unicodedata.normalize("NFKC", text).lower()))
    found = []
    for word in _WORD.findall(plain):
        letters = re.sub("['’ʼ`]", "", word)
        found.append(letters.translate(_LOOK_ALIKES) if _CYRILLIC.search(letters) else letters)
    return found


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the spellings of *text* by the standards of its likely languages; none if it holds no letters."""
    words = _words(text)
    spellings: dict[str, str] = {}
    for language in languages(" ".join(words)):
        for standard in _standards()[language]:
            spelled = " ".join(filter(None, (_spell(word, language, standard) for word in words)))
            spellings.setdefault(spelled, f"{language}-{standard}")
    return tuple(Romanisation(spelled, standard) for spelled, standard in spellings.items() if spelled)[
        :LIMIT
    ]
