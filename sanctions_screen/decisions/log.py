"""The log of decisions: JSON lines that are only ever added to, each chained to the one before.

Reach for :class:`DecisionLog`. Guarantees: an entry is on disk before it is answered for; two processes that
add at once do not mix; a changed, missing, moved or added line is found whenever the log is read, a cut end
where the chain of its last entry was kept elsewhere (:attr:`DecisionLog.head`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, get_args

from pydantic import ValidationError

from ..errors import DecisionError
from ..model import Hit, ListProvenance, PartyId, Provenance, Subject, Verdict, canonical_json
from ..model.arguments import DAY, PATH, TEXT, Sort, a, checked
from .contents import party_content
from .entry import Decision, chain_of, subject_key

__all__ = ["DecisionLog"]


@checked(
    path=PATH, subject=a(Subject), hit=a(Hit), provenance=a(Provenance), by=TEXT, reason=TEXT, until=DAY,
    verdict=Sort(f"one of {', '.join(get_args(Verdict))}", lambda value: value in get_args(Verdict)),
    at=Sort("a moment with its time zone", lambda at: isinstance(at, datetime) and at.tzinfo is not None),
)  # fmt: skip
class DecisionLog:
    """A file of decisions, read when it is opened; a missing one is empty until something is decided.

    Args:
        path: The file.

    Raises DecisionError when the file cannot be read, or is not as it was written.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._forget()
        self._read()

    def _forget(self) -> None:
        self._entries: list[Decision] = []
        self._last: dict[tuple[str, PartyId], Decision] = {}
        self._size = 0
        """Bytes of the file that were read, or written, so far."""

    def _take(self, entry: Decision, size: int) -> None:
        self._entries.append(entry)
        self._last[subject_key(entry.subject), entry.party_id] = entry
        self._size += size

    @property
    def entries(self) -> tuple[Decision, ...]:
        """Every decision, oldest first."""
        return tuple(self._entries)

    @property
    def head(self) -> str | None:
        """The chain of the last entry, to be kept elsewhere and compared; None of an empty log."""
        return self._entries[-1].chain if self._entries else None

    def last(self, subject: Subject, party_id: str) -> Decision | None:
        """Return the newest decision on a subject and a party, whether it stands or not.

        A subject is known again by its reference, one without by its content.
        """
        return self._last.get((subject_key(subject), PartyId(party_id)))

    def decide(
        self,
        subject: Subject,
        hit: Hit,
        provenance: Provenance,
        *,
        by: str,
        verdict: Verdict,
        reason: str,
        until: date | None = None,
        at: datetime | None = None,
    ) -> Decision:
        """Add what was decided about a hit; return the entry.

        Args:
            subject: The one screened.
            hit: As it was shown.
            provenance: Of the result it is from.
            by: Who decided.
            verdict: What.
            reason: Why, in words that hold years later.
            until: The last day it stands; None for as long as nothing changes.
            at: When; None means now.

        Raises DecisionError for an empty name or reason, and when the log cannot be written.
        """
        if not by.strip() or not reason.strip():
            raise DecisionError("a decision needs who made it and why: give by and reason")
        of_list = _of_list(hit, provenance)
        content = party_content(hit)

        def entry(sequence: int, previous: str | None) -> Decision:
            told = Decision(
                sequence=sequence, at=at or datetime.now(UTC), by=by.strip(), verdict=verdict,
                reason=reason.strip(), until=until, subject=subject, subject_digest=subject.content_digest(),
                party_id=hit.party.party_id, party=content, party_digest=content.content_digest(),
                score=hit.score, threshold=provenance.settings.threshold,
                settings_digest=provenance.settings_digest, weights_digest=provenance.weights_digest,
                library_version=provenance.library_version, as_of=provenance.as_of,
                evidence_digest=of_list.evidence_digest, previous=previous, chain="",
            )  # fmt: skip
            return told.model_copy(update={"chain": chain_of(told.to_json_dict())})

        return self._add(entry)

    def _add(self, entry: Callable[[int, str | None], Decision]) -> Decision:
        try:
            with _locked(self.path) as stream:
                self._read_on(stream)  # what others have added meanwhile
                added = entry(len(self._entries) + 1, self.head)
                line = canonical_json(added.to_json_dict()).encode() + b"\n"
                stream.write(line)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise DecisionError(f"cannot write {self.path}: {error.strerror}") from error
        self._take(added, len(line))
        return added

    def _read(self) -> None:
        try:
            with self.path.open("rb") as stream:
                self._read_on(stream)
        except FileNotFoundError:
            return
        except OSError as error:
            raise DecisionError(f"cannot read {self.path}: {error.strerror}") from error

    def _read_on(self, stream: IO[bytes]) -> None:
        """Read and check what follows what is known; a file that has become shorter is read anew."""
        if stream.seek(0, os.SEEK_END) < self._size:
            self._forget()
        stream.seek(self._size)
        for line in stream:
            self._take(self._entry(len(self._entries) + 1, line, self.head), len(line))

    def _entry(self, number: int, line: bytes, before: str | None) -> Decision:
        where = f"{self.path}, line {number}"
        if not line.endswith(b"\n"):
            raise DecisionError(
                f"{where}: cut short: its writing was broken off, or its end was taken away; if the decision "
                "was never told as made, remove that line"
            )
        try:
            entry = Decision.model_validate_json(line)
        except ValidationError as error:
            raise DecisionError(f"{where}: no decision: {error.errors()[0]['msg']}") from error
        as_written = canonical_json(entry.to_json_dict()).encode() + b"\n" == line
        right = entry.sequence == number and entry.previous == before and entry.chain == entry.right_chain()
        digests = (entry.subject.content_digest(), entry.party.content_digest(), entry.party.party.party_id)
        if not (
            as_written and right and digests == (entry.subject_digest, entry.party_digest, entry.party_id)
        ):
            raise DecisionError(
                f"{where}: not as it was written, or a line before it is missing: the chain breaks here; "
                "restore the file from a copy"
            )
        return entry

    def verify(self, head: str | None = None) -> str | None:
        """Read the file again, check every entry and the chain; return the chain of the last entry.

        Args:
            head: A head that was kept earlier: the log must have an entry of that chain.

        Raises DecisionError that names the line.
        """
        self._forget()
        self._read()
        if head is not None and all(entry.chain != head for entry in self._entries):
            raise DecisionError(
                f"{self.path}: holds no entry {head[:12]}…: decisions were taken out of its end"
            )
        return self.head


def _of_list(hit: Hit, provenance: Provenance) -> ListProvenance:
    found = [each for each in provenance.lists if each.list_id == hit.party.list_id]
    if not found:
        raise DecisionError(f"the provenance does not name the list of {hit.party.party_id}")
    return found[0]


@contextmanager
def _locked(path: Path) -> Iterator[IO[bytes]]:
    """Give the file, made where it is missing, to one process at a time."""
    with path.open("a+b") as stream:
        if os.name == "posix":
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        yield stream
