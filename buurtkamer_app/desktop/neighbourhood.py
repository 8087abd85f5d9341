"""Makes the sections of Buurt: who and what there is around the room, and how it goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.desktop.sectioned import SectionedPage
from buurtkamer_app.qt.answers import leave_it
from buurtkamer_app.qt.pages.sections import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.pages.today import TodayPage
    from buurtkamer_app.qt.tasks import Tasks


class NeighbourhoodSections(SectionedPage):
    """The page and its sections, which hear who is at the desk; `today` says whether names are hidden.

    `ask_wish` opens where a wish is written, with what was heard past the doors or at a spot in it.
    """

    def __init__(
        self, tasks: Tasks[Any], today: TodayPage | None, ask_wish: Callable[[str], object] = leave_it
    ) -> None:
        self._tasks, self._ask_wish = tasks, ask_wish
        super().__init__(
            [
                Section("phone", mark("Whom do I call?"), "phone", self._phone),
                Section("resources", mark("Who and what is there"), "map-location-dot", self._resources),
                Section("tasks", mark("Tasks"), "hand", self._open_tasks),
                Section("customs", mark("Customs"), "handshake", self._customs),
                Section("groups", mark("Groups and ties"), "people-group", self._groups),
                Section("outreach", mark("Past the doors"), "door-open", self._outreach),
                Section("spots", mark("Spots to meet"), "tree", self._spots),
                Section("scan", mark("Look at the neighbourhood"), "eye", self._scan),
            ],
            today,
        )

    def _phone(self) -> QWidget:
        from buurtkamer_app.qt.neighbourhood.phone import PhonePanel

        return self._heard(PhonePanel(self._tasks))

    def _resources(self) -> QWidget:
        from buurtkamer_app.qt.neighbourhood.resources import ResourcesPanel

        return self._heard(ResourcesPanel(self._tasks))

    def _open_tasks(self) -> QWidget:
        from buurtkamer_app.qt.neighbourhood.tasks import TasksPanel

        return self._heard(TasksPanel(self._tasks))

    def _customs(self) -> QWidget:
        from buurtkamer_app.qt.neighbourhood.customs import CustomsPanel

        return self._heard(CustomsPanel(self._tasks))

    def _groups(self) -> QWidget:
        from buurtkamer_app.qt.neighbourhood.groups import GroupsPanel

        return self._heard(GroupsPanel(self._tasks))

    def _outreach(self) -> QWidget:
        from buurtkamer_app.qt.neighbourhood.outreach import OutreachPanel

        panel = OutreachPanel(self._tasks)
        panel.wish_asked.connect(self._ask_wish)
        return self._heard(panel)

    def _spots(self) -> QWidget:
        from buurtkamer_app.qt.neighbourhood.spots import SpotsPanel

        panel = SpotsPanel(self._tasks)
        panel.wish_asked.connect(self._ask_wish)
        return self._heard(panel)

    def _scan(self) -> QWidget:
        from buurtkamer_app.qt.neighbourhood.scan import ScanPanel

        return self._heard(ScanPanel(self._tasks))
