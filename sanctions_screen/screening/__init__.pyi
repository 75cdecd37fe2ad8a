from ._answering import in_part
from .replaying import Replayer, replay
from .screener import Screener

__all__ = ["Replayer", "Screener", "in_part", "replay"]
