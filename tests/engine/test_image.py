"""An image is opened whole or refused in one line; made from another it is as made from nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from subject_strategies import LISTS

from sanctions_screen.model import Party, ScreeningSettings

pytest.importorskip("sanctions_screen.engine._engine", reason="the engine was not built")

from sanctions_screen.engine import _engine
from sanctions_screen.engine.compiled import engine_matching, given_parties
from sanctions_screen.engine.image import ImageError, image_key, open_image, write_image

SETTINGS = ScreeningSettings()
KEY = image_key(["a digest"], SETTINGS)


def _index(parties: list[Party], key: bytes = KEY) -> _engine.Index:
    return _engine.Index.build(engine_matching(), given_parties(parties, SETTINGS), key)


def test_a_key_is_the_same_in_every_process_whatever_the_order_of_its_sets() -> None:
    code = (
        "from sanctions_screen.engine.image import image_key; from sanctions_screen import ScreeningSettings;"
        "print(image_key(['a digest'], ScreeningSettings()).hex())"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        told = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        )
        assert told.stdout.strip() == KEY.hex()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("images") / "an.image"


def _put(place: Path, content: bytes) -> Path:
    place.write_bytes(content)
    place.chmod(0o600)
    return place


@given(LISTS)
def test_an_image_written_is_the_image_opened(place: Path, parties: list[Party]) -> None:
    index = _index(parties)
    write_image(index, place)
    assert open_image(place, KEY).image() == index.image()


@given(LISTS, st.data())
def test_a_changed_byte_is_noticed(place: Path, parties: list[Party], data: st.DataObject) -> None:
    content = bytearray(_index(parties).image())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ImageError):
        open_image(_put(place, bytes(content)), KEY)


@given(LISTS, st.data())
def test_a_file_cut_short_is_noticed(place: Path, parties: list[Party], data: st.DataObject) -> None:
    content = _index(parties).image()
    with pytest.raises(ImageError):
        open_image(_put(place, content[: data.draw(st.integers(0, len(content) - 1))]), KEY)


@given(st.binary(max_size=200))
def test_any_other_file_is_refused(place: Path, content: bytes) -> None:
    with pytest.raises(ImageError):
        open_image(_put(place, content), KEY)


def test_an_image_of_other_lists_or_settings_is_refused(place: Path) -> None:
    write_image(_index([]), place)
    others = (["another"], SETTINGS), (["a digest"], ScreeningSettings(include_weak_aliases=False))
    for digests, settings in others:
        with pytest.raises(ImageError, match="other lists, settings or weights"):
            open_image(place, image_key(digests, settings))


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_an_image_that_others_may_write_to_is_refused(place: Path) -> None:
    write_image(_index([]), place)
    place.chmod(0o622)
    with pytest.raises(ImageError, match="others may write"):
        open_image(place, KEY)


@given(LISTS, st.data())
def test_an_image_derived_is_the_image_made_anew(parties: list[Party], data: st.DataObject) -> None:
    ids = [party.party_id for party in parties]
    removed = data.draw(st.lists(st.sampled_from(ids), unique=True))
    cut = data.draw(st.integers(0, len(parties)))
    added = given_parties([one for one in parties[cut:] if one.party_id not in removed], SETTINGS)
    derived = _index(parties[:cut]).derive(added, removed, KEY)
    assert derived.image() == _index([party for party in parties if party.party_id not in removed]).image()
