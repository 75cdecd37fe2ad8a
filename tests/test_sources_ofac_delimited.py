"""OFAC's delimited files."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.errors import MalformedFileError, UnknownFormatError
from sanctions_screen.model import PartialDate, Party
from sanctions_screen.sources import ParsedList, read_list
from sanctions_screen.sources.account import NOT_KNOWN
from sanctions_screen.sources.draft import PartyDraft
from sanctions_screen.sources.ofac import identification_types, partial_date
from sanctions_screen.sources.ofac_remarks import read_remarks, segments


def _row(
    number: int, name: str, kind: str, programme: str, title: str = "-0- ", remarks: str = "-0- "
) -> str:
    return f'{number},"{name}",{kind},"{programme}",{title}' + ",-0- " * 6 + f",{remarks}"


HTAY = _row(16102, "HTAY, Thein", '"individual"', "BURMA", '"Lieutenant General"',
            '"DOB 07 Sep 1955; POB Taunggyi, Burma; nationality Burma; Gender Male."')  # fmt: skip
KOMID = _row(9345, "KOREA MINING DEVELOPMENT TRADING CORPORATION", "-0- ", "NPWMD] [DPRK2",
             remarks='''"a.k.a. 'KOMID'; Linked To: ACME."''')  # fmt: skip


def _write(folder: Path, name: str, *lines: str, end: str = "\r\n\x1a\r\n") -> Path:
    path = folder / name
    path.write_bytes(("\r\n".join(lines) + end).encode("cp1252"))
    return path


def _parties(parsed: ParsedList) -> dict[str, Party]:
    return {party.reference: party for party in parsed.parties}


def test_a_person_is_read_with_all_that_the_remarks_tell(tmp_path: Path) -> None:
    htay = _parties(read_list(_write(tmp_path, "SDN.CSV", HTAY)))["16102"]
    assert htay.party_id == "us-ofac-sdn:16102"
    assert htay.kind == "person"
    assert htay.names[0].text == "HTAY, Thein"
    assert [(part.type, part.text) for part in htay.names[0].parts] == [
        ("family", "HTAY"),
        ("given", "Thein"),
    ]
    assert htay.birth_dates == (PartialDate.parse("1955-09-07"),)
    assert htay.birth_places == ("Taunggyi, Burma",)
    assert htay.nationalities[0].code == "MM"
    assert htay.gender == "male"
    assert htay.positions == ("Lieutenant General",)
    assert htay.programmes == ("BURMA",)
    assert htay.remarks == "DOB 07 Sep 1955; POB Taunggyi, Burma; nationality Burma; Gender Male."


def test_the_files_beside_the_main_one_are_read_with_it_whatever_their_letter_case(tmp_path: Path) -> None:
    main = _write(tmp_path, "sdn.csv", HTAY, KOMID)
    _write(tmp_path, "ALT.csv", '9345,1,"aka","CHANGGWANG SINYONG CORPORATION",-0- ',
           '9345,2,"fka","OLD",-0- ', '9345,3,"nka","NEW",-0- ')  # fmt: skip
    _write(tmp_path, "Add.CSV", '9345,1,"Central District","Pyongyang","Korea, North",-0- ',
           "16102,2,-0- ,-0- ,-0- ,-0- ")  # fmt: skip
    parsed = read_list(main)
    komid = _parties(parsed)["9345"]
    assert [(name.role, name.text, name.note) for name in komid.names] == [
        ("primary", "KOREA MINING DEVELOPMENT TRADING CORPORATION", None),
        ("weak", "KOMID", None),
        ("strong", "CHANGGWANG SINYONG CORPORATION", None),
        ("former", "OLD", None),
        ("strong", "NEW", "nka"),
    ]
    assert komid.addresses[0].country is not None
    assert komid.addresses[0].country.code == "KP"
    assert komid.programmes == ("NPWMD", "DPRK2")
    assert komid.linked_parties[0].name == "ACME"
    assert [file.name for file in parsed.files] == ["sdn.csv", "ALT.csv", "Add.CSV"]
    assert parsed.unread == ()


def test_remarks_cut_at_a_thousand_characters_go_on_in_the_comments(tmp_path: Path) -> None:
    start = ("DOB 07 Sep 1955; " + "x" * 1000)[:993] + "; POB T"
    _write(tmp_path, "sdn_comments.csv", '16102,"aunggyi, Burma."')
    main = _write(
        tmp_path, "SDN.CSV", _row(16102, "HTAY, Thein", '"individual"', "BURMA", remarks=f'"{start}"')
    )
    htay = _parties(read_list(main))["16102"]
    assert htay.birth_places == ("Taunggyi, Burma",)
    assert htay.remarks == start + "aunggyi, Burma."


def test_a_missing_rest_of_a_remark_is_reported(tmp_path: Path) -> None:
    row = _row(1, "A", "-0- ", "X", remarks='"' + "y" * 1000 + '"')
    assert any(
        "cut at 1,000" in passage.reason for passage in read_list(_write(tmp_path, "SDN.CSV", row)).unread
    )


def test_missing_aliases_and_addresses_are_reported(tmp_path: Path) -> None:
    reasons = [passage.reason for passage in read_list(_write(tmp_path, "SDN.CSV", HTAY)).unread]
    assert any("file of aliases" in reason for reason in reasons)
    assert any("file of addresses" in reason for reason in reasons)


def test_an_alias_of_a_party_the_list_does_not_hold_is_reported(tmp_path: Path) -> None:
    _write(tmp_path, "ALT.CSV", '77,1,"aka","NOBODY",-0- ')
    unread = read_list(_write(tmp_path, "SDN.CSV", HTAY)).unread
    assert any("NOBODY" in passage.text and passage.line == 1 for passage in unread)


@pytest.mark.parametrize("delimiter", ["|", "@"])
def test_the_other_delimiters_read_alike(tmp_path: Path, delimiter: str) -> None:
    fields = [next(csv.reader([line])) for line in (HTAY, KOMID)]
    lines = [delimiter.join(f'"{cell}"' if cell.strip() != "-0-" else cell for cell in row) for row in fields]
    other = _write(tmp_path, "SDN.PIP", *(line.replace('"', "", 2) for line in lines))
    plain = _write(tmp_path, "plain.csv", HTAY, KOMID)
    assert read_list(other).parties == read_list(plain).parties


def test_a_copy_saved_by_a_spreadsheet_reads_alike(tmp_path: Path) -> None:
    wrapped = ['"' + line.replace('"', '""') + '"' for line in (HTAY, KOMID)]
    header = (
        "ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks"
    )
    expected = read_list(_write(tmp_path, "a.csv", HTAY, KOMID)).parties
    assert read_list(_write(tmp_path, "b.csv", *wrapped)).parties == expected
    assert read_list(_write(tmp_path, "c.csv", header, HTAY, KOMID)).parties == expected


def test_a_last_line_without_a_line_end_is_a_record(tmp_path: Path) -> None:
    assert len(read_list(_write(tmp_path, "SDN.CSV", HTAY, KOMID, end="")).parties) == 2


@pytest.mark.parametrize(
    ("damaged", "told"),
    [
        (KOMID.replace('"KOREA', "KOREA", 1).replace('ION"', 'ION",', 1), "line 2"),
        (KOMID[:40], "line 2"),
        (HTAY, "16102"),
        (KOMID.replace("9345", "93a5"), "line 2"),
        (HTAY.replace("16102", "7").replace("individual", "indivjdual"), "indivjdual"),
        (KOMID.replace("KOREA", "KOR\0A"), "line 2"),
        (KOMID.replace("9345", "", 1), "line 2"),
    ],
)
def test_a_damaged_record_is_an_error_that_names_it(tmp_path: Path, damaged: str, told: str) -> None:
    with pytest.raises(MalformedFileError, match=told):
        read_list(_write(tmp_path, "SDN.CSV", HTAY, damaged))


def test_a_stray_quotation_mark_cannot_swallow_the_next_record(tmp_path: Path) -> None:
    parsed = read_list(_write(tmp_path, "SDN.CSV", HTAY.replace('"BURMA', '""BURMA"x'), KOMID))
    assert len(parsed.parties) == 2
    assert [passage.line for passage in parsed.unread if "quotation mark" in passage.reason] == [1]
    with pytest.raises(MalformedFileError, match="line 1"):
        read_list(_write(tmp_path, "SDN.CSV", HTAY.replace('"BURMA', '"a", "BURMA'), KOMID))


def test_the_file_of_aliases_alone_is_an_error_that_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(MalformedFileError, match="give the file of names"):
        read_list(_write(tmp_path, "ALT.CSV", '9345,1,"aka","CHANGGWANG",-0- '))


def test_the_consolidated_list_is_told_by_its_programmes(tmp_path: Path) -> None:
    assert read_list(_write(tmp_path, "x.csv", _row(1, "A", "-0- ", "NS-PLC"))).list_id == "us-ofac-cons"


@pytest.mark.parametrize(
    ("remark", "kind", "value", "country", "label"),
    [
        ("Passport 472310082 (Korea, North)", "passport", "472310082", "KP", None),
        ("alt. Passport A5199819 (Pakistan) issued 01 Mar 2001", "passport", "A5199819", "PK", None),
        ("Cedula No. 16247821 (Colombia)", "national-id", "16247821", "CO", "Cedula No."),
        ("Vessel Registration Identification IMO 9187629", "imo", "9187629", None, None),
        ("Company Number IMO 5055293", "registration", "IMO 5055293", None, "Company Number"),
        ("MMSI 572469210", "mmsi", "572469210", None, None),
        ("SWIFT/BIC HNRBBY2X", "swift-bic", "HNRBBY2X", None, None),
        ("Website www.vtb24.ru", "website", "www.vtb24.ru", None, None),
        ("Digital Currency Address - XBT 149w62rY42aZBox8fGcmqNsXUzSStKeq8C", "crypto-address",
         "149w62rY42aZBox8fGcmqNsXUzSStKeq8C", None, "Digital Currency Address - XBT"),
        ("Tax ID No. 7744001497 (Russia)", "tax-id", "7744001497", "RU", None),
        ("Legal Entity Number 253400V1H6ART1UQ0N98", "lei",
         "253400V1H6ART1UQ0N98", None, "Legal Entity Number"),
        ("Some New Licence No. 12-34 (Iran)", "other", "12-34", "IR", "Some New Licence No."),
        ("Aircraft Manufacturer's Serial Number (MSN) 11442", "aircraft-serial", "11442", None, None),
    ],
)  # fmt: skip
def test_an_identification_in_the_remarks_is_read(
    remark: str, kind: str, value: str, country: str | None, label: str | None
) -> None:
    draft = PartyDraft("l:1", "organisation")
    draft.name("X")
    told = [(remark, NOT_KNOWN)] if label == "Some New Licence No." else []
    assert read_remarks(draft, remark + ".") == told, "a label that is not known is told; its number is kept"
    (identifier,) = Party.model_validate(draft.fields()).identifiers
    assert (identifier.type, identifier.value, identifier.label) == (kind, value, label)
    assert (identifier.country.code if identifier.country else None) == country


@pytest.mark.parametrize("label", sorted(identification_types()))
def test_no_label_of_a_number_is_taken_for_another_fact(label: str) -> None:
    """Citizen's Card Number was: a citizenship "'s Card Number 1234567 (China)", and no number."""
    draft = PartyDraft("l:1", "person")
    draft.name("X")
    read_remarks(draft, f"{label} 1234567 (China).")
    party = Party.model_validate(draft.fields())
    taken = (party.citizenships, party.nationalities, party.birth_dates, party.birth_places)
    assert not any(taken)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("21 Aug 1968", "1968-08-21"),
        ("Aug 1968", "1968-08"),
        ("1968", "1968"),
        ("circa 1968", "1968~"),
        ("circa 10 Aug 1968", "1968-08-10~"),
        ("1967 to 1969", "1967/1969"),
        ("circa 1979-1982", "1979/1982~"),
        ("01 Jan 1953 to 31 Dec 1954", "1953/1954"),
        ("Oct 1960 to Nov 1961", "1960-10-01/1961-11-30"),
    ],
)
def test_a_birth_date_is_read_as_ofac_writes_it(text: str, edtf: str) -> None:
    assert str(partial_date(text)) == edtf


@pytest.mark.parametrize("text", ["", "unknown", "31 Feb 1968", "1969 to 1967", "12 1968", "1 Foo 1968"])
def test_what_is_no_birth_date_is_reported_not_guessed(text: str) -> None:
    assert partial_date(text) is None


def test_an_unreadable_birth_date_is_reported() -> None:
    assert read_remarks(PartyDraft("l:1", "person"), "DOB in spring; POB Y.") == [
        ("DOB in spring", "not a date of birth")
    ]


@given(st.lists(st.text("abc' ,", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_segments_lose_no_word_of_a_remark(parts: list[str]) -> None:
    assert " ".join(" ".join(segments("; ".join(parts))).split()) == " ".join(" ".join(parts).split())


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2030, 1, 1)))
def test_every_day_is_read_back(day: date) -> None:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert partial_date(f"{day.day:02d} {months[day.month - 1]} {day.year}") == PartialDate.of_day(day)


@pytest.mark.parametrize("content", [b"", b"<html><body>Service unavailable</body></html>", b"a,b\n1,2\n"])
def test_what_no_reader_knows_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "SDN.CSV").write_bytes(content)
    with pytest.raises(UnknownFormatError):
        read_list(tmp_path / "SDN.CSV")


@pytest.mark.parametrize(
    ("name", "parties"),
    [
        ("2016-10-11/SDN.CSV", 5337),
        # 7,379 records; whoever counts line ends finds 7,378, because the last record of this copy has none.
        ("2019-01-04/SDN.CSV", 7379),
        ("2024-07-02/SDN.CSV", 15443),
    ],
)
def test_every_field_of_a_real_list_is_in_its_party(shared_dir: Path, name: str, parties: int) -> None:
    path = shared_dir / "data/us-ofac-sdn" / name
    parsed = read_list(path)
    assert len(parsed.parties) == parties
    held = _parties(parsed)
    for row in csv.reader(path.read_text("cp1252").splitlines()):
        if len(row) == 12:
            _assert_holds(held[row[0]], row)


def _assert_holds(party: Party, row: list[str]) -> None:
    vessel = party.vessel.model_dump() if party.vessel else {}
    calls = {item.value for item in party.identifiers if item.type == "call-sign"}
    flag = vessel.get("flag") or {}
    found = [party.names[0].text, "] [".join(party.programmes), *party.positions[:1], *calls,
             party.remarks or "", *map(str, vessel.values()), flag.get("text", "")]  # fmt: skip
    for field in [row[1], *row[3:12]]:
        if field.strip() != "-0-":
            assert any(text.startswith(field.strip()) for text in found), (party.party_id, field)


def test_the_three_delimiters_give_one_list(shared_dir: Path) -> None:
    folder = shared_dir / "data/us-ofac-sdn/2016-10-11"
    comma = read_list(folder / "SDN.CSV").parties
    assert comma == read_list(folder / "SDN.PIP").parties
    assert comma == read_list(folder / "SDN.DEL").parties


def test_every_alias_and_address_of_a_real_list_is_in_its_party(shared_dir: Path) -> None:
    folder = shared_dir / "data/us-ofac-sdn/2021-07-07"
    held = _parties(read_list(folder / "SDN.CSV"))
    for row in csv.reader((folder / "ALT.CSV").read_text("cp1252").splitlines()):
        if len(row) == 5:
            assert row[3] in {name.text for name in held[row[0]].names}
    for row in csv.reader((folder / "ADD.CSV").read_text("cp1252").splitlines()):
        if len(row) == 6:
            said = {text.strip() for text in row[2:] if text.strip() != "-0-"}
            assert not said or any(
                said == {a.text, a.city, a.country and " ".join(a.country.text.split()), a.note} - {None}
                or said == {a.text, a.city, a.country and a.country.text, a.note} - {None}
                for a in held[row[0]].addresses
            ), row
