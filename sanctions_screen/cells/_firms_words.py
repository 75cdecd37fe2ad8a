"""Write the words of a firm's name as another may have written them.

Reach for :func:`forms_of_words` with one name, and for :func:`may_have_other_words` before. A usual word that
was mistyped is put right (Tradding), an article that is written to one is parted from it (d'Assurances),
pieces that Russian has from other languages are spelled as there (RusGidro, RusHydro), and what is called
after a town may bear the town's name (Tomskiy, Tomsk); a usual word written to another is parted from it, and
one with a blank in it is one. Short words of Turkish firms are written out (San. ve Tic.). Guarantee: a word
that says nothing of the kind stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from .._late_pattern import late
from ..model import PartyKind
from ..names import fold
from ..names.firms import glued, is_usual, mistyped, usual_words
from ..names.tables import read_table
from ._russian_short_words import in_full_russian, is_short_in_russian

__all__ = ["forms_of_words", "is_parted", "may_have_other_words"]

_WORD: Final = late("[^\\W\\d_]+(?:['’][^\\W\\d_]+)?")
_WITH_ARTICLE: Final = late(
    r"(?P<of>d|dell|degl)['’](?P<word>.{4,})|(?:l|all|sull|dall|nell)['’](?P<bare>.{4,})"
)
"""As French, Italian and Catalan write an article, and of, to a word that begins with a vowel."""
_OF_A_TOWN: Final = late(
    "(?P<town>[a-z]{2,}(?P<ending>t?sk))(?:iy|ij|ii|yi|yy|yj|y|i|aya|aia|aja|oye|oe|oie|oje|ogo|oi|oy|oj)"
)
_IN_CYRILLIC: Final = late(
    "(?P<town>[а-яёґєії]{2,}(?P<ending>[сц]ьк|[сц]к))(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими|а|ої|ій|у|е|і)"
)
"""Russian and Ukrainian adjectives of a town's name."""
_SHORTEST_TOWN: Final = 4
_SHORTEST_LOAN: Final = 6
_SHORTEST_PARTED: Final = 6
_LONGEST: Final = 40
_MOST_WORDS: Final = 30


@cache
def _loans() -> tuple[re.Pattern[str], dict[str, str]]:
    elsewhere = {piece: spelled for piece, spelled, *_ in read_table("firm_loans.tsv", 2)}
    return late("|".join(sorted(elsewhere, key=lambda piece: (-len(piece), piece)))), elsewhere


_TURKISH: Final = frozenset({
    "tic", "ti\u0307c", "t\u0131c", "şti", "sti", "ş", "aş", "ticaret", "sanayi", "şirketi", "sirketi",
    "anonim",
})  # fmt: skip
"""Words one of which tells a Turkish firm: trade, industry and the legal forms."""


class _Written(NamedTuple):
    """What a word may be written for."""

    ways: tuple[str, ...] = ()
    of_a_firm: bool = False
    """Only where another word says that the name is a firm's."""
    beside_others: bool = False
    """Only where another word may be written otherwise too: many a person is called D'Arcy."""

    @property
    def tells(self) -> bool:
        """Whether the word by itself says that a name may be written otherwise."""
        return bool(self.ways) and not self.beside_others


@lru_cache(maxsize=1 << 13)
def _written(word: str) -> _Written:
    """Return what a word, in small letters, may be written for: one way or two, nothing for most."""
    if len(word) > _LONGEST:
        return _Written()
    if not word.isalpha() and (article := _WITH_ARTICLE.fullmatch(word)):
        rest = article["word"] or article["bare"]
        known = is_usual(fold(rest))
        return _Written((f"de {rest}" if article["of"] else rest,), not known, not known)
    found = _of_one(word) if word.isalpha() else _Written()
    return found if found.ways and not is_usual(word) else _Written()  # is_usual takes longest


def _of_one(word: str) -> _Written:
    slip = mistyped(word)
    if slip and not slip.is_place:
        return _Written((slip.word,))
    of_a_town = _OF_A_TOWN if "sk" in word else None if word.isascii() else _IN_CYRILLIC
    if of_a_town and (found := of_a_town.fullmatch(word)):
        town = found["town"].removesuffix(found["ending"])
        ways = (found["town"], *((town,) if len(town) >= _SHORTEST_TOWN else ()))
        return _Written(ways, of_a_firm=True)
    if slip:
        return _Written((slip.word,), of_a_firm=True)
    if parted := glued(word):
        return _Written((" ".join(parted),), of_a_firm=True)
    pieces, elsewhere = _loans()
    if len(word) < _SHORTEST_LOAN or not pieces.search(word):
        return _Written()
    return _Written((pieces.sub(lambda piece: elsewhere[piece[0]], word),))


def may_have_other_words(text: str) -> bool:
    """Return whether a name, or a word of it, has one that may be written for another, if it is a firm's."""
    if text.isalpha():
        return _tells(text.lower())
    return is_parted(text.split(" ")) or any(_tells(found[0].lower()) for found in _WORD.finditer(text))


def _tells(word: str) -> bool:
    return word in _TURKISH or is_short_in_russian(word) or _written(word).tells


@cache
def _short_in_turkish() -> dict[str, str]:
    return {
        short.strip(): word
        for word, some in read_table("turkish_short_words.tsv", 2)
        for short in some.split(",")
    }


def _in_full_turkish(text: str) -> str:
    """Return a Turkish firm's name with its short words written out: San. ve Tic. Ltd. Şti."""

    def out(found: re.Match[str]) -> str:
        return _short_in_turkish().get(fold(found[0]), found[0]) if found.start() else found[0]

    return _WORD.sub(out, text)


def is_parted(words: Sequence[str]) -> bool:
    """Return whether a blank stands in a usual word of firms' names: Haleel Hol dings."""
    return any(_is_one(front, back) for front, back in pairwise(words))


def _is_one(front: str, back: str) -> bool:
    parts = (front.lower(), back.lower())
    whole, usual = "".join(parts), usual_words()
    return len(whole) >= _SHORTEST_PARTED and whole in usual and not all(part in usual for part in parts)


def _whole(text: str) -> str:
    """Return a text without the blanks that stand in usual words."""
    first, *rest = text.split(" ")
    kept = [first]
    for word in rest:
        if _is_one(kept[-1], word):
            kept[-1] += word
        else:
            kept.append(word)
    return " ".join(kept)


def forms_of_words(text: str, kind: PartyKind | None) -> Iterator[str]:
    """Yield a name of *kind* with the words that may be written for others as these; most have none."""
    whole = _whole(text)
    words = [found[0].lower() for found in _WORD.finditer(whole)]
    if len(words) > _MOST_WORDS:
        return
    if whole != text:
        yield whole
    if not _TURKISH.isdisjoint(words):
        yield _in_full_turkish(whole)
    if any(map(is_short_in_russian, words)):
        yield from in_full_russian(whole, sure=kind == "organisation")
    if any(_written(word).tells for word in words):
        of_a_firm = kind == "organisation" or any(is_usual(fold(word)) or is_usual(word) for word in words)
        yield from (_rewritten(whole, way, of_a_firm=of_a_firm) for way in (0, -1))


def _rewritten(text: str, way: int, *, of_a_firm: bool) -> str:
    """Return a text with each word in the way of that number that it may be written for."""

    def put(found: re.Match[str]) -> str:
        written = _written(found[0].lower())
        if not written.ways or (written.of_a_firm and not of_a_firm):
            return found[0]
        instead = written.ways[way]
        return instead if found[0].islower() else instead.title()

    return _WORD.sub(put, text)
