"""What a label means, however a publisher spells it this year.

Reach for this module where a format names its facts by labels in texts or columns: ``DOB``, ``D.O.B.:`` and
``Date of Birth`` are one fact. Guarantee: case, spaces and punctuation make no difference, and what stands in
parentheses after a label does not hide it; a label that is not in the table means nothing, and is for the
reader to report. Source of the spellings: the files of the publishers read here, 1994 to 2026.
"""

from __future__ import annotations

import re

__all__ = ["fact_of", "label_key", "plain_label"]

_FACTS = {
    "birth date": ("dob", "date of birth", "birth date", "birthdate", "dates of birth", "birth dates"),
    "birth place": ("pob", "place of birth", "birth place", "birthplace", "places of birth"),
    "nationality": ("nationality", "nationality country", "nationalities", "nationality(/ies)"),
    "citizenship": ("citizen", "citizenship", "citizenship country", "citizenships"),
    "gender": ("gender", "sex"),
    "title": ("title",),
    "imo": ("imo", "imo number", "imo no", "ship imo number", "vessel imo number"),
    "mmsi": ("mmsi", "mmsi number"),
    "call sign": ("call sign", "vessel call sign", "callsign"),
    "programme": ("program", "programme", "sanctions program", "sanctions programme", "sanction program"),
}


def label_key(label: str) -> str:
    """Return a label's letters and digits in lower case: what two spellings of it share."""
    return re.sub(r"[^a-z0-9]", "", label.casefold())


_BY_KEY = {label_key(spelling): fact for fact, spellings in _FACTS.items() for spelling in spellings}


def plain_label(label: str) -> str:
    """Return a label without what stands in parentheses after it: ``Passport (official)`` is ``Passport``."""
    return re.sub(r"\s*\([^()]*\)\s*:?\s*$", "", label).strip()


def fact_of(label: str) -> str | None:
    """Return the fact a label names (``birth date``, ``imo``); None when it names none that is known."""
    return _BY_KEY.get(label_key(label)) or _BY_KEY.get(label_key(plain_label(label)))
