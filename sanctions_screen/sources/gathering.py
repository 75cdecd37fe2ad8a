"""Parties whose records are spread over many rows, gathered by their reference.

Reach for this module in a source that has one row per name. Guarantee: a party's primary name stands first
among its names, whichever row it was on; a party in two rows that disagree on its kind is an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from .account import Heard
from .base import ListBuilder
from .draft import PartyDraft

__all__ = ["Gathered"]


class Gathered:
    """The drafts of one list by reference, in the order in which they first came."""

    def __init__(self, build: ListBuilder) -> None:
        self._build = build
        self._drafts: dict[str, PartyDraft] = {}

    def draft(self, reference: str, kind: str | None, line: int, heard: Heard) -> PartyDraft:
        """Return the draft of that reference, made on its first row; it takes over the row's texts."""
        if not reference:
            self._build.fail("a row without a reference", line=line)
        if kind is None:
            self._build.fail("of a type this reader does not know", record=reference, line=line)
        draft = self._drafts.get(reference)
        if draft is None:
            draft = PartyDraft(f"{self._build.list_id}:{reference}", kind, line=line)
            self._drafts[reference] = draft
        elif draft.kind != kind:
            self._build.fail(f"one party is both {draft.kind} and {kind}", record=reference, line=line)
        draft.heard.append(heard)
        return draft

    def holds(self, reference: str) -> bool:
        """True when that reference has a draft."""
        return reference in self._drafts

    def __iter__(self) -> Iterator[PartyDraft]:
        return iter(self._drafts.values())

    def add_all(self, *, report_nameless: bool = False) -> None:
        """Make every draft a party; a party none of whose rows has a name is an error.

        With *report_nameless* it is reported instead: for a publisher that is known to publish such rows.
        """
        for draft in self._drafts.values():
            record = draft.party_id.partition(":")[2]
            if not draft.names and report_nameless:
                texts = [text for heard in draft.heard for _, text in heard.passages]
                reason = "a party without a name: it cannot be screened for"
                self._build.unread("; ".join((record, *texts)), reason, line=draft.line)
                for heard in draft.heard:
                    self._build.pass_over(heard)
                continue
            if not draft.names:
                self._build.fail("a party without a name", record=record, line=draft.line)
            draft.names.sort(key=lambda name: name["role"] != "primary")
            draft.remarks = list(dict.fromkeys(draft.remarks))
            self._build.add(draft)
