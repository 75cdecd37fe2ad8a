"""Which other list's party a record names as the same: publishers' own references to one another.

Reach for :func:`stated_references`, or :func:`references_of` with many records. What each publisher writes,
and where, as read on its real files:

- the UK's consolidated list: ``(UK Sanctions List Ref):AQD0141. (UN Ref):QDi.241.`` in its remarks; - the UK
Sanctions List: the consolidated list's number in ``OFSI Group ID``; - the EU: ``unitedNationId``; -
Australia: the UN's reference as the first word of its remarks, or behind ``UN Reference Number`` in its
listing
  information;
- the US Consolidated Screening List: OFAC's own number in ``entity_number``, of the Treasury's lists alone.

OFAC, the UN and Canada name no other list's reference. A reference in the middle of a text is another party's
(a leader's, a parent firm's) and is none here. Guarantee: what is returned stands in the record in so many
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model import Party, PartyId

__all__ = ["StatedReference", "references_of", "stated_references"]

_UN = r"[A-Z]{2}[ei]\.\d{3}"  # https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list
_LABELLED = (
    ("un-sc", re.compile(rf"\bUN Ref(?:erence)?(?: Number)?\)?\s*:?\s*({_UN})\b", re.IGNORECASE)),
    ("gb-fcdo", re.compile(r"\bUK Sanctions List Ref\)?\s*:?\s*([A-Z]{3}\d{4})\b")),
)
_FIRST_WORD = re.compile(rf"\s*({_UN})\b")
_FIELDS = {"unitedNationId": "un-sc", "OFSI Group ID": "gb-ofsi"}
_VALUES = {"un-sc": re.compile(_UN), "gb-ofsi": re.compile(r"\d{4,6}")}
_TREASURY = {"(SDN) - Treasury Department": "us-ofac-sdn", "- Treasury Department": "us-ofac-cons"}


class StatedReference(NamedTuple):
    """A reference of another list's, and the words it stands in."""

    party_id: PartyId
    words: str


def references_of(parties: Iterable[Party]) -> dict[PartyId, tuple[StatedReference, ...]]:
    """Return what :func:`stated_references` does of each of some parties."""
    return {party.party_id: stated_references(party) for party in parties}


def stated_references(party: Party) -> tuple[StatedReference, ...]:
    """Return the references a record states as the same party's on other lists, each once."""
    found = [*_in_fields(party), *_labelled(party), *_in_first_word(party)]
    own = party.list_id
    return tuple(
        StatedReference(PartyId(f"{list_id}:{reference}"), words)
        for (list_id, reference), words in dict(reversed([(each[:2], each[2]) for each in found])).items()
        if list_id != own
    )


def _in_fields(party: Party) -> Iterator[tuple[str, str, str]]:
    extra = dict(party.extra)
    for field, list_id in _FIELDS.items():
        value = extra.get(field, "").strip()
        if _VALUES[list_id].fullmatch(value):
            yield list_id, value, f"{field} {value}"
    number, source = extra.get("entity_number", ""), extra.get("source", "")
    if number.isdigit():
        ending = next((each for each in _TREASURY if source.endswith(each)), None)
        if ending:
            yield _TREASURY[ending], number, f"entity_number {number} of {source}"


def _labelled(party: Party) -> Iterator[tuple[str, str, str]]:
    texts = (party.remarks or "", *(text for field, text in party.extra if field == "Listing Information"))
    for list_id, pattern in _LABELLED:
        for text in texts:
            for match in pattern.finditer(text):
                yield list_id, match[1], match[0].lstrip("(").replace(")", "")


def _in_first_word(party: Party) -> Iterator[tuple[str, str, str]]:
    if party.list_id == "au-dfat" and (match := _FIRST_WORD.match(party.remarks or "")):
        yield "un-sc", match[1], f"{match[1]}, the first word of the remarks"
