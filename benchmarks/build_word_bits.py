"""Count how much a word of a name tells, and write sanctions_screen/names/data/word_bits.tsv.

Run it from the project's root when the sources change: ``python benchmarks/build_word_bits.py ../shared``.
Counts are over names of people on no list (the half that is tuned on), by culture, and over the names on
published lists; only words are kept that many names share, never a name.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log2
from pathlib import Path

from sanctions_screen.names import comparable_name, fold
from sanctions_screen.names.sounds.spelling import sounds
from sanctions_screen.sources import read_list

# A rate is trusted as far as the number of names it was counted over: so many are added that lack the word.
UNSEEN = 600
MOST_BITS = 11.0
LEAST_NAMES = 4
# The table in use was counted over this list alone; more lists shift the scores: measure before adding one.
LISTS = ("us-ofac-sdn/2024-07-02",)


def in_tuned_half(name: str) -> bool:
    """Tell by its letters alone whether a background name belongs to the half that is tuned on."""
    key = " ".join(sorted(fold(name).split()))
    return hashlib.sha256(key.encode()).digest()[0] % 2 == 0


def names_by_culture(shared: Path) -> Iterator[tuple[str, str, str]]:
    with (shared / "eval" / "background.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if in_tuned_half(row["name"]):
                yield row["culture"] + ":" + row["script"], row["name"], "person"
    for folder in LISTS:
        yield from listed_names(shared / "data" / folder)


def listed_names(folder: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in (".csv", ".xml") and not path.stem.lower().startswith(
            ("alt", "add", "sdn_comm")
        ):
            try:
                parties = read_list(path).parties
            except Exception as error:  # noqa: BLE001 - a tool run by hand: say it and go on with the other files
                print(f"passed over {path}: {error}", file=sys.stderr)
                continue
            for party in parties:
                kind = "person" if party.kind == "person" else "organisation"
                for name in party.names[:1]:
                    yield f"{folder.parts[-2:]}:{kind}", name.text, party.kind


def main(shared: Path) -> None:
    totals: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for culture, name, kind in names_by_culture(shared):
        totals[culture] += 1
        found = comparable_name(name, kind)
        words = {sounds(part.text) for part in found.parts if part.role in ("word", "particle")}
        counts[culture].update(word for word in words if word)
    rates: dict[str, float] = {}
    for culture, counted in counts.items():
        for word, count in counted.items():
            if count >= LEAST_NAMES:
                rates[word] = max(rates.get(word, 0.0), count / (totals[culture] + UNSEEN))
    path = Path("sanctions_screen/names/data/word_bits.tsv")
    rows = sorted((word, -log2(rate)) for word, rate in rates.items() if -log2(rate) <= MOST_BITS)
    with path.open("w", encoding="utf-8") as stream:
        stream.write(
            "# How much a word of a name tells about its bearer: -log2 of the share of names\n"
            "# that have it, in the culture where it is commonest; words not named here are rarer\n"
            "# than 1 in 2000 everywhere. Columns: the word's sounds (see\n"
            "# names/sounds/spelling.py) <TAB> bits. Counted by benchmarks/build_word_bits.py over names\n"
            "# of people on no list, by culture, and over the primary names on the lists\n"
            f"# {', '.join(LISTS)}.\n"
        )
        for word, bits in rows:
            stream.write(f"{word}\t{bits:.1f}\n")
    print(len(rows), "words from", sum(totals.values()), "names")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
