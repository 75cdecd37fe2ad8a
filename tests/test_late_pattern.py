"""Patterns that are compiled at their first use."""

import importlib
import pkgutil
import re
from collections.abc import Callable

import pytest

import sanctions_screen
from sanctions_screen._late_pattern import late, without_case

ASKED_OF_A_LATE_PATTERN: tuple[Callable[[re.Pattern[str]], object], ...] = (
    lambda pattern: pattern.sub(r"<\g<0>>", "Kim", count=1),
    lambda pattern: pattern.sub("-", "Kim Sok-chol"),
    lambda pattern: pattern.findall("Kim Sok-chol"),
    lambda pattern: [found.span() for found in pattern.finditer("Kim Sok-chol")],
    lambda pattern: pattern.fullmatch("kim") is not None,
    lambda pattern: (pattern.pattern, pattern.flags, pattern.groups),
)


@pytest.mark.parametrize("ask", ASKED_OF_A_LATE_PATTERN)
def test_it_does_what_the_compiled_pattern_does(ask: Callable[[re.Pattern[str]], object]) -> None:
    assert ask(late("(k)im|so", re.IGNORECASE)) == ask(re.compile("(k)im|so", re.IGNORECASE))


def test_what_is_no_pattern_is_an_error_at_its_first_use() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_it_has_nothing_that_a_pattern_has_not() -> None:
    with pytest.raises(AttributeError, match="no 'find'"):
        getattr(late("a"), "find")  # noqa: B009 - no type checker lets it be asked otherwise


def test_every_late_pattern_of_the_library_is_one() -> None:
    names = [found.name for found in pkgutil.walk_packages(sanctions_screen.__path__, "sanctions_screen.")]
    modules = [importlib.import_module(name) for name in names if ".cells" in name or ".identifiers" in name]
    patterns = [
        value for module in modules for value in vars(module).values() if type(value).__name__ == "_Late"
    ]
    assert len(patterns) > 50
    for pattern in patterns:
        assert pattern.flags is not None


def test_letters_of_latin_that_a_pattern_takes_for_one_are_looked_up_as_one() -> None:
    latin = [chr(code) for code in range(0x250)]
    for letter in latin:
        same = re.compile(re.escape(letter), re.IGNORECASE)
        alike = [other for other in latin if same.fullmatch(other)]
        assert {without_case(other) for other in alike} == {without_case(letter)}
