"""A portfolio asked again tells what two full runs tell, whichever engine runs, and judges few."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from subject_strategies import subjects_like, updated_lists

from sanctions_screen import ListStore, Screener, ScreeningSettings, Subject
from sanctions_screen.engine import VARIABLE, available
from sanctions_screen.errors import BatchError, SettingsError
from sanctions_screen.model import Party
from sanctions_screen.screening.portfolio import Portfolio, keep_portfolio
from sanctions_screen.screening.rescreen import AnswerChange, answer_changes, rescreen_portfolio

OLD, NEW = date(2020, 1, 1), date(2020, 6, 1)
ENGINES = ("compiled", "reference") if available() else ("reference",)


@st.composite
def updates(draw: st.DrawFn) -> tuple[list[Party], list[Party], list[Subject]]:
    """Draw a list before and after, and customers like its parties, or like nobody, some with facts."""
    pool, before, after = draw(updated_lists())
    asked = st.sampled_from(pool).flatmap(subjects_like)
    return before, after, draw(st.lists(asked, min_size=1, max_size=8))


CHOSEN = st.builds(
    ScreeningSettings,
    threshold=st.sampled_from((0.6, 0.8, 0.95)),
    one_word_threshold=st.sampled_from((None, 0.5)),
    include_delisted=st.booleans(),
    max_hits=st.sampled_from((None, 1)),
)


def _kept(path: Path, screener: Screener, subjects: list[Subject]) -> Portfolio:
    with keep_portfolio(path, screener) as portfolio:
        for result in screener.screen_many(subjects):
            portfolio.add(result)
    return Portfolio.open(path)


Told = dict[int, tuple[AnswerChange, ...]]


def _differences(old: Screener, new: Screener, subjects: list[Subject]) -> Told:
    pairs = zip(old.screen_many(subjects), new.screen_many(subjects), strict=True)
    found = {number: answer_changes(*pair) for number, pair in enumerate(pairs)}
    return {number: changes for number, changes in found.items() if changes}


def _told(path: Path, screener: Screener, subjects: list[Subject], keep: Path | None = None) -> Told:
    """Return what the portfolio tells; its answers are those of the screener."""
    numbered = iter(enumerate(subjects))
    found: Told = {}
    for each in rescreen_portfolio(Portfolio.open(path), screener, keep):
        assert each.result == screener.screen_batch([each.result.subject])[0]
        number = next(number for number, subject in numbered if subject == each.result.subject)
        found |= {number: each.changes} if each.changes else {}
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("portfolios")


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(update=updates(), chosen=CHOSEN)
def test_a_portfolio_asked_again_tells_what_two_full_runs_tell(
    engine: str,
    folder: Path,
    update: tuple[list[Party], list[Party], list[Subject]],
    chosen: ScreeningSettings,
) -> None:
    before, after, subjects = update
    subjects = list(dict.fromkeys(subjects))
    with pytest.MonkeyPatch.context() as patch, ListStore.in_memory() as store:
        patch.setenv(VARIABLE, engine)
        store.add_snapshot("own", before, published_on=OLD)
        old = Screener(store, settings=chosen)
        _kept(folder / "old", old, subjects)
        store.add_snapshot("own", after, published_on=NEW)
        new = Screener(store, settings=chosen)
        assert _told(folder / "old", new, subjects, folder / "new") == _differences(old, new, subjects)
        kept = Portfolio.open(folder / "new")
        assert list(kept.subjects()) == subjects
        _kept(folder / "full", new, subjects)
        assert (folder / "new").read_bytes() == (folder / "full").read_bytes()


@given(
    subjects=st.lists(st.sampled_from(["Ann Lee", "Thein Htay", "\ud800", "***"]), min_size=1), data=st.data()
)
def test_a_damaged_portfolio_is_an_error_never_another_answer(
    folder: Path, subjects: list[str], data: st.DataObject
) -> None:
    with ListStore.embedded() as store:
        then = Screener(store, lists=["us-ofac-sdn"], as_of=date(2024, 7, 1))
        now = Screener(store, lists=["us-ofac-sdn"], as_of=date(2024, 7, 2))
    path = folder / "damaged"
    _kept(path, then, [Subject(name=name) for name in subjects])
    told = list(rescreen_portfolio(Portfolio.open(path), now))
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))])
    problem: str | None = None
    try:
        found = list(rescreen_portfolio(Portfolio.open(path), now))
        count = len(list(Portfolio.open(path).subjects()))
    except BatchError as error:
        problem = str(error)
    if problem is None:
        assert (found, count) == (told, len(subjects))
    else:
        assert str(path) in problem
        assert "\n" not in problem


def test_customers_stand_in_it_as_they_were_given_whatever_their_letters(folder: Path) -> None:
    names = (
        "\ud800\udc00 Lee",
        "\U00010000 Lee",
        "\ud800",
        "Zo\xeb\u2028Lee",
        "A\nB",
        'C "D" \\u00e9',
        "\x85",
    )
    subjects = [Subject(name=name) for name in names]
    with ListStore.embedded() as store:
        kept = _kept(folder / "letters", Screener(store, lists=["us-ofac-sdn"]), subjects)
    assert list(kept.subjects()) == subjects


def test_a_delisting_is_told_though_the_record_is_the_same(folder: Path) -> None:
    subjects = [Subject(name=name) for name in ("Thein Htay", "Bob Stone")]
    with ListStore.embedded() as store:
        lists = ["us-ofac-sdn"]
        days = store.diff("us-ofac-sdn", date(2014, 1, 1), date(2024, 7, 2))
        gone = days.removed[0]
        then = Screener(store, lists=lists, as_of=date(2014, 1, 1))
        now = Screener(store, lists=lists, as_of=date(2024, 7, 2))
    subjects.append(Subject(name=gone.primary_name.text))
    _kept(folder / "p", then, subjects)
    told = [each for each in rescreen_portfolio(Portfolio.open(folder / "p"), now) if each.changes]
    assert ("changed-status", gone.party_id, "listed", "delisted") in [
        (each.kind, each.party_id, each.before, each.after) for one in told for each in one.changes
    ]


def test_only_customers_whom_a_change_can_concern_are_judged(folder: Path) -> None:
    subjects = [Subject(name=name) for name in ("Bob Stone", "Kim Jong Un", "Ann Lee", "***")]
    with ListStore.embedded() as store:
        then = Screener(store, lists=["us-ofac-sdn"], as_of=date(2024, 7, 1))
        now = Screener(store, lists=["us-ofac-sdn"], as_of=date(2024, 7, 2))
    before = _kept(folder / "p", then, subjects)
    assert before.subject(2) == subjects[2]
    assert list(rescreen_portfolio(before, then)) == []
    assert all(each.changes for each in rescreen_portfolio(before, now))


def test_everybody_is_judged_where_the_settings_differ(folder: Path) -> None:
    subjects = [Subject(name="Bob Stone"), Subject(name="Thein Htay")]
    with ListStore.embedded() as store:
        then, now = Screener(store), Screener(store, settings=ScreeningSettings(threshold=0.9))
    before = _kept(folder / "p", then, subjects)
    assert [each.result.subject for each in rescreen_portfolio(before, now)] == subjects


def test_what_is_no_portfolio_is_told_in_one_line(folder: Path) -> None:
    path = folder / "other"
    with pytest.raises(BatchError, match="cannot read"):
        Portfolio.open(folder / "nowhere")
    path.write_text("name\nAnn Lee\n")
    with pytest.raises(BatchError, match="is no portfolio"):
        Portfolio.open(path)
    with ListStore.embedded() as store:
        screener = Screener(store)
        other = Screener(store, lists=["us-ofac-sdn"])
    with pytest.raises(BatchError, match="cannot write"), keep_portfolio(folder / "no" / "p", screener):
        pass
    with pytest.raises(SettingsError, match="one screener"), keep_portfolio(folder / "q", screener) as kept:
        kept.add(other.screen("Ann Lee"))
    assert not (folder / "q").exists()
    _kept(folder / "p", screener, [Subject(name="Ann Lee")])
    (folder / "p").chmod(0o666)
    with pytest.raises(BatchError, match="others than you"):
        Portfolio.open(folder / "p")
