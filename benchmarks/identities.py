"""How many parties of the real lists are linked across lists, and by what: ``benchmarks/identities.py``.

Every party of every list, as the newest files of ../shared/data have them, is looked for on the other lists
as a hit would be. Written are the counts by what links rest on, a table list by list, the sizes of
identities, the story's people and firms, and, with ``--sample``, links drawn by chance with both records side
by side, to be judged by hand.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from time import process_time

from sanctions_screen import IdentityLink, LinkBasis, ListState, ListStore, Party, PartyId
from sanctions_screen.identity import Identities

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
FILES = {
    "us-ofac-sdn": "us-ofac-sdn/2024-07-02/SDN.CSV",
    "us-ofac-cons": "us-ofac-cons/2026-01-08/CONSOLIDATED.XML",
    "un-sc": "un-sc/2026-08-01/consolidated.xml",
    "eu-fsf": "eu-fsf/2021-03-02/fsf.xml",
    "gb-ofsi": "gb-ofsi/2025-04-10/ConList.xlsx",
    "gb-fcdo": "gb-fcdo/2025-08-11/FCDO_SL_Mon_Aug_11_2025.ods",
    "ca-sema": "ca-sema/2025-05-25/sema-lmes.xml",
    "au-dfat": "au-dfat/2026-08-02/regulation8_consolidated.xlsx",
}
EARLIER = ("us-ofac-sdn/2015-01-17/SDN.CSV", "us-ofac-sdn/2023-07-25/SDN.CSV")
"""With the aliases that the newest copy of OFAC's file is without, and with those who left since."""
STORY = {
    "Kim Sok-chol": "un-sc:KPi.036",
    "Thein Htay": "us-ofac-sdn:16102",
    "KOMID": "un-sc:KPe.001",
    "Directorate of Defence Industries": "us-ofac-sdn:33537",
}
MEANS: tuple[LinkBasis, ...] = ("reference", "identifier", "birth-date", "name")
"""From what is certain to what is inferred; a pair counts by the first it has."""


def main() -> None:
    options = _options()
    store = _store(options.db)
    states = {list_id: store.state(list_id) for list_id in FILES}
    bearers = Identities(states, store.key_lookup(tuple(states)), kept=1 << 17)
    parties = [member.party_id for state in states.values() for member in state if member.status == "listed"]
    began = process_time()
    links = {link for party_id in parties for link in bearers.links(party_id) if link.basis != "listing"}
    seconds = process_time() - began
    print(f"{len(parties):,} parties, {len(links):,} links, {seconds:.0f} s of CPU", flush=True)
    by_pair = _by_pair(links)
    text = "\n".join(
        [
            *_head(states),
            *_counts(parties, by_pair),
            *_table(by_pair),
            *_sizes(bearers, parties),
            *_story(bearers, states),
        ]
    )
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")
    else:
        print(text)
    if options.sample:
        _sample(
            options.sample,
            by_pair,
            lambda party_id: states[party_id.partition(":")[0]].party(party_id),
            options.size,
            options.seed,
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--db", type=Path, default=Path("identities.db"), help="a store to make, or made before"
    )
    parser.add_argument("--out", type=Path, help="the file of results, Markdown")
    parser.add_argument("--sample", type=Path, help="write links to judge by hand here")
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20261128, help="another one draws another sample")
    return parser.parse_args()


def _store(path: Path) -> ListStore:
    store = ListStore.open(path)
    held = {info.list_id for info in store.lists()}
    for list_id, file in [("us-ofac-sdn", each) for each in EARLIER] + list(FILES.items()):
        if list_id not in held:
            store.import_file(SHARED / file, list_id, date.fromisoformat(file.split("/")[1]))
            print(f"imported {file}", flush=True)
    return store


def _by_pair(links: set[IdentityLink]) -> dict[tuple[PartyId, PartyId], IdentityLink]:
    """Return each pair's first link: by what is most certain."""
    ordered = sorted(links, key=lambda link: (MEANS.index(link.basis), link.one, link.other, link.evidence))
    found: dict[tuple[PartyId, PartyId], IdentityLink] = {}
    for link in ordered:
        found.setdefault((link.one, link.other), link)
    return found


def _head(states: Mapping[str, ListState]) -> list[str]:
    files = [f"* `{list_id}` of {file.split('/')[1]}" for list_id, file in FILES.items() if list_id in states]
    return [
        "# Identities on the real lists",
        "",
        "Made by `python benchmarks/identities.py` from",
        "",
        *files,
        "",
    ]


def _counts(
    parties: Sequence[PartyId], by_pair: dict[tuple[PartyId, PartyId], IdentityLink]
) -> Iterator[str]:
    yield "## By what parties are linked"
    yield ""
    yield "A party counts once, by the most certain means that links it to a party of another list."
    yield ""
    yield "| means | certainty | pairs | parties |"
    yield "|---|---|--:|--:|"
    pairs = Counter(link.basis for link in by_pair.values())
    first: dict[PartyId, str] = {}
    for pair, link in by_pair.items():
        for each in pair:
            first.setdefault(each, link.basis)
    of_parties = Counter(first.values())
    for means in MEANS:
        certainty = "certain" if means in ("reference", "identifier") else "inferred"
        yield f"| {means} | {certainty} | {pairs[means]:,} | {of_parties[means]:,} |"
    slips = sum(link.basis == "reference" and link.certainty == "inferred" for link in by_pair.values())
    yield f"| of references, those that births and names contradict | inferred | {slips:,} | |"
    yield f"| any | | {len(by_pair):,} | {len(first):,} of {len(parties):,} listed |"
    yield ""


def _table(by_pair: dict[tuple[PartyId, PartyId], IdentityLink]) -> Iterator[str]:
    yield "## List by list"
    yield ""
    yield f"| lists | {' | '.join(MEANS)} |"
    yield f"|---|{'--:|' * len(MEANS)}"
    found: Counter[tuple[str, str, LinkBasis]] = Counter()
    for (one, other), link in by_pair.items():
        found[one.partition(":")[0], other.partition(":")[0], link.basis] += 1
    for first, second in sorted({key[:2] for key in found}):
        cells = " | ".join(f"{found[first, second, means]:,}" for means in MEANS)
        yield f"| {first} – {second} | {cells} |"
    yield ""


def _sizes(bearers: Identities, parties: Sequence[PartyId]) -> Iterator[str]:
    yield "## How many parties an identity has"
    yield ""
    seen: set[PartyId] = set()
    sizes: Counter[int] = Counter()
    largest: list[PartyId] = []
    for party_id in parties:
        if party_id in seen:
            continue
        members = {each for identity in bearers.of([party_id]) for each in identity.party_ids} or {party_id}
        seen |= members
        sizes[len(members)] += 1
        if len(members) > max(map(len, [largest]), default=0):
            largest = sorted(members)
    yield "| parties | identities |"
    yield "|--:|--:|"
    yield from (f"| {size} | {sizes[size]:,} |" for size in sorted(sizes))
    yield ""
    yield f"The largest: {', '.join(largest)}."
    yield ""


def _story(bearers: Identities, states: Mapping[str, ListState]) -> Iterator[str]:
    yield "## The story's people and firms"
    yield ""
    for name, party_id in STORY.items():
        if party_id not in states[party_id.partition(":")[0]]:
            yield f"* **{name}**: {party_id} is on none of these files (it had left before)."
            continue
        found = bearers.of([party_id])
        if not found:
            status = states[party_id.partition(":")[0]].member(party_id).status
            yield f"* **{name}**: {party_id}, {status}; no other list has them."
        for identity in found:
            yield f"* **{name}**"
            for member in identity.members:
                since = member.listed and (member.listed.on or f"by {member.listed.effective_by}")
                tied = "" if member.certain else " (inferred)"
                yield f"    * {member.party_id} {member.name}: {member.status}, listed {since}{tied}"
            yield from (
                f"    * {link.certainty} by {link.basis}: {'; '.join(link.evidence)}"
                for link in identity.links
            )
    yield ""


def _sample(
    path: Path,
    by_pair: Mapping[tuple[PartyId, PartyId], IdentityLink],
    party: Callable[[str], Party],
    size: int,
    seed: int,
) -> None:
    """Write links drawn by chance, as many of each means as there are, half of them at least inferred."""
    draw = random.Random(seed)
    groups = {means: sorted(pair for pair, link in by_pair.items() if link.basis == means) for means in MEANS}
    each = size // len(MEANS)
    lines = []
    for means, pairs in groups.items():
        for number, pair in enumerate(draw.sample(pairs, min(each, len(pairs))), 1):
            lines.append(
                f"## {means} {number}: {'; '.join(by_pair[pair].evidence)} {by_pair[pair].score or ''}"
            )
            lines += [_shown(party(party_id)) for party_id in pair]
            lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def _shown(party: Party) -> str:
    told = {
        "": "; ".join(name.text for name in party.names[:6]),
        "born": "; ".join(map(str, party.birth_dates)),
        "in": "; ".join(party.birth_places[:2]),
        "of": ", ".join(sorted(party.country_codes)),
        "as": "; ".join(party.positions[:2])[:120],
        "numbers": "; ".join(f"{each.type} {each.value}" for each in party.identifiers[:4]),
        "under": ", ".join(party.programmes[:3]),
        "remarks": (party.remarks or "")[:160].replace("\n", " "),
    }
    return f"* {party.party_id} " + " | ".join(
        f"{label} {text}".strip() for label, text in told.items() if text
    )


if __name__ == "__main__":
    main()
