"""What many share settles nothing; what a label, a zone or a bracket hides of a number is compared."""

from __future__ import annotations

import pytest

from sanctions_screen.identifiers import compared_values, same_contact, same_identifier
from sanctions_screen.model import Identifier


def _of(text: str) -> Identifier:
    type_, _, value = text.partition(":")
    return Identifier.model_validate({"type": type_, "value": value})


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("tax-id:INN 7728168971 KPP 772801001", "tax-id:INN 7736207543 KPP 772801001"),
        ("tax-id:7728168971/772801001", "tax-id:7736207543/772801001"),
        ("tax-id:ИНН/КПП 7728168971/772801001", "tax-id:ИНН/КПП 7736207543/772801001"),
        ("registration:OKATO 45286560000", "registration:OKATO 45286560000"),
        ("registration:ОКВЭД 6419123", "registration:ОКВЭД 6419123"),
        ("bank-account:БИК 044525225", "bank-account:БИК 044525225"),
        ("registration:HRB 45757 Hamburg", "registration:Amtsgericht Köln HRB 45757"),
        ("passport:12.03.2014", "passport:12.03.2014"),
        ("passport:2014-03-12", "passport:2014-03-12"),
        ("passport:TBA44719", "passport:TBA44719"),
        ("passport:PENDING44719", "passport:PENDING44719"),
        ("tax-id:7800000000", "tax-id:7800000000"),
        ("bank-account:40702810000000000000", "bank-account:40702810000000000000"),
        ("national-id:12345678901", "national-id:12345678901"),
        ("national-id:1234567890123", "national-id:1234567890123"),
        ("national-id:09876543210", "national-id:09876543210"),
        ("mmsi:123456789", "mmsi:123456789"),
        ("imo:1234567", "imo:1234567"),
        ("swift-bic:SWIFT CODE", "swift-bic:SWIFT CODE"),
        ("swift-bic:UNKNOWN", "swift-bic:UNKNOWN"),
    ],
)
def test_what_many_share_or_nobody_has_settles_nothing(listed: str, given: str) -> None:
    assert not same_identifier(_of(given), _of(listed))


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("tax-id:7728168971", "tax-id:ИНН/КПП 7728168971/772801001"),
        ("tax-id:7728168971", "tax-id:7728168971-772801001"),
        ("registration:HRB 45757", "registration:HRB 45757 Hamburg"),
        ("passport:KX4471902", "passport:KX4471902<7UTO6908061F9406236<<<<<<<<"),
        ("passport:KX4471902", "passport:P<KX4471902"),
        ("passport:KX4471902", "passport:ZQ1188207-KX4471902"),
        ("passport:KX4471902", "passport:ZQ1188207_KX4471902"),
        ("passport:KX4471902", "passport:护照号码KX4471902"),
        ("passport:KX4471902", "passport:여권번호 KX4471902"),
        ("passport:KX4471902", "passport:جواز سفر KX4471902"),
        ("national-id:A1234563", "national-id:HKID A123456(3)"),
        ("imo:9074729", "registration:IMO 9074729"),
        ("imo:9074729", "other:ИМО 9074729"),
        ("mmsi:273418590", "imo:MMSI 273418590"),
        ("aircraft-registration:EP-ZKL", "aircraft-registration:Tail: EPZKL"),
        ("aircraft-serial:20073", "aircraft-serial:MSN 20073"),
        ("swift-bic:ORLVRUMM", "other:BIC ORLVRUMMXXX"),
        ("other:ORLVRUMM", "swift-bic:ORLVRUMM"),
        ("bank-account:DE02120300000000202051", "bank-account:IBANDE02120300000000202051"),
        ("bank-account:DE02120300000000202051", "bank-account:DE02120300000000202051EUR"),
        ("lei:5493001KJTIIGC8Y1R12", "registration:LEI 5493001KJTIIGC8Y1R12"),
        ("tax-id:12345674", "registration:CUI RO12345674"),
        ("passport:123456789", "passport:123456789"),
    ],
)
def test_a_number_is_found_behind_what_hides_it_both_ways(listed: str, given: str) -> None:
    assert same_identifier(_of(given), _of(listed))
    assert same_identifier(_of(listed), _of(given))
    assert set(compared_values(_of(given))) & set(compared_values(_of(listed)))


@pytest.mark.parametrize(
    ("listed", "given", "same"),
    [
        ("email:a.velkova@mail.example", "email:mailto:A.Velkova@mail.example", True),
        ("email:a.velkova@mail.example", "email:Anna <a.velkova@mail.example>; b@mail.example", True),
        ("email:n/a", "email:n/a", False),
        ("phone:+380 44 123 4567", "phone:00380 (0)44 1234567 ext. 12", True),
        ("phone:+380 44 123 4567", "phone:+380 44 123 4568; +380 44 123 4567", True),
        ("phone:000000000", "phone:000000000", False),
        ("website:n/a", "website:n/a", False),
    ],
)
def test_a_contact_is_seen_among_others_and_a_filler_is_none(listed: str, given: str, *, same: bool) -> None:
    assert same_contact(_of(given), _of(listed)) is same
