"""Romanise a name: from another script to its likely spellings in Latin letters, most likely first.

Reach for :func:`romanisations` with a text whose letters are all of one script. Each script has a module of
its own, imported when a name first needs it, with one function ``romanisations(text)``. A script without a
module is spelled by Unidecode, and the result says so: its ``standard`` is ``unidecode``, which knows no
language and is right only by luck.

Guarantees: the same text gives the same spellings in the same order; no two spellings of one answer are
equal; a text with letters gives at least one spelling unless it has no Latin reading at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Final, cast

__all__ = ["LAST_RESORT", "Romanisation", "romanisations"]

LAST_RESORT: Final = "unidecode"
"""The standard named where no table of ours knows the script."""

_MODULES: Final = {
    "Arabic": "arabic",
    "Armenian": "armenian",
    "Bengali": "indic",
    "Cyrillic": "cyrillic",
    "Devanagari": "indic",
    "Ethiopic": "ethiopic",
    "Georgian": "georgian",
    "Greek": "greek",
    "Gujarati": "indic",
    "Gurmukhi": "indic",
    "Han": "han",
    "Hangul": "hangul",
    "Hebrew": "hebrew",
    "Kana": "kana",
    "Kannada": "indic",
    "Malayalam": "indic",
    "Myanmar": "burmese",
    "Oriya": "indic",
    "Sinhala": "indic",
    "Tamil": "indic",
    "Telugu": "indic",
    "Thai": "thai",
}


@dataclass(frozen=True, slots=True)
class Romanisation:
    """One spelling in Latin letters: parts separated by blanks, and the standard or habit it follows."""

    text: str
    standard: str


@cache
def _module_romaniser(script: str) -> Callable[[str], tuple[Romanisation, ...]] | None:
    module = _MODULES.get(script)
    if module is None:
        return None
    return cast(
        "Callable[[str], tuple[Romanisation, ...]]", import_module(f"{__name__}.{module}").romanisations
    )


def _last_resort(text: str) -> tuple[Romanisation, ...]:
    from unidecode import unidecode  # a table of its own per block of Unicode: loaded only when needed

    spelled = " ".join(unidecode(text).split())
    return (Romanisation(spelled, LAST_RESORT),) if spelled else ()


@lru_cache(maxsize=1 << 14)
def romanisations(text: str, script: str) -> tuple[Romanisation, ...]:
    """Return the likely spellings of *text*, most likely first.

    Args:
        text: A name, or a part of one, in *script*.
        script: Its script, as ``writing.scripts`` names it: ``Hangul``, ``Han``, ``Kana``, ``Cyrillic``…
    """
    romaniser = _module_romaniser(script)
    found = romaniser(text) if romaniser else ()
    unique: dict[str, Romanisation] = {}
    for spelling in found:
        unique.setdefault(spelling.text, spelling)
    return tuple(unique.values()) or _last_resort(text)
