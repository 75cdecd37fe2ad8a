"""Words of firms' names that another writes otherwise: mistyped, with an article, from abroad, of a town."""

from __future__ import annotations

import pytest

from sanctions_screen import compare_names
from sanctions_screen.cells import read_cell
from sanctions_screen.names.firms import mistyped

_ALIKE = 0.9


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Morvik Constuction LLC", "Morvik Construction LLC"),
        ("Morvik Comercial Bank", "Morvik Commercial Bank"),
        ("Tarsen Chemcial Industries", "Tarsen Chemical Industries"),
        ("Tarsen Logisitcs", "Tarsen Logistics"),
        ("Oltan Petrolem Compnay", "Oltan Petroleum Company"),
        ("Oltan Managment Services", "Oltan Management Services"),
        ("Bureau of Agriculturral Planning of Oltania", "Bureau of Agricultural Planning of Oltania"),
        ("Velgor Technolgy Limted", "Velgor Technology Limited"),
    ],
)
def test_a_usual_word_that_was_mistyped_is_the_word(written: str, meant: str) -> None:
    assert compare_names(written, meant, "organisation").score >= _ALIKE
    assert compare_names(meant, written, "organisation").score >= _ALIKE


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Morvik Lim ited", "Morvik Limited"),
        ("Tarsen Hold ings Ltd", "Tarsen Holdings Ltd"),
        ("Oltan Fina nce Bank", "Oltan Finance Bank"),
        ("Velgor Engi neering Company", "Velgor Engineering Company"),
        ("Morvikcompany Limited", "Morvik Company Limited"),
        ("Limited Liability Companytarsen", "Limited Liability Company Tarsen"),
        ("Oltan Stockcompany Morvik", "Oltan Stock Company Morvik"),
        ("Velgorcorporation", "Velgor Corporation"),
        ("Morvik Lmtd", "Morvik Limited"),
        ("Tarsen Trnsprttn Company", "Tarsen Transportation Company"),
        ("Oltan Cnstrctn Bureau", "Oltan Construction Bureau"),
        ("Velgor Limitde", "Velgor Limited"),
        ("Idnonesian Velgor Mining", "Indonesian Velgor Mining"),
    ],
)
def test_a_usual_word_is_found_whole_joined_to_another_or_without_its_vowels(
    written: str, meant: str
) -> None:
    assert compare_names(written, meant, "organisation").score >= _ALIKE


@pytest.mark.parametrize(
    ("written", "elsewhere"),
    [
        ("Banque d'Investissement Morvik", "Morvik Investment Bank"),
        ("Société d’Exportation Tarsen", "Tarsen Export Company"),
        ("Office de l'Agriculture d'Oltania", "Oltania Agriculture Office"),
        ("Istituto dell'Industria Velgor", "Velgor Industry Institute"),
        ("Fondation de l'Hôpital Morvik", "Morvik Hospital Foundation"),
    ],
)
def test_an_article_written_to_a_usual_word_hides_it_no_more(written: str, elsewhere: str) -> None:
    assert compare_names(written, elsewhere, "organisation").score >= _ALIKE


@pytest.mark.parametrize(
    ("russian", "elsewhere"),
    [
        ("Morgidro", "Morhydro"),
        ("Velakva Filters LLC", "Velaqua Filters LLC"),
        ("Tarsavto OOO", "Tarsauto OOO"),
        ("Evrokvant JSC", "Euroquant JSC"),
        ("Oltelektro Plant", "Oltelectro Plant"),
        ("Morfoto Ltd", "Morphoto Ltd"),
    ],
)
def test_a_piece_that_russian_has_from_elsewhere_is_spelled_as_there(russian: str, elsewhere: str) -> None:
    assert compare_names(russian, elsewhere, "organisation").score >= _ALIKE


@pytest.mark.parametrize(
    ("adjective", "town"),
    [
        ("Morvinskiy Machine Building Plant", "Morvin Machine Building Plant"),
        ("Tarmskaya Oil Refinery", "Tarmsk Oil Refinery"),
        ("Veltarskoye Shipping Company", "Veltar Shipping Company"),
        ("Oltanskyi State University", "Oltan State University"),
    ],
)
def test_what_is_called_after_a_town_may_bear_its_name(adjective: str, town: str) -> None:
    assert compare_names(adjective, town, "organisation").score >= _ALIKE


@pytest.mark.parametrize(
    "name", ["Andrei Morvinskiy", "Anna Tarmskaya", "Giulia d'Adamo", "Justine Minerva", "Sharifah Velko"]
)
def test_a_persons_name_is_read_as_it_stands(name: str) -> None:
    assert read_cell(name, "person").names[0] == name
    words = {word for each in read_cell(name, None).names for word in each.replace(",", "").split()}
    assert words <= {*name.split(), "Mineria", "Justice"}


@pytest.mark.parametrize("word", ["generali", "electra", "tradin", "marine", "insurances", "morvik", "bank"])
def test_another_ending_a_short_word_or_a_known_one_is_no_slip(word: str) -> None:
    assert mistyped(word) is None


@pytest.mark.parametrize(
    ("word", "meant"), [("hosptial", "hospital"), ("develpment", "development"), ("fiinance", "finance")]
)
def test_one_slip_of_a_long_usual_word_is_known(word: str, meant: str) -> None:
    found = mistyped(word)
    assert found is not None
    assert found.word == meant


@pytest.mark.parametrize(
    ("own", "english"),
    [
        ("Морвинский кирпичный завод", "Morvin Brick Plant"),
        ("Мебельная фабрика «Тарсен»", "Tarsen Furniture Factory"),
        ("Вельгорский хлебозавод", "Velgor Bakery"),
        ("Фонд «Тарсен» поддержки волонтеров", "Tarsen Volunteer Support Fund"),
        ("Морвінська лікарня", "Morvin Hospital"),
        ("Тарсен будівельна компанія", "Tarsen Construction Company"),
        ("אוניברסיטת חיפה", "University of Haifa"),
        ("מורביק תעופה", "Morvik Aviation"),
    ],
)
def test_usual_words_in_russian_ukrainian_and_hebrew_are_translated(own: str, english: str) -> None:
    assert compare_names(own, english, "organisation").score >= 0.8


def test_what_is_put_right_is_not_called_the_same() -> None:
    told = compare_names("Morvik Tradding LLC", "Morvik Trading LLC", "organisation").summary
    assert "reads the same as" in told
    assert "is the same as" in compare_names("TRADING, Morvik", "Morvik Trading", "organisation").summary


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarsen Tradding LLC", "Morvik Trading LLC"),
        ("Morvinskiy Machine Building Plant", "Tarmskiy Machine Building Plant"),
        ("Banque d'Investissement Morvik", "Banque d'Investissement Tarsen"),
        ("Velgidro", "Morhydro"),
        ("Morvikcompany Limited", "Tarsen Company Limited"),
        ("Velgor Hold ings", "Oltan Holdings"),
    ],
)
def test_two_firms_stay_two_whatever_is_put_right(one: str, other: str) -> None:
    assert compare_names(one, other, "organisation").score < 0.8
