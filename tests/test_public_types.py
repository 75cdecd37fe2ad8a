"""Whoever writes down the type of what the package takes or gives back finds that type in the package."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Iterator

import pytest

import sanctions_screen


def _members(cls: type) -> Iterator[Callable[..., object]]:
    """Every public method of the class, those it inherits within the package too.

    Its constructor is left out: a store, a snapshot or a state is opened or asked for, and the
    fields of records are looked at for themselves.
    """
    for base in cls.__mro__:
        if not base.__module__.startswith("sanctions_screen"):
            continue
        for name, value in vars(base).items():
            if not name.startswith("_") or name in ("__call__", "__enter__", "__iter__"):
                found = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
                if inspect.isfunction(found):
                    yield found


def _annotations(value: object) -> Iterator[tuple[str, str]]:
    """Yield (module, annotation as written) of every argument, answer and public field."""
    if inspect.isclass(value):
        for base in value.__mro__:
            if base.__module__.startswith("sanctions_screen"):
                for field, written in inspect.get_annotations(base).items():
                    if not field.startswith("_"):
                        yield base.__module__, str(written)
        functions = list(_members(value))
    else:
        functions = [value] if inspect.isfunction(value) else []
    for function in functions:
        for written in inspect.get_annotations(function).values():
            yield function.__module__, str(written)


def _is_ours(module: str, word: str) -> bool:
    """Whether the word, in that module, is a type this package defines: a class, a protocol or an alias."""
    loaded = {name: found for name, found in sys.modules.items() if name.startswith("sanctions_screen")}
    if hasattr(loaded[module], word):
        value = getattr(loaded[module], word)
        if getattr(value, "__module__", "").startswith("sanctions_screen"):
            return True
    return any(word in getattr(found, "__all__", ()) for found in loaded.values())


def _types_named(value: object) -> set[str]:
    return {
        node.id
        for module, written in _annotations(value)
        for node in ast.walk(ast.parse(written, mode="eval"))
        if isinstance(node, ast.Name) and _is_ours(module, node.id)
    }


def _is_a_source(name: str) -> bool:
    """What a publisher's file says, entry by entry, is the sources' own; only the whole is handed about."""
    return str(getattr(getattr(sanctions_screen, name), "__module__", "")).startswith(
        "sanctions_screen.sources"
    )


@pytest.mark.parametrize("name", [name for name in sanctions_screen.__all__ if not _is_a_source(name)])
def test_every_type_a_public_signature_names_is_exported_beside_it(name: str) -> None:
    assert _types_named(getattr(sanctions_screen, name)) - set(sanctions_screen.__all__) == set()


def test_the_walk_sees_fields_methods_functions_and_aliases() -> None:
    named = {
        word for name in sanctions_screen.__all__ for word in _types_named(getattr(sanctions_screen, name))
    }
    assert {"Party", "PartyId", "PartyKind", "ListVersion", "BatchSummary", "Explanation"} <= named
