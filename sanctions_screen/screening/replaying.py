"""An old result given again, byte for byte, or told exactly why it is not.

Reach for :func:`replay` to show that an answer was right when it was given. The result's own provenance says
what it rests on: the day, the revision, each list's head, the settings. Guarantee: ``same`` is told only of
an answer made anew from the store and found equal in every byte; otherwise each difference is told, and what
may be its cause: another library, other weights, a version that this store does not have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .._code_digest import code_digest
from .._version import __version__
from ..errors import SanctionsScreenError
from ..model import (
    ListProvenance,
    Provenance,
    ReplayDifference,
    ResultReplay,
    Revision,
    ScreeningResult,
    canonical_json,
)
from ..model.arguments import STORE, a, checked
from ..weights import weights
from .screener import Screener

if TYPE_CHECKING:
    from ..store import ListStore

__all__ = ["Replayer", "compared_texts", "replay"]


@checked(result=a(ScreeningResult), store=STORE)
def replay(result: ScreeningResult, store: ListStore) -> ResultReplay:
    """Return what comes of giving *result* again from what *store* holds.

    The store may be another than the one it was given from, such as one made from an export of it. What was
    decided about hits is not given again; nor are identities across lists where the result tells of none, for
    they may not have been asked for: ``not_replayed`` names them.
    """
    return Replayer(store, result.provenance).replay(result)


class Replayer:
    """Gives again what rests on one provenance: the lists are read once for all of its results.

    Args:
        store: What to answer from. It is read here.
        provenance: What the recorded results rest on.
        identities: Whether results tell which hits are one bearer; in no result's provenance.
    """

    def __init__(self, store: ListStore, provenance: Provenance, *, identities: bool = True) -> None:
        self.recorded = provenance
        self.known_on, missing = _known_on(store, provenance)
        self.causes: tuple[str, ...] = (*_of_the_library(provenance), *missing)
        self.screener: Screener | None = None
        """Answers as known then; None when the store cannot."""
        if self.known_on is None:
            return
        try:
            self.screener = Screener(
                store,
                lists=[*(each.list_id for each in provenance.lists), *provenance.left_out],
                as_of=provenance.as_of,
                settings=provenance.settings,
                known_on=self.known_on,
                identities=identities,
            )
        except SanctionsScreenError as error:
            self.causes = (*self.causes, str(error))

    def replay(self, result: ScreeningResult) -> ResultReplay:
        """Return what comes of giving one result again."""
        recorded, left_out = _undecided(result)
        replayed = self.screener.screen_batch((recorded.subject,))[0] if self.screener else None
        if replayed and replayed.identities and not recorded.identities:
            left_out = (*left_out, "identities")
            replayed = replayed.model_copy(update={"identities": ()})
        found = tuple(compared_texts(recorded.to_json_dict(), replayed.to_json_dict())) if replayed else ()
        return ResultReplay(
            same=replayed is not None and recorded.canonical_json() == replayed.canonical_json(),
            known_on=self.known_on,
            causes=self.causes,
            differences=found,
            not_replayed=left_out,
            recorded=recorded,
            replayed=replayed,
        )


def compared_texts(recorded: Any, replayed: Any, where: str = "") -> Iterator[ReplayDifference]:
    """Yield each place where two values of JSON types differ, with both as JSON."""
    if isinstance(recorded, dict) and isinstance(replayed, dict):
        for key in sorted(recorded.keys() | replayed.keys()):
            yield from compared_texts(
                recorded.get(key, _ABSENT), replayed.get(key, _ABSENT), f"{where}.{key}" if where else key
            )
    elif isinstance(recorded, list) and isinstance(replayed, list):
        for number in range(max(len(recorded), len(replayed))):
            yield from compared_texts(
                recorded[number] if number < len(recorded) else _ABSENT,
                replayed[number] if number < len(replayed) else _ABSENT,
                f"{where}.{number}",
            )
    elif recorded != replayed:
        yield ReplayDifference(where=where, recorded=_json(recorded), replayed=_json(replayed))


_ABSENT = object()


def _json(value: Any) -> str | None:
    return None if value is _ABSENT else canonical_json(value)


def _undecided(result: ScreeningResult) -> tuple[ScreeningResult, tuple[str, ...]]:
    """Return a result without what was decided about its hits, and what was left out of it so."""
    if result.provenance.decisions is None:
        return result, ()
    hits = sorted(
        (hit.model_copy(update={"decision": None}) for hit in (*result.hits, *result.suppressed)),
        key=lambda hit: (-hit.score, _RANKS.index(hit.status), hit.party.party_id),
    )
    update = {
        "hits": tuple(hits),
        "suppressed": (),
        "outcome": "hit" if hits else result.outcome,
        "reason": None if hits else result.reason,
        "provenance": result.provenance.model_copy(update={"decisions": None}),
    }
    return result.model_copy(update=update), ("decisions",)


_RANKS = ("listed", "unsettled", "delisted")


def _of_the_library(recorded: Provenance) -> Iterator[str]:
    """Yield how the library that answered differs from this one."""
    for what, then, now in (
        ("library's version", recorded.library_version, __version__),
        ("weights' digest", recorded.weights_digest, weights().digest),
        ("digest of the library's code", recorded.code_digest, code_digest()),
    ):
        if then != now:
            yield f"the {what} was {then}, and is {now} here"
    if recorded.settings.content_digest() != recorded.settings_digest:
        yield f"the settings do not have the digest {recorded.settings_digest} that the result says they have"


def _known_on(store: ListStore, recorded: Provenance) -> tuple[int | None, list[str]]:
    """Return the revision on which the lists stood as recorded, or what is missing for one."""
    known = {info.list_id for info in store.lists()}
    missing: list[str] = []
    spans: list[list[range]] = []
    newest = store.revision() or 0
    for each in recorded.lists:
        if each.list_id not in known:
            missing.append(f"the list {each.list_id} is not in this store")
            continue
        revisions = store.revisions(each.list_id)
        found = list(_spans(revisions, each, newest))
        spans.append(found)
        if not found:
            missing.append(_what_is_missing(store, revisions, each))
    if missing:
        return None, missing
    on = _common(spans, recorded.known_on, newest)
    if on is None:
        return None, ["the lists were never known here together as they were when the result was given"]
    return on, []


def _spans(revisions: Sequence[Revision], recorded: ListProvenance, newest: int) -> Iterator[range]:
    """Yield the stretches of revisions on which a list stood as recorded."""
    ends = [*(revision.number for revision in revisions[1:]), newest + 1]
    withdrawn = 0
    for revision, end in zip(revisions, ends, strict=True):
        withdrawn += revision.withdrawn is not None
        stood = (revision.head_chain or "", revision.head_sequence, revision.notices_digest, withdrawn)
        if stood == (
            recorded.head_chain, recorded.head_sequence, recorded.notices_digest, recorded.withdrawn,
        ):  # fmt: skip
            yield range(revision.number, end)


def _common(spans: Sequence[Sequence[range]], wanted: int, newest: int) -> int | None:
    """Return a revision that lies in a stretch of every list: the one recorded where it does."""
    starts = {stretch.start for found in spans for stretch in found} or {newest}
    for on in (wanted, *sorted(starts, reverse=True)):
        if on and all(any(on in stretch for stretch in found) for found in spans):
            return on
    return None


def _what_is_missing(store: ListStore, revisions: Sequence[Revision], recorded: ListProvenance) -> str:
    name = f"list {recorded.list_id}"
    versions = store.versions(recorded.list_id, withdrawn=True)
    if recorded.chain and recorded.digest not in {version.digest for version in versions}:
        return f"{name}: the version of {recorded.published_on} with the digest {recorded.digest} is missing"
    if recorded.head_chain not in {revision.head_chain or "" for revision in revisions}:
        return (
            f"{name}: its first {recorded.head_sequence} versions here are not those of the result: none has "
            f"the chain {recorded.head_chain}"
        )
    if recorded.notices_digest not in {revision.notices_digest for revision in revisions}:
        return f"{name}: its notices were never those with the digest {recorded.notices_digest}"
    return f"{name}: its versions and notices were never known here together as in the result"
