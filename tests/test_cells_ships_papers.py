"""Further papers of a ship are told apart from her name, and her numbers are read however they stand."""

from __future__ import annotations

import pytest

from sanctions_screen.cells import read_cell


@pytest.mark.parametrize(
    ("text", "names", "values"),
    [
        ("PANAMA FLAG MV SILENT TERN", ("MV SILENT TERN",), ()),
        ("SILENT TERN under Liberian flag", ("SILENT TERN",), ()),
        ("SILENT TERN IMO 9 074 729", ("SILENT TERN",), ("9074729",)),
        ("SILENT TERN 9,074,729", ("SILENT TERN",), ("9074729",)),
        ("SILENT TERN imo９０７４７２９", ("SILENT TERN",), ("9074729",)),
        ("IMO番号9074729", (), ("9074729",)),
        ("273418590", (), ("273418590",)),
        ("SILENT TERN arrived 12 March 2021", ("SILENT TERN",), ()),
        ("SILENT TERN 12.03.2021", ("SILENT TERN",), ()),
        ("SILENT TERN CNTR MSKU1234567", ("SILENT TERN",), ()),
        ("SILENT TERN O.N. 12345-AB", ("SILENT TERN",), ()),
        ("SILENT TERN 2301E", ("SILENT TERN",), ()),
        ("SILENT TERN 45.000 tdw", ("SILENT TERN",), ()),
        ("SILENT TERN at Jask", ("SILENT TERN at Jask", "SILENT TERN"), ()),
        ("BLUE HERON (ex SILENT TERN 2015)", ("BLUE HERON", "SILENT TERN 2015", "SILENT TERN"), ()),
    ],
)
def test_a_ships_papers_are_told_apart_from_its_name(
    text: str, names: tuple[str, ...], values: tuple[str, ...]
) -> None:
    cell = read_cell(text, "vessel")
    assert set(names) <= set(cell.names)
    assert tuple(one.value for one in cell.identifiers) == values


@pytest.mark.parametrize("text", ["SILENT TERN 2", "ORION 21", "G4S LIMITED", "PACIFIC 2000"])
def test_a_number_of_a_ships_name_stays(text: str) -> None:
    assert read_cell(text, "vessel").names[0] == text
