"""One wish, opened beside the board: all its words, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import PREFERS, STATUSES, THEMES, quoted
from buurtkamer_app.qt.wishes import words

if TYPE_CHECKING:
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.records import Wish


class OpenedWish(Form):
    """Shows a wish; `plan_asked` gives it to who plans, `left` says that it may be closed."""

    form: ClassVar[str] = "wishes/opened"
    quote: QLabel
    activity: QLabel
    chip: QLabel
    facts: QLabel
    support: QPushButton
    plan: QPushButton
    ask: QPushButton
    to: QComboBox
    reason_label: QLabel
    reason: QLineEdit
    move_it: QPushButton
    told: Sentence
    shut: QPushButton

    plan_asked = Signal(object)
    left = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.wish: Wish | None = None
        for status in STATUSES:
            self.to.addItem("", status)
        self.support.clicked.connect(self._support)
        self.plan.clicked.connect(lambda: self.plan_asked.emit(self.wish))
        self.ask.clicked.connect(self._ask)
        self.move_it.clicked.connect(self._move)
        self.shut.clicked.connect(self.left)
        self.to.currentIndexChanged.connect(self._ask_reason)

    def show_wish(self, wish: Wish) -> None:
        """Show a wish; the same one again keeps what is being typed and chosen."""
        same = self.wish is not None and self.wish.id == wish.id and self.wish.status == wish.status
        self.wish = wish
        if not same:
            self.to.setCurrentIndex(self.to.findData(wish.status))
            self.reason.setText(wish.parked_reason)
            self.told.clear()
        self.say()

    def say(self) -> None:
        for row, status in enumerate(STATUSES):
            self.to.setItemText(row, translate(STATUSES[status]))
        if self.wish is None:
            return
        wish = self.wish
        self.quote.setText(quoted(wish.text))
        self.activity.setVisible(bool(wish.activity))
        self.activity.setText(translate("Became: {name}", name=wish.activity))
        self.chip.setProperty("chip", THEMES[wish.theme][1])
        self.chip.style().unpolish(self.chip)
        self.chip.style().polish(self.chip)
        self.chip.setFrameStyle(self.chip.frameStyle())  # a frame measures its padding only then
        self.chip.setText(words.theme(wish))
        asked = (
            translate("1 resident wants this.")
            if wish.supporters == 1
            else translate("{count} residents want this.", count=wish.supporters)
        )
        heard = translate("Written down on {day}.", day=dates.day_and_date(wish.recorded_on))
        when = translate("Suits best: {when}", when=translate(PREFERS[wish.prefers]))
        self.facts.setText(f"{asked}\n{heard}\n{when}")
        self.plan.setVisible(wish.series is None)
        self._ask_reason()

    def _ask_reason(self) -> None:
        parked = self._status() is WishStatus.PARKED
        self.reason.setVisible(parked)
        self.reason_label.setVisible(parked)

    def _status(self) -> WishStatus:
        """Give the status that is chosen; Qt keeps it as the text that it is."""
        return WishStatus(self.to.currentData())

    def _support(self) -> None:
        if self.wish is not None:
            key = self.wish.id
            self._tasks.write(lambda s: s.wishes.support(key), self._done, self.told.trouble)

    def _ask(self) -> None:
        if self.wish is not None:
            from buurtkamer_app.qt.wishes.asking import AskingDialog

            dialog = AskingDialog(self._tasks, self.wish, self)
            dialog.accepted.connect(lambda: self.told.tell(lambda: translate("The question goes with the next log.")))
            dialog.open()

    def _move(self) -> None:
        if self.wish is not None:
            key, status, reason = self.wish.id, self._status(), self.reason.text()
            self._tasks.write(lambda s: s.wishes.move(key, status, reason), self._done, self.told.trouble)

    def _done(self, _change: Change) -> None:
        self.told.clear()
