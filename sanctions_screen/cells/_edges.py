"""Take from both ends of a customer's name what stands there without a mark: Berg Savings Account, UBO Berg.

Reach for :func:`without_edges`. Guarantees: pure; the answers are parts of the text, each of two words or
more, and the text as a whole stays a name beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from .._late_pattern import late
from ..model import PartyKind
from ..names.countries import country_code
from ..names.tables import phrase_list, phrase_table
from ._amid import is_capital
from ._brackets import is_remark
from ._forms import is_without_case, plain_words

__all__ = [
    "FILE_ENDINGS",
    "LONGEST_CODE",
    "edge_words",
    "is_twice",
    "may_be_code",
    "may_have_edges",
    "without_edges",
]

_FEWEST: Final = 2
"""Words of the name that is left."""
_FEWEST_DIGITS: Final = 4
"""Of a customer's number, which stands in no name: 116 Arsenal."""
LONGEST_CODE: Final = 3
_OF_FIRMS: Final = frozenset({("trust",), ("family",)})
"""What may be a part of a firm's name, where nobody says that it is a person's: Al Ameen Trust."""
_LONGEST: Final = 400
"""Letters of a text; a longer one is no name and what stands beside it."""
_SYLLABLES: Final = frozenset(
    [
        "an",
        "al",
        "ba",
        "bo",
        "do",
        "ga",
        "ge",
        "gu",
        "hu",
        "il",
        "in",
        "ki",
        "la",
        "li",
        "lu",
        "ly",
        "ma",
        "mo",
        "mu",
        "my",
        "na",
        "ng",
        "ni",
        "no",
        "pa",
        "pe",
        "re",
        "se",
        "so",
        "su",
        "to",
        "vu",
        "ye",
    ]
)
"""Countries' codes that are names in East Asia and elsewhere: LI, IL, LY."""
_SEPARATOR: Final = late(r"\s*[,;|]\s*|\s+[-–—:/]+\s+|/|:\s+")
FILE_ENDINGS: Final = frozenset(
    [
        "pdf",
        "jpg",
        "jpeg",
        "png",
        "tif",
        "tiff",
        "gif",
        "bmp",
        "doc",
        "docx",
        "xls",
        "xlsx",
        "txt",
        "rtf",
        "msg",
        "eml",
        "zip",
        "csv",
        "heic",
    ]
)
_FILE: Final = late(rf"\.(?:{'|'.join(sorted(FILE_ENDINGS))})$", re.IGNORECASE)
_UNDERLINES: Final = late(r"(?<=[^\W_])_+(?=[^\W_])")
_IN_ADDRESS: Final = late(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SIGNS: Final = " \t.,;:'\"*!?#-–—/\\|_"


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return phrase_list("cell_edges.txt")


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


@cache
def edge_words() -> frozenset[str]:
    """Return the words with which a phrase that stands beside a name begins or ends."""
    return frozenset(word for phrase in _phrases() for word in (phrase[0], phrase[-1]))


def may_have_edges(words: Sequence[str]) -> bool:
    """Return whether :func:`without_edges` may find anything in a text of these words, letters alone."""
    if words and "." in words[-1] and words[-1].rpartition(".")[2].lower() in FILE_ENDINGS:
        return True
    if len(words) < _FEWEST or (len(words) == _FEWEST and words[-1].isascii()):
        return False
    if _is_code(words[0], words) or _is_code(words[-1], words) or is_twice(words):
        return True
    return any(word.strip(_SIGNS).lower() in edge_words() for word in (words[0], words[-1]))


def may_be_code(word: str) -> bool:
    """Return whether a word may be the code of a country."""
    return _is_code(word, (word.capitalize(),))


def without_edges(text: str, kind: PartyKind | None) -> Iterator[str]:
    """Yield what is left of *text* without what stands before and behind a name in it."""
    if len(text) > _LONGEST:
        return
    if "@" in text and (address := _IN_ADDRESS.fullmatch(text.removeprefix("mailto:").strip())):
        yield " ".join(
            part.capitalize() for part in plain_words(address[0].partition("@")[0].replace("_", " "))
        )
    if (name := _UNDERLINES.sub(" ", _FILE.sub("", text))) != text:
        text = name
        yield text
    words = text.split()
    if is_twice(words):
        yield " ".join(words[: len(words) // 2])
    for part in dict.fromkeys((*_between_separators(text), text)):
        kept = _kept(part.split(), of_a_person=kind == "person")
        if _may_be_whole(kept) and _without_signs(kept) != _without_signs(words):
            yield " ".join(kept).strip(" ,;")


def _may_be_whole(words: Sequence[str]) -> bool:
    """Return whether words may be a name: two, or one of letters without case."""
    return len(words) >= _FEWEST or (len(words) == 1 and words[0].isalpha() and is_without_case(words[0]))


def _without_signs(words: Sequence[str]) -> list[str]:
    return [word for word in words if any(map(str.isalnum, word))]


def _between_separators(text: str) -> list[str]:
    """Return *text* without the remarks that separators part from it."""
    cuts = [(found.start(), found.end()) for found in _SEPARATOR.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    while len(starts) > 1 and _is_beside(text[starts[-1] : ends[-1]]):
        starts, ends = starts[:-1], ends[:-1]
    while len(starts) > 1 and _is_in_front(text, text[starts[0] : ends[0]], ends[0]):
        starts, ends = starts[1:], ends[1:]
    return [text[starts[0] : ends[-1]].strip()] if len(starts) <= len(cuts) else []


def _is_beside(piece: str) -> bool:
    """Return whether a piece between separators is a remark, or begins with an office."""
    words = plain_words(piece)
    if sum(map(str.isalpha, piece)) == 1:  # C/laahi
        return False
    return is_remark(piece) or any(tuple(words[:count]) in _phrases() for count in range(1, _longest() + 1))


def _is_in_front(text: str, piece: str, end: int) -> bool:
    """Return whether a piece before a name is a remark; before a comma it may be a family name: Uy, Anna."""
    return _is_beside(piece) and (text[end : end + 1] != "," or tuple(plain_words(piece)) in _phrases())


def _is_code(word: str, words: Sequence[str]) -> bool:
    """Return whether a word is a country's code in capitals beside names that are not in capitals alone."""
    if not 1 < len(word) <= LONGEST_CODE or not (word.isascii() and word.isalpha() and word.isupper()):
        return False  # S.A. are initials
    low = word.lower()
    if (
        all(map(str.isupper, filter(is_capital, words)))
        or low in _SYLLABLES
        or (low,) in phrase_list("particles.txt")
        or (low,) in phrase_table("legal_forms.tsv")
    ):
        return False
    return country_code(word) is not None


def is_twice(words: Sequence[str]) -> bool:
    """Return whether a name is written twice over: Anna Berg Anna Berg."""
    half, odd = divmod(len(words), 2)
    if odd or half < _FEWEST or words[0].rstrip(",").lower() != words[half].rstrip(",").lower():
        return False
    first, second = ([word.strip(",;").lower() for word in some] for some in (words[:half], words[half:]))
    return first == second


def _kept(words: list[str], *, of_a_person: bool) -> list[str]:
    """Return the words without the phrases, countries' codes and numbers at both ends."""
    start, end = 0, len(words)
    while (more := _phrase_at(words[start:end], of_a_person=of_a_person)) > 0:
        start += more
    while (less := _phrase_at(words[start:end], at_end=True, of_a_person=of_a_person)) > 0:
        end -= less
    if end < len(words) and words[start:end] and words[start].lower() == "the":  # The Anna Berg Trust
        start += 1
    return words[start:end]


def _phrase_at(words: Sequence[str], *, at_end: bool = False, of_a_person: bool) -> int:
    """Return how many words at one end are no part of a name."""
    for count in range(min(_longest(), len(words)), 0, -1):
        some = words[-count:] if at_end else words[:count]
        phrase = tuple(plain_words(" ".join(some).replace("&", " and ")))
        if phrase in _phrases() and (of_a_person or phrase not in _OF_FIRMS):
            return count
    word = words[-1 if at_end else 0] if words else ""
    alone = word.strip(_SIGNS)
    number = (
        of_a_person and alone.isdigit() and len(alone) >= _FEWEST_DIGITS and not word.endswith(".")
    )  # 12. Division
    return int(bool(word) and (number or not alone or _is_code(alone, words)))
