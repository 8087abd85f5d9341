"""The frame of Wensen: the board of wishes, or the form in which one of them is planned."""

from __future__ import annotations

from buurtkamer_app.qt.pages.with_planning import WithPlanning


class WishesPage(WithPlanning):
    """Is given the board and a planning form."""
