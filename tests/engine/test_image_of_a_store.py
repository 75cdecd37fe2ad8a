"""After an update of its lists a store's image is made of the one before: the same as one made anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanctions_screen import ListStore, Screener, ScreeningSettings
from sanctions_screen.model import Name, Party
from sanctions_screen.testing import parties

pytest.importorskip("sanctions_screen.engine._engine", reason="the engine was not built")

from sanctions_screen.engine import compiled
from sanctions_screen.engine.image import images_of

POOL = st.lists(parties(list_id="own"), min_size=5, max_size=9, unique_by=lambda party: party.party_id)
OLD, BETWEEN, NEW = date(2020, 1, 1), date(2020, 3, 1), date(2020, 6, 1)


@st.composite
def updates(draw: st.DrawFn) -> tuple[list[Party], list[Party]]:
    """Draw a list, and it with one party removed, changed or added."""
    some = draw(POOL)
    change = draw(st.sampled_from(("removed", "changed", "added")))
    if change == "removed":
        return some, some[1:]
    if change == "added":
        return some[1:], some
    names = (*some[0].names, Name(text=draw(st.sampled_from(some)).names[0].text + " Bergström"))
    return some, [some[0].model_copy(update={"names": names}), *some[1:]]


def _store(path: Path, *versions: tuple[date, list[Party]]) -> ListStore:
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    store = ListStore.open(path, create=True)
    for day, some in versions:
        store.add_snapshot("own", some, published_on=day)
    return store


@settings(suppress_health_check=list(HealthCheck))
@given(update=updates(), day=st.sampled_from([OLD, BETWEEN, NEW]), weak=st.booleans())
def test_an_image_made_of_the_one_before_is_the_image_made_anew(
    tmp_path_factory: pytest.TempPathFactory,
    update: tuple[list[Party], list[Party]],
    day: date,
    weak: bool,
) -> None:
    path = tmp_path_factory.getbasetemp() / "images-of-a-store.db"
    chosen = ScreeningSettings(include_weak_aliases=weak)
    with _store(path, (OLD, update[0])) as store:
        Screener(store, settings=chosen)
        store.add_snapshot("own", update[1], published_on=NEW)
        Screener(store, settings=chosen, as_of=day)
    derived = {image.name: image.read_bytes() for image in images_of(path)}
    with _store(path, (OLD, update[0]), (NEW, update[1])) as store:
        Screener(store, settings=chosen, as_of=day)
    (made,) = images_of(path)
    assert derived[made.name] == made.read_bytes()


def _people(*numbers: int) -> list[Party]:
    return [
        Party(party_id=f"own:{number}", kind="person", names=(Name(text=f"Person{number} Bergström"),))
        for number in numbers
    ]


def test_only_what_changed_is_read_after_an_update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[list[str]] = []
    given_parties = compiled.given_parties

    def counting(some: Any, *rest: Any) -> Any:
        held = list(some)
        read.append([party.party_id for party in held])
        return given_parties(held, *rest)

    monkeypatch.setattr(compiled, "given_parties", counting)
    with _store(tmp_path / "own.db", (OLD, _people(*range(8)))) as store:
        Screener(store)
        store.add_snapshot("own", _people(*range(1, 9)), published_on=NEW)
        screener = Screener(store, settings=ScreeningSettings(include_delisted=False))
        assert [len(some) for some in read] == [8, 1]
        assert read[1] == ["own:8"]
        assert [hit.party.party_id for hit in screener.screen("Person8 Bergström").hits][:1] == ["own:8"]
        assert "own:0" not in [hit.party.party_id for hit in screener.screen("Person0 Bergström").hits]


def test_an_image_of_other_settings_is_not_built_upon(tmp_path: Path) -> None:
    known = Party(
        party_id="own:0",
        kind="person",
        names=(Name(text="Nobody Else"), Name(text="Weakly Called", role="weak")),
    )
    with _store(tmp_path / "own.db", (OLD, [known, *_people(1, 2, 3, 4)])) as store:
        Screener(store, settings=ScreeningSettings(include_weak_aliases=False))
        assert Screener(store).screen("Weakly Called").outcome == "hit"


def test_a_damaged_image_is_not_built_upon(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    with _store(path, (OLD, _people(1, 2, 3, 4, 5))) as store:
        Screener(store)
        (other,) = images_of(path)
        damaged = bytearray(other.read_bytes())
        damaged[-1] ^= 1
        other.write_bytes(damaged)
        store.add_snapshot("own", _people(1, 2, 3, 4, 6), published_on=NEW)
        assert Screener(store).screen("Person6 Bergström").hits[0].party.party_id == "own:6"
