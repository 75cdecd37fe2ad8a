"""A screener with no list behind it, so that batch tests judge the batch alone."""

from __future__ import annotations

from datetime import date

from sanctions_screen.model import (
    DateWindow,
    Explanation,
    Hit,
    LedgerLine,
    ListingEvent,
    ListingHistory,
    ListProvenance,
    Name,
    Party,
    PartyId,
    Provenance,
    ScreeningResult,
    ScreeningSettings,
    Subject,
)

PROVENANCE = Provenance(
    as_of=date(2020, 1, 1),
    lists=(
        ListProvenance(
            list_id="own",
            published_on=date(2019, 5, 6),
            digest="ab" * 32,
            chain="cd" * 32,
            evidence_digest="ef" * 32,
        ),
    ),
    settings=ScreeningSettings(),
    settings_digest="ef" * 32,
    weights_digest="12" * 32,
    library_version="0",
)


def hit(reference: str, score: float, name: str) -> Hit:
    party_id = PartyId(f"own:{reference}")
    events = (
        ListingEvent(
            kind="listed", party_id=party_id, window=DateWindow(after=None, until=date(2013, 7, 2)),
            programmes=("BURMA",),
        ),
        ListingEvent(kind="delisted", party_id=party_id, on=date(2016, 10, 7)),
    )  # fmt: skip
    return Hit(
        score=score,
        status="delisted",
        party=Party(party_id=party_id, kind="person", names=(Name(text=name),), programmes=("BURMA",)),
        matched_name=Name(text=name),
        history=ListingHistory(party_id=party_id, events=events),
        explanation=Explanation(
            subject=name,
            listed=name,
            weighed_as="person",
            lines=(
                LedgerLine(
                    side="for",
                    rule="same",
                    subject=("thein",),
                    listed=("thein",),
                    amount=2_000_000,
                    likeness=1_000_000,
                    text="“thein” is the same",
                ),
            ),
            speaks_for=2_000_000,
            against=0,
            doubt=0,
            score=score,
            formula="1 / (1 + 0 / 2)",
            summary="the same name",
        ),
        party_seen_on=date(2016, 10, 6),
        party_digest="0" * 64,
    )


class FakeScreener:
    """Finds two parties for a name with ``thein`` in it, and cannot screen a name without a letter."""

    def __init__(self, provenance: Provenance = PROVENANCE) -> None:
        self.provenance = provenance
        self.seen: list[Subject] = []

    def screen(self, subject: Subject | str) -> ScreeningResult:
        if isinstance(subject, str):
            subject = Subject(name=subject)
        self.seen.append(subject)
        if "raise" in subject.name:
            raise ValueError("asked to")
        if "thein" in subject.name.casefold():
            hits = (hit("1", 1.0, "THEIN, Htay"), hit("2", 0.9, "=THEIN"))
            return ScreeningResult(subject=subject, outcome="hit", hits=hits, provenance=self.provenance)
        if not any(letter.isalpha() for letter in subject.name):
            return ScreeningResult(
                subject=subject, outcome="unscreenable", reason="no letters", provenance=self.provenance
            )
        return ScreeningResult(subject=subject, outcome="clear", provenance=self.provenance)
