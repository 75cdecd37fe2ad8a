"""Organisations' and ships' names: by what tells them apart, not by their legal form or the usual words."""

from __future__ import annotations

import pytest
from ledgers import line_by

from sanctions_screen.cells import read_cell
from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD, PartyKind
from sanctions_screen.weights import weights


def _score(first: str, second: str, kind: PartyKind = "organisation") -> float:
    return compare_names(first, second, kind).score


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Golden Horizon Shipping Ltd", "Golden Horizon Shipping Limited"),
        ("Rosvolga OOO", "Rosvolga LLC"),
        ("Volga Metals OOO", "Volga Metals Limited Liability Company"),
        ("Volga Metals OAO", "Volga Metals Open Joint Stock Company"),
        ("Nordbau GmbH", "Nordbau"),
        ("Nordbau GmbH", "NORDBAU Gesellschaft mit beschränkter Haftung"),
        ("S.A. Petrolera Orinoco", "Petrolera Orinoco Sociedad Anónima"),
        ("Smith & Hassan Trading", "Smith and Hassan Trading"),
        ("Myanma Oil and Gas Enterprise", "Myanma Oil & Gas Enterprise"),
        ("Tehran Intl Trading Co", "Tehran International Trading Company"),
        ("Damascus Mfg Co Ltd", "Damascus Manufacturing Company Limited"),
        ("Bharat Dev. Corp.", "Bharat Development Corporation"),
        ("Bank Melli Iran", "Melli Bank Iran"),
        ("Almaz Antey Corp.", "Almaz-Antey Corporation"),
        ("Centre for Defence Research", "Center for Defense Research"),
        ("103 Arsenal", "Arsenal 103"),
        ("Factory No. 12", "Factory Number 12"),
    ],
)
def test_one_firm_written_in_two_ways_reaches_the_default_threshold(first: str, second: str) -> None:
    assert _score(first, second) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("103 Arsenal", "116 Arsenal"),
        ("Factory No. 12", "Factory No. 21"),
        ("Military Unit 74455", "Military Unit 26165"),
        ("Golden Horizon Shipping Ltd", "Golden Star Shipping Ltd"),
        ("Korea Mining Trading Corporation", "Korea Fishing Trading Corporation"),
        ("Bank Melli", "Bank Sepah"),
        ("Pacific Trading Ltd", "Atlantic Trading Ltd"),
        ("Ocean Bank", "River Bank"),
    ],
)
def test_two_firms_whose_names_look_alike_stay_below_the_default_threshold(first: str, second: str) -> None:
    assert _score(first, second) < DEFAULT_THRESHOLD


@pytest.mark.parametrize("form", ["Ltd", "LLC", "OOO", "GmbH", "S.A.", "JSC", "Inc.", "PLC"])
def test_any_legal_form_added_costs_little_and_makes_no_other_firm_alike(form: str) -> None:
    assert _score(f"Zarya Vostok {form}", "Zarya Vostok") >= 0.9
    assert _score(f"Zarya Vostok {form}", f"Polyus Neva {form}") < 0.3


def test_the_usual_words_tell_less_than_a_name_of_its_own() -> None:
    assert _score("Zarya Trading Company", "Zarya Company") > _score(
        "Zarya Trading Company", "Trading Company"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("M/V OCEAN PEARL", "Ocean Pearl"),
        ("MT Sea Breeze", "M.T. SEA BREEZE"),
        ("Chon Ma San", "CHONMASAN"),
        ("Ocean Pearl 3", "OCEAN PEARL-3"),
    ],
)
def test_one_ship_written_in_two_ways_reaches_the_default_threshold(first: str, second: str) -> None:
    assert _score(first, second, "vessel") >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Chong Chon Gang", "Chong Rim 2"),
        ("Ocean Pearl 3", "Ocean Pearl 4"),
        ("Sea Breeze", "Sea Star"),
        ("M/V Light", "M/V Lotus"),
    ],
)
def test_two_ships_whose_names_look_alike_stay_below_the_default_threshold(first: str, second: str) -> None:
    assert _score(first, second, "vessel") < DEFAULT_THRESHOLD


def test_without_a_kind_a_legal_form_makes_an_organisation_and_the_rest_persons() -> None:
    firm, person = ("Volga Metals OOO", "Volga Metals LLC"), ("Kim Sok Chol", "KIM, Sokchol")
    assert compare_names(*firm) == compare_names(*firm, "organisation")
    assert compare_names(*person) == compare_names(*person, "person")


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("NVSR", "Northern Valley Steel Rolling"),
        ("OOO NVSR", "Northern Valley Steel Rolling"),
        ("BGOTC", "Blue Gulf Oil Trading Company"),
        ("BCMR", "Blue Company for Metal Rolling"),
        ("KSZMB", "Kirovskii Sudoremontnyi Zavod Mashin i Bashen"),
        ("НЖЦЭ", "Невский жилищный центр экологии"),
        ("УДЦР", "Український дослідний центр ракет"),
    ],
)
def test_an_acronym_meets_the_name_whose_initials_it_is(acronym: str, name: str) -> None:
    found = compare_names(acronym, name, "organisation")
    assert DEFAULT_THRESHOLD <= found.score < _score(name, name)
    assert line_by(found, "abbreviation").side == "for"
    assert line_by(found, "acronym").side == "doubt"


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("BGTC", "Blue Gulf Trading Company"),
        ("ZKMC", "Zarya Krypton Metals Corporation"),
        ("Tarn Zelko Metals Co. (TZMC)", "TULA ZARYA MACHINES CO., LTD"),
    ],
)
def test_of_four_letters_the_last_is_not_the_legal_form_that_every_firm_has(acronym: str, name: str) -> None:
    assert _score(acronym, name) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zelk", "ZELK TARN PORT SERVICES"),
        ("Zel Eleven Ltd", "ZEL LLC"),
        ("Zelk", "POLYUS ZARYA ZELK"),
        ("Zarya Tarn One Ltd", "POLYUS ONE"),
    ],
)
def test_a_short_word_that_two_firms_share_makes_them_no_one_firm(first: str, second: str) -> None:
    assert _score(first, second) < DEFAULT_THRESHOLD


def test_a_number_of_one_digit_tells_less_than_a_longer_one() -> None:
    one, many = (
        next(
            line.amount
            for line in compare_names(f"{n} Arsenal", f"Arsenal {n}", "organisation").lines
            if line.subject == (n,)
        )
        for n in ("1", "103")
    )
    assert one < many


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zelkova Society for Relief", "ZELKOVA FOUNDATION FOR RELIEF"),
        ("Zelkova Tarn Organization", "ZELKOVA TARN CHARITY"),
        ("ZELKYAT", "ZELKIAT"),
        ("9th Zelkova Brigade", "ZELKOVA BRIGADE 9"),
    ],
)
def test_another_kind_of_body_or_an_equal_sound_leaves_the_same_firm(first: str, second: str) -> None:
    assert _score(first, second) >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("NVS", "Northern Valley Steel", "organisation"),  # three letters fit a hundred names
        ("NVSR", "Northern Valley Sugar", "organisation"),
        ("Nova Vita Sana Roma", "Northern Valley Steel Rolling", "organisation"),  # nor two names with one
        ("Nvsr", "Nigel Victor Sam Rolling", "person"),
    ],
)
def test_an_acronym_that_fits_many_or_none_is_no_hit(first: str, second: str, kind: PartyKind) -> None:
    assert _score(first, second, kind) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Dorn Inc", "D COMPANY"),  # a letter is no "of" where it stands alone
        ("Al Safa Trading LLC", "O N C U TRADING L.L.C."),
        ("Bank of Samarra", "BANKOFF"),  # a small word is not written with its neighbour
        ("Le Matin", "INVERSIONES LA PALMA M & M"),
        ("General Trading LLC", "Zarafshon General Trading LLC"),  # what a firm does is no name
        ("University of Technology", "Farabi University of Technology"),
        ("Kalibo Hotel", "K B Hotel Co Ltd"),  # a firm's letter stands for no word
    ],
)
def test_words_that_name_no_firm_make_no_hit(first: str, second: str) -> None:
    assert _score(first, second) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Northern Islamic National Bank", "Islamic National Bank of the North"),  # three say enough
        ("Ministry of Defence", "Ministry of Defense"),
        ("S & D Solutions", "S and D Solutions"),
        ("Melli Bank", "Bank Melli Iran"),
    ],
)
def test_firms_named_by_what_they_do_are_found(first: str, second: str) -> None:
    assert _score(first, second) >= DEFAULT_THRESHOLD


def test_a_ships_letter_or_number_tells_sisters_apart_and_may_be_roman() -> None:
    assert _score("Corona Borealis 1", "Corona Borealis I", "vessel") == pytest.approx(1.0)
    assert _score("Corona Borealis 1", "Corona Borealis One", "vessel") == pytest.approx(1.0)
    assert _score("Corona Borealis A", "Corona Borealis B", "vessel") < DEFAULT_THRESHOLD


def test_an_acronym_is_met_to_the_letter_or_not_at_all() -> None:
    assert _score("NVSA", "Northern Valley Steel Rolling") < 0.5


def test_however_many_words_say_what_two_firms_do_they_are_not_one_firm() -> None:
    both = "National Scientific Research Institute of Military Technology {}"
    assert _score(both.format("Vostrin"), both.format("Kambrel")) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(("first", "second"), [("Zelmar Ltd", "Selmar Ltd"), ("Kapitano", "Capittano")])
def test_a_brand_that_only_sounds_the_same_is_not_quite_the_same(first: str, second: str) -> None:
    assert _score(first, second) < 0.98 < _score(first, first)


@pytest.mark.parametrize(
    ("name", "listed"),
    [("Rida Al Noor General Trading", "AL NOOR"), ("Mirador Bay Aviation Services", "Mirador")],
)
def test_a_firm_that_has_a_word_more_than_a_short_listed_name_scores_less(name: str, listed: str) -> None:
    assert _score(name, listed) < 0.97


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("AGRO-PLON", "Agroplon"),
        ("Inter Salment SAL", "Intersalment SAL"),
        ("Techno Virta Ltd", "Technovirta Ltd"),
        ("Texno Bank Sever", "Texnobank Sever"),
    ],
)
def test_a_generic_word_written_as_one_with_a_name_meets_the_two_apart(apart: str, together: str) -> None:
    assert _score(apart, together) > 0.95


@pytest.mark.parametrize(
    ("shorter", "fuller"),
    [
        ("Merkona plc", "TRANSVOLGA MERKONA ENGINEERING LLC"),
        ("Rivers Corporation", "UPPER TAVDA MINERAL RIVERS LTD"),
        ("Falkenauer Institut Ostrava Velketta", "VELKETTA LTDA."),
    ],
)
def test_one_word_of_several_that_name_a_firm_tells_less_than_all_of_them(shorter: str, fuller: str) -> None:
    explanation = compare_names(shorter, fuller, "organisation")
    assert line_by(explanation, "one-word").amount
    assert explanation.score < _score("Merkona plc", "MERKONA ENGINEERING LLC")


def test_two_brands_that_only_sound_alike_and_share_nothing_else_are_doubted() -> None:
    explanation = compare_names("Brume Group", "BROSSE GROUP", "organisation")
    assert line_by(explanation, "one-brand").amount
    assert explanation.score < DEFAULT_THRESHOLD


@pytest.mark.parametrize("gloss", ["Class A", "Class C", "Series B"])
def test_the_class_of_a_share_in_brackets_is_no_other_name(gloss: str) -> None:
    assert read_cell(f"Merkona Energy, Inc. ({gloss})", "organisation").names == ("Merkona Energy, Inc.",)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("VELMONT ZELKOVAR", "VELMONT ZELKOVAN"),
        ("VELMNOT ZELKOVAN", "VELMONT ZELKOVAN"),
        ("VELMONTT ZELKOVAN", "VELMONT ZELKOVAN"),
        ("ZELKOVANTES", "ZELKOVANTIS"),
    ],
)
def test_a_ship_is_found_by_a_name_with_one_letter_wrong(written: str, listed: str) -> None:
    assert _score(written, listed, "vessel") >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"), [("VELMONT STAR", "VELMONT MOON"), ("ZELKO 1", "ZELKO 2"), ("VELKA", "VERKO")]
)
def test_another_ship_is_another(one: str, other: str) -> None:
    assert _score(one, other, "vessel") < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("Maputo Port", "Popular Organisation for Radio Transmission"),
        ("Harbour Art Gallery", "Association for Regional Transport"),
        ("Farm Machines Ltd", "Federation of Allied Rural Movements"),
    ],
)
def test_a_word_that_says_what_a_firm_does_is_no_acronym_beside_another(acronym: str, name: str) -> None:
    assert _score(acronym, name) < 0.5


def test_an_acronym_that_is_a_usual_word_too_is_met_where_it_is_the_whole_name() -> None:
    assert _score("PORT", "Popular Organisation for Radio Transmission") >= DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("GABON", "Gabon Mining"),
        ("BENIN STEEL", "Benin Timber"),
        ("Malawi", "Malawi Tea"),
        ("NIGER", "Niger Rice"),
    ],
)
def test_a_country_that_two_firms_share_is_where_they_are_and_no_name(listed: str, asked: str) -> None:
    assert _score(listed, asked) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("adjective", "english"),
    [
        ("Banque Ivoirienne", "Ivory Coast Bank"),
        ("Kubanische Bank", "BANCO CUBANO"),
        ("Banco Boliviano", "Bolivia Bank"),
        ("Ägyptisches Institut", "Egypt Institute"),
        ("Universidade Portuguesa", "Portuguese University"),
    ],
)
def test_the_adjective_of_a_country_is_that_country(adjective: str, english: str) -> None:
    assert _score(adjective, english) > 0.95


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Metallteknika Works", "Metalltechnica Works"),
        ("Kholmogorets Mining", "Holmogorets Mining"),
        ("Zhelkovska Foods", "Jelkovska Foods"),
    ],
)
def test_long_words_that_sound_the_same_are_more_alike_than_short_ones(first: str, second: str) -> None:
    rules = weights().rules
    assert _likeness("Zigma Works", "Sigma Works") <= rules.brand
    assert rules.brand < _likeness(first, second) <= rules.long_brand


def _likeness(first: str, second: str) -> int:
    lines = compare_names(first, second, "organisation").lines
    return sum(line.likeness or 0 for line in lines if line.rule == "unlike")
