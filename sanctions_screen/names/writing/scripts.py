"""Tell which script each letter of a text is of.

Reach for this module to know which romaniser a name needs. Scripts are told by Unicode block, which is
enough for names; Hiragana and Katakana are one script here (``Kana``), and Han characters beside Kana belong
to it. Guarantee: every letter has a script; joining the runs of a text gives the text.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Final

__all__ = ["COMMON", "LATIN", "OTHER", "script_of", "script_runs"]

LATIN: Final = "Latin"
COMMON: Final = "Common"
"""Blanks, digits, marks and punctuation, which belong to every script."""
OTHER: Final = "Other"

# First and last code point of the blocks that hold letters of names (Unicode 15, Blocks.txt).
_BLOCKS: Final = (
    (0x0041, 0x005A, LATIN), (0x0061, 0x007A, LATIN), (0x00AA, 0x00AA, LATIN), (0x00BA, 0x00BA, LATIN),
    (0x00C0, 0x024F, LATIN), (0x0250, 0x02AF, LATIN), (0x0370, 0x03FF, "Greek"), (0x0400, 0x052F, "Cyrillic"),
    (0x0531, 0x058A, "Armenian"), (0x0591, 0x05F4, "Hebrew"), (0x0600, 0x06FF, "Arabic"),
    (0x0700, 0x074F, "Syriac"), (0x0750, 0x077F, "Arabic"), (0x0780, 0x07BF, "Thaana"),
    (0x08A0, 0x08FF, "Arabic"), (0x0900, 0x097F, "Devanagari"), (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"), (0x0A80, 0x0AFF, "Gujarati"), (0x0B00, 0x0B7F, "Oriya"),
    (0x0B80, 0x0BFF, "Tamil"), (0x0C00, 0x0C7F, "Telugu"), (0x0C80, 0x0CFF, "Kannada"),
    (0x0D00, 0x0D7F, "Malayalam"), (0x0D80, 0x0DFF, "Sinhala"), (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"), (0x0F00, 0x0FFF, "Tibetan"), (0x1000, 0x109F, "Myanmar"),
    (0x10A0, 0x10FF, "Georgian"), (0x1100, 0x11FF, "Hangul"), (0x1200, 0x139F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"), (0x1800, 0x18AF, "Mongolian"), (0x1C80, 0x1C8F, "Cyrillic"),
    (0x1C90, 0x1CBF, "Georgian"), (0x1D00, 0x1DBF, LATIN), (0x1E00, 0x1EFF, LATIN), (0x1F00, 0x1FFF, "Greek"),
    (0x2C60, 0x2C7F, LATIN), (0x2D00, 0x2D2F, "Georgian"), (0x2DE0, 0x2DFF, "Cyrillic"),
    (0x3005, 0x3007, "Han"), (0x3041, 0x309F, "Kana"), (0x30A1, 0x30FF, "Kana"), (0x3131, 0x318E, "Hangul"),
    (0x31F0, 0x31FF, "Kana"), (0x3400, 0x4DBF, "Han"), (0x4E00, 0x9FFF, "Han"), (0xA640, 0xA69F, "Cyrillic"),
    (0xA720, 0xA7FF, LATIN), (0xA9E0, 0xA9FF, "Myanmar"),
    (0xAA60, 0xAA7F, "Myanmar"), (0xAB30, 0xAB6F, LATIN),
    (0xAC00, 0xD7FF, "Hangul"), (0xF900, 0xFAFF, "Han"),
    (0xFB00, 0xFB06, LATIN), (0xFB13, 0xFB17, "Armenian"),
    (0xFB1D, 0xFB4F, "Hebrew"), (0xFB50, 0xFDFF, "Arabic"), (0xFE70, 0xFEFC, "Arabic"),
    (0x20000, 0x323AF, "Han"),
)  # fmt: skip
_STARTS: Final = tuple(first for first, _, _ in _BLOCKS)


@lru_cache(maxsize=1 << 13)
def script_of(character: str) -> str:
    """Return the script of one character; ``Common`` for what is no letter, ``Other`` for other letters."""
    code = ord(character)
    first, last, script = _BLOCKS[bisect_right(_STARTS, code) - 1]
    if first <= code <= last and (character.isalpha() or script not in (LATIN, "Greek")):
        # Digits and marks of a block belong to its script for cutting runs: a vowel sign is no letter alone.
        return COMMON if character.isdecimal() or character.isspace() else script
    return OTHER if character.isalpha() else COMMON


def script_runs(text: str) -> tuple[tuple[str, str], ...]:
    """Cut *text* into (script, run); common characters stay with the run before them, Han with Kana."""
    runs: list[tuple[str, str]] = []
    for character in text:
        script = script_of(character)
        if runs and script in (COMMON, runs[-1][0]):
            runs[-1] = (runs[-1][0], runs[-1][1] + character)
        elif runs and runs[-1][0] == COMMON:
            runs[-1] = (script, runs[-1][1] + character)
        else:
            runs.append((script, character))
    if any(script == "Kana" for script, _ in runs) and any(script == "Han" for script, _ in runs):
        return _merged([("Kana" if script == "Han" else script, run) for script, run in runs])
    return tuple(runs)


def _merged(runs: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    merged: list[tuple[str, str]] = []
    for script, run in runs:
        if merged and merged[-1][0] == script:
            merged[-1] = (script, merged[-1][1] + run)
        else:
            merged.append((script, run))
    return tuple(merged)
