"""How common a word of names is, in bits, whatever spelling of it was counted.

Reach for :func:`word_bits`. A spelling of a known name is nearly as common as that name: *Mahomed* is in
no count, and tells little more than *Mohamed*. A patronymic is no rarer than the father's name.
Guarantee: no word is rarer than its own count says.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from ..names.sounds.known_names import spellings
from ..names.sounds.spelling import sounds
from ..names.tables import read_table

__all__ = ["word_bits"]

_THOUSANDTHS: Final = 1000
_PATRONYMICS: Final = ("-ич", "-на")
"""How the table of Slavic names marks the originals that are made of a father's name."""
_OTHER_SPELLING: Final = 2000
"""A fourth of those who have a name spell it in another than the commonest way."""
_LEFT_OUT: Final = 2000
"""Three in four of the names counted leave the patronymic out: among those that have one it is commoner."""


@cache
def word_bits() -> dict[str, int]:
    """Return the bits, in thousandths, of words by their sounds; words not named are the rarest."""
    counted = {key: round(float(bits) * _THOUSANDTHS) for key, bits in read_table("word_bits.tsv", 2)}
    heard = {original: frozenset(map(sounds, some)) for original, some in spellings().items()}
    known = {
        original: min((counted[one] for one in some if one in counted), default=None)
        for original, some in heard.items()
    }
    found: dict[str, int] = {}
    for original, some in heard.items():
        bits = _more(known[original], _OTHER_SPELLING)
        if original.endswith(_PATRONYMICS):
            bits = _least(_of_father(original, known), _more(known[original], -_LEFT_OUT))
        if bits is None:
            continue
        for one in some:  # of two names with one spelling the rarer counts: it may be the one meant
            found[one] = max(found.get(one, 0), bits)
    return counted | {one: min(bits, counted.get(one, bits)) for one, bits in found.items()}


def _of_father(original: str, known: Mapping[str, int | None]) -> int | None:
    """Return the bits of the name that a patronymic is made of, if they are known."""
    stem = original.rpartition("-")[0]
    return next((known[name] for name in (stem, f"{stem}ий", f"{stem}й") if name in known), None)


def _more(bits: int | None, more: int) -> int | None:
    return None if bits is None else bits + more


def _least(*bits: int | None) -> int | None:
    return min((some for some in bits if some is not None), default=None)
