"""Firms on no list: how often one is taken for a listed firm, at each threshold.

Two sorts. Hard ones: firms of the US Entity List and Unverified List, which deal in what listed firms do;
those of countries that have hundreds of firms on the lists searched are left out, since many are listed
under another name. Ordinary ones: firms in stock indices, from the PyPI package ``pytickersymbols`` where it
is installed. A firm whose very name is listed is left out of both: it may be the listed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from accuracy_data import name_key, rank
from accuracy_lists import Alias, Answer, all_thresholds
from accuracy_measures import share_above
from accuracy_report import Table

from sanctions_screen import Party, Subject
from sanctions_screen.engine.chosen import Matcher
from sanctions_screen.sources import read_list

__all__ = ["INDICES", "ask_firms", "firms_table", "read_firms"]

_LISTS = "us-csl/2022-05/consolidated.csv.gz"
_PROGRAMMES = frozenset({"EL", "UVL"})
_MUCH_LISTED = frozenset({"BY", "CU", "IQ", "IR", "KP", "RU", "SD", "SY", "UA", "VE"})
INDICES = "pytickersymbols"
_FLOOR = 0.7


def read_firms(folder: Path, listed: Iterable[Party], size: int) -> dict[str, list[str]]:
    """Return *size* names of firms of each sort at most, always the same ones."""
    taken = {name_key(name.text) for party in listed for name in party.names}
    sorts = {f"{_LISTS.split('/')[0]} {_LISTS.split('/')[1]}: EL, UVL": _exporters(folder)}
    if find_spec(INDICES):
        sorts[f"{INDICES} {version(INDICES)}"] = _in_indices()
    return {
        sort: sorted((name for name in names if name_key(name) not in taken), key=rank)[:size]
        for sort, names in sorts.items()
    }


def _exporters(folder: Path) -> set[str]:
    return {
        party.names[0].text
        for party in read_list(folder / _LISTS).parties
        if party.kind == "organisation"
        and _PROGRAMMES.intersection(party.programmes)
        and _MUCH_LISTED.isdisjoint(place.country.code or "" for place in party.addresses if place.country)
    }


def _in_indices() -> set[str]:
    from pytickersymbols import PyTickerSymbols

    return {stock["name"] for stock in PyTickerSymbols().get_all_stocks()}


def ask_firms(matcher: Matcher, names: Sequence[str]) -> list[float]:
    """Return the highest score of each firm, at least the floor."""
    found = (matcher.search(Subject(name=name, kind="organisation"), _FLOOR) for name in names)
    return [matches[0].score if matches else _FLOOR for matches in found]


def firms_table(
    scores: dict[str, list[float]],
    aliases: Sequence[Alias],
    found: Sequence[Answer],
    people: Sequence[Answer],
) -> Table:
    """Return the shares of firms alerted beside what is found of firms' and of people's aliases."""
    by_kind = {
        kind: [answer.right for alias, answer in zip(aliases, found, strict=True) if alias.party.kind == kind]
        for kind in ("organisation", "person")
    }
    rows = [
        (
            f"{threshold:.2f}",
            share_above(by_kind["organisation"], threshold - 1e-9),
            *(f"{share_above(some, threshold - 1e-9):.4f}" for some in scores.values()),
            share_above(by_kind["person"], threshold - 1e-9),
            f"{share_above([answer.best for answer in people], threshold - 1e-9):.4f}",
        )
        for threshold in all_thresholds()
    ]
    asked = ", ".join(f"{len(some)} of {sort}" for sort, some in scores.items())
    return Table(
        "Firms and people on no list, at a threshold",
        (
            "threshold",
            "firms' aliases found",
            *(f"alerted: {sort}" for sort in scores),
            "people's",
            "alerted",
        ),
        rows,
        f"Firms asked: {asked}. accuracy_firms.py tells what sorts these are, and which are left out.",
    )
