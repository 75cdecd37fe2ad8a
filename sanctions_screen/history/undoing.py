"""Versions that undo the one before them and are undone by the next: likelier wrong than true.

Reach for :func:`doubtful_versions` after a version was put in. A file under too late a day beside a dense
series makes those who left come back for a day, and those who came leave; no publisher does that.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from ..model import VersionDoubt
from .evidence import ListEvidence
from .turns import runs_shown

__all__ = ["doubtful_versions"]

_FEWEST = 2
"""A single party that flickers is a slip of the publisher's own."""
_SHARE = 0.5
"""Of all whose presence changed with the version: a busy week has some that are taken back in the next."""


def doubtful_versions(evidence: ListEvidence) -> tuple[VersionDoubt, ...]:
    """Return the versions that are undone by the next one, oldest first, each with how many parties."""
    changed, undone = _counts(evidence)
    found = []
    for index in range(1, len(evidence.versions) - 1):
        if undone[index] < max(_FEWEST, _SHARE * changed[index]):
            continue
        version = evidence.versions[index]
        found.append(
            VersionDoubt(
                list_id=evidence.list_id,
                published_on=version.published_on,
                sequence=version.sequence,
                undone=undone[index],
                changed=changed[index],
            )
        )
    return tuple(found)


def _counts(evidence: ListEvidence) -> tuple[Counter[int], Counter[int]]:
    """Return by version whose presence it changed, and of these whose the next one changed back."""
    changed: Counter[int] = Counter()
    undone: Counter[int] = Counter()
    for known in evidence.parties.values():
        runs = runs_shown(known, evidence.days)
        for run in runs:
            changed[run.first] += 1
            changed[run.last + 1] += 1
            undone[run.first] += run.first == run.last
        for left, back in pairwise(runs):
            undone[left.last + 1] += left.last + 2 == back.first
    return changed, undone
