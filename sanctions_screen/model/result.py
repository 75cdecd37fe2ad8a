"""The answer to one screening: hits with their explanation and history, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from pydantic import field_serializer

from .decision import DecisionBasis, HitDecision
from .history import DateWindow, ListingEvent, ListingHistory, UnsettledSpan
from .identity import Identity
from .party import Name, Party, PartyId, PartyKind
from .record import Record
from .settings import ScreeningSettings
from .subject import Subject
from .versions import DayPrecision, FileDigest

__all__ = [
    "RESULT_SCHEMA",
    "Explanation",
    "Hit",
    "LedgerLine",
    "LedgerRule",
    "LedgerSide",
    "ListProvenance",
    "MatchRule",
    "NoteSort",
    "Outcome",
    "Provenance",
    "ScreeningResult",
    "SubjectNote",
]

RESULT_SCHEMA = 2
"""The shape of a result; raised whenever a reader of an older one would misread it. 1 had no ledger."""

Outcome = Literal["hit", "clear", "unscreenable"]

MatchRule = Literal[
    "same", "spelling", "romanisation", "nickname", "initial", "cut", "joined", "abbreviation", "synonym",
]  # fmt: skip
"""How one part met another. ``same``: equal once case, accents and marks are folded. ``spelling``: a small
difference of letters. ``romanisation``: two spellings of one original. ``cut``: a word and its beginning.
``joined``: several parts on one side, one on the other. ``abbreviation``: an acronym. ``synonym``: a word and
its translation or equal (``Ltd``, ``OOO``)."""

LedgerRule = Literal[
    "same", "spelling", "romanisation", "nickname", "initial", "cut", "joined", "abbreviation", "synonym",
    "unlike", "conflict", "order", "missing", "other-number", "only-generic", "one-word", "one-brand",
    "other-trade", "ignored",
    "readings", "characters", "not-compared", "acronym", "common", "fuller-name",
    "birth-date", "country", "country-unknown", "contact", "gender", "gender-unknown", "kind",
    "identifier", "identifier-settles", "no-name-met",
]  # fmt: skip
"""What a line of the ledger rests on. Beside the rules by which parts met: ``unlike``, what is unlike in
parts that met; ``conflict``, parts left over on both sides; ``order``, the same where they would meet in
another order; ``missing``, parts that one side does not have; ``characters``, other
characters that are read alike; ``not-compared``, texts longer than any name, of which only a part was
compared; ``common``, many bear such a name; ``other-trade``, each does something else;
``fuller-name``, a fuller name of the party has something else there; then the facts. docs/matching.md has
them all."""

LedgerSide = Literal["for", "against", "doubt", "none"]
"""``for`` and ``against`` the two being one, ``doubt`` that stands however much agrees; ``none`` counts
nothing."""


class LedgerLine(Record):
    """One line of what speaks for, or against, two names or bearers being one."""

    side: LedgerSide
    rule: LedgerRule
    subject: tuple[str, ...]
    """The subject's parts as they were compared (romanised, folded), or its fact; empty where it has none."""
    listed: tuple[str, ...]
    """The same of the listed party."""
    amount: int
    """In millionths of what one rare word tells; 0 or more. The lines of a side add up to the side's sum."""
    likeness: int | None = None
    """How alike two parts are that met, in millionths."""
    text: str
    """The line in plain words."""


class Explanation(Record):
    """Why a score is what it is: the lines, the sums they add up to, and the score the sums make.

    Symmetric for two names: swapping them swaps the sides and changes no number.
    """

    subject: str
    """The subject's name that was compared, as written."""
    listed: str
    """The listed name, as written."""
    weighed_as: PartyKind
    """The kind of party by whose weights the sums make the score."""
    lines: tuple[LedgerLine, ...]
    speaks_for: int
    against: int
    doubt: int
    score: float
    """In [0, 1]."""
    formula: str
    """How the three sums make the score, with the numbers put in."""
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
    compared_digest: str | None = None
    """Of all that was compared of the party, where another record was compared beside its own."""
    unsettled: UnsettledSpan | None = None
    """For a status of ``unsettled``: what happened, and between which days."""
    name_seen_on: date | None = None
    """The day of the version the matched name stands in, when it is not in ``party``: one of two records
    between which an amendment lies whose day nobody knows, or an earlier version read with more files."""
    name_announced_on: date | None = None
    """The day of the notice the matched name stands in, when neither ``party`` nor such a version has it."""
    decision: HitDecision | None = None
    """What was decided about it; None where no decisions were asked."""

    @property
    def matched_where(self) -> str:
        """Where the matched name stands, in words; empty where ``party`` has it."""
        if self.name_seen_on:
            return f"in the version of {self.name_seen_on}"
        return f"in a notice of {self.name_announced_on}" if self.name_announced_on else ""

    @property
    def listed_on(self) -> date | DateWindow | None:
        """When the party came onto the list, the last time it did: a day, or two days between which it was.

        None where nothing tells of it.
        """
        return _when(event for event in self.history.events if event.kind in ("listed", "relisted"))

    @property
    def delisted_on(self) -> date | DateWindow | None:
        """When the party left the list, likewise; None for one that is listed."""
        going = self.status == "delisted" or (
            self.unsettled is not None and self.unsettled.kind == "delisted"
        )
        return _when(event for event in self.history.events if going and event.kind == "delisted")

    @property
    def programmes(self) -> tuple[str, ...]:
        """The programmes that the party is, or was, listed under."""
        return self.party.programmes


def _when(events: Iterable[ListingEvent]) -> date | DateWindow | None:
    last = next(reversed(list(events)), None)
    return None if last is None else last.on or last.window


class ListProvenance(Record):
    """The version of one list that an answer rests on."""

    list_id: str
    published_on: date
    digest: str
    chain: str
    precision: DayPrecision = "stated"
    """Of ``published_on``: ``no-later-than`` where it is only the last day the version can be of."""
    head_chain: str = ""
    """Of the version imported last, of whatever day, by the revision the answer is known on."""
    head_sequence: int = 0
    """Of the same: how many versions of the list had been imported."""
    withdrawn: int = 0
    """How many of these had been withdrawn."""
    change_files: tuple[FileDigest, ...] = ()
    """The publisher's change files from which notices were made."""
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
    unnamed: tuple[PartyId, ...] = ()
    """Parties that notices announce as listed, and of which no version and no notice gives a name: nothing of
    them could be compared."""


class Provenance(Record):
    """Everything that determines an answer, so that it can be reproduced."""

    as_of: date
    known_on: int = 0
    """The newest revision of the store that changed what it knows of the lists: whatever came later has no
    say. Asking again with it gives the same answer."""
    lists: tuple[ListProvenance, ...]
    settings: ScreeningSettings
    """Written out in full, defaults too: a default may be another one in the release that reads it."""
    settings_digest: str
    weights_digest: str
    """Digest of the file of weights by which scores were made."""
    library_version: str
    code_digest: str = ""
    """Digest of the library's own files, code and tables: what scores, whatever the version is called."""
    left_out: tuple[str, ...] = ()
    """Lists that were to be screened and of which nothing is known as early as the day: they were not."""
    decisions: DecisionBasis | None = None
    """The decisions by which hits were marked or suppressed; None where none were asked."""

    @field_serializer("settings")
    def _settings_in_full(self, settings: ScreeningSettings) -> dict[str, Any]:
        return settings.model_dump(mode="json")


NoteSort = Literal["not-compared", "put-aside", "identifier", "undone", "one-word", "birth-date"]
"""``not-compared``: a text that may be a name and could not be read; without a hit the subject is then
``unscreenable``, not ``clear``. ``put-aside``: a remark beside a name (a country, "deceased", FNU), which is
no name. ``identifier``: a number in the name's text, taken as evidence. ``undone``: damage to the text that
was undone before it was compared. ``one-word``: a name of one word, compared with whole names alone.
``birth-date``: one that lies ahead, which no comparison used."""


class SubjectNote(Record):
    """What became of a part of the subject's text that was not compared as it stands."""

    sort: NoteSort
    text: str
    """The part, as written; shortened where it is long."""
    says: str
    """What became of it, in plain words."""


class ScreeningResult(Record):
    """The answer for one subject."""

    subject: Subject
    outcome: Outcome
    hits: tuple[Hit, ...] = ()
    """Best first; ties broken by party_id."""
    hits_left_out: int = 0
    """How many hits the setting ``max_hits`` cut off."""
    identities: tuple[Identity, ...] = ()
    """The hits by the bearer they are held to be, best first, each with what other lists have of it; empty
    where no identities were asked for."""
    reason: str | None = None
    """Why a subject is unscreenable; "in part: …" where names of its text were compared and others could not
    be."""
    notes: tuple[SubjectNote, ...] = ()
    """What of the subject's names was not compared as it stands, and why; empty for a plain name."""
    suppressed: tuple[Hit, ...] = ()
    """Hits that a standing decision cleared as another bearer: not among ``hits``, never left out here."""
    provenance: Provenance
    schema_version: int = RESULT_SCHEMA

    @property
    def only_delisted(self) -> bool:
        """Whether there are hits, all of them on parties that had been delisted by the day.

        False where hits were left out: one of them may be on a listed party.
        """
        all_delisted = bool(self.hits) and all(hit.status == "delisted" for hit in self.hits)
        return all_delisted and not self.hits_left_out
