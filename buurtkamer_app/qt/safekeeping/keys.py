"""The keys of the room: who holds one, adding and taking away, a new recovery code, a new key for the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_keys import HeldAs, WhyRenewed
from buurtkamer_app.qt import dialogs, icons, theme
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.safekeeping import key_words
from buurtkamer_app.qt.safekeeping.key_rows import KeyRows
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.slip import Slip, code_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.keys.records import Holder, Keys

_LOOKS: Final = 200  # milliseconds between two looks at how far it is
_ROW: Final = 34  # lines of type, below which what stands beside each other comes under each other
_ABOUT_CODE: Final = mark("The old code opens nothing any more. This one is shown once.")


class KeysPanel(Panel):
    """`add_asked`: another key holder; `name_asked` gives the holder whose name is missing.

    `renew_asked` gives the slot that goes (or None) and why; `code_asked` is for a new recovery code. Whoever does it
    calls `busy`, and then `done` or `failed`; `show_code` shows the code.
    """

    form: ClassVar[str] = "safekeeping/keys"
    kinds: ClassVar[frozenset[str]] = frozenset({"key_holder", "key_renewal", "host"})
    standing: QFrame
    standing_icon: QLabel
    state: QLabel
    who: QFrame
    rows: QGridLayout
    add: QPushButton
    bar: QProgressBar
    answer: Sentence
    code: QFrame
    code_words: QLabel
    slip_place: QVBoxLayout
    code_foot: QHBoxLayout
    new_code: QPushButton
    put_away: QPushButton
    data: QFrame
    data_words: QLabel
    backups_words: QLabel
    data_foot: QHBoxLayout
    renew: QPushButton
    to_backup: QPushButton

    add_asked = Signal()
    name_asked = Signal(object)
    renew_asked = Signal(object, object)
    code_asked = Signal()
    backup_asked = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.keys: Keys | None = None
        self.shown_rows = KeyRows(self.rows, self._ask_gone, self.name_asked.emit)
        self._progress: Progress | None = None
        self.slip = Slip(tasks)
        self.slip_place.addWidget(self.slip)
        self._timer = QTimer(self, interval=_LOOKS)
        self._timer.timeout.connect(self._tell_progress)
        for hidden in (self.slip, self.put_away, self.bar, self.who, self.code, self.data):
            hidden.hide()
        self.add.clicked.connect(self.add_asked)
        self.new_code.clicked.connect(self._ask_code)
        self.put_away.clicked.connect(lambda: _put_away(self))
        self.slip.have.toggled.connect(self.put_away.setEnabled)
        self.renew.clicked.connect(self._ask_renewal)
        self.to_backup.clicked.connect(self.backup_asked)

    def refresh(self) -> None:
        """Read who holds which key."""
        self.tasks.read(lambda s: s.key_holders.now(), self._show, self.answer.trouble)

    def say(self) -> None:
        keys = self.keys
        if keys is None:
            return
        wrong = keys.real and (keys.few or keys.due)
        self.standing.setProperty("tone", "warning" if wrong else "done")
        self.standing.style().polish(self.standing)
        glyph = "triangle-exclamation" if wrong else "circle-check"
        side = self.state.fontMetrics().height()
        self.standing_icon.setPixmap(icons.icon(glyph, theme.colours().ink).pixmap(side, side))
        self.state.setText(key_words.state(keys))
        self.code_words.setText(key_words.code(keys))
        self.data_words.setText(key_words.data(keys))
        self.shown_rows.put(keys.holders)
        self.shown_rows.place(small=self.width() < _ROW * self.fontMetrics().height())

    def busy(self, progress: Progress) -> None:
        """Say that the data gets its new key, and how far it is."""
        self._progress = progress
        self.bar.setValue(0)
        self.bar.show()
        self._enable(enabled=False)
        self.answer.tell(lambda: translate("All data gets a new key. Leave the computer on…"))
        self._timer.start()

    def done(self) -> None:
        """Say that the data has its new key."""
        self._rest()
        self.answer.tell(lambda: translate("The data has a new key. Now make a new backup."))
        self.outdate()

    def failed(self, error: BuurtkamerError) -> None:
        """Say why it was not done."""
        self._rest()
        self.answer.trouble(error)
        self.outdate()

    def show_code(self, code: str) -> None:
        """Show the new recovery code, until it is on paper."""
        self.slip.show_secret(code, _ABOUT_CODE, lambda services: code_sheet(services, code))
        self.slip.show()
        self.put_away.setEnabled(False)
        self.put_away.show()
        self.new_code.hide()
        self.slip.print_now.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put buttons under each other where large type leaves no room beside each other."""
        super().resizeEvent(event)
        fold_within(self, _ROW, self.code_foot, self.data_foot)
        if self.keys is not None:
            self.shown_rows.place(small=self.width() < _ROW * self.fontMetrics().height())

    def _show(self, keys: Keys) -> None:
        self.keys = keys
        for part in (self.who, self.code, self.data):
            part.setVisible(keys.real)
        self.backups_words.setVisible(keys.renewed is not None)
        self.say()

    def _ask_gone(self, one: Holder) -> None:
        why = WhyRenewed.STICK_LOST if one.held_as is HeldAs.STICK else WhyRenewed.HOLDER_GONE
        words = translate("Take away and renew")
        dialogs.ask(self, key_words.gone(one), words, lambda: self.renew_asked.emit(one.slot, why))

    def _ask_renewal(self) -> None:
        words = translate("Renew the key")
        dialogs.ask(self, key_words.renewing(), words, lambda: self.renew_asked.emit(None, WhyRenewed.ASKED))

    def _ask_code(self) -> None:
        question = f"{translate('The old recovery code opens nothing any more.')} {key_words.renewing()}"
        dialogs.ask(self, question, translate("Make a new code"), self.code_asked.emit)

    def _rest(self) -> None:
        self._timer.stop()
        self._progress = None
        self.bar.hide()
        self._enable(enabled=True)

    def _enable(self, *, enabled: bool) -> None:
        for part in (self.who, self.new_code, self.renew):
            part.setEnabled(enabled)

    def _tell_progress(self) -> None:
        if self._progress is not None:
            self.bar.setValue(round((self._progress.part or 0) * self.bar.maximum()))


def _put_away(panel: KeysPanel) -> None:
    """Show the new code no more: it is on paper."""
    panel.slip.forget()
    for part, seen in ((panel.slip, False), (panel.put_away, False), (panel.new_code, True)):
        part.setVisible(seen)
