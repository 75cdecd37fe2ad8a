"""The README tells the truth: its Python runs, its commands exist, its links lead somewhere."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import click
import pytest

from sanctions_screen.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_python_examples_print_what_they_show() -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert blocks
    parser = doctest.DocTestParser()
    test = parser.get_doctest("\n".join(blocks), {}, "README.md", str(ROOT / "README.md"), 0)
    said: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert results.attempted > 5
    assert results.failed == 0, "".join(said)


def test_the_main_example_is_fifteen_lines_at_most() -> None:
    block = re.search(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert block is not None
    code = [line for line in block[1].splitlines() if line.startswith((">>>", "..."))]
    assert len(code) <= 15


def _commands() -> list[str]:
    shell = "\n".join(re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL))
    return re.findall(r"(?:^|/)sanctions-screen ([^&\n]+)", shell, flags=re.MULTILINE)


@pytest.mark.parametrize("line", _commands())
def test_its_commands_and_options_exist(line: str) -> None:
    words = shlex.split(line, comments=True)
    command: click.Command = app
    while isinstance(command, click.Group):
        name = words.pop(0)
        found = command.commands.get(name)
        assert found is not None, f"no command {name!r}"
        command = found
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_its_table_names_every_command() -> None:
    table = README[README.index("| command |") : README.index("Every command takes")]
    names = set(app.commands) - {"lists"}
    lists = app.commands["lists"]
    assert isinstance(lists, click.Group)
    for name in names | set(lists.commands):
        assert re.search(rf"[`, ]{name}[ `]", table), f"the README's table leaves out {name!r}"


def test_its_links_lead_to_files_that_are_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_it_marks_the_two_commands_that_do_all_set_up() -> None:
    for name in ("main", "test"):
        assert f"<!-- command: {name} -->\n```sh\npython3 -m venv .venv && " in README
