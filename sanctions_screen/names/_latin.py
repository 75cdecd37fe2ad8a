"""Read a text of any scripts in Latin letters, run by run.

Reach for :func:`latin_readings` with a cleaned name. A name in two scripts has a reading for each way to read
them together. Guarantees: a text in Latin letters has one reading, itself; the likeliest reading comes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .firms import names_east_asian_firm
from .romanise import Romanisation, romanisations
from .writing.digits import in_our_digits
from .writing.scripts import COMMON, LATIN, script_runs

__all__ = ["latin_readings"]

_MOST_READINGS: Final = 12
_COMMA: Final = re.compile(r"[,،、，]")
_NUMBER: Final = re.compile(r"([0-9]+)")
_COUNTED_AMONG_WORDS: Final = frozenset({"Han", "Hangul", "Kana"})
"""Scripts whose romanisers read numbers themselves, for they stand within words: 工厂16号."""
_WITHOUT_BLANKS: Final = frozenset({"Han", "Kana"})
_BLANK: Final = re.compile(r"\s")
_ORDINAL_SIGN: Final = re.compile("[第제](?=[0-9])")


def latin_readings(text: str) -> list[tuple[str, str | None]]:
    """Return *text* wholly in Latin letters, with the standards used, likeliest first."""
    readings: list[tuple[str, str | None]] = [("", None)]
    for script, run in _together(in_our_digits(text)):
        if script in (LATIN, COMMON):
            written = run.replace("*", " ")  # in a name as written it is no such mark
            readings = [(before + written, standard) for before, standard in readings]
        else:
            choices = _run_readings(run, script)
            longer = [_read_on(reading, choice) for reading in readings for choice in choices]
            readings = longer[:_MOST_READINGS]
    return readings


def _together(text: str) -> Sequence[tuple[str, str]]:
    """Return the runs of a text by their scripts; a Japanese or Chinese firm's name with Latin letters amid
    its words is one: 株式会社NTTデータ."""
    runs = script_runs(text)
    eastern = next((script for script, _ in runs if script in _WITHOUT_BLANKS), "")
    if eastern and len(runs) > 1 and not _BLANK.search(text):
        others = {script for script, _ in runs} - {eastern, LATIN, COMMON}
        if not others and names_east_asian_firm(text):
            return ((eastern, text),)
    return runs


def _read_on(reading: tuple[str, str | None], choice: Romanisation) -> tuple[str, str | None]:
    before, standard = reading
    both = choice.standard if standard in (None, choice.standard) else f"{standard}+{choice.standard}"
    return f"{before} {choice.text} ", both


def _run_readings(run: str, script: str) -> tuple[Romanisation, ...]:
    """Romanise a run of one script; a comma inside it is kept, since it tells the order of the parts."""
    pieces = [piece for piece in _COMMA.split(run) if piece.strip()]
    if len(pieces) <= 1:
        return _with_numbers(run.strip(" ,،"), script) or (Romanisation("", script),)
    options = [found for piece in pieces if (found := _with_numbers(piece.strip(), script))]
    return _side_by_side(options, ", ") or (Romanisation("", script),)


def _with_numbers(text: str, script: str) -> tuple[Romanisation, ...]:
    """Romanise a text of one script; numbers stay in their places: Factory 16 is not Factory 17."""
    if not _NUMBER.search(text):
        return romanisations(text, script)
    if script in _COUNTED_AMONG_WORDS:
        return romanisations(_ORDINAL_SIGN.sub(" ", text).strip(), script)
    options = [
        (Romanisation(piece, script),) if piece.isdigit() else romanisations(piece.strip(" -"), script)
        for piece in _NUMBER.split(text)
        if piece.strip(" -")
    ]
    return _side_by_side([option for option in options if option], " ")


def _side_by_side(options: Sequence[tuple[Romanisation, ...]], between: str) -> tuple[Romanisation, ...]:
    """Return the likeliest spellings of pieces together, then the next of each; by the standard of a word."""
    most = max(map(len, options), default=0)
    chosen = ([option[min(rank, len(option) - 1)] for option in options] for rank in range(most))
    return tuple(
        Romanisation(
            between.join(one.text for one in row),
            next((one.standard for one in row if not one.text.isdigit()), row[0].standard),
        )
        for row in chosen
    )
