"""Find the costs of the matching model, and write them into its file of weights.

::

    python benchmarks/fit.py                 # search, print the figures, rewrite weights.toml
    python benchmarks/fit.py --steps 0       # only say what the weights at hand give on the tuned half

It reads the halves that are tuned on alone (``accuracy_data.py`` deals them): labelled pairs; aliases taken
off real lists; people, and firms, on no list. Names are aligned once and their lines counted
(``fit_counts.py``), so that a step takes a fraction of a second; a step changes a few numbers at random and
is kept when the goal grows. The seed decides every step: the same data give the same file. Scales are laid so
that of people on no list one in a hundred reaches 0.80 and three in a thousand 0.95, and of firms in stock
indices no more than by the weights at hand; what more of other firms is alerted counts against a step. What
is found holds on the tuned half alone: report what ``accuracy.py`` says of
the other.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Final

import numpy as np
from accuracy_data import Half, half_of, name_key, read_background, read_pairs, sampled
from accuracy_firms import INDICES, read_firms
from accuracy_lists import hold_out, read_lists
from fit_counts import AGAINST, COLUMNS, DOUBTS, Rows, count_names, count_parties
from numpy.typing import NDArray

from sanctions_screen import Party, ScreeningSettings, Subject
from sanctions_screen.engine.chosen import Matcher, matcher_of_parties
from sanctions_screen.model import PartyKind
from sanctions_screen.weights import FULL, weights

HERE: Final = Path(__file__).resolve().parent
WEIGHTS: Final = HERE.parent / "sanctions_screen" / "weights" / "weights.toml"
ALIASES, BACKGROUND, FIRMS = 1500, 8000, 3000
LOWEST: Final = 0.5
"""What scores less by the weights at hand is not looked at."""
ALERTED_AT_80, ALERTED_AT_95 = 0.0098, 0.003
"""Of people on no list; of firms no more than by the weights at hand, which is measured first."""
MOVED: Final[dict[str, tuple[str, ...]]] = {
    "person": (
        "power", "unlike", "conflict", "conflict_syllables", "missing", "missing_syllables", "contradiction",
        "other_number",
    ),
    "organisation": (
        "power", "unlike", "conflict", "missing", "contradiction", "other_number", "only_generic",
        "both_named", "all_generic", "one_word", "one_brand",
    ),
    "chance": ("few_readings", "many_readings"),
}  # fmt: skip
KINDS: Final[tuple[PartyKind, ...]] = ("person", "organisation", "vessel")
Numbers = dict[str, dict[str, float]]
"""Of each kind, and of chance, the numbers moved, in units of a rare word; the power in quarters."""
Scales = dict[str, list[tuple[float, float]]]


@dataclass
class Data:
    """The tuned half, counted."""

    pairs: Rows
    sorts: NDArray[np.str_]
    asked: Rows
    queries: NDArray[np.str_]
    """``alias``, ``people`` or the sort of firm, of each query."""
    kinds: NDArray[np.str_]
    right: NDArray[np.bool_]
    """Of each row of *asked*, whether its party is a right answer."""


@dataclass(frozen=True)
class Alerted:
    """The shares of firms on no list, by their sort, that some weights alert at 0.80 and at 0.95."""

    at_80: dict[str, float]
    at_95: dict[str, float]

    def of_indices(self) -> tuple[float, float]:
        """Return both shares of firms in stock indices."""
        (sort,) = (sort for sort in self.at_80 if sort.startswith(INDICES))
        return self.at_80[sort], self.at_95[sort]

    def excess(self, other: Alerted) -> float:
        """Return by how much *other* alerts more at 0.80, of all sorts."""
        return sum(max(0.0, other.at_80[sort] - share) for sort, share in self.at_80.items())


@dataclass
class Figures:
    """What some weights give."""

    goal: float = 0.0
    table: dict[str, float] = field(default_factory=dict)


def main() -> None:
    """Search from the weights at hand, and write what is found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    data = read(chosen.shared, "tune")
    numbers, scales = at_hand()
    before = firms_alerted(data, numbers, scales)
    best = figures(data, numbers, scales, before)
    print("at hand", {name: round(value, 4) for name, value in best.table.items()}, flush=True)
    random = np.random.default_rng(chosen.seed)
    for _ in range(chosen.steps):
        tried, tried_scales = stepped(numbers, scales, random)
        lay_scale(data, tried, tried_scales, before)
        found = figures(data, tried, tried_scales, before)
        if found.goal > best.goal:
            numbers, scales, best = tried, tried_scales, found
    print("found", {name: round(value, 4) for name, value in best.table.items()})
    if chosen.steps:
        write(numbers, scales)


# -- the data ------------------------------------------------------------------------------------------------


def read(shared: Path, half: Half) -> Data:
    """Read and count the half, on all cores."""
    pairs, split = read_pairs(shared / "eval")
    kept = [pair for pair in pairs if pair.half == half]
    lists = read_lists(shared / "data")
    aliases, parties = hold_out(lists, split, half, ALIASES)
    people = sampled(read_background(shared / "eval", half), BACKGROUND)
    firms = read_firms(shared / "data", lists.parties, FIRMS)
    queries: list[tuple[str, str, PartyKind, frozenset[str]]] = [
        *(("alias", alias.text, alias.party.kind, frozenset(alias.right)) for alias in aliases),
        *(("people", name.text, "person", frozenset()) for name in people),
        *(
            (sort, name, "organisation", frozenset())
            for sort, names in firms.items()
            for name in names
            if half_of(name_key(name)) == half
        ),
    ]
    with Pool(initializer=_begin, initargs=(parties,)) as pool:
        counted = pool.starmap(
            count_names,
            ((n, pair.first, pair.second, pair.kind) for n, pair in enumerate(kept)),
            chunksize=500,
        )
        asked = pool.starmap(
            _ask, ((n, text, kind) for n, (_, text, kind, _) in enumerate(queries)), chunksize=20
        )
    rows = Rows.of(row for rows in asked for row in rows)
    owned = zip(rows.owners.tolist(), rows.parties.tolist(), strict=True)
    right = [party in queries[number][3] for number, party in owned]
    return Data(
        pairs=Rows.of(row for rows in counted for row in rows),
        sorts=np.array([pair.sort for pair in kept]),
        asked=rows,
        queries=np.array([sort for sort, *_ in queries]),
        kinds=np.array([kind for _, _, kind, _ in queries]),
        right=np.array(right),
    )


_searched: list[tuple[Matcher, dict[str, Party]]] = []


def _begin(parties: list[Party]) -> None:
    _searched[:] = [
        (matcher_of_parties(parties, ScreeningSettings()), {party.party_id: party for party in parties})
    ]


def _ask(number: int, text: str, kind: PartyKind) -> list[tuple[int, list[int], str, str]]:
    matcher, parties = _searched[0]
    subject = Subject(name=text, kind=kind)
    found = [parties[judgement.party_id] for judgement in matcher.search(subject, LOWEST)]
    return count_parties(number, subject, found)


# -- what some weights give ----------------------------------------------------------------------------------


def at_hand() -> tuple[Numbers, Scales]:
    """Return the numbers and scales of the file of weights as it is."""
    held = weights()
    numbers: Numbers = {
        str(kind): {
            name: getattr(held.kind(kind), name) / (1 if name == "power" else FULL)
            for name in ("power", *COLUMNS)
            if hasattr(held.kind(kind), name)
        }
        for kind in KINDS
    }
    numbers["chance"] = {name: getattr(held.chance, name) / FULL for name in MOVED["chance"]}
    scales: Scales = {str(kind): [(x / FULL, y / FULL) for x, y in held.kind(kind).scale] for kind in KINDS}
    return numbers, scales


def plain_scores(rows: Rows, numbers: Numbers, *, searched: bool) -> NDArray[np.float64]:
    """Return the plain score of each row; *searched*: with the doubt of a common name, as a hit has it."""
    columns = dict(zip(COLUMNS, rows.counts.T, strict=True))
    found = np.zeros(len(rows.owners))
    places, doubts = np.array(weights().chance.common.points).T / FULL
    for kind, costs in numbers.items():
        mine = rows.kinds == kind if kind != "vessel" else np.isin(rows.kinds, ("vessel", "aircraft"))
        if kind == "chance" or not mine.any():
            continue
        of = {name: column[mine] for name, column in columns.items()}
        against = sum(costs[name] * of[name] for name in AGAINST) + (
            costs["fuller_name"] * of["fuller_name"] if searched else 0.0
        )
        doubt = of["acronym"] + sum(costs[name] * of[name] for name in DOUBTS)
        doubt = doubt + sum(numbers["chance"][name] * of[name] for name in MOVED["chance"])
        if searched:
            doubt = doubt + np.interp(of["for"], places, doubts)
        found[mine] = 1.0 / (1.0 + against / of["for"] ** (costs["power"] / 4) + doubt)
    return found


def scores(rows: Rows, numbers: Numbers, scales: Scales, *, searched: bool) -> NDArray[np.float64]:
    """Return the score of each row."""
    plain = plain_scores(rows, numbers, searched=searched)
    for kind, points in scales.items():
        mine = rows.kinds == kind if kind != "vessel" else np.isin(rows.kinds, ("vessel", "aircraft"))
        places, values = np.array(points).T
        plain[mine] = np.interp(plain[mine], places, values)
    return plain


def _best(owners: NDArray[np.int64], values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    best = np.zeros(count)
    np.maximum.at(best, owners, values)
    return best


def _cut(values: NDArray[np.float64], share: float) -> float:
    return float(np.sort(values)[::-1][int(len(values) * share)])


def firms_alerted(data: Data, numbers: Numbers, scales: Scales) -> Alerted:
    """Return the shares of firms on no list that some weights alert."""
    return _alerted(data, scores(data.asked, numbers, scales, searched=True))


def _alerted(data: Data, found: NDArray[np.float64]) -> Alerted:
    best = _best(data.asked.owners, found, len(data.queries))
    sorts = sorted(set(data.queries.tolist()) - {"alias", "people"})
    shares = [
        {sort: float((best[data.queries == sort] >= at).mean()) for sort in sorts} for at in (0.8, 0.95)
    ]
    return Alerted(*shares)


def figures(data: Data, numbers: Numbers, scales: Scales, before: Alerted) -> Figures:
    """Return the goal and the figures it is made of; *before* is what was alerted of firms."""
    table = _of_pairs(data, scores(data.pairs, numbers, scales, searched=False))
    found = scores(data.asked, numbers, scales, searched=True)
    alerted = _alerted(data, found)
    table |= _of_lists(data, found)
    table |= {f"alerted: {sort}": share for sort, share in alerted.at_80.items()}
    goal = (
        1.5 * table["pairs .1 %"] + 0.5 * table["pairs 1 %"] - max(0.0, table["hard"] - 0.15)
        + 2.0 * table["lists 1 %"] + table["lists .1 %"] + 0.5 * table["first"] + table["firms found"]
    )  # fmt: skip
    return Figures(goal - before.excess(alerted), table)


def _of_pairs(data: Data, found: NDArray[np.float64]) -> dict[str, float]:
    best = _best(data.pairs.owners, found, len(data.sorts))
    of = {sort: best[data.sorts == sort] for sort in ("match", "random", "hard")}
    cuts = _cut(of["random"], 0.01), _cut(of["random"], 0.001)
    return {
        "pairs 1 %": float((of["match"] > cuts[0]).mean()),
        "pairs .1 %": float((of["match"] > cuts[1]).mean()),
        "hard": float((of["hard"] > cuts[1]).mean()),
    }


def _of_lists(data: Data, found: NDArray[np.float64]) -> dict[str, float]:
    rows, count = data.asked, len(data.queries)
    best = _best(rows.owners, found, count)
    right = _best(rows.owners[data.right], found[data.right], count)
    alias, people = data.queries == "alias", best[data.queries == "people"]
    firms = alias & (data.kinds == "organisation")
    return {
        "lists 1 %": float((right[alias] > _cut(people, 0.01)).mean()),
        "lists .1 %": float((right[alias] > _cut(people, 0.001)).mean()),
        "first": float(((right >= best) & (right > 0))[alias].mean()),
        "firms found": float((right[firms] >= 0.8).mean()),
        "people found": float((right[alias & (data.kinds == "person")] >= 0.8).mean()),
        "people alerted": float((people >= 0.8).mean()),
    }


# -- the search ----------------------------------------------------------------------------------------------


def stepped(numbers: Numbers, scales: Scales, random: np.random.Generator) -> tuple[Numbers, Scales]:
    """Return other numbers near *numbers*, and now and then another scale of firms."""
    tried = {name: dict(of) for name, of in numbers.items()}
    where = str(random.choice(list(MOVED), p=(0.55, 0.4, 0.05)))
    for name in random.choice(
        MOVED[where], size=int(random.integers(1, min(3, len(MOVED[where])) + 1)), replace=False
    ):
        moved = tried[where][str(name)]
        # Powers are quarters; other numbers are moved by a quarter of themselves or so.
        tried[where][str(name)] = (
            float(np.clip(moved + random.choice((-1, 1)), 4, 14))
            if name == "power"
            else float(moved * np.exp(random.normal(0, 0.25)))
        )
    return tried, dict(scales)


def lay_scale(data: Data, numbers: Numbers, scales: Scales, before: Alerted) -> None:
    """Lay the scales so that no more people and firms on no list reach 0.80 and 0.95 than should."""
    plain = plain_scores(data.asked, numbers, searched=True)
    best = _best(data.asked.owners, plain, len(data.queries))
    people = best[data.queries == "people"]
    scales["person"] = scales["vessel"] = _laid(people, ALERTED_AT_80, ALERTED_AT_95)
    firms = best[np.char.startswith(data.queries, INDICES)]
    if len(firms):
        scales["organisation"] = _laid(firms, *before.of_indices())


def _laid(plain: NDArray[np.float64], share_80: float, share_95: float) -> list[tuple[float, float]]:
    at_80 = _cut(plain, share_80) + 1e-4
    at_95 = min(max(_cut(plain, share_95) + 1e-4, at_80 + 0.02), 0.97)
    return [(0.0, 0.0), (0.36 * at_80, 0.55), (at_80, 0.80), (at_95, 0.95), (1.0, 1.0)]


# -- the file ------------------------------------------------------------------------------------------------


def write(numbers: Numbers, scales: Scales) -> None:
    """Rewrite the numbers found, each on its line; the reasons beside them stay."""
    section = ""
    lines = []
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        if header := re.fullmatch(r"\[(?:kinds\.)?([\w.-]+)\]", line):
            section = header[1]
        lines.append(_rewritten(line, section, numbers, scales))
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _rewritten(line: str, section: str, numbers: Numbers, scales: Scales) -> str:
    name = line.partition("=")[0].strip()
    if name == "dated":
        return f"dated = {date.today().isoformat()}"  # noqa: DTZ011 -- the day of the machine that fitted
    if name == "scale" and section in scales:
        return f"scale = {_millionths(scales[section])}"
    if name in MOVED.get(section, ()) and section in numbers:
        value = numbers[section][name]
        number = str(round(value)) if name == "power" else f"{round(value * 1000) * 1000:_}"
        return re.sub(r"= [0-9_]+", f"= {number}", line, count=1)
    return line


def _millionths(points: Iterable[tuple[float, float]]) -> str:
    shown = partial(lambda value: f"{round(value * 1000) * 1000:_}")
    return "[" + ", ".join(f"[{shown(x)}, {shown(y)}]" for x, y in points) + "]"


if __name__ == "__main__":
    main()
