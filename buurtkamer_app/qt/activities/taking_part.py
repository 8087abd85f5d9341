"""Who takes part on one date: count heads or tick who is here, sign up from here, and a date that does not go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.activities.counting import Counting
from buurtkamer_app.qt.activities.door import DoorNoticeButton
from buurtkamer_app.qt.activities.programme_row import places
from buurtkamer_app.qt.activities.seen import look
from buurtkamer_app.qt.activities.signed_up import SignedUp
from buurtkamer_app.qt.answers import leave_it
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from buurtkamer_app.activities.records import Party, Series
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.activities.party import PartyDialog
    from buurtkamer_app.qt.activities.seen import Seen
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

_KINDS: Final = frozenset(
    {
        "series",
        "sign_up",
        "headcount",
        "closure",
        "cancelled_date",
        "participation",
        "meal_order",
        "meal_choice",
        "reflection",
    }
)
# In heights of a line of type: how large the dialog wants to be, and from which width on it has two columns.
_WIDE: Final = 62
_HIGH: Final = 36
_ENOUGH: Final = 54


class TakingPartDialog(DialogForm):
    """Shows and changes one date of an activity; with names hidden it shows numbers only."""

    form: ClassVar[str] = "activities/taking_part"
    heading: QLabel
    body: QWidget
    places: QLabel
    off: QFrame
    off_sign: QLabel
    off_words: QLabel
    go_on: QPushButton
    door: QVBoxLayout
    columns: QBoxLayout
    counting: QVBoxLayout
    cancelling: QWidget
    reason: QLineEdit
    cancel: QPushButton
    off_told: Sentence
    listing: QVBoxLayout
    back: QPushButton
    change: QPushButton
    reflect: QPushButton

    def __init__(
        self,
        tasks: Tasks[Any],
        series: Series,
        on: date,
        parent: QWidget,
        names_hidden: bool = False,  # noqa: FBT002 - as every dialog of this page is called
    ) -> None:
        super().__init__(parent)
        self._tasks, self._series, self._on = tasks, series, on
        self._names_hidden = names_hidden
        self._shown: Seen | None = None
        self._asked: Asked | None = None
        self._over = False
        self._party: PartyDialog | None = None
        self.heads = Counting()
        self.signed_up = SignedUp(series.id, on, self._write, names_hidden=names_hidden)
        self.counting.addWidget(self.heads)
        self.listing.addWidget(self.signed_up)
        self.notice = DoorNoticeButton(tasks)
        self.door.addWidget(self.notice)
        show_icon(self.off_sign, "xmark", theme.colours().ink)
        self._connect()
        tasks.changed.connect(self._look)
        line = self.fontMetrics().height()
        room = self.screen().availableSize()
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 60))
        self.heads.heads.setFocus()
        self.off.hide()
        self.reflect.hide()
        self.say()
        self._read()

    def hide_names(self, hidden: bool) -> None:
        """Show numbers only, or names again."""
        self._names_hidden = hidden
        self.signed_up.hide_names(hidden)
        if self._party is not None and isValid(self._party):
            self._party.hide_names(hidden)

    def say(self) -> None:
        self.heading.setText(f"{dates.short_day(self._on)}  {dates.clock(self._series.starts)}  {self._series.name}")
        if self._shown is None:
            return
        there = self._shown.told.occurrence
        left = "" if there.places_left is None else translate("Places left: {left}", left=there.places_left)
        bring = translate("Bring along: {what}", what=there.series.bring) if there.series.bring else ""
        self.places.setText(" · ".join(part for part in (places(there), left if there.goes_on else "", bring) if part))
        self.places.setVisible(bool(self.places.text()) and there.goes_on)
        self.cancelling.setVisible(there.goes_on)
        self.heads.setVisible(there.goes_on and not self._shown.ahead)
        self.columns.setStretch(0, 2 if there.goes_on else 0)
        self.off.setVisible(not there.goes_on)
        self.notice.put(there)
        # While the room is closed nothing goes on: that is changed where the closed days are.
        self.go_on.setHidden(there.closed)
        self.off_words.setText(": ".join(part for part in (translate("does not go on"), there.cancelled) if part))
        self.reflect.setVisible(there.goes_on and self._shown.told.over)
        self.reflect.setText(
            translate("Read the look back…") if self._shown.reflected else translate("Look back at it…")
        )
        _order(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field do what stands beside that field, and nothing else."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(self.focusWidget(), QLineEdit):
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything under each other where large type leaves no room beside each other."""
        super().resizeEvent(event)
        under = self.width() < _ENOUGH * self.fontMetrics().height()
        ways = QBoxLayout.Direction
        self.columns.setDirection(ways.TopToBottom if under else ways.LeftToRight)
        self.signed_up.sign.fold(under=under)

    def done(self, result: int) -> None:
        """Be gone: answers that still come have nobody to tell."""
        self._over = True
        if self._asked is not None:
            self._asked.cancel()
        super().done(result)
        self.deleteLater()

    def _connect(self) -> None:
        series, on, write = self._series.id, self._on, self._write
        self.heads.counted.connect(
            lambda persons: write(
                lambda s: s.activities.count_heads(series, on, persons),
                lambda _: self.accept(),
                self.heads.told.trouble,
            )
        )
        self.reason.returnPressed.connect(self.cancel.click)
        self.cancel.clicked.connect(self._cancel)
        told = self.signed_up.told.trouble
        self.go_on.clicked.connect(lambda: write(lambda s: s.attendance.go_on(series, on), leave_it, told))
        self.signed_up.money_switched.connect(self._read)
        self.signed_up.change_asked.connect(self._change_party)
        self.reflect.clicked.connect(self._reflect)
        self.change.clicked.connect(self._change)
        self.back.clicked.connect(self.reject)

    def _look(self, change: Change) -> None:
        if change.kinds & _KINDS and not self._over:
            self._read()

    def _read(self) -> None:
        series, on, money = self._series.id, self._on, self.signed_up.money
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks.read(
            lambda s: look(s, series, on, money=money), self._show, self.signed_up.told.trouble
        )

    def _show(self, seen: Seen) -> None:
        before, self._shown = self._shown, seen
        self.heads.put(seen.told)
        self.signed_up.put(seen)
        self.say()
        goes_on = seen.told.occurrence.goes_on
        where = self.signed_up.sign.name if seen.ahead else self.heads.heads
        if before is None and seen.ahead and goes_on:
            where.setFocus()
        if before is not None and before.told.occurrence.goes_on != goes_on:
            # What had the focus is gone; Enter must not sign anybody off by chance.
            (where if goes_on else self.back).setFocus()

    def _cancel(self) -> None:
        series, on, reason = self._series.id, self._on, self.reason.text()
        self._write(
            lambda s: s.attendance.cancel(series, on, reason), lambda _: self.reason.clear(), self.off_told.trouble
        )

    def _change_party(self, party: Party) -> None:
        from buurtkamer_app.qt.activities.party import PartyDialog

        if self._shown is not None:
            dialog = self._party = PartyDialog(self._tasks, party, self._shown, self, names_hidden=self._names_hidden)
            dialog.kept.connect(self.signed_up.changed)
            dialog.open()

    def _reflect(self) -> None:
        from buurtkamer_app.qt.activities.reflecting import ReflectingDialog

        ReflectingDialog(self._tasks, self._series, self._on, self).open()

    def _change(self) -> None:
        from buurtkamer_app.qt.activities.change import ChangeDialog

        dialog = ChangeDialog(self._tasks, self._series, self._on, self)
        # This date may be elsewhere now.
        dialog.accepted.connect(self.accept)
        dialog.open()

    def _write(
        self, work: Callable[[Any], Any], then: Callable[[Any], None], refuse: Callable[[BuurtkamerError], None]
    ) -> None:
        """Let the services do something; what they refuse is said beside where it was asked."""

        def well(answer: Any) -> None:
            if not self._over:
                then(answer)

        def trouble(error: BuurtkamerError) -> None:
            if self._over:
                self._tasks.troubled.emit(error)
                return
            refuse(error)
            # A box that was ticked in vain shows again what is so.
            self.signed_up.say()

        for sentence in (self.heads.told, self.off_told):
            sentence.clear()
        self.signed_up.forget_words()
        self._tasks.write(work, well, trouble)


def _order(dialog: TakingPartDialog) -> None:
    """Let Tab go as the eye does: the number, not going on, signing up, each party, and back."""
    heads = dialog.heads
    counting = (heads.heads, heads.count, heads.take, dialog.reason, dialog.cancel)
    foot = (dialog.back, dialog.change, dialog.reflect)
    walk(dialog.go_on, dialog.notice.button, *counting, *dialog.signed_up.walk(), *foot)
