"""Tell where the surname ends in a name in Hangul.

Reach for :func:`splits`. Guarantee: every way to part a name gives the name when put together again.
"""

from __future__ import annotations

from ..languages.korean_syllables import surnames

__all__ = ["splits"]

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
    if len(text) < 3 or text[:2] not in surnames():
        return (short,)
    if text[:1] not in surnames():
        return (long,)
    return (long, short) if len(text) > 3 or text[:2] in _SURELY_LONG else (short, long)
