"""A subject and a day → a result.

:class:`Screener` answers for one subject or for many.
"""

from __future__ import annotations

from .replaying import Replayer, replay
from .screener import Screener, in_part

__all__ = ["Replayer", "Screener", "in_part", "replay"]
