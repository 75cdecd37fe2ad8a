"""Which of OFAC's labels are known: what the readers of its formats ask of a label's place.

Reach for this module in a source for OFAC's files, to name the furniture of its identifications and features.
Guarantee: a label is known when a table here names it; ``Passport (official)`` is not, however much it looks
like one, so that a new or reworded label is reported.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from .account import NOT_USED, Told
from .ofac import cleaned_label, is_fact

__all__ = ["identified", "is_known_label", "other_labels"]


def identified(text: str, told: Told) -> str | None:
    """The rule for a number that OFAC writes ``IMO 9187629``, or with the country after it."""
    bare = text.removeprefix("IMO").strip()
    return None if told.holds(text) or told.holds(bare) or text in ("Male", "Female") else NOT_USED


def is_known_label(label: str) -> bool:
    """True when a label is in the tables: as an identification, or as a fact of another kind."""
    return is_fact(cleaned_label(label)) or cleaned_label(label) in other_labels()


@cache
def other_labels() -> frozenset[str]:
    """Return the labels that are no identification, and whose text is kept in the party's ``extra``."""
    text = files(__package__).joinpath("data/ofac_labels.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
