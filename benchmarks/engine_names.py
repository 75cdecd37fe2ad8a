"""How many names a second the engine makes comparable, beside the reference in the same process.

::

    python benchmarks/engine_names.py [--names 5000] [--shared DIR]

Names are those of ``eval/background.csv`` and ``eval/pairs.csv`` that the engine reads by itself, each once,
in an order of chance with a fixed seed. Seconds are processor time, on one core. ``first`` is the first time
the engine sees these names, ``again`` the next, when it remembers their words; the reference sees each once.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Callable
from pathlib import Path
from time import process_time

from sanctions_screen.engine.handed import everything
from sanctions_screen.engine.names import comparable_names, engine_names
from sanctions_screen.model import PartyKind
from sanctions_screen.names import comparable_name

KINDS: tuple[PartyKind | None, ...] = (None, "person", "organisation", "vessel", "aircraft")


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=int, default=5000)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    chosen = parser.parse_args()
    print(f"tables gathered in {_seconds(everything):.3f} s, engine made in {_seconds(engine_names):.3f} s")
    names = _names(chosen.shared / "eval", chosen.names)
    print("names a second, by kind: engine first, again, with Python's objects; reference")
    for kind in KINDS:
        if engine_names().comparable(names[:1], kind) == [None]:
            print(f"{kind or '(not told)':14}", "left to the reference")
            continue
        rates = [len(names) / seconds for seconds in _timed(names, kind)]
        print(f"{kind or '(not told)':14}", *(f"{rate:10,.0f}" for rate in rates))


def _timed(names: list[str], kind: PartyKind | None) -> tuple[float, ...]:
    engine = engine_names()

    def alone() -> int:
        return engine.count_parts(names, kind)

    return (
        _seconds(alone),
        _seconds(alone),
        _seconds(lambda: comparable_names(names, kind)),
        _seconds(lambda: [comparable_name(name, kind) for name in names]),
    )


def _names(folder: Path, count: int) -> list[str]:
    with (folder / "background.csv").open(encoding="utf-8") as file:
        found = [row["name"] for row in csv.DictReader(file)]
    with (folder / "pairs.csv").open(encoding="utf-8") as file:
        found += [row[side] for row in csv.DictReader(file) for side in ("name_a", "name_b")]
    unique = list(dict.fromkeys(found))
    random.Random(0).shuffle(unique)
    read = engine_names().readable(unique)
    return [name for name, by_engine in zip(unique, read, strict=True) if by_engine][:count]


def _seconds(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


if __name__ == "__main__":
    main()
