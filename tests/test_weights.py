"""The file of weights: every number is read, none is taken on trust, and the digest is of its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from copy import deepcopy
from importlib import resources
from typing import Any

import pytest
from ledgers import weights_as_data
from pydantic import ValidationError

from sanctions_screen.weights import Weights, weights

Path = tuple[str, ...]


def _tables(table: dict[str, Any], above: Path = ()) -> Iterator[Path]:
    """Yield where each table of the file stands."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield (*above, key)
            yield from _tables(value, (*above, key))


def _numbers(table: dict[str, Any], above: Path = ()) -> Iterator[Path]:
    """Yield where each number, or list of points, of the file stands."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _numbers(value, (*above, key))
        elif isinstance(value, int | list):
            yield (*above, key)


NUMBERS, TABLES = tuple(_numbers(weights_as_data())), tuple(_tables(weights_as_data()))


def _changed(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a copy of the whole file, and the table in it that holds what *path* names."""
    whole = deepcopy(weights_as_data())
    table = whole
    for key in path[:-1]:
        table = table[key]
    return whole, table


def _read(whole: dict[str, Any]) -> Weights:
    return Weights.model_validate({**whole, "digest": "0" * 64})


def _said(whole: dict[str, Any]) -> str:
    """Return what reading a file that is wrong says."""
    with pytest.raises(ValidationError) as error:
        _read(whole)
    return str(error.value)


def test_the_file_that_is_shipped_is_read() -> None:
    assert _read(weights_as_data()).model_copy(update={"digest": weights().digest}) == weights()
    assert len(NUMBERS) > 80


@pytest.mark.parametrize("path", NUMBERS + TABLES, ids=".".join)
def test_a_number_or_a_table_that_is_missing_is_an_error_that_names_it(path: Path) -> None:
    whole, table = _changed(path)
    del table[path[-1]]
    assert ".".join(path) in _said(whole)


@pytest.mark.parametrize("path", NUMBERS + TABLES, ids=".".join)
def test_a_number_or_a_table_that_is_misspelled_is_an_error_that_names_it(path: Path) -> None:
    whole, table = _changed(path)
    table[f"{path[-1]}x"] = table.pop(path[-1])
    assert f"{path[-1]}x" in _said(whole)


@pytest.mark.parametrize("path", NUMBERS, ids=".".join)
@pytest.mark.parametrize("wrong", [0.5, 1.0, -1, "1", True, None], ids=repr)
def test_what_is_no_whole_number_is_an_error_that_names_it(path: Path, wrong: object) -> None:
    whole, table = _changed(path)
    points = isinstance(table[path[-1]], list)
    table[path[-1]] = [[0, wrong], [1_000_000, 1_000_000]] if points else wrong
    assert ".".join(path) in _said(whole)


def test_the_digest_is_that_of_the_files_very_bytes() -> None:
    raw = (resources.files("sanctions_screen.weights") / "weights.toml").read_bytes()
    assert weights().digest == hashlib.sha256(raw).hexdigest()


def test_weights_cannot_be_changed_once_read() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        weights().rules.floor = 0  # type: ignore[misc]
    assert weights() is weights()


def test_an_aircraft_is_compared_as_a_ship_and_every_other_kind_as_itself() -> None:
    assert weights().kind("aircraft") == weights().kind("vessel") == weights().kinds.vessel
    assert weights().kind("person") == weights().kinds.person
    assert weights().kind("organisation") == weights().kinds.organisation
