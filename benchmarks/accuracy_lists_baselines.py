"""rapidfuzz on the same lists: every name against every name, on names in plain Latin letters."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
from accuracy_data import Background
from accuracy_lists import Alias, Answer
from accuracy_pairs import latin
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from sanctions_screen import Party

__all__ = ["LIST_BASELINES", "ask_baseline"]

_AT_ONCE = 64
FLOOR = 0.5
SLOWEST_ASKED = 800
Prepare = Callable[[str], str]


def words_sorted(text: str) -> str:
    """Return the name's words in alphabetical order: what token_sort_ratio compares, sorted once."""
    return " ".join(sorted(latin(text).split()))


# The scorer, how a name is prepared for it, its greatest score. fuzz.ratio of sorted words is what
# token_sort_ratio gives. Scores below the floor count as nothing.
LIST_BASELINES: dict[str, tuple[Callable[..., float], Prepare, float]] = {
    "token_sort_ratio": (fuzz.ratio, words_sorted, 100.0),
    "token_set_ratio": (fuzz.token_set_ratio, latin, 100.0),
    "Jaro-Winkler": (JaroWinkler.similarity, latin, 1.0),
}


def ask_baseline(
    name: str, parties: Sequence[Party], aliases: Sequence[Alias], background: Sequence[Background]
) -> tuple[list[Answer], list[Answer], float]:
    """Answer as :func:`accuracy_lists.ask_matcher` does; a party's score is that of its best name.

    token_set_ratio is slow: it is asked for the first names of each sort only, which are a sample themselves.
    """
    scorer, prepare, most = LIST_BASELINES[name]
    if name == "token_set_ratio":
        aliases, background = aliases[:SLOWEST_ASKED], background[:SLOWEST_ASKED]
    choices = [prepare(listed.text) for party in parties for listed in party.names]
    begins = np.cumsum([0, *(len(party.names) for party in parties)])[:-1]
    places = {party.party_id: i for i, party in enumerate(parties)}
    queries = [prepare(text) for text in (*(a.text for a in aliases), *(b.text for b in background))]
    started = time.perf_counter()
    answers = []
    for begin in range(0, len(queries), _AT_ONCE):
        some = queries[begin : begin + _AT_ONCE]
        scores = process.cdist(some, choices, scorer=scorer, dtype=np.float32, score_cutoff=FLOOR * most)
        scores /= most
        by_party = np.maximum.reduceat(scores, begins, axis=1)
        for row, of_parties in enumerate(by_party, start=begin):
            best = float(of_parties.max())
            right = aliases[row].right if row < len(aliases) else ()
            reached = max((float(of_parties[places[one]]) for one in right), default=0.0)
            answers.append(Answer(best, reached, bool(right) and reached >= best))
    speed = len(answers) / (time.perf_counter() - started)
    return answers[: len(aliases)], answers[len(aliases) :], speed
