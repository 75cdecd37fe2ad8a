"""Romanise the scripts of India that follow one plan in Unicode, from Devanagari to Malayalam.

Reach for this module for a name in Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada or
Malayalam letters, or in those of Sinhala, which are read as Kannada's. Each consonant carries an a, which the
languages of the north leave unsaid at a word's end and between two vowels that are said (Rama is said Ram).
Guarantees: total over strings, deterministic, at most four romanisations, the likeliest first; the last has
the words that name firms in English.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from ..tables import read_table
from . import Romanisation
from ._translated import translated

__all__ = ["romanisations"]

_FIRST: Final = 0x0900
_BLOCK: Final = 0x80
_BLOCKS: Final = ("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym")
_SCHWA_DROPPED: Final = frozenset({"Deva", "Beng", "Guru", "Gujr"})
_SCHWA: Final = "ə"
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u2060\ufeff]")
_VOWEL: Final = "aeiou"
# The a between a vowel and consonant before, and a consonant and vowel after, is unsaid; read from the right.
_UNSAID: Final = re.compile(rf"([{_VOWEL}ə][^{_VOWEL}ə ]h?){_SCHWA}(?=[^{_VOWEL}ə n]h?[{_VOWEL}])")
_LAST_UNSAID: Final = re.compile(rf"[{_VOWEL}ə](?![^{_VOWEL}ə]*[^{_VOWEL}ə][ryvl]ə\Z)[^{_VOWEL}ə]*ə\Z")
# With a dot below, these stand for Persian and Arabic sounds.
_DOTTED: Final = {
    "k": "q",
    "kh": "kh",
    "g": "gh",
    "j": "z",
    "ph": "f",
    "d": "r",
    "dh": "rh",
    "y": "y",
    "b": "r",
}
# Letters one script reads in its own way.
_OWN: Final = {("Beng", "v"): "b", ("Beng", "y"): "j", ("Orya", "b"): "b"}
_BENGALI_W: Final = re.compile("^oy(?=[aei])")
"""Bengali has no letter for w: ওয়াজেদ is Wazed."""
# Tamil writes one letter for k, g and h and so on: voiced between vowels and after a nasal.
_TAMIL_SOFT: Final = (("k", "g"), ("t", "d"), ("p", "b"), ("ch", "s"))
_TAMIL_FROM_ABROAD: Final = re.compile(r"^kan$|^ch(?!ch)")
"""Tamil has no kh, and writes s at a word's beginning as ch: கான் is Khan, சல்மான் Salman."""
# Malayalam's consonants without a vowel have letters of their own.
_CHILLU: Final = str.maketrans({"ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്", "ൿ": "ക്", "ৎ": "ত্"})


@cache
def _sinhala() -> dict[int, str]:
    return {ord(letter): kannada for letter, kannada in read_table("sinhala_letters.tsv", 2)}


@cache
def _signs() -> dict[int, tuple[str, str]]:
    rows = read_table("indic_letters.tsv", 4)
    return {int(place, 16): (kind, "" if latin == "-" else latin) for place, kind, latin, _note in rows}


def _place(sign: str) -> tuple[str, tuple[str, str] | None]:
    """The script of *sign* and what it is; nothing for a sign of no script of this plan."""
    block, place = divmod(ord(sign) - _FIRST, _BLOCK)
    if not 0 <= block < len(_BLOCKS):
        return "", None
    return _BLOCKS[block], _signs().get(place)


def _spell(word: str) -> tuple[str, str]:
    """The word's script, and its spelling with every inherent a as a schwa."""
    parts: list[str] = []
    script = ""
    for sign in word.translate(_sinhala()).translate(_CHILLU):
        block, known = _place(sign)
        script = script or block
        if known is None:
            parts.append(sign if sign.isascii() and sign.isalnum() else "")
            continue
        kind, latin = known
        if kind in ("sign", "virama") and parts and parts[-1] == _SCHWA:
            parts.pop()
        if kind == "nukta":
            _put_dot(parts, block)
        else:
            parts.append(_OWN.get((block, latin), latin))
        if kind == "consonant":
            parts.append(_SCHWA)
    return script, "".join(parts)


def _put_dot(parts: list[str], block: str) -> None:
    at = len(parts) - (2 if parts and parts[-1] == _SCHWA else 1)
    if at >= 0:
        # Bengali's one letter is j without the dot and y with it.
        bengali_y = block == "Beng" and parts[at] == "j"
        parts[at] = "y" if bengali_y else _DOTTED.get(parts[at], parts[at])


def _drop_schwas(spelled: str) -> str:
    said = spelled
    # A last a is unsaid, but not after consonants that cannot end a word (Narendra), nor as the only vowel.
    if _LAST_UNSAID.search(said):
        said = said[:-1]
    while True:
        found = list(_UNSAID.finditer(said))
        if not found:
            return said
        last = found[-1]
        said = said[: last.end(1)] + said[last.end(1) + 1 :]


def _soft(spelled: str) -> str:
    for hard, soft in _TAMIL_SOFT:
        spelled = re.sub(rf"(?<=[{_VOWEL}ən]){hard}(?=[{_VOWEL}ə])", soft, spelled)
    return spelled


def _from_abroad(found: re.Match[str]) -> str:
    return "khan" if found[0] == "kan" else "s"


def _readings(script: str, spelled: str) -> tuple[str, ...]:
    if script == "Taml":
        return (_soft(spelled), spelled, _TAMIL_FROM_ABROAD.sub(_from_abroad, _soft(spelled)))
    if script in _SCHWA_DROPPED:
        spelled = _BENGALI_W.sub("w", spelled) if script == "Beng" else spelled
        said = _drop_schwas(spelled)
        return (said, said.replace(_SCHWA, "o") if script == "Beng" else spelled, spelled)
    return (spelled, spelled, spelled.removesuffix(_SCHWA))


def romanisations(text: str) -> tuple[Romanisation, ...]:
    """Return the likely Latin spellings of *text*, the likeliest first; none if it holds no such letters."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).lower()
    words = [word for word in re.split(r"[\s\-.,()/]+", plain) if word]
    spelled_words = [_spell(word) for word in words]
    readings = [_readings(script, spelled) for script, spelled in spelled_words if spelled]
    found: dict[str, str] = {}
    for standard, spelling in zip(("spoken", "local", "written"), zip(*readings, strict=True), strict=False):
        found.setdefault(" ".join(spelling).replace(_SCHWA, "a"), standard)
    spellings = tuple(
        Romanisation(spelled, standard) for spelled, standard in found.items() if spelled.strip()
    )
    return spellings + translated(words, _spoken)


def _spoken(word: str) -> str:
    script, spelled = _spell(word)
    return _readings(script, spelled)[0].replace(_SCHWA, "a")
