"""Find two names between which stands what stands in no name, whatever it means and in whatever language.

Reach for :func:`names_amid` with a text of a customer's. Marks are many, and each language has more
(``_marks.py`` knows the usual ones); but who writes names with capitals writes with small letters what
stands between two: Rudolf Brand dikenal sebagai Taras Hlush. So do signs alone (»), strokes (d/h), another
script, and a firm's legal form ends its name. Guarantees: pure; each answer is a part of the text, two words
or more unless letters have no case, and the text as a whole stays a name beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from .._late_pattern import late
from ..model import PartyKind
from ..names.firms import firm_parts, has_legal_form
from ..names.tables import phrase_list, phrase_table
from ..names.writing.scripts import COMMON, script_of
from ._forms import is_without_case, plain_words
from ._spelled_out import SMALL_WORDS, short_words
from ._together import CONJUNCTIONS, is_firm

__all__ = ["behind_small_words", "form_words", "is_capital", "is_small", "may_hold_more", "names_amid"]

_FEWEST: Final = 2
"""Words of a name that stands beside another."""
_FEWEST_OF_TEXT: Final = 3
_EDGES: Final = " \t.,;:'\"«»“”„‚‘’()[]{}<>*!?-–—/\\|"
_LONGEST: Final = 400
"""Letters of a text; a longer one is compared a few words at a time."""
_STROKES: Final = late(r"[^\W\d_](?:/[^\W\d_]{0,2}){1,2}\.?|[^\W\d_]{1,2}/-?|℅")
_OF_NAMES: Final = frozenset({"v/d", "d/l", "v/dr", "s/o", "d/o", "w/o", "h/o"})
_BEFORE_A_CONJUNCTION: Final = frozenset({"&", "+"})
_IN_NAMES: Final = frozenset({
    "the", "het", "op", "aan", "in", "am", "im", "auf", "vor", "bei", "uit", "ole", "thor", "sri", "nic",
    "mac",
    "mc", "t", "s", "o", "ibni", "anak", "alu", "aru", "nee", "jr", "sr",
})  # fmt: skip
"""Small words that stand in names and are no particles of their own right: in 't Veld, Eystein the Red."""
_FEWEST_OF_A_WORD: Final = 4
_AND: Final = frozenset({"&", "and", "und", "et", "y", "e", "+"})
_COMPANY: Final = frozenset({"co", "company", "cie", "cia", "sons"})
_FEWEST_BEFORE_A_NUMBER: Final = 2
_MOST_BEFORE_A_NUMBER: Final = 3
_MOST: Final = 6
"""Names that one text is cut into; a longer one is running text, which is compared a few words at a time."""


@lru_cache(maxsize=1 << 13)
def is_small(word: str) -> bool:
    """Return whether a word is written in small letters and is none of those that stand so in names."""
    core = word.strip(_EDGES)
    if not core[:1].islower():
        return False
    low = core.lower()
    first = low.replace("’", "'").partition("-")[0].partition("'")[0]
    return not (low in _small_in_names() or first in _small_in_names() or low in SMALL_WORDS)


@cache
def _small_in_names() -> frozenset[str]:
    particles = {word for phrase in phrase_list("particles.txt") for word in phrase}
    return frozenset(particles | short_words() | CONJUNCTIONS | _IN_NAMES)


def is_capital(word: str) -> bool:
    """Return whether a word begins as names do where letters have two cases."""
    return word.strip(_EDGES)[:1].isupper()


def may_hold_more(text: str, kind: PartyKind | None = None) -> bool:
    """Return whether :func:`names_amid` may find anything in a text of letters."""
    words = text.split() if len(text) <= _LONGEST else []
    if len(words) < _FEWEST_OF_TEXT:
        return False
    fewest = _FEWEST_OF_TEXT if kind == "vessel" else 2 * _FEWEST + 1
    small = len(words) >= fewest and any(map(is_small, words)) and any(map(is_capital, words))
    if any(_sort(word) == "sign" for word in words):
        return True
    return small or _form_at(words) is not None or (not text.isascii() and len(set(_scripts(words))) > 1)


def names_amid(text: str, kind: PartyKind | None) -> Iterator[str]:
    """Yield the names that stand in *text* beside what stands in no name."""
    words = text.split() if len(text) <= _LONGEST else []
    if len(words) < _FEWEST_OF_TEXT:
        return
    one_firm = kind != "vessel" and kind != "person" and is_firm(text)
    for pieces in (_between(words), _by_script(words)):
        whole = [" ".join(piece) for piece in pieces if _whole(piece, kind)]
        if len(whole) > 1 and len(pieces) <= _MOST:
            # Institute for Composite Materials: a firm's name has small words, too.
            yield from (one for one in whole if not one_firm or has_legal_form(plain_words(one)))
    for piece in (*_behind_a_form(words), *_before_a_number(words, kind)):
        if _FEWEST <= len(piece) < len(words) and _is_somebody(piece):
            yield " ".join(piece)


def behind_small_words(text: str) -> str | None:
    """Return a name without the words in small letters before it; None where there are none."""
    words = text.split()
    first = next((at for at, word in enumerate(words) if is_capital(word)), 0)
    named = any(map(is_small, words[:first])) and len(words) - first >= _FEWEST
    return " ".join(words[first:]) if named else None


def _is_somebody(piece: Sequence[str]) -> bool:
    """Return whether words name somebody: not Information Technology Co., Ltd., as a thousand firms are."""
    parts = firm_parts(plain_words(" ".join(piece)), "organisation")
    return any(part.role not in ("generic", "legal-form") for part in parts)


def _whole(piece: Sequence[str], kind: PartyKind | None) -> bool:
    """Return whether some words may be a name by themselves."""
    if len(piece) >= _FEWEST or (kind == "vessel" and piece):
        return True
    return bool(piece) and not piece[0].isascii() and is_without_case(piece[0])


def _sort(word: str) -> str:
    """Return what a word is beside names: a sign or stroke, in small letters, of names, or of a name."""
    if not any(map(str.isalnum, word)):
        return "name" if word in _BEFORE_A_CONJUNCTION else "sign"
    if _STROKES.fullmatch(word) and word.lower() not in _OF_NAMES:
        return "sign"
    if is_small(word):
        return "small"
    return "of names" if word[:1].islower() else "name"


def _between(words: Sequence[str]) -> list[Sequence[str]]:
    """Return what stands between runs of words in small letters, signs and strokes."""
    sorts = [_sort(word) for word in words]
    if not any(sort == "name" and is_capital(word) for sort, word in zip(sorts, words, strict=True)):
        sorts = ["name" if sort == "small" else sort for sort in sorts]
    pieces: list[Sequence[str]] = []
    start = at = 0
    while at < len(words):
        if sorts[at] not in ("sign", "small"):
            at += 1
            continue
        pieces.append(words[start:at])
        while at < len(words) and sorts[at] != "name":
            at += 1
        start = at
    pieces = [piece for piece in (*pieces, words[start:]) if piece]
    return pieces if len(pieces) > 1 else []


def _scripts(words: Sequence[str]) -> list[str]:
    """Return each word's script by its first letter; of one without, that of the word before or behind."""
    found = [next((one for one in map(script_of, word) if one != COMMON), COMMON) for word in words]
    last = next((script for script in found if script != COMMON), COMMON)
    for at, script in enumerate(found):
        last = last if script == COMMON else script
        found[at] = "Han" if last == "Kana" else last
    return found


def _by_script(words: Sequence[str]) -> list[Sequence[str]]:
    """Return the runs of words of one script."""
    scripts = _scripts(words)
    starts = [at for at, script in enumerate(scripts) if not at or script != scripts[at - 1]]
    if len(starts) < _FEWEST:
        return []
    return [words[start:end] for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]


@cache
def form_words() -> frozenset[str]:
    """Return the legal forms of one word that end a firm's name: Velmont Ltd, but not Velmont Company."""
    forms = {phrase[0] for phrase in phrase_table("legal_forms.tsv") if len(phrase) == 1}
    return frozenset(form for form in forms if 1 < len(form) <= _LONGEST_FORM) - {"co"}


_LONGEST_FORM: Final = 5
_SHORTEST_FORM: Final = 2


@lru_cache(maxsize=1 << 13)
def is_form(word: str) -> bool:
    """Return whether a word is a legal form that ends a firm's name; of two letters it is in capitals: AO is,
    Ling Ao Electronic has none."""
    form = word.strip(_EDGES)
    short = len(form) <= _SHORTEST_FORM and not form.isupper()
    return not short and form.lower().replace(".", "") in form_words()


def _form_at(words: Sequence[str]) -> int | None:
    """Return where what stands behind a firm's legal form begins, if another name may stand there."""
    for at in range(_FEWEST, len(words) - 1):
        if is_form(words[at - 1]) and not is_form(words[at]) and not any(map(is_form, words[: at - 1])):
            return at if _may_be_another(words[at:]) else None
    return None


def _may_be_another(words: Sequence[str]) -> bool:
    """Return whether what stands behind a firm's legal form is a firm, not the rest of S.A. de C.V."""
    if len(words) > 1 and words[0].lower() in _AND and words[1].strip(_EDGES).lower() in _COMPANY:
        return False  # GmbH & Co. KG
    named = any(sum(map(str.isalpha, word)) >= _FEWEST_OF_A_WORD and not is_form(word) for word in words)
    return named and (has_legal_form(plain_words(" ".join(words))) or is_small(words[0]))


def _behind_a_form(words: Sequence[str]) -> list[Sequence[str]]:
    """Return a firm and what stands behind its legal form, also without what is written in small letters."""
    at = _form_at(words)
    if at is None:
        return []
    rest = words[at:]
    first = next((place for place, word in enumerate(rest) if is_capital(word)), 0)
    found = [words[:at], rest, *([rest[first:]] if first else [])]
    # Tochter der Zelkova GmbH: what stands before a name may be written with a capital too.
    return found + [
        rest[place:] for place in range(2, len(rest) - 1) if not first and rest[place - 1].islower()
    ]


def _before_a_number(words: Sequence[str], kind: PartyKind | None) -> list[Sequence[str]]:
    """Return the first words of a person's line in which a number stands: ANNA BERG MAIN STREET 4 RIGA."""
    if kind not in (None, "person"):
        return []
    at = next((place for place, word in enumerate(words) if word[0].isdigit()), 0)
    if at <= _FEWEST_BEFORE_A_NUMBER or is_firm(" ".join(words[:at])):
        return []
    return [words[:count] for count in range(_FEWEST_BEFORE_A_NUMBER, min(at, _MOST_BEFORE_A_NUMBER + 1))]
