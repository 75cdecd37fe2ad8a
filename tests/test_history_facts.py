"""The known facts of listing history, and the reference cases, hold on a store built from the real files."""

from __future__ import annotations

import re
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from public_record import FACTS as PUBLIC
from public_record import PublicFact, parties_by_name, told

from sanctions_screen.model import PartyId
from sanctions_screen.names.keys import name_key
from sanctions_screen.store import ListStore

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"

if not (BENCHMARKS / "history_facts.py").is_file():
    pytest.skip("the benchmarks are not here", allow_module_level=True)
sys.path.insert(0, str(BENCHMARKS))

from history_facts import Fact, read_facts, verify  # noqa: E402 -- found beside the tests

SDN = "us-ofac-sdn"
TABLE = BENCHMARKS.parents[1] / "shared" / "data" / "known_history_facts.csv"
FACTS = read_facts(TABLE) if TABLE.is_file() else []

# Of the weekly series those beside the days that the facts name.
WEEKS = (
    "2021-05-22", "2021-12-09", "2021-12-16", "2022-07-29", "2022-08-08", "2022-11-01", "2022-11-08",
    "2022-11-15",
)  # fmt: skip
OTHERS = (
    ("un-sc", "consolidated.xml"),
    ("eu-fsf", "*.xml"),
    ("gb-ofsi", "sanctionsconlist.csv"),
    ("gb-ofsi", "ConList.xlsx"),
)


@pytest.fixture(scope="session")
def real(shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ListStore]:
    """A store of the SDN list on fifteen days with all its announcements, and of the UN's, EU's and UK's."""
    data, folder = shared_dir / "data", tmp_path_factory.mktemp("real")
    with ListStore.open(folder / "lists.db") as store:
        for day, file in sorted((*_sdn(data), *_weeks(data, folder))):
            store.import_file(file, list_id=SDN, published_on=day)
        store.import_changes((data / "us-ofac-changes").iterdir())
        for list_id, pattern in OTHERS:
            for file in sorted((data / list_id).glob(f"*/{pattern}")):
                store.import_file(file, list_id=list_id, published_on=_day(file.parent.name))
        yield store


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _sdn(data: Path) -> Iterator[tuple[date, Path]]:
    for file in (data / SDN).glob("*/*"):
        if file.name.upper() in ("SDN.CSV", "SDN.XML"):
            yield _day(file.parent.name), file


def _weeks(data: Path, folder: Path) -> Iterator[tuple[date, Path]]:
    (archive,) = (data / SDN).glob("weekly-*.tar.xz")
    with tarfile.open(archive) as tar:
        for member in tar:
            found = re.search(r"(\d{4}-\d\d-\d\d)\.csv$", member.name)
            content = tar.extractfile(member) if found and found[1] in WEEKS else None
            if found and content:
                target = folder / found[1] / "SDN.CSV"
                target.parent.mkdir()
                target.write_bytes(content.read())
                yield _day(found[1]), target


def test_the_table_is_read_whole(shared_dir: Path) -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert len(FACTS) == len([line for line in lines if line.strip()]) - 1 == 38


@pytest.mark.parametrize("fact", FACTS, ids=[f"line-{fact.line}" for fact in FACTS])
def test_a_known_fact_holds(real: ListStore, fact: Fact) -> None:
    assert re.match(r"exactly|within its window|as the window|not contradicted", verify(fact, real))


DATED = [
    fact
    for fact in FACTS
    if re.fullmatch(r"\d{4}-\d\d-\d\d", fact.when) and fact.event in ("listed", "removed", "changed")
    and fact.publisher != "EU"
]  # fmt: skip


@pytest.mark.parametrize("fact", DATED, ids=[f"line-{fact.line}" for fact in DATED])
def test_the_same_fact_a_fortnight_off_does_not_hold(real: ListStore, fact: Fact) -> None:
    off = replace(fact, when=str(fact.days[0] + timedelta(days=14)))
    with pytest.raises(AssertionError):
        verify(off, real)


def test_a_row_of_a_form_nobody_knows_is_refused(shared_dir: Path, real: ListStore) -> None:
    with pytest.raises(LookupError, match="no branch knows this row"):
        verify(replace(FACTS[0], event="pardoned"), real)


# --- the reference cases --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("party", "statuses"),
    [
        (
            "us-ofac-sdn:16102",
            {"2012": "never-listed", "2014": "listed", "2017": "delisted", "2024": "delisted"},
        ),
        ("us-ofac-sdn:15157", {"2012": "never-listed", "2013": "listed", "2018": "delisted"}),
        ("us-ofac-sdn:33537", {"2021": "never-listed", "2022": "listed", "2024": "listed"}),
        ("us-ofac-sdn:17622", {"2015": "never-listed", "2016": "listed", "2024": "listed"}),
        ("us-ofac-sdn:20604", {"2016": "never-listed", "2019": "listed"}),
        ("us-ofac-sdn:18848", {"2015": "never-listed", "2016": "listed"}),
        ("us-ofac-sdn:27225", {"2017": "never-listed", "2022": "listed"}),
        ("un-sc:KPi.036", {"2016": "never-listed", "2017": "listed", "2026": "listed"}),
        ("un-sc:KPi.044", {"2017": "never-listed", "2018": "listed"}),
        ("un-sc:KPe.001", {"2009": "never-listed", "2010": "listed", "2026": "listed"}),
    ],
)
def test_a_reference_case_has_its_status_on_new_years_day(
    real: ListStore, party: str, statuses: dict[str, str]
) -> None:
    history = real.history(party)
    assert {year: history.status(date(int(year), 1, 1)) for year in statuses} == statuses


@pytest.mark.parametrize("name", ["MANN, Thura Shwe", "SEIN, Thein"])
def test_the_generals_left_in_2012_and_are_found_by_name(real: ListStore, name: str) -> None:
    state = real.state(SDN, date(2024, 1, 1))
    found = [
        m.party_id
        for m in state
        if m.status == "delisted"
        and name_key(name) in {name_key(n.text) for n in state.party(m.party_id).names}
        and "BURMA" in state.party(m.party_id).programmes
    ]
    assert len(found) == 1
    events = real.history(found[0]).events
    assert [(e.kind, e.on) for e in events if e.kind != "amended"] == [
        ("listed", date(2007, 9, 27)), ("delisted", date(2012, 9, 19)),
    ]  # fmt: skip


def test_the_reconnaissance_general_bureau_is_on_both_lists_and_its_firm_and_the_innocent_on_none(
    real: ListStore,
) -> None:
    names: dict[str, set[str]] = {}
    for list_id in (SDN, "un-sc"):
        for party in real.snapshot(list_id):
            for name in party.names:
                names.setdefault(name_key(name.text), set()).add(list_id)
    assert names[name_key("RECONNAISSANCE GENERAL BUREAU")] == {SDN, "un-sc"}
    innocent = (
        "Glocom", "Kyaw Zeya", "Joseph Yun", "Aung San Suu Kyi", "John Kerry", "Barack Obama", "Donald Trump",
        "M/V Light", "Light",
    )  # fmt: skip
    assert [name for name in innocent if name_key(name) in names] == []


@pytest.fixture(scope="session")
def by_name(real: ListStore) -> dict[str, set[PartyId]]:
    return parties_by_name(real)


@pytest.mark.parametrize("fact", PUBLIC, ids=str)
def test_a_fact_of_the_public_record_holds_to_the_day_or_within_a_window(
    real: ListStore, by_name: dict[str, set[PartyId]], fact: PublicFact
) -> None:
    """Where OFAC's change files reach, to the day; after them within a window."""
    assert told(real, by_name, fact) == ("exact" if fact.on <= date(2016, 10, 7) else "window")
