"""Which column holds what is told by header or by option, never guessed."""

from __future__ import annotations

import pytest

from sanctions_screen.batch import plan_columns
from sanctions_screen.errors import BatchError
from sanctions_screen.model import Identifier, PartialDate
from sanctions_screen.screening.columns import RowError


@pytest.mark.parametrize("title", ["name", "Name", "FULL NAME", "full_name", "Customer-Name", " fullName "])
def test_a_name_column_is_known_whatever_its_case_and_spacing(title: str) -> None:
    assert plan_columns([title]).subject(["Bob"]).name == "Bob"


def test_every_field_is_filled_from_its_column() -> None:
    plan = plan_columns(["Customer ID", "Name", "Type", "DOB", "Nationality", "Country", "AKA", "Sex", "ids"])
    row = ["7", "Bob", "Individual", "1955", "MM", "Korea, North; TH", "Rob|Bert", "male", "imo:123; X9"]
    subject = plan.subject(row)
    assert (subject.reference, subject.name, subject.kind, subject.gender) == ("7", "Bob", "person", "male")
    assert subject.birth_date == PartialDate.parse("1955")
    assert subject.countries == ("MM", "Korea, North", "TH")
    assert subject.aliases == ("Rob", "Bert")
    assert subject.identifiers == (Identifier(type="imo", value="123"), Identifier(type="other", value="X9"))


def test_country_codes_may_be_parted_by_commas() -> None:
    assert plan_columns(["name", "country"]).subject(["Bob", "mm, kp"]).countries == ("mm", "kp")


def test_a_column_named_for_a_type_of_identifier_gives_that_type() -> None:
    subject = plan_columns(["name", "Passport No", "IMO"]).subject(["Bob", "A1", ""])
    assert subject.identifiers == (Identifier(type="passport", value="A1"),)


def test_a_bare_id_is_the_users_reference_and_never_evidence() -> None:
    subject = plan_columns(["id", "name"]).subject(["16102", "Bob"])
    assert (subject.reference, subject.identifiers) == ("16102", ())


def test_given_middle_and_family_name_make_the_name_when_there_is_no_other() -> None:
    plan = plan_columns(["Surname", "First name", "Middle name"])
    assert plan.subject(["Kim", "Sok", ""]).name == "Sok Kim"


@pytest.mark.parametrize(
    "header",
    [["name", "full name"], ["name", "first_name"], ["Name", "NAME"], ["first_name"], ["id", "kind"], [""]],
)
def test_a_missing_or_doubtful_name_column_is_refused_with_the_header(header: list[str]) -> None:
    with pytest.raises(BatchError, match="the header reads") as caught:
        plan_columns(header)
    assert all(repr(title) in str(caught.value) for title in header)


@pytest.mark.parametrize("header", [["name", "dob", "birth date"], ["name", "kind", "type"]])
def test_two_columns_for_one_field_are_refused(header: list[str]) -> None:
    with pytest.raises(BatchError, match=f"could be {header[1]} or {header[2]}"):
        plan_columns(header)


def test_an_option_beats_the_header_and_several_titles_are_joined() -> None:
    plan = plan_columns(["name", "full name", "Vorname"], {"name": ["Vorname", "full name"]})
    assert plan.subject(["no", "Kim", "Sok"]).name == "Sok Kim"


def test_an_empty_title_leaves_the_field_out() -> None:
    plan = plan_columns(["name", "type"], {"kind": ""})
    assert plan.subject(["Bob", "savings account"]).kind is None


@pytest.mark.parametrize(
    ("told", "words"), [({"name": "Kunde"}, "'Kunde'"), ({"nickname": "name"}, "'nickname'")]
)
def test_an_option_for_what_is_not_there_is_refused(told: dict[str, str], words: str) -> None:
    with pytest.raises(BatchError, match=words):
        plan_columns(["name"], told)


def test_a_date_format_told_is_used_beside_iso_dates() -> None:
    plan = plan_columns(["name", "dob"], date_format="%d/%m/%Y")
    assert plan.subject(["Bob", "07/09/1955"]).birth_date == PartialDate.parse("1955-09-07")
    assert plan.subject(["Bob", "1955"]).birth_date == PartialDate.parse("1955")
    read = plan.read(["Bob", "1955.9"])
    assert (read.subject.birth_date, read.not_used) == (
        None,
        ("dob '1955.9' is neither YYYY-MM-DD nor %d/%m/%Y",),
    )


def test_a_date_with_two_readings_tells_its_year_and_says_so() -> None:
    read = plan_columns(["name", "dob"]).read(["Bob", "03/04/1955"])
    assert read.subject.birth_date == PartialDate.parse("1955")
    assert read.not_used == ("dob '03/04/1955' may be 1955-03-04 or 1955-04-03; only the year is compared",)


def test_a_date_with_one_reading_is_read_and_one_with_none_is_left_out_and_said() -> None:
    plan = plan_columns(["name", "dob"])
    assert plan.subject(["Bob", "31/12/1954"]).birth_date == PartialDate.parse("1954-12-31")
    read = plan.read(["Bob", "about 50"])
    assert read.subject.birth_date is None
    assert "dob 'about 50' is no date that can be read" in read.not_used[0]


@pytest.mark.parametrize(
    ("title", "cell"), [("kind", "Sole trader"), ("country", "Atlantis"), ("dob", "9" * 1001)]
)
def test_a_cell_beside_the_name_never_costs_the_screening(title: str, cell: str) -> None:
    read = plan_columns(["name", title]).read(["Bob", cell])
    assert read.subject.name == "Bob"
    assert len(read.not_used) == 1
    assert title in read.not_used[0]


@pytest.mark.parametrize("missing", [None, float("nan"), "", "NaN", "n/a", "NULL", "-"])
@pytest.mark.parametrize("title", ["kind", "country", "dob", "gender", "passport", "ids"])
def test_what_is_missing_is_missing_and_no_problem(title: str, missing: object) -> None:
    read = plan_columns(["name", title]).read(["Bob", missing])
    assert read == plan_columns(["name"]).read(["Bob"])


def test_a_name_too_long_is_the_rows_fault() -> None:
    with pytest.raises(RowError, match="name has 1,001 characters"):
        plan_columns(["name"]).read(["C" * 1001])


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        (["Vorname", "Nachname"], ["Sok", "Kim"], "Sok Kim"),
        (["Name", "Vorname", "Geburtsdatum"], ["Kim", "Sok", ""], "Sok Kim"),
        (["Nom", "Prénom"], ["Kim", "Sok"], "Sok Kim"),
        (["Nom"], ["Sok Kim"], "Sok Kim"),
        (["Nombre", "Apellidos"], ["Sok", "Kim"], "Sok Kim"),
        (["Фамилия", "Имя", "Отчество"], ["Иванов", "Иван", "Петрович"], "Иван Петрович Иванов"),
        (["Имя"], ["Иван Иванов"], "Иван Иванов"),
        (["ФИО", "Дата рождения"], ["Иванов Иван", ""], "Иванов Иван"),
        (["姓名", "国籍"], ["金錫哲", ""], "金錫哲"),
    ],
)
def test_headers_of_the_usual_languages_are_known(header: list[str], row: list[str], name: str) -> None:
    assert plan_columns(header).subject(row).name == name


def test_the_refusal_names_the_option_that_mends_it() -> None:
    with pytest.raises(BatchError, match="--column name=TITLE"):
        plan_columns(["Kunde", "Ort"])


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Nationalität", "countries"), ("NATIONALITAET", "countries"), ("Nationalitat", "countries"),
        ("nationalite", "countries"), ("Pais", "countries"), ("Numero client", "reference"),
        ("Razon Social", "name"), ("Vollstaendiger Name", "name"), ("Art", "kind"), ("Kunden-Typ", "kind"),
        ("Tipo de persona", "kind"), ("Тип", "kind"), ("plec", "gender"), ("Dogum tarihi", "birth_date"),
    ],
)  # fmt: skip
def test_a_title_is_known_without_its_accents_too(title: str, field: str) -> None:
    others = [] if field == "name" else ["name"]
    assert title in plan_columns([*others, title]).used[field]


def test_a_word_in_general_gives_way_to_one_for_the_kind_itself() -> None:
    plan = plan_columns(["Name", "Art", "Kundenart", "Filiale", ""])
    assert plan.used["kind"] == ("Kundenart",)
    assert plan.passed_through == ("Art", "Filiale")
    with pytest.raises(BatchError, match="could be Typ or Art"):
        plan_columns(["Name", "Typ", "Art"])


@pytest.mark.parametrize(
    "title",
    [
        "Former Name",
        "Previous name",
        "aka 2",
        "Trading as",
        "Früherer Name",
        "Autre nom",
        "Nombre comercial",
        "曾用名",
    ],
)
def test_a_column_of_other_names_gives_aliases(title: str) -> None:
    plan = plan_columns(["name", title, "alias"])
    assert plan.subject(["Bob Ray", "Rob Roy", "Ron Rye"]).aliases == ("Rob Roy", "Ron Rye")


@pytest.mark.parametrize("day", ["1900-01-01", "1899-12-30", "01/01/1901"])
def test_a_day_that_programs_count_from_is_no_birth_date(day: str) -> None:
    row = plan_columns(["name", "dob"]).read(["Bob Ray", day])
    assert row.subject.birth_date is None
    assert "nobody's birth date" in row.not_used[0]


def test_a_birth_date_in_another_month_of_such_a_year_is_one() -> None:
    assert plan_columns(["name", "dob"]).subject(["Bob Ray", "1901-02-01"]).birth_date is not None


@pytest.mark.parametrize(
    "title", ["Maiden name", "Geburtsname", "nom de naissance", "девичья фамилия", "apellido de soltera"]
)
def test_a_family_name_at_birth_goes_with_the_given_name(title: str) -> None:
    subject = plan_columns(("name", title)).subject(("Oksana Brown", "Kovaliv"))
    assert subject.aliases == ("Oksana Brown née Kovaliv",)
    assert plan_columns(("name", title)).subject(("Oksana Brown", "")).aliases == ()
