"""What one can do about cover at a place of the rota, held or open: entries of its menu, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import AbsenceReason
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.answers import leave_it
from buurtkamer_app.rota.cover.records import Seek

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QDialog, QMenu, QWidget

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.cover.records import Offer
    from buurtkamer_app.rota.records import Place, Shift


class CoverDoors(QObject):
    """Adds the entries to menus of the grid and the list; `dialog` is the one that was opened last."""

    def __init__(self, tasks: Tasks[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._parent = tasks, parent
        self._actor = NOBODY
        self.dialog: QDialog | None = None

    def set_actor(self, actor: Actor) -> None:
        """Hear who is at the desk now."""
        self._actor = actor

    def on_place(self, menu: QMenu, shift: Shift, place: Place) -> None:
        """Add what one can do about a place that somebody holds; nothing while nobody is signed in."""
        if self._actor.role < Role.HOST:
            return
        seek = Seek(shift.key, place.id)
        if place.absent is not None:
            _add(menu, translate("Whom can I call?"), "phone", lambda: self.call(seek))
            _add(menu, translate("Comes after all"), "rotate-left", lambda: self._write_back(place.id))
            return
        _add(menu, translate("Is ill"), "mug-hot", lambda: self._rings_off(seek, AbsenceReason.ILL))
        _add(menu, translate("Cannot come"), "xmark", lambda: self._rings_off(seek, AbsenceReason.EXCUSED))
        _add(menu, translate("Swap or give away…"), "arrow-right-arrow-left", lambda: self.swap(place.id))
        if place.substitute:
            _add(menu, translate("Print the strip…"), "print", lambda: self.strip(place.id))

    def on_gap(self, menu: QMenu, shift: Shift, offers: Sequence[Offer] = ()) -> None:
        """Add what one can do about an open place; `offers` are of who comes if nobody else does."""
        if self._actor.role < Role.HOST:
            return
        _add(menu, translate("Whom can I call?"), "phone", lambda: self.call(Seek(shift.key)))
        own = self._actor.host
        if own is None:
            return
        if any(offer.host == own for offer in offers):
            _add(menu, translate("I do not offer to come any more"), "xmark", lambda: self._take_back(shift))
        elif not any(place.host == own for place in shift.places):
            _add(menu, translate("I come if nobody else can"), "hand", lambda: self._offer(shift))

    def call(self, seek: Seek) -> None:
        """Ask whom one can call."""
        from buurtkamer_app.qt.rota.cover import CoverDialog

        self._open(CoverDialog(self._tasks, seek, self._parent))

    def swap(self, place: UUID) -> None:
        """Ask with whom a place is swapped."""
        from buurtkamer_app.qt.rota.swap import SwapDialog

        self._open(SwapDialog(self._tasks, place, self._parent))

    def strip(self, place: UUID) -> None:
        """Offer the strip of a place that was taken over."""
        from buurtkamer_app.qt.rota.cover_strip import StripDialog

        self._open(StripDialog(self._tasks, place, self._parent))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _rings_off(self, seek: Seek, reason: AbsenceReason) -> None:
        place = seek.place
        if place is not None:
            self._tasks.write(lambda s: s.cover.rings_off(place, reason), lambda _: self.call(seek))

    def _write_back(self, place: UUID) -> None:
        self._tasks.write(lambda s: s.cover.comes_after_all(place), leave_it)

    def _offer(self, shift: Shift) -> None:
        self._tasks.write(lambda s: s.offers.offer(shift.key), leave_it)

    def _take_back(self, shift: Shift) -> None:
        self._tasks.write(lambda s: s.offers.take_back(shift.key), leave_it)


def _add(menu: QMenu, words: str, glyph: str, then: Callable[[], None]) -> None:
    menu.addAction(icons.icon(glyph, theme.colours().ink), words).triggered.connect(lambda _=False: then())
