"""Count how often the walk of one subject crosses from one module of the package into another.

::

    python benchmarks/walk.py "Thein Htay"

Every call, return and step of a generator within the package is seen by a profiler; a crossing is one that
goes from a function of one module to one of another. Rooms are the package's folders. It prints the number of
crossings, and the order in which rooms were entered, judging apart (all that ``matching.party.judge`` calls),
and without the rooms of records and numbers, which everybody reads: no room should be entered again once
left.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import sanctions_screen
from sanctions_screen import ListStore, Screener

HOME = Path(sanctions_screen.__file__).parent
READ_BY_ALL = frozenset({"model", "weights", "errors"})
JUDGING = ("matching/party", "judge")


def walk(call: Callable[[], object]) -> tuple[int, list[str]]:
    """Return how many crossings *call* makes, and the rooms it passes through, each stay once, judging
    apart."""
    last, crossings, passed, judging = "", 0, list[str](), 0

    def seen(frame: FrameType, event: str, _: object) -> None:
        nonlocal last, crossings, judging
        if event not in ("call", "return"):
            return
        if (module_of(frame), frame.f_code.co_name) == JUDGING:
            judging += 1 if event == "call" else -1
        now = module_of(frame if event == "call" else frame.f_back)
        if now in ("", last):
            return
        last, crossings = now, crossings + 1
        room = now.partition("/")[0]
        if not judging and room not in READ_BY_ALL and passed[-1:] != [room]:
            passed.append(room)

    sys.setprofile(seen)
    try:
        call()
    finally:
        sys.setprofile(None)
    return crossings, passed


def module_of(frame: FrameType | None) -> str:
    """Return the module of the package that a frame is in; empty elsewhere."""
    path = Path(frame.f_code.co_filename) if frame else Path()
    return path.relative_to(HOME).with_suffix("").as_posix() if HOME in path.parents else ""


def main() -> None:
    """Walk one name through the embedded lists, warm."""
    name = sys.argv[1] if len(sys.argv) > 1 else "Thein Htay"
    screener = Screener(ListStore.embedded())
    result = screener.screen(name)
    crossings, passed = walk(lambda: screener.screen(name))
    print(f"{name}: {len(result.hits)} hits, {crossings} crossings of modules; rooms entered, judging apart:")
    print(" > ".join(passed))


if __name__ == "__main__":
    main()
