"""A label a publisher spells anew still means what it meant, and is reported where it is new."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_screen.model import Party
from sanctions_screen.sources import ParsedList, read_list

DATA = Path(__file__).parent / "data/sources"


def changed(tmp_path: Path, name: str, *replaced: tuple[str, str]) -> ParsedList:
    text = (DATA / name).read_text("utf-8")
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_list(tmp_path / name)


def sdn(tmp_path: Path, remark: str) -> tuple[Party, ParsedList]:
    line = f'36,"KIM, Sok Chol","individual","DPRK2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{remark}"\n'
    (tmp_path / "SDN.CSV").write_text(line, encoding="utf-8")
    parsed = read_list(tmp_path / "SDN.CSV")
    return parsed.parties[0], parsed


@pytest.mark.parametrize(
    "label",
    ["DOB", "DOB:", "D.O.B.", "D.O.B.:", "Date of Birth", "Date of Birth:", "Birthdate", "Birth date:"],
)
def test_a_birth_date_in_a_remark_is_read_under_any_of_its_labels(tmp_path: Path, label: str) -> None:
    party, _ = sdn(tmp_path, f"{label} 08 May 1955; POB Seoul.")
    assert [str(when) for when in party.birth_dates] == ["1955-05-08"]
    assert party.birth_places == ("Seoul",)


@pytest.mark.parametrize("label", ["IMO: ", "IMO Number: ", "IMO number: "])
def test_an_imo_number_in_a_remark_is_read_under_any_of_its_labels(tmp_path: Path, label: str) -> None:
    party, _ = sdn(tmp_path, f"{label}9187629.")
    assert [(i.type, i.value) for i in party.identifiers] == [("imo", "9187629")]


def test_a_label_in_a_remark_that_no_table_has_is_reported(tmp_path: Path) -> None:
    _, parsed = sdn(tmp_path, "Shoe size: 44; KOMID official in Syria.")
    told = [(passage.text, passage.reason) for passage in parsed.unread if passage.text]
    assert told == [("Shoe size: 44", "a label this reader does not know")]


def test_the_nationality_of_a_ship_s_registration_is_no_nationality(tmp_path: Path) -> None:
    party, _ = sdn(tmp_path, "Nationality of Registration Russia.")
    assert party.nationalities == ()


def test_an_identification_with_a_remark_behind_its_label_keeps_its_type(tmp_path: Path) -> None:
    parsed = changed(
        tmp_path,
        "ofac_sdn.xml",
        ("<idType>Vessel Registration Identification<", "<idType>Passport (official)<"),
    )
    numbers = {(i.type, i.label) for party in parsed.parties for i in party.identifiers}
    assert ("passport", "Passport (official)") in numbers
    assert any("Passport (official)" in passage.text for passage in parsed.unread)


def test_a_renamed_feature_is_read_and_reported(tmp_path: Path) -> None:
    parsed = changed(tmp_path, "ofac_enhanced.xml", (">Birthdate<", ">Date of Birth<"))
    assert any(party.birth_dates for party in parsed.parties)
    assert any("Date of Birth" in passage.text for passage in parsed.unread)


def test_a_renamed_measure_still_gives_the_programmes(tmp_path: Path) -> None:
    parsed = changed(tmp_path, "ofac_advanced.xml", (">Program<", ">Sanctions Program<"))
    assert all(party.programmes for party in parsed.parties)
    assert any("Sanctions Program" in passage.text for passage in parsed.unread)


@pytest.mark.parametrize("column", ["Date of Birth", "D.O.B.", "Birth Date"])
def test_a_column_of_birth_dates_is_read_under_any_of_its_names(tmp_path: Path, column: str) -> None:
    parsed = changed(tmp_path, "gb_ofsi_2014.csv", (",DOB,", f",{column},"))
    assert any(party.birth_dates for party in parsed.parties)


def test_canada_s_elements_are_read_under_their_names_of_either_form(tmp_path: Path) -> None:
    names = {
        "Country": "Country-Pays",
        "Schedule": "Schedule-Annexe",
        "Item": "Item-NumeroDarticle",
        "LastName": "LastName-NomDeFamille",
        "GivenName": "GivenName-Prenom",
        "EntityOrShip": "EntityOrShip-EntiteOuNavire",
        "TitleOrShip": "TitleOrShipType-TitreOuTypeDeNavire",
        "Aliases": "Aliases-Alias",
        "DateOfBirthOrShipBuildDate": "DateOfBirthOrShipBuildDate-"
        "DateDeNaissanceOuDateDeConstructionDuNavire",
        "ShipIMONumber": "ShipIMONumber-NumeroOMIDuNavire",
        "DateOfListing": "DateOfListing-DateDinscription",
    }
    text = (DATA / "ca_sema.xml").read_text("utf-8")
    for old, new in names.items():
        text = text.replace(f"<{old}>", f"<{new}>").replace(f"</{old}>", f"</{new}>")
    (tmp_path / "sema.xml").write_text(text, encoding="utf-8")
    parsed, before = read_list(tmp_path / "sema.xml"), read_list(DATA / "ca_sema.xml")
    assert (parsed.parties, parsed.unread) == (before.parties, before.unread)


def test_an_alias_spelt_null_is_an_alias(tmp_path: Path) -> None:
    text = (DATA / "un.xml").read_text("utf-8")
    at = text.index("<ALIAS_NAME>") + len("<ALIAS_NAME>")
    (tmp_path / "un.xml").write_text(f"{text[:at]}null{text[text.index('<', at) :]}", encoding="utf-8")
    parsed = read_list(tmp_path / "un.xml")
    assert "null" in {name.text for party in parsed.parties for name in party.names}


def ofsi(tmp_path: Path, told: str) -> tuple[Party, list[str]]:
    parsed = changed(tmp_path, "gb_ofsi_2014.csv", ("IMO: 8937675. MMSI: 445539000.", told))
    ship = next(party for party in parsed.parties if party.primary_name.text == "TONG SAN 2")
    return ship, [passage.reason for passage in parsed.unread]


@pytest.mark.parametrize(
    "told",
    [
        "IMO: 8937675. MMSH: 445539000.",
        "IMO:08937675. MMSI: 445539000.",
        "IMO; x8937675. MMSI: 445539000.",
        "(IMO number):8937675 (Flag of ship);Cambodia",
        "(IMO number):8937675 (Flag of ship:Cambodia",
        "(IMO number):8937675 Flag of ship):Cambodia",
    ],
)
def test_a_damaged_label_in_free_text_is_reported(tmp_path: Path, told: str) -> None:
    assert ofsi(tmp_path, told)[1] == ["a label this reader does not know"]


def test_an_imo_number_inside_the_brackets_of_its_label_is_read(tmp_path: Path) -> None:
    ship, unread = ofsi(tmp_path, "(IMO number: 8937675). Annex XIV. [UN Listing]")
    assert ([(i.type, i.value) for i in ship.identifiers], unread) == ([("imo", "8937675")], [])


@pytest.mark.parametrize("segment", ["Webs?te www.hib.uk.com", "etisbeW www.hib.uk.com", "mail x@hib.uk.com"])
def test_an_address_in_a_remark_without_a_label_of_its_own_is_reported(tmp_path: Path, segment: str) -> None:
    _, parsed = sdn(tmp_path, f"DOB 08 May 1955; {segment}; alt. Website www.havanaintbank.co.uk.")
    told = [(passage.text, passage.reason) for passage in parsed.unread if passage.text]
    assert told == [(segment, "a label this reader does not know")]


def test_where_the_publisher_explains_its_sanctions_is_nobody_s_address(tmp_path: Path) -> None:
    link = "For more information, please visit the following link: https://home.treasury.gov/policy-issues"
    _, parsed = sdn(tmp_path, f"DOB 08 May 1955; {link}.")
    assert [passage.text for passage in parsed.unread if passage.text] == []


def test_what_the_rows_of_one_party_repeat_is_reported_once(tmp_path: Path) -> None:
    text = (DATA / "gb_ofsi_2014.csv").read_text("utf-8").replace("MMSI: 445539000.", "MMSH: 445539000.")
    row = next(line for line in text.splitlines() if "MMSH" in line)
    (tmp_path / "again.csv").write_text(
        f"{text.rstrip()}\n{row.replace('TONG SAN 2', 'TONG SAN II')}\n", "utf-8"
    )
    assert len(read_list(tmp_path / "again.csv").unread) == 1


UK_COLUMNS = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,"
    "Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,"
    "Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,"
    "Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,"
    "Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,"
    "Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,"
    "National Identifier additional information,Passport number,Passport additional information,"
    "Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,"
    "Business registration number (s),IMO number,Current owner/operator (s),"
    "Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,"
    "Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)"
)
"""The header of the UK's CSV as it was in 2026."""


def test_every_column_of_the_uk_s_list_of_2026_is_known(tmp_path: Path) -> None:
    cells = {
        "Unique ID": "DPR0075",
        "Name 6": "PETREL 8",
        "Name type": "Primary Name",
        "Designation Type": "Ship",
        "IMO number": "IMO9562233",
        "Previous owner/operator (s)": "Old",
        "Year Built": "2011",
    }
    row = ",".join(cells.get(column, "") for column in UK_COLUMNS.split(","))
    (tmp_path / "uk.csv").write_text(f"Report Date: 08-Oct-2026\n{UK_COLUMNS}\n{row}\n", encoding="utf-8")
    parsed = read_list(tmp_path / "uk.csv")
    assert (str(parsed.published_on), parsed.unread) == ("2026-10-08", ())
    assert parsed.parties[0].vessel is not None


def test_a_wallet_of_the_uk_s_list_is_read(tmp_path: Path) -> None:
    leaf = "<CryptoWalletAddress>0xabc123def456</CryptoWalletAddress>"
    wallet = f"<CryptoWalletAddresses>{leaf}</CryptoWalletAddresses>"
    parsed = changed(tmp_path, "gb_fcdo.xml", ("</Names>", f"</Names>{wallet}"))
    assert ("crypto-address", "0xabc123def456") in {
        (each.type, each.value) for party in parsed.parties for each in party.identifiers
    }
    assert parsed.unread == ()
