"""A subject and a day → a result.

:class:`Screener` answers for one subject or for many.
"""

from __future__ import annotations

from .replaying import Replayer, replay
from .screener import Screener

__all__ = ["Replayer", "Screener", "replay"]
