"""How well a past day is rebuilt: from one snapshot, by the announcements between it and the day.

The list as of the day is compared with the real file of it: who is on it, under which programmes, and with
which names, birth dates and numbers.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from sanctions_screen.model import Party, PartyId
from sanctions_screen.names.keys import name_key
from sanctions_screen.sources.ofac_change_parties import spelling_keys
from sanctions_screen.store import ListStore

__all__ = ["SDN", "Say", "rebuilding"]

SDN = "us-ofac-sdn"
FIRST, LAST = date(2015, 1, 17), date(2016, 10, 11)

Say = Callable[[str], None]


def rebuilding(data: Path, paths: list[Path], say: Say) -> None:
    say(f"\n## Rebuilding backwards from {LAST}\n")
    store = ListStore.in_memory()
    store.import_file(_sdn(data, LAST), list_id=SDN, published_on=LAST)
    started = time.perf_counter()
    store.import_changes(paths)
    say(f"Change files read and tied in {time.perf_counter() - started:.0f} s.")
    other = ListStore.in_memory()
    other.import_file(_sdn(data, FIRST), list_id=SDN, published_on=FIRST)
    real = {party.party_id: party for party in other.snapshot(SDN, FIRST)}
    true_day, day_errors = _true_day(store, real)
    say(f"\nThe copy archived on {FIRST} fits the list as of {true_day} best ({day_errors} differences).")
    pairs = _compare(store, real, true_day, say)
    _fields(store, pairs, say)
    _announced_names(store, say)
    _by_year(store, say)


def _sdn(data: Path, day: date) -> Path:
    return next(path for path in (data / SDN / str(day)).iterdir() if path.name.upper() == "SDN.CSV")


def _true_day(store: ListStore, real: dict[PartyId, Party]) -> tuple[date, int]:
    """Return the day before the archiving on which the rebuilt list differs least; the latest of the best."""
    found: list[tuple[int, int]] = []
    for day in range(FIRST.toordinal() - 20, FIRST.toordinal() + 1):
        missing, extra, _ = _differences(store, real, date.fromordinal(day))
        found.append((len(missing) + len(extra), -day))
    errors, day = min(found)
    return date.fromordinal(-day), errors


def _differences(
    store: ListStore, real: dict[PartyId, Party], day: date
) -> tuple[dict[PartyId, Party], dict[PartyId, Party], list[tuple[Party, Party]]]:
    """Return what is missing and what is extra in the rebuilt list, and the pairs that match.

    A party that left between the days is known from announcements alone: it is matched by its names.
    """
    rebuilt = {party.party_id: party for party in store.snapshot(SDN, day)}
    pairs = [(real[key], rebuilt[key]) for key in real.keys() & rebuilt.keys()]
    missing = {key: party for key, party in real.items() if key not in rebuilt}
    extra = {key: party for key, party in rebuilt.items() if key not in real}
    for key, other in _by_names(missing, extra):
        pairs.append((missing.pop(key), extra.pop(other)))
    return missing, extra, pairs


def _by_names(missing: dict[PartyId, Party], extra: dict[PartyId, Party]) -> list[tuple[PartyId, PartyId]]:
    """Return (reference, id) of the parties of one kind that share a name: as many pairs as there can be.

    Two parties may share a name, and each have one more: taking the first that fits would leave one over.
    """
    by_name: dict[tuple[str, str], list[PartyId]] = defaultdict(list)
    for key in sorted(missing):
        by_name[missing[key].kind, name_key(missing[key].primary_name.text)].append(key)
    fits: dict[PartyId, list[PartyId]] = {}
    for key, party in sorted(extra.items()):
        names = dict.fromkeys(k for name in party.names for k in spelling_keys(name.text))
        same = [other for name in names for other in by_name.get((party.kind, name), ())]
        numbers = {item.value for item in party.identifiers}
        fits[key] = sorted(
            same, key=lambda other: not any(i.value in numbers for i in missing[other].identifiers)
        )
    taken: dict[PartyId, PartyId] = {}

    def place(key: PartyId, tried: set[PartyId]) -> bool:
        for other in fits[key]:
            if other not in tried:
                tried.add(other)
                if other not in taken or place(taken[other], tried):
                    taken[other] = key
                    return True
        return False

    for key in fits:
        place(key, set())
    return sorted(taken.items())


Pairs = Sequence[tuple[Party, Party]]


def _compare(store: ListStore, real: dict[PartyId, Party], day: date, say: Say) -> Pairs:
    missing, extra, pairs = _differences(store, real, day)
    share = (len(real) - len(missing)) / len(real)
    say(f"\n- {len(real)} parties really listed, {len(real) - len(missing)} of them rebuilt: {share:.2%}")
    say(f"- {len(extra)} rebuilt and not really listed: {len(extra) / len(real):.2%}")
    other = [(a, b) for a, b in pairs if set(a.programmes) != set(b.programmes)]
    same = len(pairs) - len(other)
    say(f"- {same} rebuilt with the same programmes: {same / len(real):.2%} of those really listed")
    uncertain = store.snapshot(SDN, day).unsettled
    say(f"- {len(uncertain)} left out as uncertain: announced long ago, never removed (listed below)")
    say("\nMissing:\n")
    for key in sorted(missing):
        party = missing[key]
        say(f"- {key} {party.primary_name.text} {list(party.programmes)}: {_why(store, party)}")
    say("- none" if not missing else "")
    say("\nExtra:\n")
    for key in sorted(extra):
        events = store.history(key).events
        told = "; ".join(f"{e.kind} {e.on or f'by {e.effective_by}'}" for e in events)
        say(f"- {key} {extra[key].primary_name.text} {list(extra[key].programmes)}: {told}")
    say("- none" if not extra else "")
    say("\nOther programmes (really, rebuilt):\n")
    for a, b in sorted(other, key=lambda pair: pair[0].party_id)[:60]:
        say(f"- {a.party_id} {a.primary_name.text}: {sorted(a.programmes)}, {sorted(b.programmes)}")
    if len(other) > 60:
        say(f"- and {len(other) - 60} more")
    say("- none" if not other else "")
    say("\nLeft out as uncertain, by the day of the last announcement:\n")
    by_day: dict[date, list[str]] = defaultdict(list)
    state = store.state(SDN, day)
    for party_id in uncertain:
        by_day[state.member(party_id).seen_on].append(state.party(party_id).primary_name.text)
    for on, names in sorted(by_day.items()):
        say(f"- {on}: {'; '.join(sorted(names))}")
    return pairs


def _why(store: ListStore, party: Party) -> str:
    """Return what the announcements say of a name, from which a party really listed was not rebuilt."""
    key = name_key(party.primary_name.text)
    told = [
        f"{notice.kind} {notice.on} as {notice.party.primary_name.text}"
        for notice in store.notices(SDN)
        if notice.party and key in {name_key(name.text) for name in notice.party.names}
    ]
    return "; ".join(told) or "no announcement names it"


def _number(value: str) -> str:
    return "".join(char for char in value.casefold() if char.isalnum())


FIELDS: Mapping[str, Callable[[Party], object]] = {
    "name it is listed by": lambda p: name_key(p.primary_name.text),
    "weak aliases": lambda p: {name_key(n.text) for n in p.names if n.role == "weak"},
    "birth dates": lambda p: set(p.birth_dates),
    "birth places": lambda p: {name_key(place) for place in p.birth_places},
    "nationalities": lambda p: {c.code or c.text for c in p.nationalities},
    "citizenships": lambda p: {c.code or c.text for c in p.citizenships},
    "numbers": lambda p: {(i.type, _number(i.value)) for i in p.identifiers},
    "programmes": lambda p: set(p.programmes),
}


def _fields(store: ListStore, pairs: Pairs, say: Say) -> None:
    """Compare the fields that the file of names alone carries, its remarks read out."""
    later = {party.party_id: party for party in store.snapshot(SDN, LAST)}
    stayed = [(a, b) for a, b in pairs if b.party_id in later]
    gone = [(a, b) for a, b in pairs if b.party_id not in later]
    say("\n### Fields taken back\n")
    say(
        f"Of {len(pairs)} parties in both, {len(stayed)} were still listed on {LAST}: their records of that "
        f"day with what was announced taken back. {len(gone)} are known from announcements alone. The copy "
        f"of {FIRST} is the file of names, so its strong aliases and addresses are not there to compare with."
    )
    say("\n| field | the same, of all | still listed | without taking back | from announcements alone |")
    say("|---|---|---|---|---|")
    for label, of in FIELDS.items():
        before = [(a, later[b.party_id]) for a, b in stayed]
        shares = [_same(of, group) for group in (pairs, stayed, before, gone)]
        say(f"| {label} | " + " | ".join(shares) + " |")


def _same(of: Callable[[Party], object], pairs: Pairs) -> str:
    same = sum(of(a) == of(b) for a, b in pairs)
    return f"{same / len(pairs):.2%} ({len(pairs) - same} differ)"


def _announced_names(store: ListStore, say: Say) -> None:
    """Compare rebuilt aliases with what additions printed, for parties whose aliases a later file gives."""
    later = {party.party_id: party for party in store.snapshot(SDN, LAST)}
    amended = Counter(n.party_id for n in store.notices(SDN) if n.kind == "amended" and n.party_before)
    counts: Counter[str] = Counter()
    for notice in store.notices(SDN):
        if notice.kind != "listed" or notice.party is None or notice.on.year < 2005:
            continue
        if notice.party_id not in later or not amended[notice.party_id]:
            continue
        told = {name_key(name.text) for name in notice.party.names}
        record = store.party(notice.party_id, notice.on)
        counts["all"] += 1
        counts["rebuilt"] += told == {name_key(name.text) for name in record.names}
        now = later[notice.party_id]
        counts["not taken back"] += told == {name_key(name.text) for name in now.names}
    rebuilt, as_is = counts["rebuilt"] / counts["all"], counts["not taken back"] / counts["all"]
    say(f"\nAliases: {counts['all']} parties added from 2005 on, changed since, are in the last file.")
    say(
        f"{rebuilt:.1%} have exactly the names of their addition, rebuilt as of its day; {as_is:.1%} without."
    )


def _by_year(store: ListStore, say: Say) -> None:
    say("\n### The list, year by year\n")
    say("| as of | parties | of these rebuilt | uncertain | added since the row above | removed |")
    say("|---|---|---|---|---|---|")
    notices = store.notices(SDN)
    before = date(2001, 9, 10)
    for day in (before, *(date(year, 1, 1) for year in range(2002, 2017)), LAST):
        snapshot = store.snapshot(SDN, day)
        kinds = Counter(notice.kind for notice in notices if before < notice.on <= day)
        say(
            f"| {day} | {len(snapshot)} | {len(snapshot.rebuilt)} | {len(snapshot.unsettled)} "
            f"| {kinds['listed']} | {kinds['delisted']} |"
        )
        before = day
