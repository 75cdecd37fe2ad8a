"""Numbers of aircraft, of countries' registers and without any label, in cells as people fill them."""

from __future__ import annotations

import pytest

from sanctions_screen.cells import read_cell
from sanctions_screen.identifiers import same_identifier, tails
from sanctions_screen.model import Identifier, PartyKind


def _of(text: str) -> Identifier:
    type_, _, value = text.partition(":")
    return Identifier.model_validate({"type": type_, "value": value})


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("aircraft-registration:EP-ZQK", "aircraft-registration:Boeing 747-400 EP-ZQK"),
        ("aircraft-registration:EP-ZQK", "other:Boeing 747-400 EP-ZQK"),
        ("aircraft-registration:YK-ZQA", "aircraft-registration:A320-232 YK-ZQA"),
        ("aircraft-registration:UR-ZQX", "aircraft-registration:IL-76TD UR-ZQX"),
        ("aircraft-registration:RA-76917", "aircraft-registration:RA76917 (Il-76)"),
        ("aircraft-registration:RA-76917", "aircraft-registration:Ил-76ТД RA-76917"),
        ("aircraft-registration:N771ZQ", "aircraft-registration:Gulfstream G550, N771ZQ"),
        ("aircraft-registration:YV3917", "aircraft-registration:Learjet 45 YV3917"),
        ("aircraft-registration:YV3917", "aircraft-registration:YV-3917"),
        ("aircraft-registration:B737-800 EP-ZQT", "aircraft-registration:EPZQT"),
        ("aircraft-registration:EP-ZQB", "aircraft-registration:tail no. EP ZQB"),
        ("aircraft-registration:EP-ZQB", "aircraft-registration:EP-ZQB / MSN 49917"),
        ("aircraft-serial:24917", "aircraft-serial:c/n 24917"),
        ("aircraft-serial:24917", "aircraft-serial:serial no: 24917 (Boeing 747)"),
        ("swift-bic:ZELKRUMM", "swift-bic:ZELKRUMMAXXX"),
        ("registration:5020001917345", "registration:T5020001917345"),
        ("tax-id:J-30917971-3", "tax-id:RIF: J-30917971"),
        ("registration:404 833 048", "registration:RCS Lyon B 404 833 048"),
        ("registration:404 833 048", "registration:SIRET 404 833 048 00022"),
        ("registration:404833048", "tax-id:FR 83 404 833 048"),
        ("registration:001917567", "tax-id:NL001917567B01"),
        ("registration:HRB 86917 B (Berlin-Charlottenburg)", "registration:Berlin-Charlottenburg HRB 86917B"),
        ("national-id:QX917456C", "national-id:NINO: QX 91 74 56 C"),
        ("passport:FA917193", "passport:BLR/FA917193"),
        ("passport:45 08 917924", "national-id:4508917924"),
        ("national-id:110105197803129417", "passport:110105197803129417"),
    ],
)
def test_a_number_is_found_among_what_stands_beside_it(listed: str, given: str) -> None:
    assert same_identifier(_of(given), _of(listed))


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("aircraft-registration:IL-76TD EP-ZQC", "aircraft-registration:IL-76TD EP-ZQD"),
        ("aircraft-registration:AN-124 UR-82917", "aircraft-registration:AN-124 UR-82919"),
        ("aircraft-registration:TU-154M EW-85917", "aircraft-registration:TU-154M RA-85917"),
        ("aircraft-registration:A340-300 EP-ZQA", "aircraft-registration:A340-300 EP-ZQB"),
        ("aircraft-registration:B737-800", "aircraft-registration:B737-800 EP-ZQT"),
        ("aircraft-serial:24917", "aircraft-serial:c/n 24918"),
        ("registration:404833049", "registration:SIRET 404 833 049 00022"),
        ("registration:HRB 86917 B", "registration:HRB 86917 C"),
        ("national-id:QX917456C", "national-id:NINO: QX 91 74 56 D"),
        ("passport:917456789", "national-id:917456789"),
        ("passport:issued in 2014 in Orlova", "passport:issued in 2014 in Orlova"),
        ("swift-bic:ZELKRUMM", "swift-bic:ZELKRUM1AXXX"),
    ],
)
def test_what_many_share_or_only_resembles_settles_nothing(listed: str, given: str) -> None:
    assert not same_identifier(_of(given), _of(listed))


def test_a_type_of_aircraft_is_no_tail_number() -> None:
    types = "A320-232 B737-800 IL-76TD AN-124 TU-154M MD-83 747-400 ATR-72 G550 C130 DC-10 EC-135 HS-125"
    assert tails(types) == ()
    numbers = "EP-MNQ EPMNQ N4 N886QS 5A-DMG RA-76845 YV2984 A4O-AB B-2345"
    assert " ".join(tails(numbers)) == numbers


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Velmont Trading Ltd (03917182)", "organisation", "other:03917182"),
        ("Velmont Trading Ltd [No. 03917182]", None, "other:03917182"),
        ("Velmont Trading Ltd, 03917182", "organisation", "other:03917182"),
        ("Velmont Trading Ltd (SC917182)", "organisation", "other:SC917182"),
        ("ООО Велмонт 7728917971", "organisation", "other:7728917971"),
        ("威尔蒙有限公司（91910000100011743K）", "organisation", "other:91910000100011743K"),
        ("威尔蒙 统一社会信用代码：91910000100011743K", "organisation", "registration:91910000100011743K"),
        ('ТОВ "Велмонт" (код ЄДРПОУ 40917041)', "organisation", "registration:40917041"),
        ("Anna Velmont (FA917193)", "person", "other:FA917193"),
        ("Velmont, BIC(SWIFT) VELMRUMM", "organisation", "swift-bic:VELMRUMM"),
        ("ORBITAL IMO9O74729", "vessel", "imo:9074729"),
        ("Boeing 747 EP-ZQK", "aircraft", "aircraft-registration:EP-ZQK"),
        ("EP-ZQK", "aircraft", "aircraft-registration:EP-ZQK"),
        ("Boeing MSN 24917 EP-ZQK", "aircraft", "aircraft-registration:EP-ZQK aircraft-serial:24917"),
    ],
)
def test_a_number_without_a_label_is_taken_out_of_a_name_s_cell(
    text: str, kind: PartyKind | None, value: str
) -> None:
    assert " ".join(f"{one.type}:{one.value}" for one in read_cell(text, kind).identifiers) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Velmont Trading Ltd (19550508)", "organisation"),
        ("Anna Velmont (08051955)", "person"),
        ("Velmont 24917357 LLC", "organisation"),
        ("11420 Velmont Corp.", "organisation"),
        ("Velmont Battalion (155)", "organisation"),
        ("EP-ZQK", "organisation"),
    ],
)
def test_days_and_numbers_that_firms_have_are_no_identifiers(text: str, kind: PartyKind) -> None:
    assert not read_cell(text, kind).identifiers
