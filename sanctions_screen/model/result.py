"""The answer to one screening: hits with their explanation and history, and what they rest on."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import field_serializer

from .history import ListingHistory, UnsettledSpan
from .party import Name, Party
from .record import Record
from .settings import ScreeningSettings
from .subject import Subject

__all__ = [
    "AlignedPart",
    "EvidenceItem",
    "Explanation",
    "Hit",
    "ListProvenance",
    "MatchRule",
    "NameComparison",
    "Outcome",
    "Provenance",
    "ScreeningResult",
]

Outcome = Literal["hit", "clear", "unscreenable"]

MatchRule = Literal[
    "same", "spelling", "romanisation", "nickname", "initial", "joined", "abbreviation",
    "synonym", "different", "missing", "ignored",
]  # fmt: skip
"""How one part met another. ``same``: equal once case, accents and marks are folded. ``spelling``: a small
difference of letters. ``romanisation``: two spellings of one original. ``joined``: several parts on one
side, one on the other. ``abbreviation``: an acronym or shortened word. ``synonym``: a word and its
translation or equal (``Ltd``, ``OOO``). ``different``: two parts that contradict each other. ``missing``: a
part the other name does not have. ``ignored``: an honorific, rank or filler that carries no weight."""


class AlignedPart(Record):
    """Which part of the one name met which part of the other, how, and what that was worth."""

    subject: tuple[str, ...]
    """Parts of the subject's name as they were compared (romanised, folded); empty when missing."""
    listed: tuple[str, ...]
    """Parts of the listed name as they were compared; empty when missing."""
    rule: MatchRule
    similarity: float
    """In [0, 1]."""
    weight: float
    """The share of the name this part carries, in [0, 1]; the weights of one comparison sum to 1."""
    contribution: float
    """What the part added to the name's score, in [-1, 1]; the contributions sum to the score."""


class NameComparison(Record):
    """Two names compared. Symmetric: swapping the names swaps the sides and changes no number."""

    subject: str
    listed: str
    score: float
    """In [0, 1]."""
    told: float
    """What the parts that met tell about who is meant, 0 or more: 1 for a rare word, 0.3 for a common one."""
    parts: tuple[AlignedPart, ...]


class EvidenceItem(Record):
    """What a birth date, country, gender or identifier says about whether the two are the same.

    ``commonness`` with the verdict ``common``: many people bear such a name, and no birth date tells which
    of them is meant. ``fuller-name`` with ``contradicts``: the party also has a fuller name, which has
    something else where the subject's name has more than the name that matched.
    """

    kind: Literal["birth-date", "country", "gender", "identifier", "kind", "commonness", "fuller-name"]
    verdict: Literal["agrees", "near", "contradicts", "settles", "unknown", "common"]
    subject_value: str
    listed_value: str
    effect: float
    """What it added to the score, in [-1, 1]; 0 when it cannot tell."""


class Explanation(Record):
    """Why a score is what it is: the aligned names, then each piece of evidence, then the sum."""

    name: NameComparison
    evidence: tuple[EvidenceItem, ...] = ()
    score: float
    summary: str
    """One or two plain sentences for a reviewer."""


class Hit(Record):
    """A party whose score for the subject reaches the threshold."""

    score: float
    status: Literal["listed", "delisted", "unsettled"]
    """On the as-of day; ``unsettled`` when nobody can say, for the day lies inside a window."""
    party: Party
    matched_name: Name
    history: ListingHistory
    """As it could be told on the as-of day."""
    explanation: Explanation
    party_seen_on: date
    """The publication day of the version the party's record was read from."""
    party_digest: str
    unsettled: UnsettledSpan | None = None
    """For a status of ``unsettled``: what happened, and between which days."""
    name_seen_on: date | None = None
    """The day of the version the matched name stands in, when it is not in ``party``: one of two records
    between which an amendment lies whose day nobody knows, or an earlier version read with more files."""


class ListProvenance(Record):
    """The version of one list that an answer rests on."""

    list_id: str
    published_on: date
    digest: str
    chain: str
    days_since_file: int | None = None
    """From that version to the as-of day; negative when the oldest version is of a later day."""
    days_to_next_file: int | None = None
    """From the as-of day to the version after it; None when there is none, and on a version's own day, of
    which later versions tell nothing. Who came and left again between two files is in neither."""
    notices_digest: str | None = None
    """Digest of the notices that were known; None when the list has none."""
    evidence_digest: str
    """Digest of all that decides the answer: every version up to the day, the notices and the periods they
    are complete for, and each party's standing and record. Equal when, and only when, these are equal, in
    whatever order they were imported."""
    read_without: tuple[str, ...] = ()
    """What the version was read without though its publisher publishes it in a file of its own: ``aliases``,
    ``addresses``. Spellings that stand only there were not compared."""


class Provenance(Record):
    """Everything that determines an answer, so that it can be reproduced."""

    as_of: date
    lists: tuple[ListProvenance, ...]
    settings: ScreeningSettings
    """Written out in full, defaults too: a default may be another one in the release that reads it."""
    settings_digest: str
    library_version: str
    code_digest: str = ""
    """Digest of the library's own files, code and tables: what scores, whatever the version is called."""
    left_out: tuple[str, ...] = ()
    """Lists that were to be screened and of which nothing is known as early as the day: they were not."""

    @field_serializer("settings")
    def _settings_in_full(self, settings: ScreeningSettings) -> dict[str, Any]:
        return settings.model_dump(mode="json")


class ScreeningResult(Record):
    """The answer for one subject."""

    subject: Subject
    outcome: Outcome
    hits: tuple[Hit, ...] = ()
    """Best first; ties broken by party_id."""
    hits_left_out: int = 0
    """How many hits the setting ``max_hits`` cut off."""
    reason: str | None = None
    """Why a subject is unscreenable."""
    provenance: Provenance
