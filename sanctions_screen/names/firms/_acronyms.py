"""Say which acronyms an organisation's name is likely to be shortened to.

Reach for :func:`acronyms` with the folded Latin words of a name: GLBC for Great Lakes Bank of Commerce; and
for :func:`acronyms_within` with its parts for what some of them are shortened to beside others: UT Austin. An
acronym fits many names: ``matching`` makes less of it than of a spelling. Guarantees: pure; at most two of a
name, each of :data:`FEWEST_LETTERS` to :data:`MOST_LETTERS` letters; none for a name of fewer words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from ..parts import NamePartRole, Part
from ..tables import phrase_list
from ._parts import without_legal_forms

__all__ = [
    "FEWEST_LETTERS", "MOST_LETTERS", "Shortened", "acronyms", "acronyms_within", "without_own_acronym",
]  # fmt: skip

FEWEST_LETTERS: Final = 3
"""Every second list has some name to any two letters."""
FEWEST_WITH_COMPANY: Final = 5
"""Letters of an acronym whose last one stands for a legal form: every firm has that one; it tells nothing."""
MOST_LETTERS: Final = 8
_LONGEST_MARK: Final = 3
_SHORT_FOR_COMPANY: Final = "co"
FEWEST_WITHIN: Final = 2
"""Letters of an acronym beside which other words stand, as Austin does beside UT: these tell it apart."""
MOST_WITHIN: Final = 6
LONGEST_WITHIN: Final = 12
"""Parts that such an acronym stands for, small words among them."""
_NEVER_SHORTENED: Final[frozenset[NamePartRole]] = frozenset({"legal-form", "honorific", "suffix", "number"})


@cache
def _small_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrase_list("acronym_small_words.txt"))


def acronyms(words: Sequence[str]) -> tuple[str, ...]:
    """Return the acronyms of a name: of its *words* without the legal form, and with it if it is a word."""
    named = without_legal_forms(words)
    # Of a legal form what is a word counts too, Company: not the letters of Ltd, or of S.A. de C.V.
    wordy = [w for w in words if w in named or len(w) > _LONGEST_MARK or w == _SHORT_FOR_COMPANY]
    with_company = FEWEST_WITH_COMPANY if wordy[-1:] != list(named[-1:]) else FEWEST_LETTERS
    fewest = {_initials(wordy): with_company} | {_initials(named): FEWEST_LETTERS}
    found = (text for text in dict.fromkeys(map(_initials, (named, wordy))) if text.isalpha())
    return tuple(text for text in found if fewest[text] <= len(text) <= MOST_LETTERS)


def without_own_acronym(words: Sequence[str]) -> tuple[str, ...] | None:
    """Return the words of a name without its own acronym, if that stands before or behind what it is short
    for: NWS National Weather Service; None where none does."""
    named = without_legal_forms(words)
    for at, rest in ((0, named[1:]), (-1, named[:-1])):
        if len(rest) >= FEWEST_LETTERS and named[at].isalpha() and _initials(rest) == named[at]:
            place = words.index(named[0]) if at == 0 else len(words) - 1 - words[::-1].index(named[-1])
            return (*words[:place], *words[place + 1 :])
    return None


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in _small_words())


class Shortened(NamedTuple):
    """Parts that stand one behind the other, from *start* to before *end*, and their first letters."""

    start: int
    end: int
    letters: str


def acronyms_within(parts: Sequence[Part]) -> Iterator[Shortened]:
    """Yield what parts of a firm's name at its beginning or its end may be shortened to beside the others.

    By their letters as written and in English. One of them says what the firm does, or where: people's names
    have no such word, and brands alone are hardly ever shortened.
    """
    counted = [at for at, part in enumerate(parts) if _is_counted(part)]
    for start in counted:
        written = english = ""
        says_what = False
        for end, part in enumerate(parts[start : start + LONGEST_WITHIN], start + 1):
            if part.role in _NEVER_SHORTENED:
                break
            if not _is_counted(part):
                continue
            written, english = written + part.joined_as[0], english + part.text[0]
            says_what = says_what or part.role == "generic"
            letters = written + english
            if len(english) > MOST_WITHIN or not (letters.isascii() and letters.isalpha()):
                break
            at_an_end = start == counted[0] or end > counted[-1]
            if len(english) >= FEWEST_WITHIN and says_what and at_an_end:
                yield from (Shortened(start, end, one) for one in dict.fromkeys((written, english)))


def _is_counted(part: Part) -> bool:
    """Return whether a part has a letter in an acronym: not of, nor what is no word."""
    return part.role not in _NEVER_SHORTENED and part.role != "particle" and part.text not in _small_words()
