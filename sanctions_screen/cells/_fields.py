"""Read a form or a record in one cell: Surname: Berg, Given names: Anna; {"first": "Anna"}; CN=Anna Berg.

Reach for :func:`names_in_fields`. Guarantees: pure; each answer is of words of the text; a text without a
label of a name has none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from .._late_pattern import late, without_case
from ..names.tables import read_table

__all__ = ["field_words", "may_have_fields", "names_in_fields"]

_EDGES: Final = " \t\n.,;:'\"“”„«»{}[]()<>|/\\=-–—*_"
_QUOTED: Final = late(r"[\"“„«]([^\"“”„«»]{3,80})[\"”“»]|(?<![^\W_])['‘]([^'‘’]{3,80})['’](?![^\W_])")
_FEWEST_BARE: Final = 2
"""Sorts of labels that stand without a colon: both of a family name's and a given name's."""
_LONGEST: Final = 4_000
"""Letters of a form; a longer text is compared a few words at a time."""
_LONG_LABEL: Final = 6
_WORDS: Final = late(r"[^\W_]+")
_SIGNS: Final = ":=：>\"“„«'‘"
_ENDS: Final = late(r"\s*[;|}\n\t]\s*|\"\s*,|,(?=\s*[\w ]{1,20}[=:])")
"""What ends a field, if no label does."""


class Fields(NamedTuple):
    """The names of a form, and what of it is none."""

    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@cache
def _sorts() -> dict[str, str]:
    return {
        label.strip(): sort
        for sort, labels in read_table("field_labels.tsv", 2)
        for label in labels.split(",")
    }


@cache
def _sorts_without_case() -> dict[str, str]:
    return {without_case(label): sort for label, sort in _sorts().items()}


def _sort_of(label: re.Match[str]) -> str:
    """Return the sort of a label that was found: of a family's name, a given one."""
    return _sorts_without_case()[" ".join(without_case(label["label"]).replace("_", " ").split())]


@cache
def _pattern() -> re.Pattern[str]:
    labels = sorted(_sorts(), key=len, reverse=True)
    one = "|".join(r"[\s_]+".join(map(re.escape, label.split())) for label in labels)
    # Passports write a label in two languages: SURNAME/NOM.
    return re.compile(
        rf"(?<![^\W_])(?P<label>{one})(?:\s*/\s*(?:{one}))*(?![^\W_])[\"']?\s*(?P<sign>[:=：>]|(?=\s))\s*",
        re.IGNORECASE,
    )


@cache
def field_words() -> frozenset[str]:
    """Return labels of one word by which a form is told that has no colons, and which are no names."""
    labels = {label for label, sort in _sorts().items() if sort in ("family", "given") and " " not in label}
    return frozenset(
        way for label in labels if len(label) >= _LONG_LABEL for way in (label, without_case(label))
    )


def may_have_fields(text: str) -> bool:
    """Return whether :func:`names_in_fields` may find anything."""
    if any(sign in text for sign in _SIGNS):
        return True
    return not field_words().isdisjoint(_WORDS.findall(text.lower()))


def names_in_fields(text: str) -> Fields:
    """Return the names that stand behind labels in *text*, and those in quotes."""
    if len(text) > _LONGEST:
        return Fields()
    names = dict.fromkeys(_quoted(text)) if any(sign in text for sign in "\"“„«'‘") else {}
    others: list[str] = []
    held: dict[str, list[str]] = {"family": [], "given": [], "whole": [], "other": []}
    labels = _labels(text)
    for at, (label, end) in enumerate(labels):
        until = labels[at + 1][0].start() if at + 1 < len(labels) else len(text)
        sort = _sort_of(label)
        value = _ENDS.split(text[end:until].strip(_EDGES))[0].strip(_EDGES)
        if not any(map(str.isalpha, value)) and sort != "other":
            continue
        if held["family"] and held["given"] and sort in ("family", "given") and held[sort] and at:
            names |= _joined(held)
        held[sort].append(value)
    names |= _joined(held)
    others += [value for value in held["other"] if value]
    return Fields(tuple(names), tuple(others) if names else ())


def _labels(text: str) -> list[tuple[re.Match[str], int]]:
    """Return the labels in a text: those before a colon, or all where a form is told without."""
    found = [(label, label.end()) for label in _pattern().finditer(text)]
    signed = [one for one in found if one[0]["sign"].strip()]
    if signed:
        return signed
    sorts = {_sort_of(label) for label, _ in found}
    return found if {"family", "given"} <= sorts and len(found) >= _FEWEST_BARE else []


def _joined(held: dict[str, list[str]]) -> dict[str, None]:
    """Return the names that fields make together, and empty them."""
    found = dict.fromkeys(held["whole"])
    family, given = " ".join(held["family"]), " ".join(held["given"])
    if family or given:
        found[", ".join(filter(None, (family, given)))] = None
        if len(held["whole"]) == 1 and " " not in held["whole"][0] and not (family and given):
            found[f"{family or held['whole'][0]}, {given or held['whole'][0]}"] = (
                None  # Name: Berg, Vorname: Anna
            )
    for sort in ("whole", "family", "given"):
        held[sort] = []
    return found


def _quoted(text: str) -> list[str]:
    """Return the names of two words and more that stand in quotes."""
    found = (one[1] or one[2] for one in _QUOTED.finditer(text))
    return [one.strip() for one in found if len(one.split()) > 1 and ":" not in one]
