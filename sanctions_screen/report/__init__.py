"""Results, histories and lists for people: records in, things to print out; nothing is worked out here.

Print a view with ``rich.console.Console().print(view)``. Text from lists and customers reaches the terminal
through :func:`printable` alone, so no name can steer it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
