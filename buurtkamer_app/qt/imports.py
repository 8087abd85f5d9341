"""Importing as Python does it: PySide reads the source text of every module that is imported after it.

It looks for the use of its `__feature__` switches, which we do not use, and keeps all that text in memory: 0.3 ms for
each of our modules before the first paint, and for each of the store's hundreds behind it.
"""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Import as before PySide was loaded; it keeps that function as `builtins.__orig_import__`."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
