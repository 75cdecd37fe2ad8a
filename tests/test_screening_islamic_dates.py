"""Days of the Islamic calendar are the few days they can be, and times of day say nothing of a birth."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.model import PartialDate
from sanctions_screen.names.tables import read_table
from sanctions_screen.screening.calendars import ISLAMIC_YEARS, islamic_days
from sanctions_screen.screening.date_words import month_called, phrases, solar_month_called, words_of
from sanctions_screen.screening.dates import read_date

DAYS_OF_ISLAM = st.tuples(
    st.integers(ISLAMIC_YEARS.start, ISLAMIC_YEARS.stop - 1), st.integers(1, 12), st.integers(1, 29)
)
BIRTHS = st.dates(date(1900, 1, 1), date(2039, 12, 31))
NAMES = [
    (int(key), name.strip())
    for key, names in read_table("islamic_months.tsv", 2)
    for name in names.split(",")
]


def told(text: str, form: str | None = None) -> str | None:
    value = read_date(text, form).value
    return None if value is None else str(value)


def days(text: str) -> tuple[date, date]:
    value = read_date(text).value
    assert value is not None, text
    return value.earliest, value.latest


@pytest.mark.parametrize(
    ("day", "ours"),
    [
        ((1400, 1, 1), date(1979, 11, 20)), ((1444, 9, 1), date(2023, 3, 23)),
        ((1445, 10, 1), date(2024, 4, 10)), ((1445, 12, 10), date(2024, 6, 16)),
        ((1410, 12, 10), date(1990, 7, 2)), ((1389, 1, 1), date(1969, 3, 19)),
    ],
)  # fmt: skip
def test_days_that_history_knows_in_both_calendars_are_within_a_day_or_two(
    day: tuple[int, int, int], ours: date
) -> None:
    found = islamic_days(*day)
    assert found.earliest <= ours <= found.latest
    assert found.latest - found.earliest == timedelta(4)


@given(DAYS_OF_ISLAM)
def test_days_months_and_years_of_islam_follow_each_other_and_lie_in_each_other(
    day: tuple[int, int, int],
) -> None:
    year, month, number = day
    found, whole = islamic_days(*day), islamic_days(year, month)
    assert found.earliest + timedelta(1) == islamic_days(year, month, number + 1).earliest
    assert whole.earliest <= found.earliest <= found.latest <= whole.latest
    assert islamic_days(year).earliest <= whole.earliest <= whole.latest <= islamic_days(year).latest
    assert (whole.latest - whole.earliest).days in (32, 33)
    assert (islamic_days(year).latest - islamic_days(year).earliest).days in (357, 358)


def test_every_name_of_a_month_of_islam_is_read_as_that_month_and_is_of_no_other_calendar() -> None:
    for month, name in NAMES:
        joined = " ".join(words_of(name))
        assert month_called(joined) is None, name
        assert solar_month_called(joined) is None, name
        for text in (f"12 {name} 1388", f"1388 {name} 12", f"{name} 12, 1388 AH", f"12. {name}. 1388هـ"):
            assert told(text) == str(islamic_days(1388, month, 12)), text
        assert told(f"{name} 1388") == str(islamic_days(1388, month))
        assert told(f"12 {name} 1968") is None


@given(DAYS_OF_ISLAM, st.sampled_from(phrases("islamic")))
def test_a_marked_day_of_islam_in_any_digits_is_the_days_it_can_be(
    day: tuple[int, int, int], mark: str
) -> None:
    year, month, number = day
    if "ی" in mark and mark not in phrases("lunar"):
        mark = "هـ"
    for zero in "0٠":
        for text in (f"{year}/{month:02d}/{number:02d} {mark}", f"{year}-{month}-{number} {mark}"):
            assert told(_in_digits(text, zero)) == str(islamic_days(*day)), text
        backwards = _in_digits(f"{number:02d}/{month:02d}/{year} {mark}", zero)
        assert told(backwards) == str(
            islamic_days(*day) if number > 12 or number == month else islamic_days(year)
        )
        assert told(_in_digits(f"{year} {mark}", zero)) == str(islamic_days(year))


def _in_digits(text: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(one)) if one.isdecimal() else one for one in text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("20/04/1388H", (1388, 4, 20)), ("20-04-1388 A.H.", (1388, 4, 20)), ("٢٠/٤/١٣٨٨هـ", (1388, 4, 20)),
        ("۱۳۴۷/۴/۲۵ ه.ق", (1347, 4, 25)), ("20 ربيع الآخر 1388 هـ", (1388, 4, 20)),
        ("رمضان ۱۳۸۸", (1388, 9)), ("1388 قمری", (1388,)), ("born 20 Rajab 1388", (1388, 7, 20)),
        ("Rajab 1388 AH", (1388, 7)), ("1388 hijri", (1388,)), ("20 Rabiʻ II 1388", (1388, 4, 20)),
    ],
)  # fmt: skip
def test_a_birth_date_of_islam_is_read_as_the_days_it_can_be(text: str, says: tuple[int, ...]) -> None:
    assert told(text) == str(islamic_days(*says))


@pytest.mark.parametrize(
    "text",
    ["1388/4/20", "20/04/1388", "1347 هجری", "۱۳۴۷ هـ", "1347 H.S.", "31 Rajab 1388", "20/13/1388 AH",
     "20 Rajab 88", "20 Rajab 1968", "before 20 Rajab 1388", "20 Rajab 1388 - 4 Shaban 1389", "1968 AH",
     "Rajab 20 21 1388",
     "1250 AH", "20 Rajab", "AH"],
)  # fmt: skip
def test_what_may_be_of_another_calendar_or_tells_no_day_is_not_read(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1388-04-20 هـ الموافق 1968-07-16", "1968-07-16"), ("1388/4/20 هـ (16/7/1968)", "1968-07-16"),
        ("25 Tir 1347 (16 July 1968)", "1968-07-16"), ("16 July 1968 (25 Tir 1347)", "1968-07-16"),
        ("20 Rabi al-thani 1388 corresponding to 16 July 1968", "1968-07-16"),
        ("25 Tir 1347 (17 July 1968)", None), ("16/07/1968 (16/07/1969)", None), ("16/07/1968 (Paris)", None),
        ("16 July 1968 (1 Rajab 1388)", None), ("20 Rajab 1388 (soon)", None),
    ],
)  # fmt: skip
def test_a_day_told_by_two_calendars_is_read_where_they_agree(text: str, says: str | None) -> None:
    assert told(text) == told(text, "%d/%m/%Y") == says


CLOCKS = ["12.00.00 AM", "00.00.00", "12.00.00.000000 PM", "0:00", "00:00:00", "12:00:00:000AM",
          "12:00 a. m.",
          "12:00:00 ص", "00h00", "00:00 Uhr", "00:00:00 +0000 UTC", "12:00:00\u202fAM", "at 12:00 AM",
          "kl. 00.00", "klo 0.00", "오전 12:00:00", "00:00:00.0000000", "0.00"]  # fmt: skip


@pytest.mark.parametrize("clock", CLOCKS)
@given(day=BIRTHS)
def test_a_time_of_day_behind_a_birth_date_says_nothing(clock: str, day: date) -> None:
    for text, form in ((day.isoformat(), None), (f"{day:%d.%m.%Y}", "%d.%m.%Y"), (f"{day:%d %B %Y}", None)):
        assert read_date(f"{text} {clock}", form).value == PartialDate.of_day(day)


@given(BIRTHS)
def test_dates_as_databases_and_programs_write_them_are_read(day: date) -> None:
    forms = ("%Y-%m-%dT00:00:00Z", "%Y-%m-%dT000000Z", "%Y%m%dT000000Z", "%Y-%m-%d-00.00.00.000000",
             "%Y-%m-%dZ",
             "%Y-%m-%d+02:00", "%Y-%m-%dT00", "%a %b %d 00:00:00 UTC %Y", "%a %b %d 00:00:00 %Y")  # fmt: skip
    for form in forms:
        assert read_date(day.strftime(form)).value == PartialDate.of_day(day), form


@pytest.mark.parametrize(
    "text",
    [
        "16 July 1968 at 3",
        "16 Jul 1968 T",
        "1968 25:61 x",
        "16 July 1968 12.00 until",
        "5 16.07",
        "1968 12.05",
    ],
)
def test_what_is_no_time_of_day_is_not_passed_over(text: str) -> None:
    assert told(text) is None
