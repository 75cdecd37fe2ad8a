from .replaying import Replayer, replay
from .screener import Screener, in_part

__all__ = ["Replayer", "Screener", "in_part", "replay"]
