"""Which parties of several lists are one bearer: found around a hit, judged by what their records say.

Reach for :class:`Identities`; a :class:`~sanctions_screen.Screener` has one and fills ``result.identities``.
:func:`links_between` says why two parties are held to be one, or that nothing does.
"""

from __future__ import annotations

from .identities import Identities
from .linking import links_between

__all__ = ["Identities", "links_between"]
