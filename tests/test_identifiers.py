"""Numbers are found whatever stands beside them; fillers and what others share settle nothing."""

from __future__ import annotations

import pytest

from sanctions_screen.cells import read_cell
from sanctions_screen.identifiers import compared_values, same_contact, same_identifier
from sanctions_screen.model import Identifier, IdentifierType, Subject


def _of(text: str) -> Identifier:
    type_, _, value = text.partition(":")
    return Identifier.model_validate({"type": type_, "value": value})


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("passport:OB7781234", "passport:0B7781234"),
        ("national-id:4O5512348", "national-id:405512348"),
        ("aircraft-registration:EP-MOQ", "aircraft-registration:ÉP-MÖQ"),
        ("passport:É7781234", "passport:E7781234"),
        ("registration:TIN - 7728168971", "tax-id:7728168971"),
        ("registration:Tax ID No. 7728168971; OGRN 1027739609391", "other:1027739609391"),
        ("registration:INN: 7728168971OGRN: 1027739609391", "registration:1027739609391"),
        ("passport:AB445566 (issued 3 Mar. 2014)", "passport:AB445566"),
        ("passport:British passport number 305566771", "passport:305566771"),
        ("passport:SE 012820 and Kuwaiti National ID No. 281020505755", "other:281020505755"),
        ("passport:N348171/IRAQ", "passport:N348171"),
        ("passport:B 0045512 German travel document", "travel-document:B0045512"),
        ("registration:HE 284719", "registration:ΗΕ284719"),
        ("registration:NB 71533", "registration:ΝΒ71533"),
        ("lei:5493001KJTIIGC8Y1R12", "lei:LEI-5493001KJTIIGC8Y1R12"),
        ("passport:E58213467", "passport:護照E58213467"),
        ("national-id:V-12.847.391", "national-id:CI 12.847.391"),
        ("national-id:8471 9356 2810", "national-id:आधार ८४७१ ९३५६ २८१०"),
        ("imo:9074729", "imo:IMO No. 9074729"),
        ("imo:9074729", "imo:IMO9074729"),
        ("imo:9074729", "imo:9074729;1234567"),
        ("imo:9074729", "imo:9074729.0"),
        ("imo:9074729", "imo:9.074729E+06"),
        ("imo:0074729", "imo:74729"),
        ("imo:9074729", "imo:９０７４７２９"),
        ("imo:9074729", "imo:٩٠٧٤٧٢٩"),
        ("national-id:7728168971", "national-id:7728168971.00"),
        ("bank-account:GB29NWBK60161331926819", "bank-account:IBAN: GB29 NWBK 6016 1331 9268 19"),
        ("crypto-address:1BoatSLRHtKNngkdXEeobR76", "crypto-address:XBT: 1BoatSLRHtKNngkdXEeobR76"),
        ("swift-bic:ZELKRUMM", "swift-bic:ZELKRUMMXXX"),
        ("swift-bic:ZELKRUMMXXX", "other:ZELKRUMM"),
        ("aircraft-registration:EP-ZKL", "aircraft-registration:EPZKL"),
        ("aircraft-registration:EP-ZKL", "other:EP-ZKL"),
        ("passport:МТ4455667", "passport:MT4455667"),
        ("registration:HRB 45757", "registration:HRB45757"),
        ("tax-id:7728168971", "national-id:7728168971"),
        ("imo:9074731", "imo:LR9074731"),
        ("imo:9074731", "imo:L9074731"),
        ("tax-id:7728168971", "registration:INN7728168971OGRN1027700167110"),
        ("registration:1027700167110", "registration:ИНН7728168971ОГРН1027700167110"),
    ],
)  # fmt: skip
def test_one_number_is_one_however_it_was_written(listed: str, given: str) -> None:
    assert same_identifier(_of(given), _of(listed))
    assert set(compared_values(_of(given))) & set(compared_values(_of(listed)))


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("registration:TIN - 7728168971", "tax-id:7728168972"),
        ("registration:HRB 45757", "registration:HRA 45757"),
        ("passport:4455667", "passport:ЖШ4455667"),
        ("passport:0000000", "passport:0000000"),
        ("tax-id:888888888", "tax-id:888888888"),
        ("passport:X0000000", "passport:X0000000"),
        ("national-id:12345678910", "national-id:12345678910"),
        ("national-id:0123456789", "national-id:0123456789"),
        ("swift-bic:ZELKRUMM", "swift-bic:ZELKRU2P"),
        ("passport:AB123456", "national-id:AB123456"),
        ("registration:12345", "tax-id:12345"),
        ("registration:23905 (Jalisco)", "other:23905"),
        ("phone:+7 495 1112233", "phone:+7 495 1112233"),
        ("passport:9.0747E+09", "passport:90747"),
    ],
)
def test_another_number_a_filler_or_a_shared_one_settles_nothing(listed: str, given: str) -> None:
    assert not same_identifier(_of(given), _of(listed))


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("email:Info@Zelkova.example", "email:info@zelkova.example"),
        ("phone:+7 (495) 111-22-33", "phone:74951112233"),
        ("website:https://www.zelkova.example/", "website:zelkova.example"),
    ],
)
def test_an_equal_contact_is_seen(listed: str, given: str) -> None:
    assert same_contact(_of(given), _of(listed))


@pytest.mark.parametrize("type_", ["imo", "tax-id"])
@pytest.mark.parametrize("written", ["9.07473E+06", "9.07E6"])
def test_a_number_in_a_spreadsheets_short_form_is_an_error_that_says_so(
    type_: IdentifierType, written: str
) -> None:
    with pytest.raises(ValueError, match="spreadsheet shortens"):
        Subject(name="Orbital", identifiers=(f"{type_}:{written}",))


@pytest.mark.parametrize(("year", "said"), [("1379", "Persian"), ("2549", "Buddhist"), ("0968", "Gregorian")])
def test_a_birth_date_of_another_calendar_is_an_error_that_says_so(year: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Subject(name="Zelkova", birth_date=f"{year}-03-01")


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("registration:Company no. 03471182", "3471182"),
        ("national-id:0034711829", "national-id:34711829.0"),
        ("passport:4508 331762", "passport:серия 4508 номер 331762"),
        ("passport:4508331762", "passport:4508 № 331762"),
        ("passport:K4471902", "passport:PAKK4471902"),
        ("swift-bic:ORLVRUMM", "SWIFT: ORLVRUMMXXX"),
        ("swift-bic:ORLVRUMM", "swift-bic:BIC: orlv ru mm"),
        ("national-id:V-18.273.645", "national-id:18273645"),
        ("aircraft-registration:P4-QQK", "Tail number P4-QQK"),
        (
            "crypto-address:0x52908400098527886E0F7030069857D2E4169EE7",
            "52908400098527886E0F7030069857D2E4169EE7",
        ),
        (
            "crypto-address:0x52908400098527886E0F7030069857D2E4169EE7",
            "https://etherscan.io/address/0x52908400098527886E0F7030069857D2E4169EE7",
        ),
        (
            "crypto-address:1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
            "bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT?amount=1",
        ),
        ("national-id:V-18273645", "national-id:18273645"),
        ("passport:МК 4471902", "passport:MK4471902"),
        ("passport:AB 4471902", "passport:4471902"),
        ("tax-id:800.199.436-9", "NIT 800199436"),
    ],
)
def test_a_number_settles_however_it_is_written(listed: str, given: str) -> None:
    assert same_identifier(_labelled(given), _labelled(listed))


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("registration:003471", "registration:3471"),
        ("passport:0123456789", "passport:0123456789"),
        ("passport:12121212", "passport:12121212"),
        ("passport:AB 4471902", "passport:CD 4471902"),
        ("passport:XXXX4471", "passport:XXXX4471"),
        ("passport:NONE4471", "passport:NONE4471"),
        ("passport:QWERTY44", "passport:QWERTY44"),
        ("registration:00000001", "registration:00000001"),
        ("national-id:123456789012", "national-id:123456789012"),
        ("registration:123123123", "registration:123123123"),
        ("passport:XQZK4471902", "passport:K4471902"),
        ("swift-bic:ORLVRUMM", "ORLVRUKK"),
        ("tax-id:8001994369", "tax-id:800199436"),
        ("imo:9074729", "imo:09074729"),
    ],
)
def test_a_number_that_only_resembles_or_fills_settles_nothing(listed: str, given: str) -> None:
    assert not same_identifier(_labelled(given), _labelled(listed))


def _labelled(text: str) -> Identifier:
    type_, colon, value = text.partition(":")
    known = colon and " " not in type_ and type_.islower() and type_ not in ("https", "bitcoin")
    return Identifier.model_validate({"type": type_ if known else "other", "value": value if known else text})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Anna Velmont, passport No. FA 628193", "passport:FA 628193"),
        ("Анна Велмонт паспорт 45 08 731924", "passport:45 08 731924"),
        ("Анна Велмонт, паспорт серия 4508 номер 731924", "passport:4508 номер 731924"),
        ("Анна Велмонт паспорт серия АВ № 731924", "passport:АВ № 731924"),
        ("王伟 身份证110105197803124417", "national-id:110105197803124417"),
        ("علی برگ کد ملی ۰۰۶۸۲۱۳۹۴۵", "national-id:0068213945"),
    ],
)
def test_a_number_in_parts_or_in_other_digits_is_taken_out_of_a_name_s_cell(text: str, value: str) -> None:
    cell = read_cell(text, "person")
    assert [f"{one.type}:{one.value}" for one in cell.identifiers] == [value]
    assert not any(character.isdecimal() for name in cell.names for character in name)
