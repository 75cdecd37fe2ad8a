"""Fill a page's template: everything put into it is escaped, and made printable first.

Reach for :func:`page`. Jinja2 comes with the extra ``report``.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError
from ..printable import printable

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["page", "shown_text"]

_OWN = Path(__file__).parent / "templates"
_MILLIONTHS = 1_000_000
# https://infra.spec.whatwg.org/#noncharacter: an error in a document, escaped or not.
_NEVER_LETTERS = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "\ufffe\uffff"})


def page(templates: Path, name: str, context: Mapping[str, Any]) -> str:
    """Return a whole page.

    Args:
        templates: The folder of the caller's own templates; those of this room are found beside them.
        name: The template to fill, which extends ``layout.html.j2``.
        context: What it tells. Text in it is text: markup in it shows as it is written.

    Raises MissingExtraError where Jinja2 is not installed.
    """
    style, script = ((_OWN / each).read_text(encoding="utf-8") for each in ("page.css", "page.js"))
    return (
        _environment(templates)
        .get_template(name)
        .render(context, style=_Whole(style), script=_Whole(script), script_hash=_policy_hash(script))
    )


def shown_text(value: Any) -> Any:
    """Return what is shown for a value: text made printable; what is markup of our own, as it is."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return printable(value).translate(_NEVER_LETTERS)
    return "" if value is None else value


class _Whole(str):
    """Text of this room's own files, which goes into a page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def _policy_hash(script: str) -> str:
    """Return the one script's hash as a content security policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@lru_cache(maxsize=8)
def _environment(templates: Path) -> Environment:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise MissingExtraError("a page", "report") from error
    environment = Environment(
        loader=FileSystemLoader([templates, _OWN]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"amount": _amount, "count": _count, "score": _score}
    return environment


def _amount(millionths: int) -> str:
    return f"{millionths / _MILLIONTHS:.3f}"


def _count(number: int) -> str:
    return f"{number:,}"


def _score(score: float) -> str:
    return f"{score:.2f}"
