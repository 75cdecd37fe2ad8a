"""The figures of the tuned half by the library itself, on as much of it as asked for: what an ablation
compares."""

from __future__ import annotations

from pathlib import Path

from accuracy_data import half_of, name_key, read_background, read_pairs, sampled
from accuracy_firms import ask_firms, read_firms
from accuracy_lists import ask_matcher, hold_out, read_lists
from accuracy_measures import cut_for, share_above
from evasions import share_found
from pair_scores import pair_scorer

from sanctions_screen import ScreeningSettings
from sanctions_screen.engine.chosen import matcher_of_parties

__all__ = ["figures_of_half"]

EVADING = 60
"""Listed people who are asked for under names written to be overlooked."""


def figures_of_half(shared: Path, aliases: int, background: int, every: int) -> dict[str, float]:
    """Return recall of pairs and lists, and shares alerted, of the tuned half; and of changed names."""
    pairs, split = read_pairs(shared / "eval")
    kept = [pair for pair in pairs if pair.half == "tune"][::every]
    scored: dict[str, list[float]] = {"match": [], "random": [], "hard": [], "far": []}
    score = pair_scorer()
    for pair in kept:
        scored[pair.sort].append(score(pair))
    cut = cut_for(scored["random"], 0.001)
    lists = read_lists(shared / "data")
    held, parties = hold_out(lists, split, "tune", aliases)
    people = sampled(read_background(shared / "eval", "tune"), background)
    matcher = matcher_of_parties(parties, ScreeningSettings())
    found, alerts, _ = ask_matcher(matcher, held, people)
    best = [alert.best for alert in alerts]
    firms = [
        name
        for names in read_firms(shared / "data", lists.parties, background // 2).values()
        for name in names
        if half_of(name_key(name)) == "tune"
    ]
    right = [answer.right for answer in found]
    of_firms = [
        answer.right for alias, answer in zip(held, found, strict=True) if alias.party.kind == "organisation"
    ]
    return {
        "pairs .1 %": share_above(scored["match"], cut),
        "hard": share_above(scored["hard"], cut),
        "lists 1 %": share_above(right, cut_for(best, 0.01)),
        "lists .1 %": share_above(right, cut_for(best, 0.001)),
        "first": sum(answer.first for answer in found) / len(found),
        "people alerted": share_above(best, 0.8 - 1e-9),
        "firms found": share_above(of_firms, 0.8 - 1e-9),
        "evasions": share_found(matcher, parties, EVADING),
        "firms alerted": share_above(ask_firms(matcher, firms), 0.8 - 1e-9),
    }
