"""A party while a source is still gathering it.

Reach for this module in a source whose record is spread over rows, files or elements. Values are plain
dictionaries in the shape of the model's records; the model validates them once, when the party is made.
Guarantee: what is said twice in the same words is kept once, in the order in which it was first said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..names.countries import country_code

if TYPE_CHECKING:
    from .account import Heard

__all__ = ["PartyDraft", "country", "squeezed"]

Fields = dict[str, Any]


def squeezed(text: str | None) -> str:
    """Return *text* with runs of white space made single spaces, none at the ends; "" for None."""
    return " ".join(text.split()) if text else ""


def country(text: str | None) -> Fields | None:
    """Return a country as published and its code where that can be told; None for no text."""
    words = squeezed(text)
    return {"text": words, "code": country_code(words)} if words else None


@dataclass(slots=True)
class PartyDraft:
    """The fields of a party, filled bit by bit; :meth:`fields` gives what there is."""

    party_id: str
    kind: str
    names: list[Fields] = field(default_factory=list)
    birth_dates: list[Any] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    death_dates: list[Any] = field(default_factory=list)
    nationalities: list[Fields] = field(default_factory=list)
    citizenships: list[Fields] = field(default_factory=list)
    gender: str | None = None
    titles: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    addresses: list[Fields] = field(default_factory=list)
    identifiers: list[Fields] = field(default_factory=list)
    vessel: Fields = field(default_factory=dict)
    programmes: list[str] = field(default_factory=list)
    legal_bases: list[str] = field(default_factory=list)
    listed_on: Any = None
    amended_on: list[Any] = field(default_factory=list)
    delisted_on: Any = None
    linked_parties: list[Fields] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    extra: list[tuple[str, str]] = field(default_factory=list)
    line: int | None = None
    heard: list[Heard] = field(default_factory=list)
    """The records and rows the party is made of: each of their texts is accounted for when it is added."""

    def name(self, text: str | None, role: str = "primary", **more: Any) -> None:
        """Add a spelling; blank text adds nothing."""
        if text and text.strip():
            self.names.append({"text": text, "role": role, **_given(more)})

    def identifier(self, kind: str, value: str | None, **more: Any) -> None:
        """Add an identifier; a blank value adds nothing."""
        if value and value.strip():
            self.identifiers.append({"type": kind, "value": value.strip(), **_given(more)})

    def address(self, **parts: Any) -> None:
        """Add an address; one without any part adds nothing."""
        if given := _given(parts):
            self.addresses.append(given)

    def link(self, name: str, relation: str) -> None:
        """Add another party that the publisher names in this one's record."""
        if name.strip():
            self.linked_parties.append({"name": name.strip(), "relation": relation})

    def also(self, field_name: str, text: str | None) -> None:
        """Keep something for which the model has no field, under the publisher's own name for it."""
        if text and text.strip():
            self.extra.append((field_name, text.strip()))

    def fields(self) -> Fields:
        """Return what has been gathered as the fields of a Party."""
        out: Fields = {"party_id": self.party_id, "kind": self.kind}
        for key in _SEQUENCES:
            if items := getattr(self, key):
                out[key] = _once(items)
        for key in ("gender", "listed_on", "delisted_on"):
            if (value := getattr(self, key)) is not None:
                out[key] = value
        if self.vessel:
            out["vessel"] = self.vessel
        if self.remarks:
            out["remarks"] = "\n".join(self.remarks)
        return out


_SEQUENCES = (
    "names", "birth_dates", "birth_places", "death_dates", "nationalities", "citizenships", "titles",
    "positions", "addresses", "identifiers", "programmes", "legal_bases", "amended_on",
    "linked_parties", "extra",
)  # fmt: skip


def _given(values: Fields) -> Fields:
    return {key: value for key, value in values.items() if value not in (None, "", (), [])}


def _once(items: list[Any]) -> list[Any]:
    if len(items) == 1:
        return items
    seen: list[Any] = []
    keys: set[str] = set()
    for item in items:
        key = repr(item)
        if key not in keys:
            keys.add(key)
            seen.append(item)
    return seen
