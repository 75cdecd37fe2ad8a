"""Tell how the walk of one subject goes through the rooms, and whether it goes down and back only once.

::

    python benchmarks/walk.py "Thein Htay"

Every call, return and step of a generator within the package is seen by a profiler. A module is entered when
a function of it is called while none of its functions is running, and left when the last one has returned; to
come back to a module that has been waiting is not to enter it. Printed are

* the crossings: steps from a function of one module to one of another, returns too;
* the rooms (folders) and the modules in the order in which they were first entered;
* those that were entered again after they had been left, with how often: there should be none.

These are told without the rooms of records, numbers and errors, which everybody reads; first with judging
apart, then with it. Judging is what makes a party ready to be judged, judges the subject beside it and puts
that into words (``matching.judging``), and what judges whether two parties are one bearer
(``identity.linking``).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import sanctions_screen
from sanctions_screen import ListStore, Screener

HOME = Path(sanctions_screen.__file__).parent
READ_BY_ALL = frozenset({"model", "weights", "errors"})
JUDGING = frozenset({("matching/judging", "answers"), ("identity/linking", "ties")})


class Walk(NamedTuple):
    """What was seen of one walk."""

    crossings: int
    rooms: dict[str, int]
    """How often each room was entered, in the order of the first times."""
    modules: dict[str, int]
    """The same of each module."""


def walk(call: Callable[[], object], apart: frozenset[tuple[str, str]] = JUDGING) -> Walk:
    """Return how *call* goes through the modules of the package; functions *apart* and what they call are not
    counted among what is entered."""
    last, crossings, judging = "", 0, 0
    running, entered = Counter[str](), Counter[str]()

    def seen(frame: FrameType, event: str, _: object) -> None:
        nonlocal last, crossings, judging
        module = module_of(frame)
        if event not in ("call", "return"):
            return
        now = module if event == "call" else module_of(frame.f_back)
        if now not in ("", last):
            last, crossings = now, crossings + 1
        if not module or module.partition("/")[0] in READ_BY_ALL:
            return
        if (module, frame.f_code.co_name) in apart:
            judging += 1 if event == "call" else -1
        for place in (f"{module.partition('/')[0]}/", module):
            if event == "call":
                entered[place] += not running[place] and not judging
                running[place] += 1
            else:
                running[place] -= 1

    sys.setprofile(seen)
    try:
        call()
    finally:
        sys.setprofile(None)
    told = {place: times for place, times in entered.items() if times}
    return Walk(
        crossings,
        {place: times for place, times in told.items() if place.endswith("/")},
        {place: times for place, times in told.items() if not place.endswith("/")},
    )


def module_of(frame: FrameType | None) -> str:
    """Return the module of the package that a frame is in; empty elsewhere."""
    path = Path(frame.f_code.co_filename) if frame else Path()
    return path.relative_to(HOME).with_suffix("").as_posix() if HOME in path.parents else ""


def main() -> None:
    """Walk one name through the embedded lists, warm."""
    name = sys.argv[1] if len(sys.argv) > 1 else "Thein Htay"
    Screener(ListStore.embedded()).screen(name)
    for said, apart in (("judging apart", JUDGING), ("judging too", frozenset[tuple[str, str]]())):
        screener = Screener(ListStore.embedded())
        screener.screen("Somebody Else")
        seen = walk(partial(screener.screen, name), apart)
        hits = len(screener.screen(name).hits)
        print(f"{name}: {hits} hits, {seen.crossings} crossings of modules; {said}:")
        for what, entered in (("rooms", seen.rooms), ("modules", seen.modules)):
            again = ", ".join(f"{place} ({times - 1} times)" for place, times in entered.items() if times > 1)
            print(f"{what} entered: {' > '.join(entered)}")
            print(f"{what} entered again after they were left: {again or 'none'}")


if __name__ == "__main__":
    main()
