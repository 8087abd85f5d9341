"""The order in which the keys go through what is shown: as the eye does, also where parts are put in by code."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def walk(*stops: QWidget) -> None:
    """Let Tab go from one to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
