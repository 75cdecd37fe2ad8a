"""What a script gets wrong is told in words, wherever it gets it wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sanctions_screen import ListStore, Screener, Subject
from sanctions_screen.errors import SettingsError


@pytest.fixture(scope="module")
def store() -> ListStore:
    return ListStore.embedded()


@pytest.mark.parametrize("as_of", ["2014-06-30", datetime(2014, 6, 30, tzinfo=UTC), 2014])
def test_a_moment_or_a_text_is_no_day_to_screen_as_of(store: ListStore, as_of: object) -> None:
    with pytest.raises(SettingsError, match=r"as_of is a day, such as datetime\.date\(2014, 6, 30\)"):
        Screener(store, as_of=as_of)  # type: ignore[arg-type]


@pytest.mark.parametrize("subject", [None, float("nan"), 5, b"Thein Htay"])
def test_a_missing_cell_is_no_subject(store: ListStore, subject: object) -> None:
    screener = Screener(store, lists=["un-sc"], as_of=date(2020, 1, 1))
    with pytest.raises(TypeError, match="a subject is a name"):
        screener.screen(subject)  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["countries", "identifiers"])
@pytest.mark.parametrize("value", [None, "MM", 5, (5,), (None,)])
def test_a_subject_names_the_field_that_is_wrong(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        Subject(name="x", **{field: value})
