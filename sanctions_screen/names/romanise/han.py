"""Romanise names in Han characters, which may be Chinese, Korean or Japanese.

Reach for this module when a name is written in Han characters, kana among them or not. The characters do
not say which language the name belongs to, so it is read in each: Chinese first unless it is surely or far
more likely Japanese (kana in it, or a known Japanese surname and given name that make no usual Chinese one).

Standards: ``pinyin``, ``wade-giles`` (without marks), ``cantonese``, ``southern``; those of ``hangul`` with
``korean-`` before them (through Korean readings); ``japanese`` (Hepburn, every kana written) and
``japanese-short`` (long vowels short, as in passports); ``western-han`` (a name from abroad, with dots).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..firms import names_east_asian_firm, translated_east_asian
from ..languages.chinese_syllables import characters, shown, surnames
from . import Romanisation, hangul
from ._burmese_in_han import burmese
from ._chinese import candidates, split_surname
from ._hepburn import hepburn, is_kana, short_vowels
from ._japanese import is_surname, readings, surname_readings
from ._japanese_firms import sino_japanese
from ._korean_in_han import hangul_of
from ._western_in_han import western

__all__ = ["romanisations"]

_MOST = 12
_LONGEST_NAME = 7
_LONGEST_GIVEN = 2
"""So many characters has a Chinese given name at the most."""
_SURELY_JAPANESE = frozenset("々込畑峠辻榊笹凪匂枠栃畠麿桜沢浜広斎斉渋塩歳関図両巣検")
_OPERATOR = re.compile(
    "^(?:社会|特定)?医療法人(?:社団|財団)?.{1,6}?会(?=..+(?:病院|クリニック|センター|診療所)$)"
)
"""The medical corporation before its hospital, which other languages leave out: 医療法人愛仁会亀田病院."""
# Costs of japanese.readings: below the first a name may well be Japanese; above the second it hardly is.
_LIKELY = 3.3
_HARDLY = 6.5


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the likely Latin spellings of a name in Han characters, most likely first, at most 12."""
    cleaned = " ".join(unicodedata.normalize("NFKC", text).replace("・", " ").replace("·", " ").split())
    size = len(cleaned.replace(" ", ""))
    if not size:
        return ()
    if names_east_asian_firm(cleaned):
        return _organisation(cleaned)
    if from_abroad := western(text, _pinyin):
        return tuple(Romanisation(_titled(spelling), "western-han") for spelling in from_abroad)
    if size > _LONGEST_NAME:
        return _words(cleaned)
    of_burma = burmese(cleaned)
    first, second = _chinese(cleaned), _japanese(cleaned)
    if _is_japanese(cleaned):
        first, second = second[:9], first[: 0 if _is_japanese_alone(cleaned) else 3]
    else:
        second = second[: 5 if _cost(cleaned) < _LIKELY else 3]
        first = first[: _MOST - len(second)]
    unique: dict[str, str] = {}
    for spelling, standard in [*first, *second]:
        unique.setdefault(_titled(spelling), standard)
    found = [Romanisation(spelling, standard) for spelling, standard in unique.items()]
    more = [Romanisation(_titled(spelling), "burmese-han") for spelling in of_burma]
    return (*found[: _MOST - len(more)], *more)


def _titled(spelling: str) -> str:
    return " ".join(part[:1].upper() + part[1:] for part in spelling.split())


def _cost(text: str) -> float:
    found = readings(text)
    return found[0].cost if found else 99.0


@lru_cache(maxsize=4096)
def _is_japanese(text: str) -> bool:
    """Return whether Japanese is the likelier language of a name."""
    if any(map(is_kana, text)) or not _SURELY_JAPANESE.isdisjoint(text):
        return True
    surname, given = split_surname(text)
    if len(given) > 2:
        return _cost(text) < 2 * _HARDLY
    if surname in surnames() or len(text) < 3:
        return False
    found = readings(text)
    return bool(found) and found[0].cost < _HARDLY and is_surname(text[:2])


def _is_japanese_alone(text: str) -> bool:
    """Return whether a name begins with a Japanese surname and has a character more than Chinese ones.

    三上俊治 is no Mr San; 陳方安生 may have two surnames.
    """
    name = text.replace(" ", "")
    surname, given = split_surname(name)
    return len(given) > _LONGEST_GIVEN and len(surname) == 1 and any(map(is_surname, (name[:2], name[:3])))


def _chinese(text: str) -> list[tuple[str, str]]:
    """Return the Chinese spellings and, among them, two Korean ones."""
    found = candidates(text)
    return [*found[:3], *_korean(text), *found[3:]]


def _korean(text: str) -> list[tuple[str, str]]:
    name = hangul_of(text)
    if not 2 <= len(name) <= 4:
        return []
    found = [way for way in hangul.romanisations(name) if "pinyin" not in way.standard]
    return [(way.text, f"korean-{way.standard}") for way in found[:3]]


def _japanese(text: str) -> list[tuple[str, str]]:
    found = [way for way in readings(text) if way.cost < _HARDLY + 3]
    spelled = [(f"{way.surname} {way.given}", "japanese") for way in found]
    short = [(short_vowels(s), "japanese-short") for s, _ in spelled[:3]]
    return [*spelled[:1], *short[:1], *spelled[1:4], *short[1:], *spelled[4:]]


def _organisation(text: str) -> tuple[Romanisation, ...]:
    """Translate an organisation's known words, the rest read as Japanese and as Chinese."""
    ways = [
        (translated_east_asian(text, _japanese_run), "japanese-words"),
        (translated_east_asian(text, _sino_japanese_run), "sino-japanese-words"),
    ]
    if (alone := _OPERATOR.sub("", text)) != text:
        ways.append((translated_east_asian(alone, _sino_japanese_run), "sino-japanese-words"))
    elif not any(map(is_kana, text)):
        sooner = _SURELY_JAPANESE.isdisjoint(text)
        ways.insert(0 if sooner else 2, (translated_east_asian(text, _pinyin), "pinyin-words"))
    unique = {_titled(name): way for name, way in reversed(ways)}
    return tuple(Romanisation(name, way) for name, way in reversed(unique.items()) if name)


def _pinyin(run: str) -> str:
    table = characters()
    return "".join(shown(table[c].pinyin[0]) if c in table and table[c].pinyin else hepburn(c) for c in run)


def _japanese_run(run: str) -> str:
    found = surname_readings(run)
    return short_vowels(found[0][0]) if found else _sino_japanese_run(run)


def _sino_japanese_run(run: str) -> str:
    return sino_japanese(run) or _pinyin(run)


def _words(text: str) -> tuple[Romanisation, ...]:
    """Spell a text too long for a name: pinyin, and Japanese character by character where it has kana."""
    table = characters()
    spelled = " ".join(
        shown(table[c].pinyin[0]) if c in table and table[c].pinyin else c for c in text if c.strip()
    )
    return (Romanisation(spelled, "pinyin"),)
