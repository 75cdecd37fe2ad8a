"""Real lists: is a party found by a name taken off the list, and who on no list is taken for a party?

An alias is held out: that spelling is taken off its party, and off the same party's entries on other lists,
while the party's other names stay; then the alias is screened. No party loses more than one alias, so all can
be taken off at once. A party of another list that shares a name with this one counts as the same party, and
either is right. What is asked of background names is the highest score any party reaches.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from accuracy_data import Background, SplitByName, name_key, rank, script_of
from accuracy_measures import cut_for, share_above
from accuracy_pairs import SHARES, latin
from accuracy_report import Section, Table
from rapidfuzz import fuzz

from sanctions_screen import Party, ScreeningSettings, Subject
from sanctions_screen.engine.chosen import Matcher
from sanctions_screen.model import PartyId
from sanctions_screen.sources import read_list

__all__ = [
    "Alias",
    "Answer",
    "Lists",
    "all_thresholds",
    "ask_matcher",
    "hold_out",
    "list_examples",
    "list_tables",
    "read_lists",
]

# Together about 48,000 names. OFAC's latest day at hand has no aliases of its own: those of the day nearest
# before stand beside it.
FILES: tuple[tuple[str, ...], ...] = (
    ("us-ofac-sdn/2024-07-02/SDN.CSV", "us-ofac-sdn/2023-07-25/ALT.CSV", "us-ofac-sdn/2023-07-25/ADD.CSV"),
    ("un-sc/2026-08-01/consolidated.xml",),
    ("eu-fsf/2021-03-02/fsf.xml",),
)
# Where less is found, nothing is: a low floor tells who came first, a cut is far above a high one.
ALIAS_FLOOR = 0.4
BACKGROUND_FLOOR = 0.7
FEWEST_OF_A_CULTURE = 100
MOST_OF_A_CULTURE = 0.03


THRESHOLDS = (0.75, 0.8, 0.85, 0.9, 0.95, 0.98)
OURS = "PartyMatcher"
_RECALLS = ("recall at 1 %", "recall at 0.1 %")
_LEVEL = ("recall, level too", "alerted, level too")
_LEAST = 1e-6
T = TypeVar("T")


@dataclass(frozen=True)
class Lists:
    """The parties of all lists read, and what was read."""

    parties: tuple[Party, ...]
    read: dict[str, int]
    """Names by list, as read."""


@dataclass(frozen=True)
class Alias:
    """A name taken off the lists, the parties that are right answers, and how like their names it is."""

    text: str
    role: str
    party: Party
    right: frozenset[PartyId]
    script: str
    band: str


@dataclass(frozen=True)
class Answer:
    """What a scorer said of a name: the highest score, the right parties', and whether they came first."""

    best: float
    right: float = 0.0
    first: bool = False
    found: str = ""
    """The best party's name that matched, for examples."""
    own: float = 0.0
    """The score of the very party that the alias was taken off, on its own list."""
    best_of_own_list: float = 0.0


def read_lists(folder: Path) -> Lists:
    """Read the lists in :data:`FILES`; SourceError or OSError when one cannot be read."""
    parties: list[Party] = []
    read: dict[str, int] = {}
    for files in FILES:
        found = _read(folder, files)
        label = f"{found[0].party_id.partition(':')[0]} {files[0].split('/')[1]}"
        read[label] = sum(len(party.names) for party in found)
        parties += found
    return Lists(tuple(parties), read)


def _read(folder: Path, files: Sequence[str]) -> tuple[Party, ...]:
    if len(files) == 1:
        return read_list(folder / files[0]).parties
    with tempfile.TemporaryDirectory() as together:
        for file in files:
            if (folder / file).is_file():
                shutil.copy(folder / file, together)
        return read_list(Path(together) / Path(files[0]).name).parties


def hold_out(lists: Lists, split: SplitByName, half: str, size: int) -> tuple[list[Alias], list[Party]]:
    """Return *size* aliases of the half, always the same, and the parties without them."""
    bearers = _bearers(lists.parties)
    chosen: list[tuple[bytes, Party, int]] = []
    for party in lists.parties:
        keys = [name_key(name.text) for name in party.names]
        places = [i for i in range(1, len(keys)) if keys[i] and set(keys) != {keys[i]}]
        if places and half in ("both", _half_of_party(party, split)):
            place = min(places, key=lambda i: rank(f"{party.party_id} {party.names[i].text}"))
            chosen.append((rank(f"{party.party_id} {party.names[place].text}"), party, place))
    chosen.sort(key=lambda choice: choice[0])
    gone: dict[PartyId, set[str]] = defaultdict(set)
    drawn: list[tuple[Party, int, frozenset[PartyId]]] = []
    for _, party, place in chosen:
        same = _same_party(party, bearers)
        if len(drawn) < size and not any(one in gone for one in same):
            drawn.append((party, place, same))
            for one in same:
                gone[one].add(name_key(party.names[place].text))
    left = [party for full in lists.parties if (party := _without(full, gone[full.party_id])).names]
    remaining = {party.party_id: party for party in left}
    return [_alias(party, place, same, remaining) for party, place, same in drawn], left


def _bearers(parties: Iterable[Party]) -> dict[str, set[PartyId]]:
    bearers: dict[str, set[PartyId]] = defaultdict(set)
    for party in parties:
        for name in party.names:
            bearers[f"{party.kind} {name_key(name.text)}"].add(party.party_id)
    return bearers


def _half_of_party(party: Party, split: SplitByName) -> str:
    """Return the half of the first of its names that stands in a labelled pair, else of its first name."""
    known = (name.text for name in party.names if split.knows(name.text))
    return split(next(known, party.names[0].text))


def _same_party(party: Party, bearers: dict[str, set[PartyId]]) -> frozenset[PartyId]:
    list_id = party.party_id.partition(":")[0]
    sharing = {one for name in party.names for one in bearers[f"{party.kind} {name_key(name.text)}"]}
    return frozenset({party.party_id} | {one for one in sharing if one.partition(":")[0] != list_id})


def _without(party: Party, gone: set[str]) -> Party:
    if not gone:
        return party
    return party.model_copy(update={"names": tuple(n for n in party.names if name_key(n.text) not in gone)})


def _alias(party: Party, place: int, same: frozenset[PartyId], left: dict[PartyId, Party]) -> Alias:
    name = party.names[place]
    right = frozenset(one for one in same if one in left)
    others = [other.text for one in sorted(right) for other in left[one].names]
    band = overlap(name.text, others)
    return Alias(name.text, name.role, party, right, script_of(name.text), band)


def overlap(alias: str, others: Sequence[str]) -> str:
    """Return how an alias is like the nearest of the names that stay, told without our matcher.

    Bounds on rapidfuzz's token_sort_ratio of names in plain Latin letters: 85 is ``near``, 60 ``variant``;
    all words of the shorter name in the longer is ``subset``; below is ``far``, unless the scripts differ.
    """
    if script_of(alias) not in {script_of(other) for other in others}:
        return "cross-script"
    mine, best = set(latin(alias).split()), max(fuzz.token_sort_ratio(latin(alias), latin(o)) for o in others)
    words = [set(latin(other).split()) for other in others]
    if any(mine <= theirs or theirs <= mine for theirs in words if theirs and mine):
        return "subset"
    return "near" if best >= 85 else "variant" if best >= 60 else "far"


def ask_matcher(
    matcher: Matcher, aliases: Sequence[Alias], background: Sequence[Background]
) -> tuple[list[Answer], list[Answer], float]:
    """Search for every name; also return searches a second.

    A background name for which nothing reaches the floor counts as having reached it: no cut is lower.
    """
    started = time.perf_counter()
    found = [_ask_for(matcher, alias) for alias in _watched("aliases", aliases)]
    alerts = [_ask(matcher, name) for name in _watched("background", background)]
    return found, alerts, (len(found) + len(alerts)) / (time.perf_counter() - started)


def _ask_for(matcher: Matcher, alias: Alias) -> Answer:
    matches = matcher.search(Subject(name=alias.text, kind=alias.party.kind), ALIAS_FLOOR)
    if not matches:
        return Answer(0.0)
    right = max((match.score for match in matches if match.party_id in alias.right), default=0.0)
    first = matches[0]
    here = [match for match in matches if match.party_id.partition(":")[0] == alias.party.list_id]
    own = max((match.score for match in here if match.party_id == alias.party.party_id), default=0.0)
    best_here = here[0].score if here else 0.0
    return Answer(first.score, right, right >= first.score, first.matched_name.text, own, best_here)


def _ask(matcher: Matcher, name: Background) -> Answer:
    matches = matcher.search(Subject(name=name.text, kind="person"), BACKGROUND_FLOOR)
    return (
        Answer(matches[0].score, found=matches[0].matched_name.text) if matches else Answer(BACKGROUND_FLOOR)
    )


def _watched(what: str, items: Sequence[T]) -> Iterator[T]:
    for number, item in enumerate(items, start=1):
        yield item
        if number % 200 == 0:
            print(f"{what}: {number} of {len(items)}", file=sys.stderr, flush=True)


_GROUPINGS: dict[str, Callable[[Alias], str]] = {
    "likeness to the names that stay": lambda alias: alias.band,
    "script": lambda alias: alias.script,
    "kind": lambda alias: alias.party.kind,
    "role": lambda alias: alias.role,
}


def list_tables(
    ours: tuple[list[Answer], list[Answer], float],
    theirs: dict[str, tuple[list[Answer], list[Answer], float]],
    aliases: Sequence[Alias],
    background: Sequence[Background],
    section: Section,
) -> None:
    """Add the tables of all scorers' answers to *section*."""
    found, alerts, _ = ours
    cuts = _cuts(alerts)
    level = cuts[1] - _LEAST
    section.tables = [_overall({OURS: ours, **theirs}), _thresholds(found, alerts)]
    for name, key in _GROUPINGS.items():
        section.tables.append(_by(name, [key(alias) for alias in aliases], ours, theirs))
    section.tables.append(_cultures(alerts, background, cuts[0]))
    section.figures = {
        "recall_at_1_percent": round(share_above([a.right for a in found], cuts[0]), 4),
        "recall_at_0.1_percent": round(share_above([a.right for a in found], cuts[1]), 4),
        "recall_level_with_the_0.1_percent_cut": round(share_above([a.right for a in found], level), 4),
        "background_alerted_level_with_it": round(share_above([a.best for a in alerts], level), 4),
        "right_party_first": round(sum(a.first for a in found) / len(found), 4),
    }


def _cuts(alerts: Sequence[Answer]) -> tuple[float, float]:
    best = [answer.best for answer in alerts]
    return cut_for(best, SHARES[0]), cut_for(best, SHARES[1])


def _overall(answers: dict[str, tuple[list[Answer], list[Answer], float]]) -> Table:
    rows = []
    for name, (found, alerts, speed) in answers.items():
        cuts = _cuts(alerts)
        recalls = [share_above([answer.right for answer in found], cut) for cut in cuts]
        first = sum(answer.first for answer in found) / len(found)
        level = cuts[1] - _LEAST
        alerted = share_above([answer.best for answer in alerts], level)
        with_level = (share_above([answer.right for answer in found], level), f"{alerted:.4f}")
        rows.append((name, *recalls, first, *cuts, *with_level, round(speed, 1)))
    return Table(
        "Aliases held out",
        ("scorer", *_RECALLS, "right party first", "cut 1 %", "cut 0.1 %", *_LEVEL, "searches/s"),
        rows,
        "A cut is passed by at most the given share of background names. First: no other party scores above "
        "the right one, whatever the cut. Where many names share the score of the cut of 0.1 % (people who "
        "bear a listed name, at 1.0) the columns before the last tell what is found, and who alerted, when "
        "all level with the cut pass. token_set_ratio, slow, is asked for the first of these names.",
    )


def all_thresholds() -> list[float]:
    """Return the thresholds that are reported, the default among them."""
    return sorted({*THRESHOLDS, ScreeningSettings().threshold})


def _thresholds(found: Sequence[Answer], alerts: Sequence[Answer]) -> Table:
    rows = []
    for threshold in all_thresholds():
        at = threshold - 1e-9
        alerted = share_above([answer.best for answer in alerts], at)
        recall = share_above([answer.right for answer in found], at)
        note = "the default" if threshold == ScreeningSettings().threshold else ""
        rows.append((f"{threshold:.2f}", recall, f"{alerted:.4f}", note))
    return Table("At a threshold", ("threshold", "recall", "background alerted", ""), rows)


def _by(
    name: str,
    values: Sequence[str],
    ours: tuple[list[Answer], list[Answer], float],
    theirs: dict[str, tuple[list[Answer], list[Answer], float]],
) -> Table:
    rows = []
    for value, count in sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])):

        def picked(answers: Sequence[Answer], value: str = value) -> list[Answer]:
            return [answer for answer, its in zip(answers, values, strict=False) if its == value]

        mine = picked(ours[0])
        recalls = [share_above([answer.right for answer in mine], cut) for cut in _cuts(ours[1])]
        others = [
            share_above([answer.right for answer in picked(found)], _cuts(alerts)[0])
            for found, alerts, _ in theirs.values()
        ]
        rows.append((value, count, *recalls, sum(answer.first for answer in mine) / count, *others))
    return Table(
        f"Aliases by {name}",
        (name, "aliases", *_RECALLS, "right party first", *(f"{other} at 1 %" for other in theirs)),
        rows,
    )


def _cultures(alerts: Sequence[Answer], background: Sequence[Background], cut: float) -> Table:
    scores: dict[str, list[float]] = defaultdict(list)
    for answer, name in zip(alerts, background, strict=True):
        scores[name.culture].append(answer.best)
    threshold = ScreeningSettings().threshold - 1e-9
    large = [
        (culture, len(of), share_above(of, cut), share_above(of, threshold))
        for culture, of in scores.items()
        if len(of) > FEWEST_OF_A_CULTURE
    ]
    large.sort(key=lambda row: (-row[2], row[0]))
    over = sum(row[2] > MOST_OF_A_CULTURE for row in large)
    return Table(
        "Background names alerted, by culture: the worst",
        ("culture", "names", "alerted at 1 %", "alerted at the default"),
        list(large[:25]),
        f"{len(large)} cultures have over {FEWEST_OF_A_CULTURE} names here; {over} of them are alerted on "
        f"more than {MOST_OF_A_CULTURE:.0%} at the cut of 1 %.",
    )


def list_examples(
    ours: tuple[list[Answer], list[Answer], float],
    aliases: Sequence[Alias],
    background: Sequence[Background],
    number: int,
) -> str:
    """Return missed aliases by band and alerted background names: for the screen, never kept in a file."""
    found, alerts, _ = ours
    cut = _cuts(alerts)[0]
    groups: dict[str, list[str]] = defaultdict(list)
    for alias, answer in sorted(zip(aliases, found, strict=True), key=lambda both: both[1].right):
        others = " ; ".join(name.text for name in alias.party.names if name.text != alias.text)[:150]
        line = f"  {answer.right:.3f} {alias.text}  |  {others}  |  first {answer.best:.3f} {answer.found}"
        if answer.right <= cut:
            groups[f"Missed at 1 %: {alias.party.kind}, {alias.band}"].append(line)
    for name, answer in sorted(zip(background, alerts, strict=True), key=lambda both: -both[1].best):
        if answer.best > cut:
            line = f"  {answer.best:.3f} {name.text}  |  {answer.found}  ({name.culture})"
            groups["Background, alerted at 1 %"].append(line)
    return "\n".join(
        "\n".join([f"\n{title}: {len(lines)}", *lines[:: max(1, len(lines) // number)]])
        for title, lines in groups.items()
    )
