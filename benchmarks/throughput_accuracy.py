"""What labelled pairs of names come to by each engine: speed that was bought by finding less would show here.

Reach for :func:`accuracy_lines`. The tuned half of the pairs, every fifth, as ``accuracy.py pairs`` has them:
the first as a subject, the second as the only name of a party.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from accuracy_data import Pair, read_pairs
from accuracy_pairs import Scored, headline

from sanctions_screen import Party, ScreeningSettings, Subject
from sanctions_screen.engine.chosen import matcher_of_parties
from sanctions_screen.matching import judge
from sanctions_screen.matching.prepared import ReadName, prepared
from sanctions_screen.matching.sides import Asked, listed
from sanctions_screen.model import Name, PartyId

__all__ = ["accuracy_lines"]

_EVERY = 5


def accuracy_lines(shared: Path) -> list[str]:
    """Return the lines of a table: the figures of the engine that runs, and of the reference."""
    pairs = [pair for pair in read_pairs(shared / "eval")[0] if pair.half == "tune"][::_EVERY]
    running = matcher_of_parties([_party("Anna Example", pairs[0])], ScreeningSettings())
    scores = {"the engine": _scores(pairs, running.read), "the reference": _scores(pairs, prepared)}
    lines = ["| pairs by | recall at 0.1 % | hard passed | AUC |", "|---|--:|--:|--:|"]
    for label, some in scores.items():
        recall, hard, auc = headline(Scored(pairs, some))
        lines.append(f"| {label} | {recall} | {hard} | {auc} |")
    other = sum(one != two for one, two in zip(*scores.values(), strict=True))
    return [*lines, "", f"Of {len(pairs):,} scores {other} differ."]


def _scores(pairs: Sequence[Pair], read: ReadName) -> list[float]:
    settings = ScreeningSettings()
    return [
        judge(
            Asked(Subject(name=pair.first, kind=pair.kind), read=read),
            listed(_party(pair.second, pair), settings, read),
        ).score
        for pair in pairs
    ]


def _party(name: str, pair: Pair) -> Party:
    return Party(party_id=PartyId("pairs:1"), kind=pair.kind, names=(Name(text=name),))
