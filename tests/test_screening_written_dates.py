"""A birth date in words, in part or by an era is read where it has one reading."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen import Subject
from sanctions_screen.errors import SubjectError
from sanctions_screen.model import PartialDate
from sanctions_screen.screening._written_dates import written_date
from sanctions_screen.screening.dates import read_date


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("7 сентября 1955 г.", "1955-09-07"),
        ("7 de septiembre de 1955", "1955-09-07"),
        ("7. září 1955", "1955-09-07"),
        ("7 Eylül 1955", "1955-09-07"),
        ("7 أيلول 1955", "1955-09-07"),
        ("1955 m. rugsėjo 7 d.", "1955-09-07"),
        ("ngày 7 tháng 9 năm 1955", "1955-09-07"),
        ("Wednesday, 7th September 1955", "1955-09-07"),
        ("07SEP1955", "1955-09-07"),
        ("7-IX-1955", "1955-09-07"),
        ("1955年9月7日", "1955-09-07"),
        ("1955년 9월 7일", "1955-09-07"),
        ("1955. 9. 7.", "1955-09-07"),
        ("昭和30年9月7日", "1955-09-07"),
        ("S30.9.7", "1955-09-07"),
        ("民國44年9月7日", "1955-09-07"),
        ("１９５５－０９－０７", "1955-09-07"),
        ("1955-9-7", "1955-09-07"),
        ("September 1955", "1955-09"),
        ("09/1955", "1955-09"),
        ("00-09-1955", "1955-09"),
        ("1955-00-00", "1955"),
        ("1955 г.р.", "1955"),
        ("circa 1955", "1955~"),
        ("1955?", "1955~"),
        ("1955-1958", "1955/1958"),
        ("between 1955 and 1958", "1955/1958"),
    ],
)
def test_a_birth_date_as_people_write_it_is_read(text: str, says: str) -> None:
    assert read_date(text).value == PartialDate.parse(says)
    assert read_date(text, "%d/%m/%Y").value == PartialDate.parse(says)


@pytest.mark.parametrize(
    "text",
    ["30 февраля 1955", "31.09.1955 г.р.", "7 Sep 35", "1958-1955", "listopada 1955",
     "Anna 1955", "昭和99年9月7日", "before 12 March 1971",
     "nach 12. März 1971", "до 12 марта 1971", "do 16 lipca 1968", "d. 16 July 1968", "m. 16 July 1968",
     "1968b", "† 16 July 1968", "exp. 16 July 1968", "7 Sep 55 BE",
     "農曆1968年7月16日", "1968.7.16(음)"],
)  # fmt: skip
def test_what_is_no_day_or_has_two_readings_is_not_read(text: str) -> None:
    assert written_date(text) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2020, 12, 31)), st.sampled_from("./-"))
def test_numbers_alone_tell_no_day_unless_the_year_stands_in_front(day: date, sign: str) -> None:
    assert written_date(f"{day:%d}{sign}{day:%m}{sign}{day:%Y}") is None


@given(st.text(max_size=70))
def test_any_text_is_read_or_not(text: str) -> None:
    found = written_date(text)
    assert found is None or found.earliest <= found.latest


def test_a_date_that_is_refused_is_told_as_it_was_given() -> None:
    with pytest.raises(SubjectError, match=r"calendar, not '1349-12-21'$"):
        Subject(name="Anna Velmont", birth_date=PartialDate.parse("1349-12-21"))


@pytest.mark.parametrize("day", range(16, 23))
@pytest.mark.parametrize("month", range(1, 13))
def test_days_of_the_week_in_short_say_nothing_beside_any_month(day: int, month: int) -> None:
    for names, months in SHORT:
        name = months.split()[month - 1]
        for text in (
            f"{names.split()[day - 16]}, {day} {name} 1968",
            f"{day} {name} 1968 ({names.split()[day - 16]})",
        ):
            assert str(written_date(text)) == f"1968-{month:02d}-{day}", text


SHORT = [
    ("Mon Tue Wed Thu Fri Sat Sun", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    ("Mon Tues Weds Thurs Fri Sat Sun",
     "January February March April May June July August September October November December"),
    ("lun. mar. mer. jeu. ven. sam. dim.",
     "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    ("lun mar mié jue vie sáb dom",
     "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    ("пн вт ср чт пт сб вс",
     "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
]  # fmt: skip
