"""The UN's consolidated list."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sanctions_screen.errors import MalformedFileError, UnsafeFileError
from sanctions_screen.model import Party
from sanctions_screen.sources import ParsedList, read_list
from sanctions_screen.sources.spellings import spellings

KIM = """<INDIVIDUAL><DATAID>6908568</DATAID><FIRST_NAME>KIM</FIRST_NAME><SECOND_NAME>SOK CHOL</SECOND_NAME>
<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.036</REFERENCE_NUMBER><LISTED_ON>2016-11-30</LISTED_ON>
<NAME_ORIGINAL_SCRIPT>김석철</NAME_ORIGINAL_SCRIPT><NATIONALITY>
<VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
<DESIGNATION><VALUE>KOMID   facilitator</VALUE></DESIGNATION>
<LAST_DAY_UPDATED><VALUE>2022-07-26</VALUE><VALUE/></LAST_DAY_UPDATED>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Kim Sok; Kim Chol</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Jin Tiesan (金铁三)</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1955</FROM_YEAR><TO_YEAR>1958</TO_YEAR>
</INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1955</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1955-05-08-05:00</DATE>
</INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>472310082</NUMBER>
<DATE_OF_EXPIRY>2017-07-04</DATE_OF_EXPIRY></INDIVIDUAL_DOCUMENT></INDIVIDUAL>"""
KOMID = """<ENTITY><FIRST_NAME>KOMID</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPe.001</REFERENCE_NUMBER><ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>OLD</ALIAS_NAME>
</ENTITY_ALIAS><COMMENTS1>Primary
     arms dealer</COMMENTS1></ENTITY>"""


def _document(*records: str, before: str = "") -> str:
    persons = "".join(r for r in records if r.startswith("<INDIVIDUAL"))
    entities = "".join(r for r in records if r.startswith("<ENTITY"))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<CONSOLIDATED_LIST '
        f'dateGenerated="2017-06-20T19:04:40.335-04:00"><INDIVIDUALS>{persons}</INDIVIDUALS>'
        f"<ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>"
    )


def _read(tmp_path: Path, content: str | bytes) -> ParsedList:
    path = tmp_path / "list.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_list(path)


def test_a_person_is_read_with_names_dates_and_documents(tmp_path: Path) -> None:
    parsed = _read(tmp_path, _document(KIM, KOMID))
    kim, komid = parsed.parties
    assert str(parsed.published_on) == "2017-06-20"
    assert parsed.unread == ()
    assert (kim.party_id, kim.kind, kim.programmes) == ("un-sc:KPi.036", "person", ("DPRK",))
    assert [(name.role, name.text) for name in kim.names] == [
        ("primary", "KIM SOK CHOL"),
        ("strong", "김석철"),
        ("strong", "Kim Sok"),
        ("strong", "Kim Chol"),
        ("weak", "Jin Tiesan"),
        ("weak", "金铁三"),
    ]
    assert [str(when) for when in kim.birth_dates] == ["1955/1958", "1955~", "1955-05-08"]
    assert kim.nationalities[0].code == "KP"
    assert kim.positions == ("KOMID facilitator",)
    assert (str(kim.listed_on), [str(day) for day in kim.amended_on]) == ("2016-11-30", ["2022-07-26"])
    assert (kim.identifiers[0].type, kim.identifiers[0].value) == ("passport", "472310082")
    assert kim.identifiers[0].note == "expires 2017-07-04"
    assert [(name.role, name.text) for name in komid.names] == [("primary", "KOMID"), ("former", "OLD")]
    assert komid.remarks == "Primary arms dealer"


def test_indentation_changes_nothing(tmp_path: Path) -> None:
    plain = _document(KIM, KOMID)
    assert _read(tmp_path, plain.replace("><", ">\n   <")).parties == _read(tmp_path, plain).parties


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_file_cut_short_is_an_error_with_its_line(tmp_path: Path, keep: float) -> None:
    text = _document(KIM, KOMID)
    with pytest.raises(MalformedFileError, match="line"):
        _read(tmp_path, text[: int(len(text) * keep)])


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE CONSOLIDATED_LIST SYSTEM "file:///etc/passwd">',
    ],
)
def test_a_doctype_is_refused(tmp_path: Path, doctype: str) -> None:
    with pytest.raises(UnsafeFileError, match="DOCTYPE"):
        _read(tmp_path, _document(KIM, before=doctype))


def test_an_element_it_does_not_know_is_reported_with_its_line(tmp_path: Path) -> None:
    text = _document(KIM, KOMID.replace("<COMMENTS1>", "<FATE>unknown</FATE>\n<COMMENTS1>"))
    (passage,) = _read(tmp_path, text).unread
    assert "FATE" in passage.text
    assert passage.line == text[: text.index("<ENTITY>")].count("\n") + 1


def test_a_record_outside_the_known_ones_is_reported(tmp_path: Path) -> None:
    text = _document(KIM).replace("<ENTITIES>", "<VESSELS><VESSEL>LIGHT</VESSEL></VESSELS><ENTITIES>")
    assert {passage.text.split()[0] for passage in _read(tmp_path, text).unread} == {"<VESSELS>", "<VESSEL>"}


@pytest.mark.parametrize(
    ("damaged", "told"),
    [
        (KOMID.replace("KPe.001", ""), "REFERENCE_NUMBER"),
        (KOMID.replace("KOMID", ""), "name"),
        (KOMID.replace("KPe.001", "KPi.036"), "stands twice"),
        (KOMID.replace("OLD", "&undefined;"), "not well-formed"),
        (KOMID.replace("OLD", "O\x00LD"), "not well-formed"),
    ],
)
def test_a_damaged_record_is_an_error_that_names_it(tmp_path: Path, damaged: str, told: str) -> None:
    with pytest.raises(MalformedFileError, match=told) as error:
        _read(tmp_path, _document(KIM, damaged))
    assert "un-sc" in str(error.value)
    assert "line" in str(error.value)


def test_an_enormous_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafeFileError, match="16 MB"):
        _read(tmp_path, _document(KOMID.replace("OLD", "A" * (17 << 20))))


def test_endless_nesting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafeFileError, match="nested"):
        _read(tmp_path, _document(KOMID.replace("OLD", "<a>" * 5000 + "</a>" * 5000)))


def test_a_list_without_parties_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MalformedFileError, match="not a single party"):
        _read(tmp_path, _document())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mohammad Islami; Mohamed Islami", ["Mohammad Islami", "Mohamed Islami"]),
        ("Abubakar (original script: Абубакар)", ["Abubakar", "Абубакар"]),
        ("M. Sabet; Mohammad Sabet b) M. Javad Sabet", ["M. Sabet", "Mohammad Sabet", "M. Javad Sabet"]),
        ("ABZAR BORESH KAVEH CO. (BK CO.)", ["ABZAR BORESH KAVEH CO. (BK CO.)"]),
        ("Hilarion Santos, III (third; of that name)", ["Hilarion Santos, III (third; of that name)"]),
    ],
)
def test_spellings_in_one_field_are_taken_apart(text: str, expected: list[str]) -> None:
    assert spellings(text) == expected


@pytest.mark.parametrize(
    ("day", "parties"),
    [("2017-06-20", 1024), ("2020-11-24", 1018), ("2025-11-29", 1000), ("2026-08-01", 1011)],
)
def test_every_text_of_a_real_list_is_in_its_party(shared_dir: Path, day: str, parties: int) -> None:
    path = shared_dir / "data/un-sc" / day / "consolidated.xml"
    parsed = read_list(path)
    assert (len(parsed.parties), str(parsed.published_on), parsed.unread) == (parties, day, ())
    held = {party.reference: _letters(party) for party in parsed.parties}
    for record in ElementTree.parse(path).getroot().iter():
        if record.tag in ("INDIVIDUAL", "ENTITY"):
            _assert_holds(held[(record.findtext("REFERENCE_NUMBER") or "").strip()], record)


def _assert_holds(held: str, record: ElementTree.Element) -> None:
    idle = {"VERSIONNUM", "TYPE_OF_DATE", "QUALITY", "GENDER", "NOTE", "ALIAS_NAME"}
    dates = {"DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "DATE_OF_BIRTH", "LISTED_ON"}
    for element in record.iter():
        text = "".join((element.text or "").split())
        if not text or element.tag in idle or text in ("UNList", "null"):
            continue
        if element.tag in dates or re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            text = text[:4]
        assert text.casefold() in held, (element.tag, text)
    for name in record.iter("ALIAS_NAME"):
        for word in re.findall(r"\w{3,}", (name.text or "").replace("original script:", "")):
            assert word.casefold() in held


def _letters(party: Party) -> str:
    def texts(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for item in value.values() for text in texts(item)]
        if isinstance(value, list):
            return [text for item in value for text in texts(item)]
        return [str(value)]

    return "|".join("".join(text.split()) for text in texts(party.to_json_dict())).casefold()


def test_the_file_once_served_in_a_broken_encoding_fails_with_its_line(shared_dir: Path) -> None:
    with pytest.raises(MalformedFileError, match="line 53"):
        read_list(shared_dir / "data/malformed/un-2025-08-16-bad-encoding.xml")
