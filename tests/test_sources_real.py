"""The real lists: the counts of every format, and that OFAC's formats of one list on one day agree."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sanctions_screen.model import Party, Vessel
from sanctions_screen.sources import read_list


@pytest.mark.parametrize(
    ("name", "list_id", "parties"),
    [
        ("us-ofac-cons/2016-09-16/cons_advanced.xml", "us-ofac-cons", 581),
        ("us-ofac-cons/2018-04-06/cons_prim.ff", "us-ofac-cons", 639),
        ("us-ofac-cons/2025-01-14/CONS_ENHANCED.ZIP", "us-ofac-cons", 443),
        ("us-ofac-cons/2025-12-18/CONS_PRIM.CSV", "us-ofac-cons", 442),
        ("us-ofac-cons/2026-01-08/CONSOLIDATED.XML", "us-ofac-cons", 442),
        # 2,269 records: 21 parties stand under two programmes in two records each.
        ("eu-fsf/2021-03-02/fsf.xml", "eu-fsf", 2248),
        ("eu-fsf/2016-02-11-old-schema/data.xml", "eu-fsf", 595),
        ("gb-ofsi/2014-04-02/sanctionsconlist.csv", "gb-ofsi", 2297),
        ("gb-ofsi/2018-04-13/sanctionsconlist.csv", "gb-ofsi", 2106),
        ("gb-fcdo/2025-08-11/FCDO_SL_Mon_Aug_11_2025.ods", "gb-fcdo", 5300),
        ("ca-sema/2025-05-25/sema-lmes.xml", "ca-sema", 4759),
        ("au-dfat/2026-08-02/regulation8_consolidated.xlsx", "au-dfat", 3846),
        ("us-bis-dpl/2022-09/dpl.txt", "us-bis-dpl", 461),
    ],
)
def test_a_real_list_has_all_its_parties(shared_dir: Path, name: str, list_id: str, parties: int) -> None:
    parsed = read_list(shared_dir / "data" / name)
    assert (parsed.list_id, len(parsed.parties)) == (list_id, parties)


def _names(party: Party) -> object:
    return {(name.text.casefold(), name.role) for name in party.names}


def _identifiers(party: Party) -> object:
    return {(i.type, i.value, i.label, i.country.code if i.country else None) for i in party.identifiers}


def _countries(party: Party) -> object:
    return sorted(c.text for c in (*party.nationalities, *party.citizenships))


def _vessel(party: Party) -> object:
    vessel = party.vessel or Vessel()
    flags = sorted(flag.text for flag in vessel.former_flags)
    # The formats write tonnages with and without a comma for thousands.
    told = {
        key: str(value).replace(",", "") for key, value in vessel.model_dump(exclude={"former_flags"}).items()
    }
    return told | {"former_flags": flags}


AGREED: dict[str, Callable[[Party], object]] = {
    "kind": lambda party: party.kind,
    "names": _names,
    "programmes": lambda party: set(party.programmes),
    "identifiers": _identifiers,
    "birth dates": lambda party: set(party.birth_dates),
    "birth places": lambda party: set(party.birth_places),
    "countries": _countries,
    "gender": lambda party: party.gender,
    "positions": lambda party: party.positions,
    "vessel": _vessel,
}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2016-09-16/cons_prim.csv", "2016-09-16/consolidated.xml"),
        ("2016-09-16/consolidated.xml", "2016-09-16/cons_advanced.xml"),
        ("2018-04-06/cons_prim.ff", "2018-04-06/consolidated.xml"),
    ],
)
def test_the_formats_of_one_list_on_one_day_agree(shared_dir: Path, one: str, other: str) -> None:
    folder = shared_dir / "data/us-ofac-cons"
    first, second = (
        {party.reference: party for party in read_list(folder / name).parties} for name in (one, other)
    )
    assert first.keys() == second.keys()
    for reference, party in first.items():
        for what, told in AGREED.items():
            assert told(party) == told(second[reference]), (reference, what)
