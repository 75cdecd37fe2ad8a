"""Part a Thai text into syllables, the likeliest ways first, and spell them.

Reach for :func:`parted`, then :func:`spelled`. A syllable is one consonant or two, a vowel that may be
unwritten (*o* between two consonants, *a* behind one that opens a syllable) and a consonant at its end, which
may open the next syllable too (รัตน is rat-ta-na). Each way costs what is unwritten or unsaid in it.
Guarantees: every text can be parted; the same ways in the same order; time grows with the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from ..tables import read_table

__all__ = ["CONSONANTS", "LEADING", "STANDARDS", "parted", "spelled"]

CONSONANTS: Final = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
LEADING: Final = "เแโใไ"
STANDARDS: Final = ("rtgs", "plain", "learned")
_CLUSTERS: Final = frozenset(first + second for first in "กขคปพผตทสศบดฟ" for second in "รล") | {
    "กว", "ขว", "คว",
}  # fmt: skip
"""Two consonants that are said together."""
_LED: Final = frozenset("ห" + second for second in "งญนมยรลว") | {"อย"}
"""Of these the first is silent."""
_SILENT_PAIRS: Final = {
    **dict.fromkeys(("ตร", "ทร", "ชร", "ทธ", "ตถ", "กข", "พภ", "จฉ", "ฏฐ"), 5),
    **dict.fromkeys(("กร", "ธร"), 10),
}
"""What a silent second consonant at the end costs where that is usual: บุตร but, ยุทธ yut, จักร chak."""
# What each thing that is not written, or not said, costs.
_A: Final = 20
_O: Final = 10
_ON: Final = 8
_UA: Final = 9
_SILENT: Final = 30
_SILENT_SIGN: Final = 7
_AGAIN: Final = 16
_A_AT_THE_END: Final = 35
_PAIR: Final = 25
_OPEN: Final = 2
_NG: Final = 15
_OTHERWISE: Final = 5
_NO_LETTER: Final = 60
_LONGEST: Final = 100
"""Letters that are parted at once: each way is kept whole, from the beginning."""
_MOST_KEPT: Final = 6
"""Ways to come to one place of a text that are followed on."""

_SIGNS: Final = frozenset("ะัาำิีึืฺุูๅ")
"""What stands behind a syllable's consonants."""
_UNSAID: Final = frozenset(last + vowel for last in "ตทธดม" for vowel in "ิุ")
"""Consonants whose vowel is written and not said at an end: ชาติ chat."""
_NEVER_TWICE: Final = frozenset("งวอห")
_NEVER_BEHIND_O: Final = frozenset("ยวอห")
_SYLLABIC: Final = {"ฤ": (("ri/ri", 0), ("rue/rue", _OTHERWISE)), "ฦ": (("lue/lue", 0),)}
_COST: Final = {("ว", "ua/ua"): _UA, ("ฤ", "rue/rue"): _OTHERWISE}

Piece = tuple[str, str]
"""What to write: a sort (head, end, vowel or mark) and a letter, or a vowel and its plain form."""
_Step = tuple[int, int, tuple[Piece, ...]]
"""Where it ends, what it costs, what it writes."""


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    return {letter: tuple(values) for letter, *values in read_table("thai_letters.tsv", 7)}


@cache
def _vowels() -> tuple[tuple[str, str, str, str], ...]:
    """Return the sign before, the signs behind, value and plain value as one, and whether there is an end."""
    return tuple(
        (a, b, f"{value}/{plain}", end) for a, b, value, plain, end in read_table("thai_vowels.tsv", 5)
    )


def spelled(pieces: tuple[Piece, ...], standard: str) -> str:
    """Return a text parted, in Latin letters by a standard."""
    column = 2 * STANDARDS.index(standard)
    written = []
    for sort, what in pieces:
        if sort == "head":
            written.append(_letters()[what][column])
        elif sort == "end":
            written.append(_letters()[what][column + 1])
        elif sort == "vowel":
            written.append(what.split("/")[standard == "plain"])
        else:
            written.append(what)
    return "".join(written)


def parted(text: str, *, most: int) -> list[tuple[Piece, ...]]:
    """Return the *most* likeliest ways to part a text, one at least; one that is longer than any name, in one
    way, some letters after the other."""
    if len(text) <= _LONGEST:
        return _parted(text, most)
    pieces = (_parted(text[at : at + _LONGEST], 1)[0] for at in range(0, len(text), _LONGEST))
    return [tuple(piece for some in pieces for piece in some)]


def _parted(text: str, most: int) -> list[tuple[Piece, ...]]:
    ways: list[dict[tuple[Piece, ...], int]] = [{} for _ in range(len(text) + 1)]
    ways[0][()] = 0
    for at in range(len(text)):
        here = _likeliest(ways[at])
        for end, cost, pieces in _steps(text, at):
            for before, spent in here:
                way = before + pieces
                ways[end][way] = min(spent + cost, ways[end].get(way, spent + cost))
    unlike = {spelled(way, "learned"): way for way, _ in reversed(_likeliest(ways[-1]))}
    return list(reversed(unlike.values()))[:most]


def _likeliest(ways: dict[tuple[Piece, ...], int]) -> list[tuple[tuple[Piece, ...], int]]:
    return sorted(ways.items(), key=lambda way: way[1])[:_MOST_KEPT]


def _steps(text: str, at: int) -> Iterator[_Step]:
    """Yield each way to go on from a place: a syllable, or what is none."""
    first = text[at]
    if first in _SYLLABIC:
        for value, cost in _SYLLABIC[first]:
            for end, more, pieces in _ends(text, at + 1, "may"):
                yield end, cost + more, (("vowel", value), *pieces)
    elif first in LEADING or first in CONSONANTS:
        yield from _syllables(text, at)
        yield at + 1, _NO_LETTER, (("head", first),) if first in CONSONANTS else ()
    elif first in _SIGNS:
        yield at + 1, _NO_LETTER, ()
    else:
        yield at + 1, 0, (("mark", first),)


def _syllables(text: str, at: int) -> Iterator[_Step]:
    leading = text[at] if text[at] in LEADING else ""
    for behind, cost, head in _heads(text, at + len(leading), led=bool(leading)):
        for end, more, pieces in _rests(text, behind, leading, single=len(head) == 1):
            yield end, cost + more, head + pieces


def _heads(text: str, at: int, *, led: bool) -> Iterator[_Step]:
    """Yield the consonants that may begin a syllable, behind a vowel's sign if *led*."""
    first, second = text[at : at + 1], text[at + 1 : at + 2]
    if not first or first not in CONSONANTS:
        return
    yield at + 1, 0, (("head", first),)
    if not second or second not in CONSONANTS:
        return
    if first + second == "ทร":
        yield at + 2, 0, (("mark", "s"),)
    if first + second in _CLUSTERS:
        yield at + 2, 0, (("head", first), ("head", second))
    elif first + second in _LED:
        yield at + 2, 0, (("head", second),)
    elif led:  # เฉลิม cha-loem: the sign stands before both syllables
        yield (
            at + 2,
            0 if text[at + 2 : at + 3] in _SIGNS else _PAIR,
            (("head", first), ("mark", "a"), ("head", second)),
        )


def _rests(text: str, at: int, leading: str, *, single: bool) -> Iterator[_Step]:
    """Yield what may follow the head of a syllable."""
    signed = False
    for before, behind, value, end in _vowels():
        if before != leading or not text.startswith(behind, at) or (signed and end != "or"):
            continue
        after = at + len(behind)
        if behind == "รร" and text[after : after + 1] in _SIGNS:
            continue
        signed = signed or (end != "or" and behind != "รร")
        for place, cost, pieces in _ends(text, after, "must" if behind == "ว" else end):
            more = _COST.get((behind, value), 0) + (_OPEN if leading and not (behind or pieces) else 0)
            yield place, cost + more, (("vowel", value), *pieces)
    if not (leading or signed):
        yield from _unwritten(text, at, single=single)


def _unwritten(text: str, at: int, *, single: bool) -> Iterator[_Step]:
    """Yield a vowel that is not written, behind the head of a syllable: o and an end, or a."""
    unusual = _NG if text[at - 1] == "ง" else 0
    for place, cost, pieces in _ends(text, at, "must"):
        last = pieces[0][1]
        if text[place - 1] in _SIGNS:
            continue
        if last == "ร" and len(pieces) == 1:
            yield place, cost + unusual + _ON, (("vowel", "on/orn"),)
        elif last not in _NEVER_BEHIND_O:
            yield place, cost + unusual + _O, (("vowel", "o/o"), *pieces)
    if single and text[at : at + 1] not in _SIGNS:
        yield at, _A if text[at : at + 1].strip() else _A_AT_THE_END, (("mark", "a"),)


def _ends(text: str, at: int, end: str) -> Iterator[_Step]:
    """Yield the ways to end a syllable whose vowel stands before a place."""
    if end != "must":
        yield at, 0, ()
    last, more = text[at : at + 1], text[at + 1 : at + 2]
    if end == "no" or not last or last not in CONSONANTS:
        return
    closed: tuple[Piece, ...] = (("end", last),)
    if last + more in _UNSAID and text[at + 2 : at + 3] not in _SIGNS:
        yield at + 2, _SILENT_SIGN, closed
    if more in _SIGNS and more:
        return
    yield at + 1, 0, closed
    again = _AGAIN if more.strip() else _AGAIN + _A_AT_THE_END - _A
    if last not in _NEVER_TWICE:
        yield at + 1, again, (*closed, ("head", last), ("mark", "a"))
    if not more or more not in CONSONANTS or (text[at + 2 : at + 3] or " ") in _SIGNS:
        return
    yield at + 2, _SILENT_PAIRS.get(last + more, _SILENT), closed
    if last + more in _CLUSTERS:
        yield at + 2, _AGAIN, (*closed, ("head", last), ("head", more), ("mark", "a"))
