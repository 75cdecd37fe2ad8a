"""Firms and institutions in any language: legal forms, usual words and abbreviations meet their English."""

from __future__ import annotations

import pytest

from sanctions_screen.matching import compare_names
from sanctions_screen.model import DEFAULT_THRESHOLD
from sanctions_screen.names import comparable_name
from sanctions_screen.names.firms._english import english
from sanctions_screen.names.tables import phrase_table, read_table

EQUAL = 0.95


def _parts(text: str) -> list[tuple[str, str]]:
    return [(part.text, part.role) for part in comparable_name(text, "organisation").parts]


def _score(first: str, second: str) -> float:
    return compare_names(first, second, "organisation").score


@pytest.mark.parametrize(
    "form",
    [
        "OTKRYTOE AKTSIONERNOE OBSHCHESTVO",
        "OTKRYTOYE AKTSIONERNOYE OBSCHESTVO",
        "OTKRITOYE AKCIONERNOJE OBSHESTVO",
        "Zakrytoe Aktsionernoe Obščestvo",
        "ADKRYTAE AKTSYIANERNAE TAVARYSTVA",
        "ZAKRYTAYE AKTSYYANERNAYE TAVARYSTVA",
        "PUBLICHNOE AKTSIONERNOE OBSHCHESTVO",
        "NEPUBLICHNOE AKTSIONERNOE OBSHCHESTVO",
        "PUBLICHNE AKTSIONERNE TOVARYSTVO",
        "DOCHERNEE AKTSIONERNOE OBSHCHESTVO OTKRYTOGO TIPA",
        "OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU",
        "OBSHCHESTVO S ORGANICHENNOI OTVETSTVENNOSTYU",
        "Obshchestvo s ogranichennoj otvetstvennost'ju",
        "OBSHCHESTVO S DOPOLNITELNOY OTVETSTVENNOSTYU",
        "TOVARYSTVO Z OBMEZHENOIU VIDPOVIDALNISTIU",
        "TAVARYSTVA Z ABMEZHAVANAY ADKAZNASTSYU",
        "FEDERALNOE GOSUDARSTVENNOE BYUDZHETNOE UCHREZHDENIE NAUKI",
        "FEDERALNOE GOSUDARSTVENNOE BJUDZHETNOE OBRAZOVATELNOE UCHREZHDENIE VYSSHEGO OBRAZOVANIYA",
        "GOSUDARSTVENNOYE UNITARNOYE PREDPRIYATIYE RESPUBLIKI KRYM",
        "SOCIEDAD ANONIMA DE CAPITAL VARIABLE",
        "SOCIEDAD DE RESPONSABILIDAD LIMITADA",
        "Spółka z ograniczoną odpowiedzialnością",
        "SANAYI VE TICARET ANONIM SIRKETI",
        "PRIVATE JOINT STOCK COMPANY",
        "ADDITIONAL LIABILITY COMPANY",
    ],
)
def test_a_legal_form_written_out_is_one_part_in_every_spelling(form: str) -> None:
    assert [role for _, role in _parts(f"{form} Zelkova")] == ["legal-form", "word"]
    assert _score(f"{form} Zelkova", "Zelkova") >= EQUAL


@pytest.mark.parametrize(
    "form",
    [
        "ZAT", "AAT", "TAA", "TDA", "FGAOU", "GVTUP", "SFTUE", "SPLLC", "PE", "S A S", "SASU", "GIE", "PJS",
        "P.J.S.C.", "W.L.L", "B.V.", "SHPK", "D.O.O.E.L.", "KDA", "EOOD", "KFT", "S. DE R.L. DE C.V.",
        "S.A.L. OFF-SHORE", "CIA. LTDA.", "Y COMPANIA", "E.U.", "A.C.",
    ],
)  # fmt: skip
def test_a_legal_form_abbreviated_is_no_part_of_the_name(form: str) -> None:
    assert {role for text, role in _parts(f"Zelkova {form}") if text != "zelkova"} <= {
        "legal-form",
        "particle",
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("OTKRYTOYE AKTSIONERNOYE OBSCHESTVO ORBITAL", "OTKRYTOYE AKTSIONERNOYE OBSCHESTVO KANTARA"),
        ("ADKRYTAE AKTSYIANERNAE TAVARYSTVA VERAS", "ADKRYTAYE AKTSYYANERNAYE TAVARYSTVA LIDA"),
        ("NAUCHNO-PROIZVODSTVENNOE OBYEDINENIE ORBITAL", "NAUCHNO PROIZVODSTVENNOE OBEDINENIE KANTARA"),
        ("SAMOSTALNA ZANATSKA RADNJA BOR", "SAMOSTALNA TRGOVINSKA RADNJA JELA"),
        ("NII ORBITALI", "NII KANTARY"),
        ("NPO Orbital", "NPO Kantara"),
        ("Bank Zelkova Yaroslavl", "Bank Zelkova Tyumen"),
        ("Zelkova 2-oi zavod", "Zelkova 3-ii zavod"),
        ("Otdel vtoroi Zelkova", "Otdel tretii Zelkova"),
        ("UK Zelkova Trading Ltd", "Management Company Orbital Trading Ltd"),
    ],
)
def test_two_firms_do_not_meet_by_their_legal_form_their_number_or_their_city(
    first: str, second: str
) -> None:
    assert _score(first, second) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ministerstvo oborony Zelkovii", "Ministry of Defence of Zelkovii"),
        ("Zelkovan puolustusministeriö", "Zelkovan Verteidigungsministerium"),
        ("Velitelství raketového vojska Zelkova", "Zelkova Missile Army Command"),
        ("Zelkovos oro pajėgos", "Zelkovos Luftstreitkräfte"),
        ("Brygady Męczenników Zelkova", "Zelkova Martyrs' Brigades"),
        ("Direttorat tas-Sigurtà Zelkova", "Biztonsági Igazgatóság Zelkova"),
        ("Forschungsinstitut Zelkova", "Zelkova Research Institute"),
        ("Siman Zelkova", "Zelkova Cement"),
        ("Bonyad-e Zelkova", "Zelkova Foundation"),
        ("Zelkova Muyok Company", "Zelkova Trading Company"),
        ("Sanayeh Electronics Zelkova", "Zelkova Electronics Industries"),
        ("Μέτωπο Ζελκόβα", "Zelkova Front"),
        ("Бригада Зелкова", "Zelkova Brigade"),
        ("Tsifrovye tekhnologii Zelkova", "Zelkova Digital Technologies"),
        ("Remontnyi zavod Zelkova", "Zelkova Repair Plant"),
        ("Moskovskiy mashinostroitelniy zavod Zelkova", "Moscow Machine Building Plant Zelkova"),
        ("Tyumenskii zavod Zelkova", "Zelkova Tyumen Plant"),
    ],
)
def test_usual_words_meet_in_the_languages_that_lists_are_written_in(first: str, second: str) -> None:
    assert _score(first, second) >= EQUAL


@pytest.mark.parametrize(
    ("short", "written_out"),
    [
        ("NII Zelkova AO", "Zelkova Research Institute Joint Stock Company"),
        ("IRGC Zelkova Foundation", "Islamic Revolutionary Guard Corps Zelkova Foundation"),
        ("ISIS-Zelkova Province", "Islamic State of Iraq and the Levant - Zelkova Province"),
        (
            "Zelkova Institute, NAS of Ukraine",
            "Zelkova Institute of the National Academy of Sciences of Ukraine",
        ),
        ("NTC Zelkova", "Zelkova Scientific Technical Centre"),
        ("CEC Zelkova", "Central Election Commission of Zelkova"),
        ("Zelkova Impex", "Zelkova Exim"),
        ("Consorci Zelkova", "Zelkova Consortium"),
        ("Grupp ta' Zelkova", "Zelkova Group"),
        ("TSNII Zelkova", "Zelkova Central Research Institute"),
        ("OKB Zelkova", "Zelkova Experimental Design Bureau"),
        ("SKB Zelkova", "Zelkova Special Design Bureau"),
        ("NPO Zelkova", "Zelkova Scientific Production Association"),
        ("NPP Zelkova", "Nauchno-Proizvodstvennoe Predpriyatie Zelkova"),
        ("AO NPF Zelkova", "Joint Stock Company Non-State Pension Fund Zelkova"),
        ("LLC IC Zelkova", "Limited Liability Company Investment Company Zelkova"),
        ("OOO UK Zelkova", "LLC Management Company Zelkova"),
        ("TD Zelkova OOO", "LLC Trading House Zelkova"),
        ("Zelkova IT", "Zelkova Information Technology"),
        ("Los Zelkova DTO", "Los Zelkova Drug Trafficking Organization"),
        ("DPRK Zelkova Shipping", "Korea Zelkova Shipping"),
        ("Zelkova Offshore", "Zelkova Off-Shore"),
    ],
)
def test_an_abbreviation_inside_a_name_meets_the_words_it_stands_for(short: str, written_out: str) -> None:
    assert _score(short, written_out) >= EQUAL


def test_letters_that_are_a_country_or_initials_elsewhere_abbreviate_only_where_a_firm_s_name_begins() -> (
    None
):
    assert ("uk", "word") in _parts("Zelkova UK Ltd")
    assert ("uk", "word") in _parts("UK Zelkova")  # without a legal form nothing says it is a firm of Russia
    assert ("ic", "word") in _parts("Zelkova Ic Ticaret Limited Sirketi")


@pytest.mark.parametrize(
    "name", ["Kim Ran", "Nguyen Eu", "Ludmila Kompaniets", "Ministr Svoboda", "Ali Sharikati"]
)
def test_a_name_that_only_looks_like_a_legal_form_s_is_taken_for_a_person_s(name: str) -> None:
    assert comparable_name(name).compared_as == "person"


def test_a_legal_form_written_out_in_russian_makes_an_organisation() -> None:
    assert (
        comparable_name("Zelkova obshchestvo s ogranichennoi otvetstvennostyu").compared_as == "organisation"
    )


@pytest.mark.parametrize("ordinal", ["2-oi", "2-y", "2nd", "vtoroi", "Second", "zweite", "2eme"])
def test_an_ordinal_is_its_number_in_every_language(ordinal: str) -> None:
    assert ("2", "number") in _parts(f"Zelkova {ordinal} zavod")


@pytest.mark.parametrize(
    "word",
    [
        "campania", "garza", "gaza", "nova", "nagy", "svoboda", "costa", "grand", "prima", "internet", "drug",
        "garden", "sahel", "shahid", "armine", "premier", "kompaniets", "part", "sil", "naftan", "karin",
    ],
)  # fmt: skip
def test_a_word_that_is_also_a_name_is_not_made_a_usual_word(word: str) -> None:
    assert _parts(f"Zelkova {word} Ltd")[1][1] == "word"


def test_what_the_tables_put_into_english_stays_as_it_is_when_read_again() -> None:
    tables = [
        *phrase_table("firm_generic_words.tsv").values(),
        *(meaning for meaning, _, _ in read_table("firm_word_stems.tsv", 3)),
        *(meaning for _, meaning, _ in read_table("firm_abbreviations.tsv", 3)),
    ]
    for phrase in dict.fromkeys(tables):
        assert not any(english(word) for word in phrase.split()), phrase
    for phrase in (" ".join(words) for words in phrase_table("firm_generic_words.tsv")):
        read = comparable_name(f"Zelkova {phrase} Orbital", "organisation").readings[0]
        assert comparable_name(read.text, "organisation").parts == read.parts


def test_each_stem_s_language_has_endings() -> None:
    languages = {language for language, _ in read_table("firm_word_endings.tsv", 2)}
    stemmed = {lang for _, lang, words in read_table("firm_word_stems.tsv", 3) if "*" in words}
    assert stemmed <= languages


@pytest.mark.parametrize(
    ("own_script", "english"),
    [
        ("北海水産研究所", "Kitami Fisheries Research Institute"),
        ("ラトヴィア病理学会", "Latvia Society of Pathology"),
        ("中国细胞生物学学会", "China Society of Cell Biology"),
        ("جمعية التراث الهندسة", "Engineering Heritage Society"),
        ("پژوهشکده مهندسی پزشکی", "Medical Engineering Research Institute"),
    ],
)
def test_words_of_institutions_in_their_own_script_meet_their_english(own_script: str, english: str) -> None:
    explanation = compare_names(own_script, english, "organisation")
    assert sum(line.side == "for" for line in explanation.lines) >= 2


@pytest.mark.parametrize(
    "place", ["Saint Petersburg", "Abu Dhabi", "Buenos Aires", "Cape Town", "El Salvador"]
)
def test_a_place_of_two_words_names_no_firm(place: str) -> None:
    score = compare_names(f"{place} Port", f"{place} Bank", kind="organisation").score
    assert score < DEFAULT_THRESHOLD
    assert compare_names(f"{place} Port", f"Port of {place}", kind="organisation").score >= DEFAULT_THRESHOLD
