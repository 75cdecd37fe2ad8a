"""The features of OFAC's advanced and enhanced schemas: what they call a fact, and where it goes in a party.

Reach for this module in the readers of those two schemas, which name features and parts of names alike.
Guarantee: a feature that is not known keeps its own name and value in the party's ``extra``.
"""

from __future__ import annotations

from ..model import PartialDate
from .draft import PartyDraft, country
from .labels import fact_of
from .ofac import add_identification, cleaned_label, is_identification, replace_flag
from .ofac_labels import is_known_label

__all__ = ["PART_TYPES", "SCRIPTS", "add_feature", "is_known_feature", "kind_of"]

PART_TYPES = {
    "Last Name": "family",
    "First Name": "given",
    "Middle Name": "given",
    "Patronymic": "patronymic",
    "Matronymic": "matronymic",
    "Maiden Name": "maiden",
    "Nickname": "nickname",
}
"""Types of name parts; an entity's, vessel's or aircraft's name has one part, which is the whole name."""

SCRIPTS = {
    "Latin": "Latn", "Arabic": "Arab", "Cyrillic": "Cyrl", "Chinese Simplified": "Hans", "Hebrew": "Hebr",
    "Chinese Traditional": "Hant", "Japanese": "Jpan", "Korean": "Kore", "Greek": "Grek", "Thai": "Thai",
    "Georgian": "Geor", "Armenian": "Armn", "Burmese": "Mymr", "Hangul": "Hang", "Han": "Hani",
    "Devanagari": "Deva", "Bengali": "Beng", "Ethiopic": "Ethi", "Khmer": "Khmr", "Lao": "Laoo",
}  # fmt: skip
"""OFAC's names of scripts and their ISO 15924 codes."""

_VESSEL = {
    "VESSEL TYPE": "type",
    "Vessel Owner": "owner",
    "Vessel Tonnage": "tonnage",
    "Vessel Gross Registered Tonnage": "gross_registered_tonnage",
}


def kind_of(party_type: str, sub_type: str = "") -> str | None:
    """Return the kind of party by OFAC's type and subtype; None when OFAC has a new one."""
    kinds = {"Individual": "person", "Entity": "organisation", "Vessel": "vessel", "Aircraft": "aircraft"}
    return kinds.get(sub_type) or kinds.get(party_type)


_FEATURES = {"Birthdate", "Place of Birth", "Nationality Country", "Citizenship Country", "Title", "Location",
             "Vessel Call Sign", "Vessel Flag", *_VESSEL}  # fmt: skip


def is_known_feature(label: str) -> bool:
    """True when the name of a feature's type is in the tables."""
    return cleaned_label(label) in _FEATURES or is_known_label(label)


def add_feature(draft: PartyDraft, label: str, value: str, when: PartialDate | None, note: str = "") -> None:
    """Add one feature, by the name of its type; dates of birth take *when*, all others *value*."""
    label = cleaned_label(label)
    fact = fact_of(label)
    if fact == "birth date" and when is not None:
        draft.birth_dates.append(when)
    elif fact == "birth place":
        draft.birth_places.append(value)
    elif fact == "nationality":
        draft.nationalities += [found for found in (country(value),) if found]
    elif fact == "citizenship":
        draft.citizenships += [found for found in (country(value),) if found]
    elif fact == "title":
        draft.positions.append(value)
    else:
        _add_other(draft, label, value or (str(when) if when else ""), note)


def _add_other(draft: PartyDraft, label: str, value: str, note: str) -> None:
    if fact_of(label) in ("imo", "mmsi"):
        draft.identifier(str(fact_of(label)), value, label=label, note=note)
    elif label == "Vessel Call Sign":
        draft.identifier("call-sign", value, note=note)
    elif label == "Vessel Flag":
        replace_flag(draft, value)
    elif label in _VESSEL and _VESSEL[label] not in draft.vessel:
        draft.vessel[_VESSEL[label]] = value
    elif is_identification(label):
        add_identification(draft, label, value, note=note)
    else:
        draft.also(label, f"{value} {note}")
