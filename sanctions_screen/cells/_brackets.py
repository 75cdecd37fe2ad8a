"""Tell what stands in brackets, quotes included: another name, another spelling of a part, or a remark.

Reach for :func:`unbracketed`. Guarantee: what stands in brackets is in a name, or is given back as a remark.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from .._late_pattern import late
from ..model import PartyKind
from ..names.countries import country_code
from ..names.firms import has_legal_form
from ..names.tables import phrase_list, phrase_table
from ._forms import glosses, is_without_case, plain_words

__all__ = ["LONGEST_NAME", "Unbracketed", "is_remark", "unbracketed"]

_OPENING: Final = "([{（［｛【〔〖〘「『〈《<⟨❨❬❲⦅"
_CLOSING: Final = ")]}）］｝】〕〗〙」』〉》>⟩❩❭❳⦆"
_NICKNAME: Final = late("(?<=\\w[\\s,])[\"“”„«‘']([^\"“”„«»‘’']{2,40})[\"“”»’'](?=\\s*,?\\s\\w)")
_AMID_A_WORD: Final = late(
    r"(?<=[^\W\d_])[(\[]([^\W\d_]{1,6})[)\]]|(?<![^\W_])[(\[]([^\W\d_]{1,6})[)\]](?=[^\W\d_])"
)
"""A part of a word in brackets, as editors add what was not written."""
_SHORTEST_ALONE: Final = 3
LONGEST_NAME: Final = 400
"""Letters outside brackets that may be one name, of which brackets spell a part; in longer texts with many
brackets the text would be read once for each."""


@dataclass(frozen=True, slots=True)
class Unbracketed:
    """A text cut at its brackets."""

    outer: str
    """What stands outside."""
    others: tuple[str, ...] = ()
    """Names in brackets, and the text with a word of its own spelled as brackets say."""
    remarks: tuple[str, ...] = ()


def unbracketed(text: str, kind: PartyKind | None, *, listed: bool) -> Unbracketed:
    """Return *text* without brackets and what they held."""
    pieces = _cut(text)
    outer = " ".join(" ".join(piece for depth, piece in pieces if not depth).split())
    held = [(at, piece.strip()) for at, (depth, piece) in enumerate(pieces) if depth and piece.strip()]
    if not any(character.isalnum() for character in outer):
        names = [piece for _, piece in held if not is_remark(piece)] or [piece for _, piece in held]
        return Unbracketed(names[0] if names else text, tuple(names[1:]))
    others: dict[str, None] = {} if listed else dict.fromkeys(_apart(pieces, kind))
    if _AMID_A_WORD.search(text):
        joined = _AMID_A_WORD.sub(lambda found: found[1] or found[2], text)
        others |= dict.fromkeys([joined] if joined.lower() != joined.upper() else [])  # Berg, An(na)
    remarks: list[str] = []
    for at, piece in held:
        if is_remark(piece):
            remarks.append(piece)
            continue
        if len(outer) > LONGEST_NAME:
            others.setdefault(piece)
            continue
        before = " ".join(p for depth, p in pieces[:at] if not depth).strip()
        behind = " ".join(p for depth, p in pieces[at + 1 :] if not depth).strip()
        for name in _names(before, piece, behind, kind, listed=listed):
            others.setdefault(name)
    return Unbracketed(outer, tuple(others), tuple(remarks))


def _apart(pieces: list[tuple[int, str]], kind: PartyKind | None) -> list[str]:
    """Return whole names between which a remark stands in brackets, or one that closes nothing: A B > C D."""
    names = [piece.strip() for depth, piece in pieces if not depth and piece.strip()]
    remarks = all(is_remark(piece) for depth, piece in pieces if depth)
    if kind != "person" and any(has_legal_form(plain_words(name)) for name in names):
        return []  # Zelkova Trading (Yangon) Co., Ltd.
    whole = len(names) > 1 and all(map(_may_be_whole, names))
    return names if whole and remarks else []


def _may_be_whole(name: str) -> bool:
    """Return whether a text is of two words, or of letters without case, among which names have no blanks."""
    return " " in name or is_without_case(name)


def _cut(text: str) -> list[tuple[int, str]]:
    """Return the pieces of a text with how deep in brackets each is; an open bracket goes to the end."""
    pieces: list[tuple[int, str]] = []
    depth, piece = 0, ""
    for character in text:
        if character not in _OPENING and character not in _CLOSING:
            piece += character
            continue
        pieces.append((depth, piece))
        depth, piece = max(0, depth + (1 if character in _OPENING else -1)), ""
    return [*pieces, (depth, piece)]


def _names(before: str, piece: str, behind: str, kind: PartyKind | None, *, listed: bool) -> list[str]:
    """Return the names that a bracket between *before* and *behind* makes."""
    words = piece.split()
    found = []
    if len(words) > 1 or not listed or kind != "person":
        # One word in a record's brackets spells a part of the name: by itself it would be half a name.
        found.append(piece)
    if kind != "person" and behind:
        found.append(f"{before} {piece} {behind}")
    if not listed and kind in (None, "person") and len(words) == 1 and len(f"{before} {behind}".split()) == 1:
        found.append(f"{before} {piece} {behind}".strip())  # Berg (Anna)
    if kind in (None, "person") and before:
        kept = before.split()[: -len(words)] if not behind or len(words) == 1 else []
        if kept or behind:
            found.append(" ".join([*kept, piece, behind]).strip())
        if not behind and len(words) == 1 and "," in before:  # BERG, Anna (KRANZ)
            found.append(f"{piece}, {before.partition(',')[2].strip()}")
    return found


@cache
def _remark_words() -> frozenset[str]:
    forms = {word for phrase in phrase_table("legal_forms.tsv") for word in phrase}
    return glosses() | forms | {"".join(phrase) for phrase in phrase_list("honorifics.txt")}


def is_remark(text: str) -> bool:
    """Return whether a text beside a name is no name: a country, a place, a remark, a number, two letters."""
    words = plain_words(text)
    letters = sum(len(word) for word in words if not word.isdigit())
    if letters < _SHORTEST_ALONE or country_code(text) or tuple(words) in phrase_list("cell_places.txt"):
        return True
    rest = [word for word in words if len(word) > 1 and word not in _remark_words() and not word[0].isdigit()]
    return not rest or bool(country_code(" ".join(rest))) or tuple(rest) in phrase_list("cell_places.txt")


def without_nickname(text: str) -> str | None:
    """Return a name without the nickname in quotes amid it; None where there is none."""
    shorter = _NICKNAME.sub("", text)
    return " ".join(shorter.split()) if shorter != text else None
