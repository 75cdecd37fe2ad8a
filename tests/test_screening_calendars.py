"""Birth dates in other languages, digits and calendars are read where they have one reading, and rightly."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.model import PartialDate
from sanctions_screen.names.tables import read_table
from sanctions_screen.screening.calendars import ERAS, SOLAR_YEARS, of_era, solar_hijri_day
from sanctions_screen.screening.date_words import phrases
from sanctions_screen.screening.dates import DateColumn, read_date

BIRTHS = st.dates(min_value=date(1900, 1, 1), max_value=date(2039, 12, 31))
OF_ONE_CENTURY = st.dates(min_value=date(1940, 1, 1), max_value=date(1999, 12, 31))
ZEROS = "0٠۰०০๐０០၀໐߀०੦૦୦௦౦೦൦෦༠᠐"
ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
HAN = "〇一二三四五六七八九"


def tables_of_months() -> list[tuple[int, str]]:
    rows = [*read_table("month_names.tsv", 2), *read_table("month_names_unicode.tsv", 2)]
    return [(int(key), name.strip()) for key, names in rows if key.isdecimal() for name in names.split(",")]


def in_han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else f"{HAN[tens]}十") + (
        HAN[ones] if ones or not tens else ""
    )


def told(text: str) -> str | None:
    value = read_date(text).value
    return None if value is None else str(value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("16.07.1968 г.р.", "1968-07-16"), ("16.07.1968 г. рожд.", "1968-07-16"),
        ("16.07.1968р.н.", "1968-07-16"), ("DOB: 16/07/1968", "1968-07-16"),
        ("né le 16 juillet 1968", "1968-07-16"), ("1968年7月16日生", "1968-07-16"),
        ("1968년7월16일생", "1968-07-16"), ("متولد ۲۵ تیر ۱۳۴۷", "1968-07-16"),
        ("c. 16/07/1968", "1968-07-16~"), ("16 ივლისი, 1968 წ.", "1968-07-16"),
        ("1968 թ. հուլիսի 16", "1968-07-16"), ("16 जुलाई 1968", "1968-07-16"),
        ("১৬ জুলাই ১৯৬৮", "1968-07-16"), ("16 ביולי 1968", "1968-07-16"),
        ("1968. július 16-án", "1968-07-16"), ("16º de julho de 1968", "1968-07-16"),
        ("d'abril de 1968", "1968-04"), ("1968. gada 16. jūlijs", "1968-07-16"),
        ("16 Temmuz 1968 Salı", "1968-07-16"),
        ("16\u200f/07\u200f/1968", "1968-07-16"),
        ("terça-feira, 16 de julho de 1968", "1968-07-16"), ("16 thg 7, 1968", "1968-07-16"),
        ("Tue, 16 Jul 1968 00:00:00", "1968-07-16"),
        ("16 ජූලි 1968", "1968-07-16"), ("25 Tir 1347", "1968-07-16"), ("۱۳۴۷/۴/۲۵", "1968-07-16"),
        ("۲۵/۴/۱۳۴۷", "1968-07-16"), ("1347/4/25 ه.ش", "1968-07-16"), ("۱۳۴۷/۳/۴", "1968-05-25"),
        ("۴/۳/۱۳۴۷", "1968-03-21/1969-03-20"), ("۱۳۴۷", "1968-03-21/1969-03-20"),
        ("تیر ۱۳۴۷", "1968-06-22/1968-07-22"), ("Esfand 1399", "2021-02-19/2021-03-20"),
        ("۱۶/۷/۱۹۶۸", "1968-07-16"), ("昭43.7.16", "1968-07-16"), ("S43/7/16", "1968-07-16"),
        ("昭和43年(1968年)7月16日", "1968-07-16"), ("1968(昭和43)年7月16日", "1968-07-16"),
        ("昭和43年", "1968"), ("平成元年1月8日", "1989-01-08"), ("1968年7月16日(火)", "1968-07-16"),
        ("民國57年", "1968"), ("民國五十七年七月十六日", "1968-07-16"), ("一九六八年七月", "1968-07"),
        ("16/7/2511", "1968-07-16"), ("2511-07-16", "1968-07-16"), ("2511", "1968"),
        ("2511-02-29", "1968-02-29"), ("2480", "1937/1938"), ("16 ก.ค. พ.ศ. ๒๕๑๑", "1968-07-16"),
        ("16 ก.ค. ค.ศ. 1968", "1968-07-16"), ("16071968", "1968-07-16"), ("07161968", "1968-07-16"),
        ("16. 7. 1968", "1968-07-16"), ("16 07 1968", "1968-07-16"), ("16/7/68", "1968-07-16"),
        ("16-Jul-68", "1968-07-16"), ("Jul-68", "1968-07"), ("03/04/68", "1968"),
        ("03.04.68", "1968-04-03"),
    ],
)  # fmt: skip
def test_a_birth_date_of_one_reading_is_read(text: str, says: str) -> None:
    assert told(text) == says


@pytest.mark.parametrize(
    "text",
    ["68/7/16", "16/7/25", "16-Jul-25", "16 ก.ค. 40", "١٦/٧/٤٧", "๑๖/๗/๔๐", "۴۷/۴/۲۵", "1347/4/25",
"57年7月16日", "15/2/2480", "196811", "7161968", "Jul-16", "16 July 1968 12:00 until",
     "1968 2:30 not", "1347.05 AD", "in 1347", "1347/4/25 AD", "25.4.1347 of", "30 Esfand 1347",
     "31 مهر 1347", "昭和65年1月1日", "大正16年", "明治5年1月1日", "民國0年1月1日",
     "1968年(昭和44年)7月16日", "一九六八年六月初五", "農曆一九六八年六月廿一日", "正月"],
)  # fmt: skip
def test_a_birth_date_of_two_readings_or_none_is_not_read(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("25034", "spreadsheet"),
        ("25034.0", "spreadsheet"),
        ("16/7/25", "two digits"),
        ("68/7/16", "two digits"),
    ],
)
def test_what_a_cell_looks_like_that_is_not_read_is_told(text: str, why: str) -> None:
    assert why in (read_date(text).problem or "")
    assert why in (read_date(text, "%d.%m.%Y").problem or "")


@pytest.mark.parametrize("number", range(len(ENGLISH)))
def test_every_name_of_a_month_in_the_tables_is_read_as_that_month(number: int) -> None:
    for month, name in tables_of_months():
        if month == number + 1:
            for text in (f"16 {name} 1968", f"{name} 16, 1968", f"1968 {name} 16", f"16. {name}. 1968"):
                assert told(text) == f"1968-{month:02d}-16", text


def test_every_name_of_a_solar_hijri_month_is_read_as_that_month() -> None:
    for key, names in read_table("solar_hijri_months.tsv", 2):
        for name in names.split(","):
            assert told(f"16 {name} 1347") == str(solar_hijri_day(1347, int(key), 16)), name
            assert told(f"16 {name} 1968") in (None, f"1968-{int(key):02d}-16"), name


@pytest.mark.parametrize("sort", ["born", "about"])
def test_what_says_that_a_date_is_a_birth_s_or_about_right_is_taken_off(sort: str) -> None:
    for phrase in phrases(sort):
        is_letter = phrase.isascii() and len(phrase) == 1  # behind a number it may be anything's
        behind = () if is_letter else (f"16/07/1968 {phrase}.", f"16/07/1968 ({phrase})")
        for text in (f"{phrase} 16/07/1968", f"{phrase}: 16/07/1968", *behind):
            assert told(text) == "1968-07-16" + "~" * (sort == "about"), text


@given(BIRTHS, st.sampled_from(ZEROS), st.sampled_from("./- "))
def test_a_day_in_the_digits_of_any_script_is_that_day(day: date, zero: str, sign: str) -> None:
    written = f"{day:%d}{sign}{day:%m}{sign}{day:%Y}"
    foreign = "".join(chr(ord(zero) + int(one)) if one.isdecimal() else one for one in written)
    assert read_date(foreign, f"%d{sign}%m{sign}%Y").value == PartialDate.of_day(day)
    assert read_date(foreign) == read_date(written) or "or" in (read_date(written).problem or "")


@given(OF_ONE_CENTURY, st.sampled_from(["%d-%b-%y", "%d %B '%y", "%b %d, %y", "%d%b%y", "%d.%m.%y"]))
def test_a_year_of_two_digits_that_can_be_of_one_century_is_of_the_last(day: date, form: str) -> None:
    assert told(day.strftime(form)) == day.isoformat()


@given(
    st.one_of(st.dates(date(1900, 1, 1), date(1939, 12, 31)), st.dates(date(2000, 1, 1), date(2039, 12, 31))),
    st.sampled_from(["%d-%b-%y", "%d/%m/%y", "%d.%m.%y", "%b %d, %y", "%y/%m/%d"]),
)
def test_a_year_of_two_digits_that_can_be_of_two_centuries_is_not_read(day: date, form: str) -> None:
    assert told(day.strftime(form)) is None
    assert read_date(day.strftime(form), form).value is None


@given(OF_ONE_CENTURY)
def test_a_column_of_two_digits_is_read_by_the_order_that_fits_it(day: date) -> None:
    column = DateColumn()
    for text in (day.strftime("%m/%d/%y"), "07/16/68", "07/17/1968"):
        column.show(text)
    assert column.format == "%m/%d/%Y"
    assert read_date(day.strftime("%m/%d/%y"), column.format).value == PartialDate.of_day(day)


@given(BIRTHS)
def test_a_day_in_characters_is_that_day(day: date) -> None:
    year = "".join(HAN[int(one)] for one in f"{day:%Y}")
    assert told(f"{year}年{in_han(day.month)}月{in_han(day.day)}日") == day.isoformat()
    assert told(f"{day.year}년 {day.month}월 {day.day}일") == day.isoformat()


@given(BIRTHS, st.sampled_from(sorted(ERAS)), st.sampled_from(["年月日", "///", "..."]), st.booleans())
def test_a_day_of_an_era_is_that_day(day: date, era: str, signs: str, han: bool) -> None:
    before, first, last = ERAS[era]
    if first <= (year := day.year - before) <= last:
        write = in_han if han and signs == "年月日" and year < 100 else str
        text = "".join(
            part + sign for part, sign in zip(map(write, (year, day.month, day.day)), signs, strict=True)
        )
        assert told(era + text.rstrip("/.")) == day.isoformat()
        assert of_era(era, year) == day.year


@given(
    st.dates(date(1941, 1, 1), date(2039, 12, 31)),
    st.sampled_from(["{0:%d}/{0:%m}/{1}", "{1}-{0:%m}-{0:%d}", "{0:%d} {0:%b} {1}"]),
)
def test_a_day_of_the_buddhist_calendar_is_that_day(day: date, form: str) -> None:
    text = form.format(day, day.year + 543)
    assert read_date(text, "%d/%m/%Y").value == PartialDate.of_day(day)


@pytest.mark.parametrize(
    ("year", "new_year"),
    [(1300, "1921-03-21"), (1342, "1963-03-21"), (1347, "1968-03-21"), (1358, "1979-03-21"),
     (1375, "1996-03-20"), (1376, "1997-03-21"), (1399, "2020-03-20"), (1400, "2021-03-21"),
     (1403, "2024-03-20"), (1404, "2025-03-21"), (1408, "2029-03-20"), (1409, "2030-03-21")],
)  # fmt: skip
def test_the_solar_hijri_year_begins_on_the_day_of_iran_s_calendar(year: int, new_year: str) -> None:
    assert solar_hijri_day(year, 1, 1).isoformat() == new_year


def test_the_solar_hijri_calendar_has_each_day_once() -> None:
    days: list[date] = []
    for year in SOLAR_YEARS:
        for month in range(1, 13):
            for day in range(1, 32):
                try:
                    days.append(solar_hijri_day(year, month, day))
                except ValueError:
                    assert day == 31 or (month, day) == (12, 30)
    assert days == [days[0] + timedelta(number) for number in range(len(days))]
