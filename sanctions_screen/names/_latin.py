"""Read a text of any scripts in Latin letters, run by run.

Reach for :func:`latin_readings` with a cleaned name. A name in two scripts has a reading for each way to read
them together. Guarantees: a text in Latin letters has one reading, itself; the likeliest reading comes first.
"""

from __future__ import annotations

import re
from typing import Final

from .romanise import Romanisation, romanisations
from .writing.scripts import COMMON, LATIN, script_runs

__all__ = ["latin_readings"]

_MOST_READINGS: Final = 12


def latin_readings(text: str) -> list[tuple[str, str | None]]:
    """Return *text* wholly in Latin letters, with the standards used, likeliest first."""
    readings: list[tuple[str, str | None]] = [("", None)]
    for script, run in script_runs(text):
        if script in (LATIN, COMMON):
            written = run.replace("*", " ")  # in a name as written it is no such mark
            readings = [(before + written, standard) for before, standard in readings]
        else:
            choices = _run_readings(run, script)
            longer = [_read_on(reading, choice) for reading in readings for choice in choices]
            readings = longer[:_MOST_READINGS]
    return readings


def _read_on(reading: tuple[str, str | None], choice: Romanisation) -> tuple[str, str | None]:
    before, standard = reading
    both = choice.standard if standard in (None, choice.standard) else f"{standard}+{choice.standard}"
    return f"{before} {choice.text} ", both


def _run_readings(run: str, script: str) -> tuple[Romanisation, ...]:
    """Romanise a run of one script; a comma inside it is kept, since it tells the order of the parts."""
    pieces = [piece for piece in re.split(r"[,،、，]", run) if piece.strip()]
    if len(pieces) <= 1:
        return romanisations(run.strip(" ,،"), script) or (Romanisation("", script),)
    options = [found for piece in pieces if (found := romanisations(piece.strip(), script))]
    most = max(map(len, options), default=0)
    chosen = ([option[min(rank, len(option) - 1)] for option in options] for rank in range(most))
    spelled = tuple(Romanisation(", ".join(c.text for c in row), row[0].standard) for row in chosen)
    return spelled or (Romanisation("", script),)
