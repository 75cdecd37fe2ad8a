"""Undo what programs that set text write for letters: RTF's {\\rtf1 \\u1044?}, TeX's L\\"owenstr\\"om.

Reach for :func:`plain_of_typesetting`. Guarantees: pure; a text without a backslash stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .._late_pattern import late

__all__ = ["plain_of_typesetting"]

_OF_RTF: Final = late(r"\\u(-?[0-9]{2,5}) ?\?")
"""A letter by its number in decimal digits, and what shows it where it cannot be shown."""
_HEAD_OF_RTF: Final = "{\\rtf"
_GROUP_OF_RTF: Final = late(r"\{\\(?:fonttbl|colortbl|stylesheet|info|\*)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_BREAK_OF_RTF: Final = late(r"\\(?:par|line|tab)\b ?")
_WORD_OF_RTF: Final = late(r"\\(?!u-?[0-9])[a-z]+-?[0-9]* ?")
_TWO_HALVES: Final = 0x10000
_ACCENTS: Final = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
"""TeX's accents (Knuth, The TeXbook, chapter 9) and the marks of Unicode that they are."""
_LETTERS: Final = {
    "l": "ł", "L": "Ł", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "ss": "ß", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ",
}  # fmt: skip
_SIGN: Final = r"(?:[`'^~=.\"]\s?|[uHvcdbkr](?=[\s{\\])\s?)"
_ACCENTED: Final = late(
    rf"\{{\\(?P<outer>{_SIGN})(?P<within>\\?[A-Za-z])\}}|\\(?P<inner>{_SIGN})\{{(?P<braced>\\?[A-Za-z])\}}"
    rf"|(?<=[A-Za-z}}])\\(?P<sign>{_SIGN})(?P<bare>\\[ij](?![A-Za-z])|[A-Za-z])"
)
"""An accent and its letter: {\\"o}, \\"{o} or, behind another letter, \\"o."""
_APOSTROPHE: Final = "'"
_LETTER: Final = late(
    r"\{\\(?P<braced>"
    + "|".join(_LETTERS)
    + r")\s?\}|\\(?P<bare>"
    + "|".join(_LETTERS)
    + r")(?:\{\}|\s|(?![A-Za-z]))"
)


def plain_of_typesetting(text: str) -> str:
    """Return *text* with RTF's and TeX's letters as letters."""
    if "\\" not in text:
        return text
    if text.lstrip().startswith(_HEAD_OF_RTF):
        text = _BREAK_OF_RTF.sub("\n", _GROUP_OF_RTF.sub("", text))
        text = _WORD_OF_RTF.sub("", text).replace("{", "").replace("}", "").strip()
    text = _OF_RTF.sub(_numbered, text)
    # O\\'Neill is written so by programs: an acute without braces is one only beside other accents.
    told = [found for found in _ACCENTED.finditer(text) if found["sign"] != _APOSTROPHE]
    return _LETTER.sub(_letter, _ACCENTED.sub(_accented, text) if told else text)


def _numbered(found: re.Match[str]) -> str:
    character = chr(int(found[1]) % _TWO_HALVES)
    return character if character.isalpha() else found[0]


def _letter(found: re.Match[str]) -> str:
    return _LETTERS[found["braced"] or found["bare"]]


def _accented(found: re.Match[str]) -> str:
    letter = (found["within"] or found["braced"] or found["bare"]).removeprefix("\\")
    mark = _ACCENTS[(found["outer"] or found["inner"] or found["sign"]).strip()]
    composed = unicodedata.normalize("NFC", letter + mark)
    return composed if len(composed) == 1 else found[0]
