"""What one can do at a shift of the rota: the menu of a name, of an open place, of an extra shift, and what it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.answers import leave_it
from buurtkamer_app.qt.rota.choose import ChooseHost
from buurtkamer_app.qt.rota.cover_menu import CoverDoors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QDialog, QWidget

    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.papers.rota_week import WeekRota
    from buurtkamer_app.qt.sentence import Sentence
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.records import Place, Shift


class Doing(QObject):
    """Makes the menus of a panel; `told` says what cannot be. `carry` begins to move a host, where that can be shown.

    `menu` and `dialog` are those that were opened last.
    """

    def __init__(
        self,
        tasks: Tasks[Any],
        panel: QWidget,
        told: Sentence,
        carry: Callable[[Place, Shift], None] | None = None,
    ) -> None:
        super().__init__(panel)
        self._tasks, self._panel, self._told, self._carry = tasks, panel, told, carry
        self._week: WeekRota | None = None
        self.doors = CoverDoors(tasks, panel)
        self.menu: QMenu | None = None
        self.dialog: QDialog | None = None

    @property
    def plans(self) -> bool:
        """Tell whether who is at the desk may plan."""
        return self._week is not None and self._week.may_plan

    def set_actor(self, actor: Actor) -> None:
        """Hear who is at the desk now."""
        self.doors.set_actor(actor)

    def put(self, week: WeekRota) -> None:
        """Hear what is shown now."""
        self._week = week

    def of_place(self, menu: QMenu, shift: Shift, place: Place) -> None:
        """Fill the menu of a host on a shift."""
        over = self._week is None or self._week.is_over(shift)
        if not over:
            self.doors.on_place(menu, shift, place)
        if not self.plans:
            return
        carry = self._carry
        if not over and carry is not None:
            _add(menu, translate("Move…"), "arrow-right-arrow-left", lambda: carry(place, shift))
        _add(menu, translate("Take off the rota"), "xmark", lambda: self._take_off(place))

    def of_gap(self, menu: QMenu, shift: Shift) -> None:
        """Fill the menu of an open place."""
        week = self._week
        if week is None:
            return
        if self.plans:
            for host in week.not_on_yet(shift):
                words = translate("Put {name} on: fixed", name=host.name)
                _add(menu, words, "user-check", partial(self._put_on, host.id, shift))
            _add(menu, translate("Who is on?…"), "user-plus", lambda: self.ask_who(shift))
        if not week.is_over(shift):
            self.doors.on_gap(menu, shift, week.offers.get(shift.key, ()))

    def of_extra(self, menu: QMenu, shift: Shift) -> None:
        """Fill the menu of an extra shift."""
        _add(menu, translate("Take this shift away"), "trash-can", lambda: self._remove(shift))

    def open_menu(self, fill: Callable[[QMenu], None], at: QPoint, name: str) -> None:
        """Open a menu at a place on the screen; one with nothing in it says why."""
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu = QMenu(self._panel)
        menu.setAccessibleName(name)
        self._told.clear()
        fill(menu)
        if menu.isEmpty():
            self._told.tell(lambda: translate("Only the coordinator can change this."))
            return
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def ask_who(self, shift: Shift) -> None:
        """Ask who is put on a shift."""
        if self._week is not None:
            self.open_dialog(ChooseHost(self._tasks, self._week, shift, self._panel))

    def move(self, place: Place, before: Shift, after: Shift) -> None:
        """Move a host; where that breaks something, say so and ask first."""
        self._told.clear()

        def hear(breaks: Sequence[Label]) -> None:
            from buurtkamer_app.qt.rota.move import MoveDialog

            if breaks:
                self.open_dialog(MoveDialog(self._tasks, place, before, after, breaks, self._panel))
            else:
                self._tasks.write(lambda s: s.putting.move(place.id, after.key), leave_it, self._told.trouble)

        host, key, leaving = place.host, after.key, before.key
        self._tasks.read(lambda s: s.putting.would_break(host, key, leaving), hear, self._told.trouble)

    def open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog over the page."""
        self.dialog = dialog
        dialog.open()

    def _put_on(self, host: UUID, shift: Shift) -> None:
        self._tasks.write(lambda s: s.rota.put_on(host, *shift.key), leave_it, self._told.trouble)

    def _take_off(self, place: Place) -> None:
        self._tasks.write(lambda s: s.rota.take_off(place.id), leave_it, self._told.trouble)

    def _remove(self, shift: Shift) -> None:
        self._tasks.write(lambda s: s.extra_shifts.remove(shift.key), leave_it, self._told.trouble)


def _add(menu: QMenu, words: str, glyph: str, then: Callable[[], object]) -> None:
    menu.addAction(icons.icon(glyph, theme.colours().ink), words).triggered.connect(lambda _=False: then())
