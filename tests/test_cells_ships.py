"""A ship's cell: its papers, its sort and what it was or will be called hide neither name nor numbers."""

from __future__ import annotations

import pytest

from sanctions_screen.cells import read_cell
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD

SHIP = "SILENT MERIDIAN"


@pytest.mark.parametrize(
    "text",
    [
        "MVSILENT MERIDIAN",
        "T/T SILENT MERIDIAN",
        "SILENT MERIDIAN CRUDE OIL TANKER",
        "SILENT MERIDIAN, Bulk Carrier",
        "SILENT MERIDIAN OR SUBSTITUTE",
        "MT SILENT MERIDIAN OR SUB",
        "SILENT MERIDIAN-12W",
        "SILENT MERIDIAN/012W",
        "SILENT MERIDIAN 012",
        "SILENT MERIDIAN VOY: 114-E",
        "SILENT MERIDIAN v. ZXC12R",
        "SILENT MERIDIAN 98K DWT",
        "SILENT MERIDIAN 2011-built",
        "SILENT MERIDIAN ETA PORT SUDAN 12 MAR",
        "SILENT MERIDIAN C/S HPQY",
        "SILENT MERIDIAN/3EAB9",
        "SILENT MERIDIAN CALL SIGN: HPQY",
        "BLUE TERN (ex OLD TERN, SILENT MERIDIAN)",
        "BLUE TERN NOW SILENT MERIDIAN",
        "BLUE TERN (f/k/a SILENT MERIDIAN until 2019)",
        "BLUE TERN tbr SILENT MERIDIAN",
        "SILENT MERIDIAN, Jask",
        "BLUE TERN to be renamed SILENT MERIDIAN",
        "BLUE TERN renamed SILENT MERIDIAN",
    ],
)
def test_a_ship_is_found_whatever_stands_against_its_name(text: str) -> None:
    assert compare_names(text, SHIP, "vessel").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize("text", ["OCEAN TANKER", "PACIFIC CARRIER", "MVULA", "ORION 21", "STAR V"])
def test_a_ships_name_that_looks_like_papers_stays_whole(text: str) -> None:
    assert read_cell(text, "vessel").names == (text,)


@pytest.mark.parametrize(
    ("text", "name", "type_", "value"),
    [
        ("SILENT MERIDIAN C/S HPQY", "SILENT MERIDIAN", "call-sign", "HPQY"),
        ("Orlova Bank SWIFT ORLVRUMM", "Orlova Bank", "swift-bic", "ORLVRUMM"),
        ("Orlova Trade Bank BIC ORLVRUMM", "Orlova Trade Bank", "swift-bic", "ORLVRUMM"),
        ("Orlova Bank, BIC: ORLVRUMMXXX", "Orlova Bank", "swift-bic", "ORLVRUMMXXX"),
        (
            "Vera Orlova IBAN DE02 1203 0000 0000 2020 51",
            "Vera Orlova",
            "bank-account",
            "DE02 1203 0000 0000 2020 51",
        ),
        ("Vera Orlova DE02120300000000202051", "Vera Orlova", "bank-account", "DE02120300000000202051"),
        ("Vera Orlova (PP# KX4471902)", "Vera Orlova", "passport", "KX4471902"),
        ("Vera Orlova C.C. 79.345.121", "Vera Orlova", "national-id", "79.345.121"),
        (
            "Vera Orlova 0x52908400098527886E0F7030069857D2E4169EE7",
            "Vera Orlova",
            "crypto-address",
            "0x52908400098527886E0F7030069857D2E4169EE7",
        ),
    ],
)
def test_a_code_or_a_number_beside_a_name_is_evidence(text: str, name: str, type_: str, value: str) -> None:
    cell = read_cell(text)
    assert cell.names[0] == name
    assert [(one.type, one.value) for one in cell.identifiers] == [(type_, value)]


@pytest.mark.parametrize(
    "text", ["Swift Logistics", "BIC World", "DE02120300000000202052 Vera", "Ordinary Bic Pens"]
)
def test_what_is_no_code_stays_in_the_name(text: str) -> None:
    cell = read_cell(text)
    assert (cell.names[0], cell.identifiers) == (text, ())


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("SILENT MERIDIAN NINE", "SILENT MERIDIAN 9", True),
        ("SILENT MERIDIAN 2", "SILENT MERIDIAN TWO", True),
        ("5ILENT MERIDIAN", "SILENT MERIDIAN", True),
        ("SILENT MERIDIAN NINE", "SILENT MERIDIAN 8", False),
        ("SILENT MERIDIAN NO. 9", "SILENT MERIDIAN 9", True),
        ("TE SUNG NO.6", "TE SUNG 6", True),
        ("TE SUNG Nr 6", "TE SUNG 8", False),
        ("SILENT MERIDIAN", "SILENT MERIDIAN 2", False),
        ("BLUE TERN 3", "BLUE TERN", False),
        ("CALIX FOUR", "CALIX", False),
    ],
)  # fmt: skip
def test_a_sister_ships_number_is_one_in_letters_and_in_digits(one: str, other: str, found: bool) -> None:
    assert (compare_names(one, other, "vessel").score >= DEFAULT_THRESHOLD) is found
