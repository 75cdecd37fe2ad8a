"""What birth dates, countries, genders, kinds and identifiers do to a score, case by case."""

from __future__ import annotations

import pytest
from ledgers import line_by, lines_by

from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.matching import Judgement
from sanctions_screen.model import (
    DEFAULT_THRESHOLD,
    Country,
    Identifier,
    LedgerLine,
    LedgerRule,
    Name,
    PartialDate,
    Party,
    PartyId,
    ScreeningSettings,
    Subject,
)

SETTINGS = ScreeningSettings()
MAN = Party(
    party_id=PartyId("t:man"),
    kind="person",
    names=(Name(text="PETRENKO, Danylo"),),
    birth_dates=(PartialDate.parse("1961-03-04"), PartialDate.parse("1963~")),
    nationalities=(Country(text="Ukraine", code="UA"),),
    citizenships=(Country(text="Russia", code="RU"),),
    gender="male",
    identifiers=(
        Identifier(type="passport", value="AB 123456", country=Country(text="Ukraine", code="UA")),
        Identifier(type="phone", value="+380 44 1234567"),
    ),
)
SHIP = Party(
    party_id=PartyId("t:ship"),
    kind="vessel",
    names=(Name(text="OCEAN PEARL"),),
    identifiers=(Identifier(type="imo", value="IMO 9074729"),),
)
MATCHER = PartyMatcher((MAN, SHIP), SETTINGS)


def _match(party: Party, name: str, **more: object) -> Judgement:
    return MATCHER.explain(Subject.model_validate({"name": name, **more}), party.party_id)


def _line(rule: LedgerRule, **more: object) -> LedgerLine:
    return line_by(_match(MAN, "Danylo Osyp Bohdan Petrenkov", **more).explanation, rule)


_SIDES = {"agrees": "for", "near": "none", "contradicts": "doubt"}
"""On which side of the ledger a fact stands by what it says."""


@pytest.mark.parametrize(
    ("born", "verdict"),
    [
        ("1961-03-04", "agrees"),
        ("1961", "agrees"),
        ("1961-03", "agrees"),
        ("1960/1962", "agrees"),
        ("1963-11-30", "agrees"),
        ("1961-04-03", "near"),
        ("1960-03-04", "near"),
        ("1967-01-01", "near"),
        ("1966~", "near"),
        ("1980-03-04", "contradicts"),
        ("1930", "contradicts"),
        ("1990~", "contradicts"),
    ],
)
def test_a_birth_date_agrees_is_near_or_contradicts(born: str, verdict: str) -> None:
    """The best of the party's dates counts; about (circa) and day and month swapped are near, not against."""
    line = _line("birth-date", birth_date=born)
    assert line.side == _SIDES[verdict]
    assert (line.amount > 0) == (verdict != "near")
    assert verdict in line.text


def test_a_day_that_agrees_tells_more_than_a_year_that_does() -> None:
    assert _line("birth-date", birth_date="1961-03-04").amount > _line("birth-date", birth_date="1961").amount


@pytest.mark.parametrize(
    ("countries", "verdict"),
    [
        (("UA",), "agrees"),
        (("ua",), "agrees"),
        (("Ukraine",), "agrees"),
        (("Russian Federation",), "agrees"),
        (("DE", "RU"), "agrees"),
        (("DE",), "contradicts"),
        (("Germany", "FR"), "contradicts"),
    ],
)
def test_a_country_agrees_when_any_is_shared(countries: tuple[str, ...], verdict: str) -> None:
    line = _line("country", countries=countries)
    assert (line.side, line.amount > 0) == (_SIDES[verdict], True)


@pytest.mark.parametrize("countries", [(), ("Atlantis",), ("USSR",)])
def test_a_country_that_cannot_be_told_moves_nothing(countries: tuple[str, ...]) -> None:
    plain, told = _match(MAN, "Danylo Petrenkov"), _match(MAN, "Danylo Petrenkov", countries=countries)
    assert told.score == plain.score


@pytest.mark.parametrize(
    ("gender", "verdict"),
    [("male", "agrees"), ("M", "agrees"), ("Female", "contradicts"), ("f", "contradicts")],
)
def test_a_gender_agrees_or_contradicts(gender: str, verdict: str) -> None:
    line = _line("gender", gender=gender)  # that it agrees tells little, and counts nothing
    assert (line.side, line.amount > 0) == (("none", False) if verdict == "agrees" else ("doubt", True))
    assert verdict in line.text


def test_another_kind_lowers_the_score_and_says_so() -> None:
    plain, firm = _match(MAN, "Danylo Petrenko"), _match(MAN, "Danylo Petrenko", kind="organisation")
    assert firm.score < plain.score
    line = line_by(firm.explanation, "kind")
    assert (line.side, line.subject, line.listed) == ("doubt", ("organisation",), ("person",))


@pytest.mark.parametrize(
    "identifier",
    ["passport:AB123456", "passport:ab-123456", "AB 123456", "passport: A.B.1.2.3.4.5.6"],
)
def test_an_equal_passport_settles_however_it_is_written(identifier: str) -> None:
    match = _match(MAN, "Xu Zhang", identifiers=(identifier,), birth_date="1999-01-01", gender="f")
    assert match.score >= DEFAULT_THRESHOLD
    assert line_by(match.explanation, "identifier-settles").listed == ("passport AB 123456",)
    facts = lines_by(match.explanation, "birth-date", "gender")
    assert [(line.rule, line.side, line.amount) for line in facts] == [
        ("birth-date", "none", 0),
        ("gender", "none", 0),
    ]


@pytest.mark.parametrize(
    "identifier",
    [
        Identifier(type="passport", value="AB 123457"),
        Identifier(type="passport", value="AB 123456", country=Country(text="Germany", code="DE")),
        Identifier(type="national-id", value="AB 123456"),
        Identifier(type="phone", value="+380 44 1234567"),
        Identifier(type="passport", value=""),
    ],
    ids=["another number", "another country's", "another document", "a telephone", "an empty one"],
)
def test_what_is_not_the_same_unique_number_settles_nothing(identifier: Identifier) -> None:
    match = _match(MAN, "Xu Zhang", identifiers=(identifier,))
    assert match.score < DEFAULT_THRESHOLD
    assert lines_by(match.explanation, "identifier-settles") == []


@pytest.mark.parametrize("written", ["imo:9074729", "imo:IMO9074729", "IMO 9074729", "9074729"])
def test_a_ship_is_known_by_its_imo_number_whatever_it_is_called_now(written: str) -> None:
    (match,) = MATCHER.search(
        Subject.model_validate({"name": "Rusty Bucket", "identifiers": (written,)}), 0.8
    )
    assert match.party_id == SHIP.party_id


def test_another_imo_number_is_another_ship_and_the_explanation_says_so() -> None:
    same_name = Subject.model_validate(
        {"name": "Ocean Pearl", "kind": "vessel", "identifiers": ("imo:9100009",)}
    )
    assert MATCHER.search(same_name, DEFAULT_THRESHOLD) == []
    line = line_by(MATCHER.explain(same_name, SHIP.party_id).explanation, "identifier")
    assert (line.side, line.listed) == ("doubt", ("imo IMO 9074729",))
    assert line.amount > 0


def test_one_contradiction_never_hides_an_equal_name() -> None:
    for against in (
        {"birth_date": "1999-01-01"},
        {"countries": ("JP",)},
        {"gender": "f"},
        {"kind": "vessel"},
    ):
        assert _match(MAN, "Danylo Petrenko", **against).score >= DEFAULT_THRESHOLD


def test_facts_that_agree_make_no_match_of_another_name() -> None:
    facts = {"birth_date": "1961-03-04", "countries": ("UA",), "gender": "male"}
    assert _match(MAN, "Oksana Bondarchuk", **facts).score == _match(MAN, "Oksana Bondarchuk").score


def test_the_summary_names_both_names_and_every_piece_of_evidence() -> None:
    match = _match(MAN, "Danylo Petrenko", birth_date="1999-01-01", countries=("UA",))
    summary = match.explanation.summary
    for told in ("Danylo Petrenko", "PETRENKO, Danylo", "1999-01-01", "1961-03-04", "UA", "contradicts"):
        assert told in summary


def test_the_summary_tells_the_facts_that_say_nothing_either_way() -> None:
    summary = _match(MAN, "Danylo Petrenko", birth_date="1961-10-21", gender="male").explanation.summary
    assert "Beside it: birth date 1961-10-21 is near 1961-03-04" in summary
    assert "it says nothing either way; gender male agrees, which tells little." in summary
    assert "Beside it" not in _match(MAN, "Danylo Petrenko").explanation.summary
