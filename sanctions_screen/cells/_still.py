"""Tell of most names by their words alone that they are plainly one, and which steps may do anything to them.

Reach for :func:`steps_for`. Each word is looked at once, by the steps themselves, and remembered: names have
few words of their own. Guarantee: no other step would do anything to the name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from .._late_pattern import late
from ..model import PartyKind
from ..names.writing.scripts import LATIN, script_of
from ._amid import form_words, is_small, may_hold_more
from ._code_pages import SUSPECT
from ._edges import FILE_ENDINGS, LONGEST_CODE, edge_words, is_twice, may_be_code, may_have_edges
from ._fields import field_words
from ._firms_words import is_parted
from ._marks import Cut, cut_at_marks, has_unspaced_mark, mark_words
from ._numbers import LABELS_OF_LETTERS
from ._orthographies import is_servant_behind, may_be_respelled_for, may_be_turned_for
from ._placeholders import placeholder_words
from ._run_together import may_be_parted
from ._spelled_out import may_be_short_for, may_have_a_short_form, short_words
from ._together import CONJUNCTIONS, IN_THE_EAST, SMALL_CONJUNCTION, joins_by_a_letter, together

__all__ = [
    "ALL",
    "BESIDE",
    "LETTERS",
    "MOST_BESIDE_A_COMMA",
    "NONE",
    "PARTED",
    "PARTED_AT",
    "PLAIN",
    "RESPELLED",
    "SIGNS",
    "SPELLED_OUT",
    "TURNED",
    "is_one_for",
    "signs",
    "steps_for",
]

LETTERS: Final = "A-Za-zÀ-ʯḀ-ỿΆΈ-ϿЀ-ӿԱ-֏א-תء-ۿऀ-෿ก-๛က-ၙა-ჿ々一-鿿가-힣ぁ-ヿ・"
"""Letters of scripts that are read; the digits of some stand among them."""
_WORD: Final = late(rf"(?!.*\d)[{LETTERS}]+(?:['.-][{LETTERS}]+)*\.?,?")
_LONGEST: Final = 60
_MOST_WORDS: Final = 6
MOST_BESIDE_A_COMMA: Final = 5
"""Words of one name with a comma in it; of more it may stand between two."""
_MOST_DOTS: Final = 3
"""And hyphens."""
_WORDS_KEPT: Final = 1 << 17
PARTED_AT: Final = str.maketrans(",-'", "   ", ".\u0307")
"""What parts words, or stands in them, where they are looked up; İ is i and a dot in small letters."""
_ALSO_AT_DOTS: Final = str.maketrans(",-'.", "    ", "\u0307")
NONE: Final = 0
"""Steps of reading a cell that may do something to a name, as bits."""
SPELLED_OUT: Final = 1
RESPELLED: Final = 2
PARTED: Final = 4
TURNED: Final = 8
PLAIN: Final = SPELLED_OUT | RESPELLED | PARTED | TURNED
"""All that are taken with a name that is plainly one."""
SHORT: Final = 16
"""A word of it is a short form."""
MARKED: Final = 32
"""A word of it may be a mark between two names."""
JOINED: Final = 64
"""A word of it may join two names."""
SIGNS: Final = SHORT | MARKED | JOINED
ALL: Final = 127
"""These and all that are for a cell that may hold more than one name."""
_SMALL: Final = 256
"""No step: a word that joins two names in small letters, if it stands between them."""
_WITH_SIGNS: Final = 128
"""No step: signs stand in the name, of which it may not have many."""
BESIDE: Final = 4096
"""Something may stand beside the name that no mark tells: of a customer's cell, not of a list's."""
_SMALL_WORD: Final = 512
"""No step: a word in small letters that no name has."""
_CAPITAL: Final = 1024
"""No step: a word begins with a capital."""
_FORM: Final = 2048
"""No step: a legal form, which ends a firm's name."""
_ABROAD: Final = 8192
"""No step: letters of another script than ours."""
_EDGE: Final = 16384
"""No step: a word that may stand before or behind a name and is none."""
_MAY_BE_BESIDE: Final = _EDGE | _SMALL_WORD | _CAPITAL | _FORM | _ABROAD
_FEWEST_BESIDE: Final = 3
"""Words of a text that may be a name and something beside it."""


def steps_for(text: str) -> int:
    """Return the steps that may do something to *text*; ALL unless it is plainly one name."""
    words = text.split(" ")
    if len(words) > _MOST_WORDS or len(text) > _LONGEST:
        return ALL
    steps = NONE
    for word in words:
        steps |= _steps_for_word(word)
    if steps & ALL == ALL:
        return ALL
    beside = NONE
    if len(words) >= _FEWEST_BESIDE or (steps & _EDGE and not text.isascii()):
        both = steps & _SMALL_WORD and steps & _CAPITAL
        more = (both or steps & (_FORM | _ABROAD)) and may_hold_more(text)
        if more or (may_have_edges(words) if steps & _EDGE else is_twice(words)):
            beside = BESIDE
    return _steps_of_one(text, words, steps & ~_MAY_BE_BESIDE) | beside


def _steps_of_one(text: str, words: Sequence[str], steps: int) -> int:
    """Return the *steps* that may do something to a text of these words, by the text as a whole."""
    if steps & _WITH_SIGNS:
        if not _has_few_signs(text):
            return ALL
        steps = steps & ~_WITH_SIGNS | RESPELLED * is_servant_behind(text)
    if steps & _SMALL:
        steps = steps & ~_SMALL | JOINED * (SMALL_CONJUNCTION.search(text) is not None)
    if may_have_a_short_form(text) if len(words) == 1 else is_parted(words):
        steps |= SPELLED_OUT
    if words[0][:1].lower() == words[-1][:1].lower() and len(words) <= 2 and _is_one_word_twice(text):
        return ALL
    if text.isascii():
        return steps
    # Of letters that cannot be read notes are made where a text is not plainly one name.
    signs_of_more = SUSPECT.search(text) or has_unspaced_mark(text) or IN_THE_EAST.search(text)
    return ALL if steps & SIGNS or signs_of_more else steps


def _has_few_signs(text: str) -> bool:
    """Return whether no more dots, hyphens, quotes and commas stand in a text than in one name."""
    if text.count(".") + text.count("-") > _MOST_DOTS or text.count("'") > 1:
        return False
    commas = text.count(",")
    return not commas or (commas == 1 and len(text.translate(PARTED_AT).split()) <= MOST_BESIDE_A_COMMA)


def is_one_for(text: str, kind: PartyKind | None, steps: int) -> bool:
    """Return whether *text* is one name of *kind* though words of it may be marks, or join two names."""
    if steps & MARKED and cut_at_marks(text) != Cut((text,)):
        return False
    return not (steps & JOINED and together(text, kind))


def _is_one_word_twice(text: str) -> bool:
    pieces = text.lower().translate(PARTED_AT).split()
    return len(pieces) == 2 and pieces[0] == pieces[1]


@lru_cache(maxsize=_WORDS_KEPT)
def _steps_for_word(word: str) -> int:
    """Return the steps that may do something to a name for one word that stands in it among others."""
    if not _WORD.fullmatch(word):
        return ALL
    pieces = signs().intersection(word.lower().translate(PARTED_AT).split())
    steps = _SMALL if SMALL_CONJUNCTION.search(f" {word} ") else NONE
    if pieces:
        steps |= SHORT * (not pieces.isdisjoint(short_words())) | MARKED * (
            not pieces.isdisjoint(mark_words())
        )
        steps |= JOINED * (not pieces.isdisjoint(CONJUNCTIONS))
        if not pieces.isdisjoint(_signs_of_more()):
            return ALL
    if joins_by_a_letter(word):
        steps |= JOINED
    if "." in word and _has_sign_behind_a_dot(word):
        return ALL
    with_signs, word = not word.isalpha(), word.rstrip(",")
    return (
        steps
        | SPELLED_OUT * may_be_short_for(word)
        | RESPELLED * may_be_respelled_for(word)
        | PARTED * may_be_parted(word)
        | TURNED * may_be_turned_for(word)
        | _WITH_SIGNS * with_signs
        | _beside_for_word(word)
    )


def _beside_for_word(word: str) -> int:
    """Return what a word tells of whether something may stand beside a name."""
    found = _CAPITAL if word[0].isupper() else _SMALL_WORD * (word[0].islower() and is_small(word))
    low = word.rstrip(".").lower()
    if low.replace(".", "") in form_words():
        found |= _FORM
    if low in edge_words() or (len(word) <= LONGEST_CODE and word.isupper() and may_be_code(word)):
        found |= _EDGE
    return found if word[0].isascii() or script_of(word[0]) == LATIN else found | _ABROAD


def _has_sign_behind_a_dot(word: str) -> bool:
    """Return whether a mark, a placeholder or a label may stand in a word between dots: Y.ANTES, Fao.Deep.

    One letter of a mark of letters is none: two dots are in the shortest, a.k.a. and its like.
    """
    shortest = 1 if word.count(".") > 1 else 2
    pieces = word.lower().translate(_ALSO_AT_DOTS).split()
    longer = [piece for piece in pieces if len(piece) >= shortest]
    return not _signs_behind_dots().isdisjoint(longer)


@cache
def _signs_behind_dots() -> frozenset[str]:
    return mark_words() | placeholder_words() | LABELS_OF_LETTERS | FILE_ENDINGS


@cache
def _signs_of_more() -> frozenset[str]:
    return placeholder_words() | LABELS_OF_LETTERS | field_words()


@cache
def signs() -> frozenset[str]:
    """Return the words without one of which a plain text is one name."""
    return (
        mark_words() | placeholder_words() | short_words() | CONJUNCTIONS | LABELS_OF_LETTERS | field_words()
    )
