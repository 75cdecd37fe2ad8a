"""The rooms of names: what each offers, what it loads, and where its tables' facts come from."""

from __future__ import annotations

import ast
import doctest
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

import sanctions_screen
from sanctions_screen.names import NamePartRole, comparable_name, fold, languages, romanise
from sanctions_screen.names.tables import read_table

PACKAGE = Path(sanctions_screen.__file__).parent
ROOM = PACKAGE / "names"
DOCS = Path(__file__).resolve().parents[1] / "docs"
TABLES = sorted((ROOM / "data").iterdir())
SCRIPTS = sorted({f"{romanise.__name__}.{module}" for module in romanise._MODULES.values()})

# The package's own __init__ imports every room; with a stub in its place names stand alone.
ALONE = """
import sys, types
package = types.ModuleType("sanctions_screen")
package.__path__ = [{path!r}]
sys.modules["sanctions_screen"] = package
from sanctions_screen.names import comparable_name
{then}
print(*sorted(sys.modules))
"""


def _loaded(then: str = "") -> set[str]:
    code = ALONE.format(path=str(PACKAGE), then=then)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def _imported(path: Path) -> Iterator[str]:
    """Yield the parts of the names that a module imports from."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            module = (node.module or "").split(".")
            yield from (".".join([*module, alias.name]) for alias in node.names)


def test_importing_names_loads_no_romaniser_and_no_arrays() -> None:
    assert not _loaded() & {*SCRIPTS, "numpy", "unidecode"}


def test_a_name_in_latin_letters_loads_no_romaniser() -> None:
    assert not _loaded('comparable_name("Kim Jong Un"); comparable_name("Zelkova Ltd")') & {*SCRIPTS}


def test_a_name_in_one_script_loads_its_romaniser_alone() -> None:
    found = _loaded('comparable_name("\\u0418\\u0432\\u0430\\u043d")')
    assert found & {*SCRIPTS} == {f"{romanise.__name__}.cyrillic"}


@pytest.mark.parametrize("module", SCRIPTS)
def test_every_script_has_a_module_with_one_verb(module: str) -> None:
    assert import_module(module).__all__ == ["romanisations"]


@pytest.mark.parametrize("language", ["burmese", "chinese", "korean"])
def test_every_language_of_syllables_has_a_module_of_one_shape(language: str) -> None:
    module = import_module(f"{languages.__name__}.{language}")
    assert {"looks", "keys", "agreement"} <= set(module.__all__)


def test_what_begins_with_an_underscore_is_imported_by_no_other_room() -> None:
    others = [path for path in PACKAGE.rglob("*.py") if ROOM not in path.parents]
    for path in others:
        for found in _imported(path):
            assert not ("names." in found and "._" in found), (path, found)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_says_first_what_it_holds_and_is_read_by_some_module(table: Path) -> None:
    assert table.read_text("utf-8").startswith("# ")
    assert any(f'"{table.name}"' in path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))


def test_a_row_with_a_column_too_many_is_an_error_that_names_its_line() -> None:
    with pytest.raises(ValueError, match=r"greek_letters\.tsv, line \d+: 4 columns, not 3"):
        read_table("greek_letters.tsv", 3)


def test_the_page_on_adding_a_script_names_files_that_are_there() -> None:
    page = (DOCS / "adding-a-script.md").read_text("utf-8")
    named = re.findall(r"`(?:sanctions_screen/)?(names/[\w/.]+)`", page)
    assert len(named) > 5
    assert all((PACKAGE / name).exists() for name in named)


def test_the_example_on_that_page_prints_what_it_shows() -> None:
    result = doctest.testfile(str(DOCS / "adding-a-script.md"), module_relative=False, encoding="utf-8")
    assert (result.failed, result.attempted) == (0, 2)


def test_the_glossary_explains_every_role() -> None:
    page = (DOCS / "glossary.md").read_text("utf-8")
    explained = re.findall(r"^\| `([\w-]+)` \|", page, flags=re.MULTILINE)
    assert set(explained) >= set(get_args(NamePartRole))


@pytest.mark.parametrize(
    ("first", "second"), [("Müller", "MULLER"), ("Сohen", "Cohen")], ids=["accents", "look-alikes"]
)
def test_the_glossarys_examples_of_folding_meet(first: str, second: str) -> None:
    assert fold(first) == fold(second)


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("Ким Чен Ын", {"kim chen yn", "kim jeong eun"}),
        ("حلبوس", {"h*l*bus"}),
        ("Abd al-Rahman", {"abdulrahman"}),
    ],
)
def test_the_glossarys_examples_are_read_as_it_says(name: str, readings: set[str]) -> None:
    assert readings <= {reading.text for reading in comparable_name(name, "person").readings}
