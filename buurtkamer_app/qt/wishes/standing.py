"""Where a wish stands: came true or done by residents with one press, anywhere else chosen, parked with a reason."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.wishes.words import STATUSES

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.records import Wish

_SOON: Final = timedelta(weeks=4)


class Standing(Form):
    """Moves one wish; what was chosen and typed stays until it was moved."""

    form: ClassVar[str] = "wishes/standing"
    done: QPushButton
    self_run: QPushButton
    to: QComboBox
    reason_label: QLabel
    reason: QLineEdit
    comes_back: QCheckBox
    back_on: QDateEdit
    move_it: QPushButton
    told: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wish: Wish | None = None
        for status in STATUSES:
            self.to.addItem("", status)
        self.done.clicked.connect(lambda: self._move(WishStatus.DONE))
        self.self_run.clicked.connect(lambda: self._move(WishStatus.SELF_RUN))
        self.move_it.clicked.connect(lambda: self._move(self._status()))
        self.to.currentIndexChanged.connect(self._ask_reason)
        self.comes_back.toggled.connect(self._ask_reason)

    def show_wish(self, wish: Wish, today: date) -> None:
        """Be about a wish; of the same one in the same column what is chosen and typed stays."""
        known = self._wish
        self._wish = wish
        if known is None or (known.id, known.status) != (wish.id, wish.status):
            self.to.setCurrentIndex(self.to.findData(wish.status))
            self.reason.setText(wish.parked_reason)
            self.comes_back.setChecked(wish.status is WishStatus.PARKED and wish.back_on is not None)
            show_day(self.back_on, wish.back_on if self.comes_back.isChecked() and wish.back_on else today + _SOON)
            self.told.clear()
        self.say()

    def park(self) -> None:
        """Ask why it cannot be now."""
        self.to.setCurrentIndex(self.to.findData(WishStatus.PARKED))
        self.reason.setFocus()

    def say(self) -> None:
        for row, status in enumerate(STATUSES):
            self.to.setItemText(row, translate(STATUSES[status]))
        if self._wish is not None:
            self.done.setVisible(self._wish.status is not WishStatus.DONE and not self._wish.done_when_told)
            self.self_run.setVisible(self._wish.status is not WishStatus.SELF_RUN)
        self._ask_reason()

    def _ask_reason(self) -> None:
        parked = self._status() is WishStatus.PARKED
        for part in (self.reason_label, self.reason, self.comes_back):
            part.setVisible(parked)
        self.back_on.setVisible(parked and self.comes_back.isChecked())

    def _status(self) -> WishStatus:
        """Give the status that is chosen; Qt keeps it as the text that it is."""
        return WishStatus(self.to.currentData())

    def _move(self, status: WishStatus) -> None:
        if self._wish is None:
            return
        key, reason = self._wish.id, self.reason.text()
        back_on = as_date(self.back_on) if self.comes_back.isChecked() else None
        self.told.clear()
        self._tasks.write(lambda s: s.wishes.move(key, status, reason, back_on), self._done, self.told.trouble)

    def _done(self, _change: Change) -> None:
        self.told.clear()
