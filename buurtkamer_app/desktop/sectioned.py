"""A page of sections that hear who is at the desk, and whether names are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.desktop.hearing import Hearing
from buurtkamer_app.qt.pages.for_roles import ForRoles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.pages.sections import Section
    from buurtkamer_app.qt.pages.today import TodayPage


class SectionedPage:
    """Who inherits makes the sections; `today` says whether names are hidden."""

    def __init__(self, sections: Sequence[Section], today: TodayPage | None) -> None:
        self._today = today
        self._actor = Hearing(NOBODY)
        self.page = ForRoles(sections)
        self._actor.heed(self.page.admit)

    def set_actor(self, actor: Actor) -> None:
        """Tell every section that was made who is at the desk."""
        self._actor.tell(actor)

    def _heard(self, panel: QWidget) -> QWidget:
        """Let a section hear who is at the desk and whether names are hidden, when it wants to know."""
        if (heed := getattr(panel, "set_actor", None)) is not None:
            self._actor.heed(heed)
        if self._today is not None and (hide := getattr(panel, "hide_names", None)) is not None:
            hide(self._today.hide_names.isChecked())
            self._today.names_hidden.connect(hide)
        return panel
