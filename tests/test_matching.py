"""Names compared, evidence weighed, parties found."""

from __future__ import annotations

import pytest
from ledgers import line_by, met_by, score_of_explanation

from sanctions_screen.engine.matcher import PartyMatcher
from sanctions_screen.matching import compare_names
from sanctions_screen.matching.reference import unscreenable_reason
from sanctions_screen.model import (
    DEFAULT_THRESHOLD,
    Country,
    Identifier,
    Name,
    PartialDate,
    Party,
    PartyId,
    PartyKind,
    ScreeningSettings,
    Subject,
)

SETTINGS = ScreeningSettings()


def party(number: int, *names: str, kind: PartyKind = "person", **more: object) -> Party:
    return Party.model_validate(
        {
            "party_id": PartyId(f"test:{number}"),
            "kind": kind,
            "names": tuple(
                Name(text=text, role="strong" if i else "primary") for i, text in enumerate(names)
            ),
            **more,
        }
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pak Yong-sik", "Park Young Sik"),
        ("Ri Hong-sop", "LEE Hongsup"),
        ("Ri Hong-sop", "리홍섭"),
        ("Mohammed al-Hassan", "Muhammad Hasan"),
        ("Abd al-Karim Qasim", "Abdulkarim Kassem"),
        ("Юрий Коваленко", "Yuriy KOVALENKO"),
        ("Yuri Kovalenko", "Iouri Kovalenko"),
        ("Hsieh Ming-hui", "Xie Minghui"),
        ("U Tun Lin", "LIN, Tun"),
        ("Мiнск Аvto", "Minsk Avto"),
        ("Elnur Hasanov", "Elnur Khasanov"),
        ("Elnur Huseynov", "Elnur Huseinov"),
        ("Elnur Ahmadov", "Elnur Akhmedov"),
        ("Elnur Hasanov", "Elnur Hasamov"),
        ("Zeng Li\u200bhua", "ZENG Lihua"),
    ],
)
def test_spellings_of_one_name_reach_the_default_threshold(first: str, second: str) -> None:
    assert compare_names(first, second, kind="person").score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ri Chol", "Ri Chon"),
        ("Khin Nwe", "Khin Shwe"),
        ("Boris Terentiev", "Boris Avdeev"),
        ("Hasan Karimi", "Husain Karimi"),
        ("Elnur Hasanov", "Elnur Huseynov"),
        ("Elnur Hamidov", "Elnur Ahmadov"),
        ("Elnura Salimova", "Elnura Salmanova"),
        ("Anar Rahimzade", "Anar Rahmanov"),
        ("Pak Yong Il", "Pak Yong Su"),
        ("Abdul Aziz Omari", "Abdul Rahman Omari"),
    ],
)
def test_names_that_only_look_alike_stay_below_the_default_threshold(first: str, second: str) -> None:
    assert compare_names(first, second, kind="person").score < DEFAULT_THRESHOLD


def test_two_firms_whose_numbers_differ_are_two_firms() -> None:
    same = compare_names("Factory 25 JSC", "Joint Stock Company Factory No. 25", kind="organisation").score
    other = compare_names("Factory 25 JSC", "Joint Stock Company Factory No. 27", kind="organisation").score
    assert same >= DEFAULT_THRESHOLD > other


def test_a_legal_form_is_translated_and_hardly_weighs() -> None:
    assert compare_names("OOO Vektor-Plus", "Vektor Plus LLC", kind="organisation").score > 0.95
    assert compare_names("Vektor-Plus", "Vektor Plus GmbH", kind="organisation").score > 0.9


def test_an_explanation_tells_which_part_met_which_and_by_which_rule() -> None:
    found = compare_names("Mike Hamid Petrov", "PETROV, Michael A.", kind="person")
    assert [(line.side, line.rule, line.subject, line.listed) for line in found.lines] == [
        ("for", "nickname", ("mike",), ("michael",)),
        ("against", "unlike", ("mike",), ("michael",)),
        ("for", "same", ("petrov",), ("petrov",)),
        ("against", "conflict", ("hamid",), ("a",)),
        ("doubt", "conflict", ("hamid",), ("a",)),
        ("against", "missing", ("hamid",), ()),
    ]


def test_parts_written_as_one_are_joined() -> None:
    joined = line_by(compare_names("Kang Min Chol", "KANG Minchol", kind="person"), "joined")
    assert (joined.side, joined.subject, joined.listed) == ("for", ("min", "chol"), ("minchol",))


def test_a_title_is_ignored() -> None:
    found = compare_names("General Igor Sokolenko", "Igor Sokolenko", kind="person")
    assert found.score == 1.0
    title = line_by(found, "ignored")
    assert (title.side, title.subject, title.amount) == ("none", ("general",), 0)


def test_a_title_counts_nothing_also_where_one_word_is_all_else() -> None:
    assert compare_names("Haji Daulat", "DAULAT, Haji", kind="person").score == 1.0
    assert compare_names("Haji Daulat", "Daulat", kind="person").score == 1.0
    assert compare_names("Haji Daulat", "Haji Qasim", kind="person").score == 0.0


def test_a_name_with_nothing_to_compare_scores_nothing() -> None:
    assert compare_names("???", "???").score == 0.0
    assert compare_names("???", "???").lines == ()


BORN = party(
    1,
    "Igor Sokolenko",
    birth_dates=(PartialDate.parse("1960-05-04"),),
    nationalities=(Country(text="Russia", code="RU"),),
)
IMO = Identifier(type="imo", value="IMO 9074729")
SHIP = party(2, "BLUE HERON", kind="vessel", identifiers=(IMO,))
MATCHER = PartyMatcher([BORN, SHIP, party(3, "Pavel Dorochov", gender="male")], SETTINGS)


def test_an_agreeing_birth_date_raises_and_a_contradicting_one_lowers_a_near_name() -> None:
    def score(**more: object) -> float:
        subject = Subject.model_validate({"name": "Ivan Igor Sokolenkov", **more})
        return MATCHER.explain(subject, BORN.party_id).score

    assert score(birth_date="1960-05-04") > score() > score(birth_date="1985-01-01")
    assert score(birth_date="1960") < score(birth_date="1960-05-04")


def test_an_equal_name_with_another_birth_date_stays_a_hit_and_says_why_it_may_be_a_namesake() -> None:
    (match,) = MATCHER.search(
        Subject(name="Igor Sokolenko", birth_date=PartialDate.parse("1985-01-01")), DEFAULT_THRESHOLD
    )
    line = line_by(match.explanation, "birth-date")
    assert (line.side, line.subject, line.listed) == ("doubt", ("1985-01-01",), ("1960-05-04",))
    assert line.amount > 0
    assert "1985-01-01 contradicts 1960-05-04" in match.explanation.summary


def test_day_and_month_in_the_other_order_do_not_contradict() -> None:
    found = MATCHER.explain(
        Subject(name="Igor Sokolenko", birth_date=PartialDate.parse("1960-04-05")), BORN.party_id
    )
    line = line_by(found.explanation, "birth-date")
    assert (line.side, line.amount) == ("none", 0)
    assert "near" in line.text


def test_an_agreeing_birth_date_raises_no_name_that_is_another() -> None:
    found = MATCHER.explain(
        Subject(name="Zaw Min", birth_date=PartialDate.parse("1960-05-04")), BORN.party_id
    )
    line = line_by(found.explanation, "no-name-met")
    assert (line.side, line.amount, line.subject) == ("none", 0, ("1960-05-04",))
    assert found.score == 0.0


@pytest.mark.parametrize("written", ["imo:9074729", "imo:IMO 9074729", "IMO9074729"])
def test_an_equal_imo_number_settles_whatever_the_name(written: str) -> None:
    subject = Subject.model_validate({"name": "RED STAR", "identifiers": (written,)})
    (match,) = MATCHER.search(subject, DEFAULT_THRESHOLD)
    assert match.party_id == SHIP.party_id
    assert line_by(match.explanation, "identifier-settles").listed == ("imo IMO 9074729",)


def test_another_imo_number_is_another_ship() -> None:
    subject = Subject.model_validate(
        {"name": "BLUE HERON", "kind": "vessel", "identifiers": ("imo:9100005",)}
    )
    assert MATCHER.search(subject, DEFAULT_THRESHOLD) == []


def test_another_gender_lowers_the_score() -> None:
    found = MATCHER.explain(Subject(name="Pavel Dorochov", gender="female"), PartyId("test:3"))
    assert found.score < 1.0


def test_a_country_and_a_gender_that_are_not_understood_are_said_to_be_unknown() -> None:
    subject = Subject(name="Igor Sokolenko", countries=("Narnia",), gender="x")
    lines = MATCHER.explain(subject, BORN.party_id).explanation.lines
    assert [(line.rule, line.subject, line.amount) for line in lines if line.side == "none"] == [
        ("country-unknown", ("Narnia",), 0),
        ("gender-unknown", ("x",), 0),
    ]


def test_a_kind_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="alien"):
        compare_names("Igor", "Igor", kind="alien")  # type: ignore[arg-type]


def test_father_and_son_are_two_men() -> None:
    assert compare_names("Igor Sokolenko Jr.", "Igor Sokolenko Sr.", kind="person").score < DEFAULT_THRESHOLD


def test_the_lines_of_a_name_and_of_facts_make_the_score() -> None:
    subject = Subject(
        name="Igor Sokolenko",
        birth_date=PartialDate.parse("1985"),
        countries=("Germany",),
        kind="organisation",
    )
    explanation = MATCHER.explain(subject, BORN.party_id).explanation
    assert score_of_explanation(explanation) == pytest.approx(explanation.score, abs=1e-6)
    assert met_by(explanation) == {
        "igor": "same", "sokolenko": "same", "1985": "birth-date", "DE": "country", "organisation": "kind",
    }  # fmt: skip


def test_weak_aliases_are_left_out_when_the_settings_say_so() -> None:
    weak = Party(
        party_id=PartyId("test:9"),
        kind="person",
        names=(Name(text="Igor Sokolenko"), Name(text="Grandfather", role="weak")),
    )
    wide = PartyMatcher([weak], ScreeningSettings())
    narrow = PartyMatcher([weak], ScreeningSettings(include_weak_aliases=False))
    assert wide.search(Subject(name="Grandfather"), 0.8)
    assert not narrow.search(Subject(name="Grandfather"), 0.8)


def test_a_subjects_aliases_are_searched_too_and_the_best_counts() -> None:
    (match,) = MATCHER.search(Subject(name="Nobody Atall", aliases=("Igor Sokolenko",)), DEFAULT_THRESHOLD)
    assert match.subject_name == match.explanation.subject == "Igor Sokolenko"


def test_a_subject_without_letters_says_why_it_cannot_be_screened() -> None:
    assert unscreenable_reason(Subject(name="???")) == "the name has no letters"
    assert unscreenable_reason(Subject(name="???", aliases=("Igor",))) is None
