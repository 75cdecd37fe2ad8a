"""Write a name's letters as English has them, given how another language writes Russian names.

Reach for :data:`ABROAD`: what a word of a name in a language's letters has, in small letters, and those
letters. :func:`written_with` and :func:`written_but_known` put them into English, the latter but for words
that are known names as they stand. Guarantee: pure.
"""

from __future__ import annotations

import re
from typing import Final

from .._late_pattern import late, without_case
from ..names.sounds.known_names import originals

__all__ = ["ABROAD", "written_but_known", "written_with"]

_LETTERS: Final = late(r"[^\W\d_]+")
_END: Final = "(?:[oe]wa?|[oe]wi(?:tsch|cz)|[oe]wna|[oe]wsk(?:i|ij|y|yj|a|aja))"
"""How a Russian family's or father's name ends in German and Polish letters: Tichonow, Jurjewitsch."""
_SON: Final = "[oe]vi(?:ç|ci)|[oe]vna|[oe]va?(?![a-z])|in(?![a-z])|sk(?:iy|i|y|aya)(?![a-z])"
ABROAD: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    (  # German: Sacharowa, Selenzow
        r"\b(?:s[aeijou][a-z]*|[a-z]*z[a-z]+)[eo]wa?\b",
        {"tsch": "ch", "sch": "sh", "ch": "kh", "s": "z", "z": "ts", "w": "v", "j": "y"},
    ),
    (  # German and Polish: Tichonow, Lichaczow, Pawłowicz
        rf"(?:ch|j|cz|sz|ł)[a-z]*{_END}\b|[eo]wicz\b|ł",
        {
            "schtsch": "shch", "szcz": "shch", "tsch": "ch", "cz": "ch", "sch": "sh", "sz": "sh", "ch": "kh",
            "w": "v", "j": "y", "ł": "l", "ż": "zh", "ź": "z", "ś": "s", "ó": "o",
        },
    ),
    (  # Turkish: Mihayloviç, Şçeglov
        rf"[çş][a-z]*(?:{_SON})|[oe]viç",
        {"şç": "shch", "ç": "ch", "ş": "sh", "ı": "y", "j": "zh", "ğ": "g"},
    ),
    (  # Azerbaijani: Serqey, Bezdenejnıx
        r"[qxə][a-zçşı]*(?:[oe]vi(?:ç|ch)|[oe]vna|[oe]va?\b|sk(?:iy|i|y|aya)\b|ıx\b)",
        {"şç": "shch", "ç": "ch", "ş": "sh", "ı": "y", "j": "zh", "ğ": "gh", "q": "g", "x": "kh", "ə": "a"},
    ),
    (  # German, of Arabic names: Dschamal
        "dsch",
        {"dsch": "j", "tsch": "ch", "sch": "sh", "j": "y"},
    ),
    (  # Turkish, of Arabic names: Cemil Haşafi
        "[şğ]",
        {"ş": "sh", "ç": "ch", "c": "j", "ğ": "gh", "ı": "i"},
    ),
    (  # Azerbaijani: Xəlil Əhmədov
        "ə",
        {"ə": "a", "x": "kh", "ş": "sh", "ç": "ch", "c": "j", "q": "g", "ğ": "gh", "ı": "y", "j": "zh"},
    ),
    (  # as scholars write Arabic: Ḫafāǧī
        "[ǧḫẖġṯḏ]",
        {"ǧ": "j", "ḫ": "kh", "ẖ": "kh", "ġ": "gh", "ṯ": "th", "ḏ": "dh", "š": "sh"},
    ),
    (  # Romanian, of Moldova: Mihailovici, Ciucin
        r"[oe]vici\b",
        {
            "ovici": "ovich", "evici": "evich", "ciu": "chu", "cia": "cha", "cio": "cho", "ci": "chi",
            "ce": "che", "chi": "ki", "che": "ke", "c": "k", "ș": "sh", "ş": "sh", "ț": "ts", "ţ": "ts",
            "j": "zh", "î": "y",
        },
    ),
    (  # ISO 9: Ûrij Sâdovič
        rf"\bû|ŝ|â[a-zčšž]*(?:{_SON}|vič)",
        {
            "û": "yu", "â": "ya", "ŝ": "shch", "č": "ch", "š": "sh", "ž": "zh", "è": "e", "ë": "e", "c": "ts",
            "j": "y",
        },
    ),
    (  # Greek, which writes b, d and g with two letters: Sergkei, Ntenis, Vlantimir, Mpezler, Kantenkof
        r"[a-mo-z]gk|\b(?:gk|nt|mp)[a-z]|lantim|vantim|ntm|[ae]ntr\b|^(?=.*(?:nt|mp)).*[oe]fa?\b",
        {"ngk": "ng", "gk": "g", "nnt": "nd", "nt": "d", "mp": "b", "iou": "yu", "ou": "u", "ch": "kh"},
    ),
    (  # English, of Serbian and Croatian names: Zoran Yovanovich
        r"^(?=.*[a-z]{3}ich\b).*(?<![a-z])y[aeou]|^(?=.*[a-z]{3}ich\b).*oy[ae]",
        {"ya": "ja", "ye": "je", "yo": "jo", "yu": "ju", "ovich": "ovic", "evich": "evic", "ich": "ic"},
    ),
    (  # Czech, Dutch and Croatian, where the sound stands twice: Chochlova, Hohlova
        r"\bch[a-z]*ch[a-z]*(?:[oe]va?|ina?)\b",
        {"ch": "kh"},
    ),
    (
        r"\bh[a-z]*(?<![ckpstz])h[a-z]*(?:[oe]va?|ina?)\b",
        {"kh": "kh", "sh": "sh", "ch": "ch", "zh": "zh", "th": "th", "h": "kh"},
    ),
)  # fmt: skip


def written_with(letters: dict[str, str], text: str) -> str:
    """Return a name in one language's letters in those of English, letter by letter, the longest first."""
    groups = "|".join(sorted(letters, key=len, reverse=True))

    def english(found: re.Match[str]) -> str:
        written = (
            letters.get(found[0].lower()) or letters.get(without_case(found[0])) or found[0]
        )  # ı is no i
        return written.capitalize() if found[0][0].isupper() else written

    return re.sub(groups, english, text, flags=re.IGNORECASE)


def written_but_known(letters: dict[str, str], text: str) -> str:
    """The same, but for words that are known names as they stand: Sergej, Michail."""
    return _LETTERS.sub(
        lambda found: found[0] if originals(found[0].lower()) else written_with(letters, found[0]), text
    )
