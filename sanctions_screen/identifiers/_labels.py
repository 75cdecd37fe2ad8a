"""Know the words that say what a number beside them is: INN, passport No., IMO."""

from __future__ import annotations

from functools import cache

from .._late_pattern import without_case
from ..names.tables import read_table

__all__ = ["NONE", "label_type", "labels"]

NONE = "-"
"""The type of a word that says "number" and not of what."""


@cache
def labels() -> dict[str, str]:
    """Return every label of one word or more, in small letters, with the type of identifier it tells."""
    return {
        label.strip(): type_
        for type_, some in read_table("identifier_labels.tsv", 2)
        for label in some.split(",")
    }


def label_type(word: str) -> str | None:
    """Return what a word beside a number says of it, :data:`NONE` if nothing; None for a word that is no
    label."""
    return _types_without_case().get(without_case(word))


@cache
def _types_without_case() -> dict[str, str]:
    return {without_case(label): type_ for label, type_ in labels().items()}
