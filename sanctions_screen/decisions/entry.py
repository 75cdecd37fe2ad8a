"""One decision as the log keeps it: who judged which hit how, when, why, and until when.

Reach for :class:`Decision` to read a log. Subject and party are in it in full, as the reviewer saw them, so
that the log can be read without the lists it was made on.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ..model import PartyId, Record, Subject, Verdict, canonical_json, sha256_hex
from .contents import PartyContent

__all__ = ["Decision", "subject_key"]


class Decision(Record):
    """An entry of a log. ``chain`` hashes it with the entry before, so that a changed past shows."""

    sequence: int
    """1 for the first, then 2, 3, …"""
    at: datetime
    by: str
    verdict: Verdict
    reason: str
    until: date | None = None
    """The last day it stands; None for as long as nothing changes."""
    subject: Subject
    subject_digest: str
    party_id: PartyId
    party: PartyContent
    party_digest: str
    """Of ``party``: the record, its standing and its comings and goings."""
    score: float
    threshold: float
    settings_digest: str
    weights_digest: str
    library_version: str
    as_of: date
    """The day the hit was told for."""
    evidence_digest: str
    """Of the list the hit was found on: see :class:`~sanctions_screen.model.ListProvenance`."""
    previous: str | None
    """The chain of the entry before; None for the first."""
    chain: str

    def right_chain(self) -> str:
        """Return what ``chain`` must be."""
        return chain_of(self.to_json_dict())


def chain_of(entry: dict[str, Any]) -> str:
    """Return the chain of an entry, as JSON types, whatever it says its chain is."""
    return sha256_hex(canonical_json({key: value for key, value in entry.items() if key != "chain"}))


def subject_key(subject: Subject) -> str:
    """Return by what a subject is known again when it has changed: its reference, else its whole content.

    Two subjects without a reference that are equal in everything are one to a log.
    """
    return f"reference {subject.reference}" if subject.reference else f"content {subject.content_digest()}"
