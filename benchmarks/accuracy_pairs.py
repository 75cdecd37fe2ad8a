"""Pairs of names: how many of one party's are told from those of two, by script, band and kind."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import isnan

from accuracy_data import Pair
from accuracy_measures import area, cut_for, share_above
from accuracy_report import Section, Table
from rapidfuzz import fuzz, utils
from rapidfuzz.distance import JaroWinkler
from unidecode import unidecode

from sanctions_screen import ScreeningSettings, compare_names
from sanctions_screen.model import PartyKind

__all__ = ["BASELINES", "Scored", "examples", "headline", "latin", "measure_pairs", "score_pairs"]

OURS = "compare_names"
SHARES = (0.01, 0.001)
_FEWEST = 100
_RECALLS = ("recall at 1 %", "recall at 0.1 %")
_CUTS = ("cut 1 %", "cut 0.1 %")
Scorer = Callable[[str, str, PartyKind], float]


@lru_cache(maxsize=1 << 18)
def latin(text: str) -> str:
    """Return what the baselines are given: Latin letters and digits in lower case, spaces between words."""
    return utils.default_process(unidecode(text))


BASELINES: dict[str, Scorer] = {
    "token_sort_ratio": lambda a, b, _: fuzz.token_sort_ratio(latin(a), latin(b)) / 100,
    "token_set_ratio": lambda a, b, _: fuzz.token_set_ratio(latin(a), latin(b)) / 100,
    "Jaro-Winkler": lambda a, b, _: JaroWinkler.similarity(latin(a), latin(b)),
}
SCORERS: dict[str, Scorer] = {OURS: lambda a, b, kind: compare_names(a, b, kind).score, **BASELINES}


_THEIRS = tuple(f"{name} at 0.1 %" for name in BASELINES)


@dataclass(frozen=True, eq=False)
class Scored:
    """Pairs and one scorer's scores of them."""

    pairs: Sequence[Pair]
    scores: Sequence[float]

    def of(self, keep: Callable[[Pair], bool]) -> list[float]:
        """Return the scores of the pairs to keep."""
        return [score for pair, score in zip(self.pairs, self.scores, strict=True) if keep(pair)]

    def sort(self, sort: str, keep: Callable[[Pair], bool] = lambda _: True) -> list[float]:
        """Return the scores of the matches, or of the far, random or hard pairs, among those to keep."""
        return self.of(lambda pair: pair.sort == sort and keep(pair))

    @cache  # noqa: B019 -- there is one for each scorer, and the process ends with the report
    def cuts(self) -> tuple[float, float]:
        """Return the cuts that 1 % and 0.1 % of all the random pairs may pass."""
        random = self.sort("random")
        return cut_for(random, SHARES[0]), cut_for(random, SHARES[1])


def score_pairs(pairs: Sequence[Pair]) -> tuple[dict[str, Scored], dict[str, float]]:
    """Score every pair with every scorer; also return the pairs a second of each."""
    scored, speeds = {}, {}
    for name, scorer in SCORERS.items():
        started = time.perf_counter()
        scored[name] = Scored(pairs, [scorer(pair.first, pair.second, pair.kind) for pair in pairs])
        speeds[name] = len(pairs) / (time.perf_counter() - started)
    return scored, speeds


def measure_pairs(pairs: Sequence[Pair], facts: dict[str, object]) -> tuple[Section, Scored]:
    """Measure all scorers on *pairs*; also return our scores, for examples."""
    started = time.perf_counter()
    scored, speeds = score_pairs(pairs)
    ours = scored[OURS]
    counts = {sort: len(ours.sort(sort)) for sort in ("match", "far", "random", "hard")}
    section = Section("Pairs of names", dict(facts))
    section.facts["pairs"] = ", ".join(f"{count} {sort}" for sort, count in counts.items())
    section.tables = [
        _overall(scored, speeds),
        _default(ours),
        _scripts_together(scored),
        _apart("script", _script, scored),
        _columns(ours),
        _by("band", lambda pair: pair.band, scored),
        _by("kind", lambda pair: pair.kind, scored),
        _apart("kind", lambda pair: pair.kind, scored),
        _hard(scored),
    ]
    section.facts["seconds"] = round(time.perf_counter() - started)
    section.figures = _figures(ours)
    return section, ours


def _overall(scored: dict[str, Scored], speeds: dict[str, float]) -> Table:
    rows = []
    for name, one in scored.items():
        cuts, found, hard = one.cuts(), one.sort("match"), one.sort("hard")
        at_cuts = [share_above(scores, cut) for scores in (found, hard) for cut in cuts]
        far = share_above(one.sort("far"), cuts[1])
        rows.append((name, *at_cuts, far, area(found, one.sort("random")), *cuts, round(speeds[name])))
    hard_columns = ("hard passed at 1 %", "hard passed at 0.1 %", "far found at 0.1 %")
    return Table(
        "All scripts and kinds",
        ("scorer", *_RECALLS, *hard_columns, "AUC", *_CUTS, "pairs/s"),
        rows,
        "A pair passes when its score is strictly above the cut; the cut is the least score that at most the "
        "given share of random pairs are strictly above. `far` pairs are in no other figure.",
    )


def _default(ours: Scored) -> Table:
    threshold = ScreeningSettings().threshold
    at = threshold - 1e-9  # the library's threshold is reached, a cut is passed
    found, hard, random, far = (share_above(ours.sort(s), at) for s in ("match", "hard", "random", "far"))
    return Table(
        "At the library's default threshold",
        ("threshold", "recall", "hard passed", "random passed", "far found"),
        [(f"{threshold:.2f}", found, hard, f"{random:.5f}", far)],
    )


def _scripts_together(scored: dict[str, Scored]) -> Table:
    rows, ours = [], scored[OURS]
    for script in _keys(ours, _script):
        keep = _keeper(_script, script)
        found, random = ours.sort("match", keep), ours.sort("random", keep)
        recalls = [share_above(found, cut) for cut in ours.cuts()]
        passed = [share_above(random, cut) for cut in ours.cuts()]
        rows.append((script, len(found), *recalls, *_theirs(scored, "match", keep), len(random), *passed))
    return Table(
        "By script, at the OVERALL cuts",
        (
            "script",
            "matches",
            *_RECALLS,
            *_THEIRS,
            "random",
            "random passed at 1 %",
            "random passed at 0.1 %",
        ),
        rows,
        "One cut for all scripts, as a user has one threshold; the last columns tell whose pairs pass.",
    )


def _apart(name: str, key: Callable[[Pair], str], scored: dict[str, Scored]) -> Table:
    rows, ours = [], scored[OURS]
    for value in _keys(ours, key):
        keep = _keeper(key, value)
        found, random = ours.sort("match", keep), ours.sort("random", keep)
        if len(random) < _FEWEST:
            continue
        cuts = [cut_for(random, share) for share in SHARES]
        theirs = [
            share_above(
                scored[name].sort("match", keep), cut_for(scored[name].sort("random", keep), SHARES[1])
            )
            for name in BASELINES
        ]
        recalls = [share_above(found, cut) for cut in cuts]
        rows.append((value, len(found), *recalls, *theirs, area(found, random), len(random), *cuts))
    return Table(
        f"By {name}, each at its OWN cuts",
        (name, "matches", *_RECALLS, *_THEIRS, "AUC", "random", *_CUTS),
        rows,
        f"The cut is made of that {name}'s random pairs alone, where there are {_FEWEST} or more; below "
        "1,000 the cut at 0.1 % is the highest score of a random pair.",
    )


def _columns(ours: Scored) -> Table:
    rows = []
    for column in _keys(ours, lambda pair: pair.column):
        keep = _keeper(lambda pair: pair.column, column)
        found, random = ours.sort("match", keep), ours.sort("random", keep)
        if len(found) >= 20:
            recalls = [share_above(found, cut) for cut in ours.cuts()]
            rows.append((column, len(found), *recalls, area(found, random)))
    return Table(
        "By script and origin (compare_names)",
        ("column", "matches", *_RECALLS, "AUC"),
        rows,
        "By the file's own column: `ko:Latn-Latn` is two Latin spellings of Korean names. Overall cuts.",
    )


def _by(name: str, key: Callable[[Pair], str], scored: dict[str, Scored]) -> Table:
    ours, rows = scored[OURS], []
    for value in _keys(ours, key):
        keep = _keeper(key, value)
        sort = "far" if name == "band" and value == "far" else "match"
        if found := ours.sort(sort, keep):
            recalls = [share_above(found, cut) for cut in ours.cuts()]
            label = "far (in no headline)" if sort == "far" else value
            rows.append((label, len(found), *recalls, *_theirs(scored, sort, keep)))
    return Table(f"By {name}, at the overall cuts", (name, "matches", *_RECALLS, *_THEIRS), rows)


def _hard(scored: dict[str, Scored]) -> Table:
    ours, rows = scored[OURS], []
    for group in _keys(ours, lambda pair: pair.group if pair.sort == "hard" else ""):
        keep = _keeper(lambda pair: pair.group, group)
        if group:
            passed = [share_above(ours.sort("hard", keep), cut) for cut in ours.cuts()]
            rows.append((group, len(ours.sort("hard", keep)), *passed, *_theirs(scored, "hard", keep)))
    columns = ("group", "pairs", "passed at 1 %", "passed at 0.1 %", *_THEIRS)
    note = "Less is better. Overall cuts."
    return Table("Hard pairs: different people whose names look alike", columns, rows, note)


def _theirs(scored: dict[str, Scored], sort: str, keep: Callable[[Pair], bool]) -> list[float]:
    """Return the share of pairs that each baseline passes at its own overall cut of 0.1 %."""
    return [share_above(scored[name].sort(sort, keep), scored[name].cuts()[1]) for name in BASELINES]


def _script(pair: Pair) -> str:
    return pair.script


def _keys(scored: Scored, key: Callable[[Pair], str]) -> list[str]:
    """Return the values of *key*, the commonest first."""
    counts = Counter(map(key, scored.pairs))
    return sorted(counts, key=lambda value: (-counts[value], value))


def _keeper(key: Callable[[Pair], str], value: str) -> Callable[[Pair], bool]:
    return lambda pair: key(pair) == value


def headline(ours: Scored) -> tuple[float, float, float]:
    """Return the recall at 0.1 %, the share of hard pairs that pass there, and the area under the curve."""
    cut, found = ours.cuts()[1], ours.sort("match")
    return share_above(found, cut), share_above(ours.sort("hard"), cut), area(found, ours.sort("random"))


def _figures(ours: Scored) -> dict[str, float | None]:
    cuts, found = ours.cuts(), ours.sort("match")
    recall, hard, auc = headline(ours)
    figures = {
        "recall_at_1_percent": share_above(found, cuts[0]),
        "recall_at_0.1_percent": recall,
        "hard_passed_at_0.1_percent": hard,
        "auc": auc,
    }
    for script in ("Latin", "Cyrillic", "Hangul", "Arabic", "Hebrew", "Burmese", "Han"):
        scores = ours.sort("match", _keeper(_script, script))
        figures[f"recall_at_0.1_percent_{script}"] = share_above(scores, cuts[1])
    return {name: None if isnan(value) else round(value, 4) for name, value in figures.items()}


def examples(ours: Scored, number: int) -> str:
    """Return the worst misses and false matches by script and band: for the screen, never kept in a file."""
    cut, lines = ours.cuts()[1], []
    for sort, title in (("match", "Missed"), ("hard", "Hard, passed"), ("random", "Random, passed")):
        groups: dict[tuple[str, str], list[tuple[float, Pair]]] = {}
        for pair, score in zip(ours.pairs, ours.scores, strict=True):
            if pair.sort == sort and (score > cut) != (sort == "match"):
                groups.setdefault((pair.column, pair.band), []).append((score, pair))
        for (column, band), members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
            lines.append(f"\n{title}: {column}, {band}: {len(members)}")
            sign = 1 if sort == "match" else -1
            members.sort(key=lambda member: (sign * member[0], member[1].first, member[1].second))
            lines += [f"  {score:.3f}  {pair.first}  |  {pair.second}" for score, pair in members[:number]]
    return "\n".join(lines)
