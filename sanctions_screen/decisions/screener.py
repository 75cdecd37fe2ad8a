"""Screen with what was decided: hits marked new, known or reopened, cleared ones suppressed and told.

Reach for :class:`DecidedScreener` around any screener. Guarantees: no sequence of decisions and list updates
hides a hit whose subject or party is not what it was when it was cleared; a suppressed hit is in
``result.suppressed``, never nowhere; hits are judged before any limit on their number cuts them off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Protocol

from ..errors import SettingsError
from ..model import (
    DecisionBasis,
    Hit,
    Party,
    PartyId,
    Provenance,
    ScreeningResult,
    ScreeningSettings,
    Subject,
)
from ..model.arguments import DAY, SEVERAL, a, checked
from ..screening import in_part
from ..screening.rows import SCREENER
from .log import DecisionLog
from .standing import decided

__all__ = ["DecidedScreener"]


class _Screener(Protocol):
    """What is needed of a screener; :class:`~sanctions_screen.Screener` has it."""

    @property
    def provenance(self) -> Provenance: ...

    def screen_batch(self, subjects: Sequence[Subject | str]) -> list[ScreeningResult]: ...


@checked(
    screener=SCREENER,
    log=a(DecisionLog),
    on=DAY,
    subjects=SEVERAL,
)
class DecidedScreener:
    """A screener whose hits carry what was decided about them.

    Args:
        screener: Without a limit on hits of its own: a hit cut off could be the one that matters.
        log: The decisions, as they are now.
        on: The day by which decisions with a last day are judged; None means today (UTC). It stands in the
            provenance, so that the answer can be made again.
        max_hits: Keep at most this many hits that are not suppressed; None keeps all.

    Raises SettingsError for a screener with a limit on hits.
    """

    def __init__(
        self, screener: _Screener, log: DecisionLog, *, on: date | None = None, max_hits: int | None = None
    ) -> None:
        if screener.provenance.settings.max_hits is not None:
            raise SettingsError(
                "a screener with max_hits leaves hits out before they are judged; "
                "give the limit to DecidedScreener instead"
            )
        if max_hits is not None and (not isinstance(max_hits, int) or max_hits < 1):
            raise SettingsError(f"max_hits is 1 or more, not {max_hits!r:.100}")
        self._screener, self._log, self._max_hits = screener, log, max_hits
        self._on = on or datetime.now(UTC).date()
        basis = DecisionBasis(head=log.head, entries=len(log.entries), on=self._on, max_hits=max_hits)
        self.provenance = screener.provenance.model_copy(update={"decisions": basis})

    @property
    def settings(self) -> ScreeningSettings:
        """Of the screener inside."""
        return self.provenance.settings

    @property
    def tells_identities(self) -> bool:
        """Whether results tell which hits are held to be one bearer: whatever the screener inside does."""
        return bool(getattr(self._screener, "tells_identities", True))

    def compared_keys(self) -> Mapping[PartyId, str]:
        """Return what the screener inside does, where it tells: what each party it compares is known by."""
        inside: Any = self._screener
        found: Mapping[PartyId, str] = inside.compared_keys()
        return found

    def compared_standings(self) -> Mapping[PartyId, tuple[str, str]]:
        """Return what the screener inside does, where it tells: the same, each with the party's status."""
        inside: Any = self._screener
        found: Mapping[PartyId, tuple[str, str]] = inside.compared_standings()
        return found

    def compared_parties(self, party_ids: Iterable[PartyId]) -> Iterable[Party]:
        """Return parties as the screener inside compares them, where it tells."""
        inside: Any = self._screener
        found: Iterable[Party] = inside.compared_parties(party_ids)
        return found

    def screen(self, subject: Subject | str) -> ScreeningResult:
        """Return the answer for one subject, as the screener inside does."""
        return self.screen_batch((subject,))[0]

    def screen_batch(self, subjects: Sequence[Subject | str]) -> list[ScreeningResult]:
        """Return one answer a subject, in the same order."""
        return [self._decided(result) for result in self._screener.screen_batch(subjects)]

    def _decided(self, result: ScreeningResult) -> ScreeningResult:
        marked = [self._marked(result.subject, hit) for hit in result.hits]
        suppressed = tuple(hit for hit in marked if _is_cleared(hit))
        shown = tuple(hit for hit in marked if not _is_cleared(hit))
        kept = shown[: self._max_hits]
        # A name that could not be compared is no reason while there are hits, and one again without them.
        reason = result.reason if result.outcome != "hit" or shown else in_part(result.notes)
        outcome = (
            result.outcome if shown or result.outcome != "hit" else "unscreenable" if reason else "clear"
        )
        return result.model_copy(
            update={
                "hits": kept,
                "hits_left_out": len(shown) - len(kept),
                "suppressed": suppressed,
                "outcome": outcome,
                "reason": reason,
                "provenance": self.provenance,
            }
        )

    def _marked(self, subject: Subject, hit: Hit) -> Hit:
        last = self._log.last(subject, hit.party.party_id)
        return hit.model_copy(update={"decision": decided(subject, hit, last, self._on)})


def _is_cleared(hit: Hit) -> bool:
    return hit.decision is not None and (hit.decision.mark, hit.decision.verdict) == ("known", "cleared")
